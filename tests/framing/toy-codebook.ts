import { parseCodebook } from '#lib/framing/codebook';
import type { Codebook } from '#lib/types';

/** A small codebook whose every key is valid; `changes` replace whole keys. */
export function toyJson(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    schema: 'codebook/1',
    id: 'toy',
    version: '1.0.0',
    lang: 'en',
    title: 'Toy',
    description: 'For tests.',
    author: 'Tests',
    licence: 'CC0-1.0',
    basedOn: [],
    unit: 'sentence',
    frames: [frame()],
    concepts: [],
    ...changes,
  };
}

export function frame(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'conflict',
    label: 'Conflict',
    definition: 'Sides disagree.',
    question: 'Do sides disagree?',
    include: [{ any: ['accus*', 'at odds'] }],
    examples: [],
    ...changes,
  };
}

export function concept(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'fighting',
    label: 'Fighting',
    definition: 'What fighting is called.',
    labels: [
      { id: 'crisis', label: 'crisis', terms: ['crisis'] },
      { id: 'war', label: 'war', terms: ['war', 'wars'] },
    ],
    examples: [],
    ...changes,
  };
}

export function toy(changes: Record<string, unknown> = {}): Codebook {
  return parseCodebook(toyJson(changes), 'toy.json');
}
