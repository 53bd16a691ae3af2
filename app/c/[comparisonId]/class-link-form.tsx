'use client';

import { useActionState } from 'react';
import type { ShareState } from '../../_components/share-form';

/** A form, so that it works before any script has loaded. */
export function ClassLinkForm({ make }: { make: (before: ShareState) => Promise<ShareState> }) {
  const [state, submit, isMaking] = useActionState(make, undefined);
  return (
    <form action={submit}>
      <button type="submit" disabled={isMaking}>
        Make a link with letters
      </button>{' '}
      <span role="status">{state?.message}</span>
    </form>
  );
}
