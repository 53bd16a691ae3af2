import { bodyWords } from '#lib/comparison/absence';
import { isSample, nameOf, outletsAndTexts, sameTextAs, type Texts, textsOf } from '#lib/comparison/texts';
import { countOf } from '#lib/text/count-of';
import { daysText, momentText } from '#lib/text/moments';
import type { Article, Comparison, Excerpt, Timestamp, ViewState } from '#lib/types';
import { archiveAddress } from '../archive-address';
import { citation } from '../citation';
import { QUALITY_WORDS } from '../screen-words';
import { readShown } from '../shown';
import { type Block, foreign, heading, type Inline, type Line, line, soft, softLine, strong } from './blocks';
import { framingBlocks } from './framing-blocks';
import { readBlocks } from './read-blocks';
import { coverageBlocks, headlineBlocks, quoteBlocks, wordBlocks } from './table-blocks';

/** A frozen comparison as it may be given to somebody. */
export type Exportable = {
  id: string;
  frozenAt: Timestamp;
  comparison: Comparison;
  view: ViewState;
  /** Canonical JSON of it: written when asked for, since most who open an excerpt want the page. */
  json(): string;
  excerpt?: Excerpt;
  /** Where it can be opened; absent where no server is known. */
  address?: string;
};

/** Everything the screen shows of a comparison, view after view, as one document. */
export function report(given: Exportable): Block[] {
  const shown = readShown(given.view);
  const texts = textsOf(given.comparison, shown);
  return [
    ...headBlocks(given, texts),
    ...sourceBlocks(given, texts),
    ...noteBlocks(texts),
    ...readBlocks(texts),
    ...headlineBlocks(texts),
    ...quoteBlocks(texts),
    ...framingBlocks(texts, shown),
    ...coverageBlocks(texts),
    // Which words stand in one text only cannot be seen in excerpts.
    ...(given.excerpt === undefined ? wordBlocks(texts) : []),
    ...methodBlocks(given, texts),
  ];
}

function headBlocks({ id, frozenAt, comparison, excerpt, address }: Exportable, texts: Texts): Block[] {
  const published = comparison.articles.flatMap((article) => article.published ?? []).sort();
  const [first, last] = [published[0], published.at(-1)];
  const { outlets, independent } = outletsAndTexts(comparison);
  const parts = [
    `${countOf(outlets, 'outlet')}, ${countOf(comparison.articles.length, 'text')}${independent < outlets ? `, ${independent} independent` : ''}`,
    first === undefined || last === undefined ? '' : daysText(first, last),
    comparison.articles.some((article) => isSample(article, comparison)) ? 'sample: the outlets are fictional' : '',
  ];
  return [
    softLine(parts.filter((part) => part !== '').join(' · ')),
    heading(1, foreign(comparison.title, texts.reference.language)),
    line([
      `Compared with `,
      strong(texts.referenceName),
      `, frozen on ${momentText(frozenAt)} as `,
      address === undefined ? { kind: 'code', text: id } : { kind: 'link', text: id, href: address },
      '.',
    ]),
    ...(excerpt === undefined
      ? []
      : [
          {
            kind: 'line' as const,
            isNotice: true as const,
            line: `An excerpt: of each text the matched and quoted passages, at most ${excerpt.passageWords} words each; […] stands for what is left to the source. Counts and matches are those of the whole texts.`,
          },
        ]),
    softLine(`Cite as: ${citation(comparison, frozenAt, address ?? id)}`),
  ];
}

function sourceBlocks({ comparison }: Exportable, texts: Texts): Block[] {
  const all = [{ article: texts.reference, name: texts.referenceName }, ...texts.others];
  return [
    heading(2, 'The texts', 'texts'),
    {
      kind: 'table',
      caption: 'What is compared, and where it can be read',
      head: ['Outlet', 'Published', 'Read', 'Text', 'Source'],
      rows: all.map(({ article, name }, at): Line[] => {
        const copyOf = sameTextAs(article.id, comparison);
        return [
          [at === 0 ? strong(name) : name, ...(at === 0 ? [soft(' (reference)')] : [])],
          article.published === undefined ? 'not given' : momentText(article.published),
          momentText(article.fetchedAt),
          [
            QUALITY_WORDS[article.quality.status],
            ...(copyOf === undefined ? [] : [`, same text as ${copyOf}`]),
            ...article.quality.reasons.map(({ message }) => soft(` ${message}`)),
          ],
          sourceLinks(article, isSample(article, comparison)),
        ];
      }),
    },
  ];
}

// The addresses of the fictional outlets lead nowhere, so they are not links.
function sourceLinks({ url, fetchedAt }: Article, sample: boolean): Inline[] {
  if (url === undefined) return ['pasted text'];
  if (sample) return [soft(`${url} (fictional)`)];
  return [
    { kind: 'link', text: url, href: url },
    ' · ',
    { kind: 'link', text: 'archived copy', href: archiveAddress(url, fetchedAt) },
  ];
}

function noteBlocks({ comparison }: Texts): Block[] {
  if (comparison.notes.length === 0) return [];
  const name = (id: string | undefined) => {
    const article = comparison.articles.find((each) => each.id === id);
    return article === undefined ? 'All' : nameOf(article, comparison);
  };
  return [
    heading(2, 'To know about these texts', 'notes'),
    {
      kind: 'list',
      items: comparison.notes.map(({ articleId, reason }) => ({
        line: [strong(name(articleId)), `: ${reason.message}`],
      })),
    },
  ];
}

function methodBlocks({ id, comparison, excerpt }: Exportable, texts: Texts): Block[] {
  const { software, settings, linkCorrections = [], framing } = comparison;
  const made = linkCorrections.filter(({ linked }) => linked).length;
  const all = [{ article: texts.reference, name: texts.referenceName }, ...texts.others];
  const words = (article: Article) =>
    excerpt?.texts.find(({ articleId }) => articleId === article.id)?.words ?? bodyWords(article);
  const facts: Line[] = [
    `Made by Synoptic ${software.version}. The same texts, reference, settings and codebooks give the same comparison, and the same id: ${id}.`,
    `Length of the texts: ${all.map(({ article, name }) => `${name} ${countOf(words(article), 'word')}`).join(', ')}.`,
    settings.includePartial
      ? 'Texts that are not complete are counted.'
      : 'Texts that are not complete are left out of counts, charts and “no matching paragraph found”.',
    ...(linkCorrections.length === 0
      ? []
      : [
          `Corrected by hand: ${countOf(made, 'match', 'matches')} made, ${countOf(linkCorrections.length - made, 'match', 'matches')} parted.`,
        ]),
    ...framing.map(
      ({ codebook }): Line => [
        `Codebook ${codebook.id}, version ${codebook.version}, SHA-256 `,
        { kind: 'code', text: codebook.hash },
      ],
    ),
    'A confidence is an estimate of how often such matches join passages that report the same statement or fact. “No matching paragraph found” means not found by this method in this text; it does not mean that the outlet never reported it.',
    'Differences are ordinary in news writing: sources, space, time of writing and translation all make them. This tool finds them; you judge them.',
  ];
  return [heading(2, 'How this was made', 'method'), { kind: 'list', items: facts.map((each) => ({ line: each })) }];
}
