import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleText, settleWording } from '#lib/article/settled-text';
import { hashText } from '#lib/article/text-hash';

const STORY = 'The north ferry line closes for eleven weeks, the harbour office said on Monday.';

describe('settled text', () => {
  it.each([
    ['white space', 'The ferry  closes.\n', 'The ferry closes.'],
    ['a soft hyphen and a zero-width space', 'The fer\u00ADry\u200B closes.', 'The ferry closes.'],
    ['a no-break space', 'eleven\u00A0weeks', 'eleven weeks'],
    ['curly quotes', '“It’s closed,” she said.', '"It\'s closed," she said.'],
    ['guillemets', '«Fermé», dit-elle.', '"Fermé", dit-elle.'],
    ['dashes', 'The line—all of it—closes.', 'The line – all of it – closes.'],
    ['an ellipsis', 'And then…', 'And then...'],
    ['composed and decomposed letters', 'Cafe\u0301', 'Caf\u00E9'],
    ['a time in an update bracket', 'Ferry closes (updated 14:05 GMT)', 'Ferry closes (updated 16:20 GMT)'],
    ['an update bracket that comes', 'Ferry closes', 'Ferry closes [Updated: 4 March 2025]'],
  ])('%s is no change', (_name, before, after) => {
    expect(settleText(after)).toBe(settleText(before));
  });

  it.each([
    'Updated 14:05',
    'Last updated: 4 March 2025 at 14:05 GMT',
    'Published Tue, 4 Mar 2025 09:00 UTC',
    'Updated 2 hours ago',
    '2 hours ago',
    'Zuletzt aktualisiert: 04.03.2025, 14:05 Uhr',
    'Stand: 4. März 2025',
    'Mis à jour le 4 mars 2025 à 14h05',
    'Actualizado 04/03/2025 14:05',
    'Обновлено 04.03.2025 14:05',
    '最終更新 2025年3月4日 14時05分',
    '24 comments',
    'Comments (24)',
    'Read 1,204 comments',
    '1.2k shares · 31 comments',
    '12 Kommentare',
    '5 min read',
    'Reading time: 5 minutes',
    'Lesezeit: 3 Minuten',
    'Temps de lecture : 4 min',
  ])('“%s” alone is furniture', (line) => {
    expect(settleText(line)).toBe('');
    expect(hashText('Ferry', [{ text: STORY }, { text: line }])).toBe(hashText('Ferry', [{ text: STORY }]));
  });

  it.each([
    ['a number', 'Twelve ferries, 12 in all, stop.', 'Twelve ferries, 14 in all, stop.'],
    ['a time in a sentence', 'The ferry sank at 14:05 on Monday.', 'The ferry sank at 14:20 on Monday.'],
    ['a date in a sentence', 'It opens again on 4 May.', 'It opens again on 11 May.'],
    ['a count of people', '24 people were hurt.', '31 people were hurt.'],
    [
      'a count that comments are part of',
      'The minister’s 24 comments were deleted.',
      'The minister’s 31 comments were deleted.',
    ],
    ['one word', 'The office said it would close.', 'The office claimed it would close.'],
    ['a negation', 'It will close.', 'It will not close.'],
    ['a capital letter', 'the Republic', 'the republic'],
    ['quotation marks that come', 'They call it a crisis.', 'They call it a “crisis”.'],
    ['a question mark', 'Ferry closes', 'Ferry closes?'],
    ['a short line of words', 'Nobody was hurt.', 'One was hurt.'],
    ['a year', 'In 2024 it closed.', 'In 2025 it closed.'],
    ['a year that stands alone', '2024', '2025'],
    ['a line that begins like a date', 'May be seen today.', 'May be seen at 4.'],
    ['what was done to a document', 'The report was updated in May.', 'The report was updated in June.'],
  ])('%s is a change', (_name, before, after) => {
    expect(settleText(after)).not.toBe(settleText(before));
  });

  it('the same words in other paragraphs are the same wording; a paragraph more is not', () => {
    expect(settleWording('Ferry', ['One. Two.', 'Three.'])).toBe(settleWording('Ferry', ['One.', 'Two. Three.']));
    expect(settleWording('Ferry', ['One.', 'Two.'])).not.toBe(settleWording('Ferry', ['One.']));
  });

  it('settling twice changes nothing', () => {
    const piece = fc.constantFrom(
      ...['(updated', '14:05', ')', '[', ']', '24', 'comments', '“', '”', "''", '—', '-', '…', '.', ',', ' ', '\u00AD'],
      ...['5 min', 'read', 'Stand:', 'ago', 'Ferry', 'é', 'e\u0301', '\u200B', '\n', '2 hours'],
    );
    const pieces = fc.array(piece, { maxLength: 14 });
    fc.assert(fc.property(pieces, (parts) => settleText(settleText(parts.join(''))) === settleText(parts.join(''))));
    fc.assert(fc.property(pieces, (parts) => settleText(settleText(parts.join(' '))) === settleText(parts.join(' '))));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => settleText(settleText(text)) === settleText(text)),
    );
  });
});
