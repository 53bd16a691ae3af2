import { expect, type Page, test } from '@playwright/test';
import { FERRY } from '../comparison/write-article';
import { expectSound, sampleStory } from './pages';

const VIEWS = ['read', 'side', 'coverage', 'quotes', 'words'];

/** Address of a sample story by a word of its headline. */
async function storyWith(page: Page, word: string): Promise<string> {
  await page.goto('/');
  const link = page.locator('article, li').filter({ hasText: word }).locator('a[href^="/stories/"]').first();
  return (await link.getAttribute('href')) ?? '';
}

/** Twenty texts of one event in one comparison: the ferry's paragraphs, begun at another one each time. */
async function twentyTexts(page: Page): Promise<string> {
  await page.goto('/compare');
  const kinds = Object.values(FERRY);
  for (let at = 2; at < 20; at++) await page.getByRole('button', { name: 'Add another text' }).click();
  for (let at = 0; at < 20; at++) {
    const paragraphs = kinds[at % kinds.length] ?? [];
    const turned = [
      ...paragraphs.slice(at % 3),
      `Reporter ${at + 1} stood at the quay for ${at + 20} minutes and counted the cars.`,
    ];
    await page
      .getByLabel('Outlet')
      .nth(at)
      .fill(`Outlet ${String(at + 1).padStart(2, '0')}`);
    await page.locator(`#text-${at}`).fill(turned.join('\n\n'));
  }
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.waitForURL(/\/compare\/[0-9a-f-]+/);
  await expect(page.locator('main')).toContainText(/Outlet 01\s*\(reference\)/, { timeout: 60_000 });
  return new URL(page.url()).pathname;
}

const STORIES: [string, (page: Page) => Promise<string>][] = [
  ['two outlets in Arabic', (page) => storyWith(page, 'الفنار')],
  ['two outlets in Chinese', (page) => storyWith(page, '清禾')],
  ['six outlets', sampleStory],
  ['twenty outlets', twentyTexts],
];
for (const [name, find] of STORIES) {
  test(`${name}: every view fits a phone and is sound on a wide screen`, async ({ page }) => {
    test.setTimeout(240_000);
    const story = await find(page);
    for (const view of VIEWS) {
      await page.goto(`${story}?view=${view}`);
      await expectSound(page, `${name}, ${view}`);
    }
  });
}

test('Arabic runs from right to left, in every passage', async ({ page }) => {
  await page.goto(`${await storyWith(page, 'الفنار')}?view=side`);
  const passages = page.locator('#p0, #o0');
  await expect(passages).toHaveCount(2);
  for (const passage of await passages.all()) {
    expect(await passage.evaluate((each) => getComputedStyle(each).direction)).toBe('rtl');
    await expect(passage).toHaveAttribute('lang', 'ar');
  }
});

test('Chinese is cut into words: what both texts use is marked in it', async ({ page }) => {
  await page.goto(`${await storyWith(page, '清禾')}?view=side`);
  await expect(page.locator('p[lang^="zh"] [class*="shared"]').first()).toBeVisible();
  await page.goto(`${await storyWith(page, '清禾')}?view=quotes`);
  await expect(page.locator('main')).toContainText(/什么时候|怎么/);
});

test('a line joins a paragraph and its match while it is pointed at or its match has the focus', async ({ page }) => {
  await page.goto(`${await sampleStory(page)}?view=side`);
  const lines = page.locator('svg[data-connectors] path');
  await expect(lines).toHaveCount(0);
  const match = page.locator('a[data-pairs][href^="#o"]').first();
  await match.focus();
  await expect(lines).not.toHaveCount(0);
  await expect(page.locator('[data-lit]').first()).toBeVisible();
  await page.locator('h1').click();
  await expect(lines).toHaveCount(0);
  await page.locator('p[data-pairs^="p"]').first().hover();
  await expect(lines).not.toHaveCount(0);
});

test('the rail shows which rows are on the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto(`${await sampleStory(page)}?view=side`);
  const inSight = page.locator('a[data-in-sight][href^="#row"]');
  await expect(page.locator('a[data-in-sight][href="#row0"]')).toBeVisible();
  const atTop = await inSight.count();
  expect(atTop).toBeLessThan(await page.locator('section[id^="row"]').count());
  await page.locator('section[id^="row"]').last().scrollIntoViewIfNeeded();
  await expect(page.locator('a[data-in-sight][href="#row0"]')).toHaveCount(0);
  await expect(inSight).not.toHaveCount(0);
});

test('on a phone the next outlet comes by a button and by a swipe, at the paragraph one is at', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`${await sampleStory(page)}?view=side`);
  const steps = page.getByRole('navigation', { name: 'Outlets' });
  await expect(steps).toContainText('of 5');
  const before = await steps.innerText();
  await page.locator('#p4').scrollIntoViewIfNeeded();
  await steps.getByRole('link', { name: /Next outlet/ }).click();
  await expect(page).toHaveURL(/other=.*#p\d+$/);
  await expect(steps).not.toHaveText(before);
  const address = page.url();
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const at = (x: number) => new Touch({ identifier: 1, target: main as Element, clientX: x, clientY: 400 });
    main?.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [at(320)], changedTouches: [at(320)] }));
    main?.dispatchEvent(new TouchEvent('touchend', { bubbles: true, touches: [], changedTouches: [at(120)] }));
  });
  await expect(page).not.toHaveURL(address);
  await context.close();
});

test('on a phone an opened paragraph shows one outlet at a time, and links to the next', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${await sampleStory(page)}?at=p0`);
  const opened = page.locator('details[open]').first();
  const readings = opened.locator('[id*="-in-"]');
  expect(await readings.count()).toBeGreaterThan(1);
  await expect(readings.nth(1)).not.toBeInViewport({ ratio: 0.5 });
  await opened.locator('a').filter({ hasText: '›' }).first().click();
  await expect(readings.nth(1)).toBeInViewport({ ratio: 0.1 });
});

test('texts are compared without JavaScript, and a mistake gives back what was typed', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/compare');
  await page.getByLabel('Text 1').fill(FERRY['Harbour Post'].join('\n\n'));
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('at least two');
  await expect(page.getByLabel('Text 1')).toHaveValue(/ferry/i);
  await page.getByLabel('Text 2').fill(FERRY['Island Wire'].join('\n\n'));
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page).toHaveURL(/\/compare\/[0-9a-f-]+/);
  await context.close();
});
