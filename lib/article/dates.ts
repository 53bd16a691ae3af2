import { foldCase } from '#lib/text/normalize';
import { ZONE_MINUTES } from '#lib/text/time-zones';
import { MONTHS } from './month-names';

/** A time as a page wrote it. `zone` undefined: the page did not say, so only the wall clock is known. */
export type WrittenDate = {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute: number;
  second: number;
  /** Minutes east of Greenwich. */
  zone?: number;
};

const ISO =
  /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;
const DOTTED = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/;
const YEAR_FIRST = /\b(\d{4})[./](\d{1,2})[./](\d{1,2})\b/;
const SLASHED = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/;
const CLOCK = /\b(\d{1,2})(?:[:.h]|\s?Uhr\s?)(\d{2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?/i;
const HOUR_ONLY = /\b(\d{1,2})\s*(a\.?m\.?|p\.?m\.?)\b/i;
const ZONE_NAME = new RegExp(`(?:^|[\\s(\\d])(${Object.keys(ZONE_MINUTES).join('|').toUpperCase()})(?:$|[\\s).,])`);
const OFFSET = /(?:^|\s|GMT|UTC)([+-])(\d{2}):?(\d{2})\b/;

/**
 * A date in the forms newspapers use: ISO 8601, RFC 822, "8 November 2023", "November 8, 2023, 3:05 p.m. EST", "08.11.2023, 14:32
 * Uhr", "2023年11月8日", seconds or milliseconds since 1970. Undefined for anything else, for dates that do not exist and for
 * years outside 1900–2100. All-numeric dates with slashes are read only where the order is certain (a part above 12,
 * or `order` given by the page's language): a guess would be wrong for half the world.
 */
export function readDate(text: string, order?: 'day-first' | 'month-first'): WrittenDate | undefined {
  const source = text.trim().slice(0, 200);
  const iso = ISO.exec(source) ?? COMPACT.exec(source);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const tail = zone ?? (hour === undefined ? undefined : source.slice(iso.index + iso[0].length));
    return checked(year, month, day, { hour, minute, second }, tail === undefined ? undefined : zoneOf(tail));
  }
  if (/^\d{10}(?:\d{3})?$/.test(source)) return fromEpoch(Number(source) * (source.length === 10 ? 1000 : 1));
  const date = datePart(source, order);
  if (!date) return undefined;
  const rest = source.replace(date.text, ' ');
  const clock = CLOCK.exec(rest) ?? HOUR_ONLY.exec(rest);
  if (!clock) return checked(date.year, date.month, date.day, {}, undefined);
  const isShort = /^\d{1,2}\s*[ap]/i.test(clock[0]);
  const half = (isShort ? clock[2] : clock[4])?.[0]?.toLowerCase();
  const raw = Number(clock[1]);
  const hour = half === undefined ? raw : (raw % 12) + (half === 'p' ? 12 : 0);
  const time = { hour: String(hour), minute: isShort ? '0' : clock[2], second: isShort ? undefined : clock[3] };
  return checked(date.year, date.month, date.day, time, zoneOf(rest));
}

type Part = string | undefined;

function datePart(source: string, order: 'day-first' | 'month-first' | undefined) {
  const numeric = EAST_ASIAN.exec(source) ?? YEAR_FIRST.exec(source);
  if (numeric) return { text: numeric[0], year: numeric[1], month: numeric[2], day: numeric[3] };
  const dotted = DOTTED.exec(source);
  if (dotted) return { text: dotted[0], year: dotted[3], month: dotted[2], day: dotted[1] };
  const slashed = SLASHED.exec(source);
  if (slashed) {
    const [found, first, second, year] = slashed;
    const dayFirst = Number(first) > 12 || (Number(second) <= 12 && order === 'day-first');
    const monthFirst = Number(second) > 12 || (Number(first) <= 12 && order === 'month-first');
    if (dayFirst) return { text: found, year, month: second, day: first };
    if (monthFirst) return { text: found, year, month: first, day: second };
    return undefined;
  }
  return namedMonth(source);
}

// "8. November 2023", "8 de noviembre de 2023", "8th Nov 2023" and "November 8, 2023": the words around decide the order.
function namedMonth(source: string) {
  for (const word of source.matchAll(/\p{L}[\p{L}\p{M}]{2,}/gu)) {
    const month = MONTHS.get(foldCase(word[0]).normalize('NFC'));
    if (month === undefined) continue;
    const before = /(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s*(?:de\s+|of\s+|del\s+)?[-\s]?$/i.exec(
      source.slice(0, word.index),
    );
    const afterText = source.slice(word.index + word[0].length);
    const yearAfter = /^\.?,?[-\s]*(?:de\s+|del\s+|of\s+)?(\d{4})\b/i.exec(afterText);
    if (before && yearAfter) {
      const text = source.slice(before.index, word.index + word[0].length + yearAfter[0].length);
      return { text, year: yearAfter[1], month: String(month), day: before[1] };
    }
    const dayAfter = /^\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(?:de\s+)?(\d{4})\b/i.exec(afterText);
    if (dayAfter) return { text: word[0] + dayAfter[0], year: dayAfter[2], month: String(month), day: dayAfter[1] };
  }
  return undefined;
}

function zoneOf(text: string): number | undefined {
  const offset = OFFSET.exec(` ${text}`);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  const hours = /^\s*([+-])(\d{2})$/.exec(text);
  if (hours) return (hours[1] === '-' ? -1 : 1) * Number(hours[2]) * 60;
  const name = ZONE_NAME.exec(text)?.[1];
  return name === undefined ? undefined : ZONE_MINUTES[name.toLowerCase()];
}

function checked(
  year: Part,
  month: Part,
  day: Part,
  time: { hour?: Part; minute?: Part; second?: Part },
  zone: number | undefined,
): WrittenDate | undefined {
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const minute = Number(time.minute ?? 0);
  const second = Number(time.second ?? 0);
  const hour = time.hour === undefined ? undefined : Number(time.hour);
  if (!(date.year >= 1900 && date.year <= 2100)) return undefined;
  const exists = new Date(Date.UTC(date.year, date.month - 1, date.day));
  if (exists.getUTCMonth() !== date.month - 1 || exists.getUTCDate() !== date.day) return undefined;
  if (hour === undefined) return { ...date, minute: 0, second: 0 };
  if (hour > 23 || minute > 59) return { ...date, minute: 0, second: 0 };
  const clock = { ...date, hour, minute, second: Math.min(second, 59) };
  return zone === undefined || Math.abs(zone) > 14 * 60 ? clock : { ...clock, zone };
}

function fromEpoch(milliseconds: number): WrittenDate {
  const at = new Date(milliseconds);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    zone: 0,
  };
}

/** ISO 8601 with the page's own zone: "2023-11-08T14:32:00+01:00". What has no zone is given UTC, `zone` if known. */
export function writeDate(date: WrittenDate, zone = 0): string {
  const east = date.zone ?? (date.hour === undefined ? 0 : zone);
  const day = `${date.year}-${two(date.month)}-${two(date.day)}`;
  return `${day}T${two(date.hour ?? 0)}:${two(date.minute)}:${two(date.second)}${offset(east)}`;
}

function offset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
