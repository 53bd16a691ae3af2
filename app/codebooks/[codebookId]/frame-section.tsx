import Link from 'next/link';
import { wilson } from '#lib/framing/intervals';
import type { Codebook, CodebookTerm, FrameCode } from '#lib/types';
import styles from '../codebooks.module.css';
import { isChangedSinceMeasured, measuredIntervals, share, withInterval } from '../words';
import { Terms } from './terms';

type Props = { frame: FrameCode; codebook: Codebook; shipped: Codebook | undefined; mayEdit: boolean };

export function FrameSection({ frame, codebook, shipped, mayEdit }: Props) {
  const { id, label, definition, question, include, exclude, requires, examples } = frame;
  return (
    <section className={styles.code} id={`code-${id}`} aria-labelledby={`name-${id}`}>
      <div className={styles.codeHead}>
        <h2 id={`name-${id}`}>{label}</h2>
        <span className={styles.kind}>
          Frame <code>{id}</code>
          {frame.exploratory && ', exploratory: people disagree about this one, so it is off until asked for'}
        </span>
        {mayEdit && (
          <Link href={`/codebooks/${codebook.id}/edit?frame=${id}`} prefetch={false} aria-label={`Edit ${label}`}>
            Edit
          </Link>
        )}
      </div>
      <p lang={codebook.lang}>{definition}</p>
      <p className="soft" lang={codebook.lang}>
        {question}
      </p>
      <Reliability frame={frame} isOld={isChangedSinceMeasured(frame, shipped)} />
      <dl className={styles.rules}>
        {include.map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no other name
          <Rule key={at} rule={rule} />
        ))}
        {requires !== undefined && (
          <>
            <dt>Only in sentences with a term of</dt>
            <dd>
              {requires.map((topic) => (
                <a key={topic} href={`#topic-${topic}`}>
                  @{topic}{' '}
                </a>
              ))}
            </dd>
          </>
        )}
        {exclude !== undefined && (
          <>
            <dt>Taken out of the sentence first</dt>
            <dd>
              <Terms terms={exclude} />
            </dd>
          </>
        )}
      </dl>
      {examples.length > 0 && (
        <ul className={styles.examples} aria-label={`Examples of ${label}`}>
          {examples.map(({ text, code, why }) => (
            <li key={text}>
              <span className={styles.verdict}>{code ? 'Counts:' : 'Does not count:'}</span>{' '}
              <q lang={codebook.lang}>{text}</q> {why !== undefined && <span className="soft">{why}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Rule({ rule }: { rule: CodebookTerm }) {
  const weighs = rule.weight === undefined ? '' : `, weighing ${share(rule.weight)}`;
  if ('any' in rule)
    return (
      <>
        <dt>Any of{weighs}</dt>
        <dd>
          <Terms terms={rule.any} />
        </dd>
      </>
    );
  if ('regex' in rule)
    return (
      <>
        <dt>What this expression matches{weighs}</dt>
        <dd>
          <Terms terms={[rule.regex]} />
        </dd>
      </>
    );
  return (
    <>
      <dt>One of each list, in the same sentence{weighs}</dt>
      {rule.all.map((list) => (
        <dd key={list.join()}>
          <Terms terms={list} />
        </dd>
      ))}
    </>
  );
}

function Reliability({ frame: { reliability }, isOld }: { frame: FrameCode; isOld: boolean }) {
  if (reliability === undefined) return <p className="soft fine">Not measured against texts coded by people.</p>;
  const { alpha, checked = 0, right = 0, measured, source } = reliability;
  const intervals = measured && measuredIntervals(measured);
  return (
    <p className="fine">
      {alpha !== undefined && <>Human coders among themselves: alpha {share(alpha)}. </>}
      {checked > 0 && (
        <>
          Checked by a reader: {right} of {checked} hits right, {withInterval(right / checked, wilson(right, checked))}.{' '}
        </>
      )}
      {measured && intervals && (
        <>
          As the main frame of {measured.on}: precision {withInterval(measured.precision, intervals.precision)}, recall{' '}
          {withInterval(measured.recall, intervals.recall)}, n = {measured.n}; 95 % intervals.{' '}
        </>
      )}
      <span className="soft">{source}.</span>
      {isOld && <strong> Measured before its terms were changed here.</strong>}
    </p>
  );
}
