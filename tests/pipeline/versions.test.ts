import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refresh } from '#lib/pipeline';
import { articleHistory } from '#lib/pipeline/article-history';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import { makeDueNow } from '#lib/pipeline/due-now';
import { freezeComparison, openFrozen } from '#lib/pipeline/freeze';
import { subscribe } from '#lib/pipeline/subscribe';
import { getArticleVersions } from '#lib/store/articles';
import { getPageReading } from '#lib/store/page-readings';
import { FERRY } from '../comparison/write-article';
import { type Newsroom, openNewsroom, page, rss } from '../newsroom';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

const HOUR = 3600;
const POST = FERRY['Harbour Post'];
const TITLE = 'North ferry line at Tallow Bay closes for eleven weeks';
const WALL =
  '<html><head><title>Before you continue</title></head><body><p>Before you continue: we and our partners use cookies. Accept all or manage your consent preferences.</p></body></html>';

describe.each(DIALECTS)('versions on %s', (dialect) => {
  const { store } = freshStores(dialect);
  let newsroom: Newsroom;
  let ports: TestPorts;

  beforeEach(async () => {
    newsroom = await openNewsroom();
    ports = openTestPorts(store());
    for (const [id, name] of [
      ['post', 'Harbour Post'],
      ['wire', 'Island Wire'],
    ] as const) {
      put(id, FERRY[name], 'v1');
      announce(id, 'f1');
      await subscribe(ports, { id, name, sample: false }, `${newsroom.url}/${id}/feed.xml`);
    }
    await refresh(ports);
    newsroom.asked.length = 0;
  });

  afterEach(async () => {
    await newsroom.close();
  });

  function put(id: string, paragraphs: readonly string[], etag: string, title = TITLE) {
    newsroom.put(`/${id}/ferry.html`, { type: 'text/html; charset=utf-8', body: page(title, paragraphs), etag });
  }

  function announce(id: string, etag: string, updated?: string) {
    const item = { title: TITLE, link: `${newsroom.url}/${id}/ferry.html`, published: 'Tue, 04 Mar 2025 12:00:00 GMT' };
    const plain = rss(id, [item]);
    const dated = plain
      .replace('<rss ', '<rss xmlns:atom="http://www.w3.org/2005/Atom" ')
      .replace('</item>', `<atom:updated>${updated}</atom:updated></item>`);
    newsroom.put(`/${id}/feed.xml`, { body: updated === undefined ? plain : dated, etag });
  }

  async function articleId(id: string): Promise<string> {
    const row = await store().db.selectFrom('articles').select('id').where('outlet_id', '=', id).executeTakeFirst();
    return row?.id ?? '';
  }

  const versionsOf = async (id: string) => getArticleVersions(store(), await articleId(id));
  const readingOf = async (id: string) => getPageReading(store(), await articleId(id));
  const pagesAsked = () => newsroom.asked.filter((each) => each.path.endsWith('.html'));

  it('a page is asked again while its story is young, conditionally, and an unchanged one costs a 304', async () => {
    ports.advance(20 * 60);
    expect((await refresh(ports)).pages).toEqual({ unchanged: 0, changed: 0, failed: 0 });
    ports.advance(20 * 60);
    expect((await refresh(ports)).pages).toEqual({ unchanged: 2, changed: 0, failed: 0 });
    expect(pagesAsked().map((each) => each.headers['if-none-match'])).toEqual(['v1', 'v1']);
    expect(await readingOf('post')).toMatchObject({ readings: 2, etag: 'v1' });
    expect(await versionsOf('post')).toHaveLength(1);
  });

  it('is left alone after three days', async () => {
    ports.advance(100 * HOUR);
    await refresh(ports);
    newsroom.asked.length = 0;
    ports.advance(1000 * HOUR);
    await refresh(ports);
    expect(pagesAsked()).toEqual([]);
    expect((await readingOf('post'))?.dueAt).toBeUndefined();
  });

  it('times, counters and quotation marks that change make no version', async () => {
    const same = POST.map((text) => text.replaceAll('“', '"').replaceAll('”', '"').replaceAll('’', "'"));
    put('post', [...same, 'Last updated: 4 March 2025 at 14:05 GMT', '24 comments'], 'v2');
    ports.advance(HOUR);
    expect((await refresh(ports)).pages).toEqual({ unchanged: 2, changed: 0, failed: 0 });
    expect(await versionsOf('post')).toHaveLength(1);
    expect(await readingOf('post')).toMatchObject({ etag: 'v2' });
  });

  it('a changed wording is a new version; a frozen comparison keeps the old one byte for byte', async () => {
    const subject = { title: 'Ferry', articleIds: [await articleId('post'), await articleId('wire')] };
    const comparison = await compareStoredArticles({ store: store() }, subject, {}, ports.now());
    const frozen = await freezeComparison(store(), comparison, {}, ports.now());
    const before = await openFrozen(store(), frozen);

    put(
      'post',
      [`${POST[0]} The county has agreed.`, ...POST.slice(1)],
      'v2',
      'North ferry line closes for twelve weeks',
    );
    ports.advance(HOUR);
    const report = await refresh(ports);
    expect(report.pages).toEqual({ unchanged: 1, changed: 1, failed: 0 });
    const versions = await versionsOf('post');
    expect(versions.map(({ version, headline }) => [version, headline])).toEqual([
      [1, TITLE],
      [2, 'North ferry line closes for twelve weeks'],
    ]);
    expect((await openFrozen(store(), frozen))?.json).toBe(before?.json);
    const live = await compareStoredArticles({ store: store() }, subject, {}, ports.now());
    expect(live.articles.find((article) => article.outletId === 'post')?.version).toBe(2);

    const history = await articleHistory(store(), await articleId('post'));
    expect(history?.compared?.changes.headline.some(({ kind }) => kind === 'added')).toBe(true);
    expect(history?.compared?.changes.paragraphs.map(({ kind }) => kind)).toEqual([
      'changed',
      ...POST.slice(1).map(() => 'kept'),
    ]);
  });

  it.each([
    ['a consent wall', { type: 'text/html', body: WALL }, 'consent-wall'],
    ['nothing', { type: 'text/html', body: '' }, 'empty-body'],
    ['503', { status: 503, body: '' }, 'http-status'],
    ['404', { status: 404, body: '' }, 'not-found'],
    ['half a sentence', { type: 'text/html', body: page(TITLE, [`${POST[0]} And then the`]) }, 'ends-mid-sentence'],
  ])('%s instead of the text: the text is kept, and the failure told', async (_name, answer, code) => {
    newsroom.put('/post/ferry.html', answer);
    ports.advance(HOUR);
    const report = await refresh(ports);
    expect(report.pages).toEqual({ unchanged: 1, changed: 0, failed: 1 });
    expect(report.problems.map(({ reason }) => reason.code)).toEqual([code]);
    const versions = await versionsOf('post');
    expect(versions.map(({ quality }) => quality.status)).toEqual(['full']);
    expect(await readingOf('post')).toMatchObject({ readings: 2, reason: { code }, etag: 'v1' });

    put('post', POST, 'v1');
    ports.advance(3 * HOUR);
    await refresh(ports);
    expect((await readingOf('post'))?.reason).toBeUndefined();
  });

  it('an address that leads to another article now is no version of this one', async () => {
    newsroom.put('/post/ferry.html', { status: 302, headers: { location: '/choir.html' }, body: '' });
    const choir = [
      'The youth choir of Ostermark won first prize at the winter festival on Sunday with three songs about snow.',
      'Judges praised the young soloist and asked all of the singers to return for a summer concert in the park.',
      'Rehearsals take place in the chapel on Thursdays, and new voices of any age are welcome, the director said.',
    ];
    newsroom.put('/choir.html', { type: 'text/html', body: page('Youth choir wins', choir) });
    ports.advance(HOUR);
    expect((await refresh(ports)).problems.map(({ reason }) => reason.code)).toEqual(['other-page']);
    expect(await versionsOf('post')).toHaveLength(1);
  });

  it('an entry that the feed says was updated is read sooner', async () => {
    put('post', [...POST, 'The county has agreed to pay for a bus until the line opens again.'], 'v2');
    announce('post', 'f2', '2025-03-04T12:16:00Z');
    ports.advance(16 * 60);
    await makeDueNow(ports);
    await refresh(ports);
    // Announced in this round, read in the next.
    expect((await refresh(ports)).pages).toEqual({ unchanged: 0, changed: 1, failed: 0 });
    expect(await versionsOf('post')).toHaveLength(2);
  });
});
