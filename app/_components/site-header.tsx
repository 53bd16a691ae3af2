import Link from 'next/link';
import { mayWrite } from '../_queries/permission';
import styles from './site-header.module.css';

const ROOMS = [
  ['/', 'Stories'],
  ['/compare', 'Compare'],
  ['/outlets', 'Outlets'],
  ['/codebooks', 'Codebooks'],
  ['/method', 'Method'],
] as const;
/** Holds nothing for anybody but the owner. */
const MINE = ['/mine', 'Mine'] as const;

export async function SiteHeader() {
  const rooms = (await mayWrite()) ? [...ROOMS, MINE] : ROOMS;
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <div className={styles.bar}>
        <Link href="/" className={styles.name}>
          Synoptic
        </Link>
        <nav aria-label="Main">
          <ul className={styles.rooms}>
            {rooms.map(([href, name]) => (
              <li key={href}>
                <Link href={href}>{name}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
