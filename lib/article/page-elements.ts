/** An element with what pages say of it in attributes, in lower case; empty where it says nothing. */
export type PageElement = {
  element: Element;
  tag: string;
  classes: string;
  id: string;
  itemprop: string;
  /** `data-testid` and `data-component`: what templates that are built of parts call a part. */
  part: string;
  rel: string;
  /** In upper and lower case, as written. */
  href: string;
};

/** All elements of a page in reading order, and the same by tag. */
export type PageElements = { all: PageElement[]; tagged: (...tags: string[]) => Element[] };

/**
 * One walk over the page instead of a selector for each question. The parser's engine compiles a selector each time and asks it of every
 * element: the forty that metadata are looked for with took a sixth of a page's time, the walk with all its questions takes a thirtieth.
 */
export function readElements(document: Document): PageElements {
  const byTag = new Map<string, Element[]>();
  const all = [...document.querySelectorAll('*')].map((element) => {
    const tag = element.localName;
    const list = byTag.get(tag);
    if (list) list.push(element);
    else byTag.set(tag, [element]);
    const isLink = tag === 'a' || tag === 'link';
    const part = `${element.getAttribute('data-testid') ?? ''} ${element.getAttribute('data-component') ?? ''}`;
    return {
      element,
      tag,
      classes: lower(element.getAttribute('class')),
      id: lower(element.getAttribute('id')),
      itemprop: lower(element.getAttribute('itemprop')),
      part: part === ' ' ? '' : part.toLowerCase(),
      rel: isLink ? lower(element.getAttribute('rel')) : '',
      href: isLink ? (element.getAttribute('href') ?? '') : '',
    };
  });
  return { all, tagged: (...tags) => tags.flatMap((tag) => byTag.get(tag) ?? []) };
}

/** Whether a list of words separated by spaces has this one: the `~=` of selectors. */
export function hasWord(list: string, word: string): boolean {
  return list === word || (list.includes(word) && list.split(/\s+/).includes(word));
}

/** The nearest of an element and those around it of which `is` holds. */
export function closest(element: Element, is: (each: Element) => boolean): Element | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) if (is(at)) return at;
  return undefined;
}

function lower(value: string | null): string {
  return value ? value.toLowerCase() : '';
}
