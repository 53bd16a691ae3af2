import { type Mark, segmentsOf } from '#lib/text/segments';
import type { Block, Foreign, Inline, Line } from './blocks';
import { html, Markup } from './html-markup';
import { STYLE } from './html-style';

/**
 * Blocks → one HTML file that needs nothing else: styles inside, fonts of the system, no script, no request. The policy says
 * so to the browser, which then holds it to it.
 */
export function toHtml(blocks: readonly Block[], { title, about }: { title: Foreign; about: string }): string {
  const parts = blocks.filter((each) => each.kind === 'heading' && each.level === 2 && each.id !== undefined);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${about}">
<title>${title.text}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<nav aria-label="Parts"><ul>${parts.map((each) => (each.kind === 'heading' ? html`<li><a href="#${each.id}">${inline(each.line)}</a></li>` : ''))}</ul></nav>
${blocks.map(block)}
</main>
</body>
</html>
`;
  return page.markup;
}

function block(each: Block): Markup {
  switch (each.kind) {
    case 'heading': {
      const tag = new Markup(`h${each.level}`);
      return html`<${tag}${id(each.id)}>${inline(each.line)}</${tag}>
`;
    }
    case 'line':
      return html`<p${id(each.id)}${new Markup(each.isNotice ? ' class="notice"' : each.isSoft ? ' class="soft"' : '')}>${inline(each.line)}</p>
`;
    case 'passage': {
      const tag = new Markup(each.as === 'quote' ? 'blockquote' : 'p');
      return html`<${tag}${id(each.id)} class="${each.as}"${language(each.words)}>${marked(each.words.text, each.marks)}</${tag}>
`;
    }
    case 'list':
      return html`<ul>${each.items.map(
        ({
          line,
          number,
          id: anchor,
        }) => html`<li${id(anchor)}>${number === undefined ? '' : html`<a class="number" href="#${anchor}-reference"><span class="hidden">Difference </span>${number}<span class="hidden">, go to its place in the text</span></a> `}${inline(line)}</li>
`,
      )}</ul>
`;
    case 'table':
      return html`<div class="scroll" tabindex="0" role="region" aria-label="${each.caption}"><table><caption>${each.caption}</caption><thead><tr>${each.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>
${each.rows.map(
  (
    row,
  ) => html`<tr>${row.map((cell, at) => (at === 0 ? html`<th scope="row">${inline(cell)}</th>` : html`<td>${inline(cell)}</td>`))}</tr>
`,
)}</tbody></table></div>
`;
    case 'aside':
      return html`<div class="aside">
${each.blocks.map(block)}</div>
`;
    case 'fold':
      return html`<details><summary>${inline(each.summary)}</summary>
${each.blocks.map(block)}</details>
`;
  }
}

function id(given: string | undefined): Markup {
  return given === undefined ? html`` : html` id="${given}"`;
}

function language({ language: tag }: Foreign): Markup {
  return html` lang="${tag ?? ''}" dir="auto"`;
}

function inline(line: Line): Markup {
  return Array.isArray(line) ? html`${line.map(one)}` : one(line);
}

function one(each: Inline): Markup {
  if (typeof each === 'string') return html`${each}`;
  switch (each.kind) {
    case 'foreign':
      return html`<span${language(each)}>${each.text}</span>`;
    case 'strong':
      return html`<strong>${each.text}</strong>`;
    case 'soft':
      return html`<span class="soft">${each.text}</span>`;
    case 'code':
      return html`<code>${each.text}</code>`;
    case 'link':
      return html`<a href="${safe(each.href)}">${each.text}</a>`;
    case 'dot':
      return dot(each);
  }
}

// The schema lets only web addresses in; whoever hands over a comparison made otherwise gets no live script all the same.
function safe(href: string): string {
  return /^(https?:|#)/i.test(href) ? href : '#';
}

/** The number stands in the next cell: the drawing adds nothing for those who do not see it. */
function dot({ share, end, interval }: Extract<Inline, { kind: 'dot' }>): Markup {
  const x = (value: number) => (4 + 112 * Math.min(1, value / end)).toFixed(1);
  const whisker =
    interval === undefined
      ? ''
      : html`<line class="whisker" x1="${x(interval.low)}" x2="${x(interval.high)}" y1="7" y2="7"/>`;
  return html`<svg width="120" height="14" viewBox="0 0 120 14" aria-hidden="true"><line class="axis" x1="4" x2="116" y1="7" y2="7"/>${whisker}<circle cx="${x(share)}" cy="7" r="4.5"/></svg>`;
}

function marked(text: string, marks: readonly Mark[]): Markup {
  if (marks.length === 0) return html`${text}`;
  return html`${segmentsOf(text, marks).map(
    (segment) =>
      html`${segment.opening.map(opening)}${segment.marks.reduceRight<Markup>((inner, mark) => wrapped(inner, mark), html`${segment.text}`)}${segment.closing.map(closing)}`,
  )}`;
}

function wrapped(inner: Markup, { kind }: Mark): Markup {
  switch (kind) {
    case 'shared':
    case 'difference':
      return html`<span class="${kind}">${inner}</span>`;
    case 'removed':
      return html`<del>${inner}</del>`;
    case 'added':
      return html`<ins>${inner}</ins>`;
    case 'hit':
      return html`<mark>${inner}</mark>`;
  }
}

function opening(mark: Mark): Markup {
  if (mark.kind === 'difference')
    return html`<a class="number" id="${mark.id}" href="#${mark.target}" lang="en" dir="ltr"><span class="hidden">difference </span>${mark.number}</a>`;
  return mark.said === undefined ? html`` : html`<span class="hidden" lang="en" dir="ltr">[${mark.said}: </span>`;
}

function closing(mark: Mark): Markup {
  return mark.kind === 'difference' || mark.said === undefined
    ? html``
    : html`<span class="hidden" lang="en" dir="ltr">]</span>`;
}
