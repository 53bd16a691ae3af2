import type { Article, CodebookStamp, Hit, Verdict } from '#lib/types';
import styles from './evidence.module.css';
import { judgeNow } from './verdict-action';

type Props = {
  article: Article;
  codebook: CodebookStamp;
  hit: Hit;
  said: Verdict['said'] | undefined;
  back: string;
};

/** Right or wrong, by a reader; pressed again it is taken back. The buttons stay the same two, so that the keyboard stays on them. */
export function VerdictForm({ article, codebook, hit, said, back }: Props) {
  const hidden = {
    article: article.id,
    version: article.version,
    codebook: codebook.hash,
    'codebook-id': codebook.id,
    code: hit.code,
    paragraph: hit.paragraph,
    start: hit.start,
    end: hit.end,
    back,
  };
  return (
    <form action={judgeNow} className={styles.verdict}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {(['right', 'wrong'] as const).map((each) => (
        <button
          key={each}
          type="submit"
          name="said"
          value={said === each ? 'withdrawn' : each}
          aria-pressed={said === each}
        >
          {each === 'right' ? 'Right' : 'Wrong'}
          {said === each && ': undo'}
          <span className="hidden-text"> (“{hit.text}”)</span>
        </button>
      ))}
    </form>
  );
}
