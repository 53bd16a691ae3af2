import { getArticles } from '#lib/store/articles';
import { dismissedOffers } from '#lib/store/dismissed-offers';
import type { Store } from '#lib/store/open-store';
import { getStory, openStoryIndex, type Story } from '#lib/store/stories';
import { nearlyJoined } from '#lib/story/nearly-joined';
import { profileOf } from '#lib/story/profile';
import type { Article, Evidence } from '#lib/types';
import { storyArticle } from './place-article';

/** A text that perhaps belongs to a story, with why in words and where it stands now. */
export type Offer = {
  article: Article;
  confidence: number;
  evidence?: Evidence;
  story: Pick<Story, 'id' | 'title' | 'articleCount'>;
};

export type Offers = { offers: Offer[]; dismissed: number };

/** What nearly joined a story and nobody has kept apart from it. */
export async function offerTexts(store: Store, { id, memberships }: Story): Promise<Offers> {
  const dismissed = await dismissedOffers(store, id);
  const parted = memberships.filter(({ status, byHand }) => status === 'removed' && byHand !== undefined);
  const apart = new Set([...dismissed, ...parted.map(({ articleId }) => articleId)]);
  const near = await nearlyJoined(id, openStoryIndex(store), apart);
  const articles = await getArticles(
    store,
    near.map(({ articleId }) => articleId),
  );
  const offers: Offer[] = [];
  for (const { articleId, storyId, confidence, evidence } of near) {
    const article = articles.find((each) => each.id === articleId);
    const story = await getStory(store, storyId);
    if (!article || !story) continue;
    const [first] = evidence;
    const shown = first === undefined ? {} : { evidence: inPrint(first, article) };
    offers.push({ article, confidence, ...shown, story });
  }
  return { offers, dismissed: dismissed.length };
}

/** The index keeps stems; a reader looks for words. */
function inPrint(evidence: Evidence, article: Article): Evidence {
  const { printed } = profileOf(storyArticle(article));
  return { ...evidence, terms: evidence.terms.map((term) => printed.get(term) ?? term) };
}
