// "WASHINGTON (Reuters) - ", "PHOENIX — ", "HONG KONG/MANILA (AP) -- ", "(CNN) ", "Istanbul (CNN) "
const DATELINE =
  /^(?:\p{Lu}[\p{Lu} .,'’/-]{2,40}(?:,? \p{Lu}\p{Ll}+\.?)?(?: \([^)]{2,40}\))? ?(?:—|–|--|-) |(?:\p{Lu}\p{Ll}+(?:, \p{Lu}\p{Ll}+)? )?\((?:CNN|AP|Reuters|AFP|UPI|\p{Lu}{2,12})\) )/u;

/** Length of the place and agency a news paragraph opens with, 0 when there is none. */
export function datelineLength(text: string): number {
  return DATELINE.exec(text)?.[0].length ?? 0;
}
