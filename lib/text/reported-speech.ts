import type { Span } from '../types';
import { type ClauseWord, clauseWords } from './clause-words';
import { findQuotations, type Quotation, splitStatements } from './quotations';
import { type Before, complementAfter, isClosed, isElided, reportedBefore, toldAClause } from './reported-clauses';
import { ACCORDING_TO, POINT_OUT, REPORTING_VERBS, type ReportingVerb, type VerbClass } from './reporting-verbs';
import { phraseStartingAt, type Range, rangeSpan, subjectOf } from './speakers';
import { isNegatedOrInfinitive, isNoun, isPassive } from './verb-forms';

/** One place where a text says whose words it gives. `scope` is the part of the text that is reported, frame and quotation included. */
export type Attribution = {
  verb: Span & { text: string; lemma: string; class: VerbClass };
  speaker?: Span & { text: string };
  scope: Span;
};

/**
 * Attributions of one English paragraph, in order: "Ruiz said that …", "…, the board announced", "“…,” said Ruiz",
 * "according to police", "…, adding that …", "is said to have …". Words inside quotation marks are the speaker's and never
 * count as reporting. Verbs that are usually something else (showed, called, promised) count only before a quotation,
 * "that" or a colon. No parser: word lists and neighbours, so a subject may be cut short, and silence is preferred to a guess.
 */
export function findAttributions(
  text: string,
  quotations: readonly Quotation[] = findQuotations(text),
  statements: readonly Span[] = splitStatements(text, quotations),
): Attribution[] {
  return statements.flatMap((statement) => {
    const words = clauseWords(text, statement, quotations);
    const found: Attribution[] = [];
    for (let at = 0; at < words.length; at++) {
      const reading = readVerb(words, at);
      if (!reading) continue;
      const speaker =
        reading.speaker && isPlausible(words, reading.speaker) ? rangeSpan(words, reading.speaker) : undefined;
      const verb = rangeSpan(words, reading.verb);
      found.push({
        verb: {
          ...verb,
          text: text.slice(verb.start, verb.end),
          lemma: reading.entry.lemma,
          class: reading.entry.class,
        },
        ...(speaker ? { speaker: { ...speaker, text: text.slice(speaker.start, speaker.end) } } : {}),
        scope: { start: reading.scopeFrom ?? statement.start, end: statement.end },
      });
      at = Math.max(at, reading.verb.to);
    }
    return shareSpeaker(found);
  });
}

/** A longer "subject" has swallowed another clause: the verb stays, the name is left out. */
const LONGEST_SPEAKER = 10;
function isPlausible(words: readonly ClauseWord[], range: Range): boolean {
  return (
    range.to - range.from < LONGEST_SPEAKER && !/^(?:whose|which|what|despite)$/.test(words[range.from]?.key ?? '')
  );
}

type Reading = { entry: ReportingVerb; verb: Range; speaker?: Range | undefined; scopeFrom?: number | undefined };

function readVerb(words: readonly ClauseWord[], at: number): Reading | undefined {
  const word = words[at];
  if (!word || word.quoted) return undefined;
  if (word.key === 'according' && words[at + 1]?.key === 'to') {
    const speaker = phraseStartingAt(words, at + 2, 14);
    return speaker ? { entry: ACCORDING_TO, verb: { from: at, to: at + 1 }, speaker } : undefined;
  }
  if (/^point(?:s|ed|ing)?$/.test(word.key) && words[at + 1]?.key === 'out') {
    return readEntry(words, at, at + 1, POINT_OUT);
  }
  const entry = REPORTING_VERBS.get(word.key);
  return entry ? readEntry(words, at, at, entry) : undefined;
}

function readEntry(words: readonly ClauseWord[], from: number, to: number, entry: ReportingVerb): Reading | undefined {
  const verb = { from, to };
  if (isPassive(words, from)) return readPassive(words, verb, entry);
  const word = words[from];
  if (!word || isNegatedOrInfinitive(words, from) || isNoun(words, from, entry)) return undefined;
  const before = reportedBefore(words, from);
  const after = complementAfter(words, to, entry);
  const subject = subjectOf(words, from);
  const inverted =
    !subject && !word.key.endsWith('ing') && before !== 'none' && !after ? invertedSubject(words, to) : undefined;
  const speaker = subject ?? inverted;
  const participle = word.key.endsWith('ing') && !subject;
  if (!speaker && !participle && !isElided(words, from) && !(entry.lemma === 'say' && before === 'quotation'))
    return undefined;
  if (!meets(words, verb, entry, before, after, inverted !== undefined)) return undefined;
  // "… closed the school and said …", "…, saying that …": what stands before is not part of what is reported.
  const forward = after || (entry.requirement === 'none' && before === 'none');
  const startsHere = forward && before !== 'quotation' && (participle || isElided(words, from));
  // "A did this, but B said that …": B's clause alone.
  const joined =
    forward && subject && /^(?:but|while|whereas|although|though)$/.test(words[subject.from - 1]?.key ?? '');
  const scopeFrom = startsHere ? word.start : joined ? words[subject.from]?.start : undefined;
  return { entry, verb, speaker, scopeFrom };
}

function meets(
  words: readonly ClauseWord[],
  verb: Range,
  entry: ReportingVerb,
  before: Before,
  after: boolean,
  inverted: boolean,
): boolean {
  const closes = isClosed(words, verb.to) || inverted;
  switch (entry.requirement) {
    case 'none':
      if (entry.lemma === 'tell') return after || before !== 'none' || toldAClause(words, verb.to);
      return true;
    case 'complement':
      return after || (before === 'quotation' && closes) || (before === 'clause' && isClosed(words, verb.to));
    case 'strict':
      return after;
    case 'object':
      return true;
    case 'quoted':
      return (
        after ||
        before === 'quotation' ||
        words.slice(verb.to + 1, verb.to + 12).some((each) => each.quoted || each.key === 'as')
      );
  }
}

// "is said to have", "it was reported that", "was accused of": attributed, to nobody named.
function readPassive(words: readonly ClauseWord[], verb: Range, entry: ReportingVerb): Reading | undefined {
  const next = words[verb.to + 1]?.key ?? '';
  const said = /^(?:say|report|allege|claim)$/.test(entry.lemma) && /^(?:to|that)$/.test(next);
  const accused = entry.lemma === 'accuse' && next === 'of';
  return said || accused ? { entry, verb } : undefined;
}

// "Ruiz said A and added that B", "…, she said, insisting that …": the later verb keeps the earlier speaker.
function shareSpeaker(found: readonly Attribution[]): Attribution[] {
  let speaker: Attribution['speaker'];
  return found.map((attribution) => {
    if (attribution.speaker) {
      speaker = attribution.speaker;
      return attribution;
    }
    const passive = attribution.scope.start < attribution.verb.start;
    return speaker && !passive ? { ...attribution, speaker } : attribution;
  });
}

// "…, said Ruiz": the phrase must end the clause, or it is the beginning of what was said.
function invertedSubject(words: readonly ClauseWord[], at: number): Range | undefined {
  const range = phraseStartingAt(words, at + 1);
  return range && isClosed(words, range.to) ? range : undefined;
}
