import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPastedText } from '#lib/article/from-pasted-text';

const FIRST =
  'The ferry company will cut two of its five morning crossings from April, a spokeswoman said on Thursday.';
const SECOND = 'Commuters from the island will have to take the earlier boat or wait until ten.';
const texts = (text: string) => fromPastedText(text).paragraphs.map((paragraph) => paragraph.text);

describe('paragraphs', () => {
  it.each([
    ['blank lines', `${FIRST}\n\n${SECOND}`],
    ['single line breaks', `${FIRST}\n${SECOND}`],
    ['Windows line breaks', `${FIRST}\r\n\r\n${SECOND}\r\n`],
    ['old Mac line breaks', `${FIRST}\r${SECOND}`],
    ['blank lines with spaces in them', `  ${FIRST}  \n \t \n\n\n${SECOND}`],
    ['separators of Unicode', `${FIRST}\u2029${SECOND}`],
    ['lines wrapped at a fixed width', `${FIRST.replace('morning ', 'morning\n')}\n\n${SECOND}`],
  ])('%s', (_name, text) => {
    expect(texts(text).map((each) => each.replace(/ +/g, ' '))).toEqual([FIRST, SECOND]);
  });
});

describe('the first lines', () => {
  it.each([
    ['headline', `Ferry cuts two crossings\n\n${FIRST}\n\n${SECOND}`, 'Ferry cuts two crossings', undefined, 2],
    [
      'question as headline',
      `Who will take the late boat?\n${FIRST}\n${SECOND}`,
      'Who will take the late boat?',
      undefined,
      2,
    ],
    ['date, then text', `March 7, 2024\nPORT ELM – ${FIRST}\n${SECOND}`, undefined, '2024-03-07T00:00:00Z', 2],
    [
      'date, then headline',
      `7. März 2024\nFerry cuts two crossings\n${FIRST}\n${SECOND}`,
      'Ferry cuts two crossings',
      '2024-03-07T00:00:00Z',
      2,
    ],
    [
      'headline, then date',
      `Ferry cuts two crossings\nThursday, 7 March 2024\n${FIRST}\n${SECOND}`,
      'Ferry cuts two crossings',
      '2024-03-07T00:00:00Z',
      2,
    ],
    ['no headline: a sentence', `Boats are late.\n${FIRST}\n${SECOND}`, undefined, undefined, 3],
    ['no headline: a quoted sentence', `“Boats are late.”\n${FIRST}\n${SECOND}`, undefined, undefined, 3],
    [
      'a date inside a sentence',
      `On March 7, 2024 the ferry company told its passengers that it would cut crossings.\n${FIRST}`,
      undefined,
      undefined,
      2,
    ],
    ['one long paragraph', `${FIRST} ${SECOND}`, undefined, undefined, 1],
  ])('%s', (_name, text, headline, published, count) => {
    const found = fromPastedText(text);
    expect(found.headline).toBe(headline);
    expect(found.published).toBe(published);
    expect(found.paragraphs).toHaveLength(count);
    expect(found.dropped.map((each) => each.reason.code)).toEqual(published === undefined ? [] : ['date-line']);
  });
});

describe('limits', () => {
  it.each([
    ['', '0 words'],
    ['Hello', '1 word;'],
    ['\n \n', '0 words'],
    [SECOND, '15 words'],
  ])('too short: %j', (text, found) => {
    expect(() => fromPastedText(text)).toThrow(
      expect.objectContaining({ code: 'text-too-short', message: expect.stringContaining(found) }),
    );
  });

  it('too long', () => {
    expect(() => fromPastedText('word '.repeat(400_001))).toThrow(expect.objectContaining({ code: 'text-too-long' }));
  });

  it('ten thousand paragraphs', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `${i}. ${SECOND}`);
    expect(texts(lines.join('\n'))).toEqual(lines);
  });
});

it('no word is lost and offsets slice back, whatever is pasted', () => {
  const line = fc.stringMatching(/^[a-zé .,“”]{0,80}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\n\n', '\r\n'), (lines, separator) => {
      const text = [FIRST, SECOND, ...lines].join(separator);
      const { headline, paragraphs } = fromPastedText(text);
      const body = paragraphs.map((each) => each.text).join('\n');
      for (const { text: own, start } of paragraphs) expect(body.slice(start, start + own.length)).toBe(own);
      const words = (value: string) =>
        value
          .normalize('NFC')
          .split(/\s+/)
          .filter((word) => word !== '');
      expect(words(`${headline ?? ''} ${body}`)).toEqual(words(text));
    }),
  );
});
