import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { runCli } from '../cli/run-cli';
import { sampleStory } from './pages';

test('a shared link opens unchanged after its articles are gone, and imports elsewhere under the same id', async ({
  page,
  request,
}) => {
  await page.goto(`${await sampleStory(page)}?view=side`);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForURL(/\/c\/[0-9a-z]{16}/);
  const address = new URL(page.url()).pathname;
  const id = address.split('/').at(-1) ?? '';
  const text = async () => (await page.locator('[data-difference]').allInnerTexts()).join('\n');
  await expect(page.locator('main')).toContainText('Frozen');
  const before = await text();
  expect(before.length).toBeGreaterThan(100);
  const exported = await request.get(`/api/v1/comparisons/${id}`);
  expect(exported.headers()['cache-control']).toContain('immutable');

  const store = new Database(path.join(process.env.SYNOPTIC_TEST_HOME ?? '', 'synoptic.db'));
  store.pragma('foreign_keys = ON');
  const kept = [
    'articles',
    'article_versions',
    'memberships',
    'stories',
    'story_terms',
    'story_profiles',
    'comparison_cache',
  ];
  const tables = store.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const saved = new Map(
    kept.filter((name) => tables.includes(name)).map((name) => [name, store.prepare(`select * from ${name}`).all()]),
  );
  expect(saved.get('articles')?.length).toBeGreaterThan(5);
  for (const name of [...saved.keys()].reverse()) store.prepare(`delete from ${name}`).run();
  try {
    await page.goto(address);
    expect(await text()).toBe(before);
    expect(await (await request.get(`/api/v1/comparisons/${id}`)).text()).toBe(await exported.text());
  } finally {
    store.pragma('foreign_keys = OFF');
    for (const [name, rows] of saved) {
      for (const row of rows as Record<string, unknown>[]) {
        const columns = Object.keys(row);
        const values = columns.map((column) => `@${column}`).join(', ');
        store.prepare(`insert or ignore into ${name} (${columns.join(', ')}) values (${values})`).run(row);
      }
    }
    store.close();
  }

  const elsewhere = mkdtempSync(path.join(tmpdir(), 'synoptic-elsewhere-'));
  const file = path.join(elsewhere, 'comparison.json');
  writeFileSync(file, JSON.stringify(await exported.json(), null, 1));
  const imported = await runCli(['import', file], { env: { SYNOPTIC_HOME: elsewhere } });
  expect(imported.lines).toEqual([{ id }]);
  const again = await runCli(['export', id], { env: { SYNOPTIC_HOME: elsewhere } });
  expect(again.out.trim()).toBe((await exported.text()).trim());
  rmSync(elsewhere, { recursive: true, force: true });
});

test('what the endpoints refuse, they refuse with one shape', async ({ request }) => {
  const asked: [string, () => Promise<import('@playwright/test').APIResponse>, number, string][] = [
    ['unknown comparison', () => request.get('/api/v1/comparisons/zzzzzzzzzzzzzzzz'), 404, 'unknown-id'],
    ['unknown job', () => request.get('/api/v1/jobs/none'), 404, 'unknown-id'],
    [
      'not JSON',
      () =>
        request.post('/api/v1/comparisons', {
          data: Buffer.from('{oops'),
          headers: { 'content-type': 'application/json' },
        }),
      400,
      'bad-json',
    ],
    ['something else', () => request.post('/api/v1/comparisons', { data: { hello: 1 } }), 422, 'invalid-body'],
    [
      'a document that is none',
      () => request.post('/api/v1/comparisons', { data: { schema: 'frozen/1' } }),
      400,
      'import-refused',
    ],
    [
      'a page of another site asking',
      () => request.post('/api/v1/comparisons', { data: {}, headers: { origin: 'https://elsewhere.example' } }),
      403,
      'not-allowed',
    ],
  ];
  for (const [name, ask, status, code] of asked) {
    const answer = await ask();
    expect([name, answer.status()]).toEqual([name, status]);
    const body = (await answer.json()) as { error: { code: string; message: string } };
    expect(body.error.code).toBe(code);
    expect(body.error.message).toMatch(/\.$/);
  }
});

test('an unknown frozen comparison is a true 404', async ({ page }) => {
  expect((await page.goto('/c/zzzzzzzzzzzzzzzz'))?.status()).toBe(404);
});
