import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFeed } from '#lib/feed/parse-feed';
import { type AtomEntry, writeAtom } from '#lib/feed/write-atom';

const feed = (entries: AtomEntry[]) =>
  writeAtom({
    id: 'urn:synoptic:feed:stories',
    title: 'Stories & more',
    self: 'https://reader.example/feed.xml?a=1&b="2"',
    link: 'https://reader.example/',
    author: 'Synoptic',
    entries,
  });

const ferry: AtomEntry = {
  id: 'urn:synoptic:story:1',
  title: 'Ferry <stops> & “waits”',
  link: 'https://reader.example/stories/1',
  published: '2025-02-24T10:00:00+08:00',
  updated: '2025-02-24T12:30:00Z',
  lines: ['Harbour Post: Ferry <b>stops</b>', 'Quay Courier: R&D &amp; rest'],
};

it('is read back as it was written', async () => {
  expect(await parseFeed(feed([ferry]))).toEqual({
    format: 'atom',
    title: 'Stories & more',
    link: 'https://reader.example/',
    entries: [
      {
        id: ferry.id,
        title: ferry.title,
        link: ferry.link,
        published: '2025-02-24T02:00:00.000Z',
        updated: '2025-02-24T12:30:00.000Z',
        authors: ['Synoptic'],
        content: 'Harbour Post: Ferry <b>stops</b>\n\nQuay Courier: R&D &amp; rest',
      },
    ],
    problems: [],
  });
});

it('is dated by its latest entry, and by nothing that moves when it has none', () => {
  const updated = (xml: string) => /<updated>([^<]+)</.exec(xml)?.[1];
  expect(updated(feed([{ ...ferry, updated: '2025-02-23T00:00:00Z' }, ferry]))).toBe('2025-02-24T12:30:00.000Z');
  expect(updated(feed([]))).toBe('1970-01-01T00:00:00.000Z');
});

it('stays well-formed whatever an outlet prints', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (given) => {
      const { entries, problems } = await parseFeed(
        feed([
          { ...ferry, title: `T ${given}`, lines: [`L ${given}`] },
          { ...ferry, id: 'urn:x:2' },
        ]),
      );
      expect(problems).toEqual([]);
      expect(entries.map(({ id }) => id)).toEqual([ferry.id, 'urn:x:2']);
    }),
  );
});
