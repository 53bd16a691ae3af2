import { beforeEach, describe, expect, it } from 'vitest';
import { addFirstOutlets } from '#lib/pipeline/first-outlets';
import { listFeeds, removeFeedsOf } from '#lib/store/feeds';
import { listOutlets } from '#lib/store/outlets';
import { freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

describe('a new installation', () => {
  const { store } = freshStores('sqlite');
  let ports: TestPorts;
  beforeEach(() => {
    ports = openTestPorts(store());
  });

  const start = () => addFirstOutlets(ports, { SYNOPTIC_SAMPLES: false, SYNOPTIC_DEFAULT_OUTLETS: true });

  it('subscribes one pack, in English, and not all that are known', async () => {
    await start();
    const outlets = await listOutlets(store());
    expect(outlets.map(({ language }) => language)).toEqual(outlets.map(() => 'en'));
    expect(outlets.length).toBeGreaterThan(40);
    expect((await listFeeds(store())).length).toBeLessThan(100);
  });

  it('does not bring back what somebody removed', async () => {
    await start();
    await removeFeedsOf(store(), 'bbc-news');
    await start();
    expect((await listFeeds(store())).filter(({ outletId }) => outletId === 'bbc-news')).toEqual([]);
  });

  it('subscribes nothing when told not to', async () => {
    await addFirstOutlets(ports, { SYNOPTIC_SAMPLES: false, SYNOPTIC_DEFAULT_OUTLETS: false });
    expect(await listOutlets(store())).toEqual([]);
  });
});
