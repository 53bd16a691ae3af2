import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#lib/api/endpoints';
import { openApiDocument } from '#lib/api/openapi';

const document = openApiDocument(ENDPOINTS, '1.2.3') as {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
};

/** Every `$ref` in a document. */
function refs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === '$ref' && typeof each === 'string' ? [each] : refs(each),
  );
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('points at nothing that is not in it', () => {
    const named = new Set(refs(document).map((ref) => ref.replace('#/components/schemas/', '')));
    expect(named.size).toBeGreaterThan(8);
    expect([...named].filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('has no part that is only a pointer (one to itself passed every validator)', () => {
    const empty = Object.entries(document.components.schemas).filter(([, part]) => '$ref' in (part as object));
    expect(empty.map(([name]) => name)).toEqual([]);
    expect(document.components.schemas.Error).toMatchObject({ type: 'object', required: ['error'] });
  });

  it('names every operation once', () => {
    const ids = ENDPOINTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const written = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((each) => each.operationId),
    );
    expect(written.sort()).toEqual([...ids].sort());
  });

  it.each(ENDPOINTS.map((each) => [`${each.method} ${each.path}`, each] as const))(
    '%s says what it takes, gives and refuses',
    (_name, { path, method, params = undefined, answers }: (typeof ENDPOINTS)[number] & { params?: unknown }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const shape = (params as { shape?: object } | undefined)?.shape ?? {};
      expect(Object.keys(shape)).toEqual(inPath);
      const { responses } = document.paths[path]?.[method.toLowerCase()] ?? { responses: {} };
      expect(Object.keys(responses)).toEqual(expect.arrayContaining([...Object.keys(answers), '406', '500', '503']));
    },
  );

  it('an object of it is open: a field more is no new version', () => {
    expect(JSON.stringify(document.components.schemas.StorySummary)).not.toContain('additionalProperties');
  });
});
