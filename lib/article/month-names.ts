const NAMES: [string, string][] = [
  ['en', 'january february march april may june july august september october november december'],
  ['en short', 'jan feb mar apr may jun jul aug sep oct nov dec'],
  ['de', 'januar februar märz april mai juni juli august september oktober november dezember'],
  ['de short', 'jän feb mrz apr mai jun jul aug sep okt nov dez'],
  ['de at', 'jänner feber märz april mai juni juli august september oktober november dezember'],
  ['fr', 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
  ['fr short', 'janv févr mars avr mai juin juil août sept oct nov déc'],
  ['es', 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'],
  ['es short', 'ene feb mar abr may jun jul ago sept oct nov dic'],
  ['it', 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'],
  ['it short', 'gen feb mar apr mag giu lug ago set ott nov dic'],
  ['pt', 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'],
  ['nl', 'januari februari maart april mei juni juli augustus september oktober november december'],
  ['sv', 'januari februari mars april maj juni juli augusti september oktober november december'],
  ['da no', 'januar februar marts april maj juni juli august september oktober november december'],
  ['no', 'januar februar mars april mai juni juli august september oktober november desember'],
  ['pl', 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'],
  ['cs', 'ledna února března dubna května června července srpna září října listopadu prosince'],
  ['ru', 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'],
  ['uk', 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'],
  ['tr', 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'],
];

/** Month name (lower case) → 1…12. Where two languages share a name it means the same month. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap(([, names]) => names.split(' ').map((name, index) => [name, index + 1] as const)),
);
