import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FERRY } from '../comparison/write-article';
import { runCli } from './run-cli';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [post, wire] = [FERRY['Harbour Post'], FERRY['Island Wire']];
const pair = {
  reference: { title: 'Ferry closes', paragraphs: post },
  other: { title: 'Line shut', paragraphs: wire },
};
const article = (id: string, outlet: string, paragraphs: string[]) => ({
  id,
  outlet,
  title: `${outlet} story`,
  paragraphs,
});

function jsonl(name: string, rows: (object | string)[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
  return file;
}

describe('batches', () => {
  it('align: same ids, same order; a broken line is an error line and the rest go on', async () => {
    const file = jsonl('pairs.jsonl', [
      { id: 'one', ...pair },
      '{"id":"two", oops',
      { id: 'three', reference: 5 },
      { id: 4, ...pair },
    ]);
    const { code, lines } = await runCli(['align', '--batch', file]);
    expect(code).toBe(1);
    expect(lines.map((line) => line.id)).toEqual(['one', null, 'three', '4']);
    expect(lines[0]?.links).toEqual(
      expect.arrayContaining([expect.objectContaining({ reference: 0, other: 0, tier: 'strong' })]),
    );
    expect(lines[1]?.error).toEqual({ code: 'bad-json', message: 'Line 2 is not JSON.' });
    expect(lines[2]?.error).toMatchObject({ code: 'bad-input', subject: 'reference' });
    expect(lines[3]?.links).toEqual(lines[0]?.links);
  });

  it('diff: typed differences with places', async () => {
    const { code, lines } = await runCli(['diff', '--batch', '-'], { input: JSON.stringify({ id: 'd', ...pair }) });
    expect(code).toBe(0);
    expect(JSON.stringify(lines[0]?.differences)).toContain('quotation-shortened');
  });

  it('frame: counts of every code, zeros included', async () => {
    const line = article('f', 'Post', [
      'The war in Ukraine entered its fourth year. It was the third winter of the World Anti-Fascist War museum.',
    ]);
    const { code, lines } = await runCli(['frame', '--codebook', 'labels-common', '--batch', '-'], {
      input: JSON.stringify(line),
    });
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ id: 'f', codebook: 'labels-common', counts: { war: 1, crisis: 0, conflict: 0 } });
    expect(lines[0]?.table).toEqual({
      war: {
        headline: { own: 0, attributed: 0, quoted: 0 },
        lead: { own: 1, attributed: 0, quoted: 0 },
        body: { own: 0, attributed: 0, quoted: 0 },
      },
    });
  });

  it('frame: the main frame, attribution verbs, and no answer in another language', async () => {
    const input = [
      {
        id: 'en',
        language: 'en-GB',
        title: 'Senate rejects bill on background checks',
        paragraphs: ['“No,” Ruiz claimed.'],
      },
      { id: 'de', language: 'de', paragraphs: ['Der Krieg dauert an.'] },
      { id: 'odd', language: 'unknown language', title: 'Rain', paragraphs: [] },
    ];
    const { code, lines } = await runCli(['frame', '--codebook', 'gun-violence', '--batch', '-'], {
      input: input.map((each) => JSON.stringify(each)).join('\n'),
    });
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({ id: 'en', main: 'gun-control', attribution: { byClass: { distancing: 1 } } });
    expect(lines[1]).toMatchObject({ id: 'de', error: { code: 'bad-input', subject: 'language' } });
    expect(lines[2]).not.toHaveProperty('main');
  });

  it('codebook check: the examples that fail', async () => {
    const good = await runCli(['codebook', 'check', 'generic']);
    expect(good.code).toBe(0);
    expect(good.lines[0]).toMatchObject({ id: 'generic', failures: [] });
    const file = path.join(folder, 'mine.json');
    const shipped = JSON.parse(readFileSync('data/codebooks/generic.json', 'utf8'));
    shipped.frames[0].examples.push({ text: 'It rained on the quay.', code: true });
    writeFileSync(file, JSON.stringify(shipped));
    const bad = await runCli(['codebook', 'check', file]);
    expect(bad.code).toBe(1);
    expect(bad.lines[0]?.failures).toMatchObject([{ code: 'conflict', text: 'It rained on the quay.' }]);
  });

  it('group: one story for one event, ids that repeat are still answered one by one', async () => {
    const rows = [
      { id: 'a', outlet: 'Post', title: 'North ferry line closes for eleven weeks', text: post.join('\n') },
      { id: 'b', outlet: 'Wire', title: 'Tallow Bay shuts north ferry for repairs', text: wire.join('\n') },
      {
        id: 'b',
        outlet: 'Echo',
        title: 'Choir wins first prize at winter festival',
        text: 'The youth choir of Ostermark won first prize with three songs about snow. Judges praised the young soloist.',
      },
    ];
    const { code, lines } = await runCli(['group', '--batch', jsonl('group.jsonl', rows)]);
    expect(code).toBe(0);
    expect(lines.map((line) => line.id)).toEqual(['a', 'b', 'b']);
    expect(lines[1]?.story).toBe(lines[0]?.story);
    expect(lines[2]?.story).not.toBe(lines[0]?.story);
    // Evidence names articles by the ids of the batch, not by their place in it.
    expect(lines.slice(0, 2).flatMap((line) => line.evidence)).toMatchObject([
      { nearest: expect.stringMatching(/^[ab]$/) },
    ]);
  });

  it('compare: the whole file is one comparison document', async () => {
    const file = jsonl('compare.jsonl', [article('p', 'Post', post), article('w', 'Wire', wire), '{broken']);
    const { code, lines, err } = await runCli(['compare', '--reference', 'w', '--batch', file]);
    expect(code).toBe(1);
    expect(err).toContain('Line 3 is not JSON');
    expect(lines[0]).toMatchObject({ schema: 'comparison/1', settings: { reference: 'w' } });
  });

  it('extract: a page in the line, a page in a file, and a page that is not there', async () => {
    const html = `<html lang="en"><head><title>Ferry closes</title></head><body><article><h1>Ferry closes</h1>${post.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
    writeFileSync(path.join(folder, 'page.html'), html);
    const rows = [
      { id: 'inline', html, url: 'https://post.example/ferry' },
      { id: 'file', file: path.join(folder, 'page.html') },
      { id: 'none', file: path.join(folder, 'gone.html') },
    ];
    const { code, lines } = await runCli(['extract', '--batch', jsonl('pages.jsonl', rows)]);
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({
      id: 'inline',
      title: 'Ferry closes',
      language: 'en',
      quality: { status: 'full' },
    });
    expect(lines[1]?.paragraphs).toEqual(post.map((text) => ({ text, kind: 'paragraph' })));
    expect(lines[2]?.error).toMatchObject({ code: 'bad-input' });
  });
});

describe('outlets', () => {
  // Each command is a process of its own, and starting one is most of the time.
  const PATIENCE = { timeout: 60_000 };

  it('in as OPML, and out again with their folders', PATIENCE, async () => {
    const env = { SYNOPTIC_HOME: path.join(folder, 'outlets') };
    const [given, taken] = [path.join(folder, 'in.opml'), path.join(folder, 'out.opml')];
    writeFileSync(
      given,
      '<opml><body><outline text="Capes"><outline text="Merle" xmlUrl="https://merle.example/rss"/></outline><outline text="No" xmlUrl="nowhere"/></body></opml>',
    );
    const imported = await runCli(['outlets', 'import', given], { env });
    expect(imported.lines).toEqual([{ added: 1, known: 0 }]);
    expect(imported.err).toContain('left out: No: “nowhere” is no web address');
    expect((await runCli(['outlets', 'export', taken], { env })).lines).toEqual([{ written: 1 }]);
    expect(readFileSync(taken, 'utf8')).toContain('<outline text="Capes" title="Capes">');
  });

  it('by pack', PATIENCE, async () => {
    const env = { SYNOPTIC_HOME: path.join(folder, 'packs') };
    const { lines } = await runCli(['outlets', 'packs'], { env });
    expect(lines).toContainEqual({ id: 'polish', title: 'In Polish', outlets: 8, feeds: 8 });
    const added = await runCli(['outlets', 'add-pack', 'polish'], { env });
    expect(added.lines).toEqual([{ pack: 'polish', added: 8, known: 0 }]);
    const { code, err } = await runCli(['outlets', 'add-pack', 'moon'], { env });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('There is no pack “moon”') });
  });
});

describe('usage', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['fly']],
    ['a missing file', ['align']],
    ['an unknown option', ['align', '--fast']],
    ['outlets without a verb', ['outlets']],
  ])('%s: exit 2 and the commands', async (_name, args) => {
    const { code, err, out } = await runCli(args, { env: { SYNOPTIC_HOME: path.join(folder, 'usage') } });
    expect(code).toBe(2);
    expect(err).toContain('Usage: npm run synoptic');
    expect(out).toBe('');
  });

  it.each([
    [
      'a batch file that is not there',
      ['align', '--batch', 'nowhere.jsonl'],
      /bad-input: There is no file nowhere.jsonl/,
    ],
    [
      'an unknown codebook',
      ['frame', '--codebook', 'astrology', '--batch', '-'],
      /unknown-id: There is no codebook “astrology”/,
    ],
    ['an unknown comparison', ['export', 'zzz'], /unknown-id: There is no comparison and no story “zzz”/],
  ])('%s: exit 1 and a sentence', async (_name, args, message) => {
    const { code, err } = await runCli(args, { env: { SYNOPTIC_HOME: path.join(folder, 'errors') } });
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it('a bad environment key is named before anything is opened', async () => {
    const { code, err } = await runCli(['refresh'], {
      env: { PORT: 'abc', SYNOPTIC_HOME: path.join(folder, 'never') },
    });
    expect(code).toBe(1);
    expect(err).toMatch(/bad-config: PORT/);
    expect(() => readFileSync(path.join(folder, 'never', 'synoptic.db'))).toThrow();
  });
});
