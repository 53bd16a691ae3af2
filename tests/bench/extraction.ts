import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractArticle } from '#lib/article/extract-article';
import { inventStory } from './invented-story';

const PASSES = 5;

/** Processor time a page, in ms: the whole extraction, and plain Readability on linkedom over the same invented pages. */
export function measureExtraction(): { ours: number; plain: number } {
  const pages = inventStory({ articles: 20, paragraphs: 30 }).articles.map((article) => inventPage(article));
  const extract = (html: string) => extractArticle(html, { url: 'https://outlet.example/2024/03/05/story' });
  const read = (html: string) => new Readability(parseHTML(html).document as unknown as Document).parse();
  return { plain: aPage(pages, read), ours: aPage(pages, extract) };
}

function aPage(pages: string[], work: (html: string) => unknown): number {
  for (const page of pages) work(page); // the engine compiles what runs often
  const rounds = Array.from({ length: PASSES }, () => {
    const from = process.cpuUsage();
    for (const page of pages) work(page);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000 / pages.length;
  });
  return Math.min(...rounds);
}

/** A page as templates print it: menus and lists of other stories around the text make most of its elements. */
function inventPage({ headline, paragraphs }: { headline?: string; paragraphs: { text: string }[] }): string {
  const links = (count: number, name: string) =>
    Array.from(
      { length: count },
      (_, at) => `<li class="${name}-item"><a class="${name}-link" href="/${name}/${at}">${name} number ${at}</a></li>`,
    ).join('');
  const text = paragraphs.map((each) => `<p class="story-text">${each.text}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>${headline ?? 'Story'}</title></head><body>
    <header><nav><ul>${links(60, 'section')}</ul></nav></header>
    <main><article><h1>${headline ?? 'Story'}</h1><p class="byline">By Ilse Marnow</p>${text}</article>
    <aside><ul>${links(80, 'story')}</ul></aside></main><footer><ul>${links(60, 'service')}</ul></footer></body></html>`;
}
