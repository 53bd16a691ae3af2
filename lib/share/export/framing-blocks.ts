import {
  type CountedOutlet,
  countedOutlets,
  evidenceOf,
  type Filter,
  type FrameRow,
  frameRow,
  mentionsOf,
  scaleEnd,
} from '#lib/comparison/frame-rows';
import { nameOf, type Texts, textAt } from '#lib/comparison/texts';
import { precisionOf, precisionWords } from '#lib/comparison/verdicts';
import { countOf } from '#lib/text/count-of';
import type { Mark } from '#lib/text/segments';
import type { Codebook, ConceptCode, FrameCode, Framing } from '#lib/types';
import { POSITION_WORDS, paragraphText, QUALITY_WORDS, shareText, VOICE_WORDS } from '../screen-words';
import { type Block, heading, type Inline, line, soft, softLine } from './blocks';

/** The view Framing, through the filter that was looked through: every codebook, every frame and label, and the sentences behind each number. */
export function framingBlocks(texts: Texts, filter: Filter): Block[] {
  const { framing, codebooks } = texts.comparison;
  return [
    heading(2, 'Framing', 'framing'),
    softLine([
      'Share of sentences with the frame; k/n is sentences with it / all sentences. Frames say what is talked about, not what an outlet thinks; quoted speech is the speaker’s.',
      filter.voice === 'all' ? '' : ` Counted here: ${VOICE_WORDS[filter.voice]}.`,
      filter.position === 'all' ? '' : ` Only in: ${POSITION_WORDS[filter.position]}.`,
    ]),
    ...(framing.length === 0 ? [line('No codebook was chosen for this comparison, so nothing was counted.')] : []),
    ...framing.flatMap((each) => {
      const codebook = codebooks.find(({ id }) => id === each.codebook.id);
      return codebook === undefined ? [] : codebookBlocks(texts, each, codebook, filter);
    }),
  ];
}

function codebookBlocks(texts: Texts, framing: Framing, codebook: Codebook, filter: Filter): Block[] {
  const { outlets, left, copies } = countedOutlets(texts, framing);
  const name = (id: string) => {
    const article = texts.comparison.articles.find((each) => each.id === id);
    return article === undefined ? '' : nameOf(article, texts.comparison);
  };
  const panels = codebook.frames.map((frame) => ({
    frame,
    rows: outlets.map((outlet) => frameRow(outlet, frame.id, filter, framing.codebook.hash)),
  }));
  const end = scaleEnd(panels.flatMap(({ rows }) => rows));
  const isNamed = ({ labels }: ConceptCode) =>
    labels.some(({ id }) => outlets.some((outlet) => mentionsOf(outlet, id, filter) > 0));
  const silent = codebook.concepts.filter((concept) => !isNamed(concept));
  return [
    heading(3, `${codebook.title}, version ${codebook.version}`),
    softLine([`${codebook.description} SHA-256 `, { kind: 'code', text: framing.codebook.hash }]),
    ...(copies.length === 0
      ? []
      : [
          line(
            `The same text is counted once: ${copies.map(({ articleId, of }) => `${name(articleId)} under ${name(of)}`).join(', ')}.`,
          ),
        ]),
    ...(left.length === 0
      ? []
      : [
          line(
            `Not counted (not complete, or in another language): ${left.map((article) => nameOf(article, texts.comparison)).join(', ')}.`,
          ),
        ]),
    ...(outlets.length === 0 ? [line('None of these texts could be counted with this codebook.')] : []),
    ...(outlets.length === 0
      ? []
      : [
          ...panels.flatMap(({ frame, rows }) => [
            ...frameBlocks(frame, rows, end),
            ...checkedBlocks(texts, framing, frame.id),
            ...evidenceBlocks(texts, outlets, frame.id, filter),
          ]),
          ...codebook.concepts.filter(isNamed).flatMap((concept) => conceptBlocks(texts, concept, outlets, filter)),
          ...(silent.length === 0
            ? []
            : [softLine(`No text uses any of the names of: ${silent.map(({ label }) => label).join(', ')}.`)]),
        ]),
  ];
}

function frameBlocks(frame: FrameCode, rows: readonly FrameRow[], end: number): Block[] {
  return [
    heading(4, [frame.label, ...(frame.exploratory ? [soft(' (exploratory: people disagree about it)')] : [])]),
    softLine(frame.question),
    {
      kind: 'table',
      caption: `${frame.label}: sentences by outlet, voice and position`,
      head: ['Outlet', 'k/n', 'Share', '', 'Own', 'Attributed', 'Quoted', 'Headline / lead / rest'],
      rows: rows.map(({ outlet, estimate, byVoice, byPosition }) => [
        outletName(outlet),
        `${estimate.k}/${estimate.n}`,
        `${shareText(estimate.share)}${intervalText(estimate.interval)}`,
        {
          kind: 'dot',
          share: estimate.share ?? 0,
          end,
          ...(estimate.interval === undefined ? {} : { interval: estimate.interval }),
        },
        String(byVoice.own),
        String(byVoice.attributed),
        String(byVoice.quoted),
        `${byPosition.headline} / ${byPosition.lead} / ${byPosition.body}`,
      ]),
    },
  ];
}

/** What readers said of this frame's hits. */
function checkedBlocks({ comparison }: Texts, { codebook }: Framing, code: string): Block[] {
  const found = precisionOf(comparison.verdicts ?? [], codebook.hash, [code]);
  return found === undefined ? [] : [softLine(precisionWords(found))];
}

function intervalText(interval: FrameRow['estimate']['interval']): string {
  if (interval === undefined) return '';
  return ` (${shareText(interval.low)} to ${shareText(interval.high)}${interval.rough ? ', rough' : ''})`;
}

function outletName({ name, incomplete }: CountedOutlet): Inline[] {
  return incomplete === undefined ? [name] : [name, soft(` (${QUALITY_WORDS[incomplete.status]})`)];
}

function conceptBlocks(texts: Texts, concept: ConceptCode, outlets: readonly CountedOutlet[], filter: Filter): Block[] {
  return [
    heading(4, concept.label),
    softLine(concept.definition),
    {
      kind: 'table',
      caption: `${concept.label}: mentions`,
      head: ['Outlet', ...concept.labels.map(({ label }) => label)],
      rows: outlets.map((outlet) => [
        outletName(outlet),
        ...concept.labels.map(({ id }) => String(mentionsOf(outlet, id, filter))),
      ]),
    },
    ...concept.labels.flatMap(({ id, label }) => evidenceBlocks(texts, outlets, id, filter, `“${label}”: `)),
  ];
}

function evidenceBlocks(
  texts: Texts,
  outlets: readonly CountedOutlet[],
  code: string,
  filter: Filter,
  before = '',
): Block[] {
  const sentences = evidenceOf(outlets, code, undefined, filter);
  if (sentences.length === 0) return [];
  const blocks = sentences.flatMap(({ articleId, hits }): Block[] => {
    const article = texts.comparison.articles.find(({ id }) => id === articleId);
    const first = hits[0];
    if (!article || !first) return [];
    const text = textAt(article, first.paragraph).slice(first.sentenceStart, first.sentenceEnd);
    const marks = hits.map(({ start, end, voice: of }): Mark => {
      return { kind: 'hit', start: start - first.sentenceStart, end: end - first.sentenceStart, said: VOICE_WORDS[of] };
    });
    const terms = [...new Set(hits.map(({ text: words, voice: of }) => `“${words}”, ${VOICE_WORDS[of]}`))].join('; ');
    return [
      { kind: 'passage', as: 'quote', words: { text, language: article.language }, marks },
      softLine(
        `${nameOf(article, texts.comparison)}, ${paragraphText(first.paragraph).toLowerCase()}, ${POSITION_WORDS[first.position]}: ${terms}`,
      ),
    ];
  });
  return [{ kind: 'fold', summary: `${before}${countOf(sentences.length, 'place')} in the texts`, blocks }];
}
