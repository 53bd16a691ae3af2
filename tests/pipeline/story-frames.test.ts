import { beforeEach, describe, expect, it } from 'vitest';
import { countedOutlets, frameRow } from '#lib/comparison/frame-rows';
import { SynopticError } from '#lib/errors';
import { compareStoredStory } from '#lib/pipeline/compare-stored';
import { saveCodebook } from '#lib/pipeline/save-codebook';
import { storyFrames } from '#lib/pipeline/story-frames';
import { type ArticleDraft, saveArticle } from '#lib/store/articles';
import { listStories, saveMembership } from '#lib/store/stories';
import type { Membership } from '#lib/types';
import { frame, toy } from '../framing/toy-codebook';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { draft, member } from '../store/samples';
import { openTestPorts, type TestPorts } from './pipeline-ports';

const CONFLICT = 'Both sides accused each other over the pier.';
const MONEY = 'The repairs cost nine million dollars in all.';
const PLAIN = 'The pier reopened at noon on a Tuesday.';

const BROKEN: TestPorts['coder'] = {
  code: () => Promise.reject(new Error('nothing should be counted here')),
};

describe.each(DIALECTS)('the frames of a story in a list, on %s', (dialect) => {
  const { store } = freshStores(dialect);
  let ports: TestPorts;

  beforeEach(async () => {
    ports = openTestPorts(store());
    const frames = [
      frame(),
      frame({ id: 'money', label: 'Money', include: [{ any: ['dollar*'] }] }),
      frame({ id: 'mood', label: 'Mood', include: [{ any: ['pier'] }], exploratory: true }),
    ];
    await saveCodebook(ports, toy({ id: 'generic', version: '9.0.0', frames }));
  });

  async function keep(
    name: string,
    text: string,
    { given = {}, as = {} }: { given?: Partial<ArticleDraft>; as?: Partial<Membership> } = {},
  ): Promise<string> {
    const [outletId = ''] = name.split('/');
    const paragraphs = text
      .split('\n')
      .map((each, at) => ({ id: `p${at}`, kind: 'paragraph' as const, text: each, start: 0 }));
    const identity = { outletId, outletName: outletId, url: `https://${name}.example/1`, textHash: `${name} ${text}` };
    const { id } = await saveArticle(store(), draft({ ...identity, paragraphs, ...given }));
    await saveMembership(store(), member(id, 'pier', as));
    return id;
  }

  /** "Conflict 1 (1), Money 2 (3) of 3 (6)": outlets (sentences) */
  async function line(coder: TestPorts['coder'] = ports.coder, patienceMs = 60_000): Promise<string | undefined> {
    const { stories } = await listStories(store(), { limit: 20 });
    const found = (await storyFrames({ store: store(), coder }, stories, { patienceMs })).get('pier');
    if (found === undefined) return undefined;
    const frames = found.frames.map(({ label, outlets, sentences }) => `${label} ${outlets} (${sentences})`);
    return `${frames.join(', ')} of ${found.of} (${found.ofSentences})`;
  }

  it('says in how many outlets each stands, in the order of the codebook; exploratory ones are left to the story', async () => {
    await keep('tide', `${MONEY}\n${PLAIN}`);
    await keep('quay', `${CONFLICT}\n${MONEY}\n${MONEY}`);
    await keep('pilot', PLAIN);
    expect(await line()).toBe('Conflict 1 (1), Money 2 (3) of 3 (6)');
  });

  it('none found is an answer too', async () => {
    await keep('tide', PLAIN);
    await keep('quay', PLAIN);
    expect(await line()).toBe(' of 2 (2)');
  });

  /** The same line, from what the framing view counts. */
  async function viewed(): Promise<string> {
    const comparison = await compareStoredStory(ports, 'pier', {}, ports.now());
    const framing = comparison.framing.find(({ codebook }) => codebook.id === 'generic');
    if (framing === undefined) throw new Error('nothing was counted');
    const { outlets } = countedOutlets({ comparison }, framing);
    const rows = (code: string) =>
      outlets.map((each) => frameRow(each, code, { voice: 'all', position: 'all' }, '').estimate);
    const sum = (code: string, which: 'k' | 'n') => rows(code).reduce((all, row) => all + row[which], 0);
    const frames = [['Conflict', 'conflict'] as const, ['Money', 'money'] as const].map(
      ([label, code]) => `${label} ${rows(code).filter(({ k }) => k > 0).length} (${sum(code, 'k')})`,
    );
    return `${frames.join(', ')} of ${outlets.length} (${sum('money', 'n')})`;
  }

  it('agrees with what the framing view opens with', async () => {
    await keep('tide', `${MONEY}\n${CONFLICT}`);
    await keep('quay', MONEY);
    await keep('quay/second', CONFLICT);
    await keep('pilot', CONFLICT, { given: { quality: { status: 'partial', reasons: [] } } });
    expect(await line()).toBe(await viewed());
    expect(await line()).toBe('Conflict 2 (2), Money 2 (2) of 2 (4)');
  });

  const copying = (of: string) => ({
    as: { evidence: [{ nearest: of, terms: [], names: [], numbers: [], reuse: 1, copyOf: of }] },
  });
  const at = (hour: number) => ({ published: `2025-03-03T${hour}:00:00.000Z` });
  const WIRE = [
    'Crews closed the northern pier for repairs after divers found a crack along two of its oldest pillars.',
    'The harbour office said both sides accused each other of having put off the inspection since the autumn.',
    'Ferries to the islands leave from the southern quay until the work is done, which may take until summer.',
  ].join('\n');

  it('the same text is counted once, and what else its outlet wrote is counted too', async () => {
    const first = await keep('wire', WIRE, { given: at(10) });
    await keep('tide', WIRE, { given: at(11), ...copying(first) });
    await keep('quay', WIRE, { given: at(12), ...copying(first) });
    await keep('quay/second', MONEY, { given: at(13) });
    expect(await line()).toBe(await viewed());
    expect(await line()).toBe('Conflict 1 (1), Money 1 (1) of 2 (4)');
  });

  it('where the first to have it could not be read whole, the next stands for it', async () => {
    const first = await keep('wire', WIRE, { given: { ...at(10), quality: { status: 'partial', reasons: [] } } });
    await keep('tide', WIRE, { given: at(11), ...copying(first) });
    await keep('pilot', WIRE, { given: at(12), ...copying(first) });
    await keep('quay', MONEY, { given: at(13) });
    expect(await line()).toBe(await viewed());
    expect(await line()).toBe('Conflict 1 (1), Money 1 (1) of 2 (4)');
  });

  it('of a story told in two languages the one that more texts are in is counted', async () => {
    const german = { given: { language: 'de' } };
    await keep('ufer', 'Die Reparatur kostet neun Millionen Euro.', german);
    await keep('tide', MONEY);
    await keep('quay', CONFLICT);
    expect(await line()).toBe('Conflict 1 (1), Money 1 (1) of 2 (2)');
  });

  it('a thread that is busy is not waited for, and lists opened meanwhile ask for nothing again', async () => {
    await keep('tide', MONEY);
    await keep('quay', MONEY);
    let asked = 0;
    let open = () => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    const busy: TestPorts['coder'] = {
      code: async (...given) => {
        asked++;
        await gate;
        return ports.coder.code(...given);
      },
    };
    expect([await line(busy, 0), await line(busy, 0), asked]).toEqual([undefined, undefined, 1]);
    open();
    await expect.poll(() => line(busy), { timeout: 10_000 }).toBe('Money 2 (2) of 2 (2)');
  });

  it('a story of which one text is still to be counted has no line yet', async () => {
    await keep('tide', MONEY);
    await keep('quay', MONEY);
    await line();
    await keep('pilot', MONEY);
    const fails = { code: () => Promise.reject(new SynopticError('too-slow', 'The expressions take too long.')) };
    expect(await line(fails)).toBeUndefined();
    expect(await line()).toBe('Money 3 (3) of 3 (3)');
  });

  it('beyond twenty texts the earliest are counted, as in the story', async () => {
    for (let hour = 0; hour < 22; hour++) {
      const published = new Date(Date.UTC(2025, 2, 3, hour)).toISOString();
      const own = Array.from({ length: 12 }, (_, at) => `word${hour}x${at}`).join(' ');
      await keep(`outlet-${hour}`, `${own} cost nine dollars.`, { given: { published } });
    }
    expect(await line()).toBe('Money 20 (20) of 20 (20)');
    expect(await viewed()).toBe('Conflict 0 (0), Money 20 (20) of 20 (20)');
  });

  it('of a codebook with many frames the four with most sentences are named, in its order', async () => {
    const words = ['anchor', 'buoy', 'crane', 'dock', 'ebb', 'ferry'];
    const frames = words.map((word) => frame({ id: word, label: word, include: [{ any: [word] }] }));
    await saveCodebook(ports, toy({ id: 'generic', version: '9.1.0', frames }));
    const sentences = words.flatMap((word, at) =>
      Array(at === 0 ? 9 : at + 1).fill(`There was one ${word} near the pier.`),
    );
    await keep('tide', sentences.join('\n'));
    await keep('quay', PLAIN);
    expect(await line()).toBe('anchor 1 (9), dock 1 (4), ebb 1 (5), ferry 1 (6) of 2 (30)');
  });

  it('is counted once and then read, and anew when the text is a new version', async () => {
    await keep('tide', PLAIN);
    await keep('quay', PLAIN);
    await line();
    expect(await line(BROKEN)).toBe(' of 2 (2)');
    await keep('quay', CONFLICT);
    expect(await line()).toBe('Conflict 1 (1) of 2 (2)');
  });

  it('a story of which one text can be counted has no line, nor has one in a language nobody wrote a codebook for', async () => {
    await keep('tide', MONEY);
    await keep('quay', MONEY, { given: { quality: { status: 'blocked', reasons: [] } } });
    expect(await line()).toBeUndefined();
    await keep('tide', MONEY, { given: { language: 'fi' } });
    await keep('quay', MONEY, { given: { language: 'fi' } });
    expect(await line(BROKEN)).toBeUndefined();
  });

  it('when counting fails the list comes without the line', async () => {
    await keep('tide', MONEY);
    await keep('quay', MONEY);
    const tooSlow = { code: () => Promise.reject(new SynopticError('too-slow', 'The expressions take too long.')) };
    expect(await line(tooSlow)).toBeUndefined();
    expect(await line()).toBe('Money 2 (2) of 2 (2)');
  });
});
