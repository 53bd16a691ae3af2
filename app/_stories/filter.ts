import type { Query } from '#lib/share/shown';

/** What the list of stories is narrowed to; all of it in the URL. Days are UTC, `2025-02-24`. */
export type Filter = {
  search?: string | undefined;
  outlet?: string | undefined;
  country?: string | undefined;
  language?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Stories that only one outlet has as well. */
  single: boolean;
  /** By time alone, not by coverage and time. */
  newest: boolean;
  cursor?: string | undefined;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readFilter(query: Query): Filter {
  const one = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 500) || undefined;
  };
  const day = (key: string) => {
    const value = one(key);
    return value !== undefined && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  return {
    search: one('search'),
    outlet: one('outlet'),
    country: one('country'),
    language: one('language'),
    from: day('from'),
    to: day('to'),
    single: one('single') === '1',
    newest: one('order') === 'newest',
    cursor: one('cursor'),
  };
}

/** The filter as the store asks for it; a day stands for all of its hours. */
export function queryOf({ search, outlet, country, language, from, to, single, newest, cursor }: Filter) {
  return {
    minOutlets: single ? 1 : 2,
    order: newest ? ('newest' as const) : ('ranked' as const),
    ...(search === undefined ? {} : { search }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(country === undefined ? {} : { country }),
    ...(language === undefined ? {} : { language }),
    ...(from === undefined ? {} : { from: `${from}T00:00:00.000Z` }),
    ...(to === undefined ? {} : { to: `${to}T23:59:59.999Z` }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

export function filterLink({ single, newest, ...rest }: Filter): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) query.set(key, value);
  if (single) query.set('single', '1');
  if (newest) query.set('order', 'newest');
  return query.size === 0 ? '/' : `/?${query}`;
}
