import type { Texts } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
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
