import Link from 'next/link';
import { type CountedOutlet, mentionsOf } from '#lib/comparison/frame-rows';
import type { Texts } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
import type { ConceptCode } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { Wide } from '../../_components/wide';
import styles from './concept-matrix.module.css';
import { csvAddress } from './csv-address';
import { Evidence } from './evidence';

type Props = { texts: Texts; place: Place; concept: ConceptCode; outlets: readonly CountedOutlet[] };

/** What one thing is called: outlets × labels, the number of mentions in each cell with a bar of its share of the row. */
export function ConceptMatrix({ texts, place, concept, outlets }: Props) {
  const rows = outlets.map((outlet) => {
    const mentions = concept.labels.map((label) => mentionsOf(outlet, label.id, place.shown.voice));
    return { outlet, mentions, total: mentions.reduce((sum, each) => sum + each, 0) };
  });
  const asked = concept.labels.find((label) => label.id === place.shown.code);
  return (
    <section className={styles.concept} aria-labelledby={`concept-${concept.id}`}>
      <h2 id={`concept-${concept.id}`}>{concept.label}</h2>
      <p className="fine">{concept.definition}</p>
      <Wide label={`${concept.label}, as a table`}>
        <table className={styles.matrix}>
          <caption>Mentions; the bar is the share within a row.</caption>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              {concept.labels.map((label) => (
                <th key={label.id} scope="col">
                  {label.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ outlet, mentions, total }) => (
              <tr key={outlet.id}>
                <th scope="row">
                  {outlet.name} {outlet.incomplete && <QualityFlag quality={outlet.incomplete} />}
                </th>
                {concept.labels.map((label, at) => (
                  <td key={label.id}>
                    <Cell
                      count={mentions[at] ?? 0}
                      total={total}
                      href={linkTo(place, { code: label.id, outlet: outlet.id }, 'evidence')}
                      name={`“${label.label}” in ${outlet.name}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="fine">
        <a
          href={csvAddress([
            ['outlet', ...concept.labels.map(({ label }) => label)],
            ...rows.map(({ outlet, mentions }) => [outlet.name, ...mentions]),
          ])}
          download={`${concept.id}.csv`}
        >
          CSV<span className="hidden-text"> of {concept.label}</span>
        </a>
      </p>
      {asked && <Evidence texts={texts} place={place} code={asked.id} name={`“${asked.label}”`} outlets={outlets} />}
    </section>
  );
}

function Cell({ count, total, href, name }: { count: number; total: number; href: string; name: string }) {
  if (count === 0) return <span className="soft">0</span>;
  return (
    <Link href={href} prefetch={false} className={styles.cell} aria-label={`${count} mentions of ${name}: show them`}>
      <span className={styles.count}>{count}</span>
      <svg className={styles.bar} viewBox="0 0 60 8" width="60" height="8" aria-hidden="true">
        <rect x="0" y="0" width={(60 * count) / total} height="8" />
      </svg>
    </Link>
  );
}
