import { readCodebookFiles } from '#lib/data-files';
import { SynopticError } from '#lib/errors';
import { parseCodebook } from '#lib/framing/codebook';
import { fittingCodebooks } from '#lib/framing/fitting-codebooks';
import type { Article, Codebook } from '#lib/types';

let shipped: Codebook[] | undefined;

/** The codebooks in data/codebooks, checked once a process. @throws SynopticError `bad-codebook` naming file and key. */
export function shippedCodebooks(): Codebook[] {
  shipped ??= readCodebookFiles().map(({ file, json }) => parseCodebook(json, file));
  return shipped;
}

/** The ones to use when none were chosen; never none as long as there is an English one without a subject. */
export function codebooksFitting(
  articles: readonly Article[],
  all: readonly Codebook[] = shippedCodebooks(),
): Codebook[] {
  const texts = articles.map(({ headline, paragraphs, language }) => ({
    headline,
    paragraphs: paragraphs.map(({ text }) => text),
    ...(language === undefined ? {} : { language }),
  }));
  const fitting = fittingCodebooks(texts, all);
  // For a language nobody wrote one for, the general ones stay in, so that the comparison says that they cannot count it.
  return fitting.length > 0 ? fitting : all.filter(({ lang, about }) => lang === 'en' && !about);
}

/** @throws SynopticError `unknown-id` naming the codebook and those there are. */
export function codebooksById(ids: readonly string[], all: readonly Codebook[] = shippedCodebooks()): Codebook[] {
  return ids.map((id) => {
    const found = all.find((codebook) => codebook.id === id);
    if (found) return found;
    const known = all.map((codebook) => codebook.id).join(', ');
    throw new SynopticError('unknown-id', `There is no codebook “${id}”. There are: ${known}.`, {
      subject: 'codebook',
    });
  });
}
