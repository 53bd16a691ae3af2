import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFrames } from '#lib/framing/count-frames';
import { tableOf } from '#lib/framing/rates';
import { cellsOf, IN_BODY, POSITIONS } from '#lib/framing/voice-table';
import { splitSentences } from '#lib/text/sentences';
import type { Codebook, CodeCount, FrameCount } from '#lib/types';
import { concept, frame, toy } from './toy-codebook';

function count(paragraphs: string[], codebook: Codebook, headline = ''): FrameCount {
  return countFrames({ id: 'a', headline, paragraphs }, codebook);
}

function row(result: FrameCount, code: string): CodeCount {
  const found = result.counts.find((each) => each.code === code);
  if (!found) throw new Error(`no row for ${code}`);
  return found;
}

const texts = (result: FrameCount): string[] => result.hits.map((hit) => hit.text);

describe('frames', () => {
  it.each<[string, Record<string, unknown>, string, string[]]>([
    ['any term', {}, 'The clerk accused the mayor of delay.', ['accused']],
    ['negation is not turned round', {}, 'Nobody accused the mayor of any delay.', ['accused']],
    [
      'overlapping terms: the longer one',
      { include: [{ any: ['row', 'row over'] }] },
      'The row over the quay goes on.',
      ['row over'],
    ],
    [
      'one rule of several',
      { include: [{ any: ['zzz'] }, { any: ['quay'] }] },
      'The row over the quay goes on.',
      ['quay'],
    ],
    [
      'all lists present',
      { include: [{ all: [['address*'], ['problem*', 'crisis']], within: 'sentence' }] },
      'The council addressed the crisis on Monday.',
      ['addressed', 'crisis'],
    ],
    [
      'all lists, one absent',
      { include: [{ all: [['address*'], ['problem*', 'crisis']] }] },
      'The council addressed the crowd on Monday.',
      [],
    ],
    [
      'all lists, in two sentences',
      { include: [{ all: [['address*'], ['crisis']] }] },
      'The council addressed the crowd on Monday. Nobody spoke of a crisis there.',
      [],
    ],
    ['an expression', { include: [{ regex: '[$€£]\\s?\\d+' }] }, 'Repairs will cost £40 for each house.', ['£40']],
    [
      'capitals in an expression',
      { include: [{ regex: 'GDP \\w+' }] },
      'Output measured as GDP grew by a tenth.',
      ['GDP grew'],
    ],
    [
      'excluded first',
      { include: [{ any: ['attack*'] }], exclude: ['heart attack*'] },
      'He had a heart attack at the weekend.',
      [],
    ],
    [
      'excluded only there',
      { include: [{ any: ['attack*'] }], exclude: ['heart attack*'] },
      'A heart-attack followed the verbal attacks on him.',
      ['attacks'],
    ],
    [
      'nothing joins across a hole',
      { include: [{ any: ['old bridge'] }], exclude: ['stone'] },
      'The old stone bridge fell last night.',
      [],
    ],
    [
      'topic there',
      { include: [{ any: ['cost*'] }], requires: ['harbour'] },
      'The port will bear the costs alone.',
      ['costs'],
    ],
    [
      'topic absent',
      { include: [{ any: ['cost*'] }], requires: ['harbour'] },
      'The town will bear the costs alone.',
      [],
    ],
  ])('%s', (_, changes, text, expected) => {
    const codebook = toy({ topics: [{ id: 'harbour', terms: ['port', 'quay'] }], frames: [frame(changes)] });
    const result = count([text], codebook);
    expect(texts(result)).toEqual(expected);
    expect(row(result, 'conflict').sentences).toBe(expected.length > 0 ? 1 : 0);
  });

  it('counts a sentence once and keeps every hit', () => {
    const result = count(['The board is at odds with its accusers once more.'], toy());
    expect(texts(result)).toEqual(['at odds', 'accusers']);
    expect(row(result, 'conflict')).toMatchObject({
      sentences: 1,
      mentions: 2,
      byVoice: { own: 1, attributed: 0, quoted: 0 },
    });
    expect(result.hits[0]?.pattern).toBe('at odds');
    expect(result.hits[1]?.pattern).toBe('accus*');
  });

  it('leaves fragments out of n and of k', () => {
    const result = count(['Nobody was accused. The hall was quiet after that.'], toy());
    expect(result.sentences).toBe(1);
    expect(result.hits).toEqual([]);
  });

  it('keeps the headline apart: a hit, no part of k or n', () => {
    const result = count(['The hall was quiet after that.'], toy(), 'Mayor accused');
    expect(result.sentences).toBe(1);
    expect(result.words).toBe(8);
    expect(result.hits).toMatchObject([{ paragraph: -1, sentence: 0, start: 6, end: 13, position: 'headline' }]);
    expect(row(result, 'conflict')).toMatchObject({
      sentences: 0,
      mentions: 1,
      byVoice: { own: 0, attributed: 0, quoted: 0 },
      byPosition: { headline: 1, lead: 0, body: 0 },
    });
  });

  it('tells the lead from the rest', () => {
    const paragraph = 'The clerk accused the mayor of delay.';
    const result = count(
      Array.from({ length: 5 }, () => paragraph),
      toy(),
    );
    expect(row(result, 'conflict').byPosition).toEqual({ headline: 0, lead: 3, body: 2 });
  });

  it('has a row for every code, zeros included', () => {
    const result = count(['A quiet day by the water.'], toy({ concepts: [concept()] }));
    expect(result.counts.map((each) => [each.code, each.kind, each.concept, each.sentences, each.mentions])).toEqual([
      ['conflict', 'frame', undefined, 0, 0],
      ['crisis', 'label', 'fighting', 0, 0],
      ['war', 'label', 'fighting', 0, 0],
    ]);
  });

  it('counts an article without text as nothing', () => {
    expect(count([], toy())).toMatchObject({ sentences: 0, words: 0, hits: [] });
    expect(count(['', '   '], toy())).toMatchObject({ sentences: 0, words: 0, hits: [] });
  });
});

describe('voice', () => {
  it.each([
    ['own', 'The crisis on the quay deepened overnight.', 'own', undefined],
    ['attributed', 'The crisis on the quay is over, Mayor Lowen said.', 'attributed', 'Mayor Lowen'],
    ['attributed, speaker first', 'Mayor Lowen said that the crisis on the quay is over.', 'attributed', 'Mayor Lowen'],
    ['quoted', '“The crisis on the quay is over,” Mayor Lowen said.', 'quoted', 'Mayor Lowen'],
    ['quoted, speaker first', 'Mayor Lowen said: “The crisis on the quay is over.”', 'quoted', 'Mayor Lowen'],
    ['outside the marks', 'The crisis is “nearly over” for the quay workers.', 'own', undefined],
  ])('%s', (_, text, voice, speaker) => {
    const [hit] = count([text], toy({ concepts: [concept()] })).hits;
    expect(hit?.voice).toBe(voice);
    expect(hit?.speaker).toBe(speaker);
  });

  it('calls a sentence quoted only when every hit is', () => {
    const codebook = toy({ frames: [frame({ include: [{ any: ['crisis', 'blame'] }] })] });
    const mixed = count(['The crisis put the blame on “a crisis of nerves” there.'], codebook);
    const quoted = count(['“The crisis is no reason for blame,” the harbour master said.'], codebook);
    expect(row(mixed, 'conflict').byVoice).toEqual({ own: 1, attributed: 0, quoted: 0 });
    expect(row(quoted, 'conflict').byVoice).toEqual({ own: 0, attributed: 0, quoted: 1 });
  });
});

describe('what holds for any text', () => {
  const word = fc.constantFrom(
    'crisis',
    'the crisis',
    'Ukraine',
    'war',
    'Wars',
    'accused',
    'at odds',
    'heart attack',
    'attack',
    'mayor',
    'said',
    'town',
    '“',
    '”',
    ',',
    '.',
    '. The',
    '? Who',
    'U.S.',
    'é',
    '👩‍🌾',
    '\u00a0',
    '-',
    '’s',
    'trade war',
    'İ',
  );
  const paragraph = fc.array(word, { maxLength: 40 }).map((words) => words.join(' ').normalize('NFC'));
  const article = fc.record({ headline: paragraph, paragraphs: fc.array(paragraph, { maxLength: 6 }) });
  const codebook = toy({
    frames: [frame({ include: [{ any: ['accus*', 'at odds', 'attack', 'crisis'] }], exclude: ['heart attack'] })],
    concepts: [
      concept({
        anchor: { terms: ['Ukraine*', 'U.S.'], window: 3 },
        follow: { determiners: ['the'], maxSentences: 2 },
        never: ['trade war'],
      }),
    ],
  });

  it('every hit is where it says, denominators are sentence counts, voices sum to the count shown', () => {
    fc.assert(
      fc.property(article, ({ headline, paragraphs }) => {
        const result = countFrames({ id: 'x', headline, paragraphs }, codebook);
        for (const hit of result.hits) {
          const text = hit.paragraph === -1 ? headline : (paragraphs[hit.paragraph] ?? '');
          expect(text.slice(hit.start, hit.end)).toBe(hit.text);
          expect(hit.text).not.toBe('');
          expect(hit.sentenceStart).toBeLessThanOrEqual(hit.start);
          expect(hit.sentenceEnd).toBeGreaterThanOrEqual(hit.end);
        }
        const long = paragraphs.flatMap((text) =>
          splitSentences(text).filter(
            ({ start, end }) =>
              (text.slice(start, end).match(/[\p{L}\p{M}\p{N}]+(?:['’\-.,][\p{L}\p{M}\p{N}]+)*/gu) ?? []).length >= 5,
          ),
        );
        expect(result.sentences).toBe(long.length);
        for (const each of result.counts) {
          const { own, attributed, quoted } = each.byVoice;
          const { headline: top, lead, body } = each.byPosition;
          expect(own + attributed + quoted).toBe(each.kind === 'frame' ? each.sentences : each.mentions);
          expect(top + lead + body).toBe(each.kind === 'frame' ? each.sentences + top : each.mentions);
          const table = tableOf(result, each.code);
          expect(cellsOf(table, { positions: each.kind === 'frame' ? IN_BODY : POSITIONS })).toBe(
            own + attributed + quoted,
          );
          expect(cellsOf(table, {})).toBe(top + lead + body);
          expect(each.sentences).toBeLessThanOrEqual(result.sentences);
          expect(each.mentions).toBe(result.hits.filter((hit) => hit.code === each.code).length);
        }
        const k = new Set(
          result.hits
            .filter((hit) => hit.kind === 'frame' && hit.paragraph >= 0)
            .map((hit) => `${hit.paragraph} ${hit.sentence}`),
        );
        expect(row(result, 'conflict').sentences).toBe(k.size);
      }),
    );
  });

  it('gives the same result every time', () => {
    fc.assert(
      fc.property(article, (each) => {
        const given = { id: 'x', ...each };
        expect(countFrames(given, codebook)).toEqual(countFrames(given, structuredClone(codebook)));
      }),
      { numRuns: 30 },
    );
  });
});
