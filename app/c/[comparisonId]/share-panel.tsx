import type { Shown } from '#lib/share/shown';
import { ClassLink } from './class-link';
import { EmbedSnippet } from './embed-snippet';
import styles from './share-panel.module.css';

type Props = {
  origin: string;
  id: string;
  title: string;
  shown: Shown;
  /** Set for the owner of a comparison with names. */
  owner?: { link: { blindId: string; key: string } | undefined };
};

/** What can be done with a frozen comparison besides reading it. */
export function SharePanel({ origin, id, title, shown, owner }: Props) {
  return (
    <details className={`${styles.panel} no-print`} open={owner?.link !== undefined}>
      <summary>{owner === undefined ? 'Embed' : 'Embed, or hand to a class'}</summary>
      <EmbedSnippet origin={origin} id={id} title={title} shown={shown} />
      {owner !== undefined && <ClassLink origin={origin} id={id} link={owner.link} />}
    </details>
  );
}
