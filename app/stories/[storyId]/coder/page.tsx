import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { knownCodebooks, openCodebook } from '../../../_queries/codebooks';
import { mayWrite } from '../../../_queries/permission';
import { secondCoding } from '../../../_queries/second-coder';
import { CoderAgreementTable } from '../../../_views/method/coder-agreement';
import { codeNames } from './code-names';
import styles from './coder.module.css';
import { TextByTwo } from './text-by-two';

export const metadata: Metadata = { title: 'Second coder', robots: { index: false } };

/** What a second coder proposes beside a codebook. Nothing of it enters a count, a chart or a shared link. */
export default async function CoderPage({ params, searchParams }: PageProps<'/stories/[storyId]/coder'>) {
  const [{ storyId }, query, known, isAllowed] = await Promise.all([
    params,
    searchParams,
    knownCodebooks(),
    mayWrite(),
  ]);
  const asked = typeof query.codebook === 'string' && (await openCodebook(query.codebook))?.line.isInForce;
  const codebookId = asked
    ? String(query.codebook)
    : ((known.find(({ codebook }) => codebook.id === 'generic') ?? known[0])?.codebook.id ?? '');
  const coding = await secondCoding(storyId, codebookId);
  if (!coding) notFound();
  const { story, codebook, model, texts, agreement } = coding;
  const names = codeNames(codebook);
  return (
    <>
      <p className="fine">
        <Link href={`/stories/${storyId}`}>{story.title}</Link>
      </p>
      <h1>Second coder</h1>
      <div className={styles.intro}>
        <p>
          A second coder reads one text at a time and proposes codes, each with the words it rests on. Words that do not
          stand in the text letter by letter are dropped and counted. What it proposes has a mark of its own and enters
          no count, no chart and no shared link. Agreement says how far two ways of coding go together; both may be
          mistaken.
        </p>
        {model === undefined ? (
          <p className="notice">
            None is set up. <code>SYNOPTIC_CODER_URL</code> and <code>SYNOPTIC_CODER_MODEL</code> name an
            OpenAI-compatible chat endpoint; until then nothing is ever sent anywhere.
          </p>
        ) : (
          <p>
            Asked is the model <code>{model}</code>. The text and the codebook’s questions are sent to it, each text by
            itself, and only when you press its button.
          </p>
        )}
      </div>
      <form method="get" className={styles.choose}>
        <label>
          <span>Codebook</span>
          <select name="codebook" defaultValue={codebookId}>
            {known.map(({ codebook: each }) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Show</button>
      </form>
      {agreement.length > 0 && <CoderAgreementTable agreement={agreement} names={names} />}
      {model !== undefined &&
        texts.map((text) => (
          <TextByTwo
            key={text.article.id}
            text={text}
            names={names}
            codebook={codebook}
            storyId={storyId}
            mayAsk={isAllowed}
          />
        ))}
    </>
  );
}
