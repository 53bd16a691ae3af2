import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchStories, matchStory } from '#lib/story/match-stories';
import { memoryIndex } from '#lib/story/memory-index';
import { profileOf } from '#lib/story/profile';
import { storyIdOf } from '#lib/story/story-id';
import { stem } from '#lib/text/stem';
import { words } from '#lib/text/tokenize';
import type { StoryArticle } from '#lib/types';
import { LOOK_ALIKES, SIX, told } from './look-alikes';
import { drawn, NEWS_DAY, report } from './newsroom';

const EVENTS = 'a1 a2 a3 | b1 b2 | c1 c2 | d1 d2 | e1';

async function groups(articles: readonly StoryArticle[]): Promise<string> {
  const memberships = await matchStories(articles);
  return drawn(
    memberships.map((each) => each.articleId),
    memberships.map((each) => each.storyId),
  );
}

describe('a batch', () => {
  it('tells two fires and two trials of one day apart', async () => {
    expect(await groups(NEWS_DAY)).toBe(EVENTS);
  });

  it.each([
    ['two reports of one fire', ['a1', 'a2'], 'a1 a2'],
    ['two fires on one day', ['a1', 'b1'], 'a1 | b1'],
    ['two fires, two outlets each', ['a2', 'b2', 'a1', 'b1'], 'a1 a2 | b1 b2'],
    ['two trials on one day', ['c1', 'd1'], 'c1 | d1'],
    ['a verdict twice, another once', ['c1', 'd2', 'c2'], 'c1 c2 | d2'],
    ['nothing in common', ['a1', 'c1', 'e1'], 'a1 | c1 | e1'],
  ])('%s', async (_, ids, expected) => {
    expect(await groups(ids.map(report))).toBe(expected);
  });

  it('needs no dates', async () => {
    expect(await groups(NEWS_DAY.map(({ published: _, ...rest }) => rest))).toBe(EVENTS);
  });

  it('keeps look-alikes months apart in stories of their own', async () => {
    const later = { ...report('a2'), id: 'z', published: '2031-09-20T08:00:00Z' };
    expect(await groups([report('a1'), later])).toBe('a1 | z');
  });

  it('answers the same whatever the order', async () => {
    const expected = new Map((await matchStories(NEWS_DAY)).map((each) => [each.articleId, each]));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(NEWS_DAY, { minLength: NEWS_DAY.length }), async (shuffled) => {
        for (const membership of await matchStories(shuffled)) {
          expect(membership).toEqual(expected.get(membership.articleId));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('answers in the order given, one line an article', async () => {
    const memberships = await matchStories(NEWS_DAY);
    expect(memberships.map((each) => each.articleId)).toEqual(NEWS_DAY.map((each) => each.id));
  });

  it('names a story after its earliest article', async () => {
    const memberships = await matchStories([report('a3'), report('a2'), report('a1')]);
    expect(new Set(memberships.map((each) => each.storyId))).toEqual(new Set([storyIdOf('a1')]));
    expect(memberships[2]).toMatchObject({ confidence: 1, status: 'confirmed', evidence: [] });
  });

  it('never joins articles in different languages, declared or seen', async () => {
    const german = {
      id: 'a-de',
      outlet: 'Abendblatt',
      published: '2031-03-04T10:00:00Z',
      title: 'Tarnholm: 14 Verletzte nach Brand in Kesslergate',
      text: 'Bei einem Brand in Tarnholm sind 14 Menschen verletzt worden. Odela Brandt sagte, das Feuer sei in der Kesslergate ausgebrochen und die 90 Bewohner haben die Nacht in der Halle verbracht.',
    };
    const declared = { ...report('a2'), id: 'a-fr', language: 'fr' };
    expect(await groups([report('a1'), german, declared])).toBe('a-de | a-fr | a1');
  });

  it('treats en-GB and en-US as one language', async () => {
    const pair = [
      { ...report('a1'), language: 'en-GB' },
      { ...report('a2'), language: 'en-US' },
    ];
    expect(await groups(pair)).toBe('a1 a2');
  });

  it.each([
    ['empty title', { title: '' }],
    ['empty text', { text: '' }],
    ['empty title and text', { title: '', text: '' }],
    ['one word', { title: '', text: 'Fire' }],
    ['punctuation only', { title: '—', text: '… !' }],
    ['a word every object knows', { title: 'Constructor', text: 'constructor __proto__ toString' }],
    ['a date that is none', { published: 'soon' }],
  ])('%s: placed alone or rightly, never dropped', async (_, change) => {
    const odd = { ...report('a2'), id: 'odd', ...change };
    const memberships = await matchStories([odd, ...NEWS_DAY]);
    expect(memberships).toHaveLength(NEWS_DAY.length + 1);
    const stories = drawn(
      memberships.slice(1).map((each) => each.articleId),
      memberships.slice(1).map((each) => each.storyId),
    );
    expect(stories).toBe(EVENTS);
    const others = ['b', 'c', 'd', 'e'].map((event) => storyIdOf(`${event}1`));
    expect(others).not.toContain(memberships[0]?.storyId);
  });

  it('places two empty articles apart', async () => {
    const empty = (id: string): StoryArticle => ({ id, outlet: '', title: '', text: '' });
    expect(await groups([empty('x'), empty('y')])).toBe('x | y');
  });

  it('takes an id that comes twice for one article', async () => {
    const memberships = await matchStories([report('a1'), report('b1'), report('a1')]);
    expect(memberships).toHaveLength(3);
    expect(memberships[2]).toEqual(memberships[0]);
  });

  it('says nothing about nothing', async () => {
    expect(await matchStories([])).toEqual([]);
  });

  it.each([
    [
      'Chinese',
      [
        '塔恩霍姆油漆仓库起火十四人送医',
        '塔恩霍姆镇一座油漆仓库周一深夜起火，十四人被送往医院。消防队长布兰特说，火从凯斯勒街的装货码头开始。',
      ],
      [
        '塔恩霍姆仓库大火 十四人受伤',
        '周一深夜，塔恩霍姆的一座油漆仓库发生火灾，十四人受伤送往医院。凯斯勒街的装货码头最先起火，消防队长布兰特说。',
      ],
      [
        '奥斯特兰前市长受贿罪成立',
        '奥斯特兰法院周二裁定前市长林奎尔收受建筑公司三十二万克朗，罪名成立。她的律师表示将上诉。',
      ],
    ],
    [
      'Russian',
      [
        'Пожар на складе в Тарнхольме: 14 пострадавших',
        'Пожар на складе красок в Тарнхольме поздно вечером в понедельник. 14 человек доставлены в больницу, сообщила начальник пожарной охраны Одела Брандт.',
      ],
      [
        'В Тарнхольме сгорел склад красок',
        'В Тарнхольме сгорел склад красок, 14 человек доставлены в больницу. По словам Оделы Брандт, пожар начался вечером в понедельник у погрузочной площадки.',
      ],
      [
        'Бывший мэр Остранда признана виновной',
        'Суд Остранда признал бывшего мэра Петру Линдквале виновной в получении 320 тысяч крон от строительной фирмы.',
      ],
    ],
    [
      'Arabic',
      [
        'حريق في مستودع دهانات بمدينة تارنهولم',
        'اندلع حريق في مستودع دهانات بمدينة تارنهولم مساء الاثنين ونقل 14 شخصا إلى المستشفى حسب قائدة الإطفاء أوديلا برانت',
      ],
      [
        'تارنهولم: نقل 14 شخصا إلى المستشفى بعد حريق مستودع',
        'نقل 14 شخصا إلى المستشفى بعد حريق في مستودع دهانات بمدينة تارنهولم مساء الاثنين وقالت قائدة الإطفاء أوديلا برانت إن الحريق انتهى',
      ],
      [
        'إدانة رئيسة بلدية أوستراند السابقة',
        'أدانت محكمة في أوستراند رئيسة البلدية السابقة بترا ليندكفيل بتلقي رشوة من شركة بناء',
      ],
    ],
  ])('groups %s too', async (_, ...reports) => {
    const articles = reports.map(([title, text], at) => ({
      id: `n${at}`,
      outlet: `outlet ${at}`,
      title: title ?? '',
      text: text ?? '',
      published: '2031-03-04T10:00:00Z',
    }));
    expect(await groups(articles)).toBe('n0 n1 | n2');
  });
});

describe('evidence', () => {
  it('is made of words that stand in both articles', async () => {
    const memberships = await matchStories(NEWS_DAY);
    const pieces = memberships.flatMap((membership) => membership.evidence.map((each) => [membership, each] as const));
    expect(pieces).toHaveLength(5);
    for (const [membership, { nearest, terms, names, numbers, hoursApart }] of pieces) {
      const own = report(membership.articleId);
      const other = report(nearest);
      const text = (article: StoryArticle) => `${article.title}\n${article.text}`;
      const stems = new Set(words(text(other)).map(stem));
      expect(terms.length).toBeGreaterThan(2);
      for (const term of terms) {
        expect(text(own)).toContain(term);
        expect(stems).toContain(stem(words(term)[0] ?? ''));
      }
      for (const each of [...names, ...numbers]) {
        expect(text(own).replaceAll(',', '')).toContain(each);
        expect(text(other).replaceAll(',', '')).toContain(each);
      }
      const hours = Math.abs(Date.parse(own.published ?? '') - Date.parse(other.published ?? '')) / 3_600_000;
      expect(hoursApart).toBeCloseTo(hours, 1);
    }
  });

  it('shows the names and numbers of the event', async () => {
    const [, second] = await matchStories([report('c1'), report('c2')]);
    expect(second?.evidence[0]).toMatchObject({ nearest: 'c1', numbers: ['320000'] });
    expect(second?.evidence[0]?.names).toContain('Norrbygg');
  });

  it('leaves hours out when a time is not known', async () => {
    const { published: _, ...undated } = report('a2');
    const memberships = await matchStories([report('a1'), undated]);
    expect(memberships[1]?.evidence[0]).not.toHaveProperty('hoursApart');
  });

  it('tells wire copy from a report of one’s own', async () => {
    const copy = { ...report('a1'), id: 'copy', outlet: 'Evening Star', title: 'Fourteen in hospital after fire' };
    const memberships = await matchStories([
      report('a1'),
      report('a2'),
      { ...copy, published: '2031-03-04T20:00:00Z' },
    ]);
    expect(memberships[2]?.evidence[0]).toMatchObject({ nearest: 'a1', reuse: 1 });
    expect(memberships[1]?.evidence[0]?.reuse).toBeLessThan(0.2);
  });
});

describe('one article at a time', () => {
  it.each([
    ['as published', ['a1', 'b1', 'a2', 'e1', 'b2', 'd1', 'c1', 'c2', 'a3', 'd2']],
    ['backwards', ['d2', 'a3', 'c2', 'c1', 'd1', 'b2', 'e1', 'a2', 'b1', 'a1']],
  ])('finds the same stories, %s', async (_, order) => {
    const index = memoryIndex();
    const stories: string[] = [];
    for (const id of order) stories.push((await matchStory(report(id), index)).membership.storyId);
    expect(drawn(order, stories)).toBe(EVENTS);
  });

  it('founds a story named after the article, and adds both to the index', async () => {
    const index = memoryIndex();
    const { profile, membership, perhaps } = await matchStory(report('a1'), index);
    expect(membership).toEqual({
      articleId: 'a1',
      storyId: storyIdOf('a1'),
      confidence: 1,
      status: 'confirmed',
      evidence: [],
    });
    expect(profile).toMatchObject({ articleId: 'a1', storyId: storyIdOf('a1'), outlet: 'Morning Ledger' });
    expect(perhaps).toEqual([]);
    expect(await index.members(storyIdOf('a1'))).toEqual([profile]);
  });

  it('leaves an article it already knows where it stands', async () => {
    const index = memoryIndex();
    for (const id of ['a1', 'a2', 'b1']) await matchStory(report(id), index);
    const before = await index.frequencies(['tarnholm']);
    const again = await matchStory(report('a2'), index);
    expect(again.membership.storyId).toBe(storyIdOf('a1'));
    expect(await index.frequencies(['tarnholm'])).toEqual(before);
    expect((await matchStory(report('b1'), index)).membership).toMatchObject({ storyId: storyIdOf('b1') });
  });

  it('reads no more than sixty profiles, however many there are', async () => {
    const inner = memoryIndex();
    for (let at = 0; at < 70; at++) {
      const { profile } = profileOf({ ...report('a1'), id: `copy ${at}` });
      const { membership } = await matchStory(report('a1'), memoryIndex());
      await inner.add({ ...profile, storyId: membership.storyId }, { ...membership, articleId: profile.articleId });
    }
    let read = 0;
    const index = {
      ...inner,
      async candidates(query: Parameters<typeof inner.candidates>[0]) {
        const found = await inner.candidates(query);
        read += found.length;
        return found;
      },
    };
    await matchStory(report('a2'), index);
    expect(read).toBe(60);
  });

  it('offers likely stories of which it is not sure, and never the one it chose', async () => {
    const index = memoryIndex();
    let offers = 0;
    const alike = [['six', SIX] as const, ...LOOK_ALIKES].flatMap(([name, texts]) =>
      told(texts, name).map((each) => ({ ...each, id: `${name} ${each.id}` })),
    );
    for (const article of [...NEWS_DAY, ...alike]) {
      const { membership, perhaps } = await matchStory(article, index);
      offers += perhaps.length;
      for (const offer of perhaps) {
        expect(offer.storyId).not.toBe(membership.storyId);
        expect(offer.confidence).toBeGreaterThanOrEqual(0.3);
        expect(offer.confidence).toBeLessThan(0.55);
        expect(offer.evidence).toHaveLength(1);
      }
    }
    expect(offers).toBeGreaterThan(0);
  });
});
