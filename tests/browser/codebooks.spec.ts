import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { complaints, expectSound, sampleStory } from './pages';

/** The thread that counts is started with the first draft, which takes seconds on a busy machine. */
const PATIENTLY = { timeout: 30_000 };

/** A small codebook under an id of its own, so that no other test's counts change. */
function own(id: string, version = '1.0.0'): string {
  return JSON.stringify({
    schema: 'codebook/1',
    id,
    version,
    lang: 'en',
    title: `Codebook ${id}`,
    description: 'Made by a test.',
    author: 'Tests',
    licence: 'CC0-1.0',
    basedOn: ['Nothing'],
    unit: 'sentence',
    // So that nobody's comparison uses it unasked.
    about: ['xylophone'],
    frames: [
      {
        id: 'talk',
        label: 'Talk',
        definition: 'Somebody talks.',
        question: 'Does somebody talk?',
        include: [{ any: ['phone call', 'telephone*'] }],
        examples: [{ text: 'They had a phone call on Monday.', code: true }],
      },
    ],
    concepts: [],
  });
}

async function importOwn(page: Page, id: string): Promise<void> {
  await page.goto('/codebooks/new');
  await page
    .getByLabel('A file')
    .setInputFiles({ name: `${id}.json`, mimeType: 'application/json', buffer: Buffer.from(own(id)) });
  await page.getByRole('button', { name: 'Save as a version' }).click();
  await expect(page).toHaveURL(new RegExp(`/codebooks/${id}\\?done=`), PATIENTLY);
}

async function withdraw(page: Page, id: string): Promise<void> {
  await page.goto(`/codebooks/${id}/versions`);
  await page.getByRole('button', { name: 'Take this codebook out of use' }).click();
  await expect(page).toHaveURL(/done=withdrawn/);
}

test.describe('codebooks', () => {
  test.setTimeout(120_000);

  test('every shipped one is listed, and can be read to the last term, without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Codebooks' }).click();
    for (const id of ['generic', 'policy', 'gun-violence', 'labels-common', 'ukraine-war', 'generic-de'])
      await expect(page.locator('main li').filter({ has: page.locator(`a[href="/codebooks/${id}"]`) })).toContainText(
        'shipped with Synoptic',
      );
    await page.locator('a[href="/codebooks/policy"]').click();
    await expect(page.locator('#code-economic')).toContainText('precision');
    await expect(page.locator('#code-economic')).toContainText(/\.\d\d \(\.\d\d to (\.\d\d|1\.00)\)/);
    await expect(page.locator('#code-economic')).toContainText('Counts:');
    await expect(page.locator('#code-economic')).toContainText('Does not count:');
    await context.close();
  });

  test('import, edit, try, save, compare, export and import again', async ({ page }) => {
    const found = complaints(page);
    await importOwn(page, 'round-trip');
    await page.getByRole('link', { name: 'Edit Talk' }).click();
    await page.getByLabel('Terms, one a line').first().fill('telephone*\nsaid');
    // Tried by itself, a moment after the last key.
    const result = page.getByRole('region', { name: 'What the draft does' });
    await expect(result.getByRole('heading', { name: /^Draft only: [1-9]/ })).toBeVisible(PATIENTLY);
    await expect(result.locator('mark').filter({ hasText: /said/i }).first()).toBeVisible();
    // Its own example has lost its term: said before saving, and saved only when asked for.
    await expect(page.getByText('One of its own examples is decided otherwise')).toBeVisible();
    await page.getByLabel('What was changed, and why').fill('one term more');
    await page.getByRole('button', { name: 'Save as a version' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Not saved yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Save all the same' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved as version 1.0.1' })).toBeVisible();
    await page.getByRole('link', { name: 'Versions' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'one term more' })).toContainText('1.0.1, in force');
    const differences = page.locator('#differences');
    await expect(differences).toContainText('added: said');
    await expect(differences).toContainText('dropped: phone call');
    await page.goto('/codebooks/round-trip');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export JSON' }).click();
    const file = await (await download).path();
    expect((await download).suggestedFilename()).toBe('round-trip-1.0.1.json');
    await page.goto('/codebooks/new');
    await page.getByLabel('A file').setInputFiles(file);
    await page.getByRole('button', { name: 'Save as a version' }).click();
    await page.getByRole('button', { name: 'Save all the same' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Nothing has changed' })).toBeVisible();
    expect(JSON.parse(await readFile(file, 'utf8')).frames[0].include).toEqual([{ any: ['telephone*', 'said'] }]);
    await withdraw(page, 'round-trip');
    expect(found).toEqual([]);
  });

  test('a story is counted with the version in force, and an old one can be taken up again', async ({ page }) => {
    await importOwn(page, 'in-force');
    const story = await sampleStory(page);
    await page.goto('/codebooks/in-force/edit?as=json');
    const json = page.getByLabel('The codebook as JSON');
    await json.fill((await json.inputValue()).replace('"xylophone"', '"call*"').replace('"Talk"', '"Talking"'));
    await page.getByRole('button', { name: 'Save as a version' }).click();
    await expect(page).toHaveURL(/\/codebooks\/in-force\?done=saved/);
    await page.goto(`${story}?view=framing&codebook=in-force`);
    await expect(page.locator('main')).toContainText('Talking');
    await page.goto('/codebooks/in-force/versions');
    await page.getByRole('button', { name: 'Put version 1.0.0 in force again' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'In force again' })).toBeVisible();
    await page.goto('/codebooks/in-force');
    await expect(page.locator('main')).toContainText('Version1.0.0');
    await withdraw(page, 'in-force');
  });

  test('what is wrong is named with its key, and what was typed stays', async ({ page }) => {
    await page.goto('/codebooks/generic/edit?frame=conflict');
    await page.getByLabel('Terms, one a line').first().fill('*');
    await page.getByRole('button', { name: 'Save as a version' }).click();
    await expect(page.getByText(/frames\[0\]\.include\[0\]\.any\[0\]/)).toBeVisible();
    await expect(page.getByLabel('Terms, one a line').first()).toHaveValue('*');
  });

  test('without JavaScript a draft is tried and saved too, by keyboard', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await importOwn(page, 'plain-form');
    await page.goto('/codebooks/plain-form/edit?frame=talk');
    await page.getByLabel('Terms, one a line').first().fill('phone call\nsaid');
    await page.getByRole('button', { name: 'Try it' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Draft only: [1-9]/ })).toBeVisible(PATIENTLY);
    await expect(page.getByLabel('Terms, one a line').first()).toHaveValue('phone call\nsaid');
    await page.getByRole('button', { name: 'Save as a version' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toContainText('Saved as version 1.0.1');
    await withdraw(page, 'plain-form');
    await context.close();
  });

  test('a suggestion refused is not offered again, one taken opens as a concept', async ({ page }) => {
    await importOwn(page, 'offers');
    await page.goto('/codebooks/offers/suggestions');
    const offers = page.locator('section').filter({ has: page.getByRole('button', { name: 'Not one thing' }) });
    const names = await offers.locator('h2').allTextContents();
    expect(names.length).toBeGreaterThan(0);
    await offers.first().getByRole('link', { name: 'Take into the codebook' }).click();
    await expect(page.getByLabel('Label 1')).toHaveValue((names[0] ?? '').split(' / ')[0] ?? '');
    await page.goBack();
    await offers.first().getByRole('button', { name: 'Not one thing' }).click();
    await expect(page.getByRole('heading', { name: names[0] ?? '', exact: true })).toHaveCount(0);
    await page.getByRole('button', { name: 'Offer refused ones again' }).click();
    await expect(page.getByRole('heading', { name: names[0] ?? '', exact: true })).toBeVisible();
    await withdraw(page, 'offers');
  });

  test('all stored texts are counted, with progress, and the totals stand there', async ({ page }) => {
    await importOwn(page, 'over-all');
    await page.getByRole('link', { name: 'Over all stored texts' }).click();
    await page.getByRole('button', { name: 'Count all' }).click();
    await expect(page.locator('[data-state="done"]')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('row').filter({ hasText: 'Talk' })).toContainText(/[1-9]/);
    await withdraw(page, 'over-all');
  });

  test('without a second coder its page says how to have one, and the story does not name it', async ({ page }) => {
    const story = await sampleStory(page);
    await page.goto(`${story}/coder`);
    await expect(page.locator('main')).toContainText('None is set up');
    await page.goto(story);
    await expect(page.getByRole('link', { name: 'Second coder' })).toHaveCount(0);
  });

  test('no codebook page has a detectable accessibility fault or is too wide for a phone', async ({ page }) => {
    test.setTimeout(240_000);
    const story = await sampleStory(page);
    await importOwn(page, 'axe');
    await page.goto('/codebooks/axe/edit?frame=talk');
    await page.getByLabel('Terms, one a line').first().fill('said');
    await expect(page.getByRole('region', { name: 'What the draft does' })).toBeVisible(PATIENTLY);
    await expectSound(page, 'a draft tried');
    for (const address of [
      '/codebooks',
      '/codebooks/new',
      '/codebooks/generic',
      '/codebooks/ukraine-war',
      '/codebooks/generic/edit',
      '/codebooks/labels-common/edit?concept=armed-conflict',
      '/codebooks/generic/edit?as=json',
      '/codebooks/axe/versions',
      '/codebooks/generic/suggestions',
      '/codebooks/generic/stored',
      `${story}/coder`,
    ]) {
      await page.goto(address);
      await expectSound(page, address);
    }
    await withdraw(page, 'axe');
  });
});
