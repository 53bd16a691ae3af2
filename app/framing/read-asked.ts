import type { Query } from '#lib/share/shown';
import type { Position, Voice } from '#lib/types';
import type { By } from '../_queries/outlet-framing';

/** What the address asks for, read leniently: what cannot be understood falls back. */
export type Asked = {
  outlet?: string;
  codebook?: string;
  code?: string;
  by: By;
  voice: Voice | 'all';
  position: Position | 'all';
  /** Key of the point that is opened. */
  point?: string;
};

export function readAsked(query: Query): Asked {
  const one = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const texts = { outlet: one('outlet'), codebook: one('codebook'), code: one('code'), point: one('point') };
  return {
    by: (['day', 'week', 'story'] as const).find((each) => each === one('by')) ?? 'week',
    voice: (['own', 'attributed', 'quoted'] as const).find((each) => each === one('voice')) ?? 'all',
    position: (['headline', 'lead', 'body'] as const).find((each) => each === one('position')) ?? 'all',
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
  };
}

/** The address that asks for it. */
export function framingAddress(asked: Partial<Asked>, hash?: string): string {
  const { by, voice, position, ...texts } = asked;
  const query = new URLSearchParams(Object.entries(texts).filter(([, value]) => value !== undefined));
  if (by !== undefined && by !== 'week') query.set('by', by);
  if (voice !== undefined && voice !== 'all') query.set('voice', voice);
  if (position !== undefined && position !== 'all') query.set('position', position);
  return `/framing${query.size === 0 ? '' : `?${query}`}${hash === undefined ? '' : `#${hash}`}`;
}
