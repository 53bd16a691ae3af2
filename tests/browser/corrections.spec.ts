import { expect, type Page, test } from '@playwright/test';
import { complaints } from './pages';

/** The page about a sample story that no other test counts the outlets of. */
async function aboutFerry(page: Page): Promise<string> {
  await page.goto('/?search=ferry%20ramp%20ansel');
  const address = await page.locator('article h2 a').first().getAttribute('href');
  return `${address}/about`;
}

test.describe('about a story', () => {
  test('says who published when, and why each text stands there', async ({ page }) => {
    const found = complaints(page);
    await page.goto(await aboutFerry(page));
    const texts = page.locator('ol > li');
    expect(await texts.count()).toBeGreaterThanOrEqual(4);
    await expect(texts.first()).toContainText('first here');
    await expect(texts.nth(1)).toContainText(/\d+ (min|h) later/);
    await expect(page.locator('ol')).toContainText(/\d+ %: shares names/);
    expect(found).toEqual([]);
  });

  test('a text is parted, moved back by undoing, and the page says so', async ({ page }) => {
    const address = await aboutFerry(page);
    await page.goto(address);
    const count = await page.locator('ol > li').count();
    await page.getByRole('checkbox', { name: /Countinghouse/ }).check();
    await page.getByRole('button', { name: 'The chosen report another event' }).click();
    await expect(page.locator('ol > li')).toHaveCount(count - 1);
    await expect(page.locator('#corrections + ul')).toContainText('parted from this story');
    await page.goto('/?single=1&search=ferry%20freight');
    await expect(page.locator('main')).toContainText('Countinghouse Daily');
    await page.goto(address);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator('ol > li')).toHaveCount(count);
    await expect(page.locator('#corrections + ul')).toContainText('Undone');
  });

  test('two stories are joined, the old address leads to the new, and undoing parts them again', async ({ page }) => {
    const address = await aboutFerry(page);
    await page.goto('/?single=1&search=tern%20dam');
    const other = await page.locator('article h2 a').last().getAttribute('href');
    await page.goto(address);
    const count = await page.locator('ol > li').count();
    await page.getByLabel('Address of another story').fill(new URL(other ?? '', page.url()).href);
    await page.getByRole('button', { name: 'Both are one event: join them' }).click();
    await expect(page.locator('ol > li')).toHaveCount(count + 1);
    await page.goto(other ?? '');
    await expect(page).toHaveURL(address.replace('/about', ''));
    await page.goto(address);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(page.locator('ol > li')).toHaveCount(count);
    expect((await page.goto(other ?? ''))?.url()).toContain(other);
  });

  for (const [name, fill, press, message] of [
    ['nothing chosen', '', 'The chosen belong here', 'Choose at least one text.'],
    ['no address', '', 'Both are one event: join them', 'Give the address of the other story.'],
    [
      'a foreign address',
      'https://elsewhere.example/',
      'Both are one event: join them',
      'is no address of a story here',
    ],
    ['an unknown story', '/stories/s-0000', 'Both are one event: join them', 'There is no story'],
  ] as const) {
    test(`${name} is refused with a sentence, and nothing changes`, async ({ page }) => {
      await page.goto(await aboutFerry(page));
      const count = await page.locator('ol > li').count();
      await page.getByLabel('Address of another story').fill(fill);
      await page.getByRole('button', { name: press }).click();
      await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible();
      await expect(page.locator('ol > li')).toHaveCount(count);
    });
  }

  test('a confirmed text bears it, by keyboard and without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(await aboutFerry(page));
    await page.getByRole('checkbox', { name: /Lowmere/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'The chosen belong here' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('ol > li').filter({ hasText: 'Lowmere' })).toContainText('confirmed by hand');
    await page.goto('/method');
    await expect(page.locator('main')).toContainText(/people have looked at \d+ placement/);
    await context.close();
  });
});
