import { sharesLanguage } from '#lib/comparison/languages';
import { wordsOnlyIn } from '#lib/comparison/only-words';
import { carryingOf, isUnread, nameOf, type Texts } from '#lib/comparison/texts';
import { utterancesOf } from '#lib/comparison/utterances';
import { countOf } from '#lib/text/count-of';
import { momentText } from '#lib/text/moments';
import { KIND_WORDS } from '../difference-words';
import { paragraphText, percent } from '../screen-words';
import { type Block, foreign, heading, type Line, line, soft, softLine, strong } from './blocks';
import { flags } from './read-blocks';

/** The view Quotes: one table an utterance. */
export function quoteBlocks(texts: Texts): Block[] {
  const utterances = utterancesOf(texts);
  const title = heading(2, 'Quotes', 'quotes');
  if (utterances.length === 0)
    return [title, line(`No quotation in ${texts.referenceName} was found in another text.`)];
  return [
    title,
    softLine(
      `${countOf(utterances.length, 'quotation')} in ${texts.referenceName} found in other texts, quoted or paraphrased.`,
    ),
    ...utterances.flatMap(({ reference, speaker, readings }): Block[] => [
      { kind: 'passage', as: 'quote', words: { text: reference.text, language: texts.reference.language }, marks: [] },
      softLine(
        `${speaker === undefined ? '' : `${speaker}, in `}${texts.referenceName}, ${paragraphText(reference.paragraph).toLowerCase()}`,
      ),
      {
        kind: 'table',
        caption: 'The same utterance elsewhere',
        head: ['Outlet', 'Its words', 'How they compare'],
        rows: readings.map(({ other, difference }): Line[] => [
          [other.name, ...flags(other)],
          foreign(difference.other.text, other.article.language),
          `${KIND_WORDS[difference.kind]}${difference.kind === 'quotation-same' ? '' : `: ${difference.note}`}`,
        ]),
      },
    ]),
  ];
}

/** The view Headlines. */
export function headlineBlocks(texts: Texts): Block[] {
  const all = [{ article: texts.reference, name: texts.referenceName }, ...texts.others];
  return [
    heading(2, 'Headlines', 'headlines'),
    {
      kind: 'table',
      caption: 'All headlines, the reference first',
      head: ['Outlet', 'Headline', 'Published'],
      rows: all.map(({ article, name }, at): Line[] => [
        [at === 0 ? strong(name) : name, ...(at === 0 ? [soft(' (reference)')] : []), ...flags({ article })],
        [
          foreign(article.headline, article.language),
          ...(article.standfirst === undefined ? [] : [' – ', foreign(article.standfirst, article.language)]),
        ],
        article.published === undefined ? 'not given' : momentText(article.published),
      ]),
    },
  ];
}

/** The view Coverage: paragraphs of the reference × other texts. */
export function coverageBlocks(texts: Texts): Block[] {
  const { reference, others } = texts;
  return [
    heading(2, 'Coverage', 'coverage'),
    softLine(
      '● strong match · ○ possible match · – no matching paragraph found · an empty cell says nothing: no match sure enough, or the text is not complete, too short or in another language.',
    ),
    {
      kind: 'table',
      caption: `Paragraphs of ${texts.referenceName} and where each has a match`,
      head: ['', 'Carried by', ...others.map(({ name }) => name)],
      rows: reference.paragraphs.map((paragraph, index): Line[] => {
        const { carried, of } = carryingOf(texts, index);
        return [
          [
            { kind: 'link', text: String(index + 1), href: `#p${index}` },
            ' ',
            foreign(opening(paragraph.text), reference.language),
          ],
          `${carried} of ${of}`,
          ...others.map(({ pair }) => {
            const links = (pair?.alignment.links ?? []).filter((link) => link.reference === index);
            const best = links.reduce<(typeof links)[number] | undefined>(
              (top, each) => (top && top.confidence >= each.confidence ? top : each),
              undefined,
            );
            if (best) return `${best.tier === 'strong' ? '●' : '○'} ${percent(best.confidence)}`;
            return pair?.alignment.unmatched.reference.includes(index) ? '–' : '';
          }),
        ];
      }),
    },
  ];
}

const OPENING = 90;

/** The first words of a paragraph. */
export function opening(text: string): string {
  return text.length <= OPENING ? text : `${text.slice(0, text.lastIndexOf(' ', OPENING) || OPENING)} …`;
}

/** The view Words, where the whole texts are there to look through. */
export function wordBlocks(texts: Texts): Block[] {
  const { articles } = texts.comparison;
  return [
    heading(2, 'Words', 'words'),
    softLine(
      'Words that stand in two or more paragraphs of one text and, in whatever form, in none of the others. An index to read by, not a finding: with so few texts many such words are chance.',
    ),
    ...articles.flatMap((article): Block[] => {
      const others = articles.filter((other) => other !== article && sharesLanguage(article, other));
      const unread = others.filter((other) => isUnread(other, texts.comparison));
      const words = others.length === unread.length ? [] : wordsOnlyIn(article, others);
      return [
        heading(3, nameOf(article, texts.comparison)),
        words.length === 0
          ? softLine('No such word.')
          : line(
              words.flatMap(({ word, paragraphs }, at) => [
                at === 0 ? '' : ', ',
                foreign(word, article.language),
                soft(` (${countOf(paragraphs, 'paragraph')})`),
              ]),
            ),
      ];
    }),
  ];
}
