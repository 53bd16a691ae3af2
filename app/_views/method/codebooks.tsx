import type { Comparison } from '#lib/types';
import styles from './method-view.module.css';

/** Which codebooks counted, in which version, and how far people agree about their codes. */
export function Codebooks({ comparison }: { comparison: Comparison }) {
  if (comparison.codebooks.length === 0) return null;
  return (
    <>
      <h2>The codebooks</h2>
      {comparison.codebooks.map((codebook) => {
        const stamp = comparison.framing.find((each) => each.codebook.id === codebook.id)?.codebook;
        return (
          <details key={codebook.id}>
            <summary>
              {codebook.title}, version {codebook.version}
            </summary>
            <p>
              {codebook.description} By {codebook.author}, {codebook.licence}.
              {codebook.basedOn.length > 0 && <> Based on: {codebook.basedOn.join('; ')}.</>}
            </p>
            {stamp !== undefined && (
              <p className={styles.hash}>
                SHA-256 <code>{stamp.hash}</code>
              </p>
            )}
            <ul>
              {codebook.frames.map((frame) => (
                <li key={frame.id}>
                  <strong>{frame.label}</strong>
                  {frame.exploratory && ' (exploratory)'}: {frame.definition}
                  {frame.reliability !== undefined && (
                    <span className="soft">
                      {' '}
                      {frame.reliability.alpha !== undefined &&
                        `Human coders: alpha ${frame.reliability.alpha.toFixed(2)}. `}
                      {frame.reliability.checked !== undefined &&
                        `Checked by a reader: ${frame.reliability.right ?? 0} of ${frame.reliability.checked} hits right. `}
                      {frame.reliability.measured !== undefined &&
                        `Main frame: precision ${frame.reliability.measured.precision.toFixed(2)}, recall ${frame.reliability.measured.recall.toFixed(2)}, ${frame.reliability.measured.n} of ${frame.reliability.measured.on}. `}
                      {frame.reliability.source}.
                    </span>
                  )}
                </li>
              ))}
              {codebook.concepts.map((concept) => (
                <li key={concept.id}>
                  <strong>{concept.label}</strong>: {concept.labels.map((label) => label.label).join(' / ')}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
