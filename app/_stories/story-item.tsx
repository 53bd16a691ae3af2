import Link from 'next/link';
import { countOf } from '#lib/text/count-of';
import { CopyFlag, Flag, SampleFlag, StatusFlag } from '../_components/flag';
import { daysText, Moment } from '../_components/moment';
import type { StoryFrames, StorySummary } from '../_queries/stories';
import { FrameStrip } from './frame-strip';
import styles from './story-item.module.css';
import { TimeStrip } from './time-strip';

/** One story of the list: its title, every outlet's headline, and in how many of them each frame stands. */
export function StoryItem({ story, frames }: { story: StorySummary; frames?: StoryFrames | undefined }) {
  const { firstPublished: first, lastPublished: last } = story;
  const nameOf = (id: string) => story.headlines.find((line) => line.articleId === id)?.outletName;
  return (
    <article className={styles.story}>
      <p className={styles.kicker}>
        <span>
          {countOf(story.outletCount, 'outlet')}
          {story.independentOutletCount < story.outletCount &&
            `, ${countOf(story.independentOutletCount, 'independent text')}`}
        </span>
        {first !== undefined && last !== undefined && <span>{daysText(first, last)}</span>}
        <TimeStrip headlines={story.headlines} />
        {story.sample && <SampleFlag />}
      </p>
      <h2 className={styles.title}>
        <Link href={`/stories/${story.id}`} dir="auto">
          {story.title}
        </Link>
      </h2>
      <ul className={styles.headlines}>
        {story.headlines.map(({ articleId, outletName, headline, published, suggested, quality, copyOf }) => (
          <li key={articleId}>
            <span className={styles.outlet}>{outletName}</span>
            <span className={styles.headline} dir="auto">
              {headline}{' '}
              {suggested && <Flag title="Taken for the same event, less surely than the others.">suggested</Flag>}{' '}
              <StatusFlag status={quality ?? 'full'} />{' '}
              <CopyFlag of={copyOf === undefined ? undefined : (nameOf(copyOf) ?? 'a text parted from this story')} />
            </span>
            <span className={styles.time}>{published !== undefined && <Moment at={published} />}</span>
          </li>
        ))}
      </ul>
      {frames !== undefined && <FrameStrip storyId={story.id} line={frames} />}
    </article>
  );
}
