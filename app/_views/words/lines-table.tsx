import Link from 'next/link';
import { nameOf, type Texts } from '#lib/comparison/texts';
import type { Place } from '#lib/share/shown';
import { HEADLINE, type Voice } from '#lib/types';
import { Wide } from '../../_components/wide';
import { passageLink } from '../passage-link';
import styles from './words-view.module.css';

const VOICE_WORDS = { own: 'own words', attributed: 'attributed', quoted: 'quoted' } as const;

type Row = { articleId: string; paragraph: number; before: string; text: string; after: string; voice?: Voice };
type Props = { texts: Texts; place: Place; word: string; lines: readonly Row[] };

/** Keyword in context: the word in one column, so that what stands beside it can be compared downwards. */
export function LinesTable({ texts, place, word, lines }: Props) {
  const several = new Set(lines.map(({ articleId }) => articleId)).size > 1;
  const article = (id: string) => texts.comparison.articles.find((each) => each.id === id);
  const first = article(lines[0]?.articleId ?? '');
  return (
    <Wide label={`Lines with “${word}”`}>
      <table className={styles.lines} lang={first?.language} dir="auto">
        <tbody>
          {lines.map(({ articleId, paragraph, before, text, after, voice }) => {
            const source = article(articleId);
            if (!source) return null;
            return (
              <tr key={`${articleId} ${paragraph} ${before} ${after}`} data-line="">
                <td className={styles.before}>{before}</td>
                <td className={styles.hit}>{text}</td>
                <td>{after}</td>
                <td className={styles.where} lang="en" dir="ltr">
                  {several && `${nameOf(source, texts.comparison)}, `}
                  <Link href={passageLink(texts, place, source, paragraph)} prefetch={false}>
                    {paragraph === HEADLINE ? 'headline' : `paragraph ${paragraph + 1}`}
                  </Link>
                  {voice !== undefined && `, ${VOICE_WORDS[voice]}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}
