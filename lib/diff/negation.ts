import type { Difference } from '#lib/types';
import { sharedCount } from './overlap';
import { type PreparedParagraph, type PreparedText, type PreparedWord, placeOf, type Statement } from './prepared-text';
import type { SentencePair } from './sentence-pairs';
import { CUTS } from './thresholds';

const NEGATIONS = new Set('not never cannot'.split(' '));
/** Between "not" and its verb: "did not yet fully agree". */
const BETWEEN = new Set(
  'yet also have has had been be being to even really fully ever any currently immediately'.split(' '),
);
/** What a denial is put into words with: "did not agree" and "refused to agree" say the same. */
const REFUSAL =
  /^(?:den(?:y|ies|ied|ying)|refus\p{L}*|declin\p{L}*|without|fail\p{L}*|reject\p{L}*|neither|nor|none|nobody|nothing|no|hardly|unlikely|unable|stop\p{L}*|block\p{L}*|avoid\p{L}*|lack\p{L}*)$/u;

type Negated = { mark: PreparedWord; verb: PreparedWord };

/**
 * X1: "did not agree" here, "agreed" there. Only in sentences that are nearly the same, on a word both use, and only when the other sentence
 * has no negation of any kind: two denials put differently are no difference. "Not only … but" and "whether or not" negate nothing,
 * "not until May" says the same as "in May", and what is open ("the chance to agree", "whether to agree") is not affirmed.
 */
export function negationDifferences(
  pairs: readonly SentencePair[],
  texts: { reference: PreparedText; other: PreparedText },
): Difference[] {
  return pairs.flatMap(({ reference, other, similarity }): Difference[] => {
    const left = texts.reference.paragraphs.get(reference.paragraph);
    const right = texts.other.paragraphs.get(other.paragraph);
    if (similarity < CUTS.closePair || !left || !right) return [];
    const ours = oneSided(reference, other);
    if (ours) {
      const note = `“${printed(left, ours.negated)}” here, “${ours.plain.text}” there`;
      const place = placeOf(left, { start: ours.negated.mark.start, end: ours.negated.verb.end });
      return [
        {
          kind: 'negation',
          reference: place,
          other: placeOf(right, ours.plain),
          note,
          grade: 'reference-only',
          quiet: false,
        },
      ];
    }
    const theirs = oneSided(other, reference);
    if (!theirs) return [];
    const note = `“${theirs.plain.text}” here, “${printed(right, theirs.negated)}” there`;
    const place = placeOf(right, { start: theirs.negated.mark.start, end: theirs.negated.verb.end });
    return [
      {
        kind: 'negation',
        reference: placeOf(left, theirs.plain),
        other: place,
        note,
        grade: 'other-only',
        quiet: false,
      },
    ];
  });
}

function printed(paragraph: PreparedParagraph, { mark, verb }: Negated): string {
  return paragraph.text.slice(mark.start, verb.end);
}

function oneSided(a: Statement, b: Statement): { negated: Negated; plain: PreparedWord } | undefined {
  if (b.words.some((word) => isNegation(word) || REFUSAL.test(word.key))) return undefined;
  for (const [at, word] of a.words.entries()) {
    if (!isNegation(word) || word.quoted || a.words[at + 1]?.key === 'only' || negatesNothing(a.words, at)) continue;
    const verb = a.words.slice(at + 1, at + 5).find((each) => each.content && !BETWEEN.has(each.key));
    const plain =
      verb && b.words.find((each, index) => each.stem === verb.stem && !each.quoted && !isOpen(b.words, index));
    if (verb && plain && !verb.quoted && sharedCount(near(a, verb), near(b, plain)) >= CUTS.negationShared) {
      return { negated: { mark: word, verb }, plain };
    }
  }
  return undefined;
}

function negatesNothing(words: readonly PreparedWord[], at: number): boolean {
  const [before, next] = [words[at - 1]?.key ?? '', words[at + 1]?.key ?? ''];
  return (
    before === 'or' ||
    before === 'to' ||
    next === 'to' ||
    words.slice(at + 1, at + 10).some(({ key }) => key === 'until')
  );
}

function isOpen(words: readonly PreparedWord[], at: number): boolean {
  return (
    words[at - 1]?.key === 'to' ||
    words.slice(Math.max(0, at - 12), at).some(({ key }) => /^(?:whether|if|over)$/.test(key))
  );
}

function isNegation({ key }: PreparedWord): boolean {
  return NEGATIONS.has(key) || key.endsWith("n't");
}

/** Content words around a word, without itself: what it is said of. */
function near(statement: Statement, word: PreparedWord): ReadonlySet<string> {
  const at = statement.words.indexOf(word);
  const around = statement.words.slice(Math.max(0, at - CUTS.hedgeWindow), at + CUTS.hedgeWindow + 1);
  return new Set(around.filter((each) => each !== word && each.content).map((each) => each.stem));
}
