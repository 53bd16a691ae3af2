import type { SheetPassage } from '#lib/share/worksheet';
import { ForeignText } from '../../../_components/foreign-text';
import styles from './sheet.module.css';

/** Passages beside each other; a class gets room to write, the answers get what was found. */
export function Sheet({ passages, answers }: { passages: readonly SheetPassage[]; answers: boolean }) {
  if (passages.length === 0) {
    return (
      <p className="notice">
        No passage of the reference has a sure match in another text, so there is nothing to lay side by side.
      </p>
    );
  }
  return (
    <ol className={styles.passages}>
      {passages.map(({ number, texts, found }) => (
        <li key={number} className={styles.passage} id={`passage${number}`}>
          <h2 className={styles.number}>Passage {number}</h2>
          <div className={styles.texts}>
            {texts.map(({ name, language, text }) => (
              <section key={name}>
                <h3 className={styles.name}>{name}</h3>
                <ForeignText as="p" language={language} className={styles.text}>
                  {text}
                </ForeignText>
              </section>
            ))}
          </div>
          {answers ? <Found found={found} /> : <Room number={number} />}
        </li>
      ))}
    </ol>
  );
}

function Found({ found }: { found: readonly string[] }) {
  if (found.length === 0) return <p className="fine">No difference of the kinds looked for was found here.</p>;
  return (
    <ul className={styles.found}>
      {found.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function Room({ number }: { number: number }) {
  return (
    <div className={styles.room}>
      <p>What is told in the same words, what in others?</p>
      <div className={styles.lines} role="img" aria-label={`Room to write about passage ${number}`} />
    </div>
  );
}
