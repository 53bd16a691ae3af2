import { existsSync } from 'node:fs';
import { freePort } from '../free-port.mjs';
import { serve } from '../serve';

const REQUESTS = 40;

/** Server time to the last byte of stored pages of the sample story, median and 95th percentile, in ms. Needs a build. */
export async function measurePages(): Promise<Record<string, number>> {
  if (!existsSync('.next/BUILD_ID')) {
    process.stderr.write('no build: run `npm run build` first to measure pages\n');
    return {};
  }
  const served = await serve(await freePort());
  try {
    const front = await (await fetch(`${served.url}/`)).text();
    const story = /href="(\/stories\/[^"?]+)/.exec(front)?.[1];
    if (story === undefined) throw new Error('the front page lists no story');
    const rows: Record<string, number> = {};
    for (const [name, address] of [
      ['front page', '/'],
      ['stored comparison, Read view', story],
      ['stored comparison, Side by side view', `${story}?view=side`],
      ['stored comparison, Framing view', `${story}?view=framing`],
    ] as const) {
      const times = await timed(`${served.url}${address}`);
      rows[`${name}, median`] = times[Math.floor(times.length / 2)] ?? 0;
      rows[`${name}, 95th percentile`] = times[Math.floor(times.length * 0.95)] ?? 0;
    }
    return rows;
  } finally {
    await served.stop();
  }
}

async function timed(url: string): Promise<number[]> {
  for (let warm = 0; warm < 5; warm++) await (await fetch(url)).text();
  const times: number[] = [];
  for (let at = 0; at < REQUESTS; at++) {
    const from = performance.now();
    const answer = await fetch(url);
    await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}
