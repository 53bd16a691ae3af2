import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { worksheetPassages } from '#lib/share/worksheet';
import { ForeignText } from '../../../_components/foreign-text';
import { findFrozen, tombstoneOf } from '../../../_queries/frozen';
import { Gone } from '../gone';
import { Sheet } from './sheet';
import styles from './sheet.module.css';

type Props = { params: Promise<{ comparisonId: string }> };

/** Letters whatever the address says: a sheet with names is the answer sheet. */
async function open({ params }: Props) {
  const { comparisonId } = await params;
  return (await tombstoneOf(comparisonId)) ? undefined : findFrozen(comparisonId, { blind: '1' });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const title = (await open(props))?.comparison.title;
  return { title: title === undefined ? 'No such comparison' : `Worksheet: ${title}`, robots: { index: false } };
}

export default async function WorksheetPage(props: Props) {
  const { comparisonId } = await props.params;
  const tombstone = await tombstoneOf(comparisonId);
  if (tombstone) return <Gone id={comparisonId} tombstone={tombstone} />;
  const asked = await open(props);
  if (!asked) notFound();
  const { comparison } = asked;
  const reference = comparison.articles.find(({ id }) => id === comparison.settings.reference);
  return (
    <>
      <header className={styles.head}>
        <p className="no-print">
          <Link href={`/c/${asked.id}?blind=1`} prefetch={false}>
            Back to the comparison
          </Link>
          {' · '}
          <span className="soft">Print this page with your browser: A4 or Letter.</span>
        </p>
        <ForeignText as="h1" language={reference?.language} className={styles.title}>
          {comparison.title}
        </ForeignText>
        <p>One event, told by {comparison.articles.length} texts. Letters stand for the outlets.</p>
        <p className={styles.who}>
          <b>
            Name <span />
          </b>
          <b>
            Date <span />
          </b>
        </p>
        <ul className={styles.tasks}>
          <li>Underline words that the passages share. Circle those that only one of them has.</li>
          <li>Mark where somebody is quoted, and where the outlet speaks itself.</li>
          <li>Which facts stand in one passage alone?</li>
        </ul>
      </header>
      <Sheet passages={worksheetPassages(comparison)} answers={false} />
    </>
  );
}
