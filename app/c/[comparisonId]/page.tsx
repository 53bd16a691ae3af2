import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { textsOf } from '#lib/comparison/texts';
import { withIds } from '#lib/share/blind-document';
import { citation } from '#lib/share/citation';
import { embedQuery } from '#lib/share/embed';
import { lookOf, type Query, readShown } from '#lib/share/shown';
import { previewOf } from '../../_preview';
import { ownersBlindLink, revealedBy } from '../../_queries/blind';
import { changesSince } from '../../_queries/changed-since';
import { findFrozen, tombstoneOf } from '../../_queries/frozen';
import { addressOf, mayWrite } from '../../_queries/permission';
import { ComparisonView } from '../../_views/comparison-view';
import { EventHeader } from '../../_views/event-header';
import { ViewNotes } from '../../_views/view-notes';
import { FrozenBar } from './frozen-bar';
import { Gone } from './gone';
import { LettersBar } from './letters-bar';
import { SharePanel } from './share-panel';

type Props = { params: Promise<{ comparisonId: string }>; searchParams: Promise<Query> };

const deleted = cache(tombstoneOf);
// Arguments are texts because `cache` compares by identity.
const found = cache((id: string, blind?: string, key?: string) => findFrozen(id, { blind, key }));

/** The comparison with names or letters, as the address asks, and what of it is shown. */
async function open({ params, searchParams }: Props) {
  const [{ comparisonId }, query] = await Promise.all([params, searchParams]);
  if (await deleted(comparisonId)) return undefined;
  const frozen = await found(comparisonId);
  if (!frozen) return undefined;
  // A bare link shows what was looked at when it was shared; a link with a query says itself what to show.
  const { key, ...look } = query;
  const given = typeof key === 'string' ? key : undefined;
  const shown = lookOf(readShown(Object.keys(look).length === 0 ? frozen.view : look));
  const asked = shown.blind ? ((await found(comparisonId, '1', given)) ?? frozen) : frozen;
  const { blind: _, ...plain } = shown;
  return { asked, key: given, shown: asked.names === 'named' ? plain : withIds(shown, asked.ids) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { comparisonId } = await props.params;
  if (await deleted(comparisonId)) return { title: 'Deleted comparison', robots: { index: false } };
  const opened = await open(props);
  if (!opened) return { title: 'No such comparison' };
  const { asked, shown } = opened;
  const { comparison } = asked;
  const origin = await addressOf('');
  const page = new URL(`/c/${asked.id}?${new URLSearchParams(embedQuery(shown))}`, origin);
  return {
    ...previewOf({
      title: comparison.title,
      outlets: [...new Set(comparison.articles.map((article) => article.outletName))],
      address: page.href,
      card: `${origin}/c/${asked.id}/card.png${asked.names === 'covered' ? '?blind=1' : ''}`,
      oembed: `${origin}/oembed?${new URLSearchParams({ url: page.href })}`,
    }),
    title: `${comparison.title} (frozen)`,
  };
}

/** A comparison as it was shared: nothing here is worked out anew, and reference and texts cannot be changed. */
export default async function FrozenPage(props: Props) {
  const { comparisonId } = await props.params;
  const tombstone = await deleted(comparisonId);
  if (tombstone) return <Gone id={comparisonId} tombstone={tombstone} />;
  const opened = await open(props);
  if (!opened) notFound();
  const { asked, shown, key } = opened;
  if (asked.names === 'blind' && key !== undefined) {
    const named = await revealedBy(asked.id, key);
    if (named !== undefined) redirect(`/c/${named}`);
  }
  const isNamed = asked.names === 'named';
  const texts = textsOf(asked.comparison, shown);
  const path = `/c/${asked.id}`;
  const address = await addressOf(asked.names === 'covered' ? `${path}?blind=1` : path);
  const [isOwner, link] = await Promise.all([mayWrite(), ownersBlindLink(asked.id)]);
  return (
    <>
      {asked.names !== 'named' && (
        <LettersBar
          id={asked.id}
          names={asked.names}
          isOwner={isOwner}
          named={link?.comparisonId}
          wasWrong={key !== undefined}
          view={shown.view}
        />
      )}
      <FrozenBar
        frozen={asked}
        changes={isNamed ? await changesSince(asked) : undefined}
        address={address}
        mayDelete={isOwner}
        cite={citation(asked.comparison, asked.frozenAt, address)}
      />
      <SharePanel
        origin={await addressOf('')}
        id={asked.id}
        title={asked.comparison.title}
        shown={shown}
        {...(isOwner && isNamed ? { owner: { link } } : {})}
      />
      <EventHeader texts={texts}>
        <ViewNotes texts={texts} />
      </EventHeader>
      <ComparisonView
        texts={texts}
        place={{ path, shown, hasOwnView: true, ...(asked.excerpt === undefined ? {} : { excerpt: asked.excerpt }) }}
      />
    </>
  );
}
