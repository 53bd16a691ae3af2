import { describe, expect, it } from 'vitest';
import { type Asked, outletFraming } from '#lib/pipeline/outlet-framing';
import { saveArticle } from '#lib/store/articles';
import { saveOutlet } from '#lib/store/outlets';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { at, draft, outlet } from '../store/samples';

const ASKED: Asked = { outlet: 'harbour', codebook: 'generic', code: 'conflict', by: 'day', cut: {} };
const QUARREL = 'The mayor accused the council of a bitter dispute over the pier.';
const CALM = 'The pier reopened at noon and the first boat left on time.';

describe.each(DIALECTS)('an outlet over time on %s', (dialect) => {
  const { store } = freshStores(dialect);

  /** A text `days` after noon of the first day. */
  async function write(id: string, days: number, text: string, more: Parameters<typeof draft>[0] = {}): Promise<void> {
    const url = `https://harbour.example/${id}`;
    const paragraphs = [{ id: 'p0', kind: 'paragraph' as const, text, start: 0 }];
    const published = at(24 * days);
    await saveArticle(
      store(),
      draft({ id, url, published, fetchedAt: published, paragraphs, textHash: `${id} ${text}`, ...more }),
    );
  }

  const drawn = async (asked: Partial<Asked> = {}) =>
    (await outletFraming(store(), { ...ASKED, ...asked })).points.map(
      ({ key, estimate }) => `${key} ${estimate === undefined ? '–' : `${estimate.k}/${estimate.n}`}`,
    );

  it('counts complete texts in the codebook’s language, with gaps, and again at once', async () => {
    await saveOutlet(store(), outlet('harbour'));
    await write('a', 0, QUARREL);
    await write('b', 2, CALM);
    await write('c', 2, QUARREL, { quality: { status: 'excerpt', reasons: [] } });
    await write('d', 3, QUARREL, { language: 'de' });
    await write('e', 0, QUARREL, { outletId: 'valley' });
    const expected = ['2031-05-04 1/1', '2031-05-05 –', '2031-05-06 0/1'];
    expect(await drawn()).toEqual(expected);
    expect(await drawn()).toEqual(expected);
    expect(await drawn({ by: 'story' })).toEqual(['a 1/1', 'b 0/1']);
    expect((await outletFraming(store(), ASKED)).otherLanguage).toBe(1);
  });

  it('follows a text that was changed', async () => {
    await saveOutlet(store(), outlet('harbour'));
    await write('a', 0, CALM);
    expect(await drawn()).toEqual(['2031-05-04 0/1']);
    await write('a', 0, QUARREL);
    expect(await drawn()).toEqual(['2031-05-04 1/1']);
  });

  it('opens one point with its texts, and falls back where an address asks for what is not there', async () => {
    await saveOutlet(store(), outlet('harbour'));
    await write('a', 0, QUARREL);
    const { opened } = await outletFraming(store(), { ...ASKED, point: '2031-05-04' });
    expect(opened?.articles.map(({ id }) => id)).toEqual(['a']);
    const odd = await outletFraming(store(), { ...ASKED, codebook: 'none', code: 'none', point: 'none' });
    expect([odd.codebook.id, odd.code.id, odd.opened]).toEqual(['generic', 'conflict', undefined]);
    expect((await outletFraming(store(), { ...ASKED, outlet: 'none' })).points).toEqual([]);
  });
});
