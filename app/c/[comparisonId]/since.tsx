import Link from 'next/link';
import { changesWords } from '#lib/share/changes-words';
import type { ChangedSince } from '../../_queries/changed-since';

/** What has changed in the live story, and the way to it. */
export function Since({ changes }: { changes: ChangedSince | undefined }) {
  if (!changes) {
    return <p>Its texts stand in no story here, so there is nothing to compare it with as it is now.</p>;
  }
  const { added, updated, left } = changes;
  const words = changesWords({ added: added.length, updated: updated.length, left: left.length });
  const story = <Link href={`/stories/${changes.storyId}`}>The story as it is now</Link>;
  if (words === 'nothing has changed') {
    return (
      <p>
        Since then: <strong>nothing has changed</strong>. {story}
      </p>
    );
  }
  return (
    <div>
      <p>
        Since then: <strong>{words}</strong>. {story}
      </p>
      <details>
        <summary>Which</summary>
        <ul>
          {added.length > 0 && <li>Added: {added.join(', ')}</li>}
          {updated.map(({ articleId, outlet, from, to }) => (
            <li key={articleId}>
              Updated: {outlet}{' '}
              <Link href={`/articles/${articleId}?from=${from}&to=${to}`} prefetch={false}>
                version {from} to {to}
              </Link>
            </li>
          ))}
          {left.length > 0 && <li>No longer in the story: {left.join(', ')}</li>}
        </ul>
      </details>
    </div>
  );
}
