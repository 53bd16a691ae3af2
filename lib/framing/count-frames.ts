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
import { sentenceVoice, type Voiced, voicesOf } from './voice';

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
  const counted = new Set(body.filter((unit) => unit.counted).map((unit) => keyOf(unit)));
  return {
    articleId: article.id,
    sentences: counted.size,
    words: units.reduce((sum, unit) => sum + unit.words, 0),
    hits: hits.sort(byPlace),
    counts: [
      ...codebook.frames.map((frame) => frameRow(frame.id, hits)),
      ...codebook.concepts.flatMap((concept) =>
        concept.labels.map((label) => labelRow(label.id, concept.id, hits, counted)),
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

function keyOf(place: { paragraph: number; sentence: number }): string {
  return `${place.paragraph} ${place.sentence}`;
}

function frameRow(code: string, hits: readonly Hit[]): CodeCount {
  const own = hits.filter((hit) => hit.code === code && hit.kind === 'frame');
  const sentences = groupBySentence(own);
  const byVoice = noVoices();
  const byPosition = noPositions();
  let k = 0;
  for (const [first, ...rest] of sentences.values()) {
    if (!first) continue;
    byPosition[first.position]++;
    if (first.paragraph === HEADLINE) continue;
    k++;
    byVoice[sentenceVoice([first, ...rest].map((hit) => hit.voice))]++;
  }
  return { code, kind: 'frame', sentences: k, mentions: own.length, byVoice, byPosition };
}

function labelRow(code: string, concept: string, hits: readonly Hit[], counted: ReadonlySet<string>): CodeCount {
  const own = hits.filter((hit) => hit.code === code && hit.kind === 'label');
  const byVoice = noVoices();
  const byPosition = noPositions();
  for (const hit of own) {
    byVoice[hit.voice]++;
    byPosition[hit.position]++;
  }
  const sentences = new Set(own.map(keyOf).filter((key) => counted.has(key))).size;
  return { code, kind: 'label', concept, sentences, mentions: own.length, byVoice, byPosition };
}

function groupBySentence(hits: readonly Hit[]): Map<string, Hit[]> {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(keyOf(hit));
    if (group) group.push(hit);
    else groups.set(keyOf(hit), [hit]);
  }
  return groups;
}

function noVoices(): Record<Voice, number> {
  return { own: 0, attributed: 0, quoted: 0 };
}

function noPositions(): Record<Position, number> {
  return { headline: 0, lead: 0, body: 0 };
}
