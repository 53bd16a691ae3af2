import type { Article, Outlet, QualityStatus } from '#lib/types';

/** An article as the store would hold it, from what a test cares about. */
export function writeArticle(
  outlet: string,
  paragraphs: string[],
  more: { headline?: string; status?: QualityStatus; language?: string; published?: string; version?: number } = {},
): Article {
  let start = 0;
  const placed = paragraphs.map((text, index) => {
    const paragraph = { id: `p${index}`, kind: 'paragraph' as const, text, start };
    start += text.length + 1;
    return paragraph;
  });
  const id = outlet.toLowerCase().replaceAll(' ', '-');
  return {
    id: `a-${id}`,
    version: more.version ?? 1,
    outletId: id,
    outletName: outlet,
    headline: more.headline ?? `${outlet} on the ferry`,
    fetchedAt: '2025-03-01T12:00:00Z',
    paragraphs: placed,
    quality: { status: more.status ?? 'full', reasons: [] },
    dropped: [],
    textHash: `${id}-${paragraphs.join('|').length}`,
    ...(more.language === undefined ? {} : { language: more.language }),
    ...(more.published === undefined ? {} : { published: more.published }),
  };
}

export function outletsOf(articles: Article[]): Outlet[] {
  return articles.map((article) => ({ id: article.outletId, name: article.outletName, sample: true }));
}

/** One small event as three invented outlets tell it. */
export const FERRY: Record<'Harbour Post' | 'Island Wire' | 'Quay Courier', string[]> = {
  'Harbour Post': [
    'The harbour board of Tallow Bay voted on Tuesday night to close the north ferry line for eleven weeks of repairs.',
    'Engineers had found corrosion in two of the four landing bridges during a routine inspection in January.',
    '“We are closing the line because we will not gamble with passengers,” the board’s chair said on Tuesday.',
    'A replacement bus will run every twenty minutes between the market square and the southern pier, the board said.',
    'Ticket prices on the remaining southern line stay at four crowns, treasurer records show.',
  ],
  'Island Wire': [
    'Tallow Bay will close its north ferry line for eleven weeks of repairs, its harbour board decided on Tuesday night.',
    'Corrosion was found in two of the four landing bridges when engineers inspected them in January, the board said.',
    '“We will not gamble with passengers,” the board’s chair insisted.',
    'Bakers hope nevertheless that their summer fair will bring the usual crowds of visitors into town this year.',
    'A bus every twenty minutes will replace the ferry between the market square and the southern pier.',
  ],
  'Quay Courier': [
    'For eleven weeks the north ferry line is to be closed, the harbour board of Tallow Bay said on Tuesday night.',
    'Fishing crews may use the old stone quay until the repairs to the landing bridges are finished in early June.',
    'The youth choir has moved its spring concert to the chapel, because the quay hall lies behind the fence.',
    'Nothing changes for the southern line, whose tickets cost four crowns, and a bus runs to the southern pier.',
  ],
};

export function ferryArticles(): Article[] {
  return Object.entries(FERRY).map(([outlet, paragraphs]) => writeArticle(outlet, paragraphs));
}
