// What pages in English leave among the paragraphs when extraction could not tell.
const FURNITURE =
  /^(?:sign up|subscribe|follow \S+(?: \S+)? on|copyright|©|all rights reserved|advertisement|read more|most read|share this|click here|manage newsletters)\b|^[^.]{0,120}\bcontributed to this (?:report|article|story)\.?$/i;
const PHOTO_CREDIT = /\bREUTERS\/\p{Lu}|\(AP Photo|\(Photo: |\bGetty Images\b/u;
/** A real sentence may begin like one; furniture is short. */
const LONGEST = { furniture: 160, caption: 400 } as const;

/**
 * "Sign up for our newsletter", "Ana Ruiz contributed to this report.", a caption with an agency's credit: they match
 * themselves in every text and are not what the article says.
 */
export function isFurniture(text: string): boolean {
  return (
    (text.length <= LONGEST.furniture && FURNITURE.test(text.trim())) ||
    (text.length <= LONGEST.caption && PHOTO_CREDIT.test(text))
  );
}
