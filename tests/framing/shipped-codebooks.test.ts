import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCodebook } from '#lib/framing/codebook';
import { countFrames } from '#lib/framing/count-frames';
import { checkExamples } from '#lib/framing/examples';
import type { Codebook } from '#lib/types';

const folder = path.join(import.meta.dirname, '../../data/codebooks');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string): Codebook => parseCodebook(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), file);

describe.each(files)('%s', (file) => {
  const codebook = read(file);

  it('does what its examples say', () => {
    expect(checkExamples(codebook)).toEqual([]);
  });

  it('has examples both ways, sources and a free licence', () => {
    expect(codebook.id).toBe(file.replace('.json', ''));
    expect(codebook.licence).toBe('CC0-1.0');
    expect(codebook.basedOn.length).toBeGreaterThan(0);
    for (const frame of codebook.frames)
      expect(new Set(frame.examples.map((each) => each.code)).size, frame.id).toBe(2);
    for (const concept of codebook.concepts) {
      expect(
        concept.examples.some((each) => each.label === null),
        concept.id,
      ).toBe(true);
      expect(
        concept.examples.some((each) => each.label !== null),
        concept.id,
      ).toBe(true);
    }
  });

  it('is described in the README beside it', () => {
    expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toContain(`\`${codebook.id}\``);
  });

  it('points every hit at its words, in any order of its own terms', () => {
    const terms = [
      ...codebook.frames.flatMap(({ include }) => include.flatMap((rule) => ('any' in rule ? rule.any : []))),
      ...codebook.concepts.flatMap(({ labels, never = [] }) => [...labels.flatMap((label) => label.terms), ...never]),
    ].map((term) => term.replace(/[*~@]/g, ''));
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...terms) },
      fc.constantFrom('the', '“', '”', '. The', ',', 'said', 'Ukraine', '12 %', '€ 5', '’s', 'é', '👩‍🌾', 'İ', '-'),
    );
    const paragraph = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' ').normalize('NFC'));
    fc.assert(
      fc.property(paragraph, fc.array(paragraph, { maxLength: 3 }), (headline, paragraphs) => {
        const { hits, counts, sentences } = countFrames({ id: 'x', headline, paragraphs }, codebook);
        for (const hit of hits) {
          const text = hit.paragraph === -1 ? headline : (paragraphs[hit.paragraph] ?? '');
          expect(text.slice(hit.start, hit.end)).toBe(hit.text);
        }
        for (const { code, kind, byVoice, mentions, sentences: k } of counts) {
          const shown = kind === 'frame' ? k : mentions;
          expect(byVoice.own + byVoice.attributed + byVoice.quoted).toBe(shown);
          expect(k).toBeLessThanOrEqual(sentences);
          const own = hits.filter((hit) => hit.code === code);
          expect(own.length).toBe(mentions);
          // What a number opens: as many sentences as it says.
          const opened = new Set(
            own.filter((hit) => hit.paragraph >= 0).map((hit) => `${hit.paragraph} ${hit.sentence}`),
          );
          if (kind === 'frame') expect(opened.size).toBe(k);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('writes no term twice in one list', () => {
    const lists = [
      ...codebook.frames.flatMap((frame) => frame.include.flatMap((rule) => ('any' in rule ? [rule.any] : []))),
      ...codebook.concepts.flatMap((concept) => [...concept.labels.map((label) => label.terms), concept.never ?? []]),
    ];
    for (const list of lists) expect(list.filter((term, at) => list.indexOf(term) !== at)).toEqual([]);
  });
});

// The traps of naming a war: past wars in proper names, figurative wars, follow-ups, a crisis of another kind.
const TRAPS = {
  id: 'traps',
  headline: 'Envoys in Oslo seek way out of Sudan crisis',
  paragraphs: [
    'Envoys from Norway and Chad met in Oslo on Tuesday to speak about the Sudan crisis, which has emptied whole towns along the Nile.',
    'A spokeswoman said the crisis could not be solved by sanctions. “The Sudan conflict needs a table and a long week,” she said. “The conflict will not end by itself.”',
    'The delegations had first laid a wreath for the fallen of the World Anti-Fascist War and of the War of Resistance, as Chinese guests of the city looked on.',
    'Norway, which fears a trade war of its own, has a housing crisis at home and little money to give. A member of its parliament denied a conflict of interest over a contract with an Egyptian shipyard.',
    'Officials stayed until midnight. Nobody was willing to guess when a paper might be signed. The hotel had run out of coffee by then. The crisis was still on the agenda when the lights went out.',
  ],
};

describe('labels-common on the traps', () => {
  const result = countFrames(TRAPS, read('labels-common.json'));

  it.each([
    ['crisis', 3, ['headline 0', 'lead 0', 'lead 0']],
    ['conflict', 2, ['lead 1', 'lead 2']],
    ['war', 0, []],
  ])('%s is counted %d times', (code, mentions, places) => {
    expect(result.counts.find((each) => each.code === code)?.mentions).toBe(mentions);
    const hits = result.hits.filter((hit) => hit.code === code);
    expect(hits.map((hit) => `${hit.position} ${hit.sentence}`)).toEqual(places);
  });

  it('keeps the outlet’s words and the spokeswoman’s apart', () => {
    const voices = result.hits
      .filter((hit) => hit.concept === 'armed-conflict')
      .map((hit) => `${hit.text} ${hit.voice}`);
    expect(voices).toEqual(['crisis own', 'crisis own', 'crisis attributed', 'conflict quoted', 'conflict quoted']);
  });
});

// One article in German: inflected terms, a past war, quotation marks of the language.
describe('generic-de', () => {
  const result = countFrames(
    {
      id: 'kai',
      headline: 'Streit um den neuen Kai',
      paragraphs: [
        'Die Werften werfen dem Hafenamt vor, die Kosten des neuen Kais zu verschweigen. „Der Preis steigt jeden Monat“, sagte ein Sprecher der Werften.',
        'Das Hafenamt wies den Vorwurf am Montag zurück. Seit den Kriegen in Syrien und im Sudan sei Stahl teurer geworden.',
        'Zum Gedenken an den Zweiten Weltkrieg in der Ukraine läuteten am Abend die Glocken.',
      ],
    },
    read('generic-de.json'),
  );

  it('counts inflected terms with their places', () => {
    expect(result.hits.map((hit) => `${hit.code} ${hit.paragraph}.${hit.sentence} ${hit.text} ${hit.voice}`)).toEqual([
      'conflict -1.0 Streit own',
      'economic 0.0 Kosten own',
      'economic 0.1 Preis quoted',
      'conflict 1.0 Vorwurf own',
      'krieg 1.1 Kriegen own',
      'economic 1.1 teurer own',
    ]);
    expect(result.sentences).toBe(5);
  });
});

describe('ukraine-war on the traps and on a story of its own', () => {
  it('leaves other wars to the general codebook', () => {
    const result = countFrames(TRAPS, read('ukraine-war.json'));
    expect(result.hits.filter((hit) => hit.concept === 'armed-conflict')).toEqual([]);
  });

  it('counts what the fighting and its end are called', () => {
    const paragraphs = [
      'Three years into the war in Ukraine, envoys from Oslo and Ankara met in Geneva to speak about a truce.',
      'Moscow speaks of a special military operation. Kyiv, which calls it an unprovoked invasion, asked for a lasting peace and not for a pause.',
      'The conflict has emptied whole towns. The delegates had first visited a museum of the Great Patriotic War.',
    ];
    const { hits } = countFrames({ id: 'u', headline: 'Envoys meet on Ukraine', paragraphs }, read('ukraine-war.json'));
    const of = (concept: string) => hits.filter((hit) => hit.concept === concept).map((hit) => hit.code);
    expect(of('armed-conflict')).toEqual(['war', 'operation', 'invasion', 'conflict']);
    expect(of('ending')).toEqual(['ceasefire', 'peace']);
  });
});

describe('generic', () => {
  it('offers only frames that coders agree on by default', () => {
    const on = read('generic.json').frames.filter((frame) => !frame.exploratory);
    expect(on.map((frame) => frame.id)).toEqual(['conflict', 'economic', 'morality']);
  });
});
