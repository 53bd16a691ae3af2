import type { Filter } from '#lib/comparison/frame-rows';
import type { Texts } from '#lib/comparison/texts';
import { precisionOf, precisionWords } from '#lib/comparison/verdicts';
import type { Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { CodebookStamp } from '#lib/types';
import { POSITION_WORDS, VOICE_WORDS } from './words';

/** What a chart says of itself wherever it goes: on the page, in a saved picture, in each row of its table. */
export type ChartFacts = {
  title: string;
  /** Printed under the picture, on the page and in files. */
  lines: string[];
  codebook: CodebookStamp;
  /** Day the newest text was read, UTC: it is in the comparison, so a frozen chart says the same for good. */
  date: string;
  filter: string;
  /** n, in words. */
  n: string;
};

type Asked = { texts: Texts; place: Place; codebook: CodebookStamp; title: string; codes: readonly string[] };

export function chartFacts({ texts, place, codebook, title, codes }: Asked): ChartFacts {
  const { framing, articles, software, verdicts = [] } = texts.comparison;
  const counted = framing.find((each) => each.codebook.hash === codebook.hash)?.articles ?? [];
  const outlets = new Set(
    articles.filter(({ id }) => counted.some((each) => each.articleId === id)).map((each) => each.outletId),
  );
  const sentences = counted.reduce((sum, each) => sum + each.sentences, 0);
  const date =
    articles
      .map(({ fetchedAt }) => new Date(fetchedAt).toISOString().slice(0, 10))
      .sort()
      .at(-1) ?? '';
  const n = `${countOf(sentences, 'sentence')} in ${countOf(counted.length, 'article')} by ${countOf(outlets.size, 'outlet')}`;
  const filter = filterWords(place.shown);
  const checked = precisionOf(verdicts, codebook.hash, codes);
  return {
    title,
    codebook,
    date,
    filter,
    n,
    lines: [
      `n = ${n}; ${filter}.`,
      `Codebook ${codebook.id} ${codebook.version}, SHA-256 ${codebook.hash}.`,
      `Texts as read until ${date}. ${checked === undefined ? 'No hit checked by a reader' : precisionWords(checked)}. Synoptic ${software.version}.`,
    ],
  };
}

/** "all words, all positions", "quoted, headline". */
export function filterWords({ voice, position }: Filter): string {
  const whose = voice === 'all' ? 'all words' : VOICE_WORDS[voice];
  return `${whose}, ${position === 'all' ? 'all positions' : POSITION_WORDS[position]}`;
}

/** A table with what should be known of it in every row, so that no line loses it when tables are joined. */
export function withFacts(facts: ChartFacts, [header = [], ...rows]: (string | number)[][]): (string | number)[][] {
  const { title, codebook, date, filter, n } = facts;
  const known = [title, n, codebook.id, codebook.version, codebook.hash, date, filter];
  const names = ['chart', 'n', 'codebook', 'codebook_version', 'codebook_hash', 'texts_read_until', 'filter'];
  return [[...header, ...names], ...rows.map((row) => [...row, ...known])];
}

/** "conflict-generic-1a2b3c4d" */
export function fileName(facts: Pick<ChartFacts, 'title' | 'codebook'>): string {
  const name = `${facts.title}-${facts.codebook.id}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${name}-${facts.codebook.hash.slice(0, 8)}`;
}
