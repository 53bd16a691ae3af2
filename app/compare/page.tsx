import type { Metadata } from 'next';
import { mayWrite } from '../_queries/permission';
import styles from './compare.module.css';
import { CompareForm } from './compare-form';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Compare links or texts' };

/** Paste two or more links or texts. `?link=` fills the first line (the box on the front page sends it). */
export default async function ComparePage({ searchParams }: PageProps<'/compare'>) {
  const { link } = await searchParams;
  const given = [link ?? []].flat().join('\n');
  const isAllowed = await mayWrite();
  return (
    <>
      <h1>Compare links or texts</h1>
      <p className={`prose ${styles.intro}`}>
        Give at least two articles about the same event. The first one that can be read is the text the others are
        compared with; you can change that afterwards. One link alone is looked up among everything read so far: who
        else covers this?
      </p>
      {isAllowed ? (
        <CompareForm links={given} />
      ) : (
        <p role="note" className="notice">
          This installation can be read but not used for new comparisons from here. Its owner can{' '}
          <a href="/sign-in">sign in</a>.
        </p>
      )}
    </>
  );
}
