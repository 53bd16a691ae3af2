import type { Codebook } from '#lib/types';
import { readUnit } from './blanking';
import { compileCodebook } from './compile-codebook';
import { findMentions } from './concepts';
import { matchFrame } from './frames';
import { unitsOf } from './units';

/** One example of a codebook that its own terms decide otherwise. */
export type Failure = {
  /** Frame or concept id. */
  code: string;
  text: string;
  expected: string;
  found: string;
};

/**
 * A codebook's examples, run as its tests. Each text is read as one paragraph; short ones count here too. A concept's
 * example passes when the label is among those found, or, with `null`, when none is.
 *
 * @returns the examples that fail, in the codebook's order; empty when the codebook does what it says.
 */
export function checkExamples(codebook: Codebook): Failure[] {
  const compiled = compileCodebook(codebook);
  const read = (text: string) => {
    const units = unitsOf({ id: '', headline: '', paragraphs: [text] }, codebook.lang);
    return { units, readings: units.map((unit) => readUnit(compiled, unit)) };
  };
  const failures: Failure[] = [];
  for (const frame of codebook.frames) {
    const rules = compiled.frames.find(({ id }) => id === frame.id);
    for (const { text, code } of frame.examples) {
      const matches = rules ? read(text).readings.flatMap((reading) => matchFrame(compiled, rules, reading)) : [];
      if (matches.length > 0 === code) continue;
      const found = code ? 'no term matched' : `matched ${matches.map(({ pattern }) => `“${pattern}”`).join(', ')}`;
      failures.push({ code: frame.id, text, expected: code ? 'coded' : 'not coded', found });
    }
  }
  for (const concept of codebook.concepts) {
    const rules = compiled.concepts.find(({ id }) => id === concept.id);
    for (const { text, label } of concept.examples) {
      const { units, readings } = read(text);
      const labels = rules ? findMentions(compiled, rules, units, readings).map((mention) => mention.label) : [];
      if (label === null ? labels.length === 0 : labels.includes(label)) continue;
      failures.push({ code: concept.id, text, expected: label ?? 'no label', found: labels.join(', ') || 'no label' });
    }
  }
  return failures;
}
