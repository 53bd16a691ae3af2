import type { TestProject } from 'vitest/node';
import { startPostgres, type TestPostgres } from './postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the PostgreSQL server that all test files of a run share. */
    postgresUrl: string;
  }
}

let postgres: TestPostgres | undefined;

/** Once a run: a real PostgreSQL for everything that touches the store. */
export async function setup(project: TestProject): Promise<void> {
  postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
  postgres = undefined;
}
