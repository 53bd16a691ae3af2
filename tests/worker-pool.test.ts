import { afterAll, describe, expect, it, vi } from 'vitest';
import { openWorkerPool, type PoolOptions } from '#lib/worker-pool';

const open = (options: Partial<PoolOptions> = {}) => {
  const pool = openWorkerPool<{ bytes: Uint8Array }, string>('tests/fixtures/echo-job.ts', 'text', {
    workers: 2,
    deadlineMs: 4_000,
    maxBytes: 100,
    heapMb: 64,
    ...options,
  });
  return { ...pool, say: (text: string) => pool.run({ bytes: new TextEncoder().encode(text) }) };
};
const pool = open();
afterAll(() => pool.close());
const answers = (...texts: string[]) => texts.map((answer) => ({ answer }));

describe('a pool of workers', { timeout: 60_000 }, () => {
  it('answers each what it asked', async () => {
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(pool.say))).toEqual(answers('a', 'b', 'c', 'd', 'e'));
  });

  it.each([
    ['loop', 'too-slow', 'Reading the text took longer than 4 s and was stopped.'],
    ['eat', 'too-complex', 'Reading the text needed more than 64 MB of memory and was stopped.'],
    ['refuse', 'not-a-feed', 'This is refused.'],
    ['surprise', 'internal', 'The thread that reads each text stopped: a fault of ours'],
    ['x'.repeat(101), 'too-large', 'The text has 101 bytes; at most 100 are read.'],
  ])('%s costs its own answer and nobody else’s', async (text, code, message) => {
    const [bad, ...others] = await Promise.all([text, 'a', 'b', 'c'].map(pool.say));
    expect(bad).toEqual({ refusal: { code, message } });
    expect(others).toEqual(answers('a', 'b', 'c'));
    expect(await Promise.all(['d', 'e', 'f'].map(pool.say))).toEqual(answers('d', 'e', 'f'));
  });

  it('a thread without work ends after a minute and a half, and the next text has another', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const own = open({ workers: 1 });
      const first = await own.say('who');
      vi.advanceTimersByTime(89_000);
      expect(await own.say('who')).toEqual(first);
      vi.advanceTimersByTime(89_000);
      expect(await own.say('who')).toEqual(first);
      vi.advanceTimersByTime(90_000);
      const second = await own.say('who');
      expect(second).toEqual({ answer: expect.stringMatching(/^thread \d+$/) });
      expect(second).not.toEqual(first);
      await own.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('closed, it answers those who wait and those who come later', async () => {
    const own = open({ workers: 1 });
    const waiting = [own.say('a'), own.say('b')];
    await own.close();
    const closed = { refusal: { code: 'internal', message: 'The reader was closed before this text was read.' } };
    expect([...(await Promise.all(waiting)), await own.say('c')]).toEqual([closed, closed, closed]);
  });
});
