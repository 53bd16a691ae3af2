import { type Numbered, onlyHere, type Piece, type Reading, spineOf } from '#lib/comparison/spine';
import { type Other, type Texts, textAt } from '#lib/comparison/texts';
import { countOf } from '#lib/text/count-of';
import { momentText } from '#lib/text/moments';
import type { Difference } from '#lib/types';
import { KIND_WORDS } from '../difference-words';
import { matchText, paragraphText, QUALITY_WORDS, summaryOf } from '../screen-words';
import { type Block, foreign, heading, type Inline, line, soft, softLine, strong } from './blocks';

/** The view Read: the reference paragraph by paragraph, beneath each what every other text has there. */
export function readBlocks(texts: Texts): Block[] {
  const { headline, pieces } = spineOf(texts);
  const { reference } = texts;
  return [
    heading(2, `${texts.referenceName}, paragraph by paragraph`, 'read'),
    softLine(
      'Words with dots beneath are in both passages. Numbers in a text lead to the difference of that number beneath it, told as here (the reference) and there (the other text).',
    ),
    ...pieceBlocks(texts, headline),
    ...(reference.standfirst === undefined ? [] : [passage('paragraph', reference.standfirst, reference.language)]),
    ...pieces.flatMap((piece) => pieceBlocks(texts, piece)),
    ...onlyBlocks(texts),
  ];
}

function passage(as: 'title' | 'paragraph' | 'quote', text: string, language: string | undefined): Block {
  return { kind: 'passage', as, words: { text, language }, marks: [] };
}

function pieceBlocks(texts: Texts, piece: Piece): Block[] {
  const { reference } = texts;
  const kind = reference.paragraphs[piece.index]?.kind;
  const as = piece.index < 0 || kind === 'heading' ? 'title' : kind === 'quote' ? 'quote' : 'paragraph';
  const words = { text: piece.text, language: reference.language };
  const blocks = [
    ...piece.readings.flatMap((reading) => readingBlocks(texts, piece, reading)),
    ...absentBlocks(texts, piece),
  ];
  return [
    { kind: 'passage', as, words, marks: piece.marks, id: piece.id },
    ...(blocks.length === 0 ? [] : [{ kind: 'aside' as const, blocks: [softLine(summaryOf(piece)), ...blocks] }]),
  ];
}

function readingBlocks(texts: Texts, piece: Piece, { other, passages, differences, agreements }: Reading): Block[] {
  const { article } = other;
  return [
    line([strong(other.name), ...flags(other)]),
    ...passages.flatMap(({ paragraph, text, marks, link }): Block[] => [
      { kind: 'passage', as: 'quote', words: { text, language: article.language }, marks },
      softLine(piece.index < 0 && paragraph < 0 ? 'Headline' : `${paragraphText(paragraph)}, ${matchText(link)}`),
    ]),
    ...differenceBlocks(texts, other, differences, agreements),
  ];
}

/** What should be known of a text wherever it is named. */
export function flags({ article, copyOf }: Pick<Other, 'article' | 'copyOf'>): Inline[] {
  return [
    ...(article.quality.status === 'full' ? [] : [soft(` (${QUALITY_WORDS[article.quality.status]})`)]),
    ...(copyOf === undefined ? [] : [soft(` (same text as ${copyOf})`)]),
  ];
}

function differenceBlocks(
  texts: Texts,
  other: Other,
  differences: readonly Numbered[],
  agreements: readonly Difference[],
): Block[] {
  const items = [
    ...differences.map(({ number, id, difference }) => ({ number, id, line: wordsOf(texts, other, difference) })),
    ...agreements.map((difference) => ({ line: wordsOf(texts, other, difference) })),
  ];
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function wordsOf({ reference }: Texts, { article }: Other, difference: Difference): Inline[] {
  const { kind, note, speaker } = difference;
  const times =
    kind === 'figure-different' && reference.published !== undefined && article.published !== undefined
      ? [soft(` (published ${momentText(reference.published)} here, ${momentText(article.published)} there)`)]
      : [];
  return [
    strong(KIND_WORDS[kind]),
    `${speaker === undefined ? '' : ` (${speaker})`}: `,
    foreign(note, article.language),
    ...times,
  ];
}

function absentBlocks(texts: Texts, piece: Piece): Block[] {
  const silent = texts.others.filter(
    (other) => !other.judged && !piece.readings.some((reading) => reading.other === other),
  );
  return [
    ...(piece.absent.length === 0
      ? []
      : [
          line(
            `No matching paragraph found in ${piece.absent.length} of ${countOf(piece.carrying.judged, 'text')}: ${namesOf(piece.absent)}.`,
          ),
        ]),
    ...(piece.index < 0 || silent.length === 0
      ? []
      : [softLine(`Nothing is said about ${namesOf(silent)}: not complete, too short or in another language.`)]),
  ];
}

function namesOf(others: readonly Other[]): string {
  return others.map(({ name }) => name).join(', ');
}

function onlyBlocks(texts: Texts): Block[] {
  const found = texts.others.filter((other) => onlyHere(other).length > 0);
  return [
    heading(2, 'Only in the others', 'only'),
    softLine(
      found.length === 0
        ? `Every paragraph of the other texts that could be judged has a counterpart in ${texts.referenceName}, or may have one.`
        : `Passages for which no matching paragraph was found in ${texts.referenceName}.`,
    ),
    ...found.flatMap((other): Block[] => [
      heading(3, other.name),
      ...onlyHere(other).flatMap((run): Block[] => [
        ...run.map((index) => passage('quote', textAt(other.article, index), other.article.language)),
        softLine(
          run.length === 1 ? paragraphText(run[0] ?? 0) : `Paragraphs ${(run[0] ?? 0) + 1} to ${(run.at(-1) ?? 0) + 1}`,
        ),
      ]),
    ]),
  ];
}
