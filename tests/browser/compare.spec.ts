import { expect, test } from '@playwright/test';
import { FERRY } from '../comparison/write-article';
import { type Newsroom, openNewsroom, page as pageOf } from '../newsroom';
import { expectSound } from './pages';

let newsroom: Newsroom;
test.beforeAll(async () => {
  newsroom = await openNewsroom();
  newsroom.put('/quay.html', {
    type: 'text/html; charset=utf-8',
    body: pageOf('North ferry stops', FERRY['Quay Courier']),
  });
});
test.afterAll(() => newsroom.close());

test('two pasted texts and a link become a comparison; what failed is said and the rest goes on', async ({ page }) => {
  await page.goto('/compare');
  await page.getByLabel('Addresses of articles').fill(`${newsroom.url}/quay.html\n${newsroom.url}/missing.html`);
  await page.getByLabel('Outlet').nth(0).fill('Harbour Post');
  await page.getByLabel('Text 1').fill(FERRY['Harbour Post'].join('\n\n'));
  await page.getByLabel('Outlet').nth(1).fill('Island Wire');
  await page.getByLabel('Text 2').fill(FERRY['Island Wire'].join('\n\n'));
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.waitForURL(/\/compare\/[0-9a-f-]+/);
  await expect(page.locator('main')).toContainText(/Harbour Post\s*\(reference\)/, { timeout: 20_000 });
  await expect(page.locator('main')).toContainText('could not be read');
  await expect(page.locator('main')).toContainText('404');
  await page.getByRole('link', { name: 'Side by side' }).click();
  await expect(page.locator('main')).toContainText('strong match');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForURL(/\/c\/[0-9a-z]{16}/);
});

test('one text is not enough: the form says so and keeps what was typed', async ({ page }) => {
  await page.goto('/compare');
  await page.getByLabel('Text 1').fill('Only one text about the ferry and nothing else to compare it with.');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('at least two');
  await expect(page.getByLabel('Text 1')).toHaveValue(/Only one text/);
});

test('a line that is no address is named', async ({ page }) => {
  await page.goto('/compare');
  await page.getByLabel('Addresses of articles').fill('javascript:alert(1)\nhttps://example.org/b');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('“javascript:alert(1)” is not a web address');
});

test('texts of one word each: the job fails with a reason for each', async ({ page }) => {
  await page.goto('/compare');
  await page.getByLabel('Text 1').fill('Hello');
  await page.getByLabel('Text 2').fill('World');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.locator('h1')).toContainText('Not enough could be read', { timeout: 20_000 });
  await expect(page.locator('main li')).toHaveCount(2);
});

test('one link alone finds the story it belongs to', async ({ page }) => {
  const paragraphs = [
    'The car ferry between Brindle Bay and Ansel Island stops on Saturday because inspectors found a crack in the hinge of its ramp.',
    'The ferry Marigold goes to the Kestrel yard in Port Ansel, and a passenger launch makes eight crossings a day in its place.',
    'Harbour master Dorrit Wexcombe said that the repair would take nine weeks and cost about $1.3 million.',
    'About 640 people and 210 vehicles use the crossing to Ansel Island on an average day, the harbour authority said.',
  ];
  newsroom.put('/ansel.html', {
    type: 'text/html; charset=utf-8',
    body: pageOf('Ansel Island ferry stops for nine weeks', paragraphs),
  });
  await page.goto('/compare');
  await page.getByLabel('Addresses of articles').fill(`${newsroom.url}/ansel.html`);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.waitForURL(/\/stories\/s-[0-9a-f]+\?ref=/, { timeout: 30_000 });
  await expect(page.locator('main')).toContainText(/127\.0\.0\.1\s*\(reference\)/);
  await expect(page.locator('main')).toContainText('Halyard Wire (sample)');
});

test('a link is found on the compare page as it was sent there', async ({ page }) => {
  await page.goto(`/compare?link=${encodeURIComponent(`${newsroom.url}/quay.html`)}`);
  await expect(page.getByLabel('Addresses of articles')).toHaveValue(`${newsroom.url}/quay.html`);
});

test('a text behind a lock is flagged with its reason, out of every count, and can be included', async ({ page }) => {
  const lead = FERRY['Island Wire'].slice(0, 3);
  newsroom.put('/locked.html', {
    type: 'text/html; charset=utf-8',
    body: pageOf('North ferry line to close', [...lead, 'Subscribe to continue reading']),
  });
  await page.goto('/compare');
  await page.getByLabel('Addresses of articles').fill(`${newsroom.url}/locked.html\n${newsroom.url}/quay.html`);
  await page.getByLabel('Outlet').nth(0).fill('Harbour Post');
  await page.getByLabel('Text 1').fill(FERRY['Harbour Post'].join('\n\n'));
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const texts = page.getByRole('list', { name: 'Texts compared' });
  await expect(texts).toContainText('partial text', { timeout: 20_000 });

  // The reason opens by keyboard, above whatever view.
  const why = texts.locator('summary').first();
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(texts.getByText('The page asks for a subscription (“subscribe to continue reading”).')).toBeVisible();

  await page.getByRole('link', { name: 'Framing' }).click();
  await expect(page.locator('main')).toContainText('Not counted (not complete, or in another language): 127.0.0.1');
  await expectSound(page, 'what is not counted');
  const rows = page.locator('table').first().locator('tbody tr');
  const before = await rows.count();
  await page.getByRole('link', { name: 'Include what is not complete' }).click();
  await expect(page).toHaveURL(/view=framing&include=partial/);
  await expect(page.locator('main')).toContainText('counted all the same');
  await expect(page.locator('main')).not.toContainText('Not counted (not complete');
  expect(await rows.count()).toBeGreaterThanOrEqual(before);
  await page.getByRole('link', { name: 'Leave out what is not complete' }).click();
  await expect(page).not.toHaveURL(/include=/);

  // Shared with the texts included, it stays so: a frozen comparison has no such choice.
  await page.goto(`${page.url()}&include=partial`);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForURL(/\/c\/[0-9a-z]{16}/);
  await expect(page.locator('main')).toContainText('counted all the same');
  await expect(page.getByRole('link', { name: 'Leave out what is not complete' })).toHaveCount(0);
});
