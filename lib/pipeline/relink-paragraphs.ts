import { createHash } from 'node:crypto';
import { SynopticError } from '#lib/errors';
import { getArticles } from '#lib/store/articles';
import { listRelinks, type ParagraphKey, saveRelink } from '#lib/store/link-corrections';
import type { Store } from '#lib/store/open-store';
import type { Article, LinkCorrection } from '#lib/types';
import type { Ports } from './ports';

export type ParagraphPlace = { articleId: string; paragraph: number };

/**
 * Keeps what a person says of two paragraphs: that they match, that they do not, or (`linked` undefined) nothing any more.
 * @throws SynopticError `bad-input` naming the paragraph that is not there.
 */
export async function relinkParagraphs(
  ports: Pick<Ports, 'store' | 'now'>,
  { a, b, linked }: { a: ParagraphPlace; b: ParagraphPlace; linked: boolean | undefined },
): Promise<void> {
  const articles = await getArticles(ports.store, [a.articleId, b.articleId]);
  if (a.articleId === b.articleId) {
    throw new SynopticError('bad-input', 'Two paragraphs of one text are not matched with each other.', {
      subject: 'other',
    });
  }
  await saveRelink(
    ports.store,
    { a: keyOf(articles, a, 'reference'), b: keyOf(articles, b, 'other'), linked },
    ports.now(),
  );
}

function keyOf(articles: readonly Article[], { articleId, paragraph }: ParagraphPlace, subject: string): ParagraphKey {
  const text = articles.find((article) => article.id === articleId)?.paragraphs[paragraph]?.text;
  if (text !== undefined) return { articleId, hash: hashOf(text) };
  throw new SynopticError('bad-input', `There is no paragraph ${paragraph + 1} in this text any more.`, { subject });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * What was said of these texts' paragraphs, as places in their present versions. A paragraph whose text has changed since is another one,
 * and what was said of the old one waits until that text comes back.
 */
export async function linkCorrections(
  store: Store,
  articles: readonly Article[],
  reference: string,
): Promise<LinkCorrection[]> {
  const said = await listRelinks(
    store,
    articles.map(({ id }) => id),
  );
  if (said.length === 0) return [];
  const places = new Map(
    articles.flatMap(({ id, paragraphs }) => paragraphs.map(({ text }, at) => [`${id} ${hashOf(text)}`, at] as const)),
  );
  const placeOf = ({ articleId, hash }: ParagraphKey) => places.get(`${articleId} ${hash}`);
  return said.flatMap(({ a, b, linked }): LinkCorrection[] => {
    const [ours, theirs] = a.articleId === reference ? [a, b] : [b, a];
    const [here, there] = [placeOf(ours), placeOf(theirs)];
    if (ours.articleId !== reference || here === undefined || there === undefined) return [];
    return [{ articleId: theirs.articleId, reference: here, other: there, linked }];
  });
}
