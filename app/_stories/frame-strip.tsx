import Link from 'next/link';
import { HeatStrip } from '../_components/heat-strip';
import type { StoryFrames } from '../_queries/stories';
import styles from './frame-strip.module.css';

/** In how many outlets of a story each frame stands; the sentences behind it are one press away. */
export function FrameStrip({ storyId, line }: { storyId: string; line: StoryFrames }) {
  const { codebook, title, of, frames } = line;
  return (
    <p className={styles.strip}>
      <Link
        href={`/stories/${storyId}?view=framing&codebook=${encodeURIComponent(codebook)}`}
        prefetch={false}
        title={`${title}: outlets with at least one sentence that carries the frame`}
      >
        Framing
      </Link>
      <span>{frames.length === 0 ? `no frame found in ${of} outlets` : 'outlets with'}</span>
      {frames.map(({ label, outlets }) => (
        <span key={label} className={styles.frame}>
          {label} <HeatStrip count={outlets} of={of} />
        </span>
      ))}
    </p>
  );
}
