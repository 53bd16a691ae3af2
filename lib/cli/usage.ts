export const USAGE = `Usage: npm run synoptic -- <command>

Stages, one input or a JSONL file of them (--batch FILE, - for standard input); JSON on standard output:
  feed [FILE|URL]                        entries of a feed
  extract [FILE|URL] [--url U]           article text of a page
  group --batch FILE                     which articles report the same event
  align --batch FILE                     which paragraphs correspond
  diff --batch FILE                      typed wording differences
  frame --codebook ID|FILE --batch FILE  framing counts
  codebook check ID|FILE                 a codebook tried on its own examples
  compare [--reference ID] --batch FILE  one comparison of all lines

The store:
  outlets import|export FILE.opml        feeds in and out
  outlets packs                          the packs of outlets that are shipped
  outlets add-pack ID                    subscribe all outlets of a pack
  corrections                            what people have corrected in groupings
  refresh [--due]                        ask every feed now; --due: only those whose time has come; Ctrl-C stops in order
  worker                                 keep reading until stopped
  export ID [--format F]                 a frozen comparison (or a story, frozen now): json, csv (--table T), html, md, bib, csl, txt
  export --all DIR [--format F,F]        every frozen comparison as files; --excerpts: as others than the owner see them; --url: where they stand
  import FILE [--again]                  a comparison exported elsewhere; --again: also one that was deleted here
  backup FILE                            copy of the store while it is in use
  doctor                                 check configuration and store

Exit status: 0 done, 1 some inputs failed (each is reported), 2 usage.`;

/** The command was not understood: exit status 2 and the usage text. */
export class UsageError extends Error {}

/** What follows the command's name. */
export type Given = {
  words: string[];
  batch?: string | undefined;
  url?: string | undefined;
  reference?: string | undefined;
  codebook?: string | undefined;
  due?: boolean | undefined;
  all?: string | undefined;
  format?: string | undefined;
  table?: string | undefined;
  excerpts?: boolean | undefined;
  again?: boolean | undefined;
};

/** A command's work; returns the exit status. */
export type Command = (given: Given) => Promise<number>;

/** @throws UsageError naming what is missing. */
export function need(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`missing: ${what}`);
  return value;
}

/** Some inputs failed → 1. */
export function statusOf(failed: number): number {
  return failed > 0 ? 1 : 0;
}
