import { expect, type Page, test } from '@playwright/test';
import { placeArticle } from '#lib/pipeline/place-article';
import { deleteArticles, saveArticle } from '#lib/store/articles';
import { openStore, type Store } from '#lib/store/open-store';
import { saveOutlet } from '#lib/store/outlets';
import { saveMembership, storyOfArticle } from '#lib/store/stories';
import { writeArticle } from '../comparison/write-article';
import { expectSound } from './pages';

/** What nearly joined a story, on the page about it: two reports of one event that the program has kept apart. */

const ORCHARD = writeArticle(
  'Orchard Echo',
  [
    'The cider press of Merrowdale burned down on Thursday night, and forty barrels of the autumn harvest were lost.',
    'Fire crews from Merrowdale and Upper Sallow fought the flames until four in the morning, captain Ilse Brandt said.',
    'Nobody was hurt; the press had stood in the mill yard since 1871 and was used by sixty growers.',
  ],
  { headline: 'Cider press of Merrowdale burns down', published: '2025-03-01T08:00:00Z', language: 'en' },
);
const SALLOW = writeArticle(
  'Sallow Star',
  [
    'Forty barrels were lost when the Merrowdale cider press burned on Thursday night, growers said.',
    'Captain Ilse Brandt of the fire crew said that nobody was hurt and that the flames were out by four in the morning.',
    'Sixty growers had used the press, which stood in the mill yard since 1871.',
  ],
  { headline: 'Fire takes Merrowdale cider press', published: '2025-03-01T10:00:00Z', language: 'en' },
);

let store: Store;
let story = '';

test.beforeEach(async () => {
  store = await openStore({ SYNOPTIC_HOME: process.env.SYNOPTIC_TEST_HOME ?? '', DATABASE_URL: undefined });
  for (const article of [ORCHARD, SALLOW]) {
    await saveOutlet(store, { id: article.outletId, name: article.outletName, sample: true });
    await saveArticle(store, article);
    await placeArticle({ store }, article);
  }
  const apart = {
    articleId: SALLOW.id,
    storyId: 's-5a110w',
    confidence: 1,
    status: 'confirmed' as const,
    evidence: [],
  };
  await saveMembership(store, apart);
  story = (await storyOfArticle(store, ORCHARD.id)) ?? '';
});
test.afterEach(async () => {
  await deleteArticles(store, [ORCHARD.id, SALLOW.id]);
  await store.close();
});

// Other tests leave texts in the same store, which may be offered too: only what this one placed is looked at.
const offerOf = (page: Page) =>
  page.locator('section[aria-labelledby="perhaps"] li', { hasText: 'Fire takes Merrowdale cider press' });

test('a text that nearly joined says why, and joins by one press, without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/stories/${story}/about`);
  const offer = offerOf(page);
  await expect(offer).toHaveCount(1);
  await expect(offer).toContainText(/\d+ %: shares names .*Merrowdale.* with Orchard Echo; published 2 hours apart/);
  await offer.getByRole('button', { name: 'It belongs here' }).click();
  const placed = page.locator('section[aria-labelledby="timeline"] li', {
    hasText: 'Fire takes Merrowdale cider press',
  });
  await expect(placed).toHaveCount(1);
  await expect(offer).toHaveCount(0);
  await expect(page.locator('#corrections + ul')).toContainText('moved from another story to this story');
  await context.close();
});

test('one kept apart is not offered again, until somebody wants it', async ({ page }) => {
  await page.goto(`/stories/${story}/about`);
  await expectSound(page, 'what nearly joined');
  await offerOf(page).getByRole('button', { name: 'Another event' }).click();
  await expect(page.locator('main')).toContainText('1 text is kept apart from this story by hand');
  await expect(offerOf(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Offer again' }).click();
  await expect(offerOf(page)).toHaveCount(1);
});
