import type { ReportKind } from '#lib/types';

// Read in English headlines only: a word missing here costs a confirmation too many, a word too many costs a report.
const LIVE =
  /\blive (?:blog|updates?|coverage|report(?:ing)?)\b|[-\u2013\u2014:|,] live$|^live\b\s*[-\u2013\u2014:|]|\bas it happened\b|\bminute[- ]by[- ]minute\b/i;
const ROUND_UP =
  /\b(?:morning|evening|daily|weekly|nightly|week(?:end)?) (?:briefing|digest|newsletter|round-?up|headlines)\b|\b(?:briefing|round-?up|digest|news quiz|the papers)\s*(?:[-\u2013\u2014:|]|$)|^(?:briefing|round-?up|digest)\b/i;
const OPINION =
  /^(?:opinion|editorial|comment|commentary|analysis|column|letters?|op-ed|leader|review)\s*[-\u2013\u2014:|]|[-\u2013\u2014|]\s*(?:opinion|editorial|comment|commentary|analysis|letters?|op-ed)$|^\W?(?:opinion|editorial)\b|^(?:the guardian|our) view on\b/i;
/** Paragraphs that open with a time of day, from which a text is a live blog. */
const TIMED = 4;

/**
 * What kind of text this is, by its headline, and for live blogs by the times its paragraphs open with. Not a report: related to
 * the event, and no evidence that an outlet reported it.
 *
 *     "Harbour strike – live updates"   → live
 *     "Morning briefing: six things"    → round-up
 *     "Opinion: the port can wait"      → opinion
 */
export function kindOf(title: string, text: string): ReportKind {
  if (LIVE.test(title.trim())) return 'live';
  if (ROUND_UP.test(title)) return 'round-up';
  if (OPINION.test(title.trim())) return 'opinion';
  const timed =
    text.match(/(?:^|\n)\s*\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\b|[A-Z]{2,4}\b|[-\u2013\u2014:|\n]|$)/gm)?.length ?? 0;
  return timed >= TIMED ? 'live' : 'report';
}
