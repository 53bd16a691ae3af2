import type { Difference } from '#lib/types';
import { sharedCount } from './overlap';
import { type PreparedText, type PreparedWord, placeOf, type Statement } from './prepared-text';
import type { SentencePair } from './sentence-pairs';
import { CUTS } from './thresholds';

const BE = new Set('was were is are been being be'.split(' '));
/** What follows a participle that is no verb of its own, or a verb without an object. */
const AFTER_PARTICIPLE =
  /^(?:of|to|by|in|on|under|back|from|for|at|with|after|before|during|and|as|that|last|earlier|out|up|down|away)$/;
const IRREGULAR =
  /^(?:shot|cut|hit|hurt|held|sold|told|sent|built|paid|made|found|left|lost|won|brought|caught|taught|bought|taken|given|beaten|broken|chosen|driven|fallen|forgotten|frozen|hidden|known|seen|shown|stolen|struck|sworn|thrown|torn|withdrawn|written|drawn|shut|set|put|led|fed|shut)$/;

/**
 * G1: "the board closed the pier" here, "the pier was closed" there. Off unless a reader asks: three quarters of all passives name no actor in
 * any outlet, so only the pair says something, and a form of "be" before a participle is not always a passive.
 */
export function actorDifferences(
  pairs: readonly SentencePair[],
  texts: { reference: PreparedText; other: PreparedText },
): Difference[] {
  return pairs.flatMap(({ reference, other, similarity }): Difference[] => {
    const left = texts.reference.paragraphs.get(reference.paragraph);
    const right = texts.other.paragraphs.get(other.paragraph);
    if (similarity < CUTS.strongPair || !left || !right) return [];
    for (const passive of agentless(reference)) {
      const active = activeOf(other, passive.verb);
      if (!active) continue;
      const place = placeOf(left, { start: passive.be.start, end: passive.verb.end });
      return [difference(place, placeOf(right, active), 'other-only')];
    }
    for (const passive of agentless(other)) {
      const active = activeOf(reference, passive.verb);
      if (!active) continue;
      const place = placeOf(right, { start: passive.be.start, end: passive.verb.end });
      return [difference(placeOf(left, active), place, 'reference-only')];
    }
    return [];
  });
}

function difference(
  reference: Difference['reference'],
  other: Difference['other'],
  grade: 'reference-only' | 'other-only',
): Difference {
  const note = `“${reference.text}” here, “${other.text}” there: who did it is named ${grade === 'reference-only' ? 'here' : 'there'} only`;
  return { kind: 'actor-named', reference, other, note, grade, quiet: false };
}

type Passive = { be: PreparedWord; verb: PreparedWord };

function agentless(statement: Statement): Passive[] {
  return statement.words.flatMap((verb, at): Passive[] => {
    if (verb.quoted || !isParticiple(verb)) return [];
    const before = statement.words.slice(Math.max(0, at - 3), at);
    const be = before.findLast((word) => BE.has(word.key));
    const by = statement.words.slice(at + 1, at + 9).some((word) => word.key === 'by');
    return be && !by ? [{ be, verb }] : [];
  });
}

/** The same verb with a subject before it: "the board closed". */
function activeOf(statement: Statement, verb: PreparedWord): { start: number; end: number } | undefined {
  const at = statement.words.findIndex((word) => word.stem === verb.stem && !word.quoted);
  const [same, subject] = [statement.words[at], statement.words[at - 1]];
  if (
    !same ||
    !subject ||
    !isParticiple(same) ||
    !subject.content ||
    statement.words.slice(Math.max(0, at - 4), at).some((word) => BE.has(word.key))
  ) {
    return undefined;
  }
  // "the council closed the pier", not "a group linked to", "a fever, prescribed …".
  const next = statement.words[at + 1];
  if (next === undefined || AFTER_PARTICIPLE.test(next.key) || same.start !== subject.end + 1) return undefined;
  const shared = sharedCount(statement.content, new Set([subject.stem]));
  return shared > 0 && !/(?:ed|ing|ly)$/.test(subject.key) ? { start: subject.start, end: same.end } : undefined;
}

function isParticiple({ key }: PreparedWord): boolean {
  return /ed$/.test(key) || IRREGULAR.test(key);
}
