import Link from 'next/link';
import { carryingOf, type Other, type Texts } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
import { CopyFlag, QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { HeatStrip } from '../../_components/heat-strip';
import { Wide } from '../../_components/wide';
import { percent } from '../confidence';
import styles from './coverage-view.module.css';

/** Paragraphs of the reference × other texts: where each one has a match. */
export function CoverageView({ texts, place }: { texts: Texts; place: Place }) {
  const { reference, others } = texts;
  return (
    <>
      <p className={styles.key}>
        ● strong match · ○ possible match · – no matching paragraph found · an empty cell says nothing: no match sure
        enough, or the text is not complete, too short or in another language.
        {texts.comparison.copies !== undefined && ' Carried by: outlets that print the same text are counted once.'}
      </p>
      <Wide label={'Coverage'}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                {texts.referenceName} <QualityFlag quality={reference.quality} />
              </th>
              <th scope="col">Carried by</th>
              {others.map(({ article, name, copyOf }) => (
                <th key={article.id} scope="col" className={styles.outlet}>
                  {name} <QualityFlag quality={article.quality} /> <CopyFlag of={copyOf} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reference.paragraphs.map((paragraph, index) => (
              <tr key={paragraph.id}>
                <th scope="row" className={styles.text}>
                  <Link href={linkTo(place, { view: 'read', at: index }, `p${index}`)} prefetch={false}>
                    {index + 1}
                  </Link>{' '}
                  <ForeignText language={reference.language}>{opening(paragraph.text)}</ForeignText>
                </th>
                <td>
                  <Strip texts={texts} index={index} />
                </td>
                {others.map((other) => (
                  <td key={other.article.id} className={styles.cell}>
                    <Match other={other} index={index} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

function Strip({ texts, index }: { texts: Texts; index: number }) {
  const { carried, of } = carryingOf(texts, index);
  return <HeatStrip count={carried} of={of} />;
}

function linkAt(other: Other, index: number) {
  const links = other.pair?.alignment.links.filter((link) => link.reference === index) ?? [];
  return links.sort((a, b) => b.confidence - a.confidence)[0];
}

function Match({ other, index }: { other: Other; index: number }) {
  const link = linkAt(other, index);
  if (link) {
    return (
      <>
        <span aria-hidden="true">{link.tier === 'strong' ? '●' : '○'}</span>
        <span className="hidden-text">{link.tier === 'strong' ? 'strong match,' : 'possible match,'}</span>{' '}
        {percent(link.confidence)}
      </>
    );
  }
  if (!other.pair?.alignment.unmatched.reference.includes(index)) return null;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="hidden-text">no matching paragraph found</span>
    </>
  );
}

const OPENING = 90;

function opening(text: string): string {
  return text.length <= OPENING ? text : `${text.slice(0, text.lastIndexOf(' ', OPENING) || OPENING)} …`;
}
