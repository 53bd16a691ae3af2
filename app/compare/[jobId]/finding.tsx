import Link from 'next/link';
import type { JobStep } from '#lib/store/jobs';
import { countOf } from '#lib/text/count-of';
import { LinkForm } from '../../_components/link-form';
import type { Finding as Search } from '../../_queries/jobs';
import { stopFindingNow } from '../actions';
import styles from './finding.module.css';
import { JobProgress } from './job-progress';
import { Steps } from './steps';

export function storyLink({ storyId, articleId }: { storyId: string; articleId: string }): string {
  return `/stories/${storyId}?ref=${encodeURIComponent(articleId)}`;
}

type Props = { id: string; search: Search; mayStop: boolean };

/** Who else covers an article: while outlets are asked, and when nobody was found. */
export function Finding({ id, search, mayStop }: Props) {
  const { steps, state, result } = search;
  const [article, stored, ...outlets] = steps;
  const isGoing = state === 'waiting' || state === 'running' || state === 'stopping';
  const hasFailed = article?.state === 'failed';
  return (
    <div className={styles.finding}>
      <h1>
        {isGoing ? 'Looking for who else covers this …' : hasFailed ? 'The article could not be read' : endOf(search)}
      </h1>
      {isGoing && (
        <>
          <Progress outlets={outlets} />
          <div className={styles.tools}>
            <JobProgress id={id}>
              {state === 'stopping' ? 'Stopping; what was found is kept.' : 'The story opens by itself.'}
            </JobProgress>
            {mayStop && state !== 'stopping' && (
              <form action={stopFindingNow.bind(null, id)}>
                <button type="submit">Stop</button>
              </form>
            )}
          </div>
        </>
      )}
      {state === 'interrupted' && (
        <p className="notice">The search ended without a word: its process was stopped. What was read is kept.</p>
      )}
      {!isGoing && result && (
        <p>
          <Link href={storyLink(result)}>
            {result.outlets > 1 ? 'Open the story as it stands' : 'Read the article here'}
          </Link>
          {result.outlets > 1 ? (
            ''
          ) : (
            <>
              . It is compared as soon as a text by another outlet is found.{' '}
              <Link href={`/stories/${result.storyId}/about`}>See what comes near it</Link>, to join by hand.
            </>
          )}
        </p>
      )}
      <Steps steps={[article, stored].filter((step) => step !== undefined)} />
      <Outlets outlets={outlets} />
      {!isGoing && result !== undefined && outlets.length === 0 && (
        <p className="notice">
          No outlet that could be asked is installed for this language.{' '}
          <Link href="/outlets/add">Add outlets or a pack</Link> and look again.
        </p>
      )}
      {result !== undefined && result.foreign > 0 && (
        <p className="soft">
          {countOf(result.foreign, 'outlet')} in other languages not asked: texts are grouped within one language.
        </p>
      )}
      {!isGoing && (
        <section aria-label="Look again">
          <LinkForm link={article?.name.startsWith('http') ? article.name : undefined} />
        </section>
      )}
    </div>
  );
}

function endOf({ state, result }: Search): string {
  if (state === 'stopped') return 'Stopped before every outlet was asked';
  if (state === 'interrupted') return 'The search was interrupted';
  if (result === undefined) return 'The search failed';
  return result.outlets > 1 ? 'Found' : 'No other outlet was found with this event';
}

function Progress({ outlets }: { outlets: readonly JobStep[] }) {
  if (outlets.length === 0) return null;
  const over = outlets.filter(({ state }) => state === 'done' || state === 'failed').length;
  return (
    <p className={styles.progress}>
      <progress max={outlets.length} value={over} aria-label="Outlets looked through" /> {over} of{' '}
      {countOf(outlets.length, 'outlet')}
    </p>
  );
}

const GROUPS: { title: string; has: (step: JobStep) => boolean; isOpen: boolean }[] = [
  { title: 'With a text on this event', has: ({ outcome }) => outcome === 'found', isOpen: true },
  { title: 'Being asked', has: ({ state }) => state === 'running', isOpen: true },
  { title: 'Could not be read', has: ({ state }) => state === 'failed', isOpen: false },
  { title: 'Not asked now', has: ({ outcome }) => outcome === 'not-asked', isOpen: false },
  { title: 'Asked; nothing on this event', has: ({ outcome }) => outcome === 'nothing', isOpen: false },
  { title: 'Waiting', has: ({ state }) => state === 'waiting', isOpen: false },
];

/** A hundred and fifty outlets are no list to read: they stand in groups, and what was found stands first. */
const FEW = 12;

function Outlets({ outlets }: { outlets: readonly JobStep[] }) {
  return GROUPS.map(({ title, has, isOpen }) => {
    const group = outlets.filter(has);
    if (group.length === 0) return null;
    return (
      <details key={title} className={styles.group} open={isOpen || outlets.length <= FEW}>
        <summary>
          {title}: {countOf(group.length, 'outlet')}
        </summary>
        {group.every(({ message, reason }) => message === undefined && reason === undefined) ? (
          <p className="soft">{group.map(({ name }) => name).join(' · ')}</p>
        ) : (
          <ul>
            {group.map(({ name, message, reason }, at) => (
              // Two outlets may have one name; their order is their identity.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list keeps its order
              <li key={at}>
                <span>{name}</span> <span className="soft">{reason?.message ?? message}</span>
              </li>
            ))}
          </ul>
        )}
      </details>
    );
  });
}
