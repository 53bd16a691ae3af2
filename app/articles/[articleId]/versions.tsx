import Link from 'next/link';
import type { Article } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { ForeignText } from '../../_components/foreign-text';
import { Moment } from '../../_components/moment';
import { Wide } from '../../_components/wide';
import styles from './versions.module.css';

type Shown = { from: number; to: number };

/** One row a version, and the form that chooses two of them. */
export function Versions({ versions, shown }: { versions: readonly Article[]; shown: Shown | undefined }) {
  const newestFirst = [...versions].reverse();
  return (
    <section aria-label="Versions" className={styles.versions}>
      <Wide label="Versions">
        <table>
          <caption className="hidden-text">Versions of this text, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Read</th>
              <th scope="col">Words</th>
              <th scope="col">Headline</th>
              <th scope="col">Changes</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((article) => (
              <Row key={article.version} article={article} before={versionBefore(versions, article)} shown={shown} />
            ))}
          </tbody>
        </table>
      </Wide>
      {shown !== undefined && versions.length > 2 && <Chooser versions={versions} shown={shown} />}
    </section>
  );
}

function versionBefore(versions: readonly Article[], { version }: Article): Article | undefined {
  return versions.filter((each) => each.version < version).at(-1);
}

type RowProps = { article: Article; before: Article | undefined; shown: Shown | undefined };

function Row({ article, before, shown }: RowProps) {
  const { id, version, fetchedAt, headline, language, quality } = article;
  const isShown = before !== undefined && shown?.from === before.version && shown.to === version;
  return (
    <tr>
      <th scope="row">
        {version} <QualityFlag quality={quality} />
      </th>
      <td className={styles.time}>
        <Moment at={fetchedAt} />
      </td>
      <td className={styles.number}>{wordsOf(article)}</td>
      <td>
        {before !== undefined && before.headline === headline ? (
          <span className="soft">as before</span>
        ) : (
          <ForeignText language={language}>{headline}</ForeignText>
        )}
      </td>
      <td>
        {before === undefined ? (
          <span className="soft">first reading</span>
        ) : (
          <Link
            href={`/articles/${encodeURIComponent(id)}?from=${before.version}&to=${version}`}
            aria-current={isShown ? 'true' : undefined}
            prefetch={false}
          >
            since version {before.version}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Chooser({ versions, shown }: { versions: readonly Article[]; shown: Shown }) {
  const options = versions.map(({ version }) => (
    <option key={version} value={version}>
      version {version}
    </option>
  ));
  return (
    <form method="get" className={styles.chooser} key={`${shown.from}-${shown.to}`}>
      <label>
        From{' '}
        <select name="from" defaultValue={shown.from}>
          {options}
        </select>
      </label>
      <label>
        to{' '}
        <select name="to" defaultValue={shown.to}>
          {options}
        </select>
      </label>
      <button type="submit">Show changes</button>
    </form>
  );
}

// Counted between white space; for scripts without spaces the number says little, and the characters are counted instead.
function wordsOf({ paragraphs }: Article): string {
  const text = paragraphs.map((each) => each.text).join(' ');
  const words = text.split(/\s+/u).filter((word) => word !== '').length;
  return text.length > words * 20 ? `${text.length} characters` : String(words);
}
