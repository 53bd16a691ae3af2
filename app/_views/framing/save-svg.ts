/** Hands the chart out as a file that stands by itself: colours of the page written in, a title, a white or dark ground. */
export function saveSvg(figure: HTMLElement | null, name: string): void {
  const drawn = figure?.querySelector('svg.recharts-surface');
  if (!(drawn instanceof SVGSVGElement)) return;
  const copy = drawn.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return;
  const { width, height } = drawn.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', 'sans-serif');
  // Links lead into this page's address, which means nothing inside a file.
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href');
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = name;
  copy.prepend(title);
  const tokens = getComputedStyle(document.documentElement);
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => tokens.getPropertyValue(token).trim());
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.toLowerCase().replace(/\W+/g, '-')}.svg`;
  link.click();
  URL.revokeObjectURL(address);
}
