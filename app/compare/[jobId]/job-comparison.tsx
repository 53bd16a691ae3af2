import Link from 'next/link';
import { nameOf, sameTextAs, textsOf } from '#lib/comparison/texts';
import { choiceOf, type Query, readShown } from '#lib/share/shown';
import { ShareForm } from '../../_components/share-form';
import { comparisonOfJob } from '../../_queries/jobs';
import { mayWrite } from '../../_queries/permission';
import { ComparisonView } from '../../_views/comparison-view';
import { EventHeader } from '../../_views/event-header';
import { type Candidate, TextPicker } from '../../_views/text-picker';
import { ViewNotes } from '../../_views/view-notes';
import { shareJob } from '../actions';
import { type Step, Steps } from './steps';

/** The comparison of what was pasted: the same views as a story's, and above them what could not be read. */
export async function JobComparison({ id, steps, query }: { id: string; steps: readonly Step[]; query: Query }) {
  const shown = readShown(query);
  const { comparison, texts: all } = await comparisonOfJob(id, choiceOf(shown));
  const texts = textsOf(comparison, shown);
  const place = { path: `/compare/${id}`, shown, mayCorrect: await mayWrite() };
  const failed = steps.filter((step) => step.state === 'failed');
  const candidates = all.map(
    (article): Candidate => ({
      articleId: article.id,
      name: nameOf(article, comparison),
      headline: article.headline,
      quality: article.quality.status,
      copyOf: sameTextAs(article.id, comparison),
    }),
  );
  return (
    <>
      <EventHeader texts={texts}>
        <TextPicker texts={texts} place={place} candidates={candidates} />
        <ShareForm share={shareJob.bind(null, id, query)} />
        {failed.length === 0 ? null : (
          <div className="notice" role="note">
            <p>
              {failed.length === 1 ? 'One source' : `${failed.length} sources`} could not be read and{' '}
              {failed.length === 1 ? 'is' : 'are'} not compared. <Link href="/compare">Paste the text instead.</Link>
            </p>
            <Steps steps={failed} />
          </div>
        )}
        <ViewNotes texts={texts} place={place} />
      </EventHeader>
      <ComparisonView texts={texts} place={place} />
    </>
  );
}
