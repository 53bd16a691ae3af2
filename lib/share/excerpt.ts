import { tokenize } from '#lib/text/tokenize';
import type {
  Article,
  Comparison,
  Excerpt,
  ExcerptDocument,
  FrozenDocument,
  Hit,
  Pair,
  Passage,
  Place,
  Span,
  Verdict,
} from '#lib/types';
import { type Cut, cutText } from './cut-text';

/**
 * At most this share of a text's words stands in an excerpt, however many of its paragraphs are matched. Without it a text
 * whose paragraphs are all short and all carried elsewhere (wire copy) would stand there whole, a passage at a time.
 */
const MOST_OF_A_TEXT = 0.5;

/**
 * A comparison as somebody may see it who has no claim to the whole texts: of each text the matched passages and what is
 * marked in them, at most `most` words a passage and half of the text in all. What matters most comes first: passages with
 * differences, then the surest matches. Marked words always stay, so no difference and no hit is without its evidence;
 * where they alone are more than half, there is nothing else.
 *
 * Counts, confidences and "no matching paragraph found" are those of the whole texts; every place is moved to where its
 * words now stand, so `text.slice(start, end)` is still the evidence.
 */
export function excerptOf(comparison: Comparison, most: number): { comparison: Comparison; excerpt: Excerpt } {
  const cuts = new Map(comparison.articles.map((article) => [article.id, cutArticle(article, comparison, most)]));
  const cutOf = (articleId: string) => (paragraph: number) => cuts.get(articleId)?.cuts[paragraph];
  return {
    comparison: {
      ...comparison,
      ...(comparison.verdicts === undefined
        ? {}
        : { verdicts: comparison.verdicts.map((verdict) => movedVerdict(verdict, cutOf(verdict.articleId))) }),
      articles: comparison.articles.map((article) => shortened(article, cuts.get(article.id)?.cuts ?? [], most)),
      pairs: comparison.pairs.map((pair) => movedPair(pair, cutOf(comparison.settings.reference), cutOf(pair.other))),
      framing: comparison.framing.map((framing) => ({
        ...framing,
        articles: framing.articles.map((count) => ({
          ...count,
          hits: count.hits.map((hit) => movedHit(hit, cutOf(count.articleId))),
        })),
      })),
    },
    excerpt: {
      passageWords: most,
      texts: comparison.articles.map(({ id }) => {
        const { words = 0, cuts: kept = [] } = cuts.get(id) ?? {};
        return { articleId: id, words, shown: shownIn(kept) };
      }),
    },
  };
}

/** A frozen document → what of it may be given away. It says that it is an excerpt, and has no id of its own. */
export function excerptDocument(id: string, document: FrozenDocument, most: number): ExcerptDocument {
  const { comparison, excerpt } = excerptOf(document.comparison, most);
  return {
    schema: 'frozen-excerpt/1',
    of: id,
    about: `An excerpt of the frozen comparison ${id}: passages of at most ${most} words. Counts and matches are those of the whole texts. It cannot be imported; the whole document is exported by the owner of the installation it was frozen on.`,
    excerpt,
    comparison,
    view: document.view,
  };
}

/** What is known of one paragraph before it is cut: marked places, and how much it matters that it can be read. */
type Interest = { marked: Span[]; rank: number };

/** A text's paragraphs cut, and its length. */
type CutArticle = { cuts: Cut[]; words: number };

function cutArticle(article: Article, comparison: Comparison, most: number): CutArticle {
  const interests = interestsOf(article, comparison);
  const paragraphs = article.paragraphs.map(({ text }, index) => {
    return {
      text,
      tokens: tokenize(text),
      marked: unique(interests[index]?.marked ?? []),
      rank: interests[index]?.rank ?? 0,
    };
  });
  const cuts = paragraphs.map(({ text, tokens, marked }) => cutText(text, marked, { most, markedOnly: true, tokens }));
  const words = paragraphs.reduce((sum, { tokens }) => sum + tokens.length, 0);
  // What is marked stays in any case; the rest of the half is for what stands around it.
  let left = Math.floor(words * MOST_OF_A_TEXT) - shownIn(cuts);
  const byRank = paragraphs.map((paragraph, index) => ({ ...paragraph, index })).sort((a, b) => b.rank - a.rank);
  for (const { text, tokens, marked, rank, index } of byRank) {
    if (left <= 0 || rank === 0) break;
    const bare = cuts[index]?.words ?? 0;
    const cut = cutText(text, marked, { most: Math.min(most, bare + left), tokens });
    left -= cut.words - bare;
    cuts[index] = cut;
  }
  return { cuts, words };
}

function shownIn(cuts: readonly Cut[]): number {
  return cuts.reduce((sum, { words }) => sum + words, 0);
}

// Nine pairs and six codebooks mark the same words again and again.
function unique(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map(({ start, end }) => [`${start} ${end}`, { start, end }])).values()];
}

function interestsOf(article: Article, { pairs, settings, framing }: Comparison): (Interest | undefined)[] {
  const found: (Interest | undefined)[] = [];
  const note = (paragraph: number, importance: number, marked?: Span) => {
    if (paragraph < 0) return;
    const known = found[paragraph] ?? { marked: [], rank: 0 };
    if (marked) known.marked.push(marked);
    known.rank = Math.max(known.rank, importance);
    found[paragraph] = known;
  };
  const isReference = article.id === settings.reference;
  for (const pair of pairs) {
    if (!isReference && pair.other !== article.id) continue;
    const side = isReference ? 'reference' : 'other';
    for (const link of pair.alignment.links) note(link[side], link.confidence);
    for (const difference of pair.wording.differences) {
      const place = difference[side];
      note(place.paragraph, difference.quiet ? 1 : 2, place);
    }
  }
  for (const { articles } of framing) {
    for (const { articleId, hits } of articles) {
      // The sentence behind a count is quoted too, after everything that is compared.
      if (articleId === article.id) for (const hit of hits) note(hit.paragraph, 0.1, hit);
    }
  }
  return found;
}

function shortened(article: Article, cuts: readonly Cut[], most: number): Article {
  let start = 0;
  const { standfirst } = article;
  return {
    ...article,
    ...(standfirst === undefined ? {} : { standfirst: cutText(standfirst, [], { most }).text }),
    paragraphs: article.paragraphs.map((paragraph, index) => {
      const text = cuts[index]?.text ?? paragraph.text;
      const placed = { ...paragraph, text, start };
      start += text.length + 1;
      return placed;
    }),
    dropped: article.dropped.map(({ text, reason }) => ({
      text: cutText(text, [], { most, markedOnly: true }).text,
      reason,
    })),
  };
}

type CutAt = (paragraph: number) => Cut | undefined;

function movedPair(pair: Pair, reference: CutAt, other: CutAt): Pair {
  const { passages, differences, headline } = pair.wording;
  return {
    ...pair,
    wording: {
      headline,
      passages: passages.map((passage) => movedPassage(passage, reference, other)),
      differences: differences.map((difference) => ({
        ...difference,
        reference: movedPlace(difference.reference, reference),
        other: movedPlace(difference.other, other),
      })),
    },
  };
}

function movedPassage({ changes, shared, ...passage }: Passage, reference: CutAt, other: CutAt): Passage {
  const [left, right] = [reference(passage.reference), other(passage.other)];
  const moved = shared
    .map((each) => ({ reference: move(each.reference, left), other: move(each.other, right) }))
    .filter((each) => each.reference.start < each.reference.end && each.other.start < each.other.end);
  // Word-level changes joined give both whole texts back: they stand only where neither was cut.
  const isWhole = (left?.isWhole ?? true) && (right?.isWhole ?? true);
  return { ...passage, shared: moved, ...(changes !== undefined && isWhole ? { changes } : {}) };
}

function movedPlace(place: Place, cutAt: CutAt): Place {
  const cut = cutAt(place.paragraph);
  if (!cut) return place;
  const span = cut.move(place);
  return { ...place, ...span, text: cut.text.slice(span.start, span.end) };
}

function movedHit(hit: Hit, cutAt: CutAt): Hit {
  const cut = cutAt(hit.paragraph);
  if (!cut) return hit;
  const span = cut.move(hit);
  const sentence = cut.move({ start: hit.sentenceStart, end: hit.sentenceEnd });
  const text = cut.text.slice(span.start, span.end);
  return { ...hit, ...span, text, sentenceStart: sentence.start, sentenceEnd: sentence.end };
}

// A verdict is found by the place of its hit, so it goes where the hit goes.
function movedVerdict(verdict: Verdict, cutAt: CutAt): Verdict {
  const cut = cutAt(verdict.paragraph);
  return cut ? { ...verdict, ...cut.move(verdict) } : verdict;
}

function move(span: Span, cut: Cut | undefined): Span {
  return cut ? cut.move(span) : span;
}
