/** Every limit and cut the grouping decides by; the learnt weights stand in weights.ts. */

/** What a profile keeps. A lead is about two paragraphs; the caps hold off pages that are lists. */
export const PROFILE = { leadWords: 60, leadWeight: 0.5, terms: 400, names: 80, numbers: 40 } as const;

export const SEARCH = {
  /** Days before and after an article in which it looks for its story: 95 % of the development stories span one day or less, the longest two weeks. */
  days: 14,
  /** Most informative terms by which it looks for likely companions. */
  terms: 40,
  /** Profiles read. */
  candidates: 60,
  /** Of these, how many are weighed against each other when a single article is placed. */
  nearest: 32,
} as const;

/** Ordinary articles imagined behind the counts of a small collection. */
export const PRIOR = { documents: 400 } as const;

export const CONTEXT = {
  /** First scores are held between these; ranks that do not exist count as the lowest. */
  lowest: -8,
  highest: 8,
  widestLead: 6,
  /** Probability from which a neighbour counts as a companion. */
  companion: 0.02,
  /** Neighbours an article needs before its neighbourhood is trusted in full. */
  enough: 30,
  /** Log-odds taken off a pair without any neighbourhood: in small batches, where nothing can be compared, joining wants more proof. */
  caution: 0.75,
} as const;

export const LOWEST_LOG_ODDS = -6;
export const HIGHEST_LOG_ODDS = 6;

export const CUTS = {
  /**
   * Mean log-odds from which two groups of a batch become one. The lowest cut (in steps of a quarter) at which pair precision on
   * the newsroom day reaches 0.95; F1 is flat around it (politics set: 0.85 at -0.75, 0.84 at -0.25).
   */
  join: -0.5,
  /** The same for one article at a time, which sees only what came before it and cannot be moved later: more proof. */
  joinAlone: 0.25,
  /** A story from this confidence on is offered, though not joined. */
  suggest: 0.25,
  /** Joined at or above this confidence: confirmed; below: suggested, for a reader to confirm. */
  confirm: 0.8,
  /** Most stories offered. */
  offers: 5,
} as const;
