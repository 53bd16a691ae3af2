import { expect, test } from '@playwright/test';
import { expectSound, sampleStory } from './pages';

test('no page has a detectable accessibility fault', async ({ page }) => {
  test.setTimeout(240_000);
  const story = await sampleStory(page);
  const addresses = [
    '/',
    '/compare',
    '/outlets',
    '/outlets/add',
    '/outlets/halyard-wire',
    '/outlets/halyard-wire/remove',
    '/reading',
    '/method',
    '/sign-in',
    '/stories/none',
    `${story}/about`,
    ...[
      // The views themselves are looked at with two, six and twenty outlets (instrument.spec.ts), drawers and method in evidence.spec.ts.
      '?at=p0',
      '?view=framing',
      '?view=framing&codebook=labels-common',
      '?view=headlines',
    ].map((query) => story + query),
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expectSound(page, address);
  }
});

test('the keyboard reaches the content, the views and the share button', async ({ page }) => {
  await page.goto(await sampleStory(page));
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText(/skip/i);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/);
  const reached: string[] = [];
  for (let at = 0; at < 25; at++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
  }
  expect(reached).toContain('Share');
  expect(reached).toContain('Framing');
});
