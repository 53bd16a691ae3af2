import { isUnread, nameOf, type Texts } from '#lib/comparison/texts';
import type { Article } from '#lib/types';
import { archiveAddress } from '../archive-address';
import { type Column, column } from './csv-column';

export type TextRow = { article: Article; name: string; texts: Texts };

export const textColumns: Column<TextRow>[] = [
  column('article', 'code', 'Id of the text; the other tables refer to it.', ({ article }) => article.id),
  column('version', 'integer', 'Version of the text, counted from 1.', ({ article }) => article.version),
  column('outlet', 'text', 'Name of the outlet; numbered where it stands here with several texts.', ({ name }) => name),
  column(
    'is_reference',
    'boolean',
    'Whether the others are compared with this text.',
    ({ article, texts }) => article === texts.reference,
  ),
  column('headline', 'text', 'Headline as printed.', ({ article }) => article.headline),
  column('language', 'code', 'BCP 47 tag of its language.', ({ article }) => article.language),
  column('published', 'time', 'When the outlet says it was published.', ({ article }) => article.published),
  column('updated', 'time', 'When the outlet says it was changed.', ({ article }) => article.updated),
  column('read', 'time', 'When it was read.', ({ article }) => article.fetchedAt),
  column(
    'quality',
    'code',
    'full, partial, excerpt, blocked or failed: how much of it could be read.',
    ({ article }) => article.quality.status,
  ),
  column(
    'is_counted',
    'boolean',
    'Whether it is looked at for counts and for what it does not carry.',
    ({ article, texts }) => !isUnread(article, texts.comparison),
  ),
  column('paragraphs', 'integer', 'Paragraphs of its body.', ({ article }) => article.paragraphs.length),
  column(
    'copy_of',
    'code',
    'Id of the text it repeats nearly word for word.',
    ({ article, texts }) => texts.comparison.copies?.find(({ articleId }) => articleId === article.id)?.of,
  ),
  column('sha256', 'code', 'SHA-256 of its wording.', ({ article }) => article.textHash),
  column('address', 'address', 'Where it was read.', ({ article }) => article.url),
  column(
    'archive',
    'address',
    'Where the Internet Archive would have it, from about the time it was read.',
    ({ article }) => (article.url === undefined ? undefined : archiveAddress(article.url, article.fetchedAt)),
  ),
];

export function textRows(texts: Texts): TextRow[] {
  return texts.comparison.articles.map((article) => ({ article, name: nameOf(article, texts.comparison), texts }));
}
