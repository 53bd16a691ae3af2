import Link from 'next/link';
import type { Texts } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
import type { Mark } from '#lib/text/segments';
import { QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { MarkedText } from '../../_components/marked-text';
import { Moment } from '../../_components/moment';
import { Wide } from '../../_components/wide';
import styles from './headlines-view.module.css';

/** All headlines in one table, the reference first; words it shares with the others are marked in theirs. */
export function HeadlinesView({ texts, place }: { texts: Texts; place: Place }) {
  const { reference } = texts;
  return (
    <Wide label={'Headlines'}>
      <table className={styles.table}>
        <caption>Words that {texts.referenceName}’s headline uses too are underlined with dots.</caption>
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">Headline</th>
            <th scope="col">Published</th>
          </tr>
        </thead>
        <tbody>
          <tr className={styles.reference}>
            <th scope="row">
              {texts.referenceName} <span className="soft">(reference)</span>{' '}
              <QualityFlag quality={reference.quality} />
            </th>
            <Headline article={reference} marks={[]} />
            <Published article={reference} />
          </tr>
          {texts.others.map(({ article, name, pair }) => (
            <tr key={article.id}>
              <th scope="row">
                <Link href={linkTo(place, { view: 'side', other: article.id }, 'headline')} prefetch={false}>
                  {name}
                </Link>{' '}
                <QualityFlag quality={article.quality} />
              </th>
              <Headline
                article={article}
                marks={pair?.wording.headline.shared.map((each): Mark => ({ ...each.other, kind: 'shared' })) ?? []}
              />
              <Published article={article} />
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

type Article = Texts['reference'];

function Headline({ article, marks }: { article: Article; marks: readonly Mark[] }) {
  return (
    <td>
      <ForeignText as="p" language={article.language} className={styles.headline}>
        <MarkedText text={article.headline} marks={marks} />
      </ForeignText>
      {article.standfirst !== undefined && (
        <ForeignText as="p" language={article.language} className={styles.standfirst}>
          {article.standfirst}
        </ForeignText>
      )}
    </td>
  );
}

function Published({ article }: { article: Article }) {
  return (
    <td className={styles.time}>{article.published === undefined ? 'not given' : <Moment at={article.published} />}</td>
  );
}
