import type { Timestamp } from '#lib/types';
import { readDate, type WrittenDate, writeDate } from './dates';
import type { MetaReader } from './metadata';
import { closest, hasWord, type PageElements } from './page-elements';
import type { StructuredData } from './structured-data';

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'pub_date',
  'published_at',
  'publicationdate',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'ageaparse:recs:publishtime',
  'vr:published-time',
  'mediator_published_time',
  'bepress_citation_date',
  'citation_publication_date',
  'dcterms.created',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'date',
  'datecreated',
  'last-modified',
];
const UPDATED = [
  'article:modified_time',
  'og:article:modified_time',
  'datemodified',
  'og:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
];

/** When the article was published and last changed, as the page states it: metadata, then time elements, then the printed line, then the address. */
export function findDates(
  elements: PageElements,
  meta: MetaReader,
  data: StructuredData,
  url: string | undefined,
  language: string | undefined,
): { published?: Timestamp; updated?: Timestamp } {
  const order = language === undefined ? undefined : /^en-US\b|^en$/i.test(language) ? 'month-first' : 'day-first';
  const read = (text: string | undefined | null) => (text ? readDate(text, order) : undefined);
  const stated = PUBLISHED.map((name) => read(meta(name)));
  const published = best(
    byMostKinds([
      [read(data.published)],
      stated,
      timeElements(elements).map(read),
      printedDates(elements).map(read),
      [read(addressDate(url))],
    ]),
  );
  const changed = elements.all.find(
    ({ tag, classes, itemprop }) =>
      hasWord(itemprop, 'datemodified') || (tag === 'time' && hasWord(classes, 'updated')),
  )?.element;
  const updated = best([
    read(data.updated),
    ...UPDATED.map((name) => read(meta(name))),
    read(changed?.getAttribute('datetime') ?? changed?.getAttribute('content') ?? changed?.textContent),
  ]);
  const zone = [published, updated].find((date) => date?.zone !== undefined)?.zone ?? 0;
  return {
    ...(published === undefined ? {} : { published: writeDate(published, zone) }),
    ...(updated === undefined ? {} : { updated: writeDate(updated, zone) }),
  };
}

type Known = WrittenDate | undefined;

/**
 * The statements of each kind, in the order they are believed. Structured data keeps the day on which a draft was made when an editor
 * moves the day of publication; where meta elements and two of the other kinds agree on another day, theirs goes first.
 */
function byMostKinds(kinds: Known[][]): Known[] {
  const firsts = kinds.map((dates) => dates.find((date) => date !== undefined));
  const [data, meta, ...others] = firsts;
  const isOutvoted =
    data !== undefined &&
    meta !== undefined &&
    dayNumber(meta) !== dayNumber(data) &&
    others.filter((date) => date !== undefined && dayNumber(date) === dayNumber(meta)).length >= 2;
  return isOutvoted ? kinds.slice(1).flat() : kinds.flat();
}

/** The first that is known; a later statement of the same day may add the clock time or the zone that the first one lacks. */
function best(dates: (WrittenDate | undefined)[]): WrittenDate | undefined {
  const known = dates.filter((date) => date !== undefined);
  const first = known[0];
  if (!first) return undefined;
  if (first.zone === 0) return inLocalTime(first, known);
  if (first.zone !== undefined) return first;
  const near = known.filter((date) => Math.abs(dayNumber(date) - dayNumber(first)) <= 1);
  if (first.hour === undefined)
    return near.find((date) => dayNumber(date) === dayNumber(first) && date.zone !== undefined) ?? first;
  return near.find((date) => date.zone !== undefined && isSameMoment(date, first)) ?? first;
}

/** A UTC time beside the same moment on the page's own clock ("22:41" for 02:41Z): the same instant, written as readers there saw it. */
function inLocalTime(utc: WrittenDate, known: WrittenDate[]): WrittenDate {
  const clock = (date: WrittenDate) => (dayNumber(date) * 24 + (date.hour ?? 0)) * 60 + date.minute;
  const local = known.find(
    (date) =>
      date.hour !== undefined &&
      date.minute === utc.minute &&
      Math.abs(clock(date) - clock(utc)) <= 12 * 60 &&
      (date.zone === undefined || (date.zone !== 0 && clock(date) - date.zone === clock(utc))),
  );
  return local ? { ...local, second: utc.second, zone: clock(local) - clock(utc) } : utc;
}

// Same minutes past the hour and less than 15 hours apart: the same moment written in two zones.
function isSameMoment(zoned: WrittenDate, bare: WrittenDate): boolean {
  const hours = (date: WrittenDate) => dayNumber(date) * 24 + (date.hour ?? 0);
  return zoned.hour !== undefined && zoned.minute === bare.minute && Math.abs(hours(zoned) - hours(bare)) <= 14;
}

function dayNumber(date: WrittenDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / 86_400_000;
}

function timeElements({ all, tagged }: PageElements): string[] {
  const times = tagged('time');
  const within = (tag: string) => times.find((time) => closest(time, (each) => each.localName === tag));
  const asked = [
    all.find(({ itemprop }) => hasWord(itemprop, 'datepublished'))?.element,
    times.find((time) => time.hasAttribute('pubdate')),
    within('header'),
    within('article'),
    within('main'),
    times[0],
  ];
  return asked.flatMap((element) => {
    const value = element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent;
    return value ? [value] : [];
  });
}

const NAMED_FOR_DATE = /date|time|publish|byline|meta/;
const MOST_PRINTED = 40;

function printedDates({ all }: PageElements): string[] {
  return all
    .filter(({ classes, id }) => NAMED_FOR_DATE.test(classes) || id.includes('date'))
    .slice(0, MOST_PRINTED)
    .map(({ element }) => element.textContent ?? '')
    .filter((text) => text.length <= 200 && /\d/.test(text));
}

/** /2023/11/08/ or /2023-11-08- in the path. */
function addressDate(url: string | undefined): string | undefined {
  const parts = /[/-](20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-3]\d)(?:[/-]|$)/.exec(url ?? '');
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : undefined;
}
