import type { Article, Membership } from '#lib/types';
import { CopyFlag, Flag, QualityFlag } from '../../../_components/flag';
import { ForeignText } from '../../../_components/foreign-text';
import { Moment } from '../../../_components/moment';
import type { StoryFacts } from '../../../_queries/story-facts';
import { percent } from '../../../_views/confidence';
import { sharedText } from '../../../_views/method/together';
import styles from './about.module.css';
import { ActionForm } from './action-form';
import { correctStoryNow } from './actions';

/** Who published when, why each text stands here, and the buttons that say otherwise. */
export function Members({ facts }: { facts: StoryFacts }) {
  const { story, mayCorrect } = facts;
  const table = <Timeline facts={facts} />;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Who published when, and why these stand together</h2>
      {mayCorrect ? (
        <ActionForm action={correctStoryNow.bind(null, story.id)} label="Correct this story">
          {table}
          <Buttons alone={story.articleCount < 2} />
        </ActionForm>
      ) : (
        table
      )}
    </section>
  );
}

function Timeline({ facts: { story, articles, changes, mayCorrect } }: { facts: StoryFacts }) {
  const members = articles.filter(({ id }) => story.articleIds.includes(id));
  const first = members.find(({ published }) => published !== undefined);
  const name = (id: string) => articles.find((article) => article.id === id)?.outletName;
  return (
    <ol className={styles.timeline}>
      {members.map((article) => {
        const membership = story.memberships.find((each) => each.articleId === article.id);
        return (
          <li key={article.id} id={`text-${article.id}`}>
            {mayCorrect && (
              <input
                type="checkbox"
                name="article"
                value={article.id}
                aria-label={`Choose ${article.outletName}: ${article.headline}`}
              />
            )}
            <div>
              <p className={styles.when}>
                <strong>{article.outletName}</strong>
                <span>
                  {article.published === undefined ? 'no time given' : <Moment at={article.published} />}
                  {after(article, first)}
                </span>
                {article.updated !== undefined && article.updated !== article.published && (
                  <span>
                    updated <Moment at={article.updated} />
                  </span>
                )}
                <QualityFlag quality={article.quality} />
                {membership && <Standing membership={membership} />}
                <CopyFlag of={name(membership?.evidence[0]?.copyOf ?? '')} />
              </p>
              <ForeignText as="p" language={article.language} className={styles.headline}>
                {article.headline}
              </ForeignText>
              {changes
                .filter((change) => change.articleId === article.id && change.version < article.version)
                .map((change) => (
                  <p key={change.version} className="fine soft">
                    Headline when read <Moment at={change.readAt} />: <span dir="auto">{change.headline}</span>
                  </p>
                ))}
              {membership?.evidence[0] !== undefined && (
                <p className="fine soft">
                  {percent(membership.confidence)}:{' '}
                  {sharedText(membership.evidence[0], name(membership.evidence[0].nearest))}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Standing({ membership: { status, byHand } }: { membership: Membership }) {
  if (byHand === 'decided')
    return <Flag title="A person has said that this text belongs here.">confirmed by hand</Flag>;
  if (status === 'suggested') {
    return <Flag title="Taken for the same event, less surely than the others.">suggested</Flag>;
  }
  return null;
}

function after({ published, id }: Article, first: Article | undefined): string {
  if (published === undefined || first?.published === undefined) return '';
  if (id === first.id) return ' · first here';
  const minutes = Math.round((Date.parse(published) - Date.parse(first.published)) / 60_000);
  if (minutes < 60) return ` · ${minutes} min later`;
  return minutes < 48 * 60 ? ` · ${Math.round(minutes / 60)} h later` : ` · ${Math.round(minutes / 1440)} days later`;
}

function Buttons({ alone }: { alone: boolean }) {
  return (
    <fieldset className={styles.buttons}>
      <legend>Correct what stands together</legend>
      <p className="soft">
        Choose texts above. What you say here is kept: later readings add texts to this story, and move none of those in
        it.
      </p>
      <div className={styles.row}>
        <button type="submit" name="kind" value="confirm">
          The chosen belong here
        </button>
        {!alone && (
          <button type="submit" name="kind" value="part">
            The chosen report another event
          </button>
        )}
      </div>
      <div className={styles.row}>
        <label className={styles.other}>
          <span>Address of another story</span>
          <input type="text" name="other" inputMode="url" autoComplete="off" placeholder="/stories/s-…" />
        </label>
        <button type="submit" name="kind" value="move">
          Move the chosen there
        </button>
        <button type="submit" name="kind" value="merge">
          Both are one event: join them
        </button>
      </div>
    </fieldset>
  );
}
