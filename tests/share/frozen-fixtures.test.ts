import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { spineOf } from '#lib/comparison/spine';
import { textsOf } from '#lib/comparison/texts';
import { importComparison, openFrozen } from '#lib/pipeline/freeze';
import { EXPORT_FORMATS, type ExportFormat, exportFiles } from '#lib/share/export/export-frozen';
import { frozenJsonSchema } from '#lib/share/frozen-schema';
import { importFrozen } from '#lib/share/share-link';
import type { FrozenDocument } from '#lib/types';
import { DIALECTS, freshStores } from '../store/fresh-store';

const FOLDER = 'tests/fixtures/frozen';
/** `<version that made it>-<id>.json`, bytes as exported; a file that was added is never changed. */
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');
const idOf = (name: string) => /-([0-9a-z]{16})\.json$/.exec(name)?.[1] ?? '';

describe.each(files)('%s, frozen by an earlier version', (name) => {
  it('opens under the id it was given, byte for byte', () => {
    expect(importFrozen(read(name))).toEqual({ id: idOf(name), json: read(name) });
  });

  it('still shows what it showed', () => {
    const { comparison } = JSON.parse(read(name)) as FrozenDocument;
    const texts = textsOf(comparison);
    const { pieces } = spineOf(texts);
    expect(pieces.flatMap(({ readings }) => readings).length).toBeGreaterThan(20);
    expect(pieces.reduce((sum, { differences }) => sum + differences, 0)).toBeGreaterThan(5);
  });

  it('can be taken along in every format', () => {
    const json = read(name);
    const { comparison, view } = JSON.parse(json);
    const given = { id: idOf(name), json: () => json, comparison, view, frozenAt: '2025-03-04T12:00:00Z' };
    const made = exportFiles(given, Object.keys(EXPORT_FORMATS) as ExportFormat[]);
    expect(made.length).toBeGreaterThan(10);
    for (const { body } of made) expect(body.length).toBeGreaterThan(100);
  });

  it('fits the published schema', () => {
    const published = z.fromJSONSchema(frozenJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    expect(published.safeParse(JSON.parse(read(name))).error?.issues ?? []).toEqual([]);
    expect(published.safeParse({ schema: 'frozen/1' }).success).toBe(false);
  });
});

it('there is at least one', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(DIALECTS)('frozen here, imported into an empty store on %s', (dialect) => {
  const { store } = freshStores(dialect);

  it.each(files)('%s has the same id and the same bytes', async (name) => {
    const id = await importComparison(store(), read(name), '2026-01-01T00:00:00Z');
    expect(id).toBe(idOf(name));
    expect((await openFrozen(store(), id))?.json).toBe(read(name));
  });
});
