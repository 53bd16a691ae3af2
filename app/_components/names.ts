const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** ISO 3166 alpha-2 → English name; what is no code is shown as it is. */
export function countryName(code: string): string {
  return nameBy(countries, code);
}

/** BCP 47 tag → English name; what is no tag is shown as it is. */
export function languageName(tag: string): string {
  return nameBy(languages, tag);
}

function nameBy(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
