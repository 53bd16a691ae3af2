import { describe, expect, it } from 'vitest';
import { getArticle, saveArticle } from '#lib/store/articles';
import { addFeed, listFeeds } from '#lib/store/feeds';
import { getOutlet, listOutlets, removeOutlet, saveOutlet } from '#lib/store/outlets';
import { DIALECTS, freshStores } from './fresh-store';
import { draft, feed, outlet } from './samples';

describe.each(DIALECTS)('outlets on %s', (dialect) => {
  const { store } = freshStores(dialect);

  it('come back as they were saved, what is not known absent', async () => {
    const known = outlet('harbour', {
      country: 'NO',
      language: 'nb',
      homepage: 'https://harbour.example/',
      sample: true,
    });
    await saveOutlet(store(), known);
    await saveOutlet(store(), outlet('bare'));
    expect(await getOutlet(store(), 'harbour')).toEqual(known);
    expect(await getOutlet(store(), 'bare')).toStrictEqual({ id: 'bare', name: 'The bare Courier', sample: false });
  });

  it('are brought up to date when saved again, with what is no longer known taken away', async () => {
    await saveOutlet(store(), outlet('harbour', { country: 'NO' }));
    await saveOutlet(store(), outlet('harbour', { name: 'Harbour Daily' }));
    expect(await listOutlets(store())).toEqual([outlet('harbour', { name: 'Harbour Daily' })]);
  });

  it('are listed by name as a reader looks one up', async () => {
    for (const name of ['zebra Post', 'Apple Post', 'Écho Post']) await saveOutlet(store(), outlet(name, { name }));
    expect((await listOutlets(store())).map(({ name }) => name)).toEqual(['Apple Post', 'Écho Post', 'zebra Post']);
  });

  it('leave their articles behind when removed, but not their feeds', async () => {
    await saveOutlet(store(), outlet('harbour'));
    await addFeed(store(), feed('news'));
    await addFeed(store(), feed('other', { outletId: 'inland' }));
    const { id } = await saveArticle(store(), draft());
    await removeOutlet(store(), 'harbour');
    expect(await getOutlet(store(), 'harbour')).toBeUndefined();
    expect((await listFeeds(store())).map((each) => each.id)).toEqual(['other']);
    expect(await getArticle(store(), id)).toMatchObject({ outletName: 'The Harbour Courier' });
  });

  it('that nobody knows are undefined', async () => {
    expect(await getOutlet(store(), 'nobody')).toBeUndefined();
    await expect(removeOutlet(store(), 'nobody')).resolves.toBeUndefined();
  });
});
