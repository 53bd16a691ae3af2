import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** Address of the sample story six outlets tell. */
export async function sampleStory(page: Page): Promise<string> {
  await page.goto('/');
  const story = page
    .locator('article, li')
    .filter({ hasText: /6 outlets/ })
    .locator('a[href^="/stories/"]')
    .first();
  const address = await story.getAttribute('href');
  expect(address).not.toBeNull();
  return address ?? '';
}

/** What the browser complained about; a page that is well has nothing here. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const EVERY_RULE: RunOptions = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] };
const CONTRAST: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] };

/**
 * The open page has no fault axe can find, wide and on a phone, in light and in the dark, and fits the phone. Every rule once at each
 * width; what else the other colours can change is contrast, and what only one width shows has colours too. Leaves the page wide and light.
 *
 * axe is brought into the page once: AxeBuilder brings it for every look, which was half the time of all of them.
 */
export async function expectSound(page: Page, name: string): Promise<void> {
  const look = async (colorScheme: 'light' | 'dark', where: string, options: RunOptions) => {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async (asked) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, asked);
      return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`);
    }, options);
    expect(found.map((fault) => `${name}, ${where}, ${colorScheme}: ${fault}`)).toEqual([]);
  };
  await page.evaluate(axe.source);
  await page.setViewportSize({ width: 390, height: 844 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect([name, 'wider than a phone by', Math.max(0, wider)]).toEqual([name, 'wider than a phone by', 0]);
  await look('light', 'on a phone', CONTRAST);
  await look('dark', 'on a phone', EVERY_RULE);
  await page.setViewportSize({ width: 1440, height: 900 });
  await look('dark', 'wide', CONTRAST);
  await look('light', 'wide', EVERY_RULE);
}
