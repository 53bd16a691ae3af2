'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { relink } from '../../_queries/relink';

/** Keeps what a person says of two paragraphs and goes back to where it was said. */
export async function relinkNow(form: FormData): Promise<void> {
  const text = (key: string) => String(form.get(key) ?? '');
  const place = (side: string) => ({ articleId: text(side), paragraph: Number(text(`${side}-paragraph`)) });
  const said = text('said');
  const linked = said === 'match' ? true : said === 'no-match' ? false : undefined;
  await relink({ a: place('reference'), b: place('other'), linked });
  const back = text('back');
  // Only a path of our own: a form could be filled elsewhere.
  const to = /^\/(?!\/)/.test(back) ? back : '/';
  // Going to another place on the same page would otherwise show it as it was.
  revalidatePath(to.split(/[?#]/)[0] ?? '/');
  redirect(to);
}
