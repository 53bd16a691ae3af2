import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '#lib/charset';

// One headline a language, long enough for a guess; seventeen pairs of language and charset, five ways of declaring it: 85 cells.
const HEADLINES = {
  ru: 'Совет города одобрил бюджет на следующий год после долгого обсуждения в четверг вечером',
  de: 'Bürgermeister erklärt: „Straßenbahn fährt künftig häufiger“ – Kosten höher als gedacht',
  pt: 'Câmara aprova orçamento: eleições só após a conclusão da votação, diz relatório não divulgado',
  ja: '市議会は木曜日の夜、長い議論の末に来年度の予算案を可決した。市長は記者会見で詳細を説明した。',
  zh: '市议会周四晚间经过长时间讨论通过了明年的预算案，市长在记者会上说明了详细情况。',
  tw: '市議會週四晚間經過長時間討論通過了明年的預算案，市長在記者會上說明了詳細情況。',
} as const;
const PAIRS: [language: keyof typeof HEADLINES, charset: string][] = [
  ['ru', 'windows-1251'],
  ['ru', 'koi8-r'],
  ['ru', 'utf-16le'],
  ['ru', 'utf-16be'],
  ['ru', 'utf-8 with a mark'],
  ['de', 'iso-8859-1'],
  ['de', 'windows-1252'],
  ['de', 'iso-8859-15'],
  ['pt', 'iso-8859-1'],
  ['ja', 'shift_jis'],
  ['ja', 'euc-jp'],
  ['ja', 'utf-16le'],
  ['zh', 'gbk'],
  ['zh', 'gb2312'],
  ['zh', 'gb18030'],
  ['tw', 'big5'],
  ['zh', 'utf-16be'],
];
const WAYS = ['prolog', 'header', 'both', 'nowhere', 'header right, prolog wrong'] as const;
type Way = (typeof WAYS)[number];

function feedIn(language: keyof typeof HEADLINES, named: string, way: Way) {
  const [charset = named, mark] = named.split(' with ');
  // What a charset lacks a publisher would not have written.
  const headline = iconv.decode(iconv.encode(HEADLINES[language], charset), charset);
  const wrong = way === 'header right, prolog wrong' ? (charset === 'utf-8' ? 'iso-8859-1' : 'utf-8') : charset;
  const prolog =
    way === 'nowhere' || way === 'header' ? '<?xml version="1.0"?>' : `<?xml version="1.0" encoding="${wrong}"?>`;
  const text = `${prolog}<rss version="2.0"><channel><item><title>${headline}</title></item></channel></rss>`;
  const isInHeader = way === 'header' || way === 'both' || way === 'header right, prolog wrong';
  return {
    bytes: new Uint8Array(iconv.encode(mark === undefined ? text : `\ufeff${text}`, charset)),
    headline,
    header: isInHeader ? `text/xml; charset=${charset}` : 'text/xml',
  };
}

const CELLS = PAIRS.flatMap(([language, charset]) => WAYS.map((way) => [language, charset, way] as const));

describe('decodeBytes', () => {
  it('85 cells', () => expect(CELLS).toHaveLength(85));

  it.each(CELLS)('%s in %s, declared: %s', (language, charset, way) => {
    const { bytes, headline, header } = feedIn(language, charset, way);
    expect(decodeBytes(bytes, header).text).toContain(`<title>${headline}</title>`);
  });

  // Beyond the 85: charsets of other languages, at least declared.
  it.each([
    ['ko', 'euc-kr', '시의회는 목요일 저녁 오랜 토론 끝에 내년도 예산안을 통과시켰다.'],
    ['pl', 'iso-8859-2', 'Rada miasta przyjęła w czwartek wieczorem budżet na przyszły rok po długiej dyskusji.'],
    ['cs', 'windows-1250', 'Zastupitelé ve čtvrtek večer po dlouhé debatě schválili rozpočet na příští rok.'],
    [
      'tr',
      'windows-1254',
      'Belediye meclisi perşembe akşamı uzun görüşmelerden sonra gelecek yılın bütçesini onayladı.',
    ],
    ['el', 'windows-1253', 'Το δημοτικό συμβούλιο ενέκρινε το βράδυ της Πέμπτης τον προϋπολογισμό του επόμενου έτους.'],
    ['he', 'windows-1255', 'מועצת העיר אישרה ביום חמישי בערב את תקציב השנה הבאה לאחר דיון ארוך.'],
    ['ar', 'windows-1256', 'وافق مجلس المدينة مساء الخميس على ميزانية العام المقبل بعد نقاش طويل.'],
    ['th', 'tis-620', 'สภาเมืองอนุมัติงบประมาณปีหน้าเมื่อเย็นวันพฤหัสบดีหลังการอภิปรายอันยาวนาน'],
    ['vi', 'windows-1258', 'Hoi dong thanh pho thong qua ngân sách nam sau.'],
    ['uk', 'koi8-u', 'Міська рада у четвер увечері після довгого обговорення ухвалила бюджет на наступний рік.'],
    ['lt', 'windows-1257', 'Miesto taryba ketvirtadienio vakarą po ilgų diskusijų patvirtino kitų metų biudžetą.'],
  ])('%s in %s, declared in the prolog or in the header', (_language, charset, headline) => {
    const text = `<rss><channel><item><title>${headline}</title></item></channel></rss>`;
    const prolog = iconv.encode(`<?xml version="1.0" encoding="${charset}"?>${text}`, charset);
    expect(decodeBytes(new Uint8Array(prolog)).text).toContain(headline);
    const header = decodeBytes(new Uint8Array(iconv.encode(text, charset)), `text/xml; charset=${charset}`);
    expect(header.text).toContain(headline);
  });

  it.each([
    ['a byte order mark is taken off', [0xef, 0xbb, 0xbf, 0x68, 0x69], undefined, 'hi', 'utf-8'],
    ['UTF-8 wins over a header that says otherwise', [0xc3, 0xa9], 'text/html; charset=iso-8859-1', 'é', 'utf-8'],
    [
      '0x80–0x9F of iso-8859-1 are Windows-1252',
      [0x93, 0x68, 0x69, 0x94, 0x20, 0x80],
      'text/xml; charset=ISO-8859-1',
      '“hi” €',
      'windows-1252',
    ],
    ['so they are when nobody says anything', [0x93, 0x68, 0x69, 0x94], undefined, '“hi”', 'windows-1252'],
    [
      'so they are behind a claim of UTF-8',
      [0x93, 0x68, 0x69, 0x94],
      'text/xml; charset=utf-8',
      '“hi”',
      'windows-1252',
    ],
    [
      'a charset nobody knows is no claim',
      [0x93, 0x68, 0x69, 0x94],
      'text/xml; charset=klingon',
      '“hi”',
      'windows-1252',
    ],
    ['quotation marks around the label', [0xe9], 'text/xml; charset="ISO-8859-1"', 'é', 'windows-1252'],
    ['UTF-16 without a mark', [0x3c, 0, 0x61, 0, 0x3e, 0], undefined, '<a>', 'utf-16le'],
    ['nothing at all', [], undefined, '', 'utf-8'],
  ])('%s', (_name, bytes, header, text, charset) => {
    const decoded = decodeBytes(Uint8Array.from(bytes), header);
    expect(decoded.text).toBe(text);
    expect(decoded.charset).toBe(charset);
  });

  it('a UTF-8 text cut in the middle of a letter stays UTF-8', () => {
    const whole = new TextEncoder().encode('Bürger und Bürgerinnen, größer und schöner, für Köln und München: ü');
    const { text } = decodeBytes(whole.subarray(0, whole.length - 1));
    expect(text).toContain('größer und schöner');
  });

  it('the charset of a page may stand behind its scripts', () => {
    const html = `<html><head><script>${'x'.repeat(3_000)}</script><meta charset="windows-1251"><title>Бюджет</title>`;
    expect(decodeBytes(new Uint8Array(iconv.encode(html, 'windows-1251'))).text).toContain('Бюджет');
  });

  it('ISO-2022-JP is seven-bit and only its declaration tells', () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x3b, 0x54, 0x1b, 0x28, 0x42]);
    expect(decodeBytes(bytes, 'text/html; charset=iso-2022-jp').text).toBe('市');
  });

  it('reads back every text in UTF-8, with or without a mark, whatever is claimed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 50 }),
        fc.boolean(),
        fc.constantFrom('utf-8', 'iso-8859-1', 'big5'),
        (text, hasMark, claim) => {
          const content = `<p>${text}</p>`;
          const bytes = new TextEncoder().encode(hasMark ? `\ufeff${content}` : content);
          expect(decodeBytes(bytes, `text/html; charset=${claim}`).text).toBe(content);
        },
      ),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof decodeBytes(bytes).text).toBe('string');
      }),
    );
  });
});
