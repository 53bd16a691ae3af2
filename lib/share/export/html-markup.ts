/** Markup that is safe to put into a page as it stands. */
export class Markup {
  constructor(readonly markup: string) {}
}

type Part = Markup | string | number | undefined | readonly (Markup | string)[];

/** A template whose holes are escaped unless they are markup themselves; lists are joined, nothing is nothing. */
export function html(parts: TemplateStringsArray, ...holes: Part[]): Markup {
  return new Markup(parts.reduce((whole, part, at) => whole + written(holes[at - 1]) + part));
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.markup;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(written).join('');
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
