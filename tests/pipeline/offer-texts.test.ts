import { beforeEach, describe, expect, it } from 'vitest';
import { correctStory } from '#lib/pipeline/correct-story';
import { offerTexts } from '#lib/pipeline/offer-texts';
import { placeArticle } from '#lib/pipeline/place-article';
import { settleStories } from '#lib/pipeline/settle-stories';
import { saveArticle } from '#lib/store/articles';
import { dismissOffer, forgetDismissals } from '#lib/store/dismissed-offers';
import { getStory, type Story, storyOfArticle } from '#lib/store/stories';
import { FERRY, ferryArticles, writeArticle } from '../comparison/write-article';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

const [POST, WIRE] = ferryArticles();
const CHOIR = writeArticle('Choir Notes', [
  'The youth choir of Ostermark won first prize at the winter festival on Sunday with three songs about snow.',
  'Judges praised the young soloist and asked all of the singers to return for a summer concert in the park.',
]);

describe.each(DIALECTS)('what nearly joined a story, on %s', (dialect) => {
  const { store } = freshStores(dialect);
  let ports: TestPorts;

  // Two reports of one event that the program keeps apart, and one of another.
  beforeEach(async () => {
    ports = openTestPorts(store());
    if (!POST || !WIRE) throw new Error('no texts');
    for (const article of [POST, WIRE, CHOIR]) {
      await saveArticle(store(), article);
      await placeArticle(ports, article);
    }
    const alone = [POST, WIRE, CHOIR].map(({ id }) => ({ articleId: id, storyId: `fresh-${id}`, confidence: 1 }));
    const matchBatch = async () => alone.map((each) => ({ ...each, status: 'confirmed' as const, evidence: [] }));
    await settleStories({ ...ports, matchBatch });
  });

  async function storyOf(article = POST): Promise<Story> {
    const story = await getStory(store(), (await storyOfArticle(store(), article?.id ?? '')) ?? '');
    if (!story) throw new Error('no story');
    return story;
  }
  const offered = async () => (await offerTexts(store(), await storyOf())).offers;

  it('is offered with its reasons in words as they are printed, and what is far is not', async () => {
    const offers = await offered();
    expect(offers.map(({ article }) => article.outletName)).toEqual(['Island Wire']);
    const [offer] = offers;
    expect(offer?.story).toMatchObject({ id: (await storyOf(WIRE)).id, articleCount: 1 });
    expect(offer?.evidence?.nearest).toBe(POST?.id);
    // These two would be joined if nobody kept them apart, and are said to be no likelier than such offers are.
    expect(offer?.confidence).toBeCloseTo(0.52, 2);
    const printed = FERRY['Island Wire'].join(' ');
    expect(offer?.evidence?.terms.length).toBeGreaterThan(2);
    expect(offer?.evidence?.terms.filter((term) => !printed.includes(term))).toEqual([]);
  });

  it('dismissed, is not offered again, until somebody wants it', async () => {
    const { id } = await storyOf();
    await dismissOffer(store(), id, WIRE?.id ?? '', ports.now());
    await dismissOffer(store(), id, WIRE?.id ?? '', ports.now());
    expect(await offerTexts(store(), await storyOf())).toEqual({ offers: [], dismissed: 1 });
    expect(await forgetDismissals(store(), id)).toBe(1);
    expect(await offered()).toHaveLength(1);
  });

  it('joined, is a member and no offer; parted by hand, it is neither', async () => {
    const [from, to] = [(await storyOf(WIRE)).id, (await storyOf()).id];
    const articleIds = [WIRE?.id ?? ''];
    await correctStory(ports, 'c1', { kind: 'move', storyId: from, articleIds, to });
    expect((await storyOf()).articleIds).toContain(WIRE?.id);
    expect(await offered()).toEqual([]);
    await correctStory(ports, 'c2', { kind: 'part', storyId: to, articleIds });
    expect((await storyOf()).articleIds).toEqual([POST?.id]);
    expect(await offered()).toEqual([]);
  });
});
