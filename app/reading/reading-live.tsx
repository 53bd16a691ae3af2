'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Reading } from '../_queries/reading';
import { isUnderWay, ReadingState } from './reading-state';

const GOING_MS = 1_500;
const IDLE_MS = 5_000;

type Props = { initial: readonly Reading[]; mayStop: boolean; always: boolean; details: boolean };

/** Asks how far it is while somebody looks; when a run ends, the page around is made anew, for it lists what was read. */
export function ReadingLive({ initial, mayStop, always, details }: Props) {
  const router = useRouter();
  const [asked, setAsked] = useState<readonly Reading[]>();
  // What the page brought counts until the first answer, and again when the page was made anew with something newer.
  const readings = newer(initial, asked);
  const isGoing = readings.some(isUnderWay);

  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      const answer = await fetch('/api/v1/reading').catch(() => undefined);
      if (isOver || !answer?.ok) return;
      const body = (await answer.json()) as { readings: Reading[] };
      if (isOver) return;
      setAsked(body.readings);
      if (isGoing && !body.readings.some(isUnderWay)) router.refresh();
    };
    const timer = setInterval(ask, isGoing ? GOING_MS : IDLE_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isGoing, router]);

  const shown = always ? readings : readings.filter(isUnderWay);
  if (shown.length === 0) return null;
  return shown.map((reading) => (
    <ReadingState key={reading.id} reading={reading} mayStop={mayStop} details={details} />
  ));
}

function newer(initial: readonly Reading[], asked: readonly Reading[] | undefined): readonly Reading[] {
  const latest = (list: readonly Reading[]) =>
    list
      .map((each) => each.updatedAt)
      .sort()
      .at(-1) ?? '';
  return asked === undefined || latest(initial) > latest(asked) ? initial : asked;
}
