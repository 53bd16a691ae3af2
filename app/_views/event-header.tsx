import type { ReactNode } from 'react';
import { isSample, outletsAndTexts, sameTextAs, type Texts } from '#lib/comparison/texts';
import { countOf } from '#lib/text/count-of';
import { CopyFlag, QualityReasons, SampleFlag } from '../_components/flag';
import { ForeignText } from '../_components/foreign-text';
import { daysText } from '../_components/moment';
import styles from './event-header.module.css';

/** Title of the event, who reports it, when; the caller adds what can be done. */
export function EventHeader({ texts, children }: { texts: Texts; children: ReactNode }) {
  const { comparison, reference } = texts;
  const published = comparison.articles.flatMap((article) => article.published ?? []).sort();
  const [first, last] = [published[0], published.at(-1)];
  const sample = comparison.articles.some((article) => isSample(article, comparison));
  const { outlets, independent } = outletsAndTexts(comparison);
  return (
    <header className={styles.header}>
      <p className={styles.kicker}>
        {countOf(outlets, 'outlet')}, {countOf(comparison.articles.length, 'text')}
        {independent < outlets && `, ${independent} independent`}
        {first !== undefined && last !== undefined && <> · {daysText(first, last)}</>} {sample && <SampleFlag />}
      </p>
      <ForeignText as="h1" language={reference.language} className={styles.title}>
        {comparison.title}
      </ForeignText>
      <ul className={styles.outlets} aria-label="Texts compared">
        {[{ article: reference, name: texts.referenceName }, ...texts.others].map(({ article, name }) => (
          <li key={article.id}>
            {article === reference ? <strong>{name}</strong> : name}
            {article === reference && <span className="soft"> (reference)</span>}{' '}
            <QualityReasons quality={article.quality} /> <CopyFlag of={sameTextAs(article.id, comparison)} />
          </li>
        ))}
      </ul>
      {children}
    </header>
  );
}
