import { Moment } from '../../_components/moment';
import type { ArticleHistory } from '../../_queries/articles';

type Reading = NonNullable<ArticleHistory['reading']>;

/** How often the page was read, what came of it last, and when it is read again. */
export function PageState({ reading, versions }: { reading: Reading; versions: number }) {
  const { readings, lastReadAt, dueAt, reason } = reading;
  return (
    <p className="prose">
      The page was read {readings === 1 ? 'once' : `${readings} times`}, last on <Moment at={lastReadAt} />
      {reason === undefined
        ? '. '
        : `, when no better text was found: ${reason.message} The text read before is kept. `}
      {versions === 1 && readings > 1 && reason === undefined ? 'The wording has not changed. ' : ''}
      {dueAt === undefined ? (
        'It is not read again by itself unless the feed announces an update.'
      ) : (
        <>
          It is read again from <Moment at={dueAt} /> on.
        </>
      )}{' '}
      Times of updating, counters and kinds of quotation marks do not make a version.
    </p>
  );
}
