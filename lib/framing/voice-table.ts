import type { Hit, Position, Voice } from '#lib/types';
import { sentenceVoice } from './voice';

/**
 * What one code counts, by where it stands and whose words they are: sentences of a frame (each once, in the voice its hits
 * give it), mentions of a label. All cells of a label add up to its mentions; those of a frame to its k, and the headline's to
 * 0 or 1 an article, which is not in k.
 */
export type VoiceTable = Record<Position, Record<Voice, number>>;

export const VOICES: readonly Voice[] = ['own', 'attributed', 'quoted'];
export const POSITIONS: readonly Position[] = ['headline', 'lead', 'body'];

/** @param hits of one code in one article. */
export function voiceTable(hits: readonly Hit[]): VoiceTable {
  const table = emptyTable();
  for (const { position, voice } of hits[0]?.kind === 'frame' ? sentencesOf(hits) : hits) table[position][voice]++;
  return table;
}

export function emptyTable(): VoiceTable {
  const row = () => ({ own: 0, attributed: 0, quoted: 0 });
  return { headline: row(), lead: row(), body: row() };
}

export function addTables(tables: readonly VoiceTable[]): VoiceTable {
  const sum = emptyTable();
  for (const table of tables)
    for (const position of POSITIONS) for (const voice of VOICES) sum[position][voice] += table[position][voice];
  return sum;
}

/** A part of a table; what is absent means all of it. */
export type Cut = { voice?: Voice; positions?: readonly Position[] };

export function cellsOf(table: VoiceTable, { voice, positions = POSITIONS }: Cut): number {
  const voices = voice === undefined ? VOICES : [voice];
  return positions.reduce((sum, position) => sum + voices.reduce((row, each) => row + table[position][each], 0), 0);
}

/** Hits of one code, sentence by sentence. */
function sentencesOf(hits: readonly Hit[]): { position: Position; voice: Voice }[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const key = placeOf(hit);
    const group = groups.get(key);
    if (group) group.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups.values()].map((group) => ({
    position: group[0]?.position ?? 'body',
    voice: sentenceVoice(group.map(({ voice }) => voice)),
  }));
}

export function placeOf(place: { paragraph: number; sentence: number }): string {
  return `${place.paragraph} ${place.sentence}`;
}

/** The positions that are in k: sentences of the body, which includes the lead. */
export const IN_BODY: readonly Position[] = POSITIONS.filter((position) => position !== 'headline');
