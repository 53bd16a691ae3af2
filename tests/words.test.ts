import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// The product shows words and judges nobody: these belong to no screen, export, codebook text or document.
const NEVER = [
  /\bbiased\b/i,
  /\bslant(ed)?\b/i,
  /\bspin\b/i,
  /\bpropaganda\b/i,
  /\btruth score\b/i,
  /\b(left|right)[- ](wing|leaning)\b/i,
  /\bomits?\b/,
  /\bloaded (words?|language)\b/i,
  /\bscare quotes?\b/i,
];

function filesBelow(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      // A route may be a folder called feed.xml.
      .filter((file) => statSync(file).isFile())
      .filter((file) => /\.(tsx?|css|json|md|html|xml)$/.test(file))
  );
}

describe('the words the product uses', () => {
  const files = [...filesBelow('app'), ...filesBelow('lib'), ...filesBelow('data'), 'README.md', 'tests/README.md'];

  it.each(NEVER.map((pattern) => [pattern.source, pattern] as const))('never %s', (_name, pattern) => {
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it('reads the files it lints', () => {
    expect(files.length).toBeGreaterThan(100);
  });
});
