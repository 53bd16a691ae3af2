import { beforeEach, describe, expect, it } from 'vitest';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import { freezeComparison, openFrozen } from '#lib/pipeline/freeze';
import { relinkParagraphs } from '#lib/pipeline/relink-paragraphs';
import { saveArticle } from '#lib/store/articles';
import { ferryArticles } from '../comparison/write-article';
import { DIALECTS, freshStores } from '../store/fresh-store';

const NOW = '2025-03-04T12:00:00.000Z';

describe.each(DIALECTS)('matches corrected by hand on %s', (dialect) => {
  const { store } = freshStores(dialect);
  const [post, wire] = ferryArticles();
  const [a, b] = [post?.id ?? '', wire?.id ?? ''];

  beforeEach(async () => {
    for (const article of ferryArticles()) await saveArticle(store(), article);
  });

  const say = (reference: number, other: number, linked: boolean | undefined) =>
    relinkParagraphs(
      { store: store(), now: () => NOW },
      { a: { articleId: a, paragraph: reference }, b: { articleId: b, paragraph: other }, linked },
    );
  const compared = (reference = a) =>
    compareStoredArticles({ store: store() }, { title: 'Ferry', articleIds: [a, b] }, { reference }, NOW);
  const links = async (reference = a) =>
    (await compared(reference)).pairs[0]?.alignment.links.map(
      (link) => `${link.reference}-${link.other}${link.byHand ? '!' : ''}`,
    ) ?? [];

  it('show in the comparison at once, whichever text is the reference, until taken back', async () => {
    expect(await links()).toContain('0-0');
    await say(0, 0, false);
    await say(4, 3, true);
    expect(await links()).not.toContain('0-0');
    expect(await links()).toContain('4-3!');
    expect(await links(b)).toContain('3-4!');
    await say(0, 0, undefined);
    await say(4, 3, undefined);
    expect(await links()).toContain('0-0');
    expect(await links()).not.toContain('4-3!');
  });

  it('outlive a new version that leaves the paragraphs alone, and wait while one of them is changed', async () => {
    await say(4, 3, true);
    const paragraphs = (wire?.paragraphs ?? []).slice(1);
    if (wire) await saveArticle(store(), { ...wire, paragraphs, textHash: 'shorter' });
    expect(await links()).toContain('4-2!');
    const changed = paragraphs.map((each, at) => (at === 2 ? { ...each, text: `${each.text} Or so.` } : each));
    if (wire) await saveArticle(store(), { ...wire, paragraphs: changed, textHash: 'changed' });
    expect((await links()).filter((each) => each.endsWith('!'))).toEqual([]);
  });

  it('travel with a frozen link', async () => {
    await say(4, 3, true);
    const id = await freezeComparison(store(), await compared(), {}, NOW);
    await say(4, 3, undefined);
    const frozen = await openFrozen(store(), id);
    expect(frozen?.document.comparison.linkCorrections).toEqual([
      { articleId: b, reference: 4, other: 3, linked: true },
    ]);
    expect(frozen?.document.comparison.pairs[0]?.alignment.links).toContainEqual(
      expect.objectContaining({ reference: 4, other: 3, byHand: true }),
    );
  });

  it('refuse paragraphs that are not there', async () => {
    await expect(say(99, 0, true)).rejects.toMatchObject({ code: 'bad-input', subject: 'reference' });
    await expect(say(0, -1, true)).rejects.toMatchObject({ code: 'bad-input', subject: 'other' });
    const same = { articleId: a, paragraph: 0 };
    await expect(
      relinkParagraphs({ store: store(), now: () => NOW }, { a: same, b: { ...same, paragraph: 1 }, linked: true }),
    ).rejects.toMatchObject({ code: 'bad-input' });
  });
});
