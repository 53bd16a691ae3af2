import { expect, test } from '@playwright/test';
import { freePort } from '../free-port.mjs';
import { type Newsroom, openNewsroom } from '../newsroom';
import { type Served, serve } from '../serve';
import { expectSound } from './pages';

let room: Newsroom;
let served: Served;
test.beforeAll(async () => {
  room = await openNewsroom();
  served = await serve(await freePort(), {
    SYNOPTIC_CODER_URL: `${room.url}/v1`,
    SYNOPTIC_CODER_MODEL: 'a-local-model',
    SYNOPTIC_CODER_KEY: 'secret-key',
  });
});
test.afterAll(async () => {
  await served.stop();
  await room.close();
});

test('a second coder is asked about one text, and what it proposes stands apart', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(served.url);
  await page.locator('article h2 a').first().click();
  await page.getByRole('link', { name: 'Second coder' }).click();
  await page.getByRole('combobox', { name: 'Codebook' }).selectOption('generic');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/codebook=generic/);
  const asks = page.getByRole('button', { name: /^Ask about the text of/ });
  await expect(asks.first()).toBeVisible();
  // The endpoint proposes the first words of the second paragraph, and words that stand nowhere.
  room.put('/v1/chat/completions', async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const asked = JSON.parse(JSON.parse(Buffer.concat(chunks).toString()).messages[1].content);
    const quote = asked.paragraphs[2].text.split(' ').slice(0, 5).join(' ');
    const codes = [
      { code: 'conflict', paragraph: 1, quote },
      { code: 'conflict', paragraph: 1, quote: '<b>nobody wrote this</b>' },
    ];
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ codes }) } }] }));
  });
  const before = await asks.count();
  await asks.first().click();
  await expect(page.getByText(/1 passage proposed .*dropped: 1 not in the text/)).toBeVisible();
  await expect(asks).toHaveCount(before - 1);
  await expect(page.getByText(/(Second coder only|Both): 1/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Conflict' })).toBeVisible();
  expect(room.asked.at(-1)?.headers.authorization).toBe('Bearer secret-key');
  await expectSound(page, 'what a second coder proposed');
  // What goes wrong is said, and what was there stays.
  room.put('/v1/chat/completions', { status: 401 });
  await page.getByRole('button', { name: /^Ask again about/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'does not accept the key' })).toBeVisible();
  await expect(page.getByText(/1 passage proposed/)).toBeVisible();
});
