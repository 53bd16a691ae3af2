import { tidy } from '#lib/text/normalize';

// "By", "Written by" … at the start of a line of names. Whole words, so that "Von der Leyen" inside a name stays.
const OPENERS =
  /^(?:(?:written|reported|posted|published|story|words|text|analysis|review|opinion|interview|article|report)\s+by|by|von|vom|text(?:\s+von)?|autor(?:in|en)?|ein\s+\p{L}+\s+von|de|por|par|di|da|door|av|af|przez|autor|author|redakteur(?:in)?|erstellt\s+von|(?:view\s+)?(?:all\s+)?posts\s+by|more\s+(?:from|by)|publié\s+par|écrit\s+par|publicado\s+por|a\s+cura\s+di)\s*:?\s+/iu;
const CONNECTORS = /\s*(?:,|;|\||•|·|\s&\s|\s\+\s|\s(?:and|und|et|y|e|og|och|en|i|with|mit)\s)\s*/iu;
const NOT_A_NAME =
  /@|https?:|www\.|\.[a-z]{2,7}\/|^\d|\d{4}|\d\s|\b(?:updated|published|publicado|publié|pubblicato|contactar|hace|last modified|min(?:utes?)? read|aktualisiert|veröffentlicht|uhr|follow|contact|subscribe|read more|view all|all posts|posts by|see full|share|bio)\b|^(?:by|von|por|par|di|da|no author|unknown|admin|administrator|anonymous|webmaster|author|autor|redakteur|null|undefined|none|n\/?a)$/iu;
const ROLE =
  /^(?:(?:senior|chief|deputy|staff|freelance|special|political|foreign|managing|national|contributing|associate|assistant|news|business|sports?|science|health|europe|world|diplomatic|economics|technology|digital|online|multimedia)\s+)*(?:staff|correspondent|reporter|editor|writer|contributor|columnist|journalist|author|producer|analyst|fellow|bureau chief|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|volontär(?:in)?|journaliste|redactor[a]?|periodista|redattore|giornalista)(?:\s+(?:in|at|for|of|für|bei|aus)\s+.*)?$/iu;

/**
 * The names in a line that says who wrote the text: "By JANE DOE and John Roe, Political Correspondent | 4 May 2023" →
 * ["JANE DOE", "John Roe"]. Names are kept as printed. Empty when nothing in it can be a name.
 */
export function readNames(line: string): string[] {
  const bare = tidy(line)
    .replace(/\S+@\S+/g, ' ')
    .replace(/\(([^)]*)\)/g, ' ')
    .replace(OPENERS, '');
  return bare
    .split(CONNECTORS)
    .map((name) =>
      tidy(
        name
          .replace(OPENERS, '')
          .replace(/\s+@\S+/g, '')
          .replace(LEADING_ROLE, '')
          .replace(/^[\s:.,\-–—/]+|[\s:,\-–—/]+$/g, ''),
      ),
    )
    .filter((name) => isName(name));
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || NOT_A_NAME.test(text) || ROLE.test(text)) return false;
  if (!/\p{L}{2}/u.test(text)) return false;
  if (/^[\p{Ll}\d]+[._][\p{Ll}\d._]+$/u.test(text)) return false; // an account, not a name
  return text.split(' ').length <= 7;
}

// "Wirtschaftsredakteurin Jana Holt", "Staff Writer Jane Doe": the office before the name.
const LEADING_ROLE =
  /^(?:\S*(?:expert[ei]n?|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?)|(?:staff|senior|chief) (?:writer|reporter|correspondent|editor))\s+(?=\p{Lu})/iu;

/** One name for each person, the first spelling wins; joined as a byline: "Jane Doe, John Roe". Undefined when there are none. */
export function joinNames(names: string[]): string | undefined {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (key !== '' && !seen.has(key)) seen.set(key, name);
  }
  // "Doe" beside "Jane Doe" is the same person.
  const keys = [...seen.keys()];
  const kept = [...seen].filter(([key]) => !keys.some((other) => other !== key && ` ${other} `.includes(` ${key} `)));
  return kept.length === 0 ? undefined : kept.map(([, name]) => name).join(', ');
}

export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
