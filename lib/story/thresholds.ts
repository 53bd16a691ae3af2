/** Every limit and cut the grouping decides by; the learnt weights stand in weights.ts. */

/** What a profile keeps. A lead is about two paragraphs, `early` the first few; the caps hold off pages that are lists. */
export const PROFILE = {
  leadWords: 60,
  leadWeight: 0.5,
  earlyWords: 160,
  earlyWeight: 0.25,
  terms: 400,
  names: 80,
  numbers: 40,
  actors: 16,
  marks: 40,
  pairs: 300,
  quoted: 128,
} as const;

export const SEARCH = {
  /** Days before and after an article in which it looks for its story: 95 % of the development stories span one day or less, the longest two weeks. */
  days: 14,
  /** Most informative terms by which it looks for likely companions. */
  terms: 40,
  /** Profiles read. */
  candidates: 60,
  /** Of these, how many are weighed when a single article is placed, and how many of those against each other. */
  weighed: 40,
  nearest: 24,
} as const;

/** Members of a story against which others are rated, and how many of these look for others. */
export const NEARLY = { members: 12, seekers: 4 } as const;

export const LIKELY = {
  /** Telling terms an announcement must share with an article for its page to be read; one is enough when it stands in the headline. */
  shared: 2,
  /** Characters of an announcement that are looked at: some feeds carry whole texts. */
  read: 2_000,
} as const;

/** Ordinary articles imagined behind the counts of a small collection. */
export const PRIOR = { documents: 400 } as const;

/** Distinct terms below which shortness counts no further: the shortest texts learnt from had about thirty. */
export const SHORTEST = 30;

export const LOCAL = {
  /** Neighbours imagined that have none of an article's terms: in a small batch a shared word is no topic yet. */
  prior: 12,
  /** Names compared as the foremost of a text. */
  foremost: 3,
} as const;

export const CONTEXT = {
  /** First scores are held between these; ranks that do not exist count as the lowest. */
  lowest: -8,
  highest: 8,
  widestLead: 6,
  /** Probability from which a neighbour counts as a companion. */
  companion: 0.02,
  /** Neighbours an article needs before its neighbourhood is trusted in full. */
  enough: 30,
  /**
   * Log-odds taken off a pair when the two are all there is; none from `company` articles on. In a handful nothing can be compared,
   * so joining wants more proof: two invented trials of one day alone in the world came to 2.0, two reports of one to 6.
   */
  caution: 2.5,
  company: 20,
} as const;

export const LOWEST_LOG_ODDS = -6;
export const HIGHEST_LOG_ODDS = 6;

export const CUTS = {
  /**
   * Mean log-odds from which two groups of a batch become one, and by how much it goes up each time the smaller group doubles.
   * The highest cut that costs at most .02 of mean pairwise F1 over the development sets.
   */
  join: 0,
  rise: 0.5,
  /** The same for one article at a time, which sees only what came before it: more proof. */
  joinAlone: 0.5,
  /**
   * The same for settling, which moves articles that stand somewhere already. The highest of 0, .25, .5, .75, 1 that costs at most .01
   * of pairwise F1 on the 40 fullest weeks of AllSides, chosen on the events of two folds (F1 .846 as at 0, precision .833 → .846); on
   * the other three F1 .871 → .863, precision .887 → .912; on the newsroom day, which had no part in it, F1 .916 → .933, precision .888 →
   * .955. The weights had seen all of these events.
   */
  settle: 0.5,
  /** A story from this confidence on is offered, though not joined: at least one in three such offers is right. */
  suggest: 0.3,
  /** Joined at or above this confidence: confirmed; below: suggested, for a reader to confirm. */
  confirm: 0.8,
  /** Confidence of a copy in its source's story. Not calibrated: the same text reports the same event. */
  copy: 0.99,
  /** Most stories offered. */
  offers: 5,
} as const;

/**
 * What an encoder adds to the log-odds of a pair (meaning.ts): for one whose centred cosine is above .6, against one below. The best of four
 * settings tried with a small English encoder (Universal Sentence Encoder lite), on events the learnt weights had not seen; pairwise
 * F1 without → with: ECB+ .884 → .895, newsroom day .913 → .923, the same cut to title and summary .741 → .758, AllSides .852 → .852,
 * football .421 → .357. Fitted on all sets at once the weight comes out near 0: an encoder tells topics apart better than events,
 * and two matches of one league mean the same to it.
 */
export const MEANING = { fewest: 8, bias: -0.6, cosine: 1 } as const;
