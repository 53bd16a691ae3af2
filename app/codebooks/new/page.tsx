import type { Metadata } from 'next';
import Link from 'next/link';
import { getReadyToTry, storiesToTry } from '../../_queries/codebooks';
import { mayWrite } from '../../_queries/permission';
import { workOnDraft } from '../_form/actions';
import { DraftForm } from '../_form/draft-form';
import styles from '../codebooks.module.css';

export const metadata: Metadata = { title: 'A new codebook', robots: { index: false } };

const TEMPLATE = {
  schema: 'codebook/1',
  id: 'my-codebook',
  version: '1.0.0',
  lang: 'en',
  title: 'My codebook',
  description: 'What it is for.',
  author: 'You',
  licence: 'CC0-1.0',
  basedOn: [],
  unit: 'sentence',
  frames: [
    {
      id: 'delay',
      label: 'Delay',
      definition: 'Something takes longer than planned.',
      question: 'Does the sentence say that something is late?',
      include: [{ any: ['delay*', 'postpon*', 'behind schedule'] }],
      examples: [
        { text: 'The opening was postponed until May.', code: true },
        { text: 'The opening is in May.', code: false },
      ],
    },
  ],
  concepts: [],
};

export default async function NewCodebookPage() {
  const [stories, isAllowed] = await Promise.all([storiesToTry(), mayWrite()]);
  const [story] = stories;
  if (isAllowed) await getReadyToTry();
  return (
    <>
      <p className={styles.back}>
        <Link href="/codebooks">Codebooks</Link>
      </p>
      <h1>A new codebook</h1>
      <p className={styles.intro}>
        Choose a file that was exported elsewhere, or change the one below. It is checked and tried before anything is
        saved: what is wrong is named with its key, and its own examples are run.
      </p>
      {isAllowed ? (
        <DraftForm
          action={workOnDraft.bind(null, undefined, { kind: 'json' })}
          kind="json"
          initial={{ json: JSON.stringify(TEMPLATE, null, 2), ...(story === undefined ? {} : { story: story.id }) }}
          stories={stories}
        />
      ) : (
        <p className="notice">
          This installation can be read from here but not changed. <Link href="/sign-in">Sign in</Link>
        </p>
      )}
    </>
  );
}
