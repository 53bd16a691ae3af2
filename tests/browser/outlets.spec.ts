import { expect, test } from '@playwright/test';
import { type Newsroom, openNewsroom, page as pageOf, rss } from '../newsroom';

let newsroom: Newsroom;
const PARAGRAPHS = [
  'The lighthouse at Cape Merle will be lit again in April after two years of work on its lamp and gallery.',
  'Volunteers collected nine thousand crowns for the repair, and the county added the rest, the keeper said.',
  'Visitors will be able to climb the tower on the first Sunday of every month, from nine in the morning.',
];

test.beforeAll(async () => {
  newsroom = await openNewsroom();
  newsroom.put('/lamp.html', { type: 'text/html; charset=utf-8', body: pageOf('Lighthouse lit again', PARAGRAPHS) });
  newsroom.put('/feed.xml', {
    body: rss('Cape Merle Times', [
      { title: 'Lighthouse lit again', link: `${newsroom.url}/lamp.html`, published: 'Tue, 04 Mar 2025 09:00:00 GMT' },
    ]),
    etag: '"one"',
  });
  newsroom.put('/', {
    type: 'text/html',
    body: '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><p>Welcome</p></body></html>',
  });
  newsroom.put('/plain.html', { type: 'text/html', body: '<html><body><p>No feed here at all.</p></body></html>' });
});
test.afterAll(() => newsroom.close());

test('a site is added by its address: the feed is found, read, and its article listed', async ({ page }) => {
  await page.goto('/outlets');
  await page.getByLabel(/Address of a feed/).fill(`${newsroom.url}/`);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Cape Merle Times was added', { timeout: 15_000 });
  const row = page.getByRole('row').filter({ hasText: 'Cape Merle Times' });
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText(/Read\s*20\d\d-/, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await page.goto('/?q=lighthouse&search=lighthouse&single=1');

  newsroom.put('/feed.xml', { status: 503, body: '' });
  await page.goto('/outlets');
  await row.getByRole('button', { name: /Read .* now/ }).click();
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText('Cannot be read', { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(row).toContainText('503');

  await row.getByRole('button', { name: /Stop reading/ }).click();
  await expect(row).toHaveCount(0);
});

test('where there is no feed, the form says what to do', async ({ page }) => {
  await page.goto('/outlets');
  for (const [address, message] of [
    [`${newsroom.url}/plain.html`, 'No feed was found'],
    [`${newsroom.url}/nowhere`, '404'],
    ['', 'Give the address'],
  ] as const) {
    await page.getByLabel(/Address of a feed/).fill(address);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.locator('main form').getByText(message)).toBeVisible({ timeout: 15_000 });
  }
});

test('an OPML file is read, and the list can be taken away as one', async ({ page, request }) => {
  const opml = `<opml version="2.0"><body><outline type="rss" text="Merle Two" xmlUrl="${newsroom.url}/two.xml"/></body></opml>`;
  newsroom.put('/two.xml', { body: rss('Merle Two', []) });
  await page.goto('/outlets');
  await page
    .getByLabel('or an OPML file')
    .setInputFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('1 feed added', { timeout: 15_000 });
  const exported = await (await request.get('/outlets/opml')).text();
  expect(exported).toContain(`${newsroom.url}/two.xml`);
  expect(exported).not.toContain('.example/');
});
