import { expect, test } from '@playwright/test';
import { complaints, sampleStory } from './pages';

test('a match is made and parted by hand, by keyboard, and taken back', async ({ page }) => {
  const found = complaints(page);
  await page.goto(`${await sampleStory(page)}?view=side`);
  await page.getByRole('link', { name: 'Correct matches' }).click();
  await expect(page).toHaveURL(/correct=matches/);

  const match = page.getByRole('button', { name: 'Match', exact: true }).first();
  const before = await page.getByText('matched by hand', { exact: false }).count();
  await page.waitForLoadState('networkidle');
  await match.press('Enter');
  await expect
    .poll(() => page.getByText('matched by hand', { exact: false }).count(), { timeout: 20_000 })
    .toBeGreaterThan(before);

  await page
    .getByRole('button', { name: /matched by hand. Take it back/ })
    .first()
    .click();
  await expect.poll(() => page.getByRole('button', { name: /Take it back/ }).count()).toBe(0);

  await page
    .getByRole('button', { name: /not the same passage/ })
    .first()
    .click();
  await expect(page.getByText('Parted by hand:')).toBeVisible();
  await page.getByRole('button', { name: /: take it back/ }).click();
  await expect(page.getByText('Parted by hand:')).toHaveCount(0);
  await page.getByRole('link', { name: 'Done correcting' }).click();
  await expect(page).not.toHaveURL(/correct=/);
  expect(found).toEqual([]);
});
