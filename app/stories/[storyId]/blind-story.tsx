import Link from 'next/link';
import { textsOf } from '#lib/comparison/texts';
import { withIds } from '#lib/share/blind-document';
import { linkTo, type Query, type Shown } from '#lib/share/shown';
import { ShareForm } from '../../_components/share-form';
import { blindStory } from '../../_queries/blind-story';
import type { OpenedStory } from '../../_queries/stories';
import { ComparisonView } from '../../_views/comparison-view';
import { EventHeader } from '../../_views/event-header';
import { ViewNotes } from '../../_views/view-notes';
import { shareStory } from './actions';
import styles from './story.module.css';

type Props = {
  storyId: string;
  query: Query;
  shown: Shown;
  story: OpenedStory & { kind: 'comparison' };
};

/** The story with letters for outlets: what is said of it elsewhere (who joined when, why, other texts) names them and is left out. */
export function BlindStory({ storyId, query, shown, story }: Props) {
  const { comparison, ids } = blindStory(story);
  const lettered = withIds(shown, ids);
  const texts = textsOf(comparison, lettered);
  const { blind: _, outlet: __, ...named } = shown;
  return (
    <>
      <EventHeader texts={texts}>
        <p>
          <strong>Letters stand for the outlets.</strong>{' '}
          <Link href={linkTo({ path: `/stories/${storyId}`, shown: named }, {})} prefetch={false}>
            Show the names
          </Link>
        </p>
        <div className={styles.tools}>
          <ShareForm share={shareStory.bind(null, storyId, query)} />
        </div>
        <ViewNotes texts={texts} />
      </EventHeader>
      <ComparisonView texts={texts} place={{ path: `/stories/${storyId}`, shown: lettered }} />
    </>
  );
}
