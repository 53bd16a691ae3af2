import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { inkIn, readPng } from '../card/png';
import { asPupil } from './as-pupil';
import { complaints, sampleStory } from './pages';

async function shared(page: Page): Promise<string> {
  await page.goto(await sampleStory(page));
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForURL(/\/c\/[0-9a-z]{16}/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** A page of somebody else, on another port, that allows frames from this product and nothing else. */
async function foreignPage(body: string, allowed: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; img-src data:; frame-src ${allowed}; style-src 'unsafe-inline'`,
    );
    answer.end(
      `<!doctype html><html lang="en"><title>A lesson</title><link rel="icon" href="data:,"><h1>A lesson</h1>${body}`,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

test('a shared link tells programs that show links what it is', async ({ page, request }) => {
  const story = await sampleStory(page);
  const id = await shared(page);
  for (const [path, card] of [
    [`/c/${id}`, `/c/${id}/card.png`],
    [story, `${story}/card.png`],
  ] as const) {
    await page.goto(path);
    const meta = (name: string) =>
      page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content');
    expect(await meta('og:title')).toBe(await page.getByRole('heading', { level: 1 }).innerText());
    expect(await meta('og:description')).toContain('Halyard Wire');
    expect(await meta('twitter:card')).toBe('summary_large_image');
    const image = (await meta('og:image')) ?? '';
    expect(new URL(image).pathname).toBe(card);
    expect([await meta('og:image:width'), await meta('og:image:height')]).toEqual(['1200', '630']);
    const answer = await request.get(image);
    expect(answer.headers()['content-type']).toBe('image/png');
    const picture = readPng(await answer.body());
    expect([picture.width, picture.height]).toEqual([1200, 630]);
    // Headline, wordings, outlets: ink where each belongs, none between the lines.
    for (const [top, bottom] of [
      [104, 250],
      [330, 556],
      [570, 620],
    ] as const)
      expect(inkIn(picture, top, bottom)).toBeGreaterThan(800);
    const again = await request.get(image, { headers: { 'if-none-match': answer.headers().etag ?? '' } });
    expect(again.status()).toBe(304);
  }
  for (const path of [
    '/c/zzzzzzzzzzzzzzzz/card.png',
    '/stories/none/card.png',
    '/oembed?url=https%3A%2F%2Felsewhere.example%2Fc%2Fabc',
  ]) {
    const answer = await request.get(path);
    expect([path, answer.status(), ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      path,
      404,
      'unknown-id',
    ]);
  }
});

test('oEmbed is found from the page, keeps to the width asked for, and embeds in a foreign page', async ({
  page,
  request,
  baseURL,
}) => {
  const id = await shared(page);
  await page.goto(`/c/${id}?view=headlines`);
  const discovered = (await page.locator('link[type="application/json+oembed"]').getAttribute('href')) ?? '';
  const answer = await request.get(`${discovered}&maxwidth=500`);
  const body = (await answer.json()) as Record<string, string | number>;
  expect(body).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 500,
    provider_name: 'Synoptic',
    thumbnail_width: 1200,
  });
  expect((await request.get(`${discovered}&format=xml`)).status()).toBe(501);
  expect((await request.get(`${discovered}&maxwidth=wide`)).status()).toBe(400);

  const { url, server } = await foreignPage(String(body.html), new URL(baseURL ?? '').origin);
  try {
    const found = complaints(page);
    await page.goto(url);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(frame.locator('main')).toContainText('Halyard Wire');
    // One view: neither the menu nor the tabs.
    await expect(frame.getByRole('navigation')).toHaveCount(0);
    await page.setViewportSize({ width: 360, height: 700 });
    const box = await page.locator('iframe').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    const isWide = await page
      .frames()[1]
      ?.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(isWide).toBe(false);
    expect(await page.context().cookies()).toEqual([]);
    expect(found).toEqual([]);
  } finally {
    server.close();
  }
});

test('only pages for frames may be framed', async ({ page, baseURL }) => {
  const id = await shared(page);
  expect((await asPupil(`/embed/${id}`)).policy).toContain('frame-ancestors *');
  expect((await asPupil(`/embed/${id}`)).cookies).toEqual([]);
  for (const path of ['/', `/c/${id}`, `/c/${id}/worksheet`, `/c/${id}/answers`, '/oembed', '/sign-in']) {
    expect([path, (await asPupil(path)).policy.includes("frame-ancestors 'none'")]).toEqual([path, true]);
  }
  const origin = new URL(baseURL ?? '').origin;
  const { url, server } = await foreignPage(`<iframe src="${origin}/c/${id}" title="closed"></iframe>`, origin);
  try {
    const found = complaints(page);
    await page.goto(url);
    await expect.poll(() => found.join(' ')).toContain('frame-ancestors');
  } finally {
    server.close();
  }
});

test('the frame shows the view without a script, and the snippet is the markup for it', async ({ browser, page }) => {
  const id = await shared(page);
  await page.goto(`/c/${id}?view=coverage`);
  const markup = await page.locator('pre code').first().innerText();
  expect(markup).toMatch(new RegExp(`^<iframe src="http://[^"]+/embed/${id}\\?view=coverage"`));
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(/src="([^"]+)"/.exec(markup)?.[1]?.replaceAll('&amp;', '&') ?? '');
  await expect(plain.getByRole('table')).toContainText('Halyard Wire');
  await plain.close();
});
