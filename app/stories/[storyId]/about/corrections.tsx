import Link from 'next/link';
import { countOf } from '#lib/text/count-of';
import { Moment } from '../../../_components/moment';
import type { Correction, StoryFacts } from '../../../_queries/story-facts';
import styles from './about.module.css';
import { ActionForm } from './action-form';
import { undoNow } from './actions';

/** What people have said of this story, newest first; nothing is deleted, only undone. */
export function Corrections({ facts }: { facts: StoryFacts }) {
  const { corrections, story, mayCorrect } = facts;
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections by hand</h2>
      <ul className={styles.corrections}>
        {corrections.map((correction) => (
          <li key={correction.id}>
            <p>
              <Moment at={correction.at} />: <Said correction={correction} facts={facts} />
              {correction.undoneAt !== undefined && (
                <span className="soft">
                  {' '}
                  Undone <Moment at={correction.undoneAt} />.
                </span>
              )}
            </p>
            {mayCorrect && correction.undoneAt === undefined && (
              <ActionForm action={undoNow.bind(null, story.id)} label={`Undo the correction of ${correction.at}`}>
                <input type="hidden" name="correction" value={correction.id} />
                <button type="submit">Undo</button>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ correction: { kind, articleIds, from, to }, facts }: { correction: Correction; facts: StoryFacts }) {
  const names = articleIds.flatMap((id) => facts.articles.find((article) => article.id === id)?.outletName ?? []);
  const who = names.length === 0 || names.length > 6 ? countOf(articleIds.length, 'text') : names.join(', ');
  const isHere = (id: string) => id === facts.story.id;
  const story = (id: string) => (isHere(id) ? 'this story' : <Link href={`/stories/${id}/about`}>another story</Link>);
  switch (kind) {
    case 'confirm':
      return <>{who}: confirmed.</>;
    case 'part':
      return (
        <>
          {who}: parted from {story(from)} into {story(to)}.
        </>
      );
    case 'move':
      return (
        <>
          {who}: moved from {story(from)} to {story(to)}.
        </>
      );
    case 'merge':
      return (
        <>
          {who}: joined with {isHere(to) ? 'this story' : story(to)}, as one event.
        </>
      );
  }
}
