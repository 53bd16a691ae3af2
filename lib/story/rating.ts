import type { Evidence } from '#lib/types';
import { evidenceOf } from './evidence';
import { copiedFrom } from './text-reuse';
import type { Weighed } from './weigh';
import { type Calibration, JOINED, OFFERED } from './weights';

/** A member of a story and the log-odds that it and the article at hand report the same event. */
export type Companion = { score: number; article: Weighed };

export type Rated = {
  storyId: string;
  meanLogOdds: number;
  /** Made when it is asked for: most stories an article is held against are neither joined nor offered. */
  evidence: () => Evidence[];
};

/**
 * How well an article stands among the members of one story: the mean over all of them decides, because one close relative
 * is how topics chain into each other. Evidence comes from the nearest. Undefined without members.
 */
export function rateStory(
  storyId: string,
  article: Weighed,
  printed: ReadonlyMap<string, string>,
  members: readonly Companion[],
): Rated | undefined {
  const [first] = members;
  if (!first) return undefined;
  let nearest = first;
  let sum = 0;
  for (const member of members) {
    sum += member.score;
    if (member.score > nearest.score) nearest = member;
  }
  const meanLogOdds = sum / members.length;
  const evidence = () => {
    const copyOf = copiedFrom(
      article.profile,
      members.map((member) => member.article.profile),
    );
    return [{ ...evidenceOf(article, printed, nearest.article), ...(copyOf === undefined ? {} : { copyOf }) }];
  };
  return { storyId, meanLogOdds, evidence };
}

/** Mean log-odds of an article in the story it was put into → share of such placements that are right, measured out of sample. */
export function joinedConfidence(meanLogOdds: number): number {
  return calibrated(meanLogOdds, JOINED);
}

/** The same towards a story it was not put into. */
export function offeredConfidence(meanLogOdds: number): number {
  return calibrated(offeredLogOdds(meanLogOdds), OFFERED);
}

/**
 * What is near and was not joined all the same has something against it: above 0 nearer is no likelier, about half of such offers are
 * right, and a slope left free there came out at −.08.
 */
export function offeredLogOdds(meanLogOdds: number): number {
  return Math.min(0, meanLogOdds);
}

function calibrated(logOdds: number, { bias, slope }: Calibration): number {
  return 1 / (1 + Math.exp(-(bias + slope * logOdds)));
}
