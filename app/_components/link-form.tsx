import styles from './link-form.module.css';

/** One link in; the page behind it reads the text and looks for others about the same event. */
export function LinkForm({ link }: { link?: string | undefined }) {
  return (
    <form method="get" action="/compare" className={styles.form}>
      <label htmlFor="link">Link to an article</label>
      <div className={styles.row}>
        <input id="link" name="link" type="url" required placeholder="https://" defaultValue={link} />
        <button type="submit" className="button-main">
          Find who else covers this
        </button>
      </div>
    </form>
  );
}
