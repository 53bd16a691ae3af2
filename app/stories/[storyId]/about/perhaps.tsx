import Link from 'next/link';
import { countOf } from '#lib/text/count-of';
import { StatusFlag } from '../../../_components/flag';
import { ForeignText } from '../../../_components/foreign-text';
import { Moment } from '../../../_components/moment';
import type { Offer, StoryFacts } from '../../../_queries/story-facts';
import { percent } from '../../../_views/confidence';
import { sharedText } from '../../../_views/method/together';
import styles from './about.module.css';
import { ActionForm } from './action-form';
import { answerOffer } from './actions';

/** What nearly joined: each text with why it is thought of, one press from joining or from being left out for good. */
export function Perhaps({ facts }: { facts: StoryFacts }) {
  const { offers, dismissed } = facts.offers;
  const { story, mayCorrect } = facts;
  return (
    <section aria-labelledby="perhaps">
      <h2 id="perhaps">Perhaps also</h2>
      {offers.length === 0 ? (
        <p className="soft">No other text here comes near this event.</p>
      ) : (
        <>
          <p className="soft">These stand elsewhere: not enough speaks for the same event to join them unasked.</p>
          <ul className={styles.timeline}>
            {offers.map((offer) => (
              <li key={offer.article.id}>
                <OneOffer offer={offer} facts={facts} />
              </li>
            ))}
          </ul>
        </>
      )}
      {dismissed > 0 && (
        <div className={styles.row}>
          <p className="soft">{countOf(dismissed, 'text is', 'texts are')} kept apart from this story by hand.</p>
          {mayCorrect && (
            <ActionForm action={answerOffer.bind(null, story.id)} label="Offer what was kept apart">
              <button type="submit" name="kind" value="again">
                Offer again
              </button>
            </ActionForm>
          )}
        </div>
      )}
    </section>
  );
}

function OneOffer({
  offer: { article, confidence, evidence, story: other },
  facts,
}: {
  offer: Offer;
  facts: StoryFacts;
}) {
  const nearest = facts.articles.find(({ id }) => id === evidence?.nearest)?.outletName;
  const others = other.articleCount - 1;
  return (
    <div className={styles.offer}>
      <p className={styles.when}>
        <strong>{article.outletName}</strong>
        <span>{article.published === undefined ? 'no time given' : <Moment at={article.published} />}</span>
        <StatusFlag status={article.quality.status} />
      </p>
      <p className={styles.headline}>
        <Link href={`/stories/${other.id}`} prefetch={false}>
          <ForeignText language={article.language}>{article.headline}</ForeignText>
        </Link>
      </p>
      <p className="fine soft">
        {percent(confidence)}
        {evidence === undefined ? '' : `: ${sharedText(evidence, nearest)}`}
        {others > 0 && ` It stands with ${countOf(others, 'other text')}.`}
      </p>
      {facts.mayCorrect && (
        <ActionForm
          action={answerOffer.bind(null, facts.story.id)}
          label={`${article.outletName}: ${article.headline}`}
        >
          <input type="hidden" name="article" value={article.id} />
          <input type="hidden" name="story" value={other.id} />
          <div className={styles.row}>
            <button type="submit" name="kind" value="join">
              It belongs here
            </button>
            {others > 0 && (
              <button type="submit" name="kind" value="merge">
                Both stories are one event
              </button>
            )}
            <button type="submit" name="kind" value="dismiss">
              Another event
            </button>
          </div>
        </ActionForm>
      )}
    </div>
  );
}
