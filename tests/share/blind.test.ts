import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStory } from '#lib/comparison/compare-story';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { blindComparison } from '#lib/share/blind';
import { blindDocument, isBlind, withIds } from '#lib/share/blind-document';
import { type Edit, edited, movedPassage, movedSpan } from '#lib/share/edited-text';
import { CSV_TABLES, exportCsv } from '#lib/share/export/csv-tables';
import { lettersOf } from '#lib/share/outlet-letters';
import { type Known, nameFinder } from '#lib/share/outlet-names';
import { importFrozen, shareLink } from '#lib/share/share-link';
import { readShown } from '#lib/share/shown';
import type { Article, Comparison, Place, Span } from '#lib/types';
import { FERRY, writeArticle } from '../comparison/write-article';

const known = (letter: string, ...names: string[]): Known => ({ letter, names, addresses: [], bylines: [] });

describe('nameFinder', () => {
  const harbour: Known = {
    letter: '[A]',
    names: ['The Harbour Post'],
    addresses: ['https://www.harbourpost.example/news/1.html'],
    bylines: ['By Ann Lee and Bo Chen, chief writer'],
  };
  it.each([
    ['the name', 'she told The Harbour Post on Monday', 'she told [A] on Monday'],
    ['its article in lower case', 'told the Harbour Post’s man', 'told [A]’s man'],
    ['without its article', 'Harbour Post readers', '[A] readers'],
    ['in capitals, across lines', 'HARBOUR\nPOST', '[A]'],
    ['as an address has it', 'see harbour-post or harbourpost', 'see [A] or [A]'],
    ['in short', 'told the Post', 'told [A]'],
    ['not the place beside it', 'the harbour and the post office', 'the harbour and the post office'],
    ['an address', 'at https://www.harbourpost.example/a/b.html.', 'at [A].'],
    ['a site', 'at news.harbourpost.example, as ever', 'at [A], as ever'],
    ['a mail box', 'desk@harbourpost.example', '[A]'],
    ['a handle', 'follow @HarbourPost now', 'follow [A] now'],
    ['its writers', 'Ann Lee and Bo Chen saw it', 'a reporter and a reporter saw it'],
  ])('finds %s', (_what, text, expected) => {
    expect(edited(text, nameFinder([harbour])(text))).toBe(expected);
  });

  it.each([
    ['one word, only as written', known('[A]', 'Time'), 'Time says it is time. TIME', '[A] says it is time. [A]'],
    ['an article and one word', known('[A]', 'The Parapet'), 'the Parapet, over the parapet', '[A], over the parapet'],
    ['a word that is more than the paper', known('[A]', 'Die Zeit'), 'Die Zeit: keine Zeit', '[A]: keine Zeit'],
    ['letters', known('[A]', 'BBC News'), 'the BBC said, BBC News said', '[A] said, [A] said'],
    ['no country', known('[A]', 'US News'), 'US News says the US agrees', '[A] says the US agrees'],
    ['a name that is told apart here', known('[A]', 'Harbour Post (sample)'), 'told Harbour Post', 'told [A]'],
    [
      'a credit',
      known('[A]', 'Halyard Wire'),
      'PORT ANSEL (Halyard) – he told Halyard',
      'PORT ANSEL ([A]) – he told [A]',
    ],
    ['no place', known('[A]', 'Halyard Post'), 'in Halyard he told the Post', 'in Halyard he told [A]'],
    ['initials', known('[A]', 'Agence Northern Press'), 'told ANP', 'told [A]'],
    ['cases', known('[A]', 'Коммерсант'), 'сообщил Коммерсанту', 'сообщил [A]'],
    ['no spaces', known('[A]', '新华社'), '据新华社报道', '据[A]报道'],
  ])('%s', (_what, outlet, text, expected) => {
    expect(edited(text, nameFinder([outlet])(text))).toBe(expected);
  });

  it('finds a site of one letter', () => {
    const find = nameFinder([{ letter: '[A]', names: ['Xylo'], addresses: ['https://x.example/a'], bylines: [] }]);
    expect(edited('on x.example today', find('on x.example today'))).toBe('on [A] today');
  });

  it('gives a short form two outlets share to neither', () => {
    const find = nameFinder([known('[A]', 'Harbour Post'), known('[B]', 'Island Post')]);
    const text = 'told the Post, not the Island Post';
    expect(edited(text, find(text))).toBe('told the Post, not [B]');
  });
});

describe('movedSpan', () => {
  const pieces = fc.array(fc.tuple(fc.string({ maxLength: 6 }), fc.option(fc.string({ maxLength: 9 }))), {
    maxLength: 6,
  });
  // Pieces of a text, each kept or replaced.
  const written = (parts: readonly (readonly [string, string | null])[]) => {
    const edits: Edit[] = [];
    let text = '';
    for (const [old, next] of parts) {
      if (next !== null && old !== '') edits.push({ start: text.length, end: text.length + old.length, text: next });
      text += old;
    }
    return { text, edits };
  };

  it('keeps the words of a span, and takes a replacement in whole', () => {
    fc.assert(
      fc.property(pieces, fc.nat(40), fc.nat(40), (parts, a, b) => {
        const { text, edits } = written(parts);
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const touched = edits.filter((edit) => edit.start < end && start < edit.end);
        const [from, to] = [
          Math.min(start, ...touched.map((edit) => edit.start)),
          Math.max(end, ...touched.map((edit) => edit.end)),
        ];
        const moved = movedSpan({ start, end }, edits);
        const inside = edits.filter((edit) => edit.start >= from && edit.end <= to);
        const expected = edited(
          text.slice(from, to),
          inside.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from })),
        );
        expect(edited(text, edits).slice(moved.start, moved.end)).toBe(
          start === end && touched.length === 0 ? '' : expected,
        );
      }),
    );
  });

  it('keeps changes that, joined, give both texts', () => {
    const change = fc.record({
      kind: fc.constantFrom('kept' as const, 'added' as const, 'removed' as const),
      text: fc.string({ unit: fc.constantFrom('a', 'N', ' '), minLength: 1, maxLength: 4 }),
    });
    // "NN" is the name here, wherever it comes to stand.
    const find = (text: string): Edit[] =>
      [...text.matchAll(/NN/g)].map((match) => ({ start: match.index, end: match.index + 2, text: 'xyz' }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const joined = (skip: string, all = changes) =>
          all
            .filter(({ kind }) => kind !== skip)
            .map(({ text }) => text)
            .join('');
        const [left, right] = [joined('added'), joined('removed')];
        const moved = movedPassage({ reference: 0, other: 0, shared: [], changes }, find(left), find(right));
        expect(joined('added', moved.changes)).toBe(edited(left, find(left)));
        expect(joined('removed', moved.changes)).toBe(edited(right, find(right)));
      }),
    );
  });
});

describe('lettersOf', () => {
  it('is stable, and not the alphabet’s order', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const letters = lettersOf(ids, 'key');
    expect(lettersOf([...ids].reverse(), 'key')).toEqual(letters);
    expect(letters.map(({ letter }) => letter).join('')).toBe('ABCDEFGH');
    expect(letters.map(({ outletId }) => outletId)).not.toEqual(ids);
    expect(lettersOf(ids, 'another').map(({ outletId }) => outletId)).not.toEqual(
      letters.map(({ outletId }) => outletId),
    );
  });
});

const ADDRESS = {
  'Harbour Post': 'https://harbourpost.example/f',
  'Island Wire': 'https://island-wire.example/f',
  'Quay Courier': 'https://www.quay-courier.example/f',
};
const codebooks = shippedCodebooks();

/** The ferry, told by outlets that name themselves and each other. */
function named(): Comparison {
  const articles = Object.entries(FERRY).map(
    ([outlet, paragraphs], at): Article => ({
      ...writeArticle(
        outlet,
        paragraphs
          .map((text) =>
            text
              .replaceAll('said on Tuesday', 'told Harbour Post on Tuesday')
              .replaceAll('Tallow Bay', `${outlet} town`),
          )
          .concat(
            `Write to desk@${new URL(ADDRESS[outlet as keyof typeof ADDRESS]).hostname} or read Island Wire and the Courier.`,
          ),
        {
          headline: `${outlet}: north ferry line closes, island wire reports`,
          published: `2025-03-01T1${at}:00:00+07:00`,
        },
      ),
      url: ADDRESS[outlet as keyof typeof ADDRESS],
      byline: 'Ann Lee',
      dropped: [{ text: `Subscribe to ${outlet}`, reason: { code: 'x', message: outlet } }],
    }),
  );
  return compareStory({
    title: articles[0]?.headline ?? '',
    articles,
    outlets: articles.map((article) => ({
      id: article.outletId,
      name: article.outletName,
      country: 'IS',
      homepage: article.url ?? '',
      sample: false,
    })),
    settings: { reference: 'a-harbour-post', codebooks: codebooks.map(({ id }) => id), includePartial: false },
    codebooks,
    software: { name: 'synoptic', version: '0.0.0' },
  });
}

const SIGNS =
  /harbour[\s-]?post|island[\s-]?wire|quay[\s-]?courier|the courier|\.example|https?:\/\/(?!www\.|creativecommons)|ann lee|a-harbour|"IS"/i;

describe('blindComparison', () => {
  const comparison = named();
  const { comparison: blind } = blindComparison(comparison, { key: 'k' });

  it('leaves no name, domain, address or byline anywhere', () => {
    const { codebooks: _, ...rest } = blind;
    expect(JSON.stringify(comparison)).toMatch(SIGNS);
    expect(SIGNS.exec(JSON.stringify(rest))?.[0]).toBeUndefined();
    expect(JSON.stringify(blind)).not.toMatch(/harbour[\s-]?post|island[\s-]?wire|quay[\s-]?courier|\.example/i);
    for (const table of CSV_TABLES) expect(exportCsv(blind, table)).not.toMatch(SIGNS);
  });

  it('keeps every place its evidence', () => {
    const textOf = (id: string, paragraph: number) => {
      const article = blind.articles.find((each) => each.id === id);
      return (paragraph < 0 ? article?.headline : article?.paragraphs[paragraph]?.text) ?? '';
    };
    const reference = blind.settings.reference;
    const check = (id: string, { paragraph, start, end, text }: Place) => {
      expect(textOf(id, paragraph).slice(start, end)).toBe(text);
      expect(text).not.toBe('');
    };
    let places = 0;
    for (const { other, wording } of blind.pairs) {
      for (const difference of wording.differences) {
        check(reference, difference.reference);
        check(other, difference.other);
        places++;
      }
      for (const passage of [...wording.passages, wording.headline]) {
        for (const { reference: left, other: right } of passage.shared) {
          // The same letters on both sides, and no word cut in two (shared words may differ in their endings).
          const words = (id: string, paragraph: number, { start, end }: Span) =>
            textOf(id, paragraph).slice(start, end);
          const both = [words(reference, passage.reference, left), words(other, passage.other, right)];
          const letters = both.map((each) => each.match(/Outlet [A-C]/g));
          expect(letters[0]).toEqual(letters[1]);
          for (const each of both) expect(each).toMatch(/^[^\s].*[^\s]$/s);
          places++;
        }
      }
    }
    for (const { articles } of blind.framing)
      for (const { articleId, hits } of articles)
        for (const hit of hits) {
          check(articleId, hit);
          places++;
        }
    expect(places).toBeGreaterThan(30);
    for (const { paragraphs } of blind.articles)
      expect(paragraphs.map(({ start }) => start)).toEqual(
        paragraphs.map(
          (_, at) =>
            paragraphs
              .slice(0, at)
              .map(({ text }) => `${text}\n`)
              .join('').length,
        ),
      );
  });

  it('counts what was counted before', () => {
    const counts = (each: Comparison) =>
      each.framing
        .flatMap(({ articles }) => articles.flatMap(({ counts: rows }) => rows.map((row) => row.mentions)))
        .reduce((sum, k) => sum + k, 0);
    expect(counts(blind)).toBe(counts(comparison));
  });

  it('keeps verdicts on the hits they were said of', () => {
    const which = comparison.framing.findIndex(({ articles }) => articles.some(({ hits }) => hits.length > 0));
    const framing = comparison.framing[which];
    const [count] = framing?.articles.filter(({ hits }) => hits.length > 0) ?? [];
    const [hit] = count?.hits ?? [];
    if (!framing || !count || !hit) throw new Error('nothing was counted');
    const { code, paragraph, start, end } = hit;
    const said = {
      articleId: count.articleId,
      codebook: framing.codebook.hash,
      code,
      paragraph,
      start,
      end,
      said: 'right' as const,
    };
    const { comparison: judged, ids } = blindComparison({ ...comparison, verdicts: [said] }, { key: 'k' });
    const own = judged.framing[which]?.articles.find(({ articleId }) => articleId === ids.get(count.articleId))
      ?.hits[0];
    expect(judged.verdicts).toEqual([
      { ...said, articleId: ids.get(count.articleId), start: own?.start, end: own?.end },
    ]);
  });

  it('stands in the order of letters', () => {
    expect(blind.articles.map(({ outletName }) => outletName)).toEqual(['Outlet A', 'Outlet B', 'Outlet C']);
    expect(blind.articles.map(({ id }) => id)).toEqual(['text-a1', 'text-b1', 'text-c1']);
    const order = blind.pairs.map(({ other }) => other);
    expect(order).toEqual([...order].sort());
  });
});

describe('blindDocument', () => {
  const document = { schema: 'frozen/1' as const, comparison: named(), view: { view: 'side', other: 'a-island-wire' } };
  const { ids, ...blind } = blindDocument(document, 'k');

  it('is a frozen document like any other', () => {
    const frozen = shareLink(blind.comparison, blind.view);
    expect(importFrozen(frozen.json)).toEqual(frozen);
    expect(isBlind(blind)).toBe(true);
    expect(blind.view.other).toMatch(/^text-[abc]1$/);
  });

  it('gives letters once', () => {
    const { ids: none, ...again } = blindDocument(blind, 'another');
    expect(again).toEqual(blind);
    expect(none.size).toBe(0);
  });

  it('does not take the word of an address for it', () => {
    expect(isBlind({ ...document, view: { blind: '1' } })).toBe(false);
  });

  it('leads an address made with names to the same place', () => {
    const shown = withIds(
      readShown({ view: 'side', other: 'a-island-wire', with: 'a-island-wire,a-quay-courier' }),
      ids,
    );
    expect(shown.other).toBe(blind.view.other);
    expect(shown.with?.[0]).toBe(blind.view.other);
    expect(shown.onlyDifferences).toBe(false);
  });
});
