import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { primaryTag } from './language-tags';

/** A lower-case word → what all its inflected forms have in common: "Krieges", "Kriege" → "krieg". */
export type Stemmer = (word: string) => string;

/** Snowball algorithms (Porter 2001) by primary language tag. Languages that are not here have no inflected terms. */
const STEMMERS: Readonly<Record<string, Stemmer>> = {
  ar: arabic,
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  hu: hungarian,
  it: italian,
  nb: norwegian,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sv: swedish,
  tr: turkish,
};

// News repeats its words: of a million running words a few ten thousand differ, so each is stemmed once.
const REMEMBERED = 100_000;
const known = new Map<string, Stemmer | undefined>();

/** undefined when there is none for the language. @param lang BCP 47 tag; only its first part matters. */
export function stemmerFor(lang: string): Stemmer | undefined {
  const primary = primaryTag(lang);
  if (!known.has(primary)) known.set(primary, remembering(STEMMERS[primary]));
  return known.get(primary);
}

function remembering(stem: Stemmer | undefined): Stemmer | undefined {
  if (!stem) return undefined;
  const stems = new Map<string, string>();
  return (word) => {
    const found = stems.get(word);
    if (found !== undefined) return found;
    if (stems.size >= REMEMBERED) stems.clear();
    const fresh = stem(word);
    stems.set(word, fresh);
    return fresh;
  };
}
