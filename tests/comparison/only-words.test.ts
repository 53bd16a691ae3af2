import { describe, expect, it } from 'vitest';
import { wordsOnlyIn } from '#lib/comparison/only-words';
import { article } from '../app/invented';

const only = (paragraphs: string[], others: string[]) =>
  wordsOnlyIn(article({ id: 'the lantern', paragraphs }), [article({ id: 'b', headline: 'Quay', paragraphs: others })]);

describe('wordsOnlyIn', () => {
  it.each<[string, string[], string[], string[]]>([
    ['in two paragraphs', ['The viaduct is old.', 'A viaduct closes.'], ['The bridge closes.'], ['viaduct']],
    ['twice in one paragraph is not enough', ['Viaduct after viaduct.'], ['The bridge.'], []],
    ['another form in the other text counts', ['It closes.', 'It closed.'], ['The closing date.'], []],
    [
      'part of a compound in the other text counts',
      ['An island town.', 'The island.'],
      ['The mainland-island line.'],
      [],
    ],
    ['a headline counts as well', ['The quay is shut.', 'At the quay.'], ['Nothing.'], []],
    ['neither function words nor figures', ['They said 12.', 'They had 12.'], ['Nothing.'], []],
    [
      'nor what is grown together with a function word, nor any other closed class',
      ['I’d say it didn’t, still, alongside some.', 'I’d say it didn’t, still, alongside some.'],
      ['Nothing to say.'],
      [],
    ],
    [
      'an address is no words',
      ['Mud: pic.lantern.example/Ab1 and Tide.com.', 'Mud: pic.lantern.example/Cd2 and www.tide.example.', 'Mud/rust.'],
      ['Nothing.'],
      ['mud'],
    ],
    ['not the outlet itself', ['The Lantern asks.', 'Lantern readers ask.'], ['Nothing.'], ['ask']],
    ['most widely spread first', ['Mud and rust.', 'Mud and rust.', 'Mud.'], ['Nothing.'], ['mud', 'rust']],
  ])('%s', (_name, paragraphs, others, expected) => {
    expect(only(paragraphs, others).map(({ word }) => word.toLowerCase().replace(/s$/, ''))).toEqual(expected);
  });

  it('a text of nothing but hyphens or dots was looked at from each of them to its end', () => {
    for (const sign of ['-', '.']) expect(only([`a${sign}`.repeat(200_000)], ['Nothing.'])).toEqual([]);
  });

  it('gives each line with what stands around, cut from the text', () => {
    const text = 'The council said “the viaduct is safe” and left.';
    const [word] = only([text, 'No viaduct.'], ['Nothing.']);
    const line = word?.lines[0];
    expect(`${line?.before}${line?.text}${line?.after}`).toBe('The council said “the viaduct is safe” and left');
    expect(line?.voice).toBe('quoted');
  });
});
