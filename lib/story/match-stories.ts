import type { Evidence, Membership, StoryArticle, StoryIndex, StoryProfile } from '#lib/types';
import { averageLink } from './average-link';
import { backgroundFor } from './background';
import { differInLanguage } from './language';
import { firstLook, scorePairs } from './pairs';
import { prepareBatch } from './prepare-batch';
import { profileOf } from './profile';
import { type Companion, joinedConfidence, offeredConfidence, type Rated, rateStory } from './rating';
import { search } from './search';
import { followSource } from './set-aside-copies';
import { featuresOf } from './similarity';
import { storyIdOf } from './story-id';
import { CUTS, LOWEST_LOG_ODDS, SEARCH } from './thresholds';
import { type Weighed, weighAll } from './weigh';

/** Where one article was put, and which other stories it may belong to. */
export type Placement = {
  profile: StoryProfile;
  membership: Membership;
  /** Stories it was not put into but may belong to, likeliest first. */
  perhaps: { storyId: string; confidence: number; evidence: Evidence[] }[];
};

/**
 * Places one article: joins the story whose members it resembles most on average, or founds its own. Reads at most
 * SEARCH.candidates profiles and no texts, however large the index, and adds the article to it. An article that already
 * stands in a story stays there, and the index is left as it is.
 *
 * Same event, not same topic, and tuned for precision: a wrong member claims a report that does not exist, a missed one
 * can still be offered (`perhaps`).
 */
export async function matchStory(article: StoryArticle, index: StoryIndex): Promise<Placement> {
  const { profile: own, printed } = profileOf(article);
  const found = await search(own, index);
  const known = found.find((each) => each.articleId === article.id);
  const others = found.filter((each) => each.articleId !== article.id).slice(0, SEARCH.weighed);
  const background = await backgroundFor(index, [own, ...others], known ? undefined : own);
  const [me, ...candidates] = weighAll([own, ...others], background);
  if (!me) throw new Error('the article itself was weighed and is gone');
  const near = nearest(
    me,
    candidates.map((article, at) => ({ storyId: others[at]?.storyId ?? '', article })),
  );
  const weighed = [me, ...near.map((each) => each.article)];
  const stories = new Map<string, Companion[]>();
  const embeddings = await index.embeddings?.(weighed.map(({ profile }) => profile.articleId));
  for (const { a, b, score } of scorePairs(weighed, everyPair(weighed), embeddings)) {
    const other = near[b - 1];
    if (a !== 0 || !other) continue;
    stories.set(other.storyId, [...(stories.get(other.storyId) ?? []), { score, article: other.article }]);
  }
  const ranked = [...stories]
    .flatMap(([storyId, companions]) => rateStory(storyId, me, printed, companions) ?? [])
    .sort((a, b) => b.meanLogOdds - a.meanLogOdds || (a.storyId < b.storyId ? -1 : 1));

  const place = known
    ? ranked.find((each) => each.storyId === known.storyId)
    : ranked.find((each) => each.meanLogOdds >= CUTS.joinAlone);
  const membership = place ? joined(article.id, place) : founded(article.id, known?.storyId ?? storyIdOf(article.id));
  const profile = { ...own, storyId: membership.storyId };
  if (!known) await index.add(profile, membership);
  const perhaps = ranked
    .filter((each) => each.storyId !== membership.storyId && offeredConfidence(each.meanLogOdds) >= CUTS.suggest)
    .slice(0, CUTS.offers)
    .map(({ storyId, meanLogOdds, evidence }) => ({
      storyId,
      confidence: offeredConfidence(meanLogOdds),
      evidence: evidence(),
    }));
  return { profile, membership, perhaps };
}

/**
 * Groups a whole batch: one membership an article, in the order given. The batch is its own background, every likely pair
 * is scored once and groups grow by average link, so the order of the articles changes nothing. A story is named after its
 * earliest article. An id that comes twice is one article: the first row counts, both get its membership.
 */
export async function matchStories(articles: readonly StoryArticle[], cut: number = CUTS.join): Promise<Membership[]> {
  const first = new Map<string, StoryArticle>();
  for (const article of articles) if (!first.has(article.id)) first.set(article.id, article);
  const { profiled, weighed, pairs: likely, copies } = await prepareBatch([...first.values()]);
  const embeddings = new Map(
    [...first].flatMap(([id, { embedding }]) => (embedding ? [[id, embedding] as const] : [])),
  );
  const pairs = scorePairs(weighed, likely, embeddings);
  const scores = new Map(pairs.map(({ a, b, score }) => [`${a} ${b}`, score]));
  const labels = averageLink(weighed.length, pairs, { cut, rise: CUTS.rise, floor: LOWEST_LOG_ODDS });

  const groups = new Map<number, number[]>();
  for (const [item, label] of labels.entries()) groups.set(label, [...(groups.get(label) ?? []), item]);
  const memberships = new Map<string, Membership>();
  for (const [item, me] of weighed.entries()) {
    const articleId = me.profile.articleId;
    const label = labels[item] ?? item;
    const storyId = storyIdOf(weighed[label]?.profile.articleId ?? articleId);
    const companions = (groups.get(label) ?? []).flatMap((other): Companion[] => {
      const member = weighed[other];
      const score = scores.get(item < other ? `${item} ${other}` : `${other} ${item}`) ?? LOWEST_LOG_ODDS;
      return other === item || !member ? [] : [{ score, article: member }];
    });
    const story = item === label ? undefined : rateStory(storyId, me, profiled[item]?.printed ?? new Map(), companions);
    memberships.set(articleId, story ? joined(articleId, story) : founded(articleId, storyId));
  }
  for (const each of copies) {
    const story = memberships.get(each.source.profile.articleId);
    if (story) memberships.set(each.copy.profile.articleId, followSource(each, story.storyId));
  }
  return articles.flatMap((article) => memberships.get(article.id) ?? []);
}

/** Groups recent articles anew that stand in stories already: as `matchStories`, on more proof. */
export function regroupStories(articles: readonly StoryArticle[]): Promise<Membership[]> {
  return matchStories(articles, CUTS.settle);
}

function founded(articleId: string, storyId: string): Membership {
  return { articleId, storyId, confidence: 1, status: 'confirmed', evidence: [] };
}

function joined(articleId: string, { storyId, meanLogOdds, evidence: explain }: Rated): Membership {
  const evidence = explain();
  const confidence = joinedConfidence(meanLogOdds);
  // A live blog or an opinion piece is related to the event, but its outlet has not reported it by that.
  const isReport = evidence.every((each) => each.kind === undefined);
  const status = confidence >= CUTS.confirm && isReport ? 'confirmed' : 'suggested';
  return { articleId, storyId, confidence, status, evidence };
}

type Candidate = { storyId: string; article: Weighed };

// Every pair among the candidates is scored, to know their surroundings: cut them to the best few first.
function nearest(me: Weighed, candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .map((each) => ({ each, score: firstLook(featuresOf(me, each.article)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, SEARCH.nearest)
    .map(({ each }) => each);
}

function everyPair(articles: readonly Weighed[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (const [a, one] of articles.entries()) {
    for (const [b, two] of articles.entries()) {
      if (a < b && !differInLanguage(one.profile.language, two.profile.language)) pairs.push([a, b]);
    }
  }
  return pairs;
}
