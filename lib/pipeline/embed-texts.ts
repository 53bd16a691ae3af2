import { type EmbeddedText, listEmbeddings, saveEmbeddings } from '#lib/store/embeddings';
import type { Article, Embedding, Reason, StoryArticle } from '#lib/types';
import type { Encoder } from './encoder';
import type { Ports } from './ports';

type WithEncoder = Pick<Ports, 'store'> & { encoder: Encoder };

/** Words of a text that are encoded for grouping: what is told first is what it is about, and encoders cut what is long. */
const LEAD_WORDS = 60;

/**
 * Embeddings of every paragraph, by article: read where this version was encoded before, asked for and kept where not. All or none,
 * because a comparison in which one pair was weighed otherwise than the next would be none.
 */
export async function paragraphEmbeddings(
  { store, encoder }: WithEncoder,
  articles: readonly Article[],
): Promise<Map<string, readonly Embedding[]> | { reason: Reason }> {
  const ids = articles.map(({ id }) => id);
  const kept = await listEmbeddings(store, encoder.key, 'paragraphs', ids);
  const found = new Map<string, readonly Embedding[]>();
  for (const article of articles) {
    const known = kept.find((each) => each.articleId === article.id && each.articleVersion === article.version);
    if (known?.embeddings.length === article.paragraphs.length) {
      found.set(article.id, known.embeddings);
      continue;
    }
    const embeddings = await encoder.encode(article.paragraphs.map(({ text }) => text));
    if ('reason' in embeddings) return embeddings;
    const fresh: EmbeddedText = { articleId: article.id, articleVersion: article.version, embeddings };
    await saveEmbeddings(store, encoder.key, 'paragraphs', fresh);
    found.set(article.id, embeddings);
  }
  return found;
}

/**
 * Encodes the beginning of a text that is about to be placed. A text keeps the one it got when it came, as it keeps its profile.
 * An encoder that does not answer changes nothing: the text is grouped by its words, like every text where none is set up.
 */
export async function embedLead({ store, encoder }: WithEncoder, article: StoryArticle): Promise<void> {
  const [known] = await listEmbeddings(store, encoder.key, 'lead', [article.id]);
  if (known) return;
  const embeddings = await encoder.encode([leadOf(article)]);
  if ('reason' in embeddings) return;
  await saveEmbeddings(store, encoder.key, 'lead', { articleId: article.id, articleVersion: 0, embeddings });
}

/** What of a text is encoded for grouping. */
export function leadOf({ title, text }: StoryArticle): string {
  return `${title}\n${text.split(/\s+/, LEAD_WORDS).join(' ')}`;
}

/** By article, of those that were encoded. */
export async function leadEmbeddings(
  { store, encoder }: WithEncoder,
  articleIds: readonly string[],
): Promise<Map<string, Embedding>> {
  const kept = await listEmbeddings(store, encoder.key, 'lead', articleIds);
  return new Map(kept.flatMap(({ articleId, embeddings: [lead] }) => (lead ? [[articleId, lead] as const] : [])));
}
