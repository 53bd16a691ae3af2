import { describe, expect, it } from 'vitest';
import { codebookChanges, ruleLines } from '#lib/framing/codebook-changes';
import { concept, frame, toy } from './toy-codebook';

const base = () => toy({ frames: [frame()], concepts: [concept()], topics: [{ id: 'quay', terms: ['quay'] }] });

/** `frame conflict changed: include +strike -at odds` */
function drawn(changes: ReturnType<typeof codebookChanges>): string[] {
  return [
    ...changes.facts.map(({ key, before, after }) => `${key}: ${before} → ${after}`),
    ...changes.codes.map(({ kind, id, state, texts, lists }) =>
      [
        `${kind} ${id} ${state}`,
        ...texts.map(({ key, before, after }) => `${key}: ${before} → ${after}`),
        ...lists.map(({ list, added, dropped }) =>
          [list, ...added.map((line) => `+${line}`), ...dropped.map((line) => `-${line}`)].join(' '),
        ),
      ].join(', '),
    ),
  ];
}

describe('what differs between two versions', () => {
  it.each([
    ['nothing', {}, []],
    ['the version number alone', { version: '1.0.1' }, ['version: 1.0.0 → 1.0.1']],
    [
      'a term more and one less',
      { frames: [frame({ include: [{ any: ['accus*', 'strike'] }] })] },
      ['frame conflict changed, include +strike -at odds'],
    ],
    ['the same terms in another order', { frames: [frame({ include: [{ any: ['at odds', 'accus*'] }] })] }, []],
    [
      'a rule of two lists, weighing half',
      {
        frames: [
          frame({ include: [{ any: ['accus*', 'at odds'] }, { all: [['row'], ['mps', 'peers']], weight: 0.5 }] }),
        ],
      },
      ['frame conflict changed, include +row + (mps | peers) (weighs 0.5)'],
    ],
    [
      'an excluded term and a topic',
      { frames: [frame({ exclude: ['heart attack*'], requires: ['quay'] })] },
      ['frame conflict changed, exclude +heart attack*, requires +quay'],
    ],
    [
      'a definition',
      { frames: [frame({ definition: 'Sides clash.' })] },
      ['frame conflict changed, definition: Sides disagree. → Sides clash.'],
    ],
    [
      'a label less',
      { concepts: [concept({ labels: [{ id: 'war', label: 'war', terms: ['war', 'wars'] }] })] },
      ['concept fighting changed, label crisis -crisis'],
    ],
    ['a concept gone', { concepts: [] }, ['concept fighting dropped, label crisis -crisis, label war -war -wars']],
    ['a topic changed', { topics: [{ id: 'quay', terms: ['quay', 'pier'] }] }, ['topic quay changed, terms +pier']],
  ])('%s', (_name, changes, expected) => {
    const after = toy({
      frames: [frame()],
      concepts: [concept()],
      topics: [{ id: 'quay', terms: ['quay'] }],
      ...changes,
    });
    expect(drawn(codebookChanges(base(), after))).toEqual(expected);
  });

  it('going back undoes it: what was added is dropped', () => {
    const after = toy({ frames: [frame({ include: [{ any: ['strike'] }] })] });
    const there = codebookChanges(base(), after).codes.find(({ id }) => id === 'conflict');
    const back = codebookChanges(after, base()).codes.find(({ id }) => id === 'conflict');
    expect(back?.lists[0]?.added).toEqual(there?.lists[0]?.dropped);
    expect(back?.lists[0]?.dropped).toEqual(there?.lists[0]?.added);
  });
});

describe('a rule in lines', () => {
  it.each([
    [{ any: ['a b', 'cd*'] }, ['a b', 'cd*']],
    [{ any: ['reddit'], weight: 0.5 }, ['reddit (weighs 0.5)']],
    [{ all: [['quay'], ['noise', 'din']] }, ['quay + (noise | din)']],
    [{ regex: '[$€]\\d' }, ['/[$€]\\d/']],
  ])('%j', (rule, lines) => {
    expect(ruleLines(rule)).toEqual(lines);
  });
});
