import { describe, expect, it } from 'vitest';
import { diffWording } from '#lib/diff/diff-wording';

/**
 * Pairs as outlets print them: two paragraphs, each with its own marks, speaker and verb. Drawn: the kind, its grade, and who speaks.
 * Texts are ours; the shapes are those that reading 480 pairs of real ones brought up.
 */
const PAIRS: [name: string, here: string, there: string, drawn: string[]][] = [
  // Same, whatever the marks.
  [
    'curly and straight',
    '“The pier will open again in May,” Ruiz said.',
    '"The pier will open again in May," Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'single marks',
    '‘The pier will open again in May,’ Ruiz said.',
    '“The pier will open again in May,” said Ruiz.',
    ['same Ruiz'],
  ],
  [
    'straight single marks',
    "'The pier will open again in May,' Ruiz said.",
    '“The pier will open again in May,” said Ruiz.',
    ['same Ruiz'],
  ],
  [
    'German low marks',
    'Ruiz sagte: „Der Steg wird im Mai wieder geöffnet.“',
    'Ruiz sagte: »Der Steg wird im Mai wieder geöffnet.«',
    ['same'],
  ],
  [
    'Polish marks',
    'Powiedziała: „Molo zostanie otwarte ponownie w maju”.',
    '„Molo zostanie otwarte ponownie w maju” – powiedziała.',
    ['same'],
  ],
  [
    'French marks with spaces',
    'Elle a dit : « La jetée sera rouverte au mois de mai ».',
    '“La jetée sera rouverte au mois de mai”, a-t-elle dit.',
    ['same'],
  ],
  [
    'Swiss marks',
    'Elle a dit: ‹La jetée sera rouverte au mois de mai›.',
    '«La jetée sera rouverte au mois de mai», dit-elle.',
    ['same'],
  ],
  [
    'Swedish marks',
    '”Bryggan öppnar igen i början av maj”, sade hon.',
    '»Bryggan öppnar igen i början av maj«, sade hon.',
    ['same'],
  ],
  [
    'Arabic in guillemets',
    'وقالت البحري: «سنفتح الجسر القديم في شهر أيار».',
    'وأضافت: "سنفتح الجسر القديم في شهر أيار".',
    ['same'],
  ],
  ['Chinese', '何文澜说：“老街太窄，消防车进不去夜市。”', '副市长表示：「老街太窄，消防车进不去夜市。」', ['same']],
  [
    'Japanese in white marks',
    '市長は「橋は来月から通行止めになる」と述べた。',
    '市長は『橋は来月から通行止めになる』と語った。',
    ['same'],
  ],
  [
    'never closed',
    '“The pier will open again in May and not before',
    'Ruiz: “The pier will open again in May and not before.”',
    ['same'],
  ],
  [
    'straight and never closed',
    'Ruiz told the board that "the pier will open again in May and not before',
    'Ruiz: “The pier will open again in May and not before.”',
    ['same Ruiz'],
  ],
  [
    'a quotation inside',
    '“He told me ‘the pier is safe’ and left the harbour,” Ruiz said.',
    '"He told me \'the pier is safe\' and left the harbour," Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'the verb inverted',
    '“The pier will open again in May,” said Ana Ruiz, the mayor.',
    'Ana Ruiz declared: “The pier will open again in May.”',
    ['same Ana Ruiz'],
  ],
  [
    'told',
    'Ana Ruiz told reporters: “The pier will open again in May.”',
    '“The pier will open again in May,” she told the board.',
    ['same Ana Ruiz'],
  ],
  [
    'contraction of a name',
    '“Easter’s a very special day for the harbour,” Ruiz said.',
    '“Easter is a very special day for the harbour,” Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'the country',
    '“This is the U.S. harbour board and nobody else,” Ruiz said.',
    '“This is the United States harbour board and nobody else,” Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'an ordinal',
    '“The ninth pier was the worst of all,” Ruiz said.',
    '“The 9th pier was the worst of all,” Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'the outlet’s own word in brackets',
    '“We told [Mayor] Okoye that the pier was unsafe,” Ruiz said.',
    '“We told Okoye that the pier was unsafe,” Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'a first name in round brackets',
    '“We told (Ben) Okoye that the pier was unsafe,” Ruiz said.',
    '“We told Okoye that the pier was unsafe,” Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'sic',
    '“The pier are [sic] unsafe and everybody knew it,” Ruiz said.',
    '“The pier are unsafe and everybody knew it,” Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'a bracketed capital',
    '“[T]he pier will open again in May,” Ruiz said.',
    '“The pier will open again in May,” Ruiz said.',
    ['same Ruiz'],
  ],
  [
    'a pronoun replaced in brackets',
    '“The board talked about [her] plan for the old pier,” Ruiz said.',
    '“The board talked about my plan for the old pier,” Ruiz said.',
    ['same Ruiz'],
  ],

  // Less of it.
  [
    'the end alone',
    '“We waited eleven years and nobody in the harbour office listened,” Ruiz said.',
    'Ruiz said that “nobody in the harbour office listened”.',
    ['shortened Ruiz'],
  ],
  [
    'the beginning alone',
    '“The pier is closed for good. I am sorry for that,” Ruiz said.',
    '“The pier is closed for good,” Ruiz said.',
    ['shortened Ruiz'],
  ],
  [
    'left out and said so',
    '“We waited … and nobody in the harbour office listened,” Ruiz said.',
    '“We waited eleven years and nobody in the harbour office listened,” Ruiz said.',
    ['elided Ruiz'],
  ],
  [
    'left out with dots',
    '“We waited ... and nobody in the harbour office listened,” Ruiz said.',
    '“We waited eleven years and nobody in the harbour office listened,” Ruiz said.',
    ['elided Ruiz'],
  ],
  [
    'left out in the middle of more',
    '“No, we waited ... before the harbour office listened to us, very patiently,” Ruiz said.',
    '“We waited eleven long years before the harbour office listened to us,” Ruiz said.',
    ['elided Ruiz'],
  ],

  // Other words.
  [
    'that',
    '“I believe that the pier will open again in May,” Ruiz said.',
    '“I believe the pier will open again in May,” Ruiz said.',
    ['worded-differently/function-word Ruiz'],
  ],
  [
    'has, have',
    '“The safety of the pier and the harbour has been put at risk,” Ruiz said.',
    '“The safety of the pier and the harbour have been put at risk,” Ruiz said.',
    ['worded-differently/function-word Ruiz'],
  ],
  [
    'at the edge of the shorter one',
    '“In the other towns we are now seeing a surge of visitors,” Ruiz said.',
    'She warned that “we have now seeing a surge of visitors”.',
    ['worded-differently/function-word Ruiz'],
  ],
  [
    'a noun',
    '“The staff of the pier were told to leave before winter,” Ruiz said.',
    '“The workers of the pier were told to leave before winter,” Ruiz said.',
    ['worded-differently/content-word Ruiz'],
  ],
  [
    'an adjective',
    '“I am a big believer in the harbour and its boats,” Ruiz said.',
    '“I am a believer in the harbour and its boats,” Ruiz said.',
    ['worded-differently/content-word Ruiz'],
  ],
  [
    'a translation',
    '“The pier is the most important place for the whole town and all of its children,” Ruiz said.',
    '“The pier is a key place for the whole town and all of its children,” Ruiz said.',
    ['worded-differently/content-word Ruiz'],
  ],
  [
    'a modal verb',
    '“I do not see a way to rebuild the pier this year,” Ruiz said.',
    '“I can not see a way to rebuild the pier this year,” Ruiz said.',
    ['worded-differently/content-word Ruiz'],
  ],
  [
    'a denial',
    '“The board did agree to rebuild the pier before winter,” Ruiz said.',
    '“The board did not agree to rebuild the pier before winter,” Ruiz said.',
    ['worded-differently/negation-or-number Ruiz'],
  ],
  [
    'a number',
    '“It will cost us 40 crowns to rebuild the pier,” Ruiz said.',
    '“It will cost us 60 crowns to rebuild the pier,” Ruiz said.',
    ['worded-differently/negation-or-number Ruiz'],
  ],
  [
    'another order',
    '“The pier is trying once again to ruin the town for its owner,” Ruiz said.',
    '“The pier is trying to ruin, once again, the town for its owner,” Ruiz said.',
    ['worded-differently/function-word Ruiz'],
  ],
  [
    'in German',
    'Ruiz sagte: „Der alte Steg bleibt bis zum Sommer geschlossen.“',
    'Ruiz sagte: „Der alte Steg bleibt bis zum Herbst geschlossen.“',
    ['worded-differently/content-word'],
  ],
  [
    'in Chinese',
    '何文澜说：“这不是要不要搬的问题，而是什么时候搬的问题。”',
    '何文澜说：“这不是要不要搬的问题，而是怎么搬的问题。”',
    ['worded-differently/content-word'],
  ],

  // Told.
  [
    'paraphrased',
    '“The board closed the northern pier because corrosion weakened two bridges,” Ruiz said.',
    'Ruiz said the board had closed the northern pier since corrosion weakened two of its bridges.',
    ['paraphrased/reference-only Ruiz'],
  ],
  [
    'the same words without marks',
    'Corrosion weakened two landing bridges of the northern pier, Ruiz said.',
    'Ruiz said that “corrosion weakened two landing bridges of the northern pier”.',
    ['paraphrased/other-only Ruiz'],
  ],

  // Nothing in common that says so.
  [
    'two utterances of one speaker',
    '“The pier will open again in May,” Ruiz said.',
    '“Tickets were raised twice since spring,” Ruiz said.',
    [],
  ],
  [
    'a common phrase inside a long one',
    '“She told me that at the end of the year she may want to rest a little,” Ruiz said.',
    'Okoye leaves “at the end of the two-year term”.',
    [],
  ],
  [
    'one word after a change',
    '“We hate to lose the pier – hopefully you will come back to us,” Ruiz said.',
    '“We hate to lose you.”',
    [],
  ],
];

describe('one utterance in two outlets', () => {
  it.each(PAIRS)('%s', (_name, here, there, drawn) => {
    expect(draw(here, there)).toEqual(drawn);
  });

  it.each(PAIRS)('the other way round: %s', (_name, here, there, drawn) => {
    const mirrored = drawn.map((each) =>
      each.includes('reference-only')
        ? each.replace('reference-only', 'other-only')
        : each.replace('other-only', 'reference-only'),
    );
    expect(draw(there, here).map(withoutSpeaker)).toEqual(mirrored.map(withoutSpeaker));
  });
});

function draw(here: string, there: string): string[] {
  const link = { reference: 0, other: 0, confidence: 0.9, tier: 'strong' as const, moved: false };
  const { differences } = diffWording({
    reference: { headline: '', paragraphs: [here] },
    other: { headline: '', paragraphs: [there] },
    alignment: { links: [link], unmatched: { reference: [], other: [] } },
  });
  return differences
    .filter(({ kind }) => kind.startsWith('quotation') && kind !== 'quotation-overlapping')
    .map(
      ({ kind, grade, speaker }) =>
        `${kind.replace('quotation-', '')}${grade === undefined ? '' : `/${grade}`}${speaker === undefined ? '' : ` ${speaker}`}`,
    );
}

function withoutSpeaker(drawn: string): string {
  return drawn.split(' ')[0] ?? '';
}
