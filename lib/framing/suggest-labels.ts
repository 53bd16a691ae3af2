import { findQuotations } from '#lib/text/quotations';
import { stem } from '#lib/text/stem';
import { isContentWord } from '#lib/text/stop-words';
import { type Token, tokenize } from '#lib/text/tokenize';
import type { Codebook } from '#lib/types';

export type SuggestionText = { id: string; outlet: string; paragraphs: readonly string[] };

export type SuggestedPhrase = {
  /** As it is printed most often, lower case. */
  phrase: string;
  mentions: number;
  /** Outlets that use it, by name. */
  outlets: string[];
  /** The first place of it. */
  place: { articleId: string; paragraph: number; start: number; end: number };
};

/** One attribute before different nouns in one event: perhaps one thing with several names. */
export type LabelSuggestion = { modifier: string; phrases: SuggestedPhrase[]; mentions: number };

type Found = Token & { head: Token };

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Words that tell how many, which or when, and not what: “eight crossings” and “eight times” are no two names. */
const NO_ATTRIBUTES = words(
  'two three four five seven eight nine twelve twenty thirty forty fifty hundred thousand million billion first second third ' +
    'last next past many more most much other others another same such some several every each both only even just than then ' +
    'early late later later earlier today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday week weeks ' +
    'month months year years days people very still back down over under through during since until because while',
);
/** Verbs that stand right after their subject: “authority said” and “authority hopes” are no phrases. */
const NO_NOUNS = words(
  'said says told tells hopes wants came comes went goes took takes made makes gave gives began begins became becomes held holds ' +
    'kept keeps left sent sees seen knew knows thinks thought felt found spoke speaks wrote writes says meant means remains ' +
    'stays stood stands then than when while where which that this also only just even still today yesterday tomorrow ' +
    'because since until after before during through over under into about',
);

const FEWEST_MENTIONS = 3;
const MOST_PHRASES = 4;

/**
 * Rule L2: the same modifier before different nouns, in two outlets or more and three mentions or more: “trade deal” in one,
 * “trade agreement” in another. Four in ten named one thing where it was measured; hence suggestions, and never counts.
 * Alternations between outlets come before those within one text.
 *
 * @param texts of one event, own words and attributed ones; what is quoted is the speaker's choice of words.
 * @param rejected pairs of phrases that are not offered again.
 * @param codebook phrases that its labels find already are no news.
 */
export function suggestLabels(
  texts: readonly SuggestionText[],
  codebook: Codebook,
  rejected: readonly (readonly [string, string])[] = [],
): LabelSuggestion[] {
  const refused = new Set(rejected.map((pair) => [...pair].sort().join('\n')));
  const known = knownPhrases(codebook);
  const byModifier = new Map<
    string,
    Map<string, { place: SuggestedPhrase['place']; printed: string[]; outlets: string[] }>
  >();
  for (const { id, outlet, paragraphs } of texts) {
    paragraphs.forEach((text, paragraph) => {
      for (const found of phrasesOf(text)) {
        const heads = byModifier.get(stem(found.key)) ?? new Map();
        byModifier.set(stem(found.key), heads);
        const place = { articleId: id, paragraph, start: found.start, end: found.head.end };
        const entry = heads.get(stem(found.head.key)) ?? { place, printed: [], outlets: [] };
        heads.set(stem(found.head.key), entry);
        entry.printed.push(`${found.key} ${found.head.key}`);
        entry.outlets.push(outlet);
      }
    });
  }
  const suggestions = [...byModifier].flatMap(([modifier, heads]): LabelSuggestion[] => {
    const phrases = [...heads.values()]
      .map(({ place, printed, outlets }) => ({
        phrase: mostFrequent(printed),
        mentions: printed.length,
        outlets: [...new Set(outlets)].sort(),
        place,
      }))
      .filter(({ phrase }) => !known.has(phrase))
      .sort((a, b) => b.mentions - a.mentions || (a.phrase < b.phrase ? -1 : 1))
      .slice(0, MOST_PHRASES);
    const open = phrases.filter((one) =>
      phrases.some((other) => other !== one && !refused.has([one.phrase, other.phrase].sort().join('\n'))),
    );
    const mentions = open.reduce((sum, each) => sum + each.mentions, 0);
    const outlets = new Set(open.flatMap((each) => each.outlets));
    if (open.length < 2 || outlets.size < 2 || mentions < FEWEST_MENTIONS) return [];
    return [{ modifier, phrases: open, mentions }];
  });
  return suggestions.sort(
    (a, b) =>
      Number(isBetween(b)) - Number(isBetween(a)) || b.mentions - a.mentions || (a.modifier < b.modifier ? -1 : 1),
  );
}

/** Whether some two outlets use different phrases, each without the other's. */
function isBetween({ phrases }: LabelSuggestion): boolean {
  return phrases.some((one) =>
    phrases.some(
      (other) =>
        one.outlets.some((outlet) => !other.outlets.includes(outlet)) &&
        other.outlets.some((outlet) => !one.outlets.includes(outlet)),
    ),
  );
}

// Lower-case words of some length side by side, and nothing that goes on: "trade deal", but not that of "trade deal talks". Adverbs and
// most participles end in -ly, -ed, -ing; of names it is not said that they are called something.
function phrasesOf(text: string): Found[] {
  const quoted = findQuotations(text);
  const words = tokenize(text);
  const isNoun = (word: Token) =>
    /^\p{Ll}/u.test(word.text) && word.key.length > 3 && isContentWord(word.key) && !/(?:ly|ed|ing)$/.test(word.key);
  return words.flatMap((word, at): Found[] => {
    const [head, after] = [words[at + 1], words[at + 2]];
    if (!head || !isNoun(word) || !isNoun(head) || text.slice(word.end, head.start) !== ' ') return [];
    if (NO_ATTRIBUTES.has(word.key) || NO_NOUNS.has(word.key) || NO_NOUNS.has(head.key)) return [];
    const goesOn = after !== undefined && text.slice(head.end, after.start) === ' ' && isContentWord(after.key);
    if (goesOn && !/ed$/.test(after.key)) return [];
    if (quoted.some((each) => each.start <= word.start && head.end <= each.end)) return [];
    return [{ ...word, head }];
  });
}

/** Phrases that stand in a label's terms already, without their wildcards. */
function knownPhrases({ concepts }: Codebook): Set<string> {
  const terms = concepts.flatMap(({ labels }) => labels.flatMap((label) => label.terms));
  return new Set(terms.flatMap((term) => [term, `${term}s`]).map((term) => term.toLowerCase().replace(/[*~]/g, '')));
}

function mostFrequent(items: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, 1 + (counts.get(item) ?? 0));
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}
