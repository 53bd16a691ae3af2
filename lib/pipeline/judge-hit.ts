import { SynopticError } from '#lib/errors';
import { getArticle } from '#lib/store/articles';
import { type StoredVerdict, saveVerdict } from '#lib/store/verdicts';
import type { Ports } from './ports';

export type Judgement = Omit<StoredVerdict, 'textHash' | 'text'>;

/**
 * Keeps what a reader says of one hit, or (`withdrawn`) that it is taken back.
 * @throws SynopticError `bad-input` when the text has no such place, `unknown-id` when there is no such text.
 */
export async function judgeHit(ports: Pick<Ports, 'store' | 'now'>, judgement: Judgement): Promise<void> {
  const { articleId, version, paragraph, start, end } = judgement;
  if (![version, paragraph, start, end].every(Number.isInteger)) {
    throw new SynopticError('bad-input', 'A place in a text is given by whole numbers.', { subject: 'place' });
  }
  const article = await getArticle(ports.store, articleId, version);
  if (!article) {
    throw new SynopticError('unknown-id', 'This text, in the version that was read, is not stored here any more.', {
      subject: 'article',
    });
  }
  const text = paragraph === -1 ? article.headline : article.paragraphs[paragraph]?.text;
  if (text === undefined || !(start >= 0 && start < end && end <= text.length)) {
    throw new SynopticError('bad-input', 'This text has no words at the place that was judged.', { subject: 'place' });
  }
  if (!/^[0-9a-f]{64}$/.test(judgement.codebook) || judgement.code.length > 200) {
    throw new SynopticError('bad-input', 'No code of a codebook was named.', { subject: 'code' });
  }
  const verdict = { ...judgement, textHash: article.textHash, text: text.slice(start, end) };
  await saveVerdict(ports.store, verdict, ports.now());
}
