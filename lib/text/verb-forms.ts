import { BE, BETWEEN, type ClauseWord, DETERMINERS, isAdverb, SUBJECT_PRONOUNS } from './clause-words';
import type { ReportingVerb } from './reporting-verbs';
import { phraseEndingAt } from './speakers';

export function isPassive(words: readonly ClauseWord[], at: number): boolean {
  if (/ing$/.test(words[at]?.key ?? '')) return false;
  let left = at - 1;
  while (
    left >= 0 &&
    (isAdverb(words[left]) || /^(?:also|not|being|been|once|still)$/.test(words[left]?.key ?? '')) &&
    !BE.has(words[left]?.key ?? '')
  )
    left--;
  return BE.has(words[left]?.key ?? '') && words[at]?.gap === ' ';
}

// "declined to say", "did not say", "would not confirm": nothing is reported. "went on to say that" is.
export function isNegatedOrInfinitive(words: readonly ClauseWord[], at: number): boolean {
  const left = words.slice(Math.max(0, at - 3), at).map((word) => word.key);
  const last = left.at(-1) ?? '';
  const refusal = left.some((key) => key === 'not' || /n't$/.test(key) || key === 'never' || key === 'cannot');
  if (refusal && words[at]?.key !== 'denied') return true;
  if (last === 'to') return !/^(?:on|went|goes)$/.test(left.at(-2) ?? '') || left.at(-2) === 'to';
  return /^(?:would|could|can|may|might|should|must|let|let's|i'd)$/.test(last);
}

const NOUN_FORM =
  /^(?:claim|report|charge|note|state|demand|promise|attack|comment|remark|estimate|answer|post|vow|pledge|joke|blast|hammer|rip|show|call|reply|replie|find|stress|urge|counter|boast|brag|hint|rebuke|slam|mock|mention|tweet|shot|shoot|rebuke|object|warning|saying|finding|writing|reading|posting|reporting)s?$/;
const NOUN_MARK = new Set(
  'of in on at by for from with after before despite amid over about as against under and or into no any new more such false'.split(
    ' ',
  ),
);

// "Lind's claim", "the minister's alleged debts"; "he's said" is a verb.
const POSSESSIVE = /^(?!(?:he|she|it|who|what|that|there|here|everyone|everybody)['’]s$).+(?:['’]s|s['’])$/i;

/**
 * "the report that", "his claims", "amid charges": the form is a noun here.
 *
 * A tagger was tried beside these rules (wink-nlp with its small English model, over the 2,176 reporting verbs found in a day's
 * news): it called 54 of them something else, and was wrong in 33. Half of what it was right in is names with an apostrophe and
 * "a Harbour Radio report", both below; taking its word throughout would have cost more verbs than it spares.
 */
export function isNoun(words: readonly ClauseWord[], at: number, entry: ReportingVerb): boolean {
  const word = words[at];
  const left = words[at - 1];
  if (!word) return true;
  const near = left !== undefined && word.gap === ' ';
  if (
    near &&
    DETERMINERS.has(left.key) &&
    !/^(?:all|both|some|many|several|that|this|these|those|most|one|another)$/.test(left.key)
  )
    return true;
  if (near && POSSESSIVE.test(left.text)) return true;
  if (near && left.key === 'so' && word.key.startsWith('call')) return true;
  if (!NOUN_FORM.test(word.key)) return entry.lemma === 'say' && word.key === 'say' && !near;
  // "the Washington Post that …"; in a headline set in capitals every verb has one, so only the commonest nouns.
  if (word.capital && near) return /^(?:post|report|state|note)/.test(word.key);
  if (!near) return !word.key.endsWith('ing');
  if (NOUN_MARK.has(left.key) || DETERMINERS.has(left.key)) return true;
  if (word.key.endsWith('ing')) return !BE.has(left.key);
  const subject = phraseEndingAt(words, at - 1);
  if (!subject) return !BETWEEN.has(left.key);
  const first = words[subject.from];
  // "in a Harbour Radio report that …": no outlet is "a" something.
  if (/^an?$/.test(first?.key ?? '') && words.slice(subject.from + 1, at).every(({ capital }) => capital)) return true;
  if (first === undefined || first.capital || SUBJECT_PRONOUNS.has(left.key) || left.capital) return false;
  const plural = /[^s]s$/.test(left.key) || /^(?:police|people|men|women)$/.test(left.key);
  return word.key.endsWith('s') && !word.key.endsWith('ss') ? !DETERMINERS.has(first.key) || plural : !plural;
}
