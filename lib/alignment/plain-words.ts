import type { Prepared } from './prepare';
import type { Vocabulary } from './vectors';

// Stems. Offices and parties stand beside names without saying anything of them; the second list is how news tells anything at all.
const OFFICES = new Set(
  (
    'presid sen senat rep repres republican democrat gov governor secretari spokesman spokeswoman spokesperson leader ' +
    'minist mr mrs ms dr chairman chairwoman director attornei gener former hous white congressman congresswoman lawmak ' +
    'offici administr aid advis mayor chief head judg depart state unit nation committe'
  ).split(' '),
);
const TELLING = new Set(
  (
    'said sai told tell tweet wrote write ad add statement report accord ask call think know go come get make made take ' +
    'year dai week mondai tuesdai wednesdai thursdai fridai saturdai sundai time peopl'
  ).split(' '),
);
const DISCOUNT = { office: 0.4, telling: 0.5, firstName: 0.4 } as const;

/**
 * How much each word counts for `plain`: 1, or less for offices, telling words (English texts only) and first names.
 * A first name is a capital word before a capital word that occurs in more paragraphs, so also without it:
 * in "Ana Ruiz" where "Ruiz" goes on alone, "Ana" is one.
 */
export function plainness(paragraphs: readonly Prepared[], { number, df }: Vocabulary<string>): Float64Array {
  const factors = new Float64Array(df.length).fill(1);
  const dfOf = (term: string) => df[number.get(term) ?? -1] ?? 0;
  for (const { names } of paragraphs) {
    for (const [first, last] of names) {
      const id = number.get(first);
      if (id !== undefined && dfOf(last) >= 2 && dfOf(first) < dfOf(last)) factors[id] = DISCOUNT.firstName;
    }
  }
  if (!paragraphs.every((each) => each.english)) return factors;
  for (const [term, id] of number) {
    if (OFFICES.has(term)) factors[id] = DISCOUNT.office;
    else if (TELLING.has(term)) factors[id] = DISCOUNT.telling;
  }
  return factors;
}
