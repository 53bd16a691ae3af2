import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { countOf } from '#lib/text/count-of';
import { ForeignText } from '../../../_components/foreign-text';
import { mergedInto, storyFacts } from '../../../_queries/story-facts';
import styles from './about.module.css';
import { Corrections } from './corrections';
import { Members } from './members';
import { Perhaps } from './perhaps';
import { Silent } from './silent';

type Props = { params: Promise<{ storyId: string }> };

const facts = cache(storyFacts);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await facts((await params).storyId);
  return { title: found ? `About: ${found.story.title}` : 'No such story' };
}

/** What is known of a story beside its texts, and where a person corrects it. */
export default async function AboutStoryPage({ params }: Props) {
  const { storyId } = await params;
  const found = await facts(storyId);
  if (!found) {
    const into = await mergedInto(storyId);
    if (into !== undefined) redirect(`/stories/${into}/about`);
    notFound();
  }
  const { story, articles } = found;
  const title = articles.find(({ headline }) => headline === story.title);
  return (
    <div className={styles.about}>
      <header>
        <p className="soft">
          <Link href={`/stories/${storyId}`}>The comparison</Link> · {countOf(story.outletCount, 'outlet')},{' '}
          {countOf(story.articleCount, 'text')}
          {story.independentOutletCount < story.outletCount && `, ${story.independentOutletCount} independent`}
        </p>
        <ForeignText as="h1" language={title?.language}>
          {story.title}
        </ForeignText>
      </header>
      <Members facts={found} />
      <Perhaps facts={found} />
      <Silent facts={found} />
      <Corrections facts={found} />
    </div>
  );
}
