import { textType } from '../dialect';
import type { Store } from '../schema';
import { index, table } from './columns-of';

/** Which stories the webhook has been told of, and which it is still to be told of. */
export async function webhookDeliveries({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'webhook_deliveries', {
    story_id: text,
    state: text,
    tries: 'integer',
    at: text,
    'due_at?': text,
    'reason?': text,
  })
    .addPrimaryKeyConstraint('webhook_deliveries_pk', ['story_id'])
    .execute();
  await index(db, 'webhook_deliveries', 'webhook_deliveries_due', ['due_at']);
}
