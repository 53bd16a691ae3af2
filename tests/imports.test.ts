import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const STAGES = ['feed', 'article', 'story', 'alignment', 'diff', 'framing', 'comparison', 'share'];
const PURE = ['text', 'story', 'alignment', 'diff', 'framing', 'comparison', 'share'];
// What pure code may not touch: a clock, chance, the environment.
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.now\b|\bcrypto\.(?:random|get)/;

type Source = { file: string; text: string; imports: { from: string; isTypeOnly: boolean }[] };

function sources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const file = path.join(folder, name).split(path.sep).join('/');
      const text = readFileSync(file, 'utf8');
      return { file, text, imports: importsOf(file, text) };
    });
}

// Every import as a path from the project's root ("lib/feed/opml") or a package name.
function importsOf(file: string, text: string): Source['imports'] {
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]|(?:import|require)\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => {
    const given = match[3] ?? match[4] ?? '';
    const from = given.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), given)
      : given.replace(/^#lib\//, 'lib/');
    return { from, isTypeOnly: match[2] !== undefined };
  });
}

const lib = sources('lib');
const app = sources('app');

/** "lib/feed/opml" → "feed"; "lib/pipeline" → "pipeline"; packages → undefined. */
function room(from: string): string | undefined {
  return /^lib\/([^/]+)/.exec(from)?.[1]?.replace(/\.tsx?$/, '');
}

function breaches(files: Source[], isBreach: (source: Source, each: Source['imports'][number]) => boolean): string[] {
  return files.flatMap((source) =>
    source.imports.filter((each) => isBreach(source, each)).map((each) => `${source.file} → ${each.from}`),
  );
}

const stageOf = (source: Source) => STAGES.find((stage) => source.file.startsWith(`lib/${stage}/`));

describe('import rules', () => {
  it('sees the house at all', () => {
    expect(lib.length).toBeGreaterThan(40);
    expect(lib.flatMap((source) => source.imports).length).toBeGreaterThan(100);
  });

  it('lib never imports next, react or app', () => {
    expect(
      breaches(lib, (_, { from }) => /^(next|react|react-dom|server-only)(\/|$)/.test(from) || from.startsWith('app/')),
    ).toEqual([]);
  });

  it('a stage imports text, types, errors and its own rooms; of an earlier stage only types', () => {
    const doors: Record<string, string[]> = {
      feed: ['http', 'html', 'charset', 'robots', 'worker-pool'],
      article: ['http', 'html', 'charset', 'robots', 'worker-pool'],
      // An export writes down the rows that the screen draws: the same functions, or the two would come apart.
      share: ['comparison'],
    };
    const found = breaches(
      lib.filter((source) => stageOf(source) !== undefined && stageOf(source) !== 'comparison'),
      (source, { from, isTypeOnly }) => {
        const stage = stageOf(source) ?? '';
        const target = room(from);
        if (target === undefined || target === stage || ['text', 'types', 'errors'].includes(target)) return false;
        if (doors[stage]?.includes(target)) return false;
        return !(isTypeOnly && STAGES.indexOf(target) >= 0 && STAGES.indexOf(target) < STAGES.indexOf(stage));
      },
    );
    expect(found).toEqual([]);
  });

  it('comparison imports earlier stages, and nothing with side effects', () => {
    const allowed = ['text', 'types', 'errors', 'comparison', 'alignment', 'diff', 'framing', 'story'];
    const found = breaches(
      lib.filter((source) => stageOf(source) === 'comparison'),
      (_, { from }) => room(from) !== undefined && !allowed.includes(room(from) ?? ''),
    );
    expect(found).toEqual([]);
  });

  it('pure rooms import no node module and touch no clock, chance or environment', () => {
    const pure = lib.filter((source) => PURE.some((name) => source.file.startsWith(`lib/${name}/`)));
    expect(breaches(pure, (_, { from }) => from.startsWith('node:'))).toEqual([]);
    expect(pure.filter((source) => IMPURE.test(source.text)).map((source) => source.file)).toEqual([]);
  });

  it.each([
    [
      'only http opens a connection',
      /^(undici|node:https?|node:net|node:tls|node:dns(\/promises)?)$/,
      /^lib\/http(\.ts|\/)/,
    ],
    ['only html parses markup', /^(linkedom|parse5|@mozilla\/readability)(\/|$)/, /^lib\/html(\.ts|\/)/],
    ['only store knows SQL', /^(kysely|pg|better-sqlite3)(\/|$)/, /^lib\/store\//],
  ])('%s', (_name, packages, home) => {
    const users = breaches([...lib, ...app], (source, { from }) => packages.test(from) && !home.test(source.file));
    expect(users).toEqual([]);
  });

  it('nobody calls the global fetch on the server', () => {
    const callers = lib.filter(
      (source) => /(?<![.\w])fetch\(/.test(source.text) && !source.file.startsWith('lib/http'),
    );
    expect(callers.map((source) => source.file)).toEqual([]);
  });

  it('app reaches data through app/_queries alone', () => {
    const data = ['store', 'pipeline', 'http', 'data-files', 'sample-door'];
    const found = breaches(
      app.filter((source) => !source.file.startsWith('app/_queries/')),
      (_, { from, isTypeOnly }) => !isTypeOnly && data.includes(room(from) ?? ''),
    );
    expect(found).toEqual([]);
  });

  it('only config reads the environment', () => {
    const readers = [...lib, ...app].filter(
      (source) => /process\.env/.test(source.text) && source.file !== 'lib/config.ts',
    );
    expect(readers.map((source) => source.file)).toEqual([]);
  });

  it('no barrels in lib, and each stage opens with its entry', () => {
    expect(lib.filter((source) => /\/index\.tsx?$/.test(source.file)).map((source) => source.file)).toEqual([]);
    const entries = [
      'feed/read-feeds',
      'article/extract-article',
      'story/match-stories',
      'alignment/align-paragraphs',
      'diff/diff-wording',
      'framing/count-frames',
      'comparison/compare-story',
      'share/share-link',
      'store/open-store',
    ];
    const files = lib.map((source) => source.file);
    expect(entries.filter((entry) => !files.includes(`lib/${entry}.ts`))).toEqual([]);
  });
});
