import Link from 'next/link';
import type { Texts } from '#lib/comparison/texts';
import { type Utterance, utterancesOf } from '#lib/comparison/utterances';
import { KIND_WORDS } from '#lib/share/difference-words';
import { linkTo, type Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { Difference } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { Wide } from '../../_components/wide';
import { passageAddress } from '../passage-link';
import { PassageMark } from '../passage-mark';
import styles from './quotes-view.module.css';

/** One row an utterance: how the reference quotes it, and how every other text that has it does. */
export function QuotesView({ texts, place }: { texts: Texts; place: Place }) {
  const utterances = utterancesOf(texts);
  if (utterances.length === 0) {
    return (
      <p className="notice">
        No quotation in {texts.referenceName} was found in another text. Short quotations (under four words) are not
        looked for.
      </p>
    );
  }
  return (
    <div className={styles.view}>
      <p className="soft fine">
        {countOf(utterances.length, 'quotation')} in {texts.referenceName} found in other texts, quoted or paraphrased.
      </p>
      {utterances.map((utterance) => (
        <OneUtterance
          key={`${utterance.reference.paragraph} ${utterance.reference.start}`}
          texts={texts}
          place={place}
          utterance={utterance}
        />
      ))}
    </div>
  );
}

function OneUtterance({ texts, place, utterance }: { texts: Texts; place: Place; utterance: Utterance }) {
  const { reference, speaker, readings } = utterance;
  const id = `quote-${reference.paragraph}-${reference.start}`;
  const paragraph = reference.paragraph < 0 ? 'headline' : `p${reference.paragraph}`;
  return (
    <div className={styles.utterance} id={id}>
      <ForeignText as="blockquote" language={texts.reference.language} className={styles.quote}>
        {reference.text} <PassageMark href={passageAddress(texts, place, {}, id)} name="this quotation" />
      </ForeignText>
      <p className="soft fine">
        {speaker !== undefined && <>{speaker}, in </>}
        {texts.referenceName},{' '}
        <Link href={linkTo(place, { view: 'read', at: Math.max(0, reference.paragraph) }, paragraph)} prefetch={false}>
          {reference.paragraph < 0 ? 'headline' : `paragraph ${reference.paragraph + 1}`}
        </Link>
      </p>
      <Wide label={`Readings of “${reference.text}”`}>
        <table className={styles.readings}>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">Its words</th>
              <th scope="col">How they compare</th>
            </tr>
          </thead>
          <tbody>
            {readings.map(({ other, difference }) => (
              <tr
                key={`${other.article.id} ${difference.other.paragraph} ${difference.other.start} ${difference.kind}`}
              >
                <th scope="row">
                  <Link href={linkTo(place, { view: 'side', other: other.article.id }, paragraph)} prefetch={false}>
                    {other.name}
                  </Link>{' '}
                  <QualityFlag quality={other.article.quality} />
                </th>
                <ForeignText as="td" language={other.article.language} className={styles.words}>
                  <span id={readingId(other.article.id, difference)}>{difference.other.text}</span>{' '}
                  <PassageMark
                    href={passageAddress(texts, place, {}, readingId(other.article.id, difference))}
                    name={`these words of ${other.name}`}
                  />
                </ForeignText>
                <td>
                  {KIND_WORDS[difference.kind]}
                  {difference.kind === 'quotation-same' ? '' : `: ${difference.note}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </div>
  );
}

function readingId(articleId: string, { kind, reference, other }: Difference): string {
  return `quote-${reference.paragraph}-${reference.start}-${articleId}-${other.paragraph}-${other.start}-${kind}`;
}
