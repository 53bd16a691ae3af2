import { describe, expect, it } from 'vitest';
import { SynopticError } from '#lib/errors';
import { codebookHash, parseCodebook } from '#lib/framing/codebook';
import { concept, frame, toy, toyJson } from './toy-codebook';

function refusal(json: unknown): SynopticError {
  try {
    parseCodebook(json, 'mine.json');
  } catch (error) {
    if (error instanceof SynopticError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('a codebook that is refused', () => {
  it.each<[string, unknown, string]>([
    ['not an object', [], 'The codebook must be an object'],
    ['nothing', null, 'The codebook must be an object'],
    ['missing key', { ...toyJson(), title: undefined }, 'title must be a string'],
    ['unknown key', { ...toyJson(), colour: 'red' }, 'colour is not a key of a codebook'],
    ['unknown key deep down', toyJson({ frames: [frame({ exlude: [] })] }), 'frames[0].exlude is not a key'],
    ['another schema', toyJson({ schema: 'codebook/9' }), 'schema must be "codebook/1"'],
    ['bad version', toyJson({ version: 'one' }), 'version must look like 1.0.0'],
    ['bad id', toyJson({ frames: [frame({ id: 'Big Frame' })] }), 'frames[0].id may hold small letters'],
    ['no codes', toyJson({ frames: [] }), 'frames and concepts are both empty'],
    ['no rules', toyJson({ frames: [frame({ include: [] })] }), 'frames[0].include is empty'],
    ['empty list', toyJson({ frames: [frame({ include: [{ any: [] }] })] }), 'frames[0].include[0].any is empty'],
    [
      'empty term',
      toyJson({ frames: [frame({ include: [{ any: ['ok', ''] }] })] }),
      'frames[0].include[0].any[1] is empty',
    ],
    [
      'bare asterisk',
      toyJson({ frames: [frame({ include: [{ any: ['*'] }] })] }),
      'frames[0].include[0].any[0] (*) has an asterisk without a word',
    ],
    [
      'one letter',
      toyJson({ frames: [frame({ exclude: ['a*'] })] }),
      'frames[0].exclude[0] (a*) would match nearly everything',
    ],
    [
      'bad expression',
      toyJson({ frames: [frame({ include: [{ regex: '(' }] })] }),
      'frames[0].include[0].regex is not a regular expression',
    ],
    [
      'slow expression',
      toyJson({ frames: [frame({ include: [{ regex: '(a+)+$' }] })] }),
      'frames[0].include[0].regex can be read in too many ways',
    ],
    [
      'another kind of rule',
      toyJson({ frames: [frame({ include: [{ some: ['a'] }] })] }),
      'frames[0].include[0] must be one of',
    ],
    ['two ids', toyJson({ frames: [frame(), frame()] }), 'frames[1].id repeats “conflict” of frames[0].id'],
    [
      'label id of a frame',
      toyJson({ frames: [frame({ id: 'war' })], concepts: [concept()] }),
      'concepts[0].labels[1].id repeats “war”',
    ],
    [
      'unknown topic',
      toyJson({ frames: [frame({ requires: ['sea'] })] }),
      'frames[0].requires[0] names the topic “sea”, which is not in topics',
    ],
    [
      'unknown topic in a list',
      toyJson({ concepts: [concept({ anchor: { terms: ['@sea'], window: 3 } })] }),
      'concepts[0].anchor.terms[0] names the topic “sea”',
    ],
    [
      'a topic in a topic',
      toyJson({ topics: [{ id: 'sea', terms: ['@sea'] }] }),
      'topics[0].terms[0] must be a word here',
    ],
    [
      'inflections of an unknown language',
      toyJson({ lang: 'cy', frames: [frame({ include: [{ any: ['rhyfel~'] }] })] }),
      'frames[0].include[0].any[0] (rhyfel~) asks for inflections, which are not known for “cy”',
    ],
    [
      'inflections in a topic',
      toyJson({ lang: 'cy', topics: [{ id: 'war', terms: ['rhyfel~'] }] }),
      'topics[0].terms[0] (rhyfel~) asks for inflections',
    ],
    [
      'no weight',
      toyJson({ frames: [frame({ include: [{ any: ['row'], weight: 0 }] })] }),
      'include[0].weight must be .01',
    ],
    [
      'measured share',
      toyJson({
        frames: [
          frame({
            reliability: { source: 'us', measured: { on: 'x', n: 3, precision: 2, recall: 1, f1: 1, how: 'y' } },
          }),
        ],
      }),
      'frames[0].reliability.measured.precision must be 1 or less',
    ],
    [
      'window',
      toyJson({ concepts: [concept({ anchor: { terms: ['Weld'], window: 0 } })] }),
      'concepts[0].anchor.window must be 1 or more',
    ],
    [
      'label of an example',
      toyJson({ concepts: [concept({ examples: [{ text: 'A clash.', label: 'clash' }] })] }),
      'concepts[0].examples[0].label names “clash”',
    ],
    [
      'more right than checked',
      toyJson({ frames: [frame({ reliability: { source: 'us', checked: 3, right: 4 } })] }),
      'frames[0].reliability has more right hits',
    ],
  ])('%s', (_, json, message) => {
    const error = refusal(json);
    expect(error.code).toBe('bad-codebook');
    expect(error.message).toContain('mine.json: ');
    expect(error.message).toContain(message);
  });

  it('names several problems at once, and not all of many', () => {
    const many = Array.from({ length: 12 }, (_, at) => frame({ id: `f${at}`, label: '' }));
    const { message, subject } = refusal(toyJson({ frames: many }));
    expect(message).toContain('frames[0].label');
    expect(message).toContain('frames[7].label');
    expect(message).toContain('and 4 more');
    expect(subject).toBe('frames[0].label');
  });
});

describe('the hash', () => {
  it('does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(toyJson()).reverse());
    expect(codebookHash(parseCodebook(reversed, 'b'))).toBe(codebookHash(toy()));
    expect(codebookHash(toy())).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with every term', () => {
    const other = toy({ frames: [frame({ include: [{ any: ['accus*'] }] })] });
    expect(codebookHash(other)).not.toBe(codebookHash(toy()));
  });

  it('survives a round trip through JSON', () => {
    const codebook = toy({ concepts: [concept()] });
    expect(parseCodebook(JSON.parse(JSON.stringify(codebook)), 'b')).toEqual(codebook);
  });
});
