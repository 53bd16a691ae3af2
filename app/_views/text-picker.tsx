import Link from 'next/link';
import type { Texts } from '#lib/comparison/texts';
import { QUALITY_WORDS } from '#lib/share/screen-words';
import { type Place, writeShown } from '#lib/share/shown';
import type { QualityStatus } from '#lib/types';
import { AutoSubmit } from '../_components/auto-submit';
import { CopyFlag, StatusFlag } from '../_components/flag';
import styles from './text-picker.module.css';

/** A text of the story that may or may not be compared now. */
export type Candidate = {
  articleId: string;
  name: string;
  headline: string;
  quality: QualityStatus;
  /** Name of the outlet whose text it repeats. */
  copyOf?: string | undefined;
  /** How many there are of the text, where known. */
  versions?: number;
};

/** Chooses the reference and the texts beside it; a plain form, so it works without JavaScript. */
export function TextPicker({
  texts,
  place,
  candidates,
}: {
  texts: Texts;
  place: Place;
  candidates: readonly Candidate[];
}) {
  const chosen = new Set(texts.comparison.articles.map((article) => article.id));
  // What the form itself sends, or what belongs to the old reference, is not carried along.
  const kept = writeShown({
    ...place.shown,
    ref: undefined,
    with: undefined,
    other: undefined,
    at: undefined,
    code: undefined,
    outlet: undefined,
  });
  return (
    <form method="get" action={place.path} className={styles.picker}>
      <AutoSubmit />
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className={styles.reference}>
        <span>Compare with</span>
        <select name="ref" defaultValue={texts.reference.id} key={texts.reference.id}>
          {candidates.map(({ articleId, name, quality }) => (
            <option key={articleId} value={articleId}>
              {name}
              {quality === 'full' ? '' : ` (${QUALITY_WORDS[quality]})`}
            </option>
          ))}
        </select>
      </label>
      <details className={styles.others}>
        <summary>
          {texts.others.length} of {candidates.length - 1} others
        </summary>
        <fieldset>
          <legend className="hidden-text">Texts to compare</legend>
          <ul className="plain-list">
            {candidates.map(({ articleId, name, headline, quality, copyOf, versions = 1 }) => (
              <li key={articleId} className={styles.text}>
                <label>
                  <input type="checkbox" name="with" value={articleId} defaultChecked={chosen.has(articleId)} />{' '}
                  <span>
                    {name} <StatusFlag status={quality} /> <CopyFlag of={copyOf} />{' '}
                    <span className="soft">{headline}</span>
                  </span>
                </label>
                {versions > 1 && (
                  <Link href={`/articles/${articleId}`} prefetch={false} className="fine">
                    {versions} versions<span className="hidden-text"> of the text by {name}</span>
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </fieldset>
      </details>
      <button type="submit">Show</button>
    </form>
  );
}
