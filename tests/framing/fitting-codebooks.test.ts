import { expect, it } from 'vitest';
import { type FittedText, fittingCodebooks } from '#lib/framing/fitting-codebooks';
import { toy } from './toy-codebook';

const codebooks = [
  toy({ id: 'any' }),
  toy({ id: 'guns', about: ['gun*', '@places'], topics: [{ id: 'places', terms: ['Weld'] }] }),
  toy({ id: 'german', lang: 'de' }),
];

const text = (headline: string, language?: string, ...paragraphs: string[]): FittedText => ({
  headline,
  paragraphs,
  ...(language === undefined ? {} : { language }),
});

it.each<[string, FittedText[], string[]]>([
  ['no text', [], []],
  ['another subject', [text('Ferry late'), text('Ferry not on time')], ['any']],
  ['its subject in a headline of two', [text('Gunman held'), text('Man held')], ['any', 'guns']],
  ['in one of three', [text('Gunman held'), text('Man held'), text('Arrest')], ['any']],
  ['in the lead', [text('Man held', 'en-GB', 'Rain.', 'He had a gun.')], ['any', 'guns']],
  ['further down', [text('Man held', 'en', 'One.', 'Two.', 'Three.', 'He had a gun.')], ['any']],
  ['by a topic', [text('Rain over Weld')], ['any', 'guns']],
  ['another language', [text('Mann verhaftet', 'de'), text('Gun sale', 'de-AT')], ['german']],
  ['two languages', [text('Mann verhaftet', 'de'), text('Gun sale', 'en')], ['any', 'guns', 'german']],
  ['a language nobody has', [text('Dyn', 'cy')], []],
])('%s', (_, texts, expected) => {
  expect(fittingCodebooks(texts, codebooks).map(({ id }) => id)).toEqual(expected);
});
