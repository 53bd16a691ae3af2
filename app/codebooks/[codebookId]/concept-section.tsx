import Link from 'next/link';
import type { Codebook, ConceptCode } from '#lib/types';
import styles from '../codebooks.module.css';
import { Terms } from './terms';

type Props = { concept: ConceptCode; codebook: Codebook; mayEdit: boolean };

export function ConceptSection({ concept, codebook, mayEdit }: Props) {
  const { id, label, definition, anchor, follow, labels, never, examples } = concept;
  const nameOf = (labelId: string | null) => labels.find((each) => each.id === labelId)?.label;
  return (
    <section className={styles.code} id={`code-${id}`} aria-labelledby={`name-${id}`}>
      <div className={styles.codeHead}>
        <h2 id={`name-${id}`}>{label}</h2>
        <span className={styles.kind}>
          Concept <code>{id}</code>
        </span>
        {mayEdit && (
          <Link href={`/codebooks/${codebook.id}/edit?concept=${id}`} prefetch={false} aria-label={`Edit ${label}`}>
            Edit
          </Link>
        )}
      </div>
      <p lang={codebook.lang}>{definition}</p>
      <dl className={styles.rules}>
        {labels.map((each) => (
          <div key={each.id}>
            <dt>
              {each.label} <code>{each.id}</code>
            </dt>
            <dd>
              <Terms terms={each.terms} />
            </dd>
            {each.exclude !== undefined && (
              <dd>
                <span className="soft fine">but not in</span> <Terms terms={each.exclude} />
              </dd>
            )}
          </div>
        ))}
        {anchor !== undefined && (
          <>
            <dt>Only within {anchor.window} words of</dt>
            <dd>
              <Terms terms={anchor.terms} />
            </dd>
          </>
        )}
        {follow !== undefined && (
          <>
            <dt>Or, at most {follow.maxSentences} sentences after such a mention, right after</dt>
            <dd>
              <Terms terms={follow.determiners} />
            </dd>
          </>
        )}
        {never !== undefined && (
          <>
            <dt>Taken out of the sentence first</dt>
            <dd>
              <Terms terms={never} />
            </dd>
          </>
        )}
      </dl>
      {examples.length > 0 && (
        <ul className={styles.examples} aria-label={`Examples of ${label}`}>
          {examples.map(({ text, label: found, why }) => (
            <li key={text}>
              <span className={styles.verdict}>{found === null ? 'No label:' : `${nameOf(found) ?? found}:`}</span>{' '}
              <q lang={codebook.lang}>{text}</q> {why !== undefined && <span className="soft">{why}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
