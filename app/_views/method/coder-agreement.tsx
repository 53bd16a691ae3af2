import type { CoderAgreement } from '#lib/framing/coder-agreement';
import { Wide } from '../../_components/wide';
import { share } from '../../codebooks/words';
import styles from './coder-agreement.module.css';

/** How far a second coder agrees with a codebook and with readers, code by code. */
export function CoderAgreementTable({
  agreement,
  names,
}: {
  agreement: readonly CoderAgreement[];
  names: ReadonlyMap<string, string>;
}) {
  return (
    <section className={styles.agreement}>
      <h2>Agreement</h2>
      <p className="soft fine">
        Krippendorff’s alpha, sentence by sentence: 1 as good as can be, 0 as by lot; from .80 on reliable, from .667
        tentative.
      </p>
      <Wide label="Agreement by code">
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
      </Wide>
    </section>
  );
}

function Alpha({ of }: { of: CoderAgreement['withCodebook'] }) {
  if ('alpha' in of) return `${share(of.alpha)} (${of.units} sentences)`;
  return (
    <span className="soft fine">{of.code === 'too-few' ? 'no verdicts yet' : 'cannot be told: all coded alike'}</span>
  );
}
