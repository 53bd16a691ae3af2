'use client';

import { useActionState } from 'react';
import styles from './share-form.module.css';

/** What prevented sharing; sharing itself leads away. */
export type ShareState = { message: string } | undefined;

/** A form, so that sharing works before any script has loaded. */
export function ShareForm({ share }: { share: (before: ShareState) => Promise<ShareState> }) {
  const [state, submit, isSharing] = useActionState(share, undefined);
  return (
    <form action={submit} className={styles.share}>
      <button type="submit" className="button-main" disabled={isSharing}>
        {isSharing ? 'Freezing …' : 'Share'}
      </button>
      <span role="status">{state?.message}</span>
    </form>
  );
}
