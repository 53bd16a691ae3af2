import type { Codebook } from '#lib/types';
import { type Fields, readConcept, readFacts, readFrame } from './fields';

/** What a form is about: one code, what is said of the whole codebook, or all of it as JSON. */
export type Part = { kind: 'facts' } | { kind: 'frame' | 'concept'; id?: string };

/**
 * The codebook with what was typed in place of the part the form is about; a code without an id in `part` is added at the end.
 * Nothing is checked here. `remove` takes the code out.
 */
export function applyFields(codebook: Codebook, part: Part, fields: Fields): object {
  const next: Record<string, unknown> = { ...codebook, version: (fields.version ?? '').trim() || codebook.version };
  if (part.kind === 'facts') {
    const { about, topics, ...facts } = readFacts(fields) as Record<string, unknown>;
    Object.assign(next, facts);
    for (const [key, value] of Object.entries({ about, topics })) {
      if (Array.isArray(value) && value.length > 0) next[key] = value;
      else delete next[key];
    }
    return next;
  }
  const key = part.kind === 'frame' ? 'frames' : 'concepts';
  const codes: { id: string }[] = [...codebook[key]];
  const at = codes.findIndex(({ id }) => id === part.id);
  const before = codebook.frames.find(({ id }) => id === part.id);
  const code = (part.kind === 'frame' ? readFrame(fields, before) : readConcept(fields)) as { id: string };
  if (fields.remove) next[key] = codes.filter((_, index) => index !== at);
  else next[key] = at < 0 ? [...codes, code] : codes.map((each, index) => (index === at ? code : each));
  return next;
}

/** Everything a form sent, as texts; files and what the framework adds are not ours. */
export function fieldsOf(form: FormData): Fields {
  const fields: Fields = {};
  for (const [key, value] of form.entries()) if (typeof value === 'string' && !key.startsWith('$')) fields[key] = value;
  return fields;
}
