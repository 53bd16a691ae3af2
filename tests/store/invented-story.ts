import { saveArticle } from '#lib/store/articles';
import type { Store } from '#lib/store/open-store';
import { saveOutlet } from '#lib/store/outlets';
import { saveMembership } from '#lib/store/stories';
import { draft, member } from './samples';

/** One article of each outlet, in one story. */
export async function inventStory(
  store: Store,
  storyId: string,
  outlets: readonly string[],
  published: string,
  { sample = false }: { sample?: boolean } = {},
): Promise<void> {
  for (const name of outlets) {
    const outletId = name.toLowerCase().replaceAll(' ', '-');
    await saveOutlet(store, { id: outletId, name, sample });
    const id = `${storyId}-${outletId}`;
    const url = `https://${outletId}.example/${storyId}`;
    const headline = `${name}: ${storyId} & what <came> of it`;
    await saveArticle(store, draft({ id, url, outletId, outletName: name, headline, published, fetchedAt: published }));
    await saveMembership(store, member(id, storyId));
  }
}
