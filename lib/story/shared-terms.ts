import type { Weighed } from './weigh';

/** Background weight from which a shared term is rare: about one article in 25. */
const RARE = 3.2;
/** The same among the neighbours. */
const LOCAL_RARE = 2.5;

/**
 * Everything that is a sum over shared terms, in one walk along both lists of ids. This is where most of the time of grouping
 * goes, so it is written for the engine: squares as products (`**` calls a general power), no function and no list inside.
 */
export function sharedTerms(a: Weighed, b: Weighed) {
  let body = 0;
  let title = 0;
  let lead = 0;
  let names = 0;
  let localBody = 0;
  let localTitle = 0;
  let localEarly = 0;
  let actors = 0;
  let titleA = 0;
  let titleB = 0;
  let leadA = 0;
  let leadB = 0;
  let titleInLeadA = 0;
  let titleInLeadB = 0;
  let coveredA = 0;
  let coveredB = 0;
  let localLeadA = 0;
  let localLeadB = 0;
  let rareWeight = 0;
  let rareCount = 0;
  let rareInLead = 0;
  let localRare = 0;
  let localRareInLead = 0;
  const [idsA, idsB] = [a.ids, b.ids];
  for (let x = 0, y = 0; x < idsA.length && y < idsB.length; ) {
    const difference = (idsA[x] ?? 0) - (idsB[y] ?? 0);
    if (difference === 0) {
      const inTitleA = a.title[x] ?? 0;
      const inTitleB = b.title[y] ?? 0;
      const inLeadA = a.lead[x] ?? 0;
      const inLeadB = b.lead[y] ?? 0;
      const localA = a.localBody[x] ?? 0;
      const localB = b.localBody[y] ?? 0;
      const nearLeadA = a.localLead[x] ?? 0;
      const nearLeadB = b.localLead[y] ?? 0;
      body += (a.body[x] ?? 0) * (b.body[y] ?? 0);
      title += inTitleA * inTitleB;
      lead += inLeadA * inLeadB;
      names += (a.names[x] ?? 0) * (b.names[y] ?? 0);
      localBody += localA * localB;
      localTitle += (a.localTitle[x] ?? 0) * (b.localTitle[y] ?? 0);
      localEarly += (a.localEarly[x] ?? 0) * (b.localEarly[y] ?? 0);
      actors += Math.min(a.actors[x] ?? 0, b.actors[y] ?? 0);
      titleA += inTitleA * inTitleA;
      titleB += inTitleB * inTitleB;
      leadA += inLeadA * inLeadA;
      leadB += inLeadB * inLeadB;
      coveredA += localA * localA;
      coveredB += localB * localB;
      localLeadA += nearLeadA * nearLeadA;
      localLeadB += nearLeadB * nearLeadB;
      if (inLeadB > 0) titleInLeadA += inTitleA * inTitleA;
      if (inLeadA > 0) titleInLeadB += inTitleB * inTitleB;
      const isInLead = inLeadA > 0 || inLeadB > 0;
      const rarity = a.idf[x] ?? 0;
      if (rarity > RARE) {
        rareWeight += rarity;
        rareCount++;
        if (isInLead) rareInLead += rarity;
      }
      const local = Math.min(a.local[x] ?? 0, b.local[y] ?? 0) - LOCAL_RARE;
      if (local > 0) {
        localRare += local;
        if (isInLead) localRareInLead += local;
      }
    }
    if (difference <= 0) x++;
    if (difference >= 0) y++;
  }
  return {
    body,
    title,
    lead,
    names,
    titleInBodyLess: Math.min(titleA, titleB),
    titleInBodyMore: Math.max(titleA, titleB),
    leadInBodyLess: Math.min(leadA, leadB),
    leadInBodyMore: Math.max(leadA, leadB),
    titleInLead: Math.max(titleInLeadA, titleInLeadB),
    rareWeight: Math.log1p(rareWeight),
    rareCount: Math.log1p(rareCount),
    rareInLead: Math.log1p(rareInLead),
    localBody,
    localTitle,
    localEarly,
    localCovered: Math.sqrt(coveredA * coveredB),
    localLeadLess: Math.min(localLeadA, localLeadB),
    localLeadMore: Math.max(localLeadA, localLeadB),
    localRare: Math.log1p(localRare),
    localRareInLead: Math.log1p(localRareInLead),
    // Both columns sum to 1, so that Σ min / Σ max is this.
    actors: actors / (2 - actors),
  };
}
