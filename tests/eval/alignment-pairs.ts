import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJsonl } from './read-jsonl';

/** `full`: the main statement of one paragraph is in the other; `partial`: only a fact or a quotation is shared. */
export type Gold = 'full' | 'partial' | 'none';

export type LabelledPair = {
  id: string;
  set: 'outlets' | 'newsroom' | 'summary' | 'strangers';
  split: 'development' | 'held-out';
  /** Pairs of one group share a text or an event and are never parted by a fold. */
  group: string;
  reference: string[];
  other: string[];
  /** "i j" → kind. */
  links: ReadonlyMap<string, Exclude<Gold, 'none'>>;
};

type Side = { paragraphs: string[] };
type Row = {
  id: string;
  set: 'outlets' | 'summary';
  reference: Side;
  other: Side;
  links: [number, number, 'yes' | 'partial'][];
};
export type LabelFile = {
  pairs: {
    event: string;
    reference: string;
    other: string;
    split: LabelledPair['split'];
    first: string;
    second: string;
    links: string;
  }[];
};
type Newsroom = { articles: { id: string; event: string | null; paragraphs: string[] }[] };

/** Ids and places only: the texts stay in DIR. */
export const LABELS = JSON.parse(
  readFileSync(new URL('labels/alignment-newsroom.json', import.meta.url), 'utf8'),
) as LabelFile;

export function readNewsroom(dataDir: string): Newsroom {
  const file = path.join(dataDir, 'newsroom-dev', 'newsroom.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Newsroom) : { articles: [] };
}

export function readPairs(dataDir: string): LabelledPair[] {
  const rows = readJsonl<Row>(path.join(dataDir, 'alignment-dev.jsonl.gz'));
  const linked = rows.map((row): LabelledPair => {
    const kinds = row.links.map(([i, j, kind]): [string, 'full' | 'partial'] => [
      `${i} ${j}`,
      kind === 'yes' ? 'full' : 'partial',
    ]);
    return {
      id: row.id,
      set: row.set,
      split: 'development',
      group: row.set === 'summary' ? (row.reference.paragraphs[0] ?? row.id) : row.id,
      reference: row.reference.paragraphs,
      other: row.other.paragraphs,
      links: new Map(kinds),
    };
  });
  const articles = new Map(readNewsroom(dataDir).articles.map((article) => [article.id, article.paragraphs]));
  const labelled = LABELS.pairs.flatMap(({ event, split, links, ...ids }): LabelledPair[] => {
    const [reference, other] = [articles.get(ids.reference), articles.get(ids.other)];
    return reference && other
      ? [{ id: event, set: 'newsroom', split, group: event, reference, other, links: parseLinks(links) }]
      : [];
  });
  return [...linked, ...labelled];
}

/**
 * Pairs of articles on different things, no links: the newsroom's stories that one outlet alone reported, each with the ones
 * ten and twenty places on. None of these articles is in a labelled pair.
 */
export function readStrangers(dataDir: string): LabelledPair[] {
  const alone = readNewsroom(dataDir).articles.filter(({ event }) => event === null);
  const partners = alone
    .slice(0, 20)
    .flatMap((article, at) => [10, 20].map((step) => [article, alone[at + step]] as const));
  return partners.flatMap(([article, other]): LabelledPair[] => {
    return other
      ? [
          {
            id: `${article.id} ${other.id}`,
            set: 'strangers',
            split: 'development',
            group: article.id,
            reference: article.paragraphs,
            other: other.paragraphs,
            links: new Map(),
          },
        ]
      : [];
  });
}

/** "0-1y 3-4p" → { "0 1": full, "3 4": partial }. */
export function parseLinks(text: string): Map<string, 'full' | 'partial'> {
  return new Map(
    text.split(' ').map((link) => {
      const [, i, j, kind] = /^(\d+)-(\d+)([yp])$/.exec(link) ?? [];
      if (kind === undefined) throw new Error(`Not a label: ${link}`);
      return [`${i} ${j}`, kind === 'y' ? 'full' : 'partial'];
    }),
  );
}
