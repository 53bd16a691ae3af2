import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { Codebook } from '#lib/types';
import { getReadyToTry, nextVersion, openCodebook, storiesToTry } from '../../../_queries/codebooks';
import { mayWrite } from '../../../_queries/permission';
import { workOnDraft } from '../../_form/actions';
import type { Part } from '../../_form/apply-fields';
import { DraftForm } from '../../_form/draft-form';
import { conceptFields, type Fields, factFields, frameFields } from '../../_form/fields';
import { conceptFromPhrases } from '../../_form/from-phrases';
import styles from '../../codebooks.module.css';

export const metadata: Metadata = { title: 'Edit a codebook', robots: { index: false } };

type Query = Record<string, string | string[] | undefined>;

/** One part of a codebook in a form, tried on a story while it is typed. */
export default async function EditPage({ params, searchParams }: PageProps<'/codebooks/[codebookId]/edit'>) {
  const [{ codebookId }, query, isAllowed, stories] = await Promise.all([
    params,
    searchParams,
    mayWrite(),
    storiesToTry(),
  ]);
  const found = await openCodebook(codebookId);
  if (!found) notFound();
  const { codebook, hash, history, line } = found;
  if (isAllowed) await getReadyToTry(codebook);
  const edited = partIn(query, codebook);
  const version = nextVersion(codebook.version, history);
  const story = stories.find(({ id }) => id === query.story) ?? stories[0];
  const initial: Fields = {
    ...edited.fields(version),
    version,
    startedFrom: hash,
    ...(story === undefined ? {} : { story: story.id }),
  };
  return (
    <>
      <p className={styles.back}>
        <Link href={`/codebooks/${codebookId}`}>{codebook.title}</Link>
      </p>
      <h1>{edited.title}</h1>
      <p className={styles.intro}>
        {line.kind === 'shipped'
          ? 'What is shipped is never overwritten: saving makes a version of your own, which counts in its place until you go back.'
          : 'Every save is a version of its own; none is overwritten.'}{' '}
        Trying a draft keeps nothing.
      </p>
      <PartsNav codebook={codebook} current={edited.key} />
      {isAllowed ? (
        <DraftForm
          key={edited.key}
          action={workOnDraft.bind(null, codebookId, edited.part)}
          kind={edited.part.kind}
          initial={initial}
          stories={stories}
          {...(edited.removable === undefined ? {} : { removable: edited.removable })}
        />
      ) : (
        <p className="notice">
          This installation can be read from here but not changed. <Link href="/sign-in">Sign in</Link>
        </p>
      )}
    </>
  );
}

type Edited = {
  key: string;
  title: string;
  part: Part | { kind: 'json' };
  fields: (version: string) => Fields;
  removable?: string;
};

function partIn(query: Query, codebook: Codebook): Edited {
  const frame = codebook.frames.find(({ id }) => id === query.frame);
  if (frame)
    return {
      key: `frame ${frame.id}`,
      title: `Frame: ${frame.label}`,
      part: { kind: 'frame', id: frame.id },
      fields: () => frameFields(frame),
      removable: 'frame',
    };
  const concept = codebook.concepts.find(({ id }) => id === query.concept);
  if (concept)
    return {
      key: `concept ${concept.id}`,
      title: `Concept: ${concept.label}`,
      part: { kind: 'concept', id: concept.id },
      fields: () => conceptFields(concept),
      removable: 'concept',
    };
  if (query.new === 'frame')
    return { key: 'new frame', title: 'A new frame', part: { kind: 'frame' }, fields: () => ({}) };
  if (query.new === 'concept')
    return {
      key: 'new concept',
      title: 'A new concept',
      part: { kind: 'concept' },
      fields: () => conceptFromPhrases(query.phrase, codebook),
    };
  if (query.as === 'json')
    return {
      key: 'json',
      title: `${codebook.title} as JSON`,
      part: { kind: 'json' },
      fields: (version) => ({ json: JSON.stringify({ ...codebook, version }, null, 2) }),
    };
  return {
    key: 'facts',
    title: `About ${codebook.title}`,
    part: { kind: 'facts' },
    fields: () => factFields(codebook),
  };
}

function PartsNav({ codebook, current }: { codebook: Codebook; current: string }) {
  const parts = [
    ...codebook.frames.map(({ id, label }) => ({ key: `frame ${id}`, label, query: `frame=${id}` })),
    ...codebook.concepts.map(({ id, label }) => ({ key: `concept ${id}`, label, query: `concept=${id}` })),
    { key: 'new frame', label: 'A new frame', query: 'new=frame' },
    { key: 'new concept', label: 'A new concept', query: 'new=concept' },
    { key: 'facts', label: 'Title, sources, topics', query: '' },
    { key: 'json', label: 'All of it as JSON', query: 'as=json' },
  ];
  return (
    <nav aria-label="Parts of the codebook">
      <details>
        <summary>Another part of it</summary>
        <ul className={styles.contents}>
          {parts.map(({ key, label, query }) => (
            <li key={key}>
              <Link
                href={`/codebooks/${codebook.id}/edit${query === '' ? '' : `?${query}`}`}
                prefetch={false}
                aria-current={key === current ? 'page' : undefined}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
