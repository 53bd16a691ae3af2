import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { textsOf } from '#lib/comparison/texts';
import { citation } from '#lib/share/citation';
import { lookOf, type Query, readShown } from '#lib/share/shown';
import { changesSince } from '../../_queries/changed-since';
import { findFrozen, tombstoneOf } from '../../_queries/frozen';
import { addressOf, mayWrite } from '../../_queries/permission';
import { ComparisonView } from '../../_views/comparison-view';
import { EventHeader } from '../../_views/event-header';
import { ViewNotes } from '../../_views/view-notes';
import { FrozenBar } from './frozen-bar';
import { Gone } from './gone';

type Props = { params: Promise<{ comparisonId: string }>; searchParams: Promise<Query> };

const opened = cache(async (id: string) => {
  const tombstone = await tombstoneOf(id);
  return tombstone ? { tombstone } : { frozen: await findFrozen(id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { frozen, tombstone } = await opened((await params).comparisonId);
  if (tombstone) return { title: 'Deleted comparison', robots: { index: false } };
  return { title: frozen ? `${frozen.comparison.title} (frozen)` : 'No such comparison' };
}

/** A comparison as it was shared: nothing here is worked out anew, and reference and texts cannot be changed. */
export default async function FrozenPage({ params, searchParams }: Props) {
  const [{ comparisonId }, query] = await Promise.all([params, searchParams]);
  const { frozen, tombstone } = await opened(comparisonId);
  if (tombstone) return <Gone id={comparisonId} tombstone={tombstone} />;
  if (!frozen) notFound();
  const { comparison, view, excerpt } = frozen;
  // A bare link shows what was looked at when it was shared; a link with a query says itself what to show.
  const shown = lookOf(readShown(Object.keys(query).length === 0 ? view : query));
  const texts = textsOf(comparison, shown);
  const path = `/c/${comparisonId}`;
  const address = await addressOf(path);
  return (
    <>
      <FrozenBar
        frozen={frozen}
        changes={await changesSince(frozen)}
        address={address}
        mayDelete={await mayWrite()}
        cite={citation(comparison, frozen.frozenAt, address)}
      />
      <EventHeader texts={texts}>
        <ViewNotes texts={texts} />
      </EventHeader>
      <ComparisonView
        texts={texts}
        place={{ path, shown, hasOwnView: true, ...(excerpt === undefined ? {} : { excerpt }) }}
      />
    </>
  );
}
