import { inLanguage } from '#lib/comparison/languages';
import { readConfig } from '#lib/config';
import { SynopticError } from '#lib/errors';
import { codebookHash } from '#lib/framing/codebook';
import { type CoderAgreement, coderAgreement, type SentenceVerdict } from '#lib/framing/coder-agreement';
import { codebookAt } from '#lib/pipeline/codebooks-in-force';
import { askSecondCoder, coderKey, secondCoderOf } from '#lib/pipeline/second-coder';
import { getArticle, getArticles } from '#lib/store/articles';
import { type CoderReading, listCoderReadings } from '#lib/store/coder-readings';
import { getStory } from '#lib/store/stories';
import { listVerdicts } from '#lib/store/verdicts';
import type { Article, Codebook, FrameCount, Verdict } from '#lib/types';
import { needWrite } from './permission';
import { ports } from './ports';

export type { CoderAgreement } from '#lib/framing/coder-agreement';

export function hasSecondCoder(): boolean {
  return secondCoderOf(readConfig()) !== undefined;
}

export type TextCodedTwice = {
  article: Article;
  count: FrameCount;
  /** Of this very version of the text; undefined: the second coder was not asked yet. */
  reading?: CoderReading;
};

export type SecondCoding = {
  story: { id: string; title: string };
  codebook: Codebook;
  /** undefined: none is set up. */
  model?: string;
  texts: TextCodedTwice[];
  /** Over all texts the second coder has read. */
  agreement: CoderAgreement[];
};

/**
 * The whole texts of a story as a codebook codes them, and what a second coder proposes for those it was asked about.
 * @throws SynopticError `unknown-id` for the codebook; undefined when there is no such story.
 */
export async function secondCoding(storyId: string, codebookId: string): Promise<SecondCoding | undefined> {
  const { store, coder } = await ports();
  const story = await getStory(store, storyId);
  if (!story) return undefined;
  const codebook = await codebookAt(store, codebookId);
  const articles = (await getArticles(store, story.articleIds)).filter(
    (article) => article.quality.status === 'full' && inLanguage(article, codebook.lang),
  );
  const second = secondCoderOf(readConfig());
  const [counts, verdicts, readings] = await Promise.all([
    coder.code(articles, codebook),
    listVerdicts(store, articles),
    second === undefined
      ? []
      : listCoderReadings(store, {
          articleIds: articles.map(({ id }) => id),
          codebookHash: codebookHash(codebook),
          coder: coderKey(second),
        }),
  ]);
  const texts = articles.flatMap((article, at): TextCodedTwice[] => {
    const count = counts[at];
    const reading = readings.find((each) => each.articleId === article.id && each.articleVersion === article.version);
    return count === undefined ? [] : [{ article, count, ...(reading === undefined ? {} : { reading }) }];
  });
  const twice = texts.flatMap(({ article, count, reading }) =>
    reading === undefined ? [] : [{ article: countedOf(article), count, proposals: reading.proposals }],
  );
  return {
    story: { id: story.id, title: story.title },
    codebook,
    ...(second === undefined ? {} : { model: second.model }),
    texts,
    agreement: coderAgreement(twice, codebook.lang, sentenceVerdicts(verdicts, codebookHash(codebook), counts)),
  };
}

/** Verdicts are on hits; a sentence has its code rightly when one of its hits is right. */
function sentenceVerdicts(
  verdicts: readonly Verdict[],
  hash: string,
  counts: readonly FrameCount[],
): SentenceVerdict[] {
  const said = new Map<string, SentenceVerdict>();
  for (const { articleId, codebook, code, paragraph, start, said: word } of verdicts) {
    const hits = counts.find((count) => count.articleId === articleId)?.hits ?? [];
    const hit = hits.find((each) => each.code === code && each.paragraph === paragraph && each.start === start);
    if (codebook !== hash || hit === undefined) continue;
    const key = `${articleId} ${code} ${paragraph} ${hit.sentence}`;
    const right = word === 'right' || said.get(key)?.right === true;
    said.set(key, { articleId, code, paragraph, sentence: hit.sentence, right });
  }
  return [...said.values()];
}

/** Asks the second coder about one text. @throws SynopticError `not-allowed`, `unknown-id`, `bad-config`, and what the endpoint fails with */
export async function askAbout(articleId: string, codebookId: string): Promise<void> {
  await needWrite();
  const second = secondCoderOf(readConfig());
  if (second === undefined)
    throw new SynopticError(
      'bad-config',
      'No second coder is set up: SYNOPTIC_CODER_URL and SYNOPTIC_CODER_MODEL name one.',
    );
  const open = await ports();
  const article = await getArticle(open.store, articleId);
  if (!article) throw new SynopticError('unknown-id', 'There is no such text.', { subject: 'article' });
  const answer = await askSecondCoder(open, second, article, await codebookAt(open.store, codebookId));
  if ('reason' in answer) throw new SynopticError('bad-input', answer.reason.message, { subject: 'coder' });
}

function countedOf({ id, headline, paragraphs }: Article) {
  return { id, headline, paragraphs: paragraphs.map(({ text }) => text) };
}
