import type { Texts } from '#lib/comparison/texts';
import { linkTo, type Place, type Shown } from '#lib/share/shown';
import type { Article } from '#lib/types';

/** Where a paragraph can be read in its surroundings: the reference by itself, another text beside it. */
export function passageLink(texts: Texts, place: Place, article: Article, paragraph: number): string {
  const away = { code: undefined, outlet: undefined, cell: undefined };
  if (article === texts.reference) {
    const at = paragraph < 0 ? undefined : paragraph;
    return linkTo(place, { ...away, view: 'read', other: undefined, at }, paragraph < 0 ? 'headline' : `p${paragraph}`);
  }
  const hash = paragraph < 0 ? 'headline-other' : `o${paragraph}`;
  return linkTo(place, { ...away, view: 'side', other: article.id, at: undefined, onlyDifferences: false }, hash);
}

/**
 * Address of a passage as it is looked at, to be sent to somebody. A live story grows, and then its reference and its choice of
 * texts may be others: both are named, even where they are the story's own. A frozen comparison has them once and for all.
 */
export function passageAddress(
  texts: Texts,
  place: Place,
  change: { [K in keyof Shown]?: Shown[K] | undefined },
  hash: string,
): string {
  const { reference, comparison } = texts;
  const pinned = place.hasOwnView ? {} : { ref: reference.id, with: comparison.articles.map(({ id }) => id) };
  return linkTo(place, { correcting: false, ...pinned, ...change }, hash);
}
