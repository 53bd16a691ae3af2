import type { Edit } from './edited-text';

/** What an outlet can be known by. */
export type Known = {
  /** What stands in its place: "Outlet A". */
  letter: string;
  names: readonly string[];
  /** Addresses of its texts and its site. */
  addresses: readonly string[];
  /** As printed: "By Ann Lee and Bo Chen". */
  bylines: readonly string[];
};

type Rule = { pattern: RegExp; text: string };

/** All places of a text that name one of the outlets or its writers, in order, none overlapping. */
export type FindNames = (text: string) => Edit[];

/**
 * Finds outlets by what they call themselves in their own texts and in each other's: the name ("told The Harbour Post", "harbour-post"), its short
 * form ("the Post" of the Harbour Post, "BBC" of BBC News), addresses, mail boxes and handles (desk@harbourpost.example, @harbourpost).
 *
 * Names of one word are taken only as they are written or in capitals, because *Time* is an outlet and *time* is not; names of
 * several words in any case. Rather one name too many hidden than one too few: a pupil who reads "Outlet B is running out" for "Time is
 * running out" has lost a word, one who reads *Time* has lost the exercise.
 */
export function nameFinder(outlets: readonly Known[]): FindNames {
  const rules = outlets.flatMap((outlet) => rulesOf(outlet, outlets));
  const beginnings = [...new Set(outlets.flatMap(beginningsOf))];
  return (text) => {
    // Most texts name nobody (a codebook has thousands of terms), and looking for letters is far quicker than for patterns.
    const lower = text.toLowerCase();
    if (!beginnings.some((beginning) => lower.includes(beginning))) return [];
    const found = rules.flatMap(({ pattern, text: letter }) =>
      [...text.matchAll(pattern)].map((match): Edit => {
        return { start: match.index, end: match.index + match[0].length, text: letter };
      }),
    );
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    const kept: Edit[] = [];
    for (const edit of found) {
      const last = kept.at(-1);
      if (edit.end <= edit.start) continue;
      if (!last || edit.start >= last.end) kept.push(edit);
      // The longer of two that cross takes in what the other leaves over, or half a name would stay.
      else if (edit.end > last.end) last.end = edit.end;
    }
    return kept;
  };
}

/** In lower case: without one of these in a text, no rule can find anything in it. */
function beginningsOf({ names, addresses, bylines }: Known): string[] {
  const cores = names.flatMap((name) => [withoutArticle(words(name)), withoutArticle(words(bare(name)))]);
  const labels = addresses.flatMap(siteOf).map((site) => site.split('.')[0] ?? '');
  return [
    ...cores.flatMap((core) => [...core, core.length < 3 ? '' : core.map((word) => word.charAt(0)).join('')]),
    ...labels.flatMap((label) => [label, label.replaceAll('-', '')]),
    ...bylines.flatMap(writersOf).map((name) => words(name)[0] ?? ''),
  ]
    .filter((beginning) => beginning !== '')
    .map((beginning) => beginning.toLowerCase());
}

function rulesOf(outlet: Known, all: readonly Known[]): Rule[] {
  const names = [...new Set(outlet.names.flatMap((name) => [name.trim(), bare(name)]).filter((name) => name !== ''))];
  const hosts = [...new Set(outlet.addresses.flatMap(siteOf))];
  const any = [...hosts.map(hostPattern), ...names.flatMap(looseNames), ...hosts.flatMap(handles)];
  const exact = names.flatMap((name) => [...exactNames(name), ...shortNames(name, outlet, all)]);
  const writers = outlet.bylines.flatMap(writersOf).map((name) => bounded(words(name).map(escaped).join('\\s+')));
  return [
    ...rule(any, 'giu', outlet.letter),
    ...rule(exact, 'gu', outlet.letter),
    ...rule(writers, 'gu', 'a reporter'),
  ];
}

// "The Times (London)" here, "The Times" in its own texts.
function bare(name: string): string {
  return name.replace(/\s*[([][^)\]]*[)\]]\s*$/, '').trim();
}

function rule(patterns: readonly string[], flags: string, text: string): Rule[] {
  return patterns.length === 0 ? [] : [{ pattern: new RegExp(patterns.join('|'), flags), text }];
}

const ARTICLE = /^(the|a|an|der|die|das|le|la|les|el|il|lo|de|het|o|os)$/i;
/** Scripts written without spaces or capitals: a name there has no edges to look for. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** What newspapers are called in short: "told the Post". Other last words are too often something else ("the Israel …"). */
const PAPERS =
  /^(post|times|gazette|herald|tribune|journal|guardian|telegraph|dispatch|chronicle|observer|standard|mirror|sun|star|mail|express|wire|review|courier|bulletin|examiner|mercury|register|sentinel|globe|inquirer|reporter|daily|news|echo|argus)$/i;
const AGENCIES = /^(wire|agency|press|news|broadcasting|radio|television|tv)$/i;
const COUNTRIES = /^(US|USA|UK|EU|UN|UAE|USSR)$/;

function words(name: string): string[] {
  return name.split(/[\s\p{Pd}_.]+/u).filter((word) => word !== '');
}

/** Names of several words, in any case, with whatever joins the words: "Harbour Post", "HARBOUR POST", "harbour-post", "harbourpost". */
function looseNames(name: string): string[] {
  if (UNSPACED.test(name)) return [escaped(name)];
  const all = words(name);
  const core = withoutArticle(all);
  if (core.length >= 2)
    return [
      bounded(
        `(?:the\\s+)?${all.length > core.length ? `(?:${escaped(all[0] ?? '')}[\\s\\p{Pd}_]*)?` : ''}${spelled(core)}`,
      ),
    ];
  // "the-parapet" and "theparapet", but not "the parapet" of a wall.
  return all.length > core.length ? [bounded(all.map(escaped).join('[\\p{Pd}_]?'))] : [];
}

function spelled(all: readonly string[]): string {
  return all.map(escaped).join("[\\s\\p{Pd}_.’']*");
}

function withoutArticle(all: readonly string[]): readonly string[] {
  return all.length > 1 && ARTICLE.test(all[0] ?? '') ? all.slice(1) : all;
}

/** Names of one word: as written, or in capitals. */
function exactNames(name: string): string[] {
  const all = words(name);
  const core = withoutArticle(all)[0] ?? '';
  if (withoutArticle(all).length !== 1 || UNSPACED.test(name)) return [];
  const isEnglish = /^(the|a|an)$/i.test(all[0] ?? '');
  // "die Zeit" is "time" as well, "La Repubblica" is always the paper.
  const alone = all.length === 1 || isEnglish || core.length >= 6;
  const forms = [core, core.toLocaleUpperCase('en')].map(escaped).join('|');
  const article =
    all.length === 1
      ? '(?:[Tt]he\\s+)?'
      : `(?:${escaped(all[0] ?? '')}|${escaped((all[0] ?? '').toUpperCase())}${isEnglish ? '|[Tt]he' : ''})\\s+`;
  // Endings of cases: „des Spiegels“, «Коммерсанту».
  const ending = core.length >= 5 ? '\\p{Ll}{0,3}' : '';
  return [bounded(`${alone && all.length > 1 ? `(?:${article})?` : article}(?:${forms})${ending}`)];
}

/** "the Post", "BBC", "AFP": where no other outlet here has the same. */
function shortNames(name: string, own: Known, all: readonly Known[]): string[] {
  const core = withoutArticle(words(name));
  if (core.length < 2) return [];
  const last = core.at(-1) ?? '';
  const isShared = (short: string) =>
    all.some((other) => other !== own && other.names.some((each) => words(each).includes(short)));
  const capitals = core.filter((word) => /^\p{Lu}{2,}$/u.test(word) && !COUNTRIES.test(word));
  const initials = core.length < 3 ? '' : core.map((word) => word.charAt(0)).join('');
  const shorts = [...capitals, ...(/^\p{Lu}{3,}$/u.test(initials) && !COUNTRIES.test(initials) ? [initials] : [])];
  return [
    ...credits(core),
    ...(PAPERS.test(last) && !isShared(last) ? [bounded(`[Tt]he\\s+${escaped(last)}`)] : []),
    ...shorts.filter((short) => !isShared(short)).map((short) => bounded(`(?:[Tt]he\\s+)?${escaped(short)}`)),
  ];
}

/** What agencies put behind a dateline, and what others call them: "(Halyard)", "told Halyard", for Halyard Wire. */
function credits(core: readonly string[]): string[] {
  const starts = core.slice(0, -1).map((_, at) =>
    core
      .slice(0, at + 1)
      .map(escaped)
      .join('\\s+'),
  );
  const first = escaped(core[0] ?? '');
  return [
    ...starts.map((start) => `(?<=\\()${start}(?=\\))`),
    ...(AGENCIES.test(core.at(-1) ?? '') ? [`(?<=\\b(?:told|tells)\\s+)${first}(?![\\p{L}\\p{N}])`] : []),
  ];
}

/** "https://www.news.harbour-post.co.uk/a" → "harbour-post.co.uk": who owns the name, whatever stands before it. */
function siteOf(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const labels = new URL(address).hostname.toLowerCase().split('.');
  const isSecond =
    /^(co|com|org|net|ac|gov|or|ne|go|gob|edu)$/.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2;
  const site = labels.slice(isSecond ? -3 : -2).join('.');
  return site.includes('.') ? [site] : [];
}

function hostPattern(site: string): string {
  const rest = '(?::\\d+)?(?:/(?:[^\\s"“”<>()]*[\\p{L}\\p{N}/])?)?';
  return `(?:https?://)?(?:[\\w.+-]+@)?(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}-]+\\.)*${escaped(site)}(?![\\p{L}\\p{N}-])${rest}`;
}

/** "@harbourpost", "#harbourpost", "@harbourpost_uk". */
function handles(site: string): string[] {
  const label = (site.split('.')[0] ?? '').replaceAll('-', '');
  return label.length < 2 ? [] : [`[@#]${escaped(label)}\\w*`];
}

/** "By Ann Lee and Bo Chen, Reuters" → "Ann Lee", "Bo Chen". One word alone could be anything. */
function writersOf(byline: string): string[] {
  return byline
    .replace(/^\s*by\s+/i, '')
    .split(/,|;|\||\/|&|\s+(?:and|und|et|y|e|и)\s+/u)
    .map((part) => part.trim())
    .filter((part) => /^\p{Lu}/u.test(part) && words(part).length >= 2 && words(part).length <= 4);
}

function bounded(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
