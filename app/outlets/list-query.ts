import { primaryLanguage } from '#lib/outlet-list';
import type { Query } from '#lib/share/shown';
import type { OutletHealth, OutletState } from '../_queries/outlets';
import { STATE_WORDS } from './words';

/** What the table shows and in which order; all of it in the URL. */
export type ListQuery = {
  state?: OutletState | 'trouble' | undefined;
  country?: string | undefined;
  language?: string | undefined;
  search?: string | undefined;
  sort: SortKey;
  days: number;
  /** Counts from 1. */
  page: number;
};

/** Rows of one page: two hundred are still looked over by eye, a thousand only with the filter. */
export const ROWS_PER_PAGE = 200;

export const SORTS = {
  name: 'Name',
  state: 'State, troubled first',
  newest: 'Newest article first',
  success: 'Longest without success first',
  rate: 'Most articles a day first',
  full: 'Fewest complete texts first',
  shared: 'Fewest shared stories first',
} as const;
export type SortKey = keyof typeof SORTS;

export const DAYS = [1, 7, 30] as const;
const USUAL_DAYS = 7;

/** States that want somebody to look. */
const TROUBLE: readonly OutletState[] = ['failing', 'given-up', 'taken-down', 'quiet'];
const STATE_ORDER: readonly OutletState[] = [...TROUBLE, 'unread', 'read', 'paused'];

export function readListQuery(query: Query): ListQuery {
  const one = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 200) || undefined;
  };
  const state = one('state');
  const sort = one('sort');
  const days = Number(one('days'));
  const page = Number(one('page'));
  return {
    state:
      state !== undefined && (state === 'trouble' || state in STATE_WORDS) ? (state as ListQuery['state']) : undefined,
    country: one('country'),
    language: one('language'),
    search: one('search'),
    sort: sort !== undefined && sort in SORTS ? (sort as SortKey) : 'name',
    days: DAYS.find((each) => each === days) ?? USUAL_DAYS,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The list as it is asked for now, on another page. */
export function pageLink({ page: _, sort, days, ...narrowed }: ListQuery, page: number): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(narrowed)) if (value !== undefined) query.set(key, value);
  if (sort !== 'name') query.set('sort', sort);
  if (days !== USUAL_DAYS) query.set('days', String(days));
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/outlets' : `/outlets?${query}`;
}

/** Samples last whatever the order, so that they are never mixed with real outlets. */
export function shownOutlets(outlets: readonly OutletHealth[], query: ListQuery): OutletHealth[] {
  const words = query.search?.toLocaleLowerCase('en');
  return outlets
    .filter(
      ({ state }) =>
        query.state === undefined || (query.state === 'trouble' ? TROUBLE.includes(state) : state === query.state),
    )
    .filter(({ outlet }) => query.country === undefined || (outlet.country ?? '–') === query.country)
    .filter(({ outlet }) => query.language === undefined || primaryLanguage(outlet.language) === query.language)
    .filter(
      ({ outlet, feeds }) =>
        words === undefined ||
        outlet.name.toLocaleLowerCase('en').includes(words) ||
        feeds.some(({ url }) => url.toLowerCase().includes(words)),
    )
    .sort(
      (a, b) =>
        Number(a.outlet.sample) - Number(b.outlet.sample) ||
        ORDERS[query.sort](a, b) ||
        a.outlet.name.localeCompare(b.outlet.name, 'en'),
    );
}

const ORDERS: Record<SortKey, (a: OutletHealth, b: OutletHealth) => number> = {
  name: () => 0,
  state: (a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state),
  newest: (a, b) => time(b.newest) - time(a.newest),
  success: (a, b) => time(lastOf(a, 'lastSuccessAt')) - time(lastOf(b, 'lastSuccessAt')),
  rate: (a, b) => (b.perDay ?? -1) - (a.perDay ?? -1),
  full: (a, b) => share(a.activity.byQuality.full, a) - share(b.activity.byQuality.full, b),
  shared: (a, b) => share(a.activity.shared, a) - share(b.activity.shared, b),
};

/** The latest of all feeds of an outlet. */
export function lastOf({ feeds }: OutletHealth, key: 'lastSuccessAt' | 'lastTryAt'): string | undefined {
  return feeds.reduce<string | undefined>(
    (latest, feed) => (time(feed[key]) > time(latest) ? feed[key] : latest),
    undefined,
  );
}

/** The first moment at which one of its feeds is asked again; undefined when none is. */
export function nextTryOf({ feeds }: OutletHealth): string | undefined {
  const asked = feeds.filter((feed) => !feed.retired && feed.pausedAt === undefined).map((feed) => feed.nextCheckAt);
  return asked.sort((a, b) => time(a) - time(b))[0];
}

function time(at: string | undefined): number {
  return at === undefined ? 0 : Date.parse(at);
}

// Outlets without articles have no share; they come after those that have one.
function share(part: number, { activity }: OutletHealth): number {
  return activity.articles === 0 ? 2 : part / activity.articles;
}
