import {
  type Codebook,
  type CodeCount,
  type FrameCount,
  HEADLINE,
  type Hit,
  type Position,
  type Voice,
} from '#lib/types';
import { readUnit } from './blanking';
import { compileCodebook } from './compile-codebook';
import { findMentions } from './concepts';
import { matchFrame } from './frames';
import type { Match } from './term-index';
import { type CountedArticle, type Unit, unitsOf } from './units';
import { type Voiced, voicesOf } from './voice';
import { cellsOf, IN_BODY, POSITIONS, placeOf, voiceTable } from './voice-table';

/**
 * One article counted with one codebook: every hit with its place, voice and pattern, and one row a code (zeros included).
 *
 * - Frames: a sentence counts once however many hits it has; `sentences` is k, `byVoice` sums to k. Sentences of fewer than
 *   five words carry no frame.
 * - Labels: `mentions` is the count shown, headline included; `byVoice` and `byPosition` sum to it.
 * - `words` are those of headline and body, the texts mentions are counted in.
 * - `byPosition` of a frame also tells whether the headline carries it (0 or 1), which is not in k.
 *
 * @param codebook one that `parseCodebook` accepted; compiled once for each object.
 */
export function countFrames(article: CountedArticle, codebook: Codebook): FrameCount {
  const compiled = compileCodebook(codebook);
  const units = unitsOf(article, codebook.lang);
  const readings = units.map((unit) => readUnit(compiled, unit));
  const voiceAt = voicesByParagraph(article);
  const hits: Hit[] = [];

  units.forEach((unit, at) => {
    const reading = readings[at];
    if (!reading || !(unit.counted || unit.paragraph === HEADLINE)) return;
    for (const frame of compiled.frames) {
      for (const match of matchFrame(compiled, frame, reading)) hits.push(hitOf(frame.id, unit, match, voiceAt));
    }
  });
  for (const concept of compiled.concepts) {
    for (const mention of findMentions(compiled, concept, units, readings)) {
      hits.push(hitOf(mention.label, mention.unit, mention, voiceAt, concept.id));
    }
  }

  const body = units.filter((unit) => unit.paragraph !== HEADLINE);
  const counted = new Set(body.filter((unit) => unit.counted).map(placeOf));
  return {
    articleId: article.id,
    sentences: counted.size,
    words: units.reduce((sum, unit) => sum + unit.words, 0),
    hits: hits.sort(byPlace),
    counts: [
      ...codebook.frames.map((frame) => countRow(frame.id, { kind: 'frame' }, hits, counted)),
      ...codebook.concepts.flatMap((concept) =>
        concept.labels.map((label) => countRow(label.id, { kind: 'label', concept: concept.id }, hits, counted)),
      ),
    ],
  };
}

type VoiceAt = (unit: Unit, start: number, end: number) => Voiced;

function voicesByParagraph(article: CountedArticle): VoiceAt {
  const known = new Map<number, ReturnType<typeof voicesOf>>();
  return ({ paragraph }, start, end) => {
    let voices = known.get(paragraph);
    if (!voices) {
      voices = voicesOf((paragraph === HEADLINE ? article.headline : article.paragraphs[paragraph]) ?? '');
      known.set(paragraph, voices);
    }
    return voices({ start, end });
  };
}

function hitOf(code: string, unit: Unit, match: Match, voiceAt: VoiceAt, concept?: string): Hit {
  const start = unit.start + match.start;
  const end = unit.start + match.end;
  return {
    code,
    kind: concept === undefined ? 'frame' : 'label',
    ...(concept === undefined ? {} : { concept }),
    paragraph: unit.paragraph,
    sentence: unit.sentence,
    start,
    end,
    text: unit.text.slice(match.start, match.end),
    sentenceStart: unit.start,
    sentenceEnd: unit.end,
    pattern: match.pattern,
    ...voiceAt(unit, start, end),
    position: unit.position,
  };
}

// Code-unit order of ids, not collation: the same bytes on every machine.
function byPlace(a: Hit, b: Hit): number {
  return a.paragraph - b.paragraph || a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1);
}

function countRow(
  code: string,
  of: { kind: 'frame' } | { kind: 'label'; concept: string },
  hits: readonly Hit[],
  counted: ReadonlySet<string>,
): CodeCount {
  const own = hits.filter((hit) => hit.code === code && hit.kind === of.kind);
  const table = voiceTable(own);
  // A frame's headline is told by position alone; a label's is a mention like any other.
  const positions = of.kind === 'frame' ? IN_BODY : POSITIONS;
  const inVoice = (voice: Voice) => cellsOf(table, { voice, positions });
  const at = (position: Position) => cellsOf(table, { positions: [position] });
  return {
    code,
    ...of,
    sentences: new Set(own.map(placeOf).filter((place) => counted.has(place))).size,
    mentions: own.length,
    byVoice: { own: inVoice('own'), attributed: inVoice('attributed'), quoted: inVoice('quoted') },
    byPosition: { headline: at('headline'), lead: at('lead'), body: at('body') },
  };
}
