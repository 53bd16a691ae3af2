import { seededDraws } from '#lib/framing/bootstrap';
import { compileCodebook } from '#lib/framing/compile-codebook';
import { countFrames } from '#lib/framing/count-frames';
import type { Codebook } from '#lib/types';

const ARTICLES = 2000;
const PARAGRAPHS = 14;

/**
 * A store of 2,000 articles coded again after a term was added to a codebook: articles a second on this one core. Texts of some
 * 500 words, every one different, with the codebook's own terms in about every other sentence, quotations and attributions:
 * codes that hit cost more than codes that do not.
 */
export function measureCoding(codebook: Codebook): { perSecond: number; words: number; hits: number } {
  const articles = writeArticles(codebook);
  const changed = withTerm(codebook, 'quay walker*');
  let [words, hits] = [0, 0];
  const from = process.cpuUsage();
  compileCodebook(changed);
  for (const article of articles) {
    const count = countFrames(article, changed);
    words += count.words;
    hits += count.hits.length;
  }
  // Time on the processor, not on the clock: a busy machine must not make the code look slow.
  const { user, system } = process.cpuUsage(from);
  const seconds = (user + system) / 1e6;
  return { perSecond: ARTICLES / seconds, words: words / ARTICLES, hits: hits / ARTICLES };
}

export function withTerm(codebook: Codebook, term: string): Codebook {
  const [first, ...rest] = codebook.frames;
  if (!first) return { ...codebook };
  return { ...codebook, frames: [{ ...first, include: [...first.include, { any: [term] }] }, ...rest] };
}

const PLAIN =
  'harbour quay council ferry island week plan morning board town people street report number winter boat crew road station open small old new long early late public local north south'.split(
    ' ',
  );
const GLUE = 'the of in on with for by after before while but to from at its their'.split(' ');
const NAMES = 'Lowen Ruiz Okoye Maren Tallow Brindle'.split(' ');

export function writeArticles(codebook: Codebook): { id: string; headline: string; paragraphs: string[] }[] {
  const random = seededDraws('articles to code');
  const draw = (below: number) => Math.floor(random() * below);
  const pick = <T>(items: readonly T[]): T => items[draw(items.length)] as T;
  const terms = codebook.frames.flatMap(({ include }) =>
    include.flatMap((rule) => ('any' in rule ? rule.any : [])).filter((term) => /^[\w ]+\*?$/.test(term)),
  );
  const phrase = (words: number) =>
    Array.from({ length: words }, (_, at) => (at % 3 === 1 ? pick(GLUE) : pick(PLAIN))).join(' ');
  const sentence = () => {
    const middle = draw(2) === 0 ? ` ${pick(terms).replace('*', 's')} ` : ' ';
    const body = `The ${phrase(6)}${middle}${phrase(5)}`;
    const kind = draw(4);
    if (kind === 0) return `“${body},” ${pick(NAMES)} said.`;
    if (kind === 1) return `${pick(NAMES)} said that ${body.toLowerCase()}.`;
    return `${body}.`;
  };
  return Array.from({ length: ARTICLES }, (_, at) => ({
    id: `${at}`,
    headline: `The ${phrase(7)}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, () => [sentence(), sentence(), sentence()].join(' ')),
  }));
}
