import { describe, expect, it } from 'vitest';
import { kindOf } from '#lib/story/kind';

describe('what kind of text a headline announces', () => {
  it.each([
    ['Harbour strike – live updates', 'live'],
    ['Storm over Tarnholm – live', 'live'],
    ['Live: votes are counted in Gralmora', 'live'],
    ['Cup final as it happened', 'live'],
    ['Morning briefing: six things to know', 'round-up'],
    ['The papers: what they say on Tuesday', 'round-up'],
    ['Opinion: the port can wait', 'opinion'],
    ['The port can wait | Opinion', 'opinion'],
    ['Editorial – a budget of hope', 'opinion'],
    ['Harbour strike ends', 'report'],
    ['Residents live in fear of the river', 'report'],
    ['Live music returns to Ostrand', 'report'],
    ['Minister holds briefing on flood', 'report'],
    ['Public opinion turns against the bridge', 'report'],
    ['Letters found in attic sold for 9,000 crowns', 'report'],
    ['Comment ça va, demande le maire', 'report'],
  ])('%s: %s', (title, expected) => {
    expect(kindOf(title, 'Some text.')).toBe(expected);
  });

  it('sees a live blog by the times its paragraphs open with', () => {
    const times = ['10.15am', '10.02am', '9.48am', '9.30am'].map((time) => `${time}\nSomething happened.`).join('\n');
    expect(kindOf('Harbour strike', times)).toBe('live');
    expect(kindOf('Harbour strike', 'It began at 10.15am.\nIt ended at 11.30am.')).toBe('report');
  });
});
