import { MEASURED } from '#lib/diff/measured';
import { wilson } from '#lib/framing/intervals';
import { KIND_WORDS } from '#lib/share/difference-words';
import { UNSURE_KINDS } from '#lib/types';
import { Wide } from '../_components/wide';
import styles from './measured-rates.module.css';

/** What was measured by hand of every kind of difference: how many were read, how many were right, and how sure that is. */
export function MeasuredRates() {
  return (
    <>
      <p>
        Differences of {MEASURED.length} kinds were read one by one in pairs of news articles on one event, in US
        English of the 2010s to 2020, by one reader. Right means that both places are about the same thing and differ as
        the line says. Where a kind seldom occurs, few could be read, and the range in which the true share probably
        lies is wide. Negations were not met with in these pairs, and where a passage stands needs no judgement.
      </p>
      <Wide label="Measured rates by kind of difference">
        <table className={styles.rates}>
          <thead>
            <tr>
              <th scope="col">Difference</th>
              <th scope="col">right of read</th>
              <th scope="col">share</th>
              <th scope="col">95 % range</th>
              <th scope="col">of these, in events not read before the rules were set</th>
            </tr>
          </thead>
          <tbody>
            {MEASURED.map(({ kind, right, read, unseen }) => {
              const { low, high } = wilson(right, read);
              return (
                <tr key={kind}>
                  <th scope="row">
                    {KIND_WORDS[kind]}
                    {UNSURE_KINDS.includes(kind) && ' (shown only when asked for)'}
                  </th>
                  <td>
                    {right} of {read}
                  </td>
                  <td>{(right / read).toFixed(2)}</td>
                  <td>
                    {low.toFixed(2)}–{high.toFixed(2)}
                  </td>
                  <td>{unseen ? `${unseen.right} of ${unseen.read}` : '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
