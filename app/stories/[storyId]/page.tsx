import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { nameOf, sameTextAs, textsOf } from '#lib/comparison/texts';
import { choiceOf, type Query, readShown } from '#lib/share/shown';
import { ShareForm } from '../../_components/share-form';
import { previewOf } from '../../_preview';
import { blindStory } from '../../_queries/blind-story';
import { addressOf, mayWrite } from '../../_queries/permission';
import { hasSecondCoder } from '../../_queries/second-coder';
import { openStory, type Story } from '../../_queries/stories';
import { mergedInto } from '../../_queries/story-facts';
import { ComparisonView } from '../../_views/comparison-view';
import { EventHeader } from '../../_views/event-header';
import { type Candidate, TextPicker } from '../../_views/text-picker';
import { ViewNotes } from '../../_views/view-notes';
import { shareStory } from './actions';
import { BlindStory } from './blind-story';
import { OneText } from './one-text';
import styles from './story.module.css';

type Props = { params: Promise<{ storyId: string }>; searchParams: Promise<Query> };

// Metadata and page ask for the same story; it is opened once a request. Arguments are texts because `cache` compares by identity.
const opened = cache((storyId: string, choice: string) => openStory(storyId, JSON.parse(choice)));

async function open({ params, searchParams }: Props) {
  const [{ storyId }, query] = await Promise.all([params, searchParams]);
  const shown = readShown(query);
  return { storyId, query, shown, story: await opened(storyId, JSON.stringify(choiceOf(shown))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { storyId, shown, story } = await open(props);
  if (!story) return { title: 'No such story' };
  // One text with letters is none: there is no other to tell it from.
  if (story.kind === 'alone') return { title: shown.blind ? 'One text' : story.story.title };
  const { comparison } = shown.blind ? blindStory(story) : story;
  const origin = await addressOf('');
  const more = shown.blind ? '?blind=1' : '';
  return previewOf({
    title: comparison.title,
    outlets: [...new Set(comparison.articles.map((article) => article.outletName))],
    address: `${origin}/stories/${storyId}${more}`,
    card: `${origin}/stories/${storyId}/card.png${more}`,
  });
}

export default async function StoryPage(props: Props) {
  const { storyId, query, shown, story } = await open(props);
  if (!story) {
    const into = await mergedInto(storyId);
    if (into !== undefined) redirect(`/stories/${into}`);
    notFound();
  }
  if (story.kind === 'alone' && shown.blind) {
    return (
      <p className="notice">Only one text reports this so far, and a letter for one outlet tells it from nobody.</p>
    );
  }
  if (story.kind === 'alone')
    return (
      <>
        <OneText story={story.story} articles={story.articles} />
        <AboutLink storyId={storyId} />
      </>
    );
  if (shown.blind) return <BlindStory storyId={storyId} query={query} shown={shown} story={story} />;
  const texts = textsOf(story.comparison, shown);
  const place = { path: `/stories/${storyId}`, shown, mayCorrect: await mayWrite() };
  return (
    <>
      <EventHeader texts={texts}>
        <div className={styles.tools}>
          <TextPicker texts={texts} place={place} candidates={candidatesOf(story.story, texts)} />
          <ShareForm share={shareStory.bind(null, storyId, query)} />
        </div>
        <ViewNotes texts={texts} place={place} articlesInStory={story.story.articleCount} />
        <AboutLink storyId={storyId} />
      </EventHeader>
      <ComparisonView texts={texts} place={place} memberships={story.story.memberships} />
    </>
  );
}

function AboutLink({ storyId }: { storyId: string }) {
  return (
    <p className="fine">
      <Link href={`/stories/${storyId}/about`} prefetch={false}>
        About this story: who published when, why these stand together, corrections
      </Link>
      {hasSecondCoder() && (
        <>
          {' · '}
          <Link href={`/stories/${storyId}/coder`} prefetch={false}>
            Second coder
          </Link>
        </>
      )}
    </p>
  );
}

/** The texts compared now, and from the story's row one text of every other outlet. */
function candidatesOf(story: Story, { comparison }: ReturnType<typeof textsOf>): Candidate[] {
  const compared = comparison.articles.map((article) => ({
    articleId: article.id,
    name: nameOf(article, comparison),
    headline: article.headline,
    quality: article.quality.status,
    versions: article.version,
    copyOf: sameTextAs(article.id, comparison),
  }));
  const known = new Set(compared.map(({ articleId }) => articleId));
  const others = story.headlines
    .filter(({ articleId }) => !known.has(articleId))
    .map(
      ({ articleId, outletName, headline, quality, copyOf }): Candidate => ({
        articleId,
        name: outletName,
        headline,
        copyOf: story.headlines.find((line) => line.articleId === copyOf)?.outletName,
        quality: quality ?? 'full',
      }),
    );
  return [...compared, ...others].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
