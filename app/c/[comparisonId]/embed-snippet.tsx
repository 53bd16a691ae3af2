import { embedAddress, embedMarkup, embedQuery } from '#lib/share/embed';
import type { Shown } from '#lib/share/shown';
import { CopyButton } from '../../_components/copy-button';
import styles from './share-panel.module.css';

type Props = { origin: string; id: string; title: string; shown: Shown };

/** Markup that puts the view looked at into a page; can be selected and copied without a script. */
export function EmbedSnippet({ origin, id, title, shown }: Props) {
  const markup = embedMarkup(embedAddress(origin, { id, query: embedQuery(shown) }), title);
  return (
    <section aria-labelledby="embed-title">
      <h2 id="embed-title">Embed</h2>
      <p className="fine">
        This view in a page of yours: it fits the width it is given, sets no cookies and stays as it is.
      </p>
      <pre className={styles.markup}>
        <code>{markup}</code>
      </pre>
      <CopyButton text={markup}>Copy the markup</CopyButton>
    </section>
  );
}
