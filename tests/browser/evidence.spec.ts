import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { complaints, expectSound, sampleStory } from './pages';

/** First number of a frame's table that is not zero. */
function firstCount(page: Page): Locator {
  return page.locator('table a[data-count]:not([data-count="0"])').first();
}

/** Takes back everything said of the hits that are listed, so that the store is as it was. */
async function undoAll(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: /: undo/ });
  for (let left = await undo.count(); left > 0; left--) {
    await undo.first().click();
    await expect(undo).toHaveCount(left - 1);
  }
}

test.describe('the list of sentences behind a number', () => {
  test('is opened, judged, undone and closed by keyboard alone', async ({ page }) => {
    const found = complaints(page);
    await page.goto(`${await sampleStory(page)}?view=framing&codebook=generic`);
    await page.waitForLoadState('networkidle');
    const count = firstCount(page);
    const sentences = Number(await count.getAttribute('data-count'));
    await count.press('Enter');
    const list = page.locator('#evidence');
    await expect(list).toBeFocused();
    await expect(list.locator('[data-sentence]')).toHaveCount(sentences);
    await expect(list.locator('code').first()).not.toBeEmpty();

    const right = list.getByRole('button', { name: /^Right/ }).first();
    await right.press('Enter');
    await expect(right).toHaveAttribute('aria-pressed', 'true');
    // The keyboard stays at the hit that was judged.
    await expect(list.locator('[data-hit]').first()).toBeFocused();
    await expect(page.getByRole('link', { name: '1 of 1 checked hit right, 21–100 %' })).toBeVisible();
    const wrong = list.getByRole('button', { name: /^Wrong/ }).first();
    await wrong.press('Space');
    await expect(wrong).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('link', { name: '0 of 1 checked hit right, 0–79 %' })).toBeVisible();
    await wrong.press('Enter');
    await expect(wrong).toHaveAttribute('aria-pressed', 'false');
    await expect(page.getByRole('link', { name: /checked hit/ })).toHaveCount(0);

    await wrong.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(page).not.toHaveURL(/code=/);
    expect(found).toEqual([]);
  });

  test('works without JavaScript, and what was said stands on the method pages', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const story = await sampleStory(page);
    await page.goto(`${story}?view=framing&codebook=labels-common`);
    const count = firstCount(page);
    const mentions = Number(await count.getAttribute('data-count'));
    await count.click();
    const list = page.locator('#evidence');
    await expect(list.locator('[data-hit]')).toHaveCount(mentions);
    await list
      .getByRole('button', { name: /^Wrong/ })
      .first()
      .click();
    await expect(list.getByRole('button', { name: /^Wrong: undo/ })).toHaveCount(1);
    await expect(list).toHaveCount(1);

    for (const address of [`${story}?view=method`, '/method']) {
      await page.goto(address);
      await expect(page.getByText('0 of 1 checked hit right, 0–79 %')).toBeVisible();
    }
    await page.goBack();
    await page.goBack();
    await page
      .getByRole('link', { name: /0 of 1 checked hit right/ })
      .first()
      .click();
    await expect(list.locator('[data-hit]')).toHaveCount(1);
    await undoAll(page);
    await page.goto('/method');
    await expect(page.getByText(/checked hits? right/)).toHaveCount(0);
    await context.close();
  });

  test('leads to the paragraph', async ({ page }) => {
    await page.goto(`${await sampleStory(page)}?view=framing&codebook=generic`);
    await firstCount(page).click();
    await page
      .locator('#evidence')
      .getByRole('link', { name: /^paragraph \d+$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/at=p\d+|view=side/);
    await expect(page).not.toHaveURL(/code=|cell=/);
  });

  test('the filter holds for numbers, lists and tables to take away', async ({ page }) => {
    await page.goto(`${await sampleStory(page)}?view=framing&codebook=generic&voice=attributed&position=body`);
    const count = firstCount(page);
    const sentences = Number(await count.getAttribute('data-count'));
    const csv = decodeURIComponent((await page.getByRole('link', { name: /^CSV/ }).first().getAttribute('href')) ?? '');
    expect(csv).toContain('"attributed, further down"');
    await count.click();
    const list = page.locator('#evidence');
    await expect(list.locator('h3')).toContainText('attributed, further down');
    await expect(list.locator('[data-sentence]')).toHaveCount(sentences);
  });
});

test.describe('charts as files', () => {
  for (const [what, query, counts] of [
    ['a dot plot', '?view=framing&codebook=generic', /\d+ of \d+/],
    ['a matrix of labels', '?view=framing&codebook=labels-common', /^\s*\d+\s*$/],
    ['a line', '/framing?outlet=the-parapet&by=day', /\d+ of \d+/],
  ] as const) {
    test(`${what}: the SVG holds the counts and says what it is; the PNG is the same picture`, async ({ page }) => {
      await page.goto(query.startsWith('?') ? (await sampleStory(page)) + query : query);
      await page.waitForLoadState('networkidle');
      const figure = page
        .locator('figure')
        .filter({ has: page.getByRole('button', { name: /^SVG/ }) })
        .first();
      await expect(figure.locator('svg text').filter({ hasText: counts }).first()).toBeAttached();
      const printed = (await figure.locator('svg').first().locator('text').allTextContents()).map((each) =>
        each.trim(),
      );
      const drawn = printed.filter((text) => counts.test(text));
      expect(drawn.length).toBeGreaterThan(0);
      const svg = readFileSync(await download(page, figure.getByRole('button', { name: /^SVG/ })), 'utf8');
      for (const count of drawn) expect(svg).toContain(`>${count}<`);
      expect(svg).toMatch(/<title>[^<]+<\/title>/);
      const text = svg.replace(/<[^>]+>/g, ' ');
      expect(text).toMatch(/n = [\d,]+ \w+ in \d+/);
      expect(text.replace(/\s+/g, '')).toMatch(/SHA-256[0-9a-f]{64}/);
      expect(text).toMatch(/\d{4}-\d{2}-\d{2}/);
      expect(svg).not.toContain('var(');

      const png = readFileSync(await download(page, figure.getByRole('button', { name: /^PNG/ })));
      const same = await page.evaluate(compare, { svg, png: png.toString('base64') });
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      expect(same).toEqual({ width: 2 * Number(width), height: 2 * Number(height), different: 0 });
    });
  }

  test('tables to take away carry title, n, codebook and day in every row', async ({ page }) => {
    await page.goto(`${await sampleStory(page)}?view=framing&codebook=generic`);
    const link = page.getByRole('link', { name: /^CSV/ }).first();
    const rows = decodeURIComponent(((await link.getAttribute('href')) ?? '').replace(/^[^,]*,/, ''))
      .trim()
      .split('\r\n');
    expect(rows[0]).toMatch(/chart,n,codebook,codebook_version,codebook_hash,texts_read_until,filter$/);
    for (const row of rows.slice(1)) expect(row).toMatch(/,generic,\d+\.\d+\.\d+,[0-9a-f]{64},\d{4}-\d\d-\d\d,/);
  });

  test('own, attributed and quoted differ on paper without colour', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${await sampleStory(page)}?view=framing&codebook=generic`);
    await page.waitForLoadState('networkidle');
    const fills = await page.evaluate(() =>
      [...document.querySelectorAll('figure svg a > :not(text)')].map(
        (each) => each.getAttribute('fill')?.replace(/#.*\)/, '#)') ?? '',
      ),
    );
    expect(new Set(fills.filter((each) => each !== ''))).toEqual(new Set(['var(--paper)', 'var(--series)', 'url(#)']));
    // Filled against paper, in grey: at least 3 to 1.
    const [series, paper] = await page.evaluate(() =>
      ['--series', '--paper'].map((token) => getComputedStyle(document.documentElement).getPropertyValue(token).trim()),
    );
    expect(contrast(series ?? '', paper ?? '')).toBeGreaterThan(3);
  });
});

test.describe('framing over time', () => {
  test('is chosen by a form and opened without JavaScript; days without text are gaps', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/outlets/the-parapet');
    await page.getByRole('link', { name: /Framing over time/ }).click();
    await page.getByLabel('One point for each').selectOption('day');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/by=day/);
    const table = page.locator('table').first();
    await expect(table.getByRole('cell', { name: 'no text' }).first()).toBeVisible();
    const count = table.locator('a[data-count]').last();
    const sentences = Number(await count.getAttribute('data-count'));
    await count.click();
    await expect(page.locator('#evidence')).toContainText(`${sentences} sentence`);
    await expect(page.locator('#evidence [data-sentence]')).toHaveCount(sentences);
    await context.close();
  });

  test('every number of a line opens what it counts, for frames and labels, by day and text by text', async ({
    page,
  }) => {
    for (const query of [
      'codebook=generic&by=day',
      'codebook=ukraine-war&code=war&by=story',
      'codebook=labels-common&by=week&voice=quoted',
    ]) {
      await page.goto(`/framing?outlet=the-parapet&${query}`);
      const counts = await page
        .locator('table a[data-count]')
        .evaluateAll((links) =>
          links.map((link) => ({ n: Number(link.getAttribute('data-count')), href: link.getAttribute('href') ?? '' })),
        );
      expect(counts.length).toBeGreaterThan(0);
      for (const { n, href } of counts) {
        await page.goto(href);
        const isLabel = / mentions? in /.test(await page.locator('#evidence-title').innerText());
        await expect(page.locator(`#evidence [${isLabel ? 'data-hit' : 'data-sentence'}]`)).toHaveCount(n);
      }
    }
  });

  test('has no detectable accessibility fault, drawer and method included', async ({ page }) => {
    test.setTimeout(240_000);
    const story = await sampleStory(page);
    for (const address of [
      '/framing',
      '/framing?outlet=the-parapet&by=day',
      `${story}?view=framing&codebook=generic&code=economic`,
      `${story}?view=framing&codebook=ukraine-war&code=war`,
      `${story}?view=method`,
    ]) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await expectSound(page, address);
    }
  });
});

async function download(page: Page, button: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return file.path();
}

/** In the browser: the PNG's size, and how many of its pixels are not those the SVG is drawn as. */
async function compare({ svg, png }: { svg: string; png: string }) {
  async function pixels(address: string, scale: number) {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * scale;
    canvas.height = image.height * scale;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return {
      width: canvas.width,
      height: canvas.height,
      data: context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [],
    };
  }
  const saved = await pixels(`data:image/png;base64,${png}`, 1);
  const drawn = await pixels(URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })), 2);
  let different = 0;
  for (let at = 0; at < saved.data.length; at++)
    if (Math.abs((saved.data[at] ?? 0) - (drawn.data[at] ?? 0)) > 2) different++;
  return { width: saved.width, height: saved.height, different };
}

/** WCAG's contrast of two colours written #rrggbb or #rgb, as a build shortens it. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, two) => one - two);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(given: string): number {
  const colour = given.length === 4 ? given.replace(/[^#]/g, '$&$&') : given;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
