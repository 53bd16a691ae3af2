import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Moment } from '../../_components/moment';
import { openCodebook } from '../../_queries/codebooks';
import { mayWrite } from '../../_queries/permission';
import styles from '../codebooks.module.css';
import { CodebookBar } from './codebook-bar';
import { ConceptSection } from './concept-section';
import { FrameSection } from './frame-section';
import { numberIn } from './number-in';
import { Terms } from './terms';

const opened = cache(openCodebook);

type Props = PageProps<'/codebooks/[codebookId]'>;

async function open({ params, searchParams }: Props) {
  const [{ codebookId }, query] = await Promise.all([params, searchParams]);
  return { query, codebook: await opened(codebookId, numberIn(query.number)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { codebook } = await open(props);
  return { title: codebook?.codebook.title ?? 'No such codebook' };
}

/** One codebook, all of it: what it asks, by which terms, with examples both ways, and how far it can be trusted. */
export default async function CodebookPage(props: Props) {
  const [{ codebook: found, query }, isAllowed] = await Promise.all([open(props), mayWrite()]);
  if (!found) notFound();
  const { codebook, hash, line, shipped } = found;
  const { frames, concepts, topics = [], about } = codebook;
  return (
    <>
      <p className={styles.back}>
        <Link href="/codebooks">Codebooks</Link>
      </p>
      <h1 lang={codebook.lang}>{codebook.title}</h1>
      {query.done === 'saved' && (
        <p className={styles.done} role="status">
          Saved as version {codebook.version}. Comparisons are made with it from now on; frozen ones keep theirs.
        </p>
      )}
      {query.done === 'same' && (
        <p className={styles.done} role="status">
          Nothing has changed: this is what was in force already.
        </p>
      )}
      {!line.isInForce && (
        <p className={styles.done}>
          This is not the version in force. <Link href={`/codebooks/${codebook.id}/versions`}>All versions</Link>
        </p>
      )}
      <p className={styles.intro} lang={codebook.lang}>
        {codebook.description}
      </p>
      <CodebookBar id={codebook.id} number={line.isInForce ? undefined : line.number} mayEdit={isAllowed} />
      <dl className={styles.facts}>
        <Fact name="Version">
          {codebook.version}
          {line.kind === 'shipped' ? ', shipped with Synoptic' : ', saved here'}
          {line.at !== undefined && (
            <>
              {' '}
              <Moment at={line.at} />
            </>
          )}
        </Fact>
        <Fact name="Language">{codebook.lang}</Fact>
        <Fact name="Author">{codebook.author}</Fact>
        <Fact name="Licence">{codebook.licence}</Fact>
        <Fact name="SHA-256">
          <span className={styles.hash}>{hash}</span>
        </Fact>
      </dl>
      {codebook.basedOn.length > 0 && (
        <section className={styles.section}>
          <h2>Sources</h2>
          <ul className={styles.examples}>
            {codebook.basedOn.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </section>
      )}
      <nav aria-label="Codes" className={styles.section}>
        <h2>What it counts</h2>
        <ul className={styles.contents}>
          {[...frames, ...concepts].map(({ id, label }) => (
            <li key={id}>
              <a href={`#code-${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      {about !== undefined && (
        <section className={styles.section}>
          <h2>Used on texts about</h2>
          <p className="soft fine">
            Unless somebody chooses it, it counts only where one of these stands in the headline or lead of half the
            texts.
          </p>
          <Terms terms={about} />
        </section>
      )}
      {frames.map((frame) => (
        <FrameSection
          key={frame.id}
          frame={frame}
          codebook={codebook}
          shipped={shipped}
          mayEdit={isAllowed && line.isInForce}
        />
      ))}
      {concepts.map((concept) => (
        <ConceptSection key={concept.id} concept={concept} codebook={codebook} mayEdit={isAllowed && line.isInForce} />
      ))}
      {topics.length > 0 && (
        <section className={styles.section}>
          <h2>Topics</h2>
          <p className="soft fine">Lists of terms that rules and anchors refer to by name.</p>
          {topics.map(({ id, terms }) => (
            <div key={id} className={styles.code} id={`topic-${id}`}>
              <h3>@{id}</h3>
              <Terms terms={terms} />
            </div>
          ))}
        </section>
      )}
    </>
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
