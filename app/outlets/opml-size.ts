const LARGEST_OPML = 5_000_000;

/** Asked in the browser, before megabytes travel for nothing, and again on the server. */
export function sizeProblem(file: { size: number } | undefined): string | undefined {
  if (file === undefined || file.size <= LARGEST_OPML) return undefined;
  return 'This file is larger than 5 MB; an OPML list of feeds is far smaller.';
}
