import { isContentWord } from '#lib/text/stop-words';
import { tokenize } from '#lib/text/tokenize';
import type { Span } from '#lib/types';

/** A word of a quotation in the form that is compared; several may stand for one printed word ("don’t" → do, not). */
export type QuotationWord = Span & {
  key: string;
  content: boolean /** Something was left out before this word ("…"). */;
  elided: boolean;
};

const IRREGULAR: Record<string, string> = {
  "can't": 'can not',
  cannot: 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  "let's": 'let us',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  percent: '%',
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  okay: 'ok',
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  pres: 'president',
  gen: 'general',
  mr: 'mr',
};
const SUFFIXES: [RegExp, string][] = [
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ll$/, ' will'],
  [/'ve$/, ' have'],
  [/'m$/, ' am'],
  [/'d$/, ' would'],
];
// The tokenizer takes 's off as a possessive; after these it is "is" more often than not.
// British and American spelling of one word are not a difference in what was said.
const SPELLINGS: [RegExp, string][] = [
  [/^(\p{L}{3,})our(s|ed|ing|able|ite|ites)?$/u, '$1or$2'],
  [/is(e|es|ed|ing|ation|ations)$/, 'iz$1'],
];
const IS_SUFFIX = /^(?:it|that|he|she|there|what|who|here|where|how|this)$/;
const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/**
 * The words of `text.slice(span)` made comparable: case, marks, contractions, "gonna", small number words, titles,
 * U.S./US, & and per cent no longer differ. Places are in `text`.
 */
export function quotationWords(text: string, span: Span): QuotationWord[] {
  const words: QuotationWord[] = [];
  const tokens = tokenize(text.slice(span.start, span.end));
  let last = span.start;
  for (const [index, token] of tokens.entries()) {
    const start = token.start + span.start;
    const end = token.end + span.start;
    const gap = text.slice(last, start);
    const elided = /\.{3}|…|\. \. \./.test(gap);
    last = end;
    // U.S. → us
    const previous = words.at(-1);
    if (gap === '.' && token.text.length === 1 && previous && tokens[index - 1]?.text.length === 1) {
      previous.key += token.key;
      previous.end = end;
      continue;
    }
    if (gap.includes('&')) words.push({ key: 'and', content: false, elided: false, start: start - 1, end: start - 1 });
    for (const [part, key] of expand(token.key, token.text).entries()) {
      words.push({ key, content: isContentWord(key) && !WEAK.has(key), elided: elided && part === 0, start, end });
    }
    if (/^\s?(?:%|per cent\b)/.test(text.slice(end, Math.min(span.end, end + 9)))) {
      words.push({ key: '%', content: true, elided: false, start: end, end });
    }
  }
  return words.filter(
    (word, index) => !(word.key === 'cent' || (word.key === 'per' && words[index + 1]?.key === 'cent')),
  );
}

// Beyond the stop words: too common in speech to tell one utterance from another.
const WEAK = new Set('going got get go know think just very really well like so because all then ok yes'.split(' '));

function expand(key: string, printed: string): string[] {
  const irregular = IRREGULAR[key];
  if (irregular !== undefined) return irregular.split(' ');
  for (const [suffix, full] of SUFFIXES) if (suffix.test(key)) return key.replace(suffix, full).split(' ');
  if (IS_SUFFIX.test(key) && /['’‘]s$/i.test(printed)) return [key, 'is'];
  if (key.includes('-')) return key.split('-').flatMap((part) => (part === '' ? [] : expand(part, part)));
  const number = NUMBER_WORDS.indexOf(key);
  if (number > 1) return [String(number)];
  const spelled = key.length > 5 ? SPELLINGS.find(([pattern]) => pattern.test(key)) : undefined;
  return [spelled ? key.replace(spelled[0], spelled[1]) : key];
}
