import Link from 'next/link';
import styles from '../codebooks.module.css';

type Props = { id: string; number?: number | undefined; mayEdit: boolean };

/** What can be done with a codebook. */
export function CodebookBar({ id, number, mayEdit }: Props) {
  const at = `/codebooks/${encodeURIComponent(id)}`;
  const suffix = number === undefined ? '' : `?number=${number}`;
  return (
    <nav aria-label="This codebook" className={styles.tools}>
      {mayEdit && (
        <Link href={`${at}/edit`} className="button" prefetch={false}>
          Edit
        </Link>
      )}
      <Link href={`${at}/versions`} className="button" prefetch={false}>
        Versions
      </Link>
      <Link href={`${at}/suggestions`} className="button" prefetch={false}>
        Suggested labels
      </Link>
      <Link href={`${at}/stored`} className="button" prefetch={false}>
        Over all stored texts
      </Link>
      <a href={`${at}/json${suffix}`} className="button" download>
        Export JSON
      </a>
    </nav>
  );
}
