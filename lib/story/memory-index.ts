import type { Membership, StoryIndex, StoryProfile } from '#lib/types';

/** The matcher's window on profiles held in memory: for a batch, and for tests of everything built on `StoryIndex`. */
export function memoryIndex(): StoryIndex & { memberships: Map<string, Membership> } {
  const profiles = new Map<string, StoryProfile>();
  const postings = new Map<string, Set<string>>();
  const memberships = new Map<string, Membership>();
  return {
    memberships,
    async frequencies(terms) {
      return {
        documents: profiles.size,
        counts: new Map(terms.map((term) => [term, postings.get(term)?.size ?? 0])),
      };
    },
    async candidates({ terms, from, to, limit }) {
      const shared = new Map<string, number>();
      for (const term of new Set(terms)) {
        for (const id of postings.get(term) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
      }
      return [...shared]
        .sort((a, b) => b[1] - a[1])
        .map(([id]) => profiles.get(id))
        .filter((profile) => profile !== undefined)
        .filter((profile) => isWithin(profile.published, from, to))
        .slice(0, limit);
    },
    async members(storyId) {
      return [...profiles.values()].filter((profile) => profile.storyId === storyId);
    },
    async add(profile, membership) {
      for (const term of Object.keys(profiles.get(profile.articleId)?.terms ?? {})) {
        postings.get(term)?.delete(profile.articleId);
      }
      profiles.set(profile.articleId, profile);
      memberships.set(profile.articleId, membership);
      for (const term of Object.keys(profile.terms)) {
        const posting = postings.get(term) ?? new Set();
        posting.add(profile.articleId);
        postings.set(term, posting);
      }
    },
  };
}

// An article without a date may belong to any day.
function isWithin(published: string | undefined, from: string | undefined, to: string | undefined): boolean {
  if (published === undefined) return true;
  const at = Date.parse(published);
  return !(from !== undefined && at < Date.parse(from)) && !(to !== undefined && at > Date.parse(to));
}
