'use server';

import { revalidatePath } from 'next/cache';
import { RedirectType, redirect } from 'next/navigation';
import { SynopticError } from '#lib/errors';
import { judge } from '../../_queries/verdicts';

/** Keeps what a reader says of one hit and goes back to it. */
export async function judgeNow(form: FormData): Promise<void> {
  const text = (key: string) => String(form.get(key) ?? '');
  const whole = (key: string) => Number(text(key) || Number.NaN);
  const said = (['right', 'wrong', 'withdrawn'] as const).find((each) => each === text('said'));
  if (said === undefined) throw new SynopticError('bad-input', 'A hit is right or wrong.', { subject: 'said' });
  await judge({
    articleId: text('article'),
    version: whole('version'),
    codebook: text('codebook'),
    codebookId: text('codebook-id'),
    code: text('code'),
    paragraph: whole('paragraph'),
    start: whole('start'),
    end: whole('end'),
    said,
  });
  const back = text('back');
  // Only a path of our own: a form could be filled elsewhere.
  const to = /^\/(?![/\\])/.test(back) ? back : '/';
  revalidatePath(to.split(/[?#]/)[0] ?? '/');
  // Judging ten hits must not take ten steps back.
  redirect(to, RedirectType.replace);
}
