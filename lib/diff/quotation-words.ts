import { isContentWord } from '#lib/text/stop-words';
import { tokenize } from '#lib/text/tokenize';
import type { Span } from '#lib/types';

/** A word of a quotation in the form that is compared; several may stand for one printed word ("don’t" → do, not). */
export type QuotationWord = Span & {
  key: string;
  content: boolean;
  /** Something was left out before this word ("…"). */
  elided: boolean;
  /** The outlet put words of its own before this one, in brackets: "[his] plan", "the (Tallow) board". */
  edited: boolean;
  /** Printed with 's, which may be "is": "Easter's a good day". */
  withS: boolean;
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
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

// In brackets an outlet explains or replaces what the speaker said; "[sic]" says that nothing was changed. "[T]he" is the word itself.
const BRACKETS = /\[[^[\]]*\](?!\p{L})|\((?:\p{Lu}[^()]{0,40}|sic)\)/gu;

/**
 * The words of `text.slice(span)` made comparable: case, marks, contractions, "gonna", small number words, titles,
 * U.S./US, & and per cent no longer differ. What an outlet put in brackets is nobody's word: the next one says that it stood
 * there. Places are in `text`.
 */
export function quotationWords(text: string, span: Span): QuotationWord[] {
  const words: QuotationWord[] = [];
  const quoted = text.slice(span.start, span.end);
  const brackets = [...quoted.matchAll(BRACKETS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    sic: /^.sic.$/i.test(match[0]),
  }));
  const tokens = tokenize(quoted).filter(
    (token) =>
      !brackets.some((each) => each.start < token.end && token.start < each.end) &&
      // The 's of "A.G.'s".
      !(token.text === 's' && /['’]/.test(quoted[token.start - 1] ?? '')),
  );
  let last = span.start;
  for (const [index, token] of tokens.entries()) {
    const start = token.start + span.start;
    const end = token.end + span.start;
    const gap = text.slice(last, start);
    const elided = /\.{3}|…|\. \. \./.test(gap);
    const from = last - span.start;
    const edited = brackets.some((each) => !each.sic && each.start >= from && each.end <= token.start);
    last = end;
    // "[T]he" → the
    const [joint] = /^[[\]]$/.test(gap) ? words.slice(-1) : [];
    if (joint?.end === start - 1) {
      joint.key += token.key;
      joint.content = isContentWord(joint.key) && !WEAK.has(joint.key);
      joint.end = end;
      continue;
    }
    // U.S. → us
    const previous = words.at(-1);
    if (gap === '.' && token.text.length === 1 && previous && tokens[index - 1]?.text.length === 1) {
      previous.key += token.key;
      previous.end = end;
      continue;
    }
    if (gap.includes('&')) words.push({ ...NO_MARK, key: 'and', content: false, start: start - 1, end: start - 1 });
    for (const [part, key] of expand(token.key, token.text).entries()) {
      const marks = part === 0 ? { elided, edited, withS: /['’]s$/.test(token.text) } : NO_MARK;
      words.push({ key, content: isContentWord(key) && !WEAK.has(key), ...marks, start, end });
    }
    if (/^\s?(?:%|per cent\b)/.test(text.slice(end, Math.min(span.end, end + 9)))) {
      words.push({ ...NO_MARK, key: '%', content: true, start: end, end });
    }
  }
  return words
    .flatMap((word) => asCountry(word, text))
    .filter((word, index) => !(word.key === 'cent' || (word.key === 'per' && words[index + 1]?.key === 'cent')));
}

const NO_MARK = { elided: false, edited: false, withS: false };

// “the U.S. Senate” and “the United States Senate”; "us" in small letters is the speaker's company.
function asCountry(word: QuotationWord, text: string): QuotationWord[] {
  if (word.key !== 'us' || !/^U\.?S/.test(text.slice(word.start, word.end))) return [word];
  const name = { ...word, key: 'united', content: true };
  return [name, { ...name, ...NO_MARK, key: 'states' }];
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
  const ordinal = ORDINALS.indexOf(key) + 1;
  if (ordinal > 0) return [`${ordinal}${['st', 'nd', 'rd'][ordinal - 1] ?? 'th'}`];
  const spelled = key.length > 5 ? SPELLINGS.find(([pattern]) => pattern.test(key)) : undefined;
  return [spelled ? key.replace(spelled[0], spelled[1]) : key];
}
