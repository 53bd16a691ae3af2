import { useId } from 'react';
import { type CountedOutlet, type EvidenceSentence, evidenceOf } from '#lib/comparison/frame-rows';
import { nameOf, type Texts } from '#lib/comparison/texts';
import { LEAD_PARAGRAPHS } from '#lib/framing/units';
import { sentenceVoice } from '#lib/framing/voice';
import { linkTo, type Place } from '#lib/share/shown';
import type { Article } from '#lib/types';
import { sentenceId } from './evidence-ids';
import { fillsOf, Hatch } from './hatch';

const ROW = 26;
const HEAD = 22;
const TRACK = 220;
const HEADLINE_ROOM = 64;
const LETTER = 6.6;
const LONGEST_NAME = 28;
/** Marks nearer than this are set above each other, so that none hides another. */
const NEAR = 10;

type Props = { texts: Texts; place: Place; code: string; outlets: readonly CountedOutlet[] };

/** Where in each text the sentences stand: headline, then the text from first to last word with a line where the lead ends. */
export function PositionStrip({ texts, place, code, outlets }: Props) {
  const hatch = useId().replace(/[^\w-]/g, '');
  const fills = fillsOf(hatch);
  const rows = outlets.flatMap((outlet) =>
    outlet.counts.flatMap(({ articleId }) => {
      const article = texts.comparison.articles.find(({ id }) => id === articleId);
      if (!article) return [];
      const name = nameOf(article, texts.comparison);
      return [{ outlet, article, name, sentences: sentencesOf(outlet, article, code, place) }];
    }),
  );
  const names = Math.min(LONGEST_NAME, Math.max(...rows.map(({ name }) => name.length))) * LETTER + 16;
  const start = names + HEADLINE_ROOM;
  const width = start + TRACK + 34;
  const height = HEAD + rows.length * ROW;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize="12" role="presentation">
      <Hatch id={hatch} />
      <text x={names} y="14" fill="var(--ink-soft)">
        headline
      </text>
      <text x={start} y="14" fill="var(--ink-soft)">
        text; | the lead ends
      </text>
      {rows.map(({ outlet, article, name, sentences }, row) => {
        const y = HEAD + row * ROW + ROW / 2;
        const lead = start + TRACK * shareAt(article, article.paragraphs[LEAD_PARAGRAPHS]?.start);
        return (
          <g key={article.id}>
            <text x="0" y={y + 4} fill="var(--ink)">
              {name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`}
            </text>
            <line x1={start} x2={start + TRACK} y1={y} y2={y} stroke="var(--rule-strong)" />
            <line x1={lead} x2={lead} y1={y - 8} y2={y + 8} stroke="var(--rule-strong)" strokeWidth="1.5" />
            {placed(sentences, article, { names, start }).map(({ sentence, hit, x, level }) => {
              const cell = hit.position === 'headline' && hit.kind === 'frame' ? ('headline' as const) : undefined;
              const id = sentenceId(texts, sentence);
              return (
                <a key={id} href={linkTo(place, { code, outlet: outlet.id, cell }, id)} tabIndex={-1}>
                  <circle
                    cx={x}
                    cy={y - 6 * level}
                    r="5"
                    fill={fills[sentenceVoice(sentence.hits.map(({ voice }) => voice))]}
                    stroke="var(--series)"
                    strokeWidth="1.5"
                  />
                </a>
              );
            })}
            <text x={start + TRACK + 12} y={y + 4} fill="var(--ink)">
              {sentences.length}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function placed(
  sentences: readonly EvidenceSentence[],
  article: Article,
  { names, start }: { names: number; start: number },
) {
  let before = { x: Number.NEGATIVE_INFINITY, level: 0 };
  return sentences.flatMap((sentence) => {
    const hit = sentence.hits[0];
    if (!hit) return [];
    const at = (article.paragraphs[hit.paragraph]?.start ?? 0) + hit.sentenceStart;
    const x = hit.position === 'headline' ? names + 8 : start + TRACK * shareAt(article, at);
    before = { x, level: x - before.x < NEAR ? (before.level + 1) % 3 : 0 };
    return [{ sentence, hit, ...before }];
  });
}

/** Of one text, the headline first: it is no part of a frame's k, but it is a place. */
function sentencesOf(outlet: CountedOutlet, article: Article, code: string, { shown }: Place): EvidenceSentence[] {
  const { voice, position } = shown;
  const positions = position === 'all' ? (['headline', 'lead', 'body'] as const) : [position];
  return positions.flatMap((each) =>
    evidenceOf([outlet], code, undefined, { voice, position: each }).filter(
      ({ articleId }) => articleId === article.id,
    ),
  );
}

function shareAt(article: Article, offset: number | undefined): number {
  const last = article.paragraphs.at(-1);
  const length = last === undefined ? 0 : last.start + last.text.length;
  return length === 0 || offset === undefined ? 1 : offset / length;
}

/** The same as a table: a row a text, a column a position. */
export function stripRows({ texts, place, code, outlets }: Props): (string | number)[][] {
  return [
    ['text', 'position', 'paragraph', 'sentence', 'at_percent_of_text', 'voice'],
    ...outlets.flatMap((outlet) =>
      outlet.counts.flatMap(({ articleId }) => {
        const article = texts.comparison.articles.find(({ id }) => id === articleId);
        if (!article) return [];
        return sentencesOf(outlet, article, code, place).flatMap(({ hits }) => {
          const hit = hits[0];
          if (!hit) return [];
          const at = (article.paragraphs[hit.paragraph]?.start ?? 0) + hit.sentenceStart;
          const percent = hit.paragraph < 0 ? 0 : Math.round(100 * shareAt(article, at));
          const voice = sentenceVoice(hits.map((each) => each.voice));
          return [
            [nameOf(article, texts.comparison), hit.position, hit.paragraph + 1, hit.sentence + 1, percent, voice],
          ];
        });
      }),
    ),
  ];
}
