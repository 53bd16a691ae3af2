import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { finding, findJob } from '../../_queries/jobs';
import { mayWrite } from '../../_queries/permission';
import { Finding, storyLink } from './finding';
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
  const search = await finding(job);
  if (search) {
    const { state, result } = search;
    if (state === 'done' && result && result.outlets > 1) redirect(storyLink(result));
    return <Finding id={jobId} search={search} mayStop={await mayWrite()} />;
  }
  if (job.state === 'done') return <JobComparison id={jobId} steps={job.steps} query={await searchParams} />;
  const isOver = job.state === 'failed' || job.state === 'stopped';
  return (
    <>
      <h1>{isOver ? 'Not enough could be read' : 'Reading …'}</h1>
      {isOver ? (
        <p role="alert">
          {job.reason?.message ?? 'What went wrong stands below.'}{' '}
          <Link href="/compare">Try other links or paste the texts.</Link>
        </p>
      ) : (
        <JobProgress id={job.id}>Each source is read on its own; the comparison opens by itself.</JobProgress>
      )}
      <Steps steps={job.steps} />
    </>
  );
}
