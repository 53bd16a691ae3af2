import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { runCli } from '../cli/run-cli';
import { serve } from '../serve';
import { complaints, sampleStory } from './pages';

/** Freezes the sample story as the view is looked at; the address of the page it leads to. */
async function freeze(page: Page, query: string): Promise<string> {
  await page.goto(`${await sampleStory(page)}?${query}`);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForURL(/\/c\/[0-9a-z]{16}/);
  return new URL(page.url()).pathname;
}

const isSeen = (page: Page, id: string) =>
  page.evaluate((name) => {
    const found = document.getElementById(name);
    const { top = -1, bottom = -1 } = found?.getBoundingClientRect() ?? {};
    return {
      isInSight: bottom > 0 && top < window.innerHeight,
      isMarked: found !== null && getComputedStyle(found).outlineStyle === 'solid',
    };
  }, id);

/** A passage's own words: a paragraph's link also opens what the others have there, which need not be open where it is copied. */
const wordsOf = async (page: Page, id: string) => {
  const own = page.locator(`[id="${id}"]`);
  const [text] = await own.locator(':scope > [lang]').allTextContents();
  return text ?? (await own.textContent()) ?? '';
};

test('copy the link of a passage, send it, arrive at the same passage of the same view', async ({ page, context }) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const story = await sampleStory(page);
  const views: [string, string, RegExp][] = [
    ['a paragraph in Read', '?view=read', /Link to paragraph 4$/],
    ['a difference side by side', '?view=side', /Link to difference 2$/],
    ['a paragraph of the other text', '?view=side', /Link to paragraph 5 of (?!.*reference)/],
    ['a quotation', '?view=quotes', /Link to this quotation$/],
  ];
  for (const [name, query, link] of views) {
    await page.goto(`${story}${query}`);
    // Before scripts run ¶ is a plain link and copies nothing.
    await page.waitForLoadState('networkidle');
    const mark = page.getByRole('link', { name: link }).last();
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Link to this passage copied.')).toBeVisible();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address, name).toMatch(/[?&]ref=[^&]+&with=[^#]*#/);
    const id = new URL(address).hash.slice(1);
    const words = await wordsOf(page, id);

    // The receiver: another window, and once more one without scripts.
    for (const javaScriptEnabled of query === '?view=read' ? [true, false] : [true]) {
      const other = await context.browser()?.newContext({ javaScriptEnabled, viewport: { width: 900, height: 600 } });
      const arrived = await other?.newPage();
      if (!other || !arrived) throw new Error('no second window');
      await arrived.goto(address);
      expect(await wordsOf(arrived, id), name).toBe(words);
      await expect.poll(() => isSeen(arrived, id), { message: name }).toEqual({ isInSight: true, isMarked: true });
      await other.close();
    }
    expect(words.length, name).toBeGreaterThan(20);
  }
});

test('a sentence behind a number has an address of its own', async ({ page }) => {
  await page.goto(`${await sampleStory(page)}?view=framing`);
  await page
    .getByRole('link', { name: /^[1-9]\d* of \d+ sentences in .*: show them/ })
    .first()
    .click();
  const mark = page.getByRole('link', { name: 'Link to this sentence' }).first();
  const href = (await mark.getAttribute('href')) ?? '';
  await page.goto(href);
  await expect.poll(() => isSeen(page, new URL(page.url()).hash.slice(1))).toEqual({ isInSight: true, isMarked: true });
});

test('what is jumped to within the page is marked as well', async ({ page }) => {
  await page.goto(`${await sampleStory(page)}?view=coverage`);
  await page.locator('th a').nth(6).click();
  await page.waitForURL(/at=p6/);
  await expect.poll(() => isSeen(page, 'p6')).toEqual({ isInSight: true, isMarked: true });
});

test('the bar says in words what has changed since, and leads to the story', async ({ page }) => {
  const address = await freeze(page, 'view=headlines');
  await expect(page.getByText('Since then: nothing has changed.')).toBeVisible();
  const id = address.split('/').at(-1) ?? '';
  const store = new Database(path.join(process.env.SYNOPTIC_TEST_HOME ?? '', 'synoptic.db'));
  const storyId = (await sampleStory(page)).split('/').at(-1);
  const articleId = store
    .prepare(
      "select id from articles where outlet_id = 'halyard-wire' and id in (select article_id from memberships where story_id = ?)",
    )
    .pluck()
    .get(storyId);
  const columns = (store.prepare('pragma table_info(article_versions)').all() as { name: string }[]).map(
    ({ name }) => name,
  );
  const copied = columns
    .map((name) => (name === 'version' ? '2' : name === 'text_hash' ? "'changed'" : name))
    .join(', ');
  store
    .prepare(
      `insert into article_versions (${columns.join(', ')}) select ${copied} from article_versions where article_id = ? and version = 1`,
    )
    .run(articleId);
  store.prepare('update articles set version = 2 where id = ?').run(articleId);
  try {
    await page.goto(`/c/${id}`);
    await expect(page.getByText('Since then: one text updated.')).toBeVisible();
    await page.getByText('Which').click();
    await expect(page.getByRole('link', { name: 'version 1 to 2' })).toBeVisible();
    await page.getByRole('link', { name: 'The story as it is now' }).click();
    await page.waitForURL(/\/stories\//);
  } finally {
    store.prepare('update articles set version = 1 where id = ?').run(articleId);
    store.prepare('delete from article_versions where article_id = ? and version = 2').run(articleId);
    store.close();
  }
});

test('the exported page opens from disk with the network off, in light, dark and on paper', async ({
  page,
  request,
  browser,
}) => {
  test.slow();
  const address = await freeze(page, 'view=quotes');
  const id = address.split('/').at(-1) ?? '';
  const answer = await request.get(`/api/v1/comparisons/${id}?format=html`);
  expect(answer.headers()['content-disposition']).toContain(`${id}.html`);
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-offline-'));
  const file = path.join(folder, `${id}.html`);
  writeFileSync(file, await answer.body());
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const offline = await browser.newContext({ colorScheme, offline: true, viewport: { width: 390, height: 800 } });
      const opened = await offline.newPage();
      const said = complaints(opened);
      const asked: string[] = [];
      opened.on('request', (each) => asked.push(each.url()));
      await opened.goto(pathToFileURL(file).href);
      await expect(opened.locator('h1')).toBeVisible();
      await expect(opened.locator('.aside').first()).toBeVisible();
      await opened.locator('a.number').first().click();
      expect(said).toEqual([]);
      expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
      expect(await opened.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      for (const format of ['A4', 'Letter'] as const) {
        const pdf = await opened.pdf({ format });
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        expect(pdf.length).toBeGreaterThan(20_000);
      }
      await offline.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('on paper a comparison is its texts: no control, both columns, nothing beyond the edge', async ({ page }) => {
  const address = await freeze(page, 'view=side');
  await page.emulateMedia({ media: 'print' });
  for (const [paper, width] of [
    ['A4', 673],
    ['Letter', 695],
  ] as const) {
    // What is left of the sheet between margins of 16 mm.
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await expect(page.locator('#p0')).toBeVisible();
    const controls = await page.locator('button, select, input, nav').filter({ visible: true }).count();
    const [left, right] = await Promise.all(['#p0', '#o0'].map((id) => page.locator(id).boundingBox()));
    const isBeside = (right?.x ?? 0) >= (left?.x ?? 0) + (left?.width ?? Number.POSITIVE_INFINITY);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ paper, controls, isBeside, beyond }).toEqual({ paper, controls: 0, isBeside: true, beyond: 0 });
  }
});

test('the owner takes a comparison down with a reason; page, API, exports and import then say so', async ({
  page,
  request,
}) => {
  const address = await freeze(page, 'view=words');
  const id = address.split('/').at(-1) ?? '';
  const json = await (await request.get(`/api/v1/comparisons/${id}`)).text();
  await page.getByRole('link', { name: 'Delete this comparison' }).click();
  await page.getByLabel(/Reason/).fill('One outlet asked for it.');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('One outlet asked for it.')).toBeVisible();
  expect((await page.goto(address))?.status()).toBe(410);
  await expect(page.getByText('One outlet asked for it.')).toBeVisible();
  for (const query of ['', '?format=html', '?format=csv&table=links']) {
    const answer = await request.get(`/api/v1/comparisons/${id}${query}`);
    expect([query, answer.status()]).toEqual([query, 410]);
    expect(await answer.json()).toMatchObject({
      error: { code: 'gone', message: expect.stringContaining('One outlet asked for it.') },
    });
  }
  const refused = await request.post('/api/v1/comparisons', { data: JSON.parse(json) });
  expect([refused.status(), (await refused.json()).error.code]).toEqual([410, 'gone']);
  const again = await request.post('/api/v1/comparisons?again=1', { data: JSON.parse(json) });
  expect([again.status(), (await again.json()).id]).toEqual([201, id]);
  expect(await (await request.get(`/api/v1/comparisons/${id}`)).text()).toBe(json);
  const deleted = await request.delete(`/api/v1/comparisons/${id}`, { data: { reason: ' ' } });
  expect([deleted.status(), (await deleted.json()).error.subject]).toEqual([400, 'reason']);
});

test('others than the owner see excerpts, on every page and in every export', async ({ page, request, browser }) => {
  test.slow();
  const address = await freeze(page, 'view=side');
  const id = address.split('/').at(-1) ?? '';
  const whole = await (await request.get(`/api/v1/comparisons/${id}`)).text();
  const paragraphs = (JSON.parse(whole).comparison.articles as { paragraphs: { text: string }[] }[])
    .flatMap((article) => article.paragraphs.map(({ text }) => text))
    .filter((text) => text.split(' ').length > 25);
  expect(paragraphs.length).toBeGreaterThan(20);
  const token = 'a-secret-of-the-test-only';
  const port = Number(process.env.SYNOPTIC_TEST_PORT ?? 3217) + 40;
  const elsewhere = await serve(port, {
    SYNOPTIC_ADMIN_TOKEN: token,
    SYNOPTIC_EXCERPT_WORDS: '20',
    SYNOPTIC_SAMPLES: '0',
  });
  const visitor = await browser.newContext({ baseURL: elsewhere.url });
  try {
    const file = path.join(elsewhere.home, 'comparison.json');
    writeFileSync(file, whole);
    const imported = await runCli(['import', file], { env: { SYNOPTIC_HOME: elsewhere.home } });
    expect(imported.lines).toEqual([{ id }]);
    const opened = await visitor.newPage();
    const ask = (query: string, headers: Record<string, string> = {}) =>
      visitor.request.get(`/api/v1/comparisons/${id}${query}`, { headers });
    for (const view of ['read', 'side', 'framing', 'quotes', 'headlines', 'coverage', 'words', 'method']) {
      const answer = await opened.goto(`/c/${id}?view=${view}`);
      const text = (await answer?.text()) ?? '';
      expect([view, paragraphs.filter((each) => text.includes(each))]).toEqual([view, []]);
    }
    await expect(opened.getByText(/You see excerpts/)).toBeVisible();
    await expect(opened.getByRole('link', { name: 'Delete this comparison' })).toHaveCount(0);
    for (const query of ['', '?format=html', '?format=md', '?format=csv&table=links', '?format=csv&table=hits']) {
      const answer = await ask(query);
      const text = await answer.text();
      expect([query, paragraphs.filter((each) => text.includes(each))]).toEqual([query, []]);
      expect(answer.headers()['cache-control']).toContain('public');
    }
    const excerpt = await (await ask('')).json();
    expect(excerpt).toMatchObject({ schema: 'frozen-excerpt/1', of: id });
    writeFileSync(file, JSON.stringify(excerpt));
    const refused = await runCli(['import', file], { env: { SYNOPTIC_HOME: elsewhere.home } });
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/import-refused: This is an excerpt/)]);
    const owner = await ask('', { authorization: `Bearer ${token}` });
    expect(await owner.text()).toBe(whole);
    expect(owner.headers()['cache-control']).toContain('private');
    const forbidden = await visitor.request.delete(`/api/v1/comparisons/${id}`, { data: { reason: 'Mine.' } });
    expect(forbidden.status()).toBe(403);
  } finally {
    await visitor.close();
    await elsewhere.stop();
  }
});
