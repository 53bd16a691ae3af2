import Link from 'next/link';
import { textAt } from '#lib/comparison/texts';
import { verdictOf } from '#lib/comparison/verdicts';
import { splitSentences } from '#lib/text/sentences';
import { type Article, type CodebookStamp, HEADLINE, type Hit, type Span, type Verdict } from '#lib/types';
import { ForeignText } from '../../_components/foreign-text';
import { MarkedText } from '../../_components/marked-text';
import { PassageMark } from '../passage-mark';
import styles from './evidence.module.css';
import { VerdictForm } from './verdict-form';
import { POSITION_WORDS, VOICE_WORDS } from './words';

type Props = {
  article: Article;
  name: string;
  /** Where the paragraph can be read. */
  href: string;
  codebook: CodebookStamp;
  hits: readonly Hit[];
  verdicts: readonly Verdict[];
  id: string;
  /** Of this sentence as it is looked at; absent where it stands outside of any view. */
  address?: string;
  hitId: (hit: Hit) => string;
  /** Address to come back to after judging a hit; absent where nothing may be changed. */
  back?: (id: string) => string;
};

/** One sentence between its neighbours, and its hits: which pattern found them, whose words they are, where they stand. */
export function EvidenceItem({ article, name, href, codebook, hits, verdicts, id, address, hitId, back }: Props) {
  const [first] = hits;
  if (!first) return null;
  const text = textAt(article, first.paragraph);
  const around = neighboursOf(text, first, article);
  const marks = hits.map(({ start, end, voice }) => ({
    kind: 'hit' as const,
    start: start - first.sentenceStart,
    end: end - first.sentenceStart,
    said: VOICE_WORDS[voice],
  }));
  return (
    <li id={id} data-sentence="">
      <ForeignText as="blockquote" language={article.language} className={styles.sentence}>
        {around.before && <span className={styles.around}>{slice(text, around.before)} </span>}
        <MarkedText text={slice(text, { start: first.sentenceStart, end: first.sentenceEnd })} marks={marks} />
        {around.after && <span className={styles.around}> {slice(text, around.after)}</span>}{' '}
        {address !== undefined && <PassageMark href={address} name="this sentence" />}
      </ForeignText>
      <p className={styles.about}>
        {name},{' '}
        <Link href={href} prefetch={false}>
          {first.paragraph === HEADLINE ? 'headline' : `paragraph ${first.paragraph + 1}`}
        </Link>{' '}
        ({POSITION_WORDS[first.position]})
      </p>
      <ul className={styles.hits}>
        {unique(hits).map((hit) => {
          const said = verdictOf(verdicts, codebook.hash, article.id, hit);
          const place = hitId(hit);
          return (
            <li key={place} id={place} data-hit="" tabIndex={-1}>
              <span>
                “<bdi lang={article.language}>{hit.text}</bdi>” by <code>{hit.pattern}</code>, {VOICE_WORDS[hit.voice]}
                {hit.speaker !== undefined && (
                  <>
                    {' '}
                    (<bdi lang={article.language}>{hit.speaker}</bdi>)
                  </>
                )}
                {!back && said !== undefined && `; a reader says: ${said}`}
              </span>
              {back && <VerdictForm {...{ article, codebook, hit, said }} back={back(place)} />}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The sentence before and the one after, in the same paragraph: enough to see what "the crisis" is. */
function neighboursOf(text: string, hit: Hit, article: Article): { before?: Span; after?: Span } {
  if (hit.paragraph === HEADLINE) return {};
  const spans = splitSentences(text, article.language ?? 'en');
  const before = spans.filter(({ end }) => end <= hit.sentenceStart).at(-1);
  const after = spans.find(({ start }) => start >= hit.sentenceEnd);
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

// Two rules may find the same words; one line and one verdict are enough.
function unique(hits: readonly Hit[]): Hit[] {
  return hits.filter((hit, at) => hits.findIndex((each) => each.start === hit.start && each.end === hit.end) === at);
}
