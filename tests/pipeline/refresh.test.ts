import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refresh } from '#lib/pipeline';
import { compareStoredStory } from '#lib/pipeline/compare-stored';
import { correctStory } from '#lib/pipeline/correct-story';
import { makeDueNow } from '#lib/pipeline/due-now';
import { subscribe } from '#lib/pipeline/subscribe';
import { countArticles, getArticles } from '#lib/store/articles';
import { listFeeds } from '#lib/store/feeds';
import { getStory, listStories } from '#lib/store/stories';
import { FERRY } from '../comparison/write-article';
import { type Newsroom, openNewsroom, page, rss } from '../newsroom';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

const PUBLISHED = 'Tue, 04 Mar 2025 09:00:00 GMT';
const OUTLETS = Object.keys(FERRY) as (keyof typeof FERRY)[];
const HEADLINES = {
  'Harbour Post': 'North ferry line at Tallow Bay closes for eleven weeks',
  'Island Wire': 'Tallow Bay shuts its north ferry line for eleven weeks of repairs',
  'Quay Courier': 'Eleven weeks without the north ferry at Tallow Bay',
};
const CHOIR = [
  'The youth choir of Ostermark won first prize at the winter festival on Sunday with three songs about snow.',
  'Judges praised the young soloist and asked all of the singers to return for a summer concert in the park.',
  'Rehearsals take place in the chapel on Thursdays, and new voices of any age are welcome, the director said.',
];

const idOf = (outlet: string) => outlet.toLowerCase().replaceAll(' ', '-');

describe.each(DIALECTS)('refresh on %s', (dialect) => {
  const { store } = freshStores(dialect);
  let newsroom: Newsroom;
  let ports: TestPorts;

  beforeEach(async () => {
    newsroom = await openNewsroom();
    ports = openTestPorts(store());
    for (const outlet of OUTLETS) {
      const id = idOf(outlet);
      newsroom.put(`/${id}/ferry.html`, {
        type: 'text/html; charset=utf-8',
        body: page(HEADLINES[outlet], FERRY[outlet]),
      });
      announce(
        outlet,
        [{ title: HEADLINES[outlet], link: `${newsroom.url}/${id}/ferry.html`, published: PUBLISHED }],
        'v1',
      );
      await subscribe(ports, { id, name: outlet, sample: false }, `${newsroom.url}/${id}/feed.xml`);
    }
  });

  afterEach(async () => {
    await newsroom.close();
  });

  function announce(outlet: string, items: Parameters<typeof rss>[1], etag: string) {
    newsroom.put(`/${idOf(outlet)}/feed.xml`, { body: rss(outlet, items), etag: `"${etag}"` });
  }

  it('feeds become articles, articles one story, the story a comparison', async () => {
    newsroom.put('/island-wire/choir.html', { type: 'text/html', body: page('Youth choir wins', CHOIR) });
    announce(
      'Island Wire',
      [
        { title: HEADLINES['Island Wire'], link: `${newsroom.url}/island-wire/ferry.html`, published: PUBLISHED },
        { title: 'Youth choir wins first prize', link: `${newsroom.url}/island-wire/choir.html`, published: PUBLISHED },
      ],
      'v1',
    );
    const report = await refresh(ports);
    expect(report.problems).toEqual([]);
    expect(report.feeds.read).toBe(3);
    expect(report.articles).toMatchObject({ new: 4, incomplete: 0 });

    const { stories } = await listStories(store(), { limit: 10, minOutlets: 2 });
    expect(stories.map((story) => story.outletCount)).toEqual([3]);
    const comparison = await compareStoredStory({ store: store() }, stories[0]?.id ?? '', {}, ports.now());
    expect(comparison.articles.map((article) => article.outletName)).toEqual(OUTLETS);
    expect(comparison.articles[0]?.paragraphs.map((paragraph) => paragraph.text)).toEqual(FERRY['Harbour Post']);
    expect(comparison.pairs.every((pair) => pair.alignment.links.length > 0)).toBe(true);
  });

  it('a second refresh asks conditionally, fetches no page again and makes no duplicates', async () => {
    await refresh(ports);
    newsroom.asked.length = 0;
    await makeDueNow(ports);
    const report = await refresh(ports);
    expect(report.feeds).toMatchObject({ read: 0, unchanged: 3, failed: 0 });
    expect(newsroom.asked.map((each) => each.path).sort()).toEqual(
      OUTLETS.map((outlet) => `/${idOf(outlet)}/feed.xml`).sort(),
    );
    expect(newsroom.asked.every((each) => each.headers['if-none-match'] === '"v1"')).toBe(true);
    expect(await countArticles(store())).toBe(3);
  });

  it('a feed that is not due is not asked', async () => {
    await refresh(ports);
    newsroom.asked.length = 0;
    await refresh(ports);
    expect(newsroom.asked).toEqual([]);
  });

  it.each([
    [
      'a web page instead of a feed',
      { body: '<!doctype html><html><body><h1>Welcome</h1></body></html>', type: 'text/html' },
      'html-not-feed',
    ],
    ['nothing', { body: '' }, 'empty-body'],
    ['404', { status: 404, body: 'gone fishing' }, 'not-found'],
    ['410', { status: 410, body: '' }, 'gone'],
    ['503', { status: 503, body: '' }, 'http-status'],
  ])('one outlet sends %s: it says why, the others go on, nothing stored is lost', async (_name, answer, code) => {
    await refresh(ports);
    newsroom.put('/island-wire/feed.xml', answer);
    await makeDueNow(ports);
    const report = await refresh(ports);
    expect(report.feeds.unchanged).toBe(2);
    expect(report.problems.map((problem) => [problem.subject, problem.reason.code])).toEqual([
      [`${newsroom.url}/island-wire/feed.xml`, code],
    ]);
    const feed = (await listFeeds(store())).find((each) => each.outletId === 'island-wire');
    expect(feed).toMatchObject({ failures: 1, lastError: { code }, etag: '"v1"', retired: code === 'gone' });
    expect(await countArticles(store())).toBe(3);
  });

  it('a page that cannot be read leaves a flagged excerpt, and is read later without a second article', async () => {
    const link = `${newsroom.url}/quay-courier/late.html`;
    newsroom.put('/quay-courier/late.html', { status: 503, body: '' });
    const item = { title: 'Choir of Ostermark wins', link, published: PUBLISHED, description: CHOIR[0] ?? '' };
    announce('Quay Courier', [item], 'v2');
    const report = await refresh(ports);
    expect(report.problems.map((problem) => [problem.subject, problem.reason.code])).toEqual([[link, 'http-status']]);
    const excerpt = await articleTitled('Choir of Ostermark wins');
    expect(excerpt?.quality.status).toBe('excerpt');
    expect(excerpt?.quality.reasons[0]?.code).toBe('http-status');

    newsroom.put('/quay-courier/late.html', { type: 'text/html', body: page('Choir of Ostermark wins', CHOIR) });
    ports.advance(11 * 60);
    const second = await refresh(ports);
    expect(second.articles).toMatchObject({ new: 0, changed: 1 });
    const full = await articleTitled('Choir of Ostermark wins');
    expect(full).toMatchObject({ id: excerpt?.id, version: 2, quality: { status: 'full' } });
  });

  it('a corrected story stays corrected through ten refreshes that bring new articles of it', async () => {
    await refresh(ports);
    const story = (await listStories(store(), { limit: 1, minOutlets: 3 })).stories[0]?.id ?? '';
    const parted = (await getStory(store(), story))?.headlines.find(({ outletName }) => outletName === 'Quay Courier');
    const articleIds = [parted?.articleId ?? ''];
    const { to } = await correctStory(ports, 'c1', { kind: 'part', storyId: story, articleIds });
    for (let round = 1; round <= 10; round++) {
      // Another outlet each time, with the passages of one of the first two in another order.
      const own = FERRY[round % 2 === 0 ? 'Harbour Post' : 'Island Wire'];
      const paragraphs = [...own.slice(round % 4), ...own.slice(0, round % 4), `Round ${round} of questions follows.`];
      const title = `Tallow Bay ferry: ${round + 10} questions about the north line`;
      const id = `paper-${round}`;
      const link = `${newsroom.url}/${id}/more.html`;
      newsroom.put(`/${id}/more.html`, { type: 'text/html', body: page(title, paragraphs) });
      newsroom.put(`/${id}/feed.xml`, { body: rss(id, [{ title, link, published: PUBLISHED }]) });
      await subscribe(ports, { id, name: `Paper ${round}`, sample: false }, `${newsroom.url}/${id}/feed.xml`);
      await makeDueNow(ports);
      expect((await refresh(ports)).articles.new).toBe(1);
      expect((await getStory(store(), to))?.articleIds).toEqual(articleIds);
      expect((await getStory(store(), story))?.articleIds).toHaveLength(2 + round);
    }
  });

  async function articleTitled(headline: string) {
    const { stories } = await listStories(store(), { limit: 50 });
    for (const { id } of stories) {
      const articles = await getArticles(store(), (await getStory(store(), id))?.articleIds ?? []);
      const found = articles.find((article) => article.headline === headline);
      if (found) return found;
    }
    return undefined;
  }
});
