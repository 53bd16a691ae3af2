import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCodebookFiles, readDefaultOutlets, readSampleFile, readSampleOutlets } from '#lib/data-files';
import { SynopticError } from '#lib/errors';

const REGIONS = ['africa', 'asia-pacific', 'europe', 'latin-america', 'middle-east', 'north-america'];

type Outline = { name: string; url: string; homepage: string; language: string };

function readOpml(file: string): Outline[] {
  const text = readFileSync(path.join('data/feeds', file), 'utf8');
  return [...text.matchAll(/<outline ([^>]*)\/>/g)].map(([, attributes = '']) => {
    const value = (key: string) =>
      (new RegExp(`(?:^| )${key}="([^"]*)"`).exec(attributes)?.[1] ?? '')
        .replaceAll('&#x27;', "'")
        .replaceAll('&amp;', '&');
    return { name: value('title'), url: value('xmlUrl'), homepage: value('htmlUrl'), language: value('language') };
  });
}

const key = ({ name, url, homepage, language }: Outline) => [name, url, homepage, language].join(' | ');

describe('the default outlets', () => {
  const { outlets, feeds } = readDefaultOutlets();

  it('are 40 to 60 English-language outlets from at least 20 countries', () => {
    expect(outlets.length).toBeGreaterThanOrEqual(40);
    expect(outlets.length).toBeLessThanOrEqual(60);
    expect(new Set(outlets.map((outlet) => outlet.country)).size).toBeGreaterThanOrEqual(20);
    expect(outlets.filter((outlet) => outlet.language !== 'en' || outlet.sample)).toEqual([]);
  });

  it('have unique ids, in order, and every one has a feed', () => {
    const ids = outlets.map((outlet) => outlet.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.filter((id) => !feeds.some((feed) => feed.outletId === id))).toEqual([]);
  });

  it('name no feed twice', () => {
    expect(new Set(feeds.map((feed) => feed.url)).size).toBe(feeds.length);
  });

  it('agree with the OPML files: each feed stands in exactly one region', () => {
    const listed = feeds.map(({ outletId, url }) => {
      const outlet = outlets.find(({ id }) => id === outletId);
      return key({ name: outlet?.name ?? '', url, homepage: outlet?.homepage ?? '', language: outlet?.language ?? '' });
    });
    const packed = REGIONS.flatMap((region) => readOpml(`${region}.opml`)).map(key);
    expect(packed.sort()).toEqual(listed.sort());
  });

  it('leave the other languages to packs of their own', () => {
    const packs = readdirSync('data/feeds').filter((file) => !REGIONS.includes(file.replace('.opml', '')));
    expect(packs).toEqual(['german.opml']);
    const german = readOpml('german.opml');
    expect(german.length).toBeGreaterThan(8);
    expect(german.filter(({ language }) => language !== 'de')).toEqual([]);
    const taken = new Set(feeds.map((feed) => feed.url));
    expect(german.filter(({ url }) => taken.has(url))).toEqual([]);
  });
});

describe('what is shipped', () => {
  it('sample outlets are marked as such and live at reserved addresses', () => {
    const samples = readSampleOutlets();
    expect(samples).toHaveLength(6);
    for (const { id, sample, homepage } of samples) {
      expect({ sample, homepage }).toEqual({ sample: true, homepage: `https://${id}.example/` });
    }
  });

  it('no sample outlet has the id of a real one', () => {
    const real = readDefaultOutlets().outlets.map((outlet) => outlet.id);
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
    ['an outlet without a name', '{"outlets":[{"id":"a","sample":false}],"feeds":[]}', 'bad-input', 'outlets.0.name'],
    ['a feed of nobody', '{"outlets":[],"feeds":[{"outletId":"a","url":"https://a.example/f"}]}', 'bad-input', '“a”'],
    [
      'a country in words',
      '{"outlets":[{"id":"a","name":"A","country":"France","sample":false}],"feeds":[]}',
      'bad-input',
      'ISO 3166',
    ],
    [
      'an address that is no web address',
      '{"outlets":[{"id":"a","name":"A","sample":false}],"feeds":[{"outletId":"a","url":"file:///etc"}]}',
      'bad-input',
      'feeds.0.url',
    ],
  ])('outlets.json: %s', (_case, text, code, says) => {
    if (text !== undefined) write('outlets.json', text);
    const error = caught(readDefaultOutlets);
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
