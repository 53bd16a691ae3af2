import Link from 'next/link';
import { SOFTWARE } from '#lib/software';
import styles from './site-footer.module.css';

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        Differences are ordinary in news writing: sources, space, time of writing and translation all make them.
        Synoptic finds them; you judge them. <Link href="/method">How it works</Link>
      </p>
      <p>
        Synoptic {SOFTWARE.version} · <a href="/feed.xml">Feed of stories</a> · <a href="/api/v1/openapi.json">API</a>
      </p>
    </footer>
  );
}
