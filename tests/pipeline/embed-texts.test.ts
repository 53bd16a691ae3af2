import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import type { Encoder } from '#lib/pipeline/encoder';
import { placeArticle } from '#lib/pipeline/place-article';
import { settleStories } from '#lib/pipeline/settle-stories';
import { saveArticle } from '#lib/store/articles';
import { listEmbeddings } from '#lib/store/embeddings';
import type { Comparison, StoryArticle } from '#lib/types';
import { ferryArticles } from '../comparison/write-article';
import { type Newsroom, openNewsroom } from '../newsroom';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { openTestPorts } from './pipeline-ports';
import { type Asked, EMBEDDINGS_PATH, encoderAt, toyAnswer } from './toy-encoder';

const NOW = '2025-03-04T12:00:00.000Z';
const AXES = [['ferry'], ['Corrosion', 'corrosion'], ['gamble'], ['bus'], ['Bakers', 'fair']];

describe.each(DIALECTS)('comparing and grouping with an encoder on %s', (dialect) => {
  const { store } = freshStores(dialect);
  const articles = ferryArticles();
  const articleIds = articles.map(({ id }) => id);
  const paragraphs = articles.reduce((sum, article) => sum + article.paragraphs.length, 0);
  let room: Newsroom;
  let heard: Asked[];
  let encoder: Encoder;
  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    heard = [];
    room.put(EMBEDDINGS_PATH, toyAnswer(AXES, heard));
    encoder = encoderAt(room);
    for (const article of articles) await saveArticle(store(), article);
  });

  const compare = (with_?: Encoder) =>
    compareStoredArticles(
      { store: store(), ...(with_ === undefined ? {} : { encoder: with_ }) },
      { title: 'Ferry', articleIds },
      { reference: articleIds[0] ?? '' },
      NOW,
    );
  const notesOf = ({ notes }: Comparison) => notes.map(({ reason }) => reason.code);
  const linksOf = ({ pairs }: Comparison) =>
    pairs.flatMap(({ alignment }) => alignment.links.map(({ confidence }) => confidence));
  const inputs = () => heard.reduce((sum, { input }) => sum + input.length, 0);

  it('a comparison says that matches were weighed with it, and other matches come of it', async () => {
    const [bare, weighed] = [await compare(), await compare(encoder)];
    expect(weighed.notes).toContainEqual({
      reason: {
        code: 'encoder-used',
        message: 'Matches were weighed with embeddings of the model “toy” as well as by words.',
      },
    });
    expect(notesOf(bare)).not.toContain('encoder-used');
    expect(linksOf(weighed)).not.toEqual(linksOf(bare));
  });

  it('each paragraph is asked about once, whoever opens it and whatever it is compared with', async () => {
    await compare(encoder);
    expect(inputs()).toBe(paragraphs);
    await compare(encoder);
    await compareStoredArticles(
      { store: store(), encoder },
      { title: 'Two', articleIds: articleIds.slice(1) },
      {},
      NOW,
    );
    expect(inputs()).toBe(paragraphs);
  });

  it('an encoder that is silent is named with its reason, nothing is lost, and the next opening asks again', async () => {
    room.put(EMBEDDINGS_PATH, { status: 503, type: 'text/plain', body: 'asleep' });
    const silent = await compare(encoder);
    expect(notesOf(silent)).toContain('encoder-silent');
    expect(silent.notes.at(-1)?.reason.message).toMatch(/^The encoder gave no embeddings, .*503/);
    expect(linksOf(silent)).toEqual(linksOf(await compare()));
    room.put(EMBEDDINGS_PATH, toyAnswer(AXES));
    expect(notesOf(await compare(encoderAt(room)))).toContain('encoder-used');
  });

  it('without an encoder the bytes are those of an installation that never had one', async () => {
    const before = JSON.stringify(await compare());
    await compare(encoder);
    expect(JSON.stringify(await compare())).toBe(before);
    expect(before).not.toContain('encoder');
  });

  it('a text is encoded when it is placed, once, and settling sees it', async () => {
    const ports = { ...openTestPorts(store()), encoder };
    for (const article of articles) await placeArticle(ports, article);
    await placeArticle(ports, articles[0] ?? fail());
    expect(heard.map(({ input }) => input.length)).toEqual(articles.map(() => 1));
    expect(heard[0]?.input[0]).toMatch(/^Harbour Post on the ferry\nThe harbour board of Tallow Bay voted/);
    expect((await listEmbeddings(store(), encoder.key, 'lead', articleIds)).length).toBe(articles.length);
    let seen: readonly StoryArticle[] = [];
    await settleStories({
      ...ports,
      matchBatch: async (batch) => {
        seen = batch;
        return ports.matchBatch(batch);
      },
    });
    expect(seen.map(({ embedding }) => embedding?.length)).toEqual(articles.map(() => AXES.length));
  });

  it('an encoder that is silent keeps no text from being placed', async () => {
    room.put(EMBEDDINGS_PATH, { status: 503, type: 'text/plain', body: 'asleep' });
    const ports = { ...openTestPorts(store()), encoder };
    for (const article of articles) expect(await placeArticle(ports, article)).toMatch(/^s-/);
    expect(await listEmbeddings(store(), encoder.key, 'lead', articleIds)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('no article');
}
