import { type ComparedPair, type CompareInput, compareStory, type Encoded } from '#lib/comparison/compare-story';
import { comparisonKey, pairKey } from '#lib/comparison/comparison-key';
import { encoderSilent } from '#lib/comparison/encoder-notes';
import { isAlignable } from '#lib/comparison/left-out';
import { withVerdicts } from '#lib/comparison/verdicts';
import { SynopticError } from '#lib/errors';
import { codebookHash } from '#lib/framing/codebook';
import { SOFTWARE } from '#lib/software';
import { getArticles } from '#lib/store/articles';
import { getCachedComparison, putCachedComparison } from '#lib/store/comparisons';
import type { Store } from '#lib/store/open-store';
import { listOutlets } from '#lib/store/outlets';
import { getStory } from '#lib/store/stories';
import { listVerdicts } from '#lib/store/verdicts';
import type { Article, Comparison, Timestamp } from '#lib/types';
import { codebooksById, codebooksFitting } from './codebooks';
import { codebooksInForce } from './codebooks-in-force';
import { paragraphEmbeddings } from './embed-texts';
import type { Encoder } from './encoder';
import type { Ports } from './ports';
import { linkCorrections } from './relink-paragraphs';

/** Beyond this the page is no longer one a person reads; the earliest articles are taken. */
export const MOST_ARTICLES = 20;

type ComparePorts = Pick<Ports, 'store' | 'encoder'>;

export type Choice = {
  /** Article id; default: the earliest complete text. */
  reference?: string;
  /** Article ids to compare; default: all of the story, at most MOST_ARTICLES. */
  articleIds?: string[];
  /** Codebook ids; default: those in force that fit the texts. */
  codebooks?: string[];
  includePartial?: boolean;
};

/**
 * @throws SynopticError `unknown-id` for a story, reference or codebook that does not exist, `bad-input` when fewer than two texts are left.
 */
export async function compareStoredStory(
  ports: ComparePorts,
  storyId: string,
  choice: Choice,
  now: Timestamp,
): Promise<Comparison> {
  const story = await getStory(ports.store, storyId);
  if (!story) throw new SynopticError('unknown-id', `There is no story “${storyId}”.`, { subject: 'story' });
  const chosen = choice.articleIds?.filter((id) => story.articleIds.includes(id)) ?? [];
  const ids = chosen.length >= 1 ? chosen : story.articleIds;
  return compareStoredArticles(ports, { title: story.title, articleIds: ids }, choice, now);
}

/** The same for any stored articles. Computed once for each set of versions and settings, then read. */
export async function compareStoredArticles(
  ports: ComparePorts,
  subject: { title: string; articleIds: string[] },
  choice: Choice,
  now: Timestamp,
): Promise<Comparison> {
  const { store } = ports;
  const wanted = withReference(subject.articleIds, choice.reference);
  const articles = earliest(await getArticles(store, wanted), choice.reference);
  const reference = referenceOf(articles, choice.reference);
  const inForce = await codebooksInForce(store);
  const codebooks = choice.codebooks ? codebooksById(choice.codebooks, inForce) : codebooksFitting(articles, inForce);
  const input: CompareInput = {
    title: subject.title,
    articles,
    outlets: await listOutlets(store),
    settings: {
      reference,
      codebooks: codebooks.map((codebook) => codebook.id),
      includePartial: choice.includePartial ?? false,
    },
    codebooks,
    software: SOFTWARE,
    linkCorrections: await linkCorrections(store, articles, reference),
  };
  // Verdicts change no count, so they are added to what is stored: one press must not compute everything anew.
  return withVerdicts(await computedOnce(ports, input, now), await listVerdicts(store, articles));
}

async function computedOnce(
  { store, encoder }: ComparePorts,
  input: CompareInput,
  now: Timestamp,
): Promise<Comparison> {
  const named = encoder === undefined ? input : { ...input, encoded: encodedBy(encoder, new Map()) };
  const key = comparisonKey(named);
  const stored = await getCachedComparison(store, key);
  if (stored) return JSON.parse(new TextDecoder().decode(stored)) as Comparison;
  const embeddings = encoder && (await paragraphEmbeddings({ store, encoder }, input.articles.filter(isAlignable)));
  if (embeddings !== undefined && 'reason' in embeddings) {
    // Kept under the name it has without an encoder: the next opening asks again.
    const plain = await computedOnce({ store }, input, now);
    return { ...plain, notes: [...plain.notes, encoderSilent(embeddings.reason)] };
  }
  const encoded = encoder && embeddings && encodedBy(encoder, embeddings);
  const comparison = await compareKnown(store, { ...input, ...(encoded === undefined ? {} : { encoded }) }, now);
  await putCachedComparison(store, key, new TextEncoder().encode(JSON.stringify(comparison)), now);
  return comparison;
}

function encodedBy({ key, model }: Encoder, embeddings: Encoded['embeddings']): Encoded {
  return { encoder: key, model, embeddings };
}

/** Pairs of versions that were compared before are read, the rest is worked out and kept. */
async function compareKnown(store: Store, input: CompareInput, now: Timestamp): Promise<Comparison> {
  const hashes = input.codebooks.map(codebookHash);
  const keys = input.articles
    .filter(({ id }) => id !== input.settings.reference)
    .map(({ id }): [string, string] => [id, pairKey(input, id, hashes)]);
  const pairs = new Map<string, ComparedPair>();
  for (const [id, key] of keys) {
    const bytes = await getCachedComparison(store, key);
    if (bytes) pairs.set(id, JSON.parse(new TextDecoder().decode(bytes)) as ComparedPair);
  }
  const known = new Set(pairs.keys());
  const comparison = compareStory({ ...input, pairs });
  for (const [id, key] of keys) {
    const pair = pairs.get(id);
    if (pair && !known.has(id))
      await putCachedComparison(store, key, new TextEncoder().encode(JSON.stringify(pair)), now);
  }
  return comparison;
}

function withReference(ids: readonly string[], reference: string | undefined): string[] {
  return reference === undefined || ids.includes(reference) ? [...ids] : [...ids, reference];
}

function earliest(articles: readonly Article[], reference: string | undefined): Article[] {
  const ordered = [...articles].sort((a, b) => compareTimes(a, b) || (a.id < b.id ? -1 : 1));
  const kept = ordered.slice(0, MOST_ARTICLES);
  const pinned = ordered.find((article) => article.id === reference);
  return pinned && !kept.includes(pinned) ? [...kept.slice(0, -1), pinned] : kept;
}

// Instants, not strings: 19:48+08:00 is earlier than 14:22Z. What has no time comes last.
function compareTimes(a: Article, b: Article): number {
  return instant(a) - instant(b) || 0;
}

function instant({ published }: Article): number {
  const time = Date.parse(published ?? '');
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

function referenceOf(articles: readonly Article[], asked: string | undefined): string {
  if (asked !== undefined) {
    if (articles.some((article) => article.id === asked)) return asked;
    throw new SynopticError('unknown-id', `The reference “${asked}” is not one of the articles compared.`, {
      subject: 'ref',
    });
  }
  const complete = articles.find((article) => article.quality.status === 'full') ?? articles[0];
  if (!complete)
    throw new SynopticError('bad-input', 'A comparison needs at least two texts.', { subject: 'articles' });
  return complete.id;
}
