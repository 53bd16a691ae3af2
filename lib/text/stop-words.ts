/** English function words that carry no topic: about fifty, chosen by closed word class. Alignment and overlap ignore them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so yet if than that this these those there here it its he she they them his her their him ' +
    'we us our you your i my me who which what when where how of to in on at by for from with as into about after ' +
    'before over under is are was were be been being am do does did has have had will would can could may might ' +
    'shall should must not no also'
  ).split(' '),
);

/** A word that says something: not a function word, longer than one letter (or a digit, or a sign of an unspaced script). */
export function isContentWord(key: string): boolean {
  if (STOP_WORDS.has(key)) return false;
  return key.length > 1 || /[\d\p{Script=Han}]/u.test(key);
}
