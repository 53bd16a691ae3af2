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

/** Every rule in light; in dark only colours can be otherwise, so only their contrast is looked at again. */
export function axe(page: Page, colorScheme: 'light' | 'dark'): AxeBuilder {
  const builder = new AxeBuilder({ page });
  return colorScheme === 'light' ? builder.withTags(TAGS) : builder.withRules(['color-contrast']);
}
