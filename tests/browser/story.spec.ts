import { expect, test } from '@playwright/test';
import { complaints, sampleStory } from './pages';

test.describe('the sample story', () => {
  test('stands on the first page with six outlets, marked as a sample', async ({ page }) => {
    const address = await sampleStory(page);
    const story = page.locator('article').filter({ has: page.locator(`a[href="${address}"]`) });
    await expect(story).toContainText('6 outlets');
    await expect(story).toContainText('sample');
    await expect(story.locator('li')).toHaveCount(6);
  });

  test('its line of frames on the first page says of how many outlets, and the framing view shows which', async ({
    page,
  }) => {
    const address = await sampleStory(page);
    const story = page.locator('article').filter({ has: page.locator(`a[href="${address}"]`) });
    const line = story.locator('p').filter({ has: page.getByRole('link', { name: 'Framing' }) });
    const text = await line.innerText();
    const said = [...text.matchAll(/(\S.*?) (\d+), in\s+(\d+) of (\d+)\s+outlets/g)];
    const inAll = Number(/of (\d+) sentences/.exec(text)?.[1]);
    expect(said.length).toBeGreaterThan(1);
    await line.getByRole('link').click();
    await expect(page).toHaveURL(/view=framing&codebook=generic/);
    for (const [, label = '', sentences, outlets, of] of said) {
      const table = page.getByRole('region', { name: label }).locator('table').first();
      const cells = await table.locator('tbody tr td:nth-child(2)').allInnerTexts();
      const [k, n] = [0, 1].map((part) => cells.map((cell) => Number(cell.split('/')[part])));
      const sum = (numbers: number[] = []) => numbers.reduce((all, each) => all + each, 0);
      expect([label, k?.filter((each) => each > 0).length, cells.length, sum(k), sum(n)]).toEqual([
        label,
        Number(outlets),
        Number(of),
        Number(sentences),
        inAll,
      ]);
    }
  });

  test('Read: every paragraph of the reference, who carries it, and the passages with their differences', async ({
    page,
  }) => {
    await page.goto(`${await sampleStory(page)}?at=p0`);
    const opened = page.locator('details[open]').first();
    await expect(opened).toContainText(/strong match, \d+ %/);
    await expect(page.locator('main')).toContainText(/no matching paragraph found in \d of 5 texts/);
    await expect(opened.locator('mark, [class*="shared"]').first()).toBeVisible();
  });

  test('Side by side: n goes to the next difference, p back, and differences only drops the rest', async ({ page }) => {
    await page.goto(`${await sampleStory(page)}?view=side`);
    const differences = page.locator('[data-difference]');
    const total = await differences.count();
    expect(total).toBeGreaterThan(1);
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await expect(differences.nth(0)).toBeFocused();
    await page.keyboard.press('n');
    await expect(differences.nth(1)).toBeFocused();
    await page.keyboard.press('p');
    await expect(differences.nth(0)).toBeFocused();
    const before = await page.locator('main section').count();
    await page.getByRole('link', { name: 'Differences only' }).click();
    await expect(page).toHaveURL(/only=differences/);
    await expect.poll(() => page.locator('main section').count()).toBeLessThan(before);
    await expect(page.locator('[data-difference]')).toHaveCount(total);
  });

  test('Framing: a number opens the sentences behind it, each with its mark', async ({ page }) => {
    await page.goto(`${await sampleStory(page)}?view=framing`);
    await expect(page.locator('svg').first()).toBeVisible();
    const count = page
      .locator('table a')
      .filter({ hasText: /^[1-9]\d*\/\d+$/ })
      .first();
    const sentences = Number((await count.innerText()).split('/')[0]);
    await count.click();
    const evidence = page.locator('#evidence');
    await expect(evidence).toBeVisible();
    const rows = evidence.locator('ol > li');
    expect(await rows.count()).toBeGreaterThanOrEqual(sentences);
    await expect(rows.first().locator('mark')).not.toHaveCount(0);
    await expect(evidence).toContainText(`${sentences} sentence`);
  });

  test('Framing: labels are counted by outlet, and a count opens its sentences', async ({ page }) => {
    await page.goto(`${await sampleStory(page)}?view=framing&codebook=labels-common`);
    const invasion = page.locator('table').filter({ hasText: 'invasion' }).first();
    await expect(invasion).toBeVisible();
    await invasion
      .locator('a')
      .filter({ hasText: /^[1-9]/ })
      .first()
      .click();
    await expect(page.locator('#evidence li').first()).toContainText(/\w/);
  });

  test('any text can be the reference, and the address says which', async ({ page }) => {
    await page.goto(await sampleStory(page));
    const select = page.getByLabel('Compare with');
    const option = select.locator('option').filter({ hasText: 'Parapet' });
    await select.selectOption({ label: await option.innerText() });
    await expect(page).toHaveURL(/ref=/);
    await expect(page.locator('main')).toContainText(/The Parapet \(sample\)\s*\(reference\)/);
  });

  test('the texts are there without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${await sampleStory(page)}?view=framing`);
    await expect(page.locator('table').first()).toContainText(/\d+\/\d+/);
    await page.goto(`${await sampleStory(page)}?view=side`);
    await expect(page.locator('main')).toContainText('strong match');
    await context.close();
  });

  test('an address that is not written correctly is the asker’s fault, not the server’s', async ({ page }) => {
    expect((await page.goto('/stories/%E0%A4%A'))?.status()).toBe(400);
  });

  test('what an address asks for in vain is passed over', async ({ page }) => {
    const story = await sampleStory(page);
    for (const query of [
      '?view=zzz',
      '?ref=nobody',
      '?with=a,b',
      '?view=framing&codebook=zzz&code=zzz',
      '?at=p9999',
      '?view=side&other=zzz',
    ]) {
      expect([query, (await page.goto(story + query))?.status()]).toEqual([query, 200]);
      await expect(page.locator('h1')).toBeVisible();
    }
  });

  test('an unknown story is a true 404', async ({ page }) => {
    const answer = await page.goto('/stories/s-nothing');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('link', { name: 'All stories' })).toBeVisible();
  });

  for (const view of ['read', 'side', 'framing', 'quotes', 'headlines', 'coverage', 'method']) {
    test(`the ${view} view breaks nothing in the browser, and fits a phone`, async ({ page }) => {
      const found = complaints(page);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${await sampleStory(page)}?view=${view}`);
      await page.waitForLoadState('networkidle');
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      expect(found).toEqual([]);
    });
  }
});
