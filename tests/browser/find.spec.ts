import { expect, test } from '@playwright/test';
import { subscribe } from '#lib/pipeline/subscribe';
import { removeFeedsOf } from '#lib/store/feeds';
import { openStore, type Store } from '#lib/store/open-store';
import { FERRY } from '../comparison/write-article';
import { type Newsroom, openNewsroom, page as pageOf, rss } from '../newsroom';
import { complaints, expectSound } from './pages';

/** Who else covers an article: the box on the first page, the outlets asked, and the story it leads to. */

let newsroom: Newsroom;
let store: Store;
const OUTLETS = ['Find Island Wire', 'Find Slow Gazette', 'Find Broken Bell'];
const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');
const PUBLISHED = new Date(Date.now() - 3_600_000).toUTCString();

test.beforeEach(async () => {
  newsroom = await openNewsroom();
  store = await openStore({ SYNOPTIC_HOME: process.env.SYNOPTIC_TEST_HOME ?? '', DATABASE_URL: undefined });
  put('/post.html', 'North ferry line at Tallow Bay closes for eleven weeks', FERRY['Harbour Post']);
  put('/wire.html', 'Tallow Bay shuts its north ferry line for eleven weeks', FERRY['Island Wire']);
  const link = `${newsroom.url}/wire.html`;
  const items = [{ title: 'Tallow Bay shuts its north ferry line for eleven weeks', link, published: PUBLISHED }];
  newsroom.put('/find-island-wire.xml', { body: rss('Wire', items) });
  newsroom.put('/find-slow-gazette.xml', { body: rss('Gazette', []) });
  newsroom.put('/find-broken-bell.xml', { status: 503, body: '' });
});

test.afterEach(async () => {
  for (const name of OUTLETS) await removeFeedsOf(store, idOf(name));
  await store.close();
  await newsroom.close();
});

function put(path: string, title: string, text: string[]) {
  newsroom.put(path, { type: 'text/html; charset=utf-8', body: pageOf(title, text) });
}

async function install(...names: string[]) {
  const here = { store, now: () => new Date().toISOString() };
  for (const name of names) {
    const outlet = { id: idOf(name), name, language: 'en', sample: false };
    await subscribe(here, outlet, `${newsroom.url}/${idOf(name)}.xml`);
  }
}

test('a link on the first page leads to its story, found in a feed that is asked now', async ({ page }) => {
  await install('Find Island Wire', 'Find Broken Bell');
  const found = complaints(page);
  await page.goto('/');
  await page.getByLabel('Link to an article').fill(`${newsroom.url}/post.html`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/stories\/s-[0-9a-f]+\?ref=/, { timeout: 30_000 });
  await expect(page.locator('main')).toContainText(/127\.0\.0\.1\s*\(reference\)/);
  await expect(page.locator('main')).toContainText('Find Island Wire');
  expect(found).toEqual([]);
});

test('a pasted text that nobody covers: who was asked, who could not be, and nothing is lost', async ({ page }) => {
  await install(...OUTLETS);
  await page.goto('/');
  await page.getByText('Or paste its text').click();
  await page.getByLabel('Text, headline first').fill(LANTERNS);
  await page.getByRole('button', { name: 'Find who else covers this' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No other outlet was found with this event', {
    timeout: 30_000,
  });
  await expect(page.locator('main')).toContainText('Could not be read: 1 outlet');
  await expect(page.locator('main')).toContainText(/Find Slow Gazette\s*no new entry; none of this event/);
  await expectSound(page, 'sources asked');
  await page.getByRole('link', { name: 'Read the article here' }).click();
  await expect(page.locator('h1')).toHaveText('Lantern works of Velmora to reopen in spring');
});

test('while an outlet hangs the others are told, and Stop ends it with what was found', async ({ page }) => {
  newsroom.put('/find-slow-gazette.xml', () => {});
  await install('Find Island Wire', 'Find Slow Gazette');
  await page.goto('/');
  await page.getByLabel('Link to an article').fill(`${newsroom.url}/post.html`);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText(/Being asked: 1 outlet\s*Find Slow Gazette/, { timeout: 30_000 });
  await expect(page.locator('main')).toContainText('With a text on this event: 1 outlet');
  await expectSound(page, 'the first page with a link looked up');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('h1')).toHaveText('Stopped before every outlet was asked', { timeout: 20_000 });
  await page.getByRole('link', { name: 'Open the story as it stands' }).click();
  await expect(page.locator('main')).toContainText('Find Island Wire');
});

test('works without JavaScript', async ({ browser }) => {
  await install('Find Island Wire');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('Link to an article').fill(`${newsroom.url}/post.html`);
  await page.getByRole('button', { name: 'Find who else covers this' }).click();
  await expect(page).toHaveURL(/\/(compare|stories)\//);
  await expect
    .poll(
      async () => {
        if (page.url().includes('/compare/')) await page.getByRole('link', { name: 'Load this page again' }).click();
        return page.url();
      },
      { timeout: 30_000 },
    )
    .toMatch(/\/stories\/s-[0-9a-f]+\?ref=/);
  await expect(page.locator('main')).toContainText('Find Island Wire');
  await context.close();
});

for (const [name, link, message] of [
  ['nothing', '', 'Give the address of an article, or paste its text.'],
  ['no address', 'javascript:alert(1)', '“javascript:alert(1)” is not a web address.'],
] as const) {
  test(`${name} in the box is answered beside it, and kept`, async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('Link to an article').fill(link);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible();
    await expect(page.getByLabel('Link to an article')).toHaveValue(link);
  });
}

test('an article that is not there is a reason', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Link to an article').fill(`${newsroom.url}/missing.html`);
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('The article could not be read', { timeout: 20_000 });
  await expect(page.locator('main')).toContainText('404');
  await expect(page.getByLabel('Link to an article')).toHaveValue(`${newsroom.url}/missing.html`);
});

const LANTERNS = [
  'Lantern works of Velmora to reopen in spring',
  'The lantern works of Velmora will open their gates again in April, three years after the last shift went home.',
  'Sixty people have been hired so far, most of them glass blowers who had worked in the old halls by the canal.',
  'A cooperative of former workers bought the furnaces for two hundred thousand crowns at an auction in December.',
].join('\n\n');
