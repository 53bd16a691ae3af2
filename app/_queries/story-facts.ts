import { randomUUID } from 'node:crypto';
import { correctStory, type StoryChange } from '#lib/pipeline/correct-story';
import { type Offers, offerTexts } from '#lib/pipeline/offer-texts';
import { getArticles } from '#lib/store/articles';
import { type Correction, judgedPlacements, listCorrections, undoCorrection } from '#lib/store/corrections';
import { dismissOffer, forgetDismissals } from '#lib/store/dismissed-offers';
import { getStory, type Story } from '#lib/store/stories';
import { type HeadlineVersion, headlineChanges, type SilentOutlet, silentOutlets } from '#lib/store/story-facts';
import type { Article } from '#lib/types';
import { mayWrite, needWrite } from './permission';
import { ports } from './ports';

export type { Offer, Offers } from '#lib/pipeline/offer-texts';
export type { Correction } from '#lib/store/corrections';
export type { HeadlineVersion, SilentOutlet } from '#lib/store/story-facts';

/** A story beside its comparison: who published when, why the texts stand together, who has none, what was corrected. */
export type StoryFacts = {
  story: Story;
  /** Members and texts a correction names, in order of publication. */
  articles: Article[];
  changes: HeadlineVersion[];
  silent: SilentOutlet[];
  corrections: Correction[];
  /** Texts that perhaps belong here as well. */
  offers: Offers;
  mayCorrect: boolean;
};

export async function storyFacts(storyId: string): Promise<StoryFacts | undefined> {
  const { store } = await ports();
  const story = await getStory(store, storyId);
  if (!story) return undefined;
  const corrections = await listCorrections(store, storyId);
  const ids = [...new Set([...story.articleIds, ...corrections.flatMap((each) => each.articleIds)])];
  const [articles, changes, silent, offers, mayCorrect] = await Promise.all([
    getArticles(store, ids),
    headlineChanges(store, story.articleIds),
    silentOutlets(store, storyId, story.firstPublished),
    offerTexts(store, story),
    mayWrite(),
  ]);
  return { story, articles, changes, silent, corrections, offers, mayCorrect };
}

/** A text offered to a story is not offered there again. */
export async function dismiss(storyId: string, articleId: string): Promise<void> {
  await needWrite();
  const open = await ports();
  await dismissOffer(open.store, storyId, articleId, open.now());
}

/** Everything dismissed is offered again. */
export async function offerAgain(storyId: string): Promise<void> {
  await needWrite();
  await forgetDismissals((await ports()).store, storyId);
}

/** Carries out one correction. */
export async function correct(change: StoryChange): Promise<Correction> {
  await needWrite();
  const open = await ports();
  return correctStory(open, randomUUID().slice(0, 13), change);
}

export async function undo(correctionId: string): Promise<Correction> {
  await needWrite();
  const open = await ports();
  return undoCorrection(open.store, correctionId, open.now());
}

/** The story a merged one went into, so that its old links lead on. */
export async function mergedInto(storyId: string): Promise<string | undefined> {
  const { store } = await ports();
  const merge = (await listCorrections(store, storyId)).find(
    (each) => each.kind === 'merge' && each.from === storyId && each.undoneAt === undefined,
  );
  return merge?.to;
}

/** How often placements were right where somebody has looked. */
export async function placementsJudged() {
  return judgedPlacements((await ports()).store);
}
