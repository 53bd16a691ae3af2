import { nameOf, type Texts } from '#lib/comparison/texts';
import { countOf } from '#lib/text/count-of';
import type { Membership } from '#lib/types';
import { percent } from '../confidence';

/** Why these texts stand in one story: what each shares with its nearest neighbour. */
export function Together({ texts, memberships }: { texts: Texts; memberships: readonly Membership[] }) {
  const { comparison } = texts;
  const standing = memberships.filter(({ status }) => status !== 'removed');
  if (standing.length === 0) return null;
  const name = (id: string) => {
    const article = comparison.articles.find((each) => each.id === id);
    return article === undefined ? undefined : nameOf(article, comparison);
  };
  return (
    <>
      <h2>Why these texts stand together</h2>
      <ul>
        {standing.map(({ articleId, confidence, status, evidence }) => {
          const outlet = name(articleId);
          if (outlet === undefined) return null;
          const shared = evidence[0];
          return (
            <li key={articleId}>
              <strong>{outlet}</strong>
              {shared === undefined
                ? ': the first text of this story.'
                : `, ${status === 'suggested' ? 'suggested, ' : ''}${percent(confidence)}: ${sharedText(shared, name(shared.nearest))}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** "shares names (…), words (…) with The Parapet; published 3 hours apart." */
export function sharedText(
  { terms, names, numbers, hoursApart, reuse }: Membership['evidence'][number],
  nearest: string | undefined,
): string {
  const parts = [
    names.length > 0 ? `names (${names.join(', ')})` : '',
    terms.length > 0 ? `words (${terms.join(', ')})` : '',
    numbers.length > 0 ? `numbers (${numbers.join(', ')})` : '',
  ].filter((part) => part !== '');
  const near = nearest === undefined ? '' : ` with ${nearest}`;
  const time = hoursApart === undefined ? '' : `; published ${countOf(Math.round(Math.abs(hoursApart)), 'hour')} apart`;
  const copy = reuse >= 0.5 ? '; much of it word for word the same' : '';
  return `shares ${parts.length > 0 ? parts.join(', ') : 'its wording'}${near}${time}${copy}.`;
}
