import { afterAll, describe, expect, it } from 'vitest';
import { openCardDrawer } from '#lib/card/draw-card';
import type { CardFacts } from '#lib/share/card-facts';
import { inkIn, type Picture, readPng } from './png';

const drawer = openCardDrawer();
afterAll(() => drawer.close());

const blank: CardFacts = { title: 'One event, 3 outlets', kicker: '3 outlets', outlets: ['A', 'B', 'C'] };
const draw = async (facts: Partial<CardFacts>) => readPng(await drawer.draw({ ...blank, ...facts }));
// Between the two rules: the headline and what stands under it.
const body = (picture: Picture) => inkIn(picture, 104, 555);

describe('a card', () => {
  it('is a PNG of the size that previews ask for', async () => {
    const picture = await draw({});
    expect([picture.width, picture.height]).toEqual([1200, 630]);
  });

  // A box for every letter would be as dark for one headline as for the other of as many letters.
  it.each([
    ['Latin', 'Harbour board closes the ferry', 'Hillside bills lift still tills'],
    ['Cyrillic', 'Лидеры обсудили кризис', 'Щиты шумели жжжж фишшш'],
    ['Greek', 'Οι ηγέτες συζήτησαν', 'Ιι ιιιιιι ιιιιιιιιι'],
    ['Arabic', 'الرئيسان يبحثان الأزمة', 'اااااااا ااااااا اااااا'],
    ['Hebrew', 'המנהיגים שוחחו בטלפון', 'ווווווווו ווווו ווווווו'],
    ['Chinese', '两国元首通电话讨论问题', '一一一一一一一一一一一'],
    ['Japanese', '首脳が電話会談で意見交換', 'ノノノノノノノノノノノノ'],
    ['Korean', '두 정상이 전화로 논의했다', '그 그그그 그그그 그그그그'],
  ])('draws %s letters, not boxes', async (_script, title, other) => {
    const [first, second] = [body(await draw({ title })), body(await draw({ title: other }))];
    expect(first).toBeGreaterThan(2000);
    expect(Math.abs(first - second) / first).toBeGreaterThan(0.08);
  });

  it('sets Arabic from the right', async () => {
    const picture = await draw({ title: 'الأزمة' });
    const ink = (from: number, to: number) => {
      let sum = 0;
      for (let y = 104; y < 250; y++) for (let x = from; x < to; x++) if (picture.grey(x, y) < 160) sum++;
      return sum;
    };
    expect(ink(700, 1140)).toBeGreaterThan(500);
    expect(ink(0, 600)).toBe(0);
  });

  it.each([
    ['emoji are dropped', '🚢🔥 Ferry 👩‍👩‍👧‍👦 closes 🇬🇧', 'Ferry closes'],
    ['only emoji: the numbers speak', '🚢🔥🌊', 'One event, 3 outlets'],
    ['a script without a font: the numbers speak', 'राष्ट्रपति बातचीत', 'One event, 3 outlets'],
  ])('%s', async (_what, title, like) => {
    expect(body(await draw({ title }))).toBe(body(await draw({ title: like })));
  });

  it('shows a pair of wordings, and without one a strip', async () => {
    const side = (name: string, marked: string) => ({ name, before: 'the board ', marked, after: ' that it was safe' });
    const pair = await draw({
      evidence: { kind: 'wordings', caption: 'Reporting verb', sides: [side('A', 'said'), side('B', 'claimed')] },
    });
    const rows = [
      { name: 'A', sentences: 0, of: 9 },
      { name: 'B', sentences: 4, of: 8 },
    ];
    const strip = await draw({ evidence: { kind: 'strip', caption: 'Safety', rows } });
    const none = await draw({});
    // The headline is larger where it stands alone, so only what is under it is looked at.
    const under = (picture: Picture) => inkIn(picture, 260, 555);
    expect(under(none)).toBe(0);
    expect(under(pair)).toBeGreaterThan(2000);
    expect(under(strip)).toBeGreaterThan(5000);
  });

  it('cuts what is too long inside the picture', async () => {
    const picture = await draw({
      title: 'Endless headline of many words '.repeat(40),
      outlets: Array.from({ length: 40 }, (_, at) => `Outlet number ${at}`),
    });
    let margin = 0;
    for (let y = 0; y < 630; y++) for (const x of [20, 1180]) if (picture.grey(x, y) < 200) margin++;
    expect(margin).toBe(0);
    expect(inkIn(picture, 615, 630)).toBe(0);
  });
});
