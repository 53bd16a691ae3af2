import type { Attribution } from '#lib/text/reported-speech';
import { stem } from '#lib/text/stem';
import type { Difference, Span } from '#lib/types';
import { frameOf, framesIn, isName, speakerKey } from './attribution-frames';
import { hasHedge } from './certainty';
import { sharedCount } from './overlap';
import { type PreparedParagraph, type PreparedText, placeOf, type Statement } from './prepared-text';
import type { QuotationPair } from './quotation-differences';
import type { SentencePair } from './sentence-pairs';
import { CUTS } from './thresholds';

/** A1 at quotations: the same utterance, introduced by verbs that present it differently. */
export function verbsAtQuotations(pairs: readonly QuotationPair[]): Difference[] {
  return pairs.flatMap(({ reference, other, match }) => {
    if (match.equal < CUTS.quotation.words) return [];
    const left = frameOf(reference.paragraph, reference.quotation);
    const right = frameOf(other.paragraph, other.quotation);
    if (!left || !right) return [];
    const near =
      distanceTo(left.verb, reference.quotation) <= CUTS.quotation.verbDistance &&
      distanceTo(right.verb, other.quotation) <= CUTS.quotation.verbDistance;
    return near || shareName(left, right) ? verbDifference(reference.paragraph, left, other.paragraph, right) : [];
  });
}

function distanceTo(verb: Span, quotation: Span): number {
  return Math.max(quotation.start - verb.end, verb.start - quotation.end);
}

function shareName(a: Attribution, b: Attribution): boolean {
  const names = (frame: Attribution): string[] => frame.speaker?.text.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  return names(a).some((name) => names(b).includes(name));
}

/** A1 in indirect speech: sentences that correspond, the same speaker, one reporting verb on each side. */
export function verbsInSentences(
  pairs: readonly SentencePair[],
  texts: { reference: PreparedText; other: PreparedText },
): Difference[] {
  return pairs.flatMap(({ reference, other, similarity }) => {
    if (similarity < CUTS.strongPair) return [];
    const left = texts.reference.paragraphs.get(reference.paragraph);
    const right = texts.other.paragraphs.get(other.paragraph);
    if (!left || !right) return [];
    const ours = framesIn(left, reference);
    const theirs = framesIn(right, other);
    const [a, b] = [ours[0], theirs[0]];
    // Two frames on a side: which one answers which is a guess.
    if (!a || !b || ours.length > 1 || theirs.length > 1) return [];
    // “The board denied that rain was to blame” ~ “the board said the sluice had not been checked”: one source, two messages.
    const message = sharedCount(messageOf(reference, a), messageOf(other, b));
    if (message < CUTS.verb.sharedMessage) return [];
    const key = speakerKey(texts.reference, reference, a);
    return key !== undefined && key === speakerKey(texts.other, other, b) ? verbDifference(left, a, right, b) : [];
  });
}

/** Content stems of a sentence without who says it and how. */
function messageOf(statement: Statement, { speaker, verb }: Attribution): ReadonlySet<string> {
  const start = Math.min(speaker?.start ?? verb.start, verb.start);
  const end = Math.max(speaker?.end ?? verb.end, verb.end);
  const message = statement.words.filter((word) => word.content && (word.end <= start || word.start >= end));
  return new Set(message.map((word) => word.stem));
}

function verbDifference(
  left: PreparedParagraph,
  a: Attribution,
  right: PreparedParagraph,
  b: Attribution,
): Difference[] {
  const sameClass = a.verb.class === b.verb.class;
  // "said" for "added", "according to": no reader takes that for a difference.
  if (a.verb.lemma === b.verb.lemma || (sameClass && a.verb.class === 'neutral')) return [];
  const speaker = [a.speaker?.text, b.speaker?.text].find((name) => name !== undefined && isName(name));
  return [
    {
      kind: 'attribution-verb',
      reference: placeOf(left, a.verb),
      other: placeOf(right, b.verb),
      note: `“${a.verb.text}” here, “${b.verb.text}” there`,
      grade: sameClass ? 'same-class' : `${a.verb.class}/${b.verb.class}`,
      ...(speaker === undefined ? {} : { speaker }),
      quiet: sameClass,
    },
  ];
}

/** A2: nearly the same sentence, with a named source on one side and none on the other. */
export function attributedOrNot(
  pairs: readonly SentencePair[],
  texts: { reference: PreparedText; other: PreparedText },
): Difference[] {
  return pairs.flatMap(({ reference, other, similarity }) => {
    if (similarity < CUTS.closePair) return [];
    const left = texts.reference.paragraphs.get(reference.paragraph);
    const right = texts.other.paragraphs.get(other.paragraph);
    if (!left || !right) return [];
    const ours = sourceOf(left, reference, other);
    if (ours && isFlat(right, other)) {
      return [
        {
          kind: 'attributed-or-not',
          reference: placeOf(left, ours.place),
          other: placeOf(right, other),
          note: `attributed to “${ours.name}” here, stated without attribution there`,
          grade: 'reference-only',
          speaker: ours.name,
          quiet: false,
        },
      ];
    }
    const theirs = sourceOf(right, other, reference);
    if (theirs && isFlat(left, reference)) {
      return [
        {
          kind: 'attributed-or-not',
          reference: placeOf(left, reference),
          other: placeOf(right, theirs.place),
          note: `stated without attribution here, attributed to “${theirs.name}” there`,
          grade: 'other-only',
          speaker: theirs.name,
          quiet: false,
        },
      ];
    }
    return [];
  });
}

/** The one frame whose reported part is what the flat sentence says; "she said" in another clause is not it. */
function sourceOf(paragraph: PreparedParagraph, statement: Statement, flat: Statement) {
  const frames = framesIn(paragraph, statement);
  const frame = frames[0];
  if (!frame?.speaker || frames.length > 1 || !isName(frame.speaker.text) || frame.verb.lemma === 'ask')
    return undefined;
  const { speaker, verb, scope } = frame;
  const inFrame = (at: number) => (at >= speaker.start && at < speaker.end) || (at >= verb.start && at < verb.end);
  const reported = new Set(
    statement.words
      .filter(
        (word) =>
          word.content && !word.quoted && word.start >= scope.start && word.end <= scope.end && !inFrame(word.start),
      )
      .map((word) => word.stem),
  );
  const shared = sharedCount(reported, flat.content);
  if (shared < 5 || shared < flat.content.size * 0.6) return undefined;
  // The speaker is the flat sentence's own subject: "the board said it will close" ~ "the board will close".
  const name = stem(
    speaker.text
      .toLowerCase()
      .split(/[\s.]+/)
      .at(-1) ?? '',
  );
  if (flat.content.has(name)) return undefined;
  const place = { start: Math.min(speaker.start, verb.start), end: Math.max(speaker.end, verb.end) };
  return { place, name: speaker.text };
}

const SOURCE_WORD =
  /\b(?:said|says|according|told|reportedly|allegedly|alleged|accus\w+|claim\w*|report(?:s|ed)?|announc\w+|statement|testimony|testified|spokes\w+|officials?|sources?|indict\w+|charg\w+|memo|documents?|lawsuit|complaint|filing|polls?|survey|suggest\w*|letter|investigat\w+)\b/i;

/** No frame in the whole paragraph, no quotation marks, no word that stands for a source. */
function isFlat(paragraph: PreparedParagraph, statement: Statement): boolean {
  return (
    paragraph.index >= 0 &&
    /[.!?]["”’')]*$/.test(paragraph.text.slice(0, statement.end)) &&
    paragraph.attributions.length === 0 &&
    paragraph.quotations.length === 0 &&
    !SOURCE_WORD.test(paragraph.text) &&
    !hasHedge(statement, paragraph)
  );
}
