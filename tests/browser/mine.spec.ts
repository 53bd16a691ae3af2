import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { freePort } from '../free-port.mjs';
import { serve } from '../serve';
import { complaints, expectSound, sampleStory } from './pages';

// Many pages one after the other.
test.describe.configure({ timeout: 120_000 });

/** Freezes the sample story, in a view of its own so that no other test has frozen it, and gives its id. */
async function frozenSample(page: Page, request: APIRequestContext, view: Record<string, string>): Promise<string> {
  const story = (await sampleStory(page)).split('/').at(-1);
  const answer = await request.post('/api/v1/comparisons/freeze', { data: { story, view } });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}

const item = (page: Page, id: string) => page.locator(`#c-${id}`);

async function renameAndDelete(page: Page, request: APIRequestContext, id: string): Promise<void> {
  // A word of its own, so that what another test left behind is not found.
  const own = `Monday ${id.slice(0, 8)}`;
  await page.goto('/mine');
  const { comparison } = await (await request.get(`/api/v1/comparisons/${id}`)).json();
  // A second try meets the note of the first.
  await item(page, id)
    .getByText(/^(Rename or note|Change title or note)$/)
    .click();
  await item(page, id).getByLabel('Title here').fill(own);
  await item(page, id).getByLabel('Note').fill('Look at the verbs.\nAnd at who speaks.');
  await item(page, id).getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('status')).toHaveText('Title and note are kept.');
  await expect(item(page, id).getByRole('heading')).toHaveText(own);
  await expect(item(page, id)).toContainText(`headline: ${comparison.title}`);
  await expect(item(page, id)).toContainText('And at who speaks.');

  await page.getByLabel('Words in a title or note').fill(`verbs ${own}`);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.locator('[id^="c-"]')).toHaveCount(1);
  await item(page, id).getByRole('link', { name: own }).click();
  // What is written beside it is no part of it.
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Monday');
  await page.goto('/mine?search=nosuchword');
  await expect(page.getByText('No frozen comparison has these words.')).toBeVisible();

  await page.goto(`/mine?search=${id.slice(0, 8)}`);
  await item(page, id).getByText('Delete', { exact: true }).click();
  await item(page, id)
    .getByLabel(/^Reason/)
    .fill('Made for a test');
  await item(page, id).getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('status')).toContainText('deleted');
  await page.goto('/mine');
  await expect(item(page, id)).toHaveCount(0);
  const gone = await request.get(`/api/v1/comparisons/${id}`);
  expect([gone.status(), await gone.text()]).toEqual([410, expect.stringContaining('Made for a test')]);
}

test('a frozen comparison is renamed, noted, found, opened and deleted', async ({ page, request }) => {
  const id = await frozenSample(page, request, { view: 'words' });
  const found = complaints(page);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mine' }).click();
  await expect(page).toHaveTitle(/^Mine/);
  await renameAndDelete(page, request, id);
  expect(found).toEqual([]);
});

test('all of it works without JavaScript', async ({ browser, request, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await renameAndDelete(page, request, await frozenSample(page, request, { view: 'quotes' }));
  await keepAFilter(page);
  await context.close();
});

async function keepAFilter(page: Page): Promise<void> {
  await page.goto('/?search=ferry&single=1');
  await page.getByText('Save this filter').click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('ferry');
  await page.getByLabel('Name', { exact: true }).fill('Ferries & ports');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('The filter is saved.');
  const row = page.locator('#filters ~ ul li').filter({ hasText: 'Ferries & ports' });
  await expect(row).toContainText('search: ferry, single');
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/\/\?search=ferry&single=1$/);
  await expect(page.getByLabel('Words in a headline or text')).toHaveValue('ferry');
  await page.goto('/mine');
  await row.getByRole('button', { name: 'Delete the filter Ferries & ports' }).click();
  await expect(row).toHaveCount(0);
}

test('a filter of the first page is saved, opened and deleted', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('Save this filter')).toHaveCount(0);
  await keepAFilter(page);
});

test('has no detectable accessibility fault and fits a phone', async ({ page, request }) => {
  const id = await frozenSample(page, request, { view: 'coverage', scheme: 'both' });
  await page.goto('/mine');
  await item(page, id).getByText('Rename or note').click();
  await item(page, id).getByText('Delete', { exact: true }).click();
  await expectSound(page, '/mine');
  expect((await request.delete(`/api/v1/comparisons/${id}?reason=test`)).status()).toBe(204);
});

test('is there for the owner alone', async ({ browser }) => {
  test.setTimeout(90_000);
  const token = 'the token of this test';
  const served = await serve(await freePort(), { SYNOPTIC_ADMIN_TOKEN: token });
  const context = await browser.newContext({ baseURL: served.url });
  try {
    const page = await context.newPage();
    await page.goto('/?search=ferry');
    await expect(page.getByRole('link', { name: 'Mine' })).toHaveCount(0);
    await expect(page.getByText('Save this filter')).toHaveCount(0);
    await page.goto('/mine');
    await expect(page.getByText('are listed for the owner')).toBeVisible();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel(/token/i).fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Mine' }).click();
    await expect(page.getByText('Nothing is frozen yet.')).toBeVisible();
    await expectSound(page, 'nothing frozen yet');
  } finally {
    await context.close();
    await served.stop();
  }
});
