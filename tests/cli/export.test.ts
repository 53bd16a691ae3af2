import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli';

const FIXTURE = 'tests/fixtures/frozen/0.1.0-w5xp2arh8c2pdfz9.json';
const ID = 'w5xp2arh8c2pdfz9';
const home = mkdtempSync(path.join(tmpdir(), 'synoptic-export-'));
const env = { SYNOPTIC_HOME: home, SYNOPTIC_EXCERPT_WORDS: '15' };

describe('export and import', () => {
  beforeAll(async () => {
    expect((await runCli(['import', FIXTURE], { env })).lines).toEqual([{ id: ID }]);
  }, 60_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('writes every comparison in every format asked for, whole or as excerpts', async () => {
    const folder = path.join(home, 'out');
    const { code, lines } = await runCli(['export', '--all', folder, '--format', 'json,html,csv'], { env });
    expect([code, lines.map(({ id }) => id)]).toEqual([0, [ID]]);
    expect(readFileSync(path.join(folder, `${ID}.json`), 'utf8')).toBe(readFileSync(FIXTURE, 'utf8'));
    expect(readdirSync(folder)).toHaveLength(8);
    await runCli(['export', '--all', folder, '--format', 'json', '--excerpts'], { env });
    const excerpt = path.join(folder, `${ID}-excerpt.json`);
    expect(JSON.parse(readFileSync(excerpt, 'utf8'))).toMatchObject({ schema: 'frozen-excerpt/1', of: ID });
    const refused = await runCli(['import', excerpt], { env });
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('This is an excerpt')]);
  }, 60_000);

  it.each([
    [
      'a format',
      ['export', ID, '--format', 'txt', '--url', 'https://x.test/'],
      0,
      /https:\/\/x\.test\/c\/w5xp2arh8c2pdfz9\n$/,
    ],
    ['a table', ['export', ID, '--format', 'csv', '--table', 'links'], 0, /^reference,other,/],
    ['an unknown format', ['export', ID, '--format', 'doc'], 1, /^$/],
    ['two formats of one', ['export', ID, '--format', 'md,html'], 2, /^$/],
    ['nothing to export', ['export', 'nobody'], 1, /^$/],
  ])(
    '%s',
    async (_name, args, code, out) => {
      const ran = await runCli(args, { env });
      expect([ran.code, ran.out]).toEqual([code, expect.stringMatching(out)]);
    },
    60_000,
  );
});
