import type { Codebook } from '#lib/types';
import { type Fields, slug } from './fields';

/**
 * A new concept from phrases that alternate: “trade deal”, “trade agreement” → two labels, to be named and bounded by a person
 * before it is saved. Terms get a wildcard for the plural.
 */
export function conceptFromPhrases(given: string | string[] | undefined, codebook: Codebook): Fields {
  const all = (Array.isArray(given) ? given : [given ?? '']).map((phrase) => phrase.trim().toLowerCase().slice(0, 80));
  const phrases = [...new Set(all)].filter((phrase) => phrase !== '').slice(0, 8);
  const [first] = phrases;
  if (first === undefined) return {};
  const taken = new Set([
    ...codebook.frames.map(({ id }) => id),
    ...codebook.concepts.flatMap(({ id, labels }) => [id, ...labels.map((label) => label.id)]),
  ]);
  const fields: Fields = {
    id: free(slug(phrases.join(' or ')).slice(0, 50), taken),
    label: `What the ${first} is called`,
    definition: `The noun for it: ${phrases.join(', ')}.`,
  };
  phrases.forEach((phrase, at) => {
    const id = free(slug(phrase), taken);
    taken.add(id);
    fields[`label.${at}.label`] = phrase;
    fields[`label.${at}.id`] = id;
    fields[`label.${at}.terms`] = `${phrase}*`;
  });
  return fields;
}

function free(id: string, taken: ReadonlySet<string>): string {
  for (let at = 1; ; at++) {
    const candidate = at === 1 ? id : `${id}-${at}`;
    if (!taken.has(candidate)) return candidate;
  }
}
