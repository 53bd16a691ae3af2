import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { type CodebookChanges, codebookChanges } from '#lib/framing/codebook-changes';
import { Moment } from '../../../_components/moment';
import { Wide } from '../../../_components/wide';
import { type HistoryLine, type OpenedCodebook, openCodebook } from '../../../_queries/codebooks';
import { mayWrite } from '../../../_queries/permission';
import styles from '../../codebooks.module.css';
import { restoreVersion, withdrawCodebook } from '../actions';
import { numberIn } from '../number-in';
import { Press } from '../press';
import { Changes } from './changes';

export const metadata: Metadata = { title: 'Versions of a codebook' };

/** Every version kept, and what differs between any two. */
export default async function VersionsPage({ params, searchParams }: PageProps<'/codebooks/[codebookId]/versions'>) {
  const [{ codebookId }, query, isAllowed] = await Promise.all([params, searchParams, mayWrite()]);
  const found = await openCodebook(codebookId);
  if (!found) notFound();
  const { codebook, history } = found;
  const kept = history.filter(({ kind }) => kind !== 'withdrawn');
  const pair = await chosenPair(found, kept, numberIn(query.from), numberIn(query.to));
  return (
    <>
      <p className={styles.back}>
        <Link href={`/codebooks/${codebookId}`}>{codebook.title}</Link>
      </p>
      <h1>Versions of {codebook.title}</h1>
      {query.done === 'restored' && (
        <p className={styles.done} role="status">
          In force again. Comparisons are made with it from now on.
        </p>
      )}
      <Wide label="Versions">
        <table className={styles.history}>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Saved</th>
              <th scope="col">What was changed</th>
              <th scope="col">SHA-256</th>
              <th scope="col">Do</th>
            </tr>
          </thead>
          <tbody>
            {[...history].reverse().map((line) => (
              <Line key={line.number} id={codebookId} line={line} mayWrite={isAllowed} />
            ))}
          </tbody>
        </table>
      </Wide>
      {isAllowed && history.some(({ kind, isInForce }) => kind === 'own' && isInForce) && kept[0]?.kind === 'own' && (
        <div className={styles.tools}>
          <Press action={withdrawCodebook.bind(null, codebookId)} label="Take out of use">
            <button type="submit">Take this codebook out of use</button>
          </Press>
        </div>
      )}
      <section className={styles.section} id="differences">
        <h2>What differs</h2>
        {kept.length < 2 ? (
          <p className="soft">There is one version only.</p>
        ) : (
          <form method="get" action={`/codebooks/${codebookId}/versions#differences`} className={styles.choose}>
            <VersionChoice name="from" label="From" lines={kept} chosen={pair?.from.number} />
            <VersionChoice name="to" label="To" lines={kept} chosen={pair?.to.number} />
            <button type="submit">Show</button>
          </form>
        )}
        {pair !== undefined && <Changes changes={pair.changes} />}
      </section>
    </>
  );
}

type Pair = { from: HistoryLine; to: HistoryLine; changes: CodebookChanges };

// Without a choice: the version in force, and the one before it with other content.
async function chosenPair(
  { codebook, line }: OpenedCodebook,
  kept: readonly HistoryLine[],
  from: number | undefined,
  to: number | undefined,
): Promise<Pair | undefined> {
  const after = kept.find(({ number }) => number === to) ?? line;
  const before =
    kept.find(({ number }) => number === from) ??
    kept.filter(({ number, hash }) => number < after.number && hash !== after.hash).at(-1);
  if (before === undefined) return undefined;
  const [was, is] = await Promise.all([before, after].map(({ number }) => openCodebook(codebook.id, number)));
  if (!was || !is) return undefined;
  return { from: before, to: after, changes: codebookChanges(was.codebook, is.codebook) };
}

function Line({ id, line, mayWrite: isAllowed }: { id: string; line: HistoryLine; mayWrite: boolean }) {
  const { number, version, hash, at, note, kind, isInForce } = line;
  if (kind === 'withdrawn')
    return (
      <tr>
        <th scope="row">none</th>
        <td>{at !== undefined && <Moment at={at} />}</td>
        <td colSpan={3}>From here on no version of one’s own was in force.</td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        <Link href={`/codebooks/${id}?number=${number}`} prefetch={false}>
          {version}
        </Link>
        {isInForce && ', in force'}
      </th>
      <td>{at === undefined ? 'shipped' : <Moment at={at} />}</td>
      <td>{note ?? <span className="soft">no note</span>}</td>
      <td>
        <span className={styles.hash} title={hash}>
          {hash.slice(0, 12)}
        </span>
      </td>
      <td>
        {isAllowed && !isInForce && (
          <Press action={restoreVersion.bind(null, id)} label={`Version ${version}`}>
            <input type="hidden" name="number" value={number} />
            <button type="submit" aria-label={`Put version ${version} in force again`}>
              Use again
            </button>
          </Press>
        )}
      </td>
    </tr>
  );
}

type ChoiceProps = { name: string; label: string; lines: readonly HistoryLine[]; chosen: number | undefined };

function VersionChoice({ name, label, lines, chosen }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={chosen}>
        {lines.map(({ number, version, kind }) => (
          <option key={number} value={number}>
            {kind === 'shipped' ? `${version}, shipped` : `${version}, no. ${number}`}
          </option>
        ))}
      </select>
    </label>
  );
}
