import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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

// Without the addresses of all that is well, and without a second page for frames, of which there are none: a third of the time.
const builder = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);

/**
 * The open page has no fault axe can find, wide and on a phone, in light and in the dark, and fits the phone. Every rule once at each
 * width; what else the other colours can change is contrast, and what only one width shows has colours too. Leaves the page wide and light.
 */
export async function expectSound(page: Page, name: string): Promise<void> {
  const look = async (colorScheme: 'light' | 'dark', where: string, axe: AxeBuilder) => {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axe.analyze();
    const found = violations.map(
      ({ id, nodes }) => `${name}, ${where}, ${colorScheme}: ${id} ${nodes[0]?.html.slice(0, 160)}`,
    );
    expect(found).toEqual([]);
  };
  await page.setViewportSize({ width: 390, height: 844 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect([name, 'wider than a phone by', Math.max(0, wider)]).toEqual([name, 'wider than a phone by', 0]);
  await look('light', 'on a phone', builder(page).withRules(['color-contrast']));
  await look('dark', 'on a phone', builder(page).withTags(TAGS));
  await page.setViewportSize({ width: 1440, height: 900 });
  await look('dark', 'wide', builder(page).withRules(['color-contrast']));
  await look('light', 'wide', builder(page).withTags(TAGS));
}
