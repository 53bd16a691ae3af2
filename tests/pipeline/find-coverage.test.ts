import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refresh } from '#lib/pipeline';
import type { Source } from '#lib/pipeline/compare-sources';
import { type CoverageResult, openCoverageJob, runCoverageJob } from '#lib/pipeline/find-coverage';
import { subscribe } from '#lib/pipeline/subscribe';
import { countArticles, getArticles } from '#lib/store/articles';
import { claimDueFeeds } from '#lib/store/feed-leases';
import { listFeeds, pauseFeeds } from '#lib/store/feeds';
import { getJob, stopJob } from '#lib/store/jobs';
import { getStory } from '#lib/store/stories';
import { FERRY } from '../comparison/write-article';
import { type NewsItem, type Newsroom, openNewsroom, page, rss } from '../newsroom';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

const PUBLISHED = 'Tue, 04 Mar 2025 09:00:00 GMT';
const TITLES = {
  'Harbour Post': 'North ferry line at Tallow Bay closes for eleven weeks',
  'Island Wire': 'Tallow Bay shuts its north ferry line for eleven weeks of repairs',
  'Quay Courier': 'Eleven weeks without the north ferry at Tallow Bay',
};
const BAKERS = [
  'Bakers in Ostermark met on Monday to choose the loaf that will stand for the town at the autumn fair in Velmora.',
  'Forty-one loaves were entered, most of them rye, and the jury of seven tasted each of them twice before lunch.',
  'The winning loaf keeps for nine days, said its baker, who learnt the recipe from a neighbour in the next street.',
];

describe.each(DIALECTS)('who else covers an article, on %s', (dialect) => {
  const { store } = freshStores(dialect);
  let newsroom: Newsroom;
  let ports: TestPorts;

  beforeEach(async () => {
    newsroom = await openNewsroom();
    ports = openTestPorts(store());
    put('/post.html', page(TITLES['Harbour Post'], FERRY['Harbour Post']));
    await outlet('Island Wire', [ferry('Island Wire'), bakers('Island Wire')]);
    await outlet('Ostermark Loaf', [bakers('Ostermark Loaf')]);
  });

  afterEach(async () => {
    await newsroom.close();
  });

  function put(path: string, body: string) {
    newsroom.put(path, { type: 'text/html; charset=utf-8', body });
  }

  const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');

  function item(name: string, title: string, text: string[]): NewsItem {
    const path = `/${idOf(name)}/${idOf(title)}.html`;
    put(path, page(title, text));
    return { title, link: newsroom.url + path, published: PUBLISHED };
  }
  const ferry = (name: 'Island Wire' | 'Quay Courier') => item(name, TITLES[name], FERRY[name]);
  const bakers = (name: string) => item(name, 'Forty-one loaves for the autumn fair', BAKERS);

  async function outlet(name: string, items: NewsItem[], language = 'en') {
    const url = `${newsroom.url}/${idOf(name)}/feed.xml`;
    newsroom.put(`/${idOf(name)}/feed.xml`, { body: rss(name, items), etag: `"${items.length}"` });
    await subscribe(ports, { id: idOf(name), name, language, sample: false }, url);
  }

  async function find(source: Source = { link: `${newsroom.url}/post.html` }) {
    await openCoverageJob(ports, 'job', source);
    await runCoverageJob(ports, 'job', source);
    return read();
  }

  async function read() {
    const job = await getJob(store(), 'job');
    const result = job?.result as CoverageResult | undefined;
    const story = result && (await getStory(store(), result.storyId));
    const lines = job?.steps.slice(2).map(({ name, state, outcome, message, reason }) => {
      return `${name}: ${outcome ?? state} – ${reason?.code ?? message}`;
    });
    const outlets = (await getArticles(store(), story?.articleIds ?? [])).map((article) => article.outletName).sort();
    return { job, result, lines, outlets };
  }

  const asked = (path: string) => newsroom.asked.filter((each) => each.path === path).length;

  it('an address of an outlet that is not installed: its event is looked for in the feeds now', async () => {
    const { job, result, lines, outlets } = await find();
    expect(job?.state).toBe('done');
    expect(job?.steps[1]).toMatchObject({ outcome: 'nothing', message: 'none of this event' });
    expect(lines).toEqual([
      'Island Wire: found – 2 new entries, 1 of them likely and read; 1 of this event',
      'Ostermark Loaf: nothing – 1 new entry; none of this event',
    ]);
    expect(outlets).toEqual(['127.0.0.1', 'Island Wire']);
    expect(result?.articleId).toMatch(/./);
    // Pages that have nothing to do with it were not read.
    expect(await countArticles(store())).toBe(2);
  });

  it('a pasted text finds them as well', async () => {
    const text = [TITLES['Harbour Post'], ...FERRY['Harbour Post']].join('\n\n');
    const { outlets } = await find({ text, outlet: 'Pasted text' });
    expect(outlets).toEqual(['Island Wire', 'Pasted text']);
  });

  it('what was not read for the event is met at the next refresh, and nothing twice', async () => {
    await find();
    ports.advance(2 * 3600);
    const report = await refresh(ports);
    expect(report.problems).toEqual([]);
    expect(report.articles.new).toBe(2);
    expect(await countArticles(store())).toBe(4);
    expect(asked('/island-wire/forty-one-loaves-for-the-autumn-fair.html')).toBe(1);
  });

  it('a feed that was asked a few minutes ago is left alone, and its texts are found all the same', async () => {
    await refresh(ports);
    ports.advance(5 * 60);
    newsroom.asked.length = 0;
    const { lines } = await find();
    expect(asked('/island-wire/feed.xml')).toBe(0);
    expect(lines).toEqual([
      'Island Wire: found – read 5 minutes ago; 1 of this event, read earlier',
      'Ostermark Loaf: not-asked – read 5 minutes ago',
    ]);
  });

  it('a feed that is not due but has rested is asked, with its validators', async () => {
    await refresh(ports);
    ports.advance(20 * 60);
    newsroom.asked.length = 0;
    const { lines } = await find();
    expect(newsroom.asked.find((each) => each.path === '/island-wire/feed.xml')?.headers['if-none-match']).toBe('"2"');
    expect(lines?.[0]).toBe('Island Wire: found – no new entry; 1 of this event');
  });

  it('a feed that a refresh has in hand, and a paused one, are not asked', async () => {
    await claimDueFeeds(store(), { now: ports.now(), limit: 1, leaseSeconds: 60, worker: 'another' });
    await pauseFeeds(store(), { outletId: 'ostermark-loaf' }, ports.now());
    const { lines } = await find();
    expect(lines).toEqual([
      'Island Wire: not-asked – a refresh is reading it at this moment',
      'Ostermark Loaf: not-asked – paused here',
    ]);
    expect(asked('/island-wire/feed.xml')).toBe(0);
  });

  it('one feed that fails does not stop the others, and its failure is kept', async () => {
    newsroom.put('/ostermark-loaf/feed.xml', { status: 503, body: '' });
    await outlet('Quay Courier', [ferry('Quay Courier')]);
    const { lines, outlets } = await find();
    expect(lines?.[1]).toBe('Ostermark Loaf: failed – http-status');
    expect(outlets).toEqual(['127.0.0.1', 'Island Wire', 'Quay Courier']);
    const feed = (await listFeeds(store())).find((each) => each.outletId === 'ostermark-loaf');
    expect(feed).toMatchObject({ failures: 1, lastError: { code: 'http-status' } });
  });

  it('outlets in another language are counted, not asked', async () => {
    await outlet('Küstenblatt', [bakers('Küstenblatt')], 'de-DE');
    const { result, lines } = await find();
    expect(result?.foreign).toBe(1);
    expect(lines).toHaveLength(2);
    expect(newsroom.asked.some((each) => each.path.includes('blatt'))).toBe(false);
  });

  it('nobody else: the article stands alone, and each outlet says what was looked through', async () => {
    put('/alone.html', page('Lantern works of Velmora to reopen in spring', VELMORA));
    const { job, lines, outlets } = await find({ link: `${newsroom.url}/alone.html` });
    expect(job?.state).toBe('done');
    expect(outlets).toEqual(['127.0.0.1']);
    expect(lines?.every((line) => line.includes(': nothing – '))).toBe(true);
  });

  it('an article that cannot be read is a reason, and nobody is asked', async () => {
    const { job, lines } = await find({ link: `${newsroom.url}/missing.html` });
    expect(job).toMatchObject({ state: 'failed', steps: [{ state: 'failed', reason: { code: 'not-found' } }, {}] });
    expect(lines).toEqual([]);
    expect(asked('/island-wire/feed.xml')).toBe(0);
  });

  it('stopped while a feed hangs: it ends, keeps what it found, and the feed is due again', async () => {
    await outlet('Slow Gazette', []);
    let isAsked = () => {};
    const hanging = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    newsroom.put('/slow-gazette/feed.xml', () => isAsked());
    await openCoverageJob(ports, 'job', { link: `${newsroom.url}/post.html` });
    const running = runCoverageJob(ports, 'job', { link: `${newsroom.url}/post.html` });
    await hanging;
    await stopJob(store(), 'job');
    await running;
    const { job, result, lines } = await read();
    expect(job?.state).toBe('stopped');
    expect(result?.storyId).toMatch(/^s-/);
    expect(lines?.at(-1)).toBe('Slow Gazette: not-asked – stopped before it answered');
    const due = await claimDueFeeds(store(), { now: ports.now(), limit: 9, leaseSeconds: 60, worker: 'next' });
    expect(due.map((feed) => feed.outletId)).toContain('slow-gazette');
  });
});

const VELMORA = [
  'The lantern works of Velmora will open their gates again in April, three years after the last shift went home.',
  'Sixty people have been hired so far, most of them glass blowers who had worked in the old halls by the canal.',
  'A cooperative of former workers bought the furnaces for two hundred thousand crowns at an auction in December.',
];
