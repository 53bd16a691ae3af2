import { describe, expect, it } from 'vitest';
import { saveArticle } from '#lib/store/articles';
import { judgedPlacements, listCorrections, saveCorrection, undoCorrection } from '#lib/store/corrections';
import { getStory, saveMembership } from '#lib/store/stories';
import { DIALECTS, freshStores } from './fresh-store';
import { at, draft, member } from './samples';

describe.each(DIALECTS)('corrections on %s', (dialect) => {
  const { store } = freshStores(dialect);

  /** "s1: a b? | s2: c" puts articles into stories; a question mark makes a suggestion. */
  async function put(drawn: string): Promise<void> {
    for (const [storyId, names] of parse(drawn)) {
      for (const name of names) {
        const id = name.replace('?', '');
        await saveArticle(store(), draft({ id, outletId: id, url: `https://${id}.example/` }));
        const status = name.endsWith('?') ? 'suggested' : 'confirmed';
        await saveMembership(store(), member(id, storyId, { status, confidence: 0.8 }));
      }
    }
  }

  /** The stories as they are now, drawn the same way. */
  async function drawn(...storyIds: string[]): Promise<string> {
    const parts: string[] = [];
    for (const id of storyIds) {
      const story = await getStory(store(), id);
      const names = (story?.memberships ?? [])
        .filter(({ status }) => status !== 'removed')
        .map(({ articleId, status, byHand }) => `${articleId}${status === 'suggested' ? '?' : ''}${byHand ? '!' : ''}`);
      if (names.length > 0) parts.push(`${id}: ${names.sort().join(' ')}`);
    }
    return parts.join(' | ');
  }

  const order = (kind: 'confirm' | 'part' | 'move' | 'merge', names: string, from: string, to: string, hour = 0) => ({
    id: `${kind}-${hour}`,
    at: at(hour),
    kind,
    articleIds: names.split(' ').filter((each) => each !== ''),
    from,
    to,
  });

  // An exclamation mark: held by hand.
  it.each([
    ['confirming a suggestion', 's1: a b? c?', order('confirm', 'b', 's1', 's1'), 's1: a! b! c?!'],
    ['parting two texts', 's1: a b c d', order('part', 'c d', 's1', 's2'), 's1: a! b! | s2: c! d!'],
    ['moving one text', 's1: a b c | s2: d', order('move', 'c', 's1', 's2'), 's1: a! b! | s2: c! d!'],
    ['merging', 's1: a b | s2: c d?', order('merge', 'c d', 's2', 's1'), 's1: a! b! c! d?!'],
  ])('%s, and the program changes nothing of it any more', async (_name, before, given, after) => {
    await put(before);
    await saveCorrection(store(), given);
    expect(await drawn('s1', 's2')).toBe(after);
    for (const id of ['a', 'b', 'c', 'd']) {
      if (after.includes(id)) await saveMembership(store(), member(id, 's9', { confidence: 1 }));
    }
    expect(await drawn('s1', 's2', 's9')).toBe(after);
  });

  it.each([
    ['confirming', 's1: a b?', order('confirm', 'b', 's1', 's1')],
    ['parting', 's1: a b? c', order('part', 'b', 's1', 's2')],
    ['moving', 's1: a b | s2: c', order('move', 'b', 's1', 's2')],
    ['merging', 's1: a | s2: b c?', order('merge', 'b c', 's2', 's1')],
  ])('undoing %s brings back what was, and the program may change it again', async (_name, before, given) => {
    await put(before);
    await saveCorrection(store(), given);
    await undoCorrection(store(), given.id, at(1));
    expect(await drawn('s1', 's2')).toBe(before);
    expect(await listCorrections(store())).toMatchObject([{ id: given.id, undoneAt: at(1) }]);
    await saveMembership(store(), member('b', 's9'));
    expect(await drawn('s9')).toBe('s9: b');
  });

  it('a text that came after a correction stays when it is undone', async () => {
    await put('s1: a b c');
    await saveCorrection(store(), order('part', 'c', 's1', 's2'));
    await put('s2: e');
    await undoCorrection(store(), 'part-0', at(1));
    expect(await drawn('s1', 's2')).toBe('s1: a b c | s2: e');
  });

  it('an earlier correction of the same texts is undone after the later one', async () => {
    await put('s1: a b c');
    await saveCorrection(store(), order('part', 'b c', 's1', 's2', 0));
    await saveCorrection(store(), order('part', 'c', 's2', 's3', 1));
    await expect(undoCorrection(store(), 'part-0', at(2))).rejects.toMatchObject({ code: 'bad-input' });
    await undoCorrection(store(), 'part-1', at(3));
    await undoCorrection(store(), 'part-0', at(4));
    expect(await drawn('s1', 's2', 's3')).toBe('s1: a b c');
    await expect(undoCorrection(store(), 'part-0', at(5))).rejects.toMatchObject({ code: 'unknown-id' });
  });

  it('are listed for each of their stories', async () => {
    await put('s1: a b | s2: c | s3: d e');
    await saveCorrection(store(), order('move', 'b', 's1', 's2', 0));
    await saveCorrection(store(), order('confirm', 'd', 's3', 's3', 1));
    const ids = async (storyId?: string) => (await listCorrections(store(), storyId)).map(({ id }) => id);
    expect(await ids('s1')).toEqual(['move-0']);
    expect(await ids('s2')).toEqual(['move-0']);
    expect(await ids()).toEqual(['confirm-1', 'move-0']);
  });

  it('say how often the program was right, counting only where it had decided', async () => {
    await put('s1: a b c? d | s2: e | s3: f g');
    await saveCorrection(store(), order('confirm', 'b c', 's1', 's1', 0));
    await saveCorrection(store(), order('part', 'd', 's1', 's4', 1));
    await saveCorrection(store(), order('move', 'd', 's4', 's2', 2));
    await saveCorrection(store(), order('merge', 'f g', 's3', 's1', 3));
    // Moving d judges the earlier parting, not the program.
    expect(await judgedPlacements(store())).toEqual({ right: 2, wrong: 1, merges: 1 });
  });

  it.each([
    ['none', ''],
    ['a text of another story', 'c'],
    ['one that is there and one that is not', 'a zzz'],
  ])('naming %s is refused and changes nothing', async (_name, names) => {
    await put('s1: a b | s2: c');
    await expect(saveCorrection(store(), order('part', names, 's1', 's9'))).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(await drawn('s1', 's2', 's9')).toBe('s1: a b | s2: c');
    expect(await listCorrections(store())).toEqual([]);
  });
});

function parse(drawn: string): [string, string[]][] {
  return drawn.split('|').map((part) => {
    const [id = '', names = ''] = part.split(':');
    return [id.trim(), names.trim().split(' ')];
  });
}
