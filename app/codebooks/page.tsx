import type { Metadata } from 'next';
import Link from 'next/link';
import { countOf } from '#lib/text/count-of';
import { Moment } from '../_components/moment';
import { type KnownCodebook, knownCodebooks } from '../_queries/codebooks';
import { mayWrite } from '../_queries/permission';
import styles from './codebooks.module.css';
import { SOURCE_WORDS, termCount } from './words';

export const metadata: Metadata = { title: 'Codebooks' };

/** What is counted, and by which words: every codebook in force. */
export default async function CodebooksPage({ searchParams }: PageProps<'/codebooks'>) {
  const [known, isAllowed, { done }] = await Promise.all([knownCodebooks(), mayWrite(), searchParams]);
  return (
    <>
      <h1>Codebooks</h1>
      <p className={styles.intro}>
        A codebook says what is counted: frames, which are what a sentence talks about, and labels, which are what the
        same thing is called. Each can be read here down to its last term, tried on any story, changed, and taken
        elsewhere. A count shows words in sentences; it does not show what an outlet thinks.
      </p>
      {done === 'withdrawn' && (
        <p className={styles.done} role="status">
          Taken out of use. Its versions are kept: saving one again brings it back.
        </p>
      )}
      {isAllowed && (
        <p className={styles.tools}>
          <Link href="/codebooks/new" className="button">
            Write or import one
          </Link>
        </p>
      )}
      <ul className={`plain-list ${styles.books}`}>
        {known.map((each) => (
          <Book key={each.codebook.id} known={each} />
        ))}
      </ul>
    </>
  );
}

function Book({ known: { codebook, hash, source, savedAt, problem } }: { known: KnownCodebook }) {
  const labels = codebook.concepts.reduce((sum, { labels: each }) => sum + each.length, 0);
  return (
    <li className={styles.book}>
      <h2>
        <Link href={`/codebooks/${codebook.id}`} lang={codebook.lang}>
          {codebook.title}
        </Link>
      </h2>
      <p lang={codebook.lang}>{codebook.description}</p>
      <dl className={styles.facts}>
        <Fact name="Id">
          <code>{codebook.id}</code>
        </Fact>
        <Fact name="Language">{codebook.lang}</Fact>
        <Fact name="Version">{codebook.version}</Fact>
        <Fact name="Holds">
          {countOf(codebook.frames.length, 'frame')}, {countOf(codebook.concepts.length, 'concept')}
          {labels > 0 && ` with ${countOf(labels, 'label')}`}, {countOf(termCount(codebook), 'term')}
        </Fact>
        <Fact name="Licence">{codebook.licence}</Fact>
        <Fact name="Comes from">
          {SOURCE_WORDS[source]}
          {savedAt !== undefined && (
            <>
              , saved <Moment at={savedAt} />
            </>
          )}
        </Fact>
        <Fact name="SHA-256">
          <span className={styles.hash} title={hash}>
            {hash.slice(0, 12)}
          </span>
        </Fact>
      </dl>
      {problem !== undefined && <p className="notice">The version saved here cannot be read: {problem.message}</p>}
    </li>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
