import Link from 'next/link';
import { linkTo, type Place, VIEWS, type View } from '#lib/share/shown';
import styles from './view-tabs.module.css';

const NAMES: Record<View, string> = {
  read: 'Read',
  side: 'Side by side',
  framing: 'Framing',
  words: 'Words',
  quotes: 'Quotes',
  headlines: 'Headlines',
  coverage: 'Coverage',
  method: 'Method',
};

/** Links, not tabs in the sense of ARIA: each view is a page with its own address. */
export function ViewTabs({ place }: { place: Place }) {
  return (
    <nav aria-label="Views" className={styles.tabs}>
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <Link
              href={linkTo(place, { view, at: undefined, code: undefined, outlet: undefined, cell: undefined })}
              aria-current={view === place.shown.view ? 'page' : undefined}
              scroll={false}
              prefetch={false}
            >
              {NAMES[view]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
