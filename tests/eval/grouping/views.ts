import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StoryArticle } from '#lib/types';
import { readJsonl } from '../read-jsonl';

/** An article of the labelled data. Cross-validation keeps all articles of one event in one fold. */
export type Labelled = StoryArticle & { event: string; fold: number };

/** A labelled set, or the same cut down: each batch is grouped alone. `weight`: how much it counts in learning. */
export type View = { name: string; weight: number; batches: Labelled[][] };

export const FOLDS = 5;

type Row = {
  id: string;
  set: string;
  event: string;
  outlet: string | null;
  date: string | null;
  title: string | null;
  text: string;
};
type Newsroom = {
  articles: {
    id: string;
    event: string | null;
    outlet: string;
    title: string;
    published: string;
    paragraphs: string[];
  }[];
};

/** The labelled sets as they are. Articles of the newsroom day that also stand in a set share the fold of its event. */
export function labelledSets(dataDir: string): Map<string, Labelled[]> {
  const sets = new Map<string, Labelled[]>();
  const eventByTitle = new Map<string, string>();
  for (const { id, set, event, outlet, date, title, text } of readJsonl<Row>(
    path.join(dataDir, 'grouping-dev.jsonl.gz'),
  )) {
    const article = {
      id,
      event,
      fold: foldOf(event),
      outlet: outlet ?? '',
      title: title ?? '',
      text,
      ...(date === null ? {} : { published: date }),
    };
    sets.set(set, [...(sets.get(set) ?? []), article]);
    if (title !== null) eventByTitle.set(title.toLowerCase(), event);
  }
  const file = path.join(dataDir, 'newsroom-dev/newsroom.json');
  if (!existsSync(file)) return sets;
  const day: Newsroom = JSON.parse(readFileSync(file, 'utf8'));
  const shared = new Map<string, string>();
  for (const { event, title } of day.articles) {
    const known = eventByTitle.get(title.toLowerCase());
    if (event !== null && known !== undefined) shared.set(event, known);
  }
  const newsroom = day.articles.map(({ id, event, outlet, title, published, paragraphs }) => {
    const own = event ?? `alone ${id}`;
    return {
      id,
      outlet,
      title,
      published,
      text: paragraphs.join('\n'),
      event: own,
      fold: foldOf(shared.get(own) ?? own),
    };
  });
  return sets.set('newsroom', newsroom);
}

/**
 * What is learnt from: each set whole; cut down to title and 18 to 57 words, as feeds give it; with most events reported once,
 * as on an ordinary evening; and in small batches. One setting must serve all of them.
 */
export function viewsOf(sets: ReadonlyMap<string, Labelled[]>): View[] {
  const of = (name: string) => sets.get(name) ?? [];
  const dated = of('allsides').filter((article) => article.published !== undefined);
  const week = (article: Labelled) => `${Math.floor(Date.parse(article.published ?? '') / (7 * 86_400_000))}`;
  return [
    ...[...sets].flatMap(([name, articles]): View[] => [
      { name, weight: WEIGHTS[name] ?? 1, batches: [articles] },
      { name: `${name}, cut`, weight: WEIGHTS[`${name}, cut`] ?? 1, batches: [articles.map(cut)] },
    ]),
    { name: 'allsides, thinned', weight: 1, batches: [thinned(of('allsides'), 30)] },
    { name: 'ecbplus, thinned', weight: 1.3, batches: [thinned(of('ecbplus'), 50)] },
    { name: 'allsides, weeks', weight: 1, batches: batchesBy(thinned(dated, 40), week).map((batch) => batch.map(cut)) },
    {
      name: 'allsides, dozens',
      weight: 0.3,
      batches: batchesBy(of('allsides'), ({ event }) => `${hash(`${event} dozen`) % 100}`),
    },
    {
      name: 'allsides, handfuls',
      weight: 0.25,
      batches: batchesBy(thinned(of('allsides'), 40), ({ event }) => `${hash(`${event} handful`) % 200}`).map((batch) =>
        batch.map(cut),
      ),
    },
  ];
}

// One subject and one country's politics would else weigh most: the sets differ in size, and AllSides comes in many cuts.
const WEIGHTS: Record<string, number> = {
  gvc: 0.3,
  'gvc, cut': 0.3,
  ecbplus: 1.5,
  'ecbplus, cut': 1.3,
  fcc: 1.2,
  'fcc, cut': 0.5,
};

function cut(article: Labelled): Labelled {
  const words = 18 + (hash(`${article.id} length`) % 40);
  return { ...article, text: article.text.split(/\s+/).slice(0, words).join(' ') };
}

/** Keeps `percent` of the events whole, and one article of each other. */
function thinned(articles: readonly Labelled[], percent: number): Labelled[] {
  const seen = new Set<string>();
  return articles.filter(({ event }) => {
    if (hash(`${event} thin`) % 100 < percent) return true;
    const isFirst = !seen.has(event);
    seen.add(event);
    return isFirst;
  });
}

function batchesBy(articles: readonly Labelled[], keyOf: (article: Labelled) => string): Labelled[][] {
  const batches = new Map<string, Labelled[]>();
  for (const article of articles) batches.set(keyOf(article), [...(batches.get(keyOf(article)) ?? []), article]);
  return [...batches.values()];
}

function foldOf(event: string): number {
  return hash(`${event} fold`) % FOLDS;
}

/** Chance that repeats: FNV-1a, mixed once more so that its low bits are even. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
