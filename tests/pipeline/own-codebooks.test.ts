import { beforeEach, describe, expect, it } from 'vitest';
import { codebookHash } from '#lib/framing/codebook';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { codebookAt, codebookHistory, codebooksInForce, listCodebooks } from '#lib/pipeline/codebooks-in-force';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import { freezeComparison, openFrozen } from '#lib/pipeline/freeze';
import { offerLabels } from '#lib/pipeline/offer-labels';
import { previewCodebook } from '#lib/pipeline/preview-codebook';
import { openRecoding, RECODING, recodeStore, recodingProgress } from '#lib/pipeline/recode';
import { checkDraft, nextVersion, restoreCodebook, saveCodebook, withdraw } from '#lib/pipeline/save-codebook';
import { saveArticle } from '#lib/store/articles';
import { listCodings } from '#lib/store/codings';
import { getJob, stopJobs } from '#lib/store/jobs';
import { rejectLabels } from '#lib/store/rejected-labels';
import { saveMembership } from '#lib/store/stories';
import type { Codebook } from '#lib/types';
import { frame, toy, toyJson } from '../framing/toy-codebook';
import { freshStores } from '../store/fresh-store';
import { draft, member, NOON } from '../store/samples';
import { openTestPorts, type TestPorts } from './pipeline-ports';

const { store } = freshStores('sqlite');
let ports: TestPorts;
beforeEach(() => {
  ports = openTestPorts(store());
});

const generic = () => {
  const found = shippedCodebooks().find(({ id }) => id === 'generic');
  if (!found) throw new Error('no generic');
  return found;
};
const changed = (codebook: Codebook, version: string): Codebook => ({
  ...codebook,
  version,
  title: `${codebook.title}, changed`,
});

async function keep(outlet: string, text: string): Promise<string> {
  const { id } = await saveArticle(store(), {
    ...draft({
      outletId: outlet,
      outletName: outlet,
      url: `https://${outlet}.example/1`,
      headline: `Ferry row, says ${outlet}`,
      paragraphs: text.split('\n').map((each, at) => ({ id: `p${at}`, kind: 'paragraph', text: each, start: 0 })),
      textHash: outlet.padEnd(64, '0'),
    }),
  });
  return id;
}

describe('which codebooks are in force', () => {
  it('an own version stands in the place of the shipped one, others follow; what is shipped stays', async () => {
    const ids = () => shippedCodebooks().map(({ id }) => id);
    expect((await codebooksInForce(store())).map(({ id }) => id)).toEqual(ids());
    await saveCodebook(ports, changed(generic(), '9.0.0'));
    await saveCodebook(ports, toy());
    const known = await listCodebooks(store());
    expect(known.map(({ codebook }) => codebook.id)).toEqual([...ids(), 'toy']);
    expect(known.find(({ codebook }) => codebook.id === 'generic')).toMatchObject({
      source: 'in-place-of-shipped',
      codebook: { version: '9.0.0' },
    });
    expect((await codebookAt(store(), 'generic', 0)).version).toBe(generic().version);
  });

  it('going back: to an old version, to what is shipped, out of use', async () => {
    await saveCodebook(ports, toy());
    await saveCodebook(ports, toy({ version: '1.1.0', title: 'Other' }));
    await restoreCodebook(ports, 'toy', 1);
    expect((await codebookAt(store(), 'toy')).title).toBe('Toy');
    expect((await codebookHistory(store(), 'toy')).map(({ version, isInForce }) => [version, isInForce])).toEqual([
      ['1.0.0', false],
      ['1.1.0', false],
      ['1.0.0', true],
    ]);
    await withdraw(ports, 'toy');
    await expect(codebookAt(store(), 'toy')).rejects.toThrow('There is no codebook “toy”');
    expect((await codebookAt(store(), 'toy', 2)).title).toBe('Other');
    await saveCodebook(ports, changed(generic(), '9.0.0'));
    await restoreCodebook(ports, 'generic', 0);
    expect((await codebookAt(store(), 'generic')).version).toBe(generic().version);
  });

  it('a stored version that cannot be read any more leaves the shipped one in force and says so', async () => {
    await saveCodebook(ports, changed(generic(), '9.0.0'));
    await store().db.updateTable('codebook_versions').set({ json: '{', hash: 'damaged' }).execute();
    const found = (await listCodebooks(store())).find(({ codebook }) => codebook.id === 'generic');
    expect(found).toMatchObject({ source: 'shipped', problem: { code: 'bad-json' } });
  });

  it('comparisons are made with them, and frozen ones keep theirs', async () => {
    const text = 'The mayor accused the board of a pier delay again. The pier stays closed until autumn, it said.';
    const articleIds = [await keep('harbour', text), await keep('quay', text.replace('mayor', 'guild'))];
    const compare = () =>
      compareStoredArticles({ store: store() }, { title: 'Ferry', articleIds }, { codebooks: ['generic'] }, NOON);
    const before = await compare();
    const id = await freezeComparison(store(), before, {}, NOON);
    const pier = frame({ id: 'pier', label: 'Pier', include: [{ any: ['pier'] }] });
    await saveCodebook(ports, { ...toy({ frames: [pier] }), id: 'generic', version: '9.0.0' });
    const after = await compare();
    expect(after.framing[0]?.articles.map(({ counts }) => counts.map((row) => `${row.code} ${row.sentences}`))).toEqual(
      [['pier 2'], ['pier 2']],
    );
    expect((await openFrozen(store(), id))?.document.comparison.codebooks[0]?.version).toBe(generic().version);
  });
});

describe('what is refused when a codebook is saved', () => {
  it.each([
    ['no JSON', '{"schema":', 'is not JSON'],
    ['a missing key', toyJson({ title: undefined }), 'title must be a string'],
    ['an unknown key', toyJson({ colour: 'red' }), 'colour is not a key of a codebook'],
    ['an empty term', toyJson({ frames: [frame({ include: [{ any: [''] }] })] }), 'frames[0].include[0].any[0]'],
    ['the same id twice', toyJson({ frames: [frame(), frame()] }), 'frames[1].id repeats “conflict”'],
    ['no code at all', toyJson({ frames: [] }), 'write at least one code'],
    ['a version that is none', toyJson({ version: '2' }), 'version must look like 1.0.0'],
    [
      'an expression that may run for ever',
      toyJson({ frames: [frame({ include: [{ regex: '(a+)+$' }] })] }),
      'frames[0].include[0].regex',
    ],
    ['a megabyte', JSON.stringify(toyJson({ title: 'x'.repeat(1_000_001) })), 'at most 1000000 are read'],
  ])('%s', (_name, given, words) => {
    expect(() => checkDraft(given)).toThrow(words);
  });

  it('an example it decides otherwise is named, and no reason to refuse', () => {
    const examples = [{ text: 'They danced.', code: true }];
    expect(checkDraft(toyJson({ frames: [frame({ examples })] })).failures).toEqual([
      { code: 'conflict', text: 'They danced.', expected: 'coded', found: 'no term matched' },
    ]);
  });

  it('a version number of other content, shipped or own; the next free one is named', async () => {
    await expect(saveCodebook(ports, changed(generic(), generic().version))).rejects.toThrow(
      /version .* of another content.*write/,
    );
    await saveCodebook(ports, toy());
    await expect(saveCodebook(ports, toy({ title: 'Other' }))).rejects.toThrow('write 1.0.1');
    expect(nextVersion('1.0.9', [{ version: '1.0.10' }])).toBe('1.0.11');
  });

  it('the same once more changes nothing', async () => {
    await saveCodebook(ports, toy());
    expect(await saveCodebook(ports, toy())).toBeUndefined();
    expect(await codebookHistory(store(), 'toy')).toHaveLength(1);
  });

  it('an edit of a version that is no longer in force', async () => {
    await saveCodebook(ports, toy());
    const startedFrom = codebookHash(toy());
    await saveCodebook(ports, toy({ version: '1.0.1', title: 'Faster' }), { startedFrom });
    const late = toy({ version: '1.0.2', title: 'Slower' });
    await expect(saveCodebook(ports, late, { startedFrom })).rejects.toThrow('was saved elsewhere');
    expect((await codebookAt(store(), 'toy')).title).toBe('Faster');
  });
});

describe('trying a draft on a story', () => {
  it('counts both versions of whole texts in its language, and keeps nothing', async () => {
    for (const [outlet, text] of [
      ['harbour', 'The mayor accused the harbour board of delay.'],
      ['quay', 'The crews began a strike over the pier.'],
    ] as const)
      await saveMembership(store(), member(await keep(outlet, text), 's-ferry'));
    const after = toy({ frames: [frame({ include: [{ any: ['strike'] }] })] });
    const preview = await previewCodebook(ports, 's-ferry', { before: toy(), draft: after });
    expect(preview.articles.map(({ outletName }) => outletName).sort()).toEqual(['harbour', 'quay']);
    expect(preview.effects.map(({ before: was, after: is }) => [was, is])).toEqual([[1, 1]]);
    expect(preview.effects[0]?.sentences.map(({ state }) => state).sort()).toEqual(['added', 'dropped']);
    expect((await previewCodebook(ports, 's-ferry', { draft: toy({ lang: 'de' }) })).articles).toHaveLength(2);
    expect(await codebookHistory(store(), 'toy')).toEqual([]);
    await expect(previewCodebook(ports, 's-none', { draft: toy() })).rejects.toThrow('There is no story');
  });
});

describe('suggested labels', () => {
  it('come from a story or the latest ones, and not again once rejected', async () => {
    for (const [outlet, text] of [
      ['harbour', 'They signed the trade deal.\nThe trade deal is long.'],
      ['quay', 'They signed the trade agreement.'],
    ] as const)
      await saveMembership(store(), member(await keep(outlet, text), 's-ferry'));
    const phrases = async (storyId?: string) =>
      (await offerLabels(store(), toy(), storyId)).map(({ suggestion }) =>
        suggestion.phrases.map(({ phrase }) => phrase),
      );
    expect(await phrases('s-ferry')).toEqual([['trade deal', 'trade agreement']]);
    expect(await phrases()).toEqual([['trade deal', 'trade agreement']]);
    await rejectLabels(store(), 'toy', [['trade deal', 'trade agreement']], NOON);
    expect(await phrases('s-ferry')).toEqual([]);
  });
});

describe('coding the store again', () => {
  const SILENT_MS = 30_000;
  const revised = () => toy({ version: '1.0.1', frames: [frame({ include: [{ any: ['strike'] }] })] });
  const run = async (codebook: Codebook, before?: Codebook) => {
    const id = await openRecoding(ports, codebook, SILENT_MS);
    if (id === undefined) return undefined;
    await recodeStore(ports, id, { codebook, ...(before === undefined ? {} : { before }) });
    return (await getJob(store(), id))?.state;
  };
  const fill = async (count: number) => {
    for (let at = 0; at < count; at++) await keep(`outlet-${at}`, 'The crews began a strike over the pier.');
  };

  it('counts every whole text with both versions, and drops older ones', async () => {
    await fill(3);
    await run(toy({ version: '0.9.0', title: 'Old' }));
    expect(await run(revised(), toy())).toBe('done');
    const kept = (codebook: Codebook) => listCodings(store(), codebookHash(codebook));
    expect(
      (await kept(revised())).map(({ sentences, counts }) => [sentences, counts.map((row) => row.sentences)]),
    ).toEqual(Array(3).fill([1, [1]]));
    expect((await kept(toy())).map(({ counts }) => counts)).toEqual([[], [], []]);
    expect(await kept(toy({ version: '0.9.0', title: 'Old' }))).toEqual([]);
    expect(await recodingProgress(store(), revised())).toEqual({ coded: 3, of: 3 });
  });

  it('stopped, it keeps what is done, and goes on from there', async () => {
    await fill(90);
    const id = (await openRecoding(ports, revised(), SILENT_MS)) ?? '';
    expect(await openRecoding(ports, revised(), SILENT_MS)).toBeUndefined();
    await stopJobs(store(), RECODING);
    await recodeStore(ports, id, { codebook: revised() });
    expect((await getJob(store(), id))?.state).toBe('stopped');
    expect(await recodingProgress(store(), revised())).toEqual({ coded: 40, of: 90 });
    const first = await listCodings(store(), codebookHash(revised()));
    expect(await run(revised())).toBe('done');
    expect(await recodingProgress(store(), revised())).toEqual({ coded: 90, of: 90 });
    expect(
      (await listCodings(store(), codebookHash(revised()))).filter((row) =>
        first.some((was) => was.articleId === row.articleId),
      ),
    ).toEqual(first);
  });

  it('one that has lost its process can be taken up', async () => {
    await openRecoding(ports, revised(), SILENT_MS);
    ports.advance(31);
    expect(await openRecoding(ports, revised(), SILENT_MS)).toBeDefined();
  });
});
