import type { CodebookChanges, CodeChange } from '#lib/framing/codebook-changes';
import styles from '../../codebooks.module.css';

const STATE_WORDS = { added: 'is new', dropped: 'is gone', changed: '' } as const;

/** What differs between two versions, code by code; marks have a sign and words beside their colour. */
export function Changes({ changes: { facts, codes } }: { changes: CodebookChanges }) {
  if (facts.length + codes.length === 0) return <p>Nothing differs.</p>;
  return (
    <>
      {facts.length > 0 && (
        <section className={styles.change}>
          <h3>About the codebook</h3>
          <Texts texts={facts} />
        </section>
      )}
      {codes.map((code) => (
        <Code key={`${code.kind} ${code.id}`} code={code} />
      ))}
    </>
  );
}

function Code({ code: { kind, id, label, state, texts, lists } }: { code: CodeChange }) {
  return (
    <section className={styles.change}>
      <h3>
        {label}{' '}
        <span className={styles.kind}>
          {kind} <code>{id}</code> {STATE_WORDS[state]}
        </span>
      </h3>
      {state === 'changed' && <Texts texts={texts} />}
      {lists.map(({ list, added, dropped }) => (
        <div key={list}>
          <p className="soft fine">
            {list}:{' '}
            {[added.length > 0 && `${added.length} added`, dropped.length > 0 && `${dropped.length} dropped`]
              .filter(Boolean)
              .join(', ')}
          </p>
          <ul className={styles.lines}>
            {added.map((line) => (
              <li key={`added ${line}`} className={styles.added}>
                <span className="hidden-text">added: </span>
                <code>{line}</code>
              </li>
            ))}
            {dropped.map((line) => (
              <li key={`dropped ${line}`} className={styles.dropped}>
                <span className="hidden-text">dropped: </span>
                <code>{line}</code>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Texts({ texts }: { texts: CodeChange['texts'] }) {
  return (
    <ul className={styles.lines}>
      {texts.map(({ key, before, after }) => (
        <li key={key}>
          <span className="soft fine">{key}</span>
          <ul className={styles.lines}>
            {before !== '' && (
              <li className={styles.dropped}>
                <span className="hidden-text">before: </span>
                <code>{before}</code>
              </li>
            )}
            {after !== '' && (
              <li className={styles.added}>
                <span className="hidden-text">after: </span>
                <code>{after}</code>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}
