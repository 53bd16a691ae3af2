import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SynopticError } from '#lib/errors';
import { previewFeeds } from '#lib/pipeline/preview-feeds';
import {
  type ChosenFeeds,
  subscribeAll,
  subscribeChosen,
  subscribePack,
  subscriptionsAsOpml,
} from '#lib/pipeline/subscribe';
import { listFeeds } from '#lib/store/feeds';
import { getOutlet, listOutlets } from '#lib/store/outlets';
import { type Newsroom, openNewsroom, rss } from '../newsroom';
import { freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

describe('subscribing', () => {
  const { store } = freshStores('sqlite');
  let newsroom: Newsroom;
  let ports: TestPorts;

  beforeEach(async () => {
    newsroom = await openNewsroom();
    ports = openTestPorts(store());
  });
  afterEach(async () => {
    await newsroom.close();
  });

  const html = (head: string, body = '') => ({
    type: 'text/html',
    body: `<html><head>${head}</head><body>${body}</body></html>`,
  });
  const declared = (...paths: string[]) =>
    html(paths.map((path) => `<link rel="alternate" type="application/rss+xml" href="${path}">`).join(''));
  const item = (title: string, published?: string) => ({
    title,
    link: `${newsroom.url}/${title}`,
    ...(published === undefined ? {} : { published }),
  });
  const urls = async (path: string) =>
    (await previewFeeds(ports, newsroom.url + path)).feeds.map(
      ({ url, source }) => `${source} ${url.replace(newsroom.url, '')}`,
    );

  async function refusal(work: Promise<unknown>): Promise<SynopticError> {
    const error = await work.then(
      () => undefined,
      (caught: unknown) => caught,
    );
    if (error instanceof SynopticError) return error;
    throw new Error('expected a SynopticError');
  }

  describe('a preview', () => {
    it('of a feed: its title, language, and newest entries first', async () => {
      newsroom.put('/feed', {
        body: rss(
          'Merle Times',
          [
            item('old', 'Mon, 03 Mar 2025 09:00:00 GMT'),
            item('new', 'Tue, 04 Mar 2025 09:00:00 GMT'),
            ...['a', 'b', 'c', 'd'].map((title) => item(title, 'Sun, 02 Mar 2025 09:00:00 GMT')),
          ],
          '<language>en-GB</language>',
        ),
      });
      const { feeds, unreadable } = await previewFeeds(ports, ` ${newsroom.url}/feed `);
      expect(feeds).toMatchObject([{ source: 'given', title: 'Merle Times', language: 'en-GB', entryCount: 6 }]);
      expect(feeds[0]?.entries.map(({ title }) => title)).toEqual(['new', 'old', 'a', 'b', 'c']);
      expect(unreadable).toEqual([]);
      expect(await listFeeds(store())).toEqual([]);
    });

    it('of a site: what the page declares, what it cannot give, and nothing guessed beside it', async () => {
      newsroom.put('/', declared('/news.xml', '/gone.xml', '/sport.xml'));
      newsroom.put('/news.xml', { body: rss('News', [item('a')]) });
      newsroom.put('/sport.xml', { body: rss('Sport', [item('b')]) });
      newsroom.put('/feed', { body: rss('Guessable', [item('c')]) });
      expect(await urls('/')).toEqual(['declared /news.xml', 'declared /sport.xml']);
      const { unreadable } = await previewFeeds(ports, `${newsroom.url}/`);
      expect(unreadable).toMatchObject([{ url: `${newsroom.url}/gone.xml`, reason: { code: 'not-found' } }]);
      expect(newsroom.asked.map(({ path }) => path)).not.toContain('/feed');
    });

    it.each(['/feed', '/rss', '/feed.xml', '/rss.xml', '/atom.xml'])('of a page that names none: %s', async (path) => {
      newsroom.put('/', html(''));
      newsroom.put(path, { body: rss('News', [item('a')]) });
      expect(await urls('/')).toEqual([`guessed ${path}`]);
    });

    it('of a home page that refuses programs: the feed beside it may still be there', async () => {
      newsroom.put('/', { status: 403, body: '' });
      newsroom.put('/rss', { body: rss('News', [item('a')]) });
      expect(await urls('/')).toEqual(['guessed /rss']);
    });

    it('shows the same entries under two addresses once', async () => {
      newsroom.put('/', declared('/feed', '/feed/'));
      for (const path of ['/feed', '/feed/']) newsroom.put(path, { body: rss('News', [item('a')]) });
      expect(await urls('/')).toEqual(['declared /feed']);
    });

    it('keeps the address asked for, unless it has moved for good', async () => {
      newsroom.put('/', declared('/today', '/moved'));
      newsroom.put('/today', { status: 302, headers: { location: '/a.xml' } });
      newsroom.put('/moved', { status: 301, headers: { location: '/b.xml' } });
      newsroom.put('/a.xml', { body: rss('A', [item('a')]) });
      newsroom.put('/b.xml', { body: rss('B', [item('b')]) });
      expect(await urls('/')).toEqual(['declared /today', 'declared /b.xml']);
    });

    it('tells which outlet reads a feed already', async () => {
      newsroom.put('/feed', { body: rss('Merle Times', []) });
      await subscribeChosen(ports, { feeds: [`${newsroom.url}/feed`], name: 'The Merle Times' });
      const { feeds } = await previewFeeds(ports, `${newsroom.url}/feed`);
      expect(feeds[0]?.readAs).toMatchObject({ id: 'the-merle-times' });
    });

    it.each([
      ['', 'bad-input', /Give the address/],
      ['two words', 'address-invalid', /not a web address/],
      ['javascript:alert(1)', 'address-refused', /Only http and https/],
      ['http://169.254.169.254/', 'address-refused', /private network/],
      ['http://[fe80::1]/feed', 'address-refused', /private network/],
    ])('%j is refused', async (address, code, message) => {
      const error = await refusal(previewFeeds(ports, address));
      expect({ code: error.code, subject: error.subject }).toEqual({ code, subject: 'address' });
      expect(error.message).toMatch(message);
    });

    it('refuses a feed a page leads to inside a private network, and says so', async () => {
      newsroom.put('/', declared('http://169.254.169.254/feed'));
      const error = await refusal(previewFeeds(ports, `${newsroom.url}/`));
      expect(error.code).toBe('not-a-feed');
      expect(error.message).toMatch(/The page names http:\/\/169\.254\.169\.254\/feed, but: .*private network/);
    });
  });

  describe('what was chosen', () => {
    const chosen = (given: Partial<ChosenFeeds> = {}): ChosenFeeds => ({
      feeds: ['https://merle.example/feed'],
      name: 'Merle Times',
      ...given,
    });

    it('becomes one outlet with its feeds', async () => {
      const feeds = ['https://merle.example/feed', 'https://merle.example/sport'];
      await subscribeChosen(
        ports,
        chosen({ feeds, language: 'en', country: 'no', homepage: 'https://merle.example/' }),
      );
      expect(await listOutlets(store())).toEqual([
        {
          id: 'merle-times',
          name: 'Merle Times',
          language: 'en',
          country: 'NO',
          homepage: 'https://merle.example/',
          sample: false,
        },
      ]);
      expect((await listFeeds(store())).map(({ url }) => url)).toEqual(feeds);
    });

    it.each<[string, Partial<ChosenFeeds>]>([
      ['feed', { feeds: [] }],
      ['feed', { feeds: ['mailto:x'] }],
      ['name', { name: '  ' }],
      ['name', { name: 'x'.repeat(121) }],
      ['language', { language: 'English please' }],
      ['country', { country: 'Norway' }],
    ])('names the field %s when it is wrong: %j', async (field, given) => {
      expect((await refusal(subscribeChosen(ports, chosen(given)))).subject).toBe(field);
      expect(await listFeeds(store())).toEqual([]);
    });

    it('two papers of one name on two sites are two outlets; on one site they are one', async () => {
      const add = async (url: string) =>
        (await subscribeChosen(ports, chosen({ name: 'The Mirror', feeds: [url] })))[0]?.outlet.id;
      expect(await add('https://www.mirror.example/feed')).toBe('the-mirror');
      expect(await add('https://feeds.mirror.example/sport')).toBe('the-mirror');
      expect(await add('https://mirror.co.uk/feed')).toBe('the-mirror-mirror-co-uk');
      expect(await add('https://other.co.uk/feed')).toBe('the-mirror-other-co-uk');
    });

    it('a feed that is shipped brings its facts with it', async () => {
      const url = 'https://www.theguardian.com/world/rss';
      const [added] = await subscribeChosen(ports, chosen({ name: 'My paper', feeds: [url] }));
      expect(added?.outlet).toMatchObject({ id: 'the-guardian', name: 'The Guardian', country: 'GB' });
    });
  });

  it('an OPML file gives the same list back, folders included, and a second import adds nothing', async () => {
    const opml = `<opml version="2.0"><body>
      <outline text="Capes"><outline text="Merle" xmlUrl="https://merle.example/rss" language="en"/></outline>
      <outline text="Hill" xmlUrl="https://hill.example/rss" htmlUrl="https://hill.example/"/>
      <outline text="Nobody" xmlUrl="nowhere"/></body></opml>`;
    expect(await subscribeAll(ports, opml)).toMatchObject({ added: 2, known: 0, leftOut: [{ subject: 'Nobody' }] });
    const exported = await subscriptionsAsOpml(ports);
    expect(exported.count).toBe(2);
    expect(exported.opml).toContain('<outline text="Capes" title="Capes">');
    expect(await subscribeAll(ports, exported.opml)).toEqual({ added: 0, known: 2, leftOut: [] });
    expect((await subscriptionsAsOpml(ports)).opml).toBe(exported.opml);
    expect((await listOutlets(store())).map(({ id }) => id)).toEqual(['hill', 'merle']);
  });

  it('a pack is subscribed once, with the facts of its outlets', async () => {
    const first = await subscribePack(ports, 'polish');
    expect(first).toMatchObject({ added: 8, known: 0 });
    expect(await getOutlet(store(), 'pap')).toMatchObject({ country: 'PL', language: 'pl' });
    expect(await subscribePack(ports, 'polish')).toMatchObject({ added: 0, known: 8 });
    expect((await refusal(subscribePack(ports, 'moon'))).subject).toBe('pack');
  });
});
