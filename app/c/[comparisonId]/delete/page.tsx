import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { findFrozen, tombstoneOf } from '../../../_queries/frozen';
import { mayWrite } from '../../../_queries/permission';
import { DeleteForm } from './delete-form';

export const metadata: Metadata = { title: 'Delete a frozen comparison' };

type Props = { params: Promise<{ comparisonId: string }> };

/** Asks once more, in words that say what goes and what stays. */
export default async function DeletePage({ params }: Props) {
  const { comparisonId: id } = await params;
  if (await tombstoneOf(id)) redirect(`/c/${id}`);
  const [frozen, isAllowed] = await Promise.all([findFrozen(id), mayWrite()]);
  if (!frozen) notFound();
  return (
    <div className="prose">
      <h1>Delete “{frozen.comparison.title}”?</h1>
      <p>
        Somebody may have cited this link. From now on it says when and why the comparison was taken down, on its page,
        in its exports and wherever it is embedded; nothing else of it is kept here. Copies that were exported stay
        where they are.
      </p>
      {isAllowed ? <DeleteForm id={id} /> : <p className="notice">Sign in as the owner to delete it.</p>}
    </div>
  );
}
