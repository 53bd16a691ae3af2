import { describe, expect, it } from 'vitest';
import { parseCodebook } from '#lib/framing/codebook';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { applyFields } from '../../app/codebooks/_form/apply-fields';
import {
  conceptFields,
  type Fields,
  factFields,
  frameFields,
  readConcept,
  readFrame,
  rowCount,
  slug,
} from '../../app/codebooks/_form/fields';
import { conceptFromPhrases } from '../../app/codebooks/_form/from-phrases';
import { isChangedSinceMeasured, measuredIntervals, share, termCount } from '../../app/codebooks/words';
import { concept, frame, toy } from '../framing/toy-codebook';

const windows = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value.replaceAll('\n', '\r\n')]));

describe('a form holds a code whole', () => {
  const all = shippedCodebooks();
  it.each(all.flatMap(({ id, frames }) => frames.map((each) => [`${id} ${each.id}`, each] as const)))(
    '%s',
    (_name, each) => {
      // A browser sends lines with carriage returns.
      expect(readFrame(windows(frameFields(each)), each)).toEqual(each);
    },
  );
  it.each(all.flatMap(({ id, concepts }) => concepts.map((each) => [`${id} ${each.id}`, each] as const)))(
    '%s',
    (_name, each) => {
      expect(readConcept(windows(conceptFields(each)))).toEqual(each);
    },
  );
  it.each(all.map((each) => [each.id, each] as const))('what is said of all of %s', (_name, each) => {
    expect(applyFields(each, { kind: 'facts' }, windows(factFields(each)))).toEqual(each);
  });
});

describe('what is typed', () => {
  const base = frameFields(
    toy().frames[0] ?? { id: '', label: '', definition: '', question: '', include: [], examples: [] },
  );
  const read = (changes: Fields) => readFrame({ ...base, ...changes });

  it.each([
    [
      'a term more',
      { 'rule.0.terms': 'accus*\n  at odds \n\nstrike' },
      { include: [{ any: ['accus*', 'at odds', 'strike'] }] },
    ],
    [
      'an emptied rule is gone',
      { 'rule.1.terms': ' ', 'rule.1.kind': 'any' },
      { include: [{ any: ['accus*', 'at odds'] }] },
    ],
    [
      'lists with an empty line between',
      { 'rule.0.kind': 'all', 'rule.0.terms': 'mp\npeer\n \nrow', 'rule.0.weight': '.5' },
      { include: [{ all: [['mp', 'peer'], ['row']], weight: 0.5 }] },
    ],
    [
      'an expression keeps its spaces',
      { 'rule.0.kind': 'regex', 'rule.0.terms': ' a b ' },
      { include: [{ regex: ' a b ' }] },
    ],
    [
      'a weight that is no number stays for the check',
      { 'rule.0.weight': 'half' },
      { include: [{ any: ['accus*', 'at odds'], weight: 'half' }] },
    ],
    [
      'an example',
      { 'example.0.text': ' They danced. ', 'example.0.code': 'no', 'example.0.why': '' },
      { examples: [{ text: 'They danced.', code: false }] },
    ],
  ])('%s', (_name, changes, expected) => {
    expect(read(changes)).toMatchObject(expected);
  });

  it('is put in place of the code it is about, added, or taken out', () => {
    const codebook = toy({ frames: [frame(), frame({ id: 'other' })] });
    const fields = { ...base, id: 'clash', version: '1.0.1' };
    const ids = (part: Parameters<typeof applyFields>[1], given: Fields) =>
      (applyFields(codebook, part, given) as { frames: { id: string }[] }).frames.map(({ id }) => id);
    expect(ids({ kind: 'frame', id: 'conflict' }, fields)).toEqual(['clash', 'other']);
    expect(ids({ kind: 'frame' }, fields)).toEqual(['conflict', 'other', 'clash']);
    expect(ids({ kind: 'frame', id: 'conflict' }, { ...fields, remove: 'on' })).toEqual(['other']);
    expect(applyFields(codebook, { kind: 'frame' }, fields)).toMatchObject({ version: '1.0.1' });
  });

  it('rows are as many as the highest number says', () => {
    expect(rowCount({ 'rule.0.terms': '', 'rule.3.terms': 'x', 'example.9.text': '' }, 'rule')).toBe(4);
    expect(rowCount({}, 'rule')).toBe(0);
  });
});

describe('a suggestion becomes a concept', () => {
  it('with a label for each phrase, that passes the check and finds both', () => {
    const codebook = toy({ concepts: [concept({ labels: [{ id: 'trade-deal', label: 'x', terms: ['x y'] }] })] });
    const fields = {
      ...conceptFromPhrases(['Trade deal', 'trade agreement', 'trade deal'], codebook),
      version: '1.0.1',
    };
    const next = parseCodebook(applyFields(codebook, { kind: 'concept' }, fields), 'draft');
    expect(next.concepts[1]?.labels).toEqual([
      { id: 'trade-deal-2', label: 'trade deal', terms: ['trade deal*'] },
      { id: 'trade-agreement', label: 'trade agreement', terms: ['trade agreement*'] },
    ]);
  });
  it('nothing given is an empty form', () => {
    expect(conceptFromPhrases(undefined, toy())).toEqual({});
  });
});

describe('words and figures', () => {
  it.each([
    ['Trade deal', 'trade-deal'],
    ['  Élan, vital! ', 'elan-vital'],
    ['…', ''],
  ])('id of “%s”', (text, id) => {
    expect(slug(text)).toBe(id);
  });
  it('terms are counted in rules, labels and topics', () => {
    expect(termCount(toy({ concepts: [concept()], topics: [{ id: 'quay', terms: ['quay', 'pier'] }] }))).toBe(7);
  });
  it('intervals of measured figures are those of their counts', () => {
    // 20 texts, recall .50: 10 found rightly; precision .83: 12 found. Wilson 10/12: .552 to .953; 10/20: .299 to .701.
    const { precision, recall } = measuredIntervals({
      on: 'x',
      n: 20,
      precision: 0.83,
      recall: 0.5,
      f1: 0.62,
      how: 'x',
    });
    expect([precision.low, precision.high, recall.low, recall.high].map((each) => share(each))).toEqual([
      '.55',
      '.95',
      '.30',
      '.70',
    ]);
  });
  it('a shipped measure no longer holds for changed terms', () => {
    const shipped = toy({ frames: [frame({ reliability: { source: 'Coders', alpha: 0.5 } })] });
    const [same] = shipped.frames;
    if (!same) throw new Error('no frame');
    expect(isChangedSinceMeasured(same, shipped)).toBe(false);
    expect(isChangedSinceMeasured({ ...same, include: [{ any: ['strike'] }] }, shipped)).toBe(true);
    expect(isChangedSinceMeasured({ ...same, label: 'Clash' }, shipped)).toBe(false);
    expect(isChangedSinceMeasured({ ...same, include: [{ any: ['strike'] }] }, undefined)).toBe(false);
  });
});
