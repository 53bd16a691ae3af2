import Link from 'next/link';
import { countOf } from '#lib/text/count-of';
import { HeatStrip } from '../_components/heat-strip';
import type { StoryFrames } from '../_queries/stories';
import styles from './frame-strip.module.css';

/** In how many outlets of a story each frame stands, and in how many sentences; which ones is one press away. */
export function FrameStrip({ storyId, line }: { storyId: string; line: StoryFrames }) {
  const { codebook, title, of, ofSentences, frames } = line;
  return (
    <p className={styles.strip}>
      <Link
        href={`/stories/${storyId}?view=framing&codebook=${encodeURIComponent(codebook)}`}
        prefetch={false}
        title={`${title}: outlets with at least one sentence that carries the frame`}
      >
        Framing
      </Link>
      <span>
        of {countOf(ofSentences, 'sentence')}
        {frames.length === 0 && `, no frame found in ${of} outlets`}
      </span>
      {frames.map(({ label, outlets, sentences }) => (
        <span key={label} className={styles.frame}>
          {label} {sentences}, in <HeatStrip count={outlets} of={of} /> outlets
        </span>
      ))}
    </p>
  );
}
