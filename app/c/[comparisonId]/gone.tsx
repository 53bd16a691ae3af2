import Link from 'next/link';
import { momentText } from '../../_components/moment';
import type { Tombstone } from '../../_queries/frozen';

/** What a deleted comparison's link says from then on; proxy.ts gives the page its status 410. */
export function Gone({ id, tombstone }: { id: string; tombstone: Tombstone }) {
  return (
    <div className="prose">
      <h1>This comparison was deleted</h1>
      <p>
        The frozen comparison <code>{id}</code> was taken down on {momentText(tombstone.at)} by the owner of this
        installation. The reason given:
      </p>
      <blockquote>{tombstone.reason}</blockquote>
      <p>
        Nothing of it is kept here. A copy somebody exported can be opened on another installation, where it has the
        same id.
      </p>
      <p>
        <Link href="/">All stories</Link>
      </p>
    </div>
  );
}
