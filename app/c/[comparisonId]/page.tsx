import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { textsOf } from '#lib/comparison/texts';
import { withIds } from '#lib/share/blind-document';
import { citation } from '#lib/share/citation';
import { embedQuery } from '#lib/share/embed';
import { lookOf, type Query, readShown } from '#lib/share/shown';
import { previewOf } from '../../_preview';
import { ownOrigin } from '../../_queries/address';
import { ownersBlindLink, revealedBy } from '../../_queries/blind';
import { findFrozen } from '../../_queries/frozen';
import { mayWrite } from '../../_queries/permission';
import { storyOf } from '../../_queries/stories';
import { ComparisonView } from '../../_views/comparison-view';
import { EventHeader } from '../../_views/event-header';
import { ViewNotes } from '../../_views/view-notes';
import { FrozenBar } from './frozen-bar';
import { LettersBar } from './letters-bar';
import { SharePanel } from './share-panel';

type Props = { params: Promise<{ comparisonId: string }>; searchParams: Promise<Query> };

// Arguments are texts because `cache` compares by identity.
const found = cache((id: string, blind?: string, key?: string) => findFrozen(id, { blind, key }));

/** The comparison with names or letters, as the address asks, and what of it is shown. */
async function open({ params, searchParams }: Props) {
  const [{ comparisonId }, query] = await Promise.all([params, searchParams]);
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
  const opened = await open(props);
  if (!opened) return { title: 'No such comparison' };
  const { asked, shown } = opened;
  const { comparison } = asked;
  const origin = await ownOrigin();
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
  const opened = await open(props);
  if (!opened) notFound();
  const { asked, shown, key } = opened;
  if (asked.names === 'blind' && key !== undefined) {
    const named = await revealedBy(asked.id, key);
    if (named !== undefined) redirect(`/c/${named}`);
  }
  const { comparison } = asked;
  const texts = textsOf(comparison, shown);
  const path = `/c/${asked.id}`;
  const [origin, isOwner, link] = await Promise.all([ownOrigin(), mayWrite(), ownersBlindLink(asked.id)]);
  const suffix = asked.names === 'covered' ? 'blind=1' : '';
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
        id={asked.id}
        frozenAt={asked.frozenAt}
        articles={comparison.articles}
        story={asked.names === 'named' ? await storyOf(texts.reference.id) : undefined}
        cite={citation(comparison, asked.frozenAt, `${origin}${path}${suffix === '' ? '' : `?${suffix}`}`)}
        more={suffix}
      />
      <SharePanel
        origin={origin}
        id={asked.id}
        title={comparison.title}
        shown={shown}
        {...(isOwner && asked.names === 'named' ? { owner: { link } } : {})}
      />
      <EventHeader texts={texts}>
        <ViewNotes texts={texts} />
      </EventHeader>
      <ComparisonView texts={texts} place={{ path, shown, hasOwnView: true }} />
    </>
  );
}
