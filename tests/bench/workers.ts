import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openStore } from '#lib/store/open-store';
import { storyOfArticle } from '#lib/store/stories';
import { startPostgres } from '../postgres';
import { eventOf, inventDay } from '../story/invented-day';
import { storeDay } from '../story/store-day';

/**
 * `npm run bench -- workers [--runs 20] [--events 40]`: two processes place the halves of one invented day at the same moment on
 * PostgreSQL, three reports an event, and settle, each while the other may still be placing. Said for each run: events that ended
 * in more than one story, articles that ended in none. What one process alone parts counts too, in a run of its own.
 */
export async function measureWorkers(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string', default: '20' }, events: { type: 'string', default: '40' } },
  });
  const events = Number(values.events);
  const postgres = await startPostgres();
  const workers = [0, 1].map(() => fork(fileURLToPath(new URL('place-share.ts', import.meta.url))));
  try {
    say(`one process: ${told(await day(postgres.url, 'alone', events, workers.slice(0, 1)))}`);
    let failed = 0;
    for (let run = 1; run <= Number(values.runs); run++) {
      const ended = await day(postgres.url, `run_${run}`, events, workers);
      if (ended.parted > 0 || ended.lost > 0) failed++;
      say(`run ${run}: ${told(ended)}`);
    }
    say(`${values.runs} runs of ${events} events, two processes: ${failed} failed`);
  } finally {
    for (const worker of workers) worker.kill();
    await postgres.stop();
  }
}

type Ended = { parted: number; lost: number; stories: number };

/** One day in a schema of its own. */
async function day(server: string, schema: string, events: number, workers: ChildProcess[]): Promise<Ended> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(`create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const store = await openStore({ SYNOPTIC_HOME: '', DATABASE_URL: url.href });
  try {
    const articles = await storeDay(store, inventDay({ events }));
    const shares = workers.map((_, worker) =>
      articles.filter((_, at) => at % workers.length === worker).map(({ id }) => id),
    );
    await Promise.all(
      workers.map((worker, at) => {
        worker.send({ url: url.href, ids: shares[at] });
        return once(worker, 'message');
      }),
    );
    const storiesOf = new Map<string, Set<string>>();
    let lost = 0;
    for (const { id } of articles) {
      const story = await storyOfArticle(store, id);
      if (story === undefined) lost++;
      else storiesOf.set(eventOf(id), (storiesOf.get(eventOf(id)) ?? new Set()).add(story));
    }
    const parted = [...storiesOf.values()].filter((stories) => stories.size > 1).length;
    return { parted, lost, stories: new Set([...storiesOf.values()].flatMap((stories) => [...stories])).size };
  } finally {
    await store.close();
    await client.query(`drop schema ${schema} cascade`);
    await client.end();
  }
}

function told({ parted, lost, stories }: Ended): string {
  return `${parted} events in two stories, ${lost} articles in none, ${stories} stories`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
