import type { Change } from '#lib/types';
import styles from './marked-text.module.css';

/** A text with what was taken out and put in, in words for those who do not see the marks. */
export function ChangedText({ changes }: { changes: readonly Change[] }) {
  return changes.map((change, index) => (
    // Changes have no names of their own; their order is their identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never reorders
    <Piece key={index} change={change} />
  ));
}

function Piece({ change: { kind, text } }: { change: Change }) {
  if (kind === 'kept') return text;
  const Tag = kind === 'removed' ? 'del' : 'ins';
  return (
    <Tag className={styles[kind]}>
      <Said words={`[${kind}:`} />
      {text}
      <Said words="]" />
    </Tag>
  );
}

function Said({ words }: { words: string }) {
  return (
    <span className="hidden-text" lang="en" dir="ltr">
      {words}
    </span>
  );
}
