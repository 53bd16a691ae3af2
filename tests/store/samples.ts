import type { ArticleDraft } from '#lib/store/articles';
import type { Entry, FeedState, Membership, Outlet, StoryProfile } from '#lib/types';

/** Made-up newsrooms and texts; every builder takes what the test is about and fills in the rest. */

export const NOON = '2031-05-04T12:00:00.000Z';

/** `hours` after noon of the same day. */
export function at(hours: number): string {
  return new Date(Date.parse(NOON) + Math.round(hours * 3_600_000)).toISOString();
}

export function outlet(id: string, given: Partial<Outlet> = {}): Outlet {
  return { id, name: `The ${id} Courier`, sample: false, ...given };
}

export function feed(id: string, given: Partial<FeedState> = {}): FeedState {
  return {
    id,
    outletId: 'harbour',
    url: `https://harbour.example/${id}.xml`,
    failures: 0,
    intervalSeconds: 900,
    nextCheckAt: NOON,
    retired: false,
    ...given,
  };
}

export function entry(id: string, given: Partial<Entry> = {}): Entry {
  return { id, title: `Entry ${id}`, link: `https://harbour.example/${id}`, authors: [], ...given };
}

export function draft(given: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    outletId: 'harbour',
    outletName: 'The Harbour Courier',
    url: 'https://harbour.example/ferry',
    headline: 'Ferry pier reopens after repairs',
    published: NOON,
    fetchedAt: at(1),
    paragraphs: [{ id: 'p0', kind: 'paragraph', text: 'The pier reopened at noon.', start: 0 }],
    quality: { status: 'full', reasons: [] },
    dropped: [{ text: 'Read more', reason: { code: 'link-list', message: 'A list of links.' } }],
    textHash: 'a'.repeat(64),
    ...given,
  };
}

export function member(articleId: string, storyId: string, given: Partial<Membership> = {}): Membership {
  return { articleId, storyId, confidence: 1, status: 'confirmed', evidence: [], ...given };
}

export function profile(
  articleId: string,
  storyId: string,
  words: string,
  given: Partial<StoryProfile> = {},
): StoryProfile {
  return {
    articleId,
    storyId,
    outlet: 'harbour',
    published: NOON,
    terms: Object.fromEntries(words.split(' ').map((word) => [word, 1])),
    titleTerms: {},
    names: [],
    numbers: [],
    shingles: [],
    actors: {},
    marks: [],
    pairs: [],
    quoted: [],
    kind: 'report',
    ...given,
  };
}
