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

/**
 * The rest of the closed classes of English: pronouns, quantifiers, prepositions, conjunctions, adverbs of time, place and degree. Words a
 * reader of word lists looks at in vain. Alignment and overlap keep them, since they were fitted so; what denies or opposes
 * (never, against, without, only) may be what two texts differ in and is not here.
 */
const CLOSED_CLASS: ReadonlySet<string> = new Set(
  (
    'me mine ours theirs hers yours myself yourself himself herself itself ourselves yourselves themselves someone somebody something ' +
    'anyone anybody anything everyone everybody everything some any both each every few several such own same other others another one ones ' +
    'still already soon later then now again ever always often just even well however almost quite rather really very too ' +
    'up down out off through between during toward towards alongside among amongst within across along around near upon onto per via ' +
    'because while though although until unless whether since else'
  ).split(' '),
);

/** "I'd", "we've", "doesn't": an auxiliary grown together with its neighbour. Keys have straight apostrophes. */
const CONTRACTED = /'(?:d|ll|m|re|t|ve)$/;

/** A word for a list of words that somebody reads: a content word that is of no closed class either. */
export function isListWord(key: string): boolean {
  return isContentWord(key) && !CLOSED_CLASS.has(key) && !CONTRACTED.test(key);
}
