import type { Article, Change } from '#lib/types';
import { ChangedText } from '../../_components/changed-text';
import { ForeignText } from '../../_components/foreign-text';
import { Moment } from '../../_components/moment';
import type { ArticleHistory } from '../../_queries/articles';
import styles from './versions.module.css';

type Compared = NonNullable<ArticleHistory['compared']>;
type Paragraph = Compared['changes']['paragraphs'][number];

const WORDS = { kept: undefined, moved: 'moved', changed: 'changed', removed: 'removed', added: 'added' } as const;

/** One text that shows both versions: what was taken out and what was put in, where it stands. */
export function Changes({ from, to, changes }: Compared) {
  const counts = countsOf(changes.paragraphs);
  const isHeadlineChanged = changes.headline.some(({ kind }) => kind !== 'kept');
  return (
    <section aria-labelledby="changes" className={styles.changes}>
      <h2 id="changes">
        From version {from.version} to version {to.version}
      </h2>
      <p className="soft">
        Read <Moment at={from.fetchedAt} /> and <Moment at={to.fetchedAt} />.{' '}
        {isHeadlineChanged ? 'Headline changed. ' : ''}
        {counts === ''
          ? `No paragraph changed${isHeadlineChanged ? '' : ', and the headline did not either'}.`
          : counts}{' '}
        <span aria-hidden="true">
          <ChangedText changes={LEGEND} />
        </span>
      </p>
      <ForeignText as="h3" language={to.language} className={styles.headline}>
        <ChangedText changes={changes.headline} />
      </ForeignText>
      <ol className={styles.paragraphs}>
        {changes.paragraphs.map((each) => (
          <Row key={keyOf(each)} change={each} from={from} to={to} />
        ))}
      </ol>
    </section>
  );
}

const LEGEND: Change[] = [
  { kind: 'removed', text: 'removed' },
  { kind: 'kept', text: ' ' },
  { kind: 'added', text: 'added' },
];

function Row({ change, from, to }: { change: Paragraph; from: Article; to: Article }) {
  const word = WORDS[change.kind];
  return (
    <li data-change={change.kind}>
      <span className={styles.kind}>{word}</span>
      <ForeignText as="p" language={to.language}>
        <ChangedText changes={piecesOf(change, from, to)} />
      </ForeignText>
    </li>
  );
}

function piecesOf(change: Paragraph, from: Article, to: Article): Change[] {
  if (change.kind === 'changed') return change.changes;
  if (change.kind === 'removed') return [{ kind: 'removed', text: from.paragraphs[change.before]?.text ?? '' }];
  const text = to.paragraphs[change.after]?.text ?? '';
  return [{ kind: change.kind === 'added' ? 'added' : 'kept', text }];
}

function keyOf(change: Paragraph): string {
  return change.kind === 'removed' ? `before-${change.before}` : `after-${change.after}`;
}

/** "2 paragraphs changed, 1 added." */
function countsOf(paragraphs: readonly Paragraph[]): string {
  const kinds = ['changed', 'added', 'removed', 'moved'] as const;
  const parts = kinds.flatMap((kind) => {
    const count = paragraphs.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  return parts.length === 0 ? '' : `Paragraphs: ${parts.join(', ')}.`;
}
