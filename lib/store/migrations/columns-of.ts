import type { CreateTableBuilder, Kysely } from 'kysely';
import type { textType } from '../dialect';
import type { Schema } from '../schema';

type ColumnType = ReturnType<typeof textType> | 'integer' | 'double precision';

/** Columns are NOT NULL unless their name ends in `?`. */
export function table(
  db: Kysely<Schema>,
  name: keyof Schema & string,
  columns: Record<string, ColumnType>,
): CreateTableBuilder<string, string> {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [key, type] of Object.entries(columns)) {
    builder = key.endsWith('?')
      ? builder.addColumn(key.slice(0, -1), type)
      : builder.addColumn(key, type, (column) => column.notNull());
  }
  return builder;
}

export async function index(
  db: Kysely<Schema>,
  name: keyof Schema & string,
  indexName: string,
  columns: string[],
): Promise<void> {
  await db.schema.createIndex(indexName).on(name).columns(columns).execute();
}
