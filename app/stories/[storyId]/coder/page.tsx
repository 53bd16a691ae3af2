import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { CoderAgreement } from '#lib/framing/coder-agreement';
import { knownCodebooks, openCodebook } from '../../../_queries/codebooks';
import { mayWrite } from '../../../_queries/permission';
import { secondCoding } from '../../../_queries/second-coder';
import { share } from '../../../codebooks/words';
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
  const codebookId = asked ? String(query.codebook) : (known[0]?.codebook.id ?? '');
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
      {agreement.length > 0 && <AgreementTable agreement={agreement} names={names} />}
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

function AgreementTable({
  agreement,
  names,
}: {
  agreement: readonly CoderAgreement[];
  names: ReadonlyMap<string, string>;
}) {
  return (
    <section className={styles.section}>
      <h2>Agreement</h2>
      <p className="soft fine">
        Krippendorff’s alpha, sentence by sentence: 1 as good as can be, 0 as by lot; from .80 on reliable, from .667
        tentative.
      </p>
      <div className="scroll">
        <table>
          <caption>Sentences of the texts the second coder has read: {agreement[0]?.sentences ?? 0}</caption>
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Codebook</th>
              <th scope="col">Second coder</th>
              <th scope="col">Both</th>
              <th scope="col">Alpha with the codebook</th>
              <th scope="col">Alpha with readers’ verdicts</th>
            </tr>
          </thead>
          <tbody>
            {agreement.map(({ code, byCodebook, byCoder, byBoth, withCodebook, withReader }) => (
              <tr key={code}>
                <th scope="row">{names.get(code) ?? code}</th>
                <td>{byCodebook}</td>
                <td>{byCoder}</td>
                <td>{byBoth}</td>
                <td>
                  <Alpha of={withCodebook} />
                </td>
                <td>
                  <Alpha of={withReader} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Alpha({ of }: { of: CoderAgreement['withCodebook'] }) {
  if ('alpha' in of) return `${share(of.alpha)} (${of.units} sentences)`;
  return (
    <span className="soft fine">{of.code === 'too-few' ? 'no verdicts yet' : 'cannot be told: all coded alike'}</span>
  );
}
