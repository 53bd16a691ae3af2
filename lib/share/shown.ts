import { type Excerpt, HEADLINE, type Position, type Voice } from '../types';

/** What is being looked at, all of it in the URL: what is not here, no reload, bookmark or shared link could bring back. */
export type Shown = {
  view: View;
  /** Article id of the reference; absent: the comparison's own choice. */
  ref?: string;
  /** Article ids compared with it; absent: all. */
  with?: string[];
  /** Article id of the other text, side by side. */
  other?: string;
  /** Codebook id. */
  codebook?: string;
  voice: Voice | 'all';
  position: Position | 'all';
  onlyDifferences: boolean;
  /** Also the kinds of differences that are right half the time or less. */
  unsure: boolean;
  /** Matches are being corrected. */
  correcting: boolean;
  /** Texts that could not be read whole are counted too. */
  includePartial?: true;
  /** Letters instead of the names of outlets. */
  blind?: true;
  /** Index of the opened paragraph of the reference; −1: its headline. */
  at?: number;
  /** Code and outlet (id) whose sentences are listed. */
  code?: string;
  outlet?: string;
  /** Which of the counts in that row: of one voice, at one position, or the hits a reader has judged. */
  cell?: Cell;
};

const CELLS = ['own', 'attributed', 'quoted', 'headline', 'lead', 'body', 'judged'] as const;
export type Cell = (typeof CELLS)[number];

export const VIEWS = ['read', 'side', 'framing', 'words', 'quotes', 'headlines', 'coverage', 'method'] as const;
export type View = (typeof VIEWS)[number];

const VOICES = ['all', 'own', 'attributed', 'quoted'] as const;
const POSITIONS = ['all', 'headline', 'lead', 'body'] as const;

export type Query = Record<string, string | string[] | undefined>;

/** Reads leniently: what cannot be understood falls back, because links are written by hand and cut by mail programs. */
export function readShown(query: Query): Shown {
  const one = (key: string) => {
    const value = query[key];
    const first = Array.isArray(value) ? value[0] : value;
    return first?.trim() || undefined;
  };
  const opened = one('at') ?? '';
  const at = opened === 'headline' ? HEADLINE : /^p(\d{1,5})$/.exec(opened)?.[1];
  const others = list(query.with);
  const cell = CELLS.find((each) => each === one('cell'));
  const texts = {
    ref: one('ref'),
    other: one('other'),
    codebook: one('codebook'),
    code: one('code'),
    outlet: one('outlet'),
  };
  return {
    view: VIEWS.find((view) => view === one('view')) ?? 'read',
    voice: VOICES.find((voice) => voice === one('voice')) ?? 'all',
    position: POSITIONS.find((position) => position === one('position')) ?? 'all',
    onlyDifferences: one('only') === 'differences',
    unsure: one('unsure') === '1',
    correcting: one('correct') === 'matches',
    ...(one('include') === 'partial' ? { includePartial: true as const } : {}),
    ...(one('blind') === '1' ? { blind: true as const } : {}),
    ...(others.length === 0 ? {} : { with: others }),
    ...(at === undefined ? {} : { at: Number(at) }),
    ...(cell === undefined ? {} : { cell }),
    ...withoutGaps(texts),
  };
}

// A form with boxes sends `with=a&with=b`, a written link `with=a,b`.
function list(value: string | string[] | undefined): string[] {
  const parts = (Array.isArray(value) ? value : [value ?? '']).flatMap((each) => each.split(','));
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

function withoutGaps<K extends string>(texts: Record<K, string | undefined>): Partial<Record<K, string>> {
  const kept: Partial<Record<K, string>> = {};
  for (const key in texts) {
    const value = texts[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

/** What of it decides the comparison itself, and not how it is looked at. */
export function choiceOf({ ref, with: articles, includePartial }: Shown) {
  return {
    ...(ref === undefined ? {} : { reference: ref }),
    ...(articles === undefined ? {} : { articleIds: articles }),
    ...(includePartial === undefined ? {} : { includePartial }),
  };
}

/** The rest: what a frozen comparison still lets be chosen. */
export function lookOf({ ref: _ref, with: _with, includePartial: _include, ...look }: Shown): Shown {
  return { ...look, correcting: false };
}

type Change = { [K in keyof Shown]?: Shown[K] | undefined };

/** The other way round; what is as it would be anyway is left out, so that the plain view has the plain address. */
export function writeShown({
  view,
  voice,
  position,
  onlyDifferences,
  unsure,
  correcting,
  includePartial,
  blind,
  at,
  with: articles,
  ref,
  ...rest
}: Change): Record<string, string> {
  const { other, codebook, code, outlet, cell } = rest;
  return {
    ...(view === undefined || view === 'read' ? {} : { view }),
    ...withoutGaps({ ref, with: articles?.join(','), other, codebook, code, outlet, cell }),
    ...(voice === undefined || voice === 'all' ? {} : { voice }),
    ...(position === undefined || position === 'all' ? {} : { position }),
    ...(onlyDifferences ? { only: 'differences' } : {}),
    ...(unsure ? { unsure: '1' } : {}),
    ...(correcting ? { correct: 'matches' } : {}),
    ...(includePartial ? { include: 'partial' } : {}),
    ...(at === undefined ? {} : { at: at < 0 ? 'headline' : `p${at}` }),
    ...(blind ? { blind: '1' } : {}),
  };
}

/** A page that shows a comparison: its path, and what of it is shown. */
export type Place = {
  path: string;
  shown: Shown;
  /** Where the bare address has a view of its own, the plain view must be asked for by name. */
  hasOwnView?: boolean;
  /** These are not the whole texts. */
  excerpt?: Excerpt;
  /** A live comparison, before somebody who may change what is stored. */
  mayCorrect?: boolean;
};

/** The same page with something changed; `undefined` takes a key away. */
export function linkTo({ path, shown, hasOwnView = false }: Place, change: Change, hash?: string): string {
  const written = writeShown({ ...shown, ...change });
  const asked = hasOwnView && Object.keys(written).length === 0 ? { view: 'read' } : written;
  const query = Object.entries(asked).map(
    ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`,
  );
  return `${path}${query.length === 0 ? '' : `?${query.join('&')}`}${hash === undefined ? '' : `#${hash}`}`;
}
