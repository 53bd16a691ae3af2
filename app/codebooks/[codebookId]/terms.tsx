import styles from '../codebooks.module.css';

/** Terms as they are written in the codebook. */
export function Terms({ terms, lang }: { terms: readonly string[]; lang?: string }) {
  return (
    <ul className={styles.terms} lang={lang}>
      {terms.map((term) => (
        <li key={term}>
          <code>{term}</code>
        </li>
      ))}
    </ul>
  );
}
