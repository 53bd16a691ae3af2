import { describe, expect, it } from 'vitest';
import { deleteArticles, saveArticle } from '#lib/store/articles';
import {
  getCodebookJson,
  latestCodebookVersions,
  listCodebookVersions,
  saveCodebookVersion,
  withdrawCodebook,
} from '#lib/store/codebook-versions';
import { type CoderReading, listCoderReadings, saveCoderReading } from '#lib/store/coder-readings';
import { codingProgress, listCodings, pruneCodings, saveCodings, uncodedArticles } from '#lib/store/codings';
import { forgetRejectedLabels, listRejectedLabels, rejectLabels } from '#lib/store/rejected-labels';
import { DIALECTS, freshStores } from './fresh-store';
import { at, draft, NOON } from './samples';

describe.each(DIALECTS)('own codebooks on %s', (dialect) => {
  const { store } = freshStores(dialect);
  const save = (id: string, version: string, note?: string) =>
    saveCodebookVersion(
      store(),
      {
        id,
        version,
        hash: `hash of ${version}`,
        json: `{"version":"${version}"}`,
        ...(note === undefined ? {} : { note }),
      },
      NOON,
    );

  it('keep every version, and the last one is the latest', async () => {
    await save('quay', '1.0.0');
    await save('ferry', '1.0.0');
    await save('quay', '1.0.1', 'two terms more');
    expect(
      (await listCodebookVersions(store(), 'quay')).map(({ number, version, note }) => [number, version, note]),
    ).toEqual([
      [1, '1.0.0', undefined],
      [2, '1.0.1', 'two terms more'],
    ]);
    expect((await latestCodebookVersions(store())).map(({ id, version }) => `${id} ${version}`)).toEqual([
      'ferry 1.0.0',
      'quay 1.0.1',
    ]);
    expect(await getCodebookJson(store(), 'quay', 1)).toBe('{"version":"1.0.0"}');
    expect(await getCodebookJson(store(), 'quay', 3)).toBeUndefined();
    expect(await listCodebookVersions(store(), 'none')).toEqual([]);
  });

  it('that are withdrawn keep their versions and can be taken up again', async () => {
    await save('quay', '1.0.0');
    await withdrawCodebook(store(), 'quay', at(1));
    expect((await latestCodebookVersions(store())).map(({ withdrawn }) => withdrawn)).toEqual([true]);
    expect(await getCodebookJson(store(), 'quay', 1)).toBe('{"version":"1.0.0"}');
    await save('quay', '1.0.0');
    expect((await latestCodebookVersions(store())).map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
      [3, false],
    ]);
  });
});

describe.each(DIALECTS)('codings on %s', (dialect) => {
  const { store } = freshStores(dialect);
  const book = { id: 'quay', hash: 'h1' };
  const keep = async (path: string, given: Parameters<typeof draft>[0] = {}) =>
    (await saveArticle(store(), draft({ url: `https://harbour.example/${path}`, ...given }))).id;
  const coding = (articleId: string, articleVersion = 1) => ({
    articleId,
    articleVersion,
    sentences: 9,
    words: 90,
    counts: [{ code: 'noise', sentences: 2, mentions: 3, own: 1, attributed: 0, quoted: 1 }],
  });
  const left = (language = 'en') => uncodedArticles(store(), { hash: 'h1', language, after: '', limit: 10 });

  it('come back with their outlet, and an article deleted takes its own along', async () => {
    const id = await keep('a');
    await saveCodings(store(), book, [coding(id)]);
    expect(await listCodings(store(), 'h1')).toEqual([
      { ...coding(id), outletId: 'harbour', outletName: 'The Harbour Courier' },
    ]);
    await deleteArticles(store(), [id]);
    expect(await listCodings(store(), 'h1')).toEqual([]);
  });

  it('are missing for whole texts of the language, until they are there', async () => {
    const [one, two] = [await keep('a'), await keep('b', { language: 'en-GB', textHash: 'b'.repeat(64) })];
    await keep('c', { language: 'de' });
    await keep('d', { quality: { status: 'partial', reasons: [] } });
    expect((await left()).sort()).toEqual([one, two].sort());
    expect(await codingProgress(store(), 'h1', 'en')).toEqual({ coded: 0, of: 2 });
    await saveCodings(store(), book, [coding(one)]);
    expect(await left()).toEqual([two]);
    expect(await codingProgress(store(), 'h1', 'en')).toEqual({ coded: 1, of: 2 });
    expect(await left('de')).toHaveLength(1);
  });

  it('of an older wording are missing again', async () => {
    const id = await keep('a');
    await saveCodings(store(), book, [coding(id)]);
    await keep('a', { textHash: 'c'.repeat(64) });
    expect(await left()).toEqual([id]);
    await saveCodings(store(), book, [coding(id, 2)]);
    expect(await left()).toEqual([]);
  });

  it('of versions nobody compares any more go', async () => {
    const id = await keep('a');
    for (const hash of ['h1', 'h2', 'h3']) await saveCodings(store(), { id: 'quay', hash }, [coding(id)]);
    await saveCodings(store(), { id: 'ferry', hash: 'h4' }, [coding(id)]);
    expect(await pruneCodings(store(), 'quay', ['h2', 'h3'])).toBe(1);
    expect(
      await Promise.all(['h1', 'h2', 'h3', 'h4'].map(async (hash) => (await listCodings(store(), hash)).length)),
    ).toEqual([0, 1, 1, 1]);
  });
});

describe.each(DIALECTS)('what was said of suggested labels and by second coders on %s', (dialect) => {
  const { store } = freshStores(dialect);

  it('a rejected pair is kept once, whatever its order, for its codebook alone', async () => {
    await rejectLabels(store(), 'quay', [['trade deal', 'trade agreement']], NOON);
    await rejectLabels(store(), 'quay', [['trade agreement', 'trade deal']], at(1));
    expect(await listRejectedLabels(store(), 'quay')).toEqual([['trade agreement', 'trade deal']]);
    expect(await listRejectedLabels(store(), 'ferry')).toEqual([]);
    expect(await forgetRejectedLabels(store(), 'quay')).toBe(1);
    expect(await listRejectedLabels(store(), 'quay')).toEqual([]);
  });

  it('a reading comes back, the later one of the same coder in its place', async () => {
    const { id } = await saveArticle(store(), draft());
    const reading: CoderReading = {
      articleId: id,
      articleVersion: 1,
      codebook: { id: 'quay', hash: 'h1' },
      coder: 'c1',
      model: 'local',
      at: NOON,
      proposals: [{ code: 'noise', paragraph: 0, start: 4, end: 8, text: 'pier' }],
      dropped: { 'not-in-text': 2 },
    };
    const kept = (coder: string) => listCoderReadings(store(), { articleIds: [id], codebookHash: 'h1', coder });
    await saveCoderReading(store(), reading);
    expect(await kept('c1')).toEqual([reading]);
    expect(await kept('c2')).toEqual([]);
    const later = { ...reading, at: at(1), proposals: [], dropped: {} };
    await saveCoderReading(store(), later);
    expect(await kept('c1')).toEqual([later]);
  });
});
