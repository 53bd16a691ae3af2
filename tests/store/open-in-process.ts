import { openStore } from '#lib/store/open-store';
import { saveOutlet } from '#lib/store/outlets';

/** Run by a test as a process of its own: opens the store at the address in the first argument and saves an outlet. */
async function main(): Promise<void> {
  const [, , address = '{}', id = ''] = process.argv;
  const store = await openStore(JSON.parse(address));
  await saveOutlet(store, { id, name: id, sample: false });
  await store.close();
  process.stdout.write('opened\n');
}

void main();
