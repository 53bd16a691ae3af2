import styles from './passage-mark.module.css';

/**
 * ¶: the address of one passage, as a plain link. Where scripts run, pressing it also copies the address (passage-links.tsx).
 * It has a direction of its own: the text around asks its first letters for its direction.
 */
export function PassageMark({ href, name }: { href: string; name: string }) {
  return (
    <a href={href} className={styles.mark} data-passage lang="en" dir="ltr">
      <span aria-hidden="true">¶</span>
      <span className="hidden-text">Link to {name}</span>
    </a>
  );
}
