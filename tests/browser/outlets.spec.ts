import { expect, type Page, test } from '@playwright/test';
import { freePort } from '../free-port.mjs';
import { type Newsroom, openNewsroom, page as pageOf, rss } from '../newsroom';
import { serve } from '../serve';
import { complaints, expectSound } from './pages';

let newsroom: Newsroom;
const PARAGRAPHS = [
  'The lighthouse at Cape Merle will be lit again in April after two years of work on its lamp and gallery.',
  'Volunteers collected nine thousand crowns for the repair, and the county added the rest, the keeper said.',
  'Visitors will be able to climb the tower on the first Sunday of every month, from nine in the morning.',
];
const lamp = () => ({
  title: 'Lighthouse lit again',
  link: `${newsroom.url}/lamp.html`,
  published: 'Tue, 04 Mar 2025 09:00:00 GMT',
});

test.beforeAll(async () => {
  newsroom = await openNewsroom();
  newsroom.put('/lamp.html', { type: 'text/html; charset=utf-8', body: pageOf('Lighthouse lit again', PARAGRAPHS) });
  newsroom.put('/feed.xml', { body: rss('Cape Merle Times', [lamp()], '<language>en</language>'), etag: '"one"' });
  newsroom.put('/sport.xml', { body: rss('Cape Merle Times: Sport', []) });
  newsroom.put('/', {
    type: 'text/html',
    body: '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="alternate" type="application/rss+xml" href="/sport.xml"><link rel="alternate" type="application/rss+xml" href="/gone.xml"></head><body><p>Welcome</p></body></html>',
  });
});
test.afterAll(() => newsroom.close());

async function look(page: Page, address: string): Promise<void> {
  await page.goto('/outlets');
  await page.getByLabel('Add a feed or a news site').fill(address);
  await page.getByRole('button', { name: 'Look' }).click();
}

/** Reloads until the page says it: feeds are read in the background. */
async function says(page: Page, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator('main')).toContainText(text, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

test('a site is looked at before it is added, and the outlet goes through its states', async ({ page }) => {
  test.setTimeout(120_000);
  const found = complaints(page);
  await look(page, `${newsroom.url}/`);
  await expect(page.getByRole('heading', { name: '2 feeds were found' })).toBeVisible();
  const first = page.getByRole('listitem').filter({ hasText: `${newsroom.url}/feed.xml` });
  await expect(first).toContainText('Lighthouse lit again');
  await expect(first).toContainText('4 Mar 2025, 09:00 UTC');
  await expect(first).toContainText('English');
  await expect(page.getByRole('checkbox', { name: 'Cape Merle Times', exact: true })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Cape Merle Times: Sport' })).not.toBeChecked();
  await page.getByText('named by the page could not be read').click();
  await expect(page.getByText(/gone\.xml/)).toBeVisible();

  await page.getByRole('checkbox', { name: 'Cape Merle Times: Sport' }).check();
  await page.getByLabel(/Country/).fill('Norway');
  await page.getByRole('button', { name: 'Add what is ticked' }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('“NORWAY” is not a country code');
  await expect(page.getByLabel(/Country/)).toHaveValue('Norway');
  await page.getByLabel(/Country/).fill('no');
  await page.getByLabel('Name of the outlet').fill('The Cape Merle Times');
  await expect(page.getByRole('checkbox', { name: 'Cape Merle Times', exact: true })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Cape Merle Times: Sport' }).uncheck();
  await page.getByRole('button', { name: 'Add what is ticked' }).click();
  await expect(page).toHaveURL(/\/outlets\/the-cape-merle-times\?done=added/);
  await expect(page.getByRole('status')).toContainText('being read now');
  await expect(page.locator('main')).toContainText('Norway');
  await says(page, 'Lighthouse lit again');
  await expect(page.getByRole('heading', { name: 'How complete its texts are' })).toBeVisible();

  await page.goto('/outlets?search=merle%20times');
  const row = page.getByRole('row').filter({ hasText: 'The Cape Merle Times' });
  // Its only article is from 2025: it answers, and nothing new has come.
  await expect(row).toContainText(/Quiet.*newest article 2025-03-04 09:00/);

  newsroom.put('/feed.xml', { status: 503, body: '' });
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Read now' }).click();
  await says(page, /What happened:.*fault of its own \(503\)/);
  await expect(page.locator('main')).toContainText('What to try:');
  await page.goto('/outlets?state=trouble&search=merle%20times');
  await expect(row).toContainText('Cannot be read');
  await expect(row).toContainText('503');

  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('status')).toContainText('Paused');
  await expect(page.getByRole('row').filter({ hasText: 'feed.xml' })).toContainText(/Pausedsince 20\d\d-/);
  await expect(page.getByRole('button', { name: 'Read now' })).toHaveCount(0);
  newsroom.put('/feed.xml', { body: rss('Cape Merle Times', [lamp()]), etag: '"two"' });
  await page.getByRole('button', { name: 'Resume' }).click();
  await says(page, /Quiet\./);

  await look(page, `${newsroom.url}/feed.xml`);
  await expect(page.locator('main')).toContainText('read already as The Cape Merle Times');
  await page.getByRole('link', { name: 'The Cape Merle Times' }).click();
  await page.getByRole('link', { name: 'Remove …' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Remove The Cape Merle Times?');
  await page.getByRole('link', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: 'Remove …' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.locator('main')).toContainText('not read any more');
  await expect(page.locator('main')).toContainText('Lighthouse lit again');
  await page.goto('/outlets');
  await expect(row).toHaveCount(0);
  expect(found).toEqual([]);
});

test('where there is no feed, the form names the field and says what to do', async ({ page }) => {
  const bare = await openNewsroom();
  bare.put('/plain.html', { type: 'text/html', body: '<html><body><p>No feed here at all.</p></body></html>' });
  for (const [address, message] of [
    [`${bare.url}/plain.html`, 'Address: No feed was found'],
    [`${bare.url}/nowhere`, '404'],
    ['two words', 'is not a web address'],
    ['ftp://files.example.org/feed', 'Only http and https'],
    ['http://169.254.169.254/latest', 'inside a private network'],
  ] as const) {
    await look(page, address);
    await expect(page.locator('main').getByRole('alert')).toContainText(message, { timeout: 15_000 });
    await expect(page.getByLabel('Address of a feed, or of a news site')).toHaveValue(address);
  }
  await bare.close();
});

test('an OPML file is read with its folders, reported, and can be taken away as one', async ({ page, request }) => {
  const body = [
    `<outline text="Capes"><outline type="rss" text="Merle Two" xmlUrl="${newsroom.url}/two.xml"/></outline>`,
    `<outline type="rss" text="Not one" xmlUrl="mailto:editor@merle.example"/>`,
  ].join('');
  newsroom.put('/two.xml', { body: rss('Merle Two', []) });
  const send = async (name: string, content: string | Buffer) => {
    await page.goto('/outlets/add');
    await page
      .getByLabel(/An OPML file/)
      .setInputFiles({ name, mimeType: 'text/x-opml', buffer: Buffer.from(content) });
    await page.getByRole('button', { name: 'Import' }).click();
  };
  await send('feeds.opml', `<opml version="2.0"><body>${body}</body></opml>`);
  await expect(page.getByRole('status')).toContainText('1 feed added, 1 left out', { timeout: 15_000 });
  await expect(page.getByRole('status')).toContainText('Not one: “mailto:editor@merle.example” is no web address');
  const exported = await (await request.get('/outlets/opml')).text();
  expect(exported).toContain('<outline text="Capes" title="Capes">');
  expect(exported).toContain(`${newsroom.url}/two.xml`);
  expect(exported).not.toContain('.example/');
  await send('again.opml', exported);
  await expect(page.getByRole('status')).toContainText(/^0 feeds added, \d+ known already\./, { timeout: 15_000 });

  await send('letter.txt', 'Dear editor');
  await expect(page.locator('main').getByRole('alert')).toContainText('OPML file: The file is no OPML list');
  await send('giant.opml', Buffer.alloc(5_000_001, 'x'));
  expect(
    await page.getByLabel(/An OPML file/).evaluate((input: HTMLInputElement) => input.validationMessage),
  ).toContain('larger than 5 MB');
});

test('all of it works without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  newsroom.put('/quiet.xml', { body: rss('Merle Gazette', []) });
  await look(page, `${newsroom.url}/quiet.xml`);
  await expect(page.locator('main')).toContainText('It holds no entries now.');
  await page.getByRole('button', { name: 'Add what is ticked' }).click();
  await expect(page).toHaveURL(/\/outlets\/merle-gazette\?done=added/);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('status')).toContainText('Paused');
  await page.goto('/outlets/add');
  await page
    .getByLabel(/An OPML file/)
    .setInputFiles({ name: 'x.opml', mimeType: 'text/xml', buffer: Buffer.from('<opml></opml>') });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('no <outline> elements');
  for (const size of [5_000_001, 9_000_000]) {
    await page.goto('/outlets/add');
    const buffer = Buffer.alloc(size, 'x');
    await page.getByLabel(/An OPML file/).setInputFiles({ name: 'giant.opml', mimeType: 'text/xml', buffer });
    await page.getByRole('button', { name: 'Import' }).click();
    await expect(page.locator('body')).toContainText('larger than 5 MB');
  }
  await page.goto('/outlets/merle-gazette/remove');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.locator('main')).toContainText('not read any more');
  await context.close();
});

test('a pack is added with one press, narrowed in the URL, and no page has a detectable fault', async ({ browser }) => {
  test.setTimeout(120_000);
  // A server of its own, on which nothing asks for a reading: a pack holds real addresses, and tests leave real servers alone.
  const served = await serve(await freePort());
  const context = await browser.newContext({ baseURL: served.url });
  const page = await context.newPage();
  await page.goto('/outlets/add');
  await page.getByRole('button', { name: 'Add the pack In Polish' }).click();
  await expect(page.getByRole('status')).toContainText(/^8 feeds added/);
  await page.getByLabel('Country').selectOption('PL');
  await expect(page).toHaveURL(/country=PL/);
  await expect(page.getByRole('row')).toHaveCount(9);
  await expect(page.locator('main')).toContainText(/8 of \d+ outlets/);
  await page.getByText('what the packs would add').click();
  await expect(page.getByRole('button', { name: 'Add the pack In Polish' })).toHaveCount(0);
  await page.goto('/outlets/pap');
  await expect(page.locator('main')).toContainText('owned by a state: State Treasury of Poland (source, as of 2024)');

  const addresses = ['/outlets', '/outlets?country=PL', '/outlets/pap', '/outlets/pap/remove', '/outlets/add'];
  for (const address of [...addresses, `/outlets/add?address=${newsroom.url}/`, '/outlets/add?address=two%20words']) {
    await page.goto(address);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    await expectSound(page, address);
  }
  await context.close();
  await served.stop();
});

test('on a phone nothing of the list is out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ['/outlets', '/outlets/halyard-wire', '/outlets/add']) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});
