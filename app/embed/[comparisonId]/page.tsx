import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { textsOf } from '#lib/comparison/texts';
import { withIds } from '#lib/share/blind-document';
import { embedQuery } from '#lib/share/embed';
import { linkTo, lookOf, type Query, readShown } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import { ForeignText } from '../../_components/foreign-text';
import { findFrozen, tombstoneOf } from '../../_queries/frozen';
import { ChosenView } from '../../_views/comparison-view';
import { Gone } from '../../c/[comparisonId]/gone';
import styles from './embed.module.css';

type Props = { params: Promise<{ comparisonId: string }>; searchParams: Promise<Query> };

async function open({ params, searchParams }: Props) {
  const [{ comparisonId }, query] = await Promise.all([params, searchParams]);
  const found = (await tombstoneOf(comparisonId)) ? undefined : await findFrozen(comparisonId);
  if (!found) return undefined;
  const asked = readShown(Object.keys(query).length === 0 ? found.view : query);
  const shown = lookOf(asked);
  const frozen = shown.blind ? await findFrozen(comparisonId, { blind: '1' }) : found;
  return frozen && { frozen, shown: withIds(shown, frozen.ids) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props);
  return {
    title: opened?.frozen.comparison.title ?? 'No such comparison',
    // A view inside somebody's page is no page to be found by.
    robots: { index: false },
  };
}

/**
 * One view of a frozen comparison for a frame in somebody's page: no menu, no tabs, nothing that changes anything. It asks
 * nobody who they are, so it sets and reads no cookie.
 */
export default async function EmbedPage(props: Props) {
  const { comparisonId } = await props.params;
  const tombstone = await tombstoneOf(comparisonId);
  if (tombstone) return <Gone id={comparisonId} tombstone={tombstone} />;
  const opened = await open(props);
  if (!opened) notFound();
  const { frozen, shown } = opened;
  const { comparison, excerpt } = frozen;
  const texts = textsOf(comparison, shown);
  const outlets = new Set(comparison.articles.map((article) => article.outletName));
  const whole = linkTo({ path: `/c/${frozen.id}`, shown: readShown(embedQuery(shown)), hasOwnView: true }, {});
  return (
    <>
      <header className={styles.head}>
        <ForeignText as="h1" language={texts.reference.language} className={styles.title}>
          {comparison.title}
        </ForeignText>
        <p className="fine">
          {countOf(outlets.size, 'outlet')}: {[...outlets].join(', ')}.{' '}
          <a href={whole} target="_blank" rel="noopener">
            Whole comparison on Synoptic
          </a>
        </p>
      </header>
      <ChosenView
        texts={texts}
        place={{ path: `/embed/${frozen.id}`, shown, hasOwnView: true, ...(excerpt === undefined ? {} : { excerpt }) }}
      />
    </>
  );
}
