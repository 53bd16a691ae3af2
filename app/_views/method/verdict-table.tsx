import { type Precision, precision, precisionWords } from '#lib/comparison/verdicts';
import { Wide } from '../../_components/wide';
import type { JudgedCode } from '../../_queries/verdicts';

/** How many hits readers have looked at, code by code, with Wilson's interval. Nothing is pooled: codes differ too much. */
export function VerdictTable({ judged }: { judged: readonly JudgedCode[] }) {
  if (judged.length === 0) {
    return (
      <p>
        No reader has judged a hit yet. Open a number in the framing view and say of each hit whether it is right: what
        is said is counted here.
      </p>
    );
  }
  return (
    <>
      <Wide label="Hits judged by readers">
        <table>
          <thead>
            <tr>
              <th scope="col">Codebook</th>
              <th scope="col">Code</th>
              <th scope="col">Precision, 95 % interval</th>
            </tr>
          </thead>
          <tbody>
            {judged.map(({ key, codebook, code, right, wrong }) => (
              <tr key={key}>
                <td>{codebook}</td>
                <th scope="row">{code}</th>
                <td>{precisionWords(precision(right, right + wrong) as Precision)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p>
        These are the hits somebody chose to look at, which are seldom a fair sample. A verdict changes no count; it
        holds for one version of a text and one version of a codebook.
      </p>
    </>
  );
}
