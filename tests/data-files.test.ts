import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCodebookFiles, readOutletList, readSampleFile, readSampleOutlets } from '#lib/data-files';
import { SynopticError } from '#lib/errors';
import { parseOpml } from '#lib/feed/opml';
import { FIRST_PACK } from '#lib/outlet-list';
import { packAsOpml } from '#lib/pipeline/subscribe';

const REGIONS = ['africa', 'asia-pacific', 'europe', 'latin-america', 'middle-east', 'north-america'];

describe('the outlets known here', () => {
  const { outlets, packs } = readOutletList();
  const feeds = outlets.flatMap((each) => each.feeds);
  const packNamed = (id: string) => packs.find((pack) => pack.id === id)?.outlets ?? [];

  it('are at least 150 in at least 40 countries', () => {
    expect(outlets.length).toBeGreaterThanOrEqual(150);
    expect(new Set(outlets.map(({ outlet }) => outlet.country)).size).toBeGreaterThanOrEqual(40);
    expect(outlets.filter(({ outlet }) => outlet.sample || !outlet.country || !outlet.language)).toEqual([]);
  });

  it('have ids in order, names that differ, and no feed twice', () => {
    const ids = outlets.map(({ outlet }) => outlet.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(new Set(outlets.map(({ outlet }) => outlet.name)).size).toBe(outlets.length);
    expect(new Set(feeds).size).toBe(feeds.length);
  });

  it('stand one a line, so that a change to one is a change of one line', () => {
    const lines = readFileSync('data/outlets.json', 'utf8').split('\n');
    for (const { outlet } of outlets)
      expect(lines.filter((line) => line.includes(`"id": "${outlet.id}",`))).toHaveLength(1);
  });

  it('say of ownership only what a source and a date are given for', () => {
    const told = outlets.flatMap(({ ownership }) => ownership ?? []);
    expect(told.length).toBeGreaterThan(50);
    expect(
      told.filter(({ source, asOf }) => !source.startsWith('https://') || Number(asOf.slice(0, 4)) < 2000),
    ).toEqual([]);
  });

  it('are first read in English, from at least 20 countries', () => {
    const first = packNamed(FIRST_PACK);
    expect(first.length).toBeGreaterThanOrEqual(40);
    expect(first.length).toBeLessThanOrEqual(65);
    expect(first.filter(({ outlet }) => outlet.language !== 'en')).toEqual([]);
    expect(new Set(first.map(({ outlet }) => outlet.country)).size).toBeGreaterThanOrEqual(20);
  });

  it('stand in exactly one region each', () => {
    const packed = REGIONS.flatMap((id) => packNamed(id).map(({ outlet }) => outlet.id));
    expect(packed.sort()).toEqual(outlets.map(({ outlet }) => outlet.id));
  });

  it('have a pack for each language but English that eight outlets or more are in', () => {
    const counts = new Map<string, number>();
    for (const { outlet } of outlets) counts.set(outlet.language ?? '', (counts.get(outlet.language ?? '') ?? 0) + 1);
    const wanted = [...counts]
      .filter(([language, count]) => language !== 'en' && count >= 8)
      .map(([language]) => language);
    const packed = packs.filter(({ id }) => ![FIRST_PACK, 'business', ...REGIONS].includes(id));
    expect(packed.map((pack) => pack.outlets[0]?.outlet.language).sort()).toEqual(wanted.sort());
    expect(packNamed('business').length).toBeGreaterThan(10);
  });

  // `npx vitest run tests/data-files.test.ts --update` writes the files anew after outlets.json was changed.
  it.each(packs.map((pack) => [pack.id, pack] as const))('agree with data/feeds/%s.opml', async (id, pack) => {
    await expect(packAsOpml(pack)).toMatchFileSnapshot(`../data/feeds/${id}.opml`);
    expect(parseOpml(packAsOpml(pack)).outlets.map(({ xmlUrl }) => xmlUrl)).toEqual(
      pack.outlets.flatMap((each) => each.feeds),
    );
  });

  it('are counted in data/README.md as they are', () => {
    const countries = new Set(outlets.map(({ outlet }) => outlet.country)).size;
    const readme = readFileSync('data/README.md', 'utf8');
    expect(readme).toContain(`${outlets.length} outlets of ${countries} countries with ${feeds.length} feeds`);
    expect(readme).toContain(`only with ${outlets.filter(({ ownership }) => ownership).length} outlets`);
  });

  it('have no file for a pack that is not there', () => {
    expect(readdirSync('data/feeds').sort()).toEqual(packs.map(({ id }) => `${id}.opml`).sort());
  });
});

describe('what is shipped', () => {
  it('sample outlets are marked as such and live at reserved addresses', () => {
    const samples = readSampleOutlets();
    expect(samples).toHaveLength(10);
    for (const { id, sample, homepage } of samples) {
      expect({ sample, homepage }).toEqual({ sample: true, homepage: `https://${id}.example/` });
    }
  });

  it('no sample outlet has the id of a real one', () => {
    const real = readOutletList().outlets.map(({ outlet }) => outlet.id);
    expect(readSampleOutlets().filter(({ id }) => real.includes(id))).toEqual([]);
  });

  it('codebook files come in order of name, as JSON', () => {
    const files = readCodebookFiles().map(({ file }) => file);
    expect(files).toEqual([...files].sort());
    expect(files.filter((file) => !file.endsWith('.json'))).toEqual([]);
  });

  it('a sample file that is not there is undefined', () => {
    expect(readSampleFile('xi-putin-call', 'nobody.html')).toBeUndefined();
  });
});

describe('a data folder that is not as it should be', () => {
  const home = process.cwd();
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'synoptic-data-'));
    mkdirSync(path.join(folder, 'data/codebooks'), { recursive: true });
    mkdirSync(path.join(folder, 'data/samples'), { recursive: true });
    process.chdir(folder);
  });

  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  const REST = '"source":"s","asOf":"2024","feeds":["https://a.example/f"]';
  const list = (outlets: string) =>
    `{"sources":{"s":{"name":"S","licence":"MIT","urls":[]}},"packs":[],"outlets":[${outlets}]}`;
  const write = (file: string, text: string) => writeFileSync(path.join(folder, 'data', file), text);

  function caught(read: () => unknown): SynopticError {
    try {
      read();
    } catch (error) {
      if (error instanceof SynopticError) return error;
    }
    throw new Error('expected a SynopticError');
  }

  it.each([
    ['missing', undefined, 'bad-input', 'could not be read'],
    ['no JSON', '{', 'bad-json', 'not valid JSON'],
    ['an outlet without a name', list('{"id":"a"}'), 'bad-input', 'outlets.0.name'],
    ['a country in words', list(`{"id":"a","name":"A","country":"France",${REST}}`), 'bad-input', 'ISO 3166'],
    [
      'an address that is no web address',
      list(`{"id":"a","name":"A",${REST.replace('https:', 'file:')}}`),
      'bad-input',
      'feeds.0',
    ],
    ['an outlet twice', list(`{"id":"a","name":"A",${REST}},{"id":"a","name":"B",${REST}}`), 'bad-input', 'the id “a”'],
    [
      'a source nobody described',
      list(`{"id":"a","name":"A",${REST.replace('"s"', '"t"')}}`),
      'bad-input',
      'the source “t”',
    ],
    ['a pack nobody described', list(`{"id":"a","name":"A","packs":["x"],${REST}}`), 'bad-input', 'the pack “x”'],
    [
      'an owner without a source',
      list(`{"id":"a","name":"A","ownership":{"kind":"private","asOf":"2024"},${REST}}`),
      'bad-input',
      'outlets.0.ownership.source',
    ],
  ])('outlets.json: %s', (_case, text, code, says) => {
    if (text !== undefined) write('outlets.json', text);
    const error = caught(readOutletList);
    expect(error.code).toBe(code);
    expect(error.subject).toBe('data/outlets.json');
    expect(error.message).toContain(says);
  });

  it('a broken codebook is named', () => {
    write('codebooks/a.json', '{}');
    write('codebooks/b.json', 'no');
    write('codebooks/README.md', '# not a codebook');
    expect(caught(readCodebookFiles).subject).toBe('data/codebooks/b.json');
  });
});
