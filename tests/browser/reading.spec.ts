import { expect, test } from '@playwright/test';
import { type Newsroom, openNewsroom, page as pageOf, rss } from '../newsroom';
import { complaints } from './pages';

let newsroom: Newsroom;
const waiting: (() => void)[] = [];
let isHeld = true;

const PARAGRAPHS = [
  'The lighthouse at Cape Merle will be lit again in April after two years of work on its lamp and gallery.',
  'Volunteers collected nine thousand crowns for the repair, and the county added the rest, the keeper said.',
  'Visitors will be able to climb the tower on the first Sunday of every month, from nine in the morning.',
];

test.beforeAll(async () => {
  newsroom = await openNewsroom();
  newsroom.put('/lamp.html', { type: 'text/html; charset=utf-8', body: pageOf('Lighthouse lit again', PARAGRAPHS) });
  const item = {
    title: 'Lighthouse lit again',
    link: `${newsroom.url}/lamp.html`,
    published: new Date().toUTCString(),
  };
  newsroom.put('/lamp.xml', { body: rss('Lamp Times', [item]) });
  newsroom.put('/held.xml', async (_request, response) => {
    if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(rss('Held Herald', [item]));
  });
});
test.afterAll(async () => {
  for (const go of waiting) go();
  await newsroom.close();
});

test('a reading under way is shown on every page that lists what is read, can be stopped, and goes on later', async ({
  page,
}) => {
  const found = complaints(page);
  const opml = `<opml version="2.0"><body><outline type="rss" text="Held Herald" xmlUrl="${newsroom.url}/held.xml"/></body></opml>`;
  await page.goto('/outlets/add');
  await page
    .getByLabel(/An OPML file/)
    .setInputFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('status')).toContainText('1 feed added');

  await page.goto('/reading');
  const panel = page.getByRole('region', { name: 'Reading of feeds' }).filter({ hasText: 'Held Herald' });
  await expect(panel).toContainText('Feeds are being read', { timeout: 20_000 });
  await expect(panel.getByRole('progressbar')).toBeVisible();
  await page.goto('/');
  await expect(panel).toBeVisible();
  const state = await (await page.request.get('/api/v1/reading')).json();
  expect(state.readings[0].progress.now).toContain('Held Herald');

  await panel.getByRole('button', { name: 'Stop reading' }).click();
  await page.goto('/reading');
  const shown = page.getByRole('region', { name: 'Reading of feeds' });
  await expect(shown.filter({ hasText: 'Reading was stopped' })).toBeVisible({ timeout: 20_000 });

  isHeld = false;
  await page.getByRole('button', { name: 'Read all now' }).click();
  await expect(shown.filter({ hasText: 'All feeds that were due have been read' })).toBeVisible({ timeout: 30_000 });
  expect(found).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the state of the moment is on the page', async ({ page }) => {
    await page.goto('/reading');
    await expect(page.getByRole('heading', { name: 'Reading feeds' })).toBeVisible();
    await expect(
      page.getByText(/Nothing has been read|All feeds that were due|could not|Feeds are being read|stopped/).first(),
    ).toBeVisible();
  });
});

test('an article that does not exist is a 404', async ({ page }) => {
  const answer = await page.goto('/articles/nobody?from=x&to=-1');
  expect(answer?.status()).toBe(404);
});
