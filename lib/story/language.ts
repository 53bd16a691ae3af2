import { sameLanguage } from '#lib/text/language-tags';

/**
 * The language of a text whose feed does not say: by script, and for the Latin script by function words. Only used to keep
 * languages apart, so a wrong "unknown" costs nothing.
 */
const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

const FUNCTION_WORDS: Record<string, string> = {
  en: 'the of and to in for that with was on is by at from as has after',
  de: 'der die und das nicht von mit ist den dem ein eine auf für im zu sich',
  fr: 'le la les des et du est une dans pour que qui sur au pas par avec',
  es: 'el los las y del que en por con para una es se su al lo como',
  it: 'il di che e la per un non con del della è sono gli nel alla da',
  pt: 'o os que e do da em para uma com não por no na dos ao se',
  nl: 'de het een en van is dat op te voor met niet zijn aan door ook bij',
};

/** Primary subtag of the likeliest language, or undefined when the text is too short or fits none clearly. */
export function languageOf(text: string): string | undefined {
  const start = text.slice(0, 2000);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [language, script] of SCRIPTS) {
    const share = (start.match(script)?.length ?? 0) / letters;
    // Japanese mixes kana into Han: a tenth of kana decides.
    if (share > (language === 'ja' ? 0.1 : 0.5)) return language;
  }
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.entries(FUNCTION_WORDS)
    .map(([language, list]) => {
      const known = new Set(list.split(' '));
      return { language, hits: words.filter((word) => known.has(word)).length };
    })
    .sort((a, b) => b.hits - a.hits);
  const [best, next] = scores;
  if (best === undefined || next === undefined) return undefined;
  return best.hits >= 3 && best.hits >= 1.5 * next.hits ? best.language : undefined;
}

/** Two known languages with different primary subtags; an unknown language fits any. */
export function differInLanguage(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return !sameLanguage(a, b);
}
