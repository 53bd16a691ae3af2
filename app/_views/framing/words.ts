/** How voices and positions are called on the page, in files and aloud. */
export const VOICE_WORDS = { own: 'outlet’s own words', attributed: 'attributed', quoted: 'quoted' } as const;
export const POSITION_WORDS = { headline: 'headline', lead: 'first three paragraphs', body: 'further down' } as const;
