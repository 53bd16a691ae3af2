import { meaningCosines, weighMeaning } from '#lib/alignment/meaning';
import { prepareArticle } from '#lib/alignment/prepare';
import { readConfig } from '#lib/config';
import { openHttp } from '#lib/http';
import { type Encoder, openEncoder } from '#lib/pipeline/encoder';
import { averagePrecision, f1, goldOf, type Scored, talliesAtForeignCuts } from './alignment-metrics';
import { newton } from './fit-alignment';

/**
 * With an encoder set up (SYNOPTIC_EMBEDDINGS_URL and _MODEL): what it adds to confidences from models that had not seen the pairs,
 * and its three numbers fitted anew on the first of the sets. Nothing without one.
 */
export async function scoreMeaning(sets: Record<string, readonly Scored[]>): Promise<Record<string, number>> {
  const config = readConfig();
  const encoder = openEncoder(config, openHttp(config));
  if (encoder === undefined) return {};
  const scores: Record<string, number> = {};
  const [fitted] = Object.values(sets);
  for (const [name, scored] of Object.entries(sets)) {
    const encoded: Encoded[] = [];
    for (const each of scored) encoded.push(await encode(encoder, each));
    if (scored === fitted) Object.assign(scores, refit(scored, encoded));
    const weighed = scored.map((each, at): Scored => {
      const { reference, other } = encoded[at] ?? { reference: [], other: [] };
      const table = weighMeaning(
        Float64Array.from(each.cells, (cell) => cell.confidence),
        reference,
        other,
      );
      return { pair: each.pair, cells: each.cells.map((cell, place) => ({ ...cell, confidence: table[place] ?? 0 })) };
    });
    for (const question of name === 'summary' ? (['yes'] as const) : (['yes', 'any'] as const)) {
      for (const [way, some] of [
        ['words alone', scored],
        ['with encoder', weighed],
      ] as const) {
        scores[`${name} ${question} ${way} F1`] = f1(talliesAtForeignCuts(some, question));
        scores[`${name} ${question} ${way} AP`] = averagePrecision(some, question);
      }
    }
  }
  return scores;
}

type Encoded = { reference: ReturnType<typeof prepareArticle>; other: ReturnType<typeof prepareArticle> };

async function encode(encoder: Encoder, { pair }: Scored): Promise<Encoded> {
  const side = async (paragraphs: string[]) => {
    const embeddings = await encoder.encode(paragraphs);
    if ('reason' in embeddings) throw new Error(`The encoder: ${embeddings.reason.message}`);
    return prepareArticle(paragraphs, embeddings);
  };
  return { reference: await side(pair.reference), other: await side(pair.other) };
}

function refit(scored: readonly Scored[], encoded: readonly Encoded[]): Record<string, number> {
  const rows = scored.flatMap((each, at) => {
    const { reference, other } = encoded[at] ?? { reference: [], other: [] };
    const cosines = meaningCosines(reference, other);
    return each.cells.map((cell, place) => ({
      values: Float64Array.of(Math.log(cell.confidence / (1 - cell.confidence)), cosines?.[place] ?? 0, 1),
      target: goldOf(each.pair, cell) === 'none' ? 0 : 1,
      weight: 1,
    }));
  });
  const [evidence = 1, cosine = 0, bias = 0] = newton(rows, 3, 1e-3);
  return { 'encoder fitted: bias': bias, 'encoder fitted: evidence': evidence, 'encoder fitted: cosine': cosine };
}
