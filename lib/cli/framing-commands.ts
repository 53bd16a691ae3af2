import { SynopticError } from '#lib/errors';
import { codebookHash } from '#lib/framing/codebook';
import { countFrames } from '#lib/framing/count-frames';
import { countVerbs } from '#lib/framing/count-verbs';
import { checkExamples } from '#lib/framing/examples';
import { mainFrame } from '#lib/framing/main-frame';
import { tableOf } from '#lib/framing/rates';
import type { CountedArticle } from '#lib/framing/units';
import { sameLanguage } from '#lib/text/language-tags';
import type { Codebook } from '#lib/types';
import { runBatch, write } from './batch';
import { batchOf, codebooksOf } from './given';
import { type ArticleLine, articleLine } from './schemas';
import { type Given, need, statusOf, UsageError } from './usage';

export async function frame(given: Given): Promise<number> {
  const file = batchOf(given);
  need(given.codebook, '--codebook ID or FILE');
  const [codebook] = (await codebooksOf(given)) ?? [];
  if (!codebook) return 1;
  return statusOf(await runBatch(file, articleLine, (line) => countsOf(line, codebook)));
}

function countsOf({ id, title, paragraphs, language }: ArticleLine, codebook: Codebook): object {
  const article = { id, headline: title ?? '', paragraphs };
  checkLanguage(language, codebook);
  const count = countFrames(article, codebook);
  const { sentences, words, hits, counts } = count;
  const main = mainFrame(article, codebook);
  // Frames count sentences, labels count mentions.
  const countOf = counts.map((each) => [each.code, each.kind === 'frame' ? each.sentences : each.mentions]);
  return {
    codebook: codebook.id,
    hash: codebookHash(codebook),
    sentences,
    words,
    ...(main === undefined ? {} : { main }),
    hits,
    counts: Object.fromEntries(countOf),
    table: Object.fromEntries(
      counts.filter(({ mentions }) => mentions > 0).map(({ code }) => [code, tableOf(count, code)]),
    ),
    ...(sameLanguage(codebook.lang, 'en') ? { attribution: attributionOf(article) } : {}),
  };
}

function attributionOf(article: CountedArticle): object {
  const { byClass, verbs } = countVerbs(article);
  return { byClass, verbs };
}

// Terms of one language say nothing in another: zeros would look like an answer.
function checkLanguage(language: string | undefined, { id, lang }: Codebook): void {
  const isTag = /^[a-z]{2,3}(?:[-_]|$)/i.test(language ?? '');
  if (language === undefined || !isTag || sameLanguage(language, lang)) return;
  const message = `This text is marked “${language}” and the codebook ${id} is for “${lang}”. Use one for its language.`;
  throw new SynopticError('bad-input', message, { subject: 'language' });
}

/** A codebook read, checked and tried on its own examples. */
export async function codebook(given: Given): Promise<number> {
  const [verb, name] = given.words;
  if (verb !== 'check') throw new UsageError(`codebook ${verb ?? ''}: there is only “codebook check FILE|ID”`);
  const [checked] = (await codebooksOf({ ...given, codebook: need(name, 'FILE or ID') })) ?? [];
  if (!checked) return 1;
  const failures = checkExamples(checked);
  const { id, version, lang, frames, concepts } = checked;
  const examples = [...frames, ...concepts].reduce((sum, code) => sum + code.examples.length, 0);
  await write({ id, version, lang, hash: codebookHash(checked), examples, failures });
  return statusOf(failures.length);
}
