import type { Difference } from '#lib/types';
import { framesIn } from './attribution-frames';
import { type PreparedParagraph, type PreparedText, type PreparedWord, placeOf, type Statement } from './prepared-text';
import type { SentencePair } from './sentence-pairs';
import { CUTS } from './thresholds';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// Own lists, from the grammar of English: modal verbs of possibility, evidential adverbs and verbs, and their opposites.
const HEDGES = words(
  'may might could perhaps maybe possibly possible probably likely apparently allegedly alleged reportedly purportedly purported supposedly presumably seemingly ' +
    'appears appeared seems seemed suggests suggested suspected believed thought unconfirmed potentially rumored rumoured',
);
const BOOSTERS = words(
  'clearly obviously certainly undoubtedly definitely unquestionably undeniably indisputably surely evidently plainly',
);

type Mark = { word: PreparedWord; kind: 'hedge' | 'booster' };

export function hasHedge(statement: Statement, paragraph: PreparedParagraph): boolean {
  return marksIn(statement, paragraph).some((mark) => mark.kind === 'hedge');
}

/**
 * C1: a hedge or booster outside quotation marks on one side of two nearly equal sentences, none on the other, and what it
 * stands beside is said on both sides.
 */
export function certaintyDifferences(
  pairs: readonly SentencePair[],
  texts: { reference: PreparedText; other: PreparedText },
): Difference[] {
  return pairs.flatMap(({ reference, other, similarity }) => {
    const left = texts.reference.paragraphs.get(reference.paragraph);
    const right = texts.other.paragraphs.get(other.paragraph);
    if (similarity < CUTS.closePair || !left || !right) return [];
    const ours = marksIn(reference, left);
    const theirs = marksIn(other, right);
    return (['hedge', 'booster'] as const).flatMap((kind): Difference[] => {
      const a = ours.find((mark) => mark.kind === kind);
      const b = theirs.find((mark) => mark.kind === kind);
      if (a && !b && !isSourced(other, right) && isShared(a.word, reference, other)) {
        const note = `“${a.word.text}” here, not there`;
        return [
          {
            kind: 'certainty',
            reference: placeOf(left, a.word),
            other: placeOf(right, other),
            note,
            grade: 'reference-only',
            quiet: false,
          },
        ];
      }
      if (b && !a && !isSourced(reference, left) && isShared(b.word, other, reference)) {
        const note = `“${b.word.text}” there, not here`;
        return [
          {
            kind: 'certainty',
            reference: placeOf(left, reference),
            other: placeOf(right, b.word),
            note,
            grade: 'other-only',
            quiet: false,
          },
        ];
      }
      return [];
    });
  });
}

function marksIn(statement: Statement, paragraph: PreparedParagraph): Mark[] {
  // "Ruiz alleged that …" is a reporting verb and belongs to attribution; "the alleged theft" hedges.
  const verbs = new Set(framesIn(paragraph, statement).map((frame) => frame.verb.start));
  return statement.words.flatMap((word, index): Mark[] => {
    if (word.quoted || verbs.has(word.start) || isMonthOrName(word, index)) return [];
    if (BOOSTERS.has(word.key)) return [{ word, kind: 'booster' }];
    return HEDGES.has(word.key) && isHedge(statement.words, index) ? [{ word, kind: 'hedge' }] : [];
  });
}

// "May" the month and Ms May; the other words keep their meaning with a capital.
function isMonthOrName(word: PreparedWord, index: number): boolean {
  return word.key === 'may' && word.text === 'May' && index > 0;
}

function isHedge(statement: readonly PreparedWord[], index: number): boolean {
  const key = statement[index]?.key ?? '';
  const before = statement[index - 1]?.key ?? '';
  const after = statement[index + 1]?.key ?? '';
  // "could subpoena" tells of a power, "he believed in" of faith; only "is believed to", "are thought to" hedge.
  if (key === 'could') return after === 'be' || after === 'have';
  if (key === 'believed' || key === 'thought') return /^(?:is|are|was|were|widely)$/.test(before) && after === 'to';
  if (key === 'appeared' || key === 'appears') return after === 'to' || after === 'that';
  if (key === 'possible') return /^(?:is|was|it's|a|the)$/.test(before) || after === 'that';
  if (key === 'suggested' || key === 'suggests') return after === 'that';
  return true;
}

// With a named source on it, the other side is not the flat statement that a hedge would stand against.
function isSourced(statement: Statement, paragraph: PreparedParagraph): boolean {
  return (
    framesIn(paragraph, statement).length > 0 ||
    statement.words.some((word) => /^(?:alleg|accus|suspect|claim)/.test(word.key))
  );
}

function isShared(mark: PreparedWord, own: Statement, other: Statement): boolean {
  const at = own.words.indexOf(mark);
  const near = own.words.slice(Math.max(0, at - CUTS.hedgeWindow), at + CUTS.hedgeWindow + 1);
  const next = own.words.slice(at + 1).find((word) => word.content);
  const has = (word: PreparedWord) =>
    word.content &&
    word !== mark &&
    !word.quoted &&
    other.words.some((each) => !each.quoted && each.stem === word.stem);
  return next !== undefined && has(next) && near.filter(has).length >= CUTS.hedgeShared;
}
