import { describe, expect, it } from 'vitest';
import { listVerdicts, type StoredVerdict, saveVerdict, tallyVerdicts, verdictHistory } from '#lib/store/verdicts';
import { DIALECTS, freshStores } from './fresh-store';
import { at } from './samples';

const TEXT = { id: 'ferry', textHash: 'a'.repeat(64) };

function verdict(said: StoredVerdict['said'], given: Partial<StoredVerdict> = {}): StoredVerdict {
  return {
    articleId: TEXT.id,
    textHash: TEXT.textHash,
    version: 1,
    codebook: 'b'.repeat(64),
    codebookId: 'labels',
    code: 'crisis',
    paragraph: 2,
    start: 10,
    end: 16,
    text: 'crisis',
    said,
    ...given,
  };
}

describe.each(DIALECTS)('verdicts on %s', (dialect) => {
  const { store } = freshStores(dialect);

  /** "right wrong withdrawn": said one after the other of the same hit. */
  async function say(line: string): Promise<void> {
    for (const [hour, said] of line.split(' ').entries())
      await saveVerdict(store(), verdict(said as StoredVerdict['said']), at(hour));
  }

  it.each([
    ['right', 'right', ['right']],
    ['right wrong', 'wrong', ['right', 'wrong']],
    ['right right', 'right', ['right']],
    ['right withdrawn', undefined, ['right', 'withdrawn']],
    ['right withdrawn wrong', 'wrong', ['right', 'withdrawn', 'wrong']],
    ['withdrawn', undefined, []],
  ])('after %s the last holds, and every line stays', async (line, holds, lines) => {
    await say(line);
    expect((await listVerdicts(store(), [TEXT]))[0]?.said).toBe(holds);
    expect((await verdictHistory(store(), TEXT.id)).map(({ said }) => said)).toEqual(lines);
  });

  it('belong to one version of a text', async () => {
    await say('right');
    expect(await listVerdicts(store(), [{ ...TEXT, textHash: 'c'.repeat(64) }])).toEqual([]);
    expect(await listVerdicts(store(), [{ id: 'other', textHash: TEXT.textHash }])).toEqual([]);
  });

  it('are counted by version of the codebook and code, without what was taken back', async () => {
    await saveVerdict(store(), verdict('right'), at(0));
    await saveVerdict(store(), verdict('wrong', { start: 40, end: 46 }), at(1));
    await saveVerdict(store(), verdict('right', { code: 'war' }), at(2));
    await saveVerdict(store(), verdict('withdrawn', { code: 'war' }), at(3));
    await saveVerdict(store(), verdict('right', { codebook: 'd'.repeat(64) }), at(4));
    expect(await tallyVerdicts(store())).toEqual([
      { codebookId: 'labels', codebook: 'b'.repeat(64), code: 'crisis', right: 1, wrong: 1 },
      { codebookId: 'labels', codebook: 'd'.repeat(64), code: 'crisis', right: 1, wrong: 0 },
    ]);
  });
});
