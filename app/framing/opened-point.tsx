import Link from 'next/link';
import { evidenceOf } from '#lib/comparison/frame-rows';
import { countOf } from '#lib/text/count-of';
import type { Article } from '#lib/types';
import type { OutletFraming } from '../_queries/outlet-framing';
import { filterWords } from '../_views/framing/chart-facts';
import styles from '../_views/framing/evidence.module.css';
import { EvidenceItem } from '../_views/framing/evidence-item';
import { EvidenceKeys } from '../_views/framing/evidence-keys';
import { type Asked, framingAddress } from './read-asked';

type Props = { framing: OutletFraming; asked: Asked; mayCorrect: boolean };

/** The sentences behind one point of the line. */
export function OpenedPoint({ framing, asked, mayCorrect }: Props) {
  const { opened, outlet, code, stamp, points } = framing;
  const point = points.find(({ key }) => key === opened?.key);
  if (!opened || !outlet || !point) return null;
  const counted = { id: outlet.id, name: outlet.name, counts: point.counts };
  const sentences = evidenceOf([counted], code.id, undefined, asked);
  const hits = sentences.reduce((sum, sentence) => sum + sentence.hits.length, 0);
  const size = countOf(sentences.length, 'sentence');
  const { point: _point, ...without } = asked;
  return (
    <section id="evidence" className={styles.evidence} aria-labelledby="evidence-title" tabIndex={-1}>
      <h3 id="evidence-title">
        {code.label} in {outlet.name}, {point.text ? point.text.headline : `from ${point.start}`}, {filterWords(asked)}:{' '}
        {code.kind === 'label' ? `${countOf(hits, 'mention')} in ${size}` : size}
      </h3>
      {sentences.length === 0 && <p className="soft">No sentence here carries it.</p>}
      <ol>
        {sentences.map((sentence) => {
          const article = opened.articles.find(({ id }) => id === sentence.articleId);
          const [hit] = sentence.hits;
          if (!article || !hit) return null;
          const id = `${opened.articles.indexOf(article)}-${hit.paragraph}`;
          return (
            <EvidenceItem
              key={`${id}-${hit.sentence}`}
              id={`sentence-${id}-${hit.sentence}`}
              article={article}
              name={article.headline}
              href={placeOf(article, hit.paragraph, opened.storyOf.get(article.id))}
              codebook={stamp}
              hits={sentence.hits}
              verdicts={opened.verdicts}
              hitId={({ start, end }) => `hit-${id}-${start}-${end}`}
              {...(mayCorrect ? { back: (to: string) => framingAddress(asked, to) } : {})}
            />
          );
        })}
      </ol>
      <p>
        <Link href={framingAddress(without, 'series')} prefetch={false} data-close-evidence="">
          Close the list
        </Link>
      </p>
      <EvidenceKeys opened={`${outlet.id} ${code.id} ${opened.key}`} back="series" />
    </section>
  );
}

/** Where the paragraph stands: in its story with this text as the reference, else among the article's versions. */
function placeOf(article: Article, paragraph: number, storyId: string | undefined): string {
  if (storyId === undefined) return `/articles/${encodeURIComponent(article.id)}`;
  const ref = encodeURIComponent(article.id);
  return paragraph < 0
    ? `/stories/${storyId}?ref=${ref}#headline`
    : `/stories/${storyId}?ref=${ref}&at=p${paragraph}#p${paragraph}`;
}
