import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { VIEWS } from '#lib/share/shown';
import { asPupil } from './as-pupil';
import { complaints, sampleStory } from './pages';

type SampleOutlet = { id: string; name: string; homepage: string };
const outlets = JSON.parse(readFileSync('data/samples/outlets.json', 'utf8')) as SampleOutlet[];
/** All that would give an outlet away: its name with and without an article, its id, its site. */
const SIGNS = outlets
  .flatMap(({ id, name }) => [name, name.replace(/ \(sample\)$/, ''), id, `${id}.example`, id.replaceAll('-', '')])
  .concat('(Halyard)');

function given(body: string): string[] {
  // Quotation marks and spaces are written in more than one way in HTML and JSON.
  const text = body
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase();
  return [...new Set(SIGNS.filter((sign) => text.includes(sign.toLowerCase())))];
}

async function shared(page: Page): Promise<string> {
  await page.goto(await sampleStory(page));
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForURL(/\/c\/[0-9a-z]{16}/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Everything that is made from a comparison. */
function placesOf(id: string, query: string): { path: string; rsc?: boolean }[] {
  const and = (more: string) => [query, more].filter((each) => each !== '').join('&');
  return [
    ...VIEWS.flatMap((view) => [
      { path: `/c/${id}?${and(`view=${view}`)}` },
      { path: `/c/${id}?${and(`view=${view}`)}`, rsc: true },
      { path: `/embed/${id}?${and(`view=${view}`)}` },
    ]),
    { path: `/c/${id}?${and('view=framing&codebook=labels-common')}` },
    { path: `/c/${id}?${and('view=read&at=p3')}` },
    { path: `/c/${id}/worksheet` },
    { path: `/api/v1/comparisons/${id}?${query}` },
    ...['links', 'differences', 'hits', 'counts'].map((table) => ({
      path: `/api/v1/comparisons/${id}?${and(`format=csv&table=${table}`)}`,
    })),
    { path: `/oembed?${new URLSearchParams({ url: `http://class.invalid/c/${id}?${query}` })}` },
    { path: `/c/${id}/card.png?${query}` },
  ];
}

test('with letters, nothing made from a comparison names an outlet', async ({ page }) => {
  test.setTimeout(180_000);
  const story = await sampleStory(page);
  const id = await shared(page);
  // What is looked for is there to be found.
  expect(given((await asPupil(`/c/${id}?view=read`)).body.toString())).toContain('Halyard Wire');
  expect(given((await asPupil(`/api/v1/comparisons/${id}`)).body.toString())).toContain('halyard-wire.example');

  const live = VIEWS.flatMap((view) => [
    { path: `${story}?blind=1&view=${view}` },
    { path: `${story}?blind=1&view=${view}`, rsc: true },
  ]);
  for (const { path, rsc = false } of [...placesOf(id, 'blind=1'), ...live, { path: `${story}/card.png?blind=1` }] as {
    path: string;
    rsc?: boolean;
  }[]) {
    const answer = await asPupil(path, { rsc });
    expect([path, answer.status]).toEqual([path, 200]);
    expect([path, given(answer.body.toString())]).toEqual([path, []]);
    if (!/card\.png|^\/oembed/.test(path)) expect(answer.body.toString()).toContain('Outlet A');
    expect(answer.cookies).toEqual([]);
  }
  const [plain, covered] = [await asPupil(`/c/${id}/card.png`), await asPupil(`/c/${id}/card.png?blind=1`)];
  expect(covered.type).toBe('image/png');
  expect(covered.body.equals(plain.body)).toBe(false);
});

test('a link for a class holds no way back, and the key opens it', async ({ page }) => {
  test.setTimeout(180_000);
  const id = await shared(page);
  // Made once for a comparison: another test may have been here.
  if ((await page.locator('#class code').count()) === 0) {
    await page.getByText('Embed, or hand to a class').click();
    await page.getByRole('button', { name: 'Make a link with letters' }).click();
  }
  const link = page.locator('#class').getByRole('link', { name: /\/c\/[0-9a-z]{16}$/ });
  const blind = new URL((await link.getAttribute('href')) ?? '', page.url()).pathname.split('/').at(-1) ?? '';
  const key = await page.locator('#class code').innerText();
  expect(blind).not.toBe(id);

  for (const { path, rsc = false } of placesOf(blind, '') as { path: string; rsc?: boolean }[]) {
    const answer = await asPupil(path, { rsc });
    expect([path, answer.status]).toEqual([path, 200]);
    const body = answer.body.toString();
    expect([path, given(body), body.includes(id), body.includes(key)]).toEqual([path, [], false, false]);
  }
  // Whatever is done to the address.
  for (const query of ['?blind=0', '?blind=', '?view=read', '?key=00000000000000000000', '?key=']) {
    const answer = await asPupil(`/c/${blind}${query}`);
    expect([query, given(answer.body.toString()), answer.body.includes(id)]).toEqual([query, [], false]);
  }
  const closed = (await asPupil(`/c/${blind}/answers`)).body.toString();
  expect([given(closed), closed.includes('Key')]).toEqual([[], true]);

  const opened = (await asPupil(`/c/${blind}/answers?key=${key}`)).body.toString();
  const told = given((await asPupil(`/c/${id}`)).body.toString()).filter((sign) =>
    outlets.some(({ name }) => name === sign),
  );
  expect(told).toHaveLength(6);
  expect(given(opened)).toEqual(expect.arrayContaining(told));
  expect((await asPupil(`/c/${blind}?key=${key}`)).location).toBe(`/c/${id}`);
  expect(given((await asPupil(`/c/${id}?blind=1&key=${key}`)).body.toString())).toContain('Halyard Wire');

  // The owner needs no key.
  const found = complaints(page);
  await page.goto(`/c/${blind}`);
  await page.getByRole('link', { name: 'Answer sheet' }).click();
  await expect(page.getByRole('table')).toContainText('Halyard Wire');
  await page.goto(`/c/${blind}`);
  await page.getByRole('link', { name: 'The comparison with names' }).click();
  await expect(page).toHaveURL(new RegExp(`/c/${id}`));
  expect(found).toEqual([]);
});

test('an outlet has the same letter in every view', async ({ page }) => {
  const id = await shared(page);
  const letters = async (path: string) => {
    await page.goto(path);
    return (await page.getByRole('list', { name: 'Texts compared' }).innerText()).match(/Outlet [A-Z]/g)?.sort();
  };
  const first = await letters(`/c/${id}?blind=1`);
  expect(first).toEqual(['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `Outlet ${letter}`));
  const headlines = async (query: string) => {
    await page.goto(`/c/${id}?${query}`);
    return page.locator('main').innerText();
  };
  const heads = await headlines('blind=1&view=headlines');
  const csv = (await asPupil(`/api/v1/comparisons/${id}?blind=1&format=csv&table=counts`)).body.toString();
  const json = JSON.parse((await asPupil(`/api/v1/comparisons/${id}?blind=1`)).body.toString()) as {
    comparison: { articles: { outletName: string; headline: string }[] };
  };
  for (const { outletName, headline } of json.comparison.articles) {
    expect(csv).toContain(outletName);
    expect(heads.replace(/\s+/g, ' ')).toContain(headline.replace(/\s+/g, ' '));
  }
  await page.goto(`/c/${id}?blind=1&view=side`);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Quotes' }).click();
  await expect(page).toHaveURL(/blind=1/);
  await expect(page.locator('main')).not.toContainText('Halyard Wire');
  await page.getByRole('link', { name: 'Show the names' }).click();
  await expect(page.locator('main')).toContainText('Halyard Wire');
});
