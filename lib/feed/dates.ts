import { ZONE_MINUTES } from '#lib/text/time-zones';
import type { Timestamp } from '#lib/types';

/**
 * Month and first letters, in the languages feeds are met in. Longest prefixes are tried first (juin, juil; marraskuu is November).
 * Left out where two languages disagree: Czech "srpna" is August, Croatian "srpnja" July.
 */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ene', 'ian', 'янв', 'січ', 'sty', 'led', 'oca', 'tam', 'ιαν', 'ينا'],
  ['feb', 'fev', 'fév', 'фев', 'лют', 'lut', 'úno', 'şub', 'hel', 'φεβ', 'فبر'],
  ['mar', 'mär', 'már', 'mrz', 'maa', 'mrt', 'мар', 'бер', 'bře', 'μάρ', 'μαρ', 'مار'],
  ['apr', 'ápr', 'avr', 'abr', 'апр', 'кві', 'kwi', 'dub', 'nis', 'huh', 'απρ', 'أبر'],
  ['may', 'mai', 'máj', 'mei', 'mag', 'maj', 'май', 'мая', 'тра', 'kvě', 'tou', 'μάι', 'μαΐ', 'μαι', 'ماي'],
  ['jun', 'jún', 'juin', 'giu', 'iun', 'июн', 'чер', 'cze', 'čvn', 'haz', 'kes', 'ιούν', 'ιουν', 'يوني'],
  ['jul', 'júl', 'juil', 'lug', 'iul', 'июл', 'лип', 'lip', 'čvc', 'tem', 'hei', 'ιούλ', 'ιουλ', 'يولي'],
  ['aug', 'aoû', 'aou', 'ago', 'agt', 'авг', 'сер', 'sie', 'ağu', 'elo', 'αύγ', 'αυγ', 'أغس'],
  ['sep', 'set', 'sze', 'сен', 'вер', 'wrz', 'zář', 'eyl', 'syy', 'σεπ', 'سبت'],
  ['oct', 'okt', 'ott', 'out', 'окт', 'жов', 'paź', 'říj', 'eki', 'lok', 'οκτ', 'أكت'],
  ['nov', 'noi', 'ноя', 'лис', 'lis', 'kas', 'marr', 'νοέ', 'νοε', 'نوف'],
  ['dec', 'dez', 'déc', 'dic', 'des', 'дек', 'гру', 'gru', 'pro', 'ara', 'jou', 'δεκ', 'ديس'],
]; // biome-ignore format: a table
const MONTH_OF = new Map(MONTHS.flatMap((names, month) => names.map((name): [string, number] => [name, month + 1])));

type Parts = { year: number; month: number; day: number };
type Time = { hour: number; minute: number; second: number; ms: number; offsetMinutes: number };

/**
 * A date as feeds write it → ISO 8601 in UTC; undefined when it cannot be read without guessing. RFC 822 and its relatives,
 * ISO 8601 and W3C-DTF, asctime, Unix seconds, month names in twenty languages. Without a zone it is UTC.
 * An all-numeric date with slashes is read only where one of its numbers is above 12: 03/04/2024 means two different days.
 *
 * `Date.parse` reads some of these too, but swaps day and month, and shifts dates without a zone by the server's own one.
 */
export function parseDate(text: string): Timestamp | undefined {
  const raw = text.trim().slice(0, 100);
  const given = unixTime(raw) ?? read(raw);
  return given === undefined ? undefined : stamp(given);
}

function stamp(ms: number): Timestamp | undefined {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return undefined;
  const year = date.getUTCFullYear();
  return year >= 1900 && year <= 2200 ? date.toISOString() : undefined;
}

function unixTime(raw: string): number | undefined {
  if (/^\d{9,10}$/.test(raw)) return Number(raw) * 1000;
  return /^1\d{12}$/.test(raw) ? Number(raw) : undefined;
}

function read(raw: string): number | undefined {
  const folded = withWesternTime(raw.normalize('NFC').toLowerCase());
  const found = isoDay(folded) ?? namedDay(folded) ?? numericDay(folded);
  if (!found) return undefined;
  const { day, rest } = found;
  const time = readTime(rest);
  if (!time) return undefined;
  // Date.UTC carries 31 April over into May: a day that does not come back as it went in does not exist.
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  const back = new Date(midnight);
  if (back.getUTCMonth() + 1 !== day.month || back.getUTCDate() !== day.day) return undefined;
  const { hour, minute, second, ms, offsetMinutes } = time;
  return midnight + ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 + ms;
}

/** 오후 11시 31분 25초 → 11:31:25 pm; 下午11:56 → 11:56 pm; 23時56分 → 23:56. A time left unread would become midnight. */
function withWesternTime(text: string): string {
  if (!/[時时点點시오上下午]/u.test(text)) return text;
  return text
    .replace(
      /(\d{1,2})\s*[時时点點시]\s*(?:(\d{1,2})\s*[分분]\s*(?:(\d{1,2})\s*[秒초])?)?/u,
      (_whole, hour, minute = '00', second = '00') => `${hour}:${minute}:${second}`,
    )
    .replace(/(?:(오전|上午|午前)|오후|下午|午後)\s*([\d:]+)/u, (_whole, am, time) => ` ${time} ${am ? 'am' : 'pm'}`);
}

type Found = { day: Parts; rest: string } | undefined;

/** 2024-03-05, 2024-03, 2024, 20240305, 2024-065 (day of the year), 2024/03/05, 2024年3月5日. */
function isoDay(text: string): Found {
  const cjk = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/.exec(text);
  if (cjk) return found(text, cjk, cjk[1], cjk[2], cjk[3]);
  const ordinal = /^(\d{4})-?(\d{3})(?=$|[t ])/.exec(text);
  if (ordinal) {
    const at = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2])));
    return found(text, ordinal, ordinal[1], String(at.getUTCMonth() + 1), String(at.getUTCDate()));
  }
  const iso =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ??
    // Two digits of a year are one only in front of ISO's own T: 03-12-31 alone may be the third of December.
    /^(\d{2})(-)(\d{2})-(\d{2})(?=t\d)/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})(?=$|[t ])/.exec(text) ??
    /^(\d{4})(-)(\d{2})()$/.exec(text) ??
    /^(\d{4})()()()$/.exec(text);
  return iso ? found(text, iso, iso[1], iso[3] || '1', iso[4] || '1') : undefined;
}

/** Tue, 5 Mar 2024 · 5. März 2024 · March 5, 2024 · Tue Mar 5 10:00:00 2024. A weekday, even a wrong one, says nothing. */
function namedDay(text: string): Found {
  const words = /(\p{L}{3,})\.?/gu;
  for (const match of text.matchAll(words)) {
    const month = MONTH_OF.get((match[1] ?? '').slice(0, 4)) ?? MONTH_OF.get((match[1] ?? '').slice(0, 3));
    if (month === undefined) continue;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    // Hungarian: the year comes first.
    const yearFirst = /^(\d{4})[.\s-]+$/.exec(before);
    const dayLast = yearFirst && /^[\s-]*(\d{1,2})(?!\d)\.?/.exec(after);
    if (yearFirst && dayLast)
      return { day: parts(yearFirst[1], String(month), dayLast[1]), rest: after.slice(dayLast[0].length) };
    const day = /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s+de)?[\s-]*$/u.exec(before);
    const year = /^[\s,-]*(?:de\s+)?(\d{4}|\d{2})(?![\d:])/u.exec(after);
    if (day && year) return { day: parts(year[1], String(month), day[1]), rest: after.slice(year[0].length) };
    const dayAfter = /^\s*(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?!:)/u.exec(after);
    if (!dayAfter) continue;
    const tail = after.slice(dayAfter[0].length);
    const yearNext = /^[\s,]+(\d{4})(?![\d:])/.exec(tail);
    if (yearNext) return { day: parts(yearNext[1], String(month), dayAfter[1]), rest: tail.slice(yearNext[0].length) };
    // asctime: the year stands behind the time.
    const yearLast = /^\s+\d{1,2}:\d{2}.*\s(\d{4})\s*$/.exec(tail);
    if (yearLast) return { day: parts(yearLast[1], String(month), dayAfter[1]), rest: tail.replace(/\d{4}\s*$/, '') };
  }
  return undefined;
}

/** 31.12.2024 (and 31. 12. 2024) has the day first; 12/31/2024 and 31/12/2024 only where the numbers decide. */
function numericDay(text: string): Found {
  const match = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (!match) return undefined;
  const [, first, sign, second, year] = match;
  if (sign === '.' || Number(first) > 12) return found(text, match, year, second, first);
  return Number(second) > 12 ? found(text, match, year, first, second) : undefined;
}

function found(
  text: string,
  match: RegExpExecArray,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Found {
  return { day: parts(year, month, day), rest: text.slice(match.index + match[0].length) };
}

function parts(year: string | undefined, month: string | undefined, day: string | undefined): Parts {
  const number = Number(year);
  // RFC 2822 4.3: two digits below 50 are this century, the others the last.
  const full = (year ?? '').length > 2 ? number : number < 50 ? 2000 + number : 1900 + number;
  return { year: full, month: Number(month), day: Number(day) };
}

/** What stands behind the day: nothing, or a time with or without a zone. Undefined for an impossible time. */
function readTime(rest: string): Time | undefined {
  const match =
    /(?:^|[t\s,])(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?|(\d{2})(\d{2})?)?(?!\d)\s*(?:([ap])\.?m\b\.?)?/.exec(
      rest,
    );
  if (!match) return { hour: 0, minute: 0, second: 0, ms: 0, offsetMinutes: zoneMinutes(rest) };
  const half = match[7];
  const given = Number(match[1]);
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(match[2] ?? match[5] ?? 0);
  const second = Math.min(Number(match[3] ?? match[6] ?? 0), 59); // a leap second is 60
  const ms = Math.floor(Number(`0.${match[4] ?? 0}`) * 1000);
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  return { hour, minute, second, ms, offsetMinutes: zoneMinutes(rest.slice(match.index + match[0].length)) };
}

function zoneMinutes(text: string): number {
  const numeric = /([+\u2212-])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 14 * 60 ? 0 : numeric[1] === '+' ? minutes : -minutes;
  }
  const name = /[a-z]+/.exec(text)?.[0] ?? '';
  return ZONE_MINUTES[name] ?? 0;
}
