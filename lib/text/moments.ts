import type { Timestamp } from '../types';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2025-02-24T17:05:00+01:00" → "24 Feb 2025, 16:05 UTC": in UTC, so that it says the same everywhere. What is no time is given back as it is. */
export function momentText(at: Timestamp, withTime = true): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const day = `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
  return withTime ? `${day}, ${two(time.getUTCHours())}:${two(time.getUTCMinutes())} UTC` : day;
}

/** "24 Feb 2025" when both fall on one day, else "24 Feb 2025 to 26 Feb 2025". */
export function daysText(first: Timestamp, last: Timestamp): string {
  const [from, to] = [momentText(first, false), momentText(last, false)];
  return from === to ? from : `${from} to ${to}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
