import Link from 'next/link';
import type { Article } from '#lib/types';
import { QualityReasons, SampleFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { LinkForm } from '../../_components/link-form';
import { Moment } from '../../_components/moment';
import type { Story } from '../../_queries/stories';
import styles from './story.module.css';

/** A story that only one text reports: the text, and the way to find others. */
export function OneText({ story, articles }: { story: Story; articles: readonly Article[] }) {
  const article = articles[0];
  return (
    <article className={styles.alone}>
      <p className="notice">
        Only one text reports this so far, so there is nothing to compare. It is compared as soon as another outlet's
        text is found.
      </p>
      <ForeignText as="h1" language={article?.language}>
        {article?.headline ?? story.title}
      </ForeignText>
      {article !== undefined && (
        <>
          <div className="soft">
            {article.outletName}
            {article.published !== undefined && (
              <>
                , <Moment at={article.published} />
              </>
            )}{' '}
            <QualityReasons quality={article.quality} /> {story.sample && <SampleFlag />}
          </div>
          {article.version > 1 && (
            <p>
              <Link href={`/articles/${article.id}`}>{article.version} versions: see what changed</Link>
            </p>
          )}
          {article.url !== undefined && !story.sample && (
            <p>
              <a href={article.url} rel="noreferrer external">
                Read it at {article.outletName}
              </a>
            </p>
          )}
          <div className={styles.text}>
            {article.paragraphs.map((paragraph) => (
              <ForeignText key={paragraph.id} as="p" language={article.language}>
                {paragraph.text}
              </ForeignText>
            ))}
          </div>
        </>
      )}
      <LinkForm link={story.sample ? undefined : article?.url} />
    </article>
  );
}
