import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ForeignText } from '../../_components/foreign-text';
import { historyOf } from '../../_queries/articles';
import { Changes } from './changes';
import { PageState } from './page-state';
import { Versions } from './versions';
import styles from './versions.module.css';

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ articleId: string }>; searchParams: Promise<Query> };

// Metadata and page ask for the same article; it is read once a request.
const opened = cache((articleId: string, from: number | undefined, to: number | undefined) =>
  historyOf(articleId, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }),
);

async function open({ params, searchParams }: Props) {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  return opened(articleId, versionOf(query.from), versionOf(query.to));
}

/** "2" → 2; anything that is no version number counts as not asked for. */
function versionOf(value: Query[string]): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const article = (await open(props))?.versions.at(-1);
  return { title: article ? `Versions: ${article.headline}` : 'No such article', robots: { index: false } };
}

/** The versions of one outlet's text, and what changed from one to another. */
export default async function ArticlePage(props: Props) {
  const history = await open(props);
  const newest = history?.versions.at(-1);
  if (!history || !newest) notFound();
  const { versions, compared, reading, storyId } = history;
  return (
    <article className={styles.article}>
      <p className="soft">
        {newest.outletName}
        {storyId !== undefined && (
          <>
            {' · '}
            <Link href={`/stories/${storyId}?ref=${encodeURIComponent(newest.id)}`}>the story it reports</Link>
          </>
        )}
        {newest.url !== undefined && (
          <>
            {' · '}
            <a href={newest.url} rel="noreferrer external">
              at {newest.outletName}
            </a>
          </>
        )}
      </p>
      <ForeignText as="h1" language={newest.language}>
        {newest.headline}
      </ForeignText>
      {reading !== undefined && <PageState reading={reading} versions={versions.length} />}
      <Versions
        versions={versions}
        shown={compared === undefined ? undefined : { from: compared.from.version, to: compared.to.version }}
      />
      {compared !== undefined && <Changes {...compared} />}
    </article>
  );
}
