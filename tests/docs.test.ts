import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { API_ROOT, ENDPOINTS } from '#lib/api/endpoints';
import { KEYS } from '#lib/config';
import { parseCodebook } from '#lib/framing/codebook';
import { checkExamples } from '#lib/framing/examples';
import { SOFTWARE } from '#lib/software';

const readme = readFileSync('README.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};

describe('the documents tell the truth', () => {
  it.each(Object.keys(KEYS))('README explains the environment key %s', (key) => {
    expect(readme).toContain(`\`${key}\``);
  });

  it('README names no environment key that does not exist', () => {
    const named = [...readme.matchAll(/`((?:SYNOPTIC|DATABASE)_[A-Z_]+)`/g)].map((match) => match[1] ?? '');
    const known = [...Object.keys(KEYS), 'SYNOPTIC_TEST_DATABASE_URL', 'SYNOPTIC_TEST_BROWSER'];
    expect(named.filter((key) => !known.includes(key))).toEqual([]);
  });

  it('README lists every command of the command line', () => {
    const source = readFileSync('lib/cli/usage.ts', 'utf8');
    const usage = /USAGE = `([\s\S]*?)`;/.exec(source)?.[1] ?? '';
    const commands = [...usage.matchAll(/^ {2}([a-z]+)[ |]/gm)].map((match) => match[1] ?? '');
    expect(commands.length).toBeGreaterThan(12);
    expect(commands.filter((command) => !readme.includes(`\`${command}`))).toEqual([]);
  });

  it('README lists every npm script a person runs', () => {
    expect(Object.keys(manifest.scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme))).toEqual(
      [],
    );
  });

  it('README lists every endpoint there is, and no other', () => {
    const table = /## Endpoints([\s\S]*?)## Settings/.exec(readme)?.[1] ?? '';
    const listed = [...table.matchAll(/^\| `([A-Z]+ \/[^`]*)`/gm)].map((match) => match[1] ?? '');
    // Feeds, lists and figures beside the API: every other route handler, asked by GET.
    const beside = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((file) => /route\.tsx?$/.test(file) && !file.startsWith('api'))
      .map(
        (file) =>
          `GET /${path
            .dirname(file)
            .split(path.sep)
            .join('/')
            .replace(/\[(\w+)\]/g, '{$1}')}`,
      );
    expect(beside.length).toBeGreaterThan(2);
    const api = ENDPOINTS.map(({ method, path: at }) => `${method} ${API_ROOT}${at}`);
    expect(listed.sort()).toEqual([...api, ...beside].sort());
  });

  it('every endpoint of the table has a route, and every route an endpoint', () => {
    const routes = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('route.ts'))
      .map(
        (file) =>
          `/${path
            .dirname(file)
            .split(path.sep)
            .join('/')
            .replace(/\[(\w+)\]/g, '{$1}')}`,
      );
    expect(routes.sort()).toEqual([...new Set(ENDPOINTS.map((each) => each.path as string))].sort());
  });

  it.each(readdirSync('data/codebooks').filter((file) => file.endsWith('.json')))('both READMEs name %s', (file) => {
    const name = `\`${file.replace('.json', '')}\``;
    expect(readFileSync('data/codebooks/README.md', 'utf8')).toContain(name);
    expect(readme).toContain(name);
  });

  it('the codebook that data/codebooks/README.md teaches with can be loaded, and does what it says', () => {
    const json = /```json\n([\s\S]*?)```/.exec(readFileSync('data/codebooks/README.md', 'utf8'))?.[1] ?? '';
    expect(checkExamples(parseCodebook(JSON.parse(json), 'README'))).toEqual([]);
  });

  it.each(['README.md', 'lib/README.md', 'tests/README.md', 'data/README.md'])('links in %s lead somewhere', (file) => {
    const text = readFileSync(file, 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(path.join(path.dirname(file), target)))).toEqual([]);
  });

  it('lib/README.md maps every room', () => {
    const map = readFileSync('lib/README.md', 'utf8');
    const rooms = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.filter((room) => !map.includes(`\`${room.name}/\``)).map((room) => room.name)).toEqual([]);
  });

  it('the software version in comparisons is the package version', () => {
    expect(SOFTWARE.version).toBe(manifest.version);
  });
});
