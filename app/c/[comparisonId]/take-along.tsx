import { CSV_TABLES } from '#lib/share/export/csv-tables';
import { EXPORT_FORMATS, type ExportFormat } from '#lib/share/export/export-frozen';
import styles from './frozen-bar.module.css';

const FORMATS = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).filter((format) => format !== 'csv');

type Props = {
  id: string;
  isExcerpt: boolean;
  /** `?blind=1` is asked of the files too. */
  isCovered: boolean;
};

/** Every export, each what this page shows and no more. */
export function TakeAlong({ id, isExcerpt, isCovered }: Props) {
  const file = `/api/v1/comparisons/${id}${isCovered ? '?blind=1&' : '?'}`;
  return (
    <details className={styles.more}>
      <summary>Take it along: JSON, CSV, one page for offline, Markdown, references</summary>
      <dl className={styles.formats}>
        {FORMATS.map((format) => (
          <div key={format}>
            <dt>
              <a href={`${file}format=${format}`} download>
                {EXPORT_FORMATS[format].name}
              </a>
            </dt>
            <dd>
              {format === 'json' && isExcerpt
                ? 'the excerpt shown here; it cannot be imported'
                : EXPORT_FORMATS[format].about}
            </dd>
          </div>
        ))}
        <div>
          <dt>CSV</dt>
          <dd className={styles.links}>
            {CSV_TABLES.map((table) => (
              <a key={table} href={`${file}format=csv&table=${table}`} download>
                {table}
              </a>
            ))}
          </dd>
        </div>
      </dl>
      <p className="fine soft">
        To hand it out on paper, print the web page, or this page in the view that is open. The shape of the JSON is
        published as <a href="/schemas/frozen">a JSON Schema</a>.
      </p>
    </details>
  );
}
