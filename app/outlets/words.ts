import type { Ownership } from '#lib/outlet-list';
import type { OutletState } from '../_queries/outlets';

/** What states and facts are called on the page. */

export const STATE_WORDS: Record<OutletState, string> = {
  failing: 'Cannot be read',
  'given-up': 'Given up',
  'taken-down': 'Taken down',
  unread: 'Not read yet',
  quiet: 'Quiet',
  read: 'Read',
  paused: 'Paused',
};

export const STATE_MEANINGS: Record<OutletState, string> = {
  failing: 'The last try went wrong; the next one is set.',
  'given-up': 'It failed forty times in a row and is no longer tried by itself.',
  'taken-down': 'The server said that the feed is gone for good.',
  unread: 'It is new here and waits for its first reading.',
  quiet: 'It answers, but nothing new has come for longer than its usual pace, or never anything.',
  read: 'The last try went well.',
  paused: 'It is left alone until somebody resumes it.',
};

export const OWNERSHIP_WORDS: Record<Ownership['kind'], string> = {
  'public-service': 'public-service broadcaster',
  'state-owned': 'owned by a state',
  'state-funded': 'funded by a state',
  'party-owned': 'owned by a political party or its press',
  'foundation-owned': 'owned by a trust or foundation',
  'non-profit': 'non-profit',
  cooperative: 'cooperative',
  'listed-company': 'owned by a listed company',
  private: 'privately owned',
};

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** "de" → "German"; `und` and tags nobody knows as they are. */
export function languageName(tag: string): string {
  if (tag === 'und') return 'language not known';
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export function countryName(code: string): string {
  try {
    return COUNTRIES.of(code) ?? code;
  } catch {
    return code;
  }
}

/** 0.04 → "under 0.1", 3.26 → "3.3", 41.2 → "41". */
export function rateText(perDay: number): string {
  if (perDay > 0 && perDay < 0.1) return 'under 0.1';
  return perDay < 10 ? String(Math.round(perDay * 10) / 10) : String(Math.round(perDay));
}

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** "34 of 100"; a dash where there is nothing to count. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part} of ${whole}`;
}
