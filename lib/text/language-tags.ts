/** "en-GB" → "en": the language itself, without country or script. */
export function primaryTag(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? tag).toLowerCase();
}

/** "en-GB" and "en" are one language. */
export function sameLanguage(a: string, b: string): boolean {
  return primaryTag(a) === primaryTag(b);
}
