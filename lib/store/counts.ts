import type { Store } from './schema';

/** How many rows there are of what nothing else counts. */
export async function countRows({ db }: Store): Promise<{
  frozen: number;
  jobs: [state: string, count: number][];
  deliveries: [state: string, count: number][];
}> {
  const [frozen, jobs, deliveries] = await Promise.all([
    db
      .selectFrom('frozen_comparisons')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('jobs')
      .groupBy('state')
      .orderBy('state')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .execute(),
    db
      .selectFrom('webhook_deliveries')
      .where('story_id', '<>', '')
      .groupBy('state')
      .orderBy('state')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .execute(),
  ]);
  return {
    frozen: frozen.count,
    jobs: jobs.map(({ state, count }) => [state, count]),
    deliveries: deliveries.map(({ state, count }) => [state, count]),
  };
}
