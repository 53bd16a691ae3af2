import { foldPunctuation, tidy } from '#lib/text/normalize';
import { ZONE_MINUTES } from '#lib/text/time-zones';
import { MONTHS } from './month-names';

/**
 * What of an article counts as its wording when two readings of one page are compared.
 *
 * A page changes by itself all day: "updated 14:05" becomes "updated 14:20", "24 comments" becomes "31 comments", a new template prints
 * other quotation marks. None of that is an edit. Dropping every number or time (as newsdiff does for changes of up to ten digits)
 * would also drop "12 people were hurt" → "14 people were hurt", the edit a reader most wants to see. So numbers and times go
 * only where they stand in a line of furniture: a paragraph that says nothing else, or a bracket that begins with "updated".
 *
 * Lines are judged word by word against sets, not by one pattern: time is linear whatever the line holds.
 */

const UPDATED = [
  ['last updated', 'last modified', 'first published', 'updated', 'published', 'posted', 'modified', 'edited', 'as of'],
  ['zuletzt aktualisiert', 'aktualisiert', 'veröffentlicht', 'geändert', 'stand', 'mis à jour', 'publié', 'modifié'],
  [
    'última actualización',
    'actualizado',
    'publicado',
    'modificado',
    'ultimo aggiornamento',
    'aggiornato',
    'pubblicato',
  ],
  ['última atualização', 'atualizado', 'laatst bijgewerkt', 'bijgewerkt', 'gepubliceerd', 'laatste update', 'update'],
  ['senast uppdaterad', 'uppdaterad', 'publicerad', 'sist oppdatert', 'oppdatert', 'publisert', 'senest opdateret'],
  ['opdateret', 'publiceret', 'ostatnia aktualizacja', 'aktualizacja', 'opublikowano', 'обновлено', 'опубликовано'],
  ['оновлено', 'опубліковано', 'son güncelleme', 'güncellendi', '最終更新', '更新', '公開', '发布时间', '更新时间'],
].flat();

const setOf = (words: string) => new Set(words.split(' '));
const WEEKDAYS = setOf(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo',
);
const CLOCK = setOf('am pm a p m uhr h hrs kl t et ct pt');
const SMALL = setOf('at on the of um am vom à le de del a las den il y st nd rd th 年 月 日 時 时 分 秒');
const RELATIVE = setOf(
  'ago vor hace seconds second secs sec minutes minute mins min hours hour hr days day minuten stunden heures minutos horas',
);
const COUNTED = setOf(
  'comment comments reply replies share shares like likes view views reaction reactions retweets kommentar kommentare aufrufe commentaire commentaires partages vues comentario comentarios compartidos commenti condivisioni reacties kommentarer komentarzy комментарий комментария комментариев yorum 评论 コメント',
);
const BESIDE_COUNTS = setOf('read view see show join all k m');
const READ = setOf(
  'read reading lesezeit lesedauer lecture lectura lettura leitura leestijd lästid lesetid læsetid czytania чтения',
);
const MINUTES = setOf('min mins minute minutes minuten minutos minuti minuter minutter мин минут минуты 分');
const BESIDE_READ = setOf('time to estimated est temps de tiempo tempo di ca czas время');

// Soft hyphens, zero-width spaces, byte order marks: seen by nobody.
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;
const BRACKET = /\s*[([]([^()[\]]{1,80})[)\]]/g;
const LONGEST_FURNITURE = 100;

/** One paragraph or headline as compared: what changes by itself is gone, '' when nothing else was in it. Twice is the same as once. */
export function settleText(text: string): string {
  let settled = plain(text);
  // A bracket may stand around another one, so until nothing changes; every round shortens the text.
  for (let before = ''; before !== settled; ) {
    before = settled;
    settled = plain(settled.replace(BRACKET, (bracket, inside: string) => (isUpdateNote(inside) ? '' : bracket)));
  }
  return isFurniture(settled) ? '' : settled;
}

/**
 * The wording of a whole text. Paragraph breaks count as white space: a template that sets the same words in other blocks has not
 * edited them.
 */
export function settleWording(headline: string, paragraphs: readonly string[]): string {
  const lines = [headline, ...paragraphs].map(settleText).filter((line) => line !== '');
  return lines.join(' ');
}

function plain(text: string): string {
  return tidy(
    foldPunctuation(tidy(text.replace(UNSEEN, '')))
      .replace(/''|``/g, '"')
      .replace(/[`´]/g, "'")
      .replace(/\s*[–—]\s*|\s-\s/g, ' - ')
      .replace(/…/g, '...')
      .replace(/\s+([.,;:!?])/g, '$1'),
  );
}

function isFurniture(line: string): boolean {
  if (line.length > LONGEST_FURNITURE || line.includes('"')) return false;
  return isStamp(line) || isCounter(wordsOf(line)) || isReadingTime(wordsOf(line));
}

/** "Last updated: 4 March 2025 at 14:05 GMT", "14:05", "2 hours ago"; not "2025", which may be a heading. */
function isStamp(line: string): boolean {
  const rest = withoutUpdated(line);
  const words = wordsOf(rest ?? line);
  if (!words.every((word) => isNumber(word) || isTimeWord(word))) return false;
  if (rest !== undefined) return true;
  const isMoment = /\d[:.h]\d\d|\d[./-]\d{1,2}[./-]\d\d/.test(line);
  const names = words.some((word) => MONTHS.has(word) || word === '月');
  const isPast = words.some((word) => word === 'ago' || word === 'vor' || word === 'hace');
  return words.some(isNumber) && (isMoment || names || isPast);
}

/** "Updated 14:05 GMT", "Updated". */
function isUpdateNote(inside: string): boolean {
  return withoutUpdated(inside) !== undefined && isStamp(inside);
}

/** What follows a word for "updated"; undefined when the line does not begin with one. */
function withoutUpdated(line: string): string | undefined {
  const lower = line.toLowerCase().trimStart();
  const found = UPDATED.find((phrase) => lower.startsWith(phrase) && !/^\p{L}/u.test(lower.slice(phrase.length)));
  return found === undefined ? undefined : lower.slice(found.length);
}

function isTimeWord(word: string): boolean {
  return (
    WEEKDAYS.has(word) ||
    CLOCK.has(word) ||
    Object.hasOwn(ZONE_MINUTES, word) ||
    SMALL.has(word) ||
    RELATIVE.has(word) ||
    MONTHS.has(word)
  );
}

/** "24 comments", "Comments (24)", "1.2k shares · 31 comments". */
function isCounter(words: readonly string[]): boolean {
  return words.some(isNumber) && words.some((word) => COUNTED.has(word)) && areOnly(words, COUNTED, BESIDE_COUNTS);
}

/** "5 min read", "Reading time: 5 minutes", "Lesezeit: 3 Minuten". */
function isReadingTime(words: readonly string[]): boolean {
  const isMeant = words.some((word) => READ.has(word)) && words.some((word) => MINUTES.has(word));
  return isMeant && words.some(isNumber) && areOnly(words, READ, MINUTES, BESIDE_READ);
}

function areOnly(words: readonly string[], ...sets: ReadonlySet<string>[]): boolean {
  return words.every((word) => isNumber(word) || sets.some((set) => set.has(word)));
}

function wordsOf(line: string): string[] {
  return line.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
}

function isNumber(word: string): boolean {
  return /^\d{1,6}$/.test(word);
}
