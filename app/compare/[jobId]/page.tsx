import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { findJob, foundStory } from '../../_queries/jobs';
import { JobComparison } from './job-comparison';
import { JobProgress } from './job-progress';
import { Steps } from './steps';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Comparing', robots: { index: false } };

/** A running comparison shows what is being read; a finished one is the comparison itself. */
export default async function JobPage({ params, searchParams }: PageProps<'/compare/[jobId]'>) {
  const { jobId } = await params;
  const job = await findJob(jobId);
  if (!job) notFound();
  const found = foundStory(job);
  if (found) redirect(`/stories/${found.storyId}?ref=${encodeURIComponent(found.articleId)}`);
  if (job.state === 'done') return <JobComparison id={jobId} steps={job.steps} query={await searchParams} />;
  const isOver = job.state === 'failed';
  return (
    <>
      <h1>{isOver ? 'Not enough could be read' : 'Reading …'}</h1>
      {isOver ? (
        <p role="alert">
          {job.reason?.message ?? 'What went wrong stands below.'}{' '}
          <Link href="/compare">Try other links or paste the texts.</Link>
        </p>
      ) : (
        <JobProgress id={job.id} />
      )}
      <Steps steps={job.steps} />
    </>
  );
}
