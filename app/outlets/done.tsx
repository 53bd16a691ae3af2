import type { Query } from '#lib/share/shown';
import styles from './outlets.module.css';
import { counted } from './words';

const SENTENCES: Record<string, string> = {
  added: 'Added. It is being read now; the first articles appear within a minute or two.',
  paused: 'Paused. Nothing is asked of its server until you resume it.',
  resumed: 'Resumed. It is being read now.',
  removed: 'Removed. It is no longer read; its articles are kept.',
  reading: 'Being read now. Reload the page to see how it went.',
};

/** What the last button did, after the redirect that followed it. */
export function Done({ query }: { query: Query }) {
  const sentence = query.done === 'pack' ? packSentence(query) : SENTENCES[String(query.done)];
  if (sentence === undefined) return null;
  return (
    <p role="status" className={styles.done}>
      {sentence}
    </p>
  );
}

function packSentence({ added, known }: Query): string | undefined {
  const [fresh, old] = [Number(added), Number(known)];
  if (!Number.isInteger(fresh) || !Number.isInteger(old)) return undefined;
  if (fresh === 0) return 'Every feed of this pack is read already.';
  const before = old === 0 ? '' : `, ${old} known already`;
  return `${counted(fresh, 'feed', 'feeds')} added${before}. They are read within the next minutes; reload the page to see how it goes.`;
}
