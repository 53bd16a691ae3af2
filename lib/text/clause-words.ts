import type { Span } from '../types';
import { foldPunctuation } from './normalize';
import type { Quotation } from './quotations';
import { type Token, tokenize } from './tokenize';

/** A word with what reading a clause needs: whether it is quoted, whether it is a name, and the punctuation before it. */
export type ClauseWord = Token & { quoted: boolean; capital: boolean; gap: string };

/** The words of one statement, quoted ones marked. Offsets are into the paragraph. */
export function clauseWords(text: string, statement: Span, quotations: readonly Quotation[]): ClauseWord[] {
  const folded = foldPunctuation(text);
  let last = statement.start;
  return tokenize(text.slice(statement.start, statement.end)).map((token) => {
    const start = token.start + statement.start;
    const end = token.end + statement.start;
    const word = {
      text: token.text,
      key: token.key,
      start,
      end,
      quoted: quotations.some((each) => each.start <= start && end <= each.end),
      capital: /^\p{Lu}/u.test(token.text),
      gap: folded.slice(last, start),
    };
    last = end;
    return word;
  });
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const SUBJECT_PRONOUNS = list('he she it they we i you who there');
export const DETERMINERS = list(
  'a an the his her its their our my your this that these those some many several two three four five six seven eight nine ten dozen all both most one another no any every each other',
);
export const BE = list('is are was were be been being');
/** Words that may stand between a subject and its verb. */
export const BETWEEN = list(
  'is are was were be been being has have had also later then once again now never still just already since soon would will could might may must both repeatedly even',
);
/** Words that may stand between a reporting verb and "that" or the quotation. */
export const FILLERS = list(
  'on in at to of from with during after before via last this next earlier later again also today yesterday tonight week month year night morning afternoon evening a an the his her their its statement interview interviews reporters journalists news conference press briefing letter tweet post email memo court lawmakers viewers radio television speech testimony hearing video filing report outside simply merely only instead back once twice and',
);
/** Words before which a noun phrase to the left of them cannot go on. */
export const CLAUSE_WORDS = list(
  'and or but that because while when as if since although though whether which who whom what where how after before until so yet than nor then however meanwhile not said says',
);
export const LINKS = list('of for at from in with to on and');
export const TITLES = list(
  'mr mrs ms dr sen rep gov gen lt col sgt capt rev prof st jr sr adm cmdr pres hon supt det atty maj no',
);
export const DAYS = list(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);

const NOT_ADVERBS = list('family assembly ally bully reply supply monopoly rally anomaly jelly fly early daily only');

/** "repeatedly", "later"; not "family", and not the name Kelly. */
export function isAdverb(word: ClauseWord | undefined): boolean {
  return word !== undefined && !word.capital && word.key.endsWith('ly') && !NOT_ADVERBS.has(word.key);
}
