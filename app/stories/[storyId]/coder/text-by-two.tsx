import { type SentenceByTwo, sentencesByTwo } from '#lib/framing/coded-sentences';
import { countOf } from '#lib/text/count-of';
import { type Segment, segmentsOf } from '#lib/text/segments';
import type { Codebook } from '#lib/types';
import { ForeignText } from '../../../_components/foreign-text';
import { Moment } from '../../../_components/moment';
import type { TextCodedTwice } from '../../../_queries/second-coder';
import { askNow } from './actions';
import { Ask } from './ask';
import styles from './coder.module.css';

const BY_WORDS = { both: 'Both', coder: 'Second coder only', codebook: 'Codebook only' } as const;
const DROP_WORDS: Record<string, string> = {
  'not-in-text': 'not in the text',
  'unknown-code': 'with a code the codebook does not have',
  'too-short': 'too short',
  malformed: 'not readable',
  'too-many': 'beyond the five hundredth',
};

type Props = {
  text: TextCodedTwice;
  names: ReadonlyMap<string, string>;
  codebook: Codebook;
  storyId: string;
  mayAsk: boolean;
};

/** One text as two coders have it: three lists, by who gives the code. */
export function TextByTwo({ text: { article, count, reading }, names, codebook, storyId, mayAsk }: Props) {
  const counted = {
    id: article.id,
    headline: article.headline,
    paragraphs: article.paragraphs.map(({ text }) => text),
  };
  const sentences =
    reading === undefined ? [] : sentencesByTwo(counted, codebook.lang, { count, proposals: reading.proposals });
  return (
    <section className={styles.section} id={`text-${article.id}`} aria-label={article.outletName}>
      <h2>{article.outletName}</h2>
      <ForeignText as="p" language={article.language}>
        {article.headline}
      </ForeignText>
      {mayAsk && (
        <Ask
          action={askNow.bind(null, storyId, codebook.id, article.id)}
          outlet={article.outletName}
          isAgain={reading !== undefined}
        />
      )}
      {reading === undefined ? (
        <p className="soft fine">Not asked about this text.</p>
      ) : (
        <>
          <p className="fine">
            {countOf(reading.proposals.length, 'passage')} proposed <Moment at={reading.at} />
            {droppedText(reading.dropped)}.
          </p>
          {(['both', 'coder', 'codebook'] as const).map((by) => (
            <List
              key={by}
              by={by}
              sentences={sentences.filter((each) => each.by === by)}
              names={names}
              language={article.language}
            />
          ))}
        </>
      )}
    </section>
  );
}

function droppedText(dropped: Readonly<Record<string, number>>): string {
  const parts = Object.entries(dropped).map(([why, count]) => `${count} ${DROP_WORDS[why] ?? why}`);
  return parts.length === 0 ? '' : `; dropped: ${parts.join(', ')}`;
}

type ListProps = {
  by: SentenceByTwo['by'];
  sentences: readonly SentenceByTwo[];
  names: ReadonlyMap<string, string>;
  language: string | undefined;
};

function List({ by, sentences, names, language }: ListProps) {
  if (sentences.length === 0) return null;
  return (
    <details open={by !== 'codebook'}>
      <summary>
        {BY_WORDS[by]}: {sentences.length}
      </summary>
      <ol className={styles.sentences}>
        {sentences.map((each) => (
          <li key={`${each.code} ${each.paragraph} ${each.sentence}`}>
            <ForeignText as="p" language={language} className={styles.sentence}>
              <TwoMarks sentence={each} />
            </ForeignText>
            <p className="soft fine">
              {names.get(each.code) ?? each.code}, {each.paragraph < 0 ? 'headline' : `paragraph ${each.paragraph + 1}`}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

// Two marks that differ in shape: what a codebook's term matched has a ground and a line, what was proposed a dashed frame.
function TwoMarks({ sentence: { text, hits, proposed } }: { sentence: SentenceByTwo }) {
  const marks = [
    ...proposed.map((span) => ({ kind: 'shared' as const, ...span })),
    ...hits.map((span) => ({ kind: 'hit' as const, ...span })),
  ];
  return segmentsOf(text, marks).map((segment) => <Piece key={segment.start} segment={segment} />);
}

function Piece({ segment: { text, marks } }: { segment: Segment }) {
  const inner = marks.some(({ kind }) => kind === 'hit') ? <mark className={styles.hit}>{text}</mark> : text;
  if (!marks.some(({ kind }) => kind === 'shared')) return inner;
  return (
    <span className={styles.proposed}>
      <span className="hidden-text" lang="en" dir="ltr">
        [second coder:{' '}
      </span>
      {inner}
      <span className="hidden-text">]</span>
    </span>
  );
}
