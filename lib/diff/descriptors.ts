import { type Difference, HEADLINE, type Span } from '#lib/types';
import { type PreparedParagraph, type PreparedText, type PreparedWord, placeOf } from './prepared-text';

/** What one text says beside a name: "mayor" in "mayor Ana Ruiz", "a shipping lawyer" in "Ana Ruiz, a shipping lawyer,". */
type Described = { name: string; span: Span; stems: Set<string>; paragraph: PreparedParagraph };

/**
 * L3: one person described in different words, each text's description standing once, where the text first gives it: “mayor Ana Ruiz” here,
 * “newcomer Ana Ruiz” there. Descriptions that share a content word are taken for the same. Nothing is counted.
 */
export function descriptorDifferences(texts: { reference: PreparedText; other: PreparedText }): Difference[] {
  const ours = describedIn(texts.reference);
  const theirs = describedIn(texts.other);
  const found: Difference[] = [];
  for (const [name, here] of ours) {
    const there = theirs.get(name);
    if (!there) continue;
    const used = new Set(here.flatMap((each) => [...each.stems]));
    if (there.some((each) => [...each.stems].some((stem) => used.has(stem)))) continue;
    const [a, b] = [here[0], there[0]];
    if (!a || !b) continue;
    const reference = placeOf(a.paragraph, a.span);
    const other = placeOf(b.paragraph, b.span);
    const note = `${a.name}: “${reference.text}” here, “${other.text}” there`;
    found.push({ kind: 'descriptor', reference, other, note, quiet: false });
  }
  return found;
}

/** Last and first name as one key → its descriptions in order. */
function describedIn({ paragraphs }: PreparedText): Map<string, Described[]> {
  const all = new Map<string, Described[]>();
  for (const paragraph of paragraphs.values()) {
    if (paragraph.index === HEADLINE) continue;
    for (const described of inParagraph(paragraph)) {
      const key = described.name.toLowerCase();
      all.set(key, [...(all.get(key) ?? []), described]);
    }
  }
  return all;
}

function inParagraph(paragraph: PreparedParagraph): Described[] {
  const { words, text } = paragraph;
  const found: Described[] = [];
  for (let at = 0; at + 1 < words.length; at++) {
    const [first, last] = [words[at], words[at + 1]];
    if (!first || !last || first.quoted || !isName(first) || !isName(last) || gap(text, first, last) !== ' ') continue;
    // Two capitals are a name only when a third does not follow: "Tallow Bay Council" is no person.
    const next = words[at + 2];
    if (next && isName(next) && gap(text, last, next) === ' ') continue;
    const name = `${first.text} ${last.text.replace(/['’]s$/, '')}`;
    const span = before(words, at, text) ?? after(words, at + 1, text);
    if (!span) continue;
    const stems = new Set(
      words.filter((word) => word.start >= span.start && word.end <= span.end && word.content).map((word) => word.stem),
    );
    if (stems.size > 0) found.push({ name, span, stems, paragraph });
  }
  return found;
}

/** Lower-case nouns of a role right before the name: "former harbour minister Ana Ruiz". The list is what makes it a role. */
function before(words: readonly PreparedWord[], at: number, text: string): Span | undefined {
  const role = words[at - 1];
  const name = words[at];
  if (!role || !name || gap(text, role, name) !== ' ' || !ROLE.test(role.key) || /^\p{Lu}/u.test(role.text))
    return undefined;
  let start = at - 1;
  while (start > 0) {
    const [left, right] = [words[start - 1], words[start]];
    if (!left || !right || gap(text, left, right) !== ' ' || !left.content || !isModifier(left) || at - start >= 4)
      break;
    start--;
  }
  return { start: words[start]?.start ?? role.start, end: role.end };
}

/** "Ana Ruiz, a shipping lawyer from Tallow Bay,": what stands between two commas and begins with an article or a role. */
function after(words: readonly PreparedWord[], at: number, text: string): Span | undefined {
  const name = words[at];
  const first = words[at + 1];
  if (!name || !first || gap(text, name, first) !== ', ') return undefined;
  if (!/^(?:a|an|the)$/.test(first.key) && !ROLE.test(first.key)) return undefined;
  const rest = /^[^,.;:()“”"]{3,80}?(?=,)/u.exec(text.slice(first.start))?.[0];
  if (rest === undefined) return undefined;
  const head = words.filter((word) => word.start >= first.start && word.end <= first.start + rest.length);
  if (!head.some((word) => ROLE.test(word.key)) || head.some((word) => word.quoted)) return undefined;
  return { start: first.start, end: first.start + rest.length };
}

// Verbs that stand before a role without being part of it: "said deputy minister Ana Ruiz".
const VERBS = new Set('said told wrote met saw won lost beat quit made chose sent held hit led shot'.split(' '));

const PREPOSITIONS = new Set(
  'against before despite among amid toward towards under versus including like unlike'.split(' '),
);

function isModifier(word: PreparedWord): boolean {
  if (PREPOSITIONS.has(word.key)) return false;
  return /^\p{Ll}/u.test(word.text) && !/(?:ed|ing|s)$/.test(word.key) && !/\d/.test(word.key) && !VERBS.has(word.key);
}

function isName(word: PreparedWord): boolean {
  return /^\p{Lu}[\p{Ll}'’-]+/u.test(word.text) && word.content;
}

function gap(text: string, a: PreparedWord, b: PreparedWord): string {
  return text.slice(a.end, b.start);
}

// Nouns for what people are or do, our own list. A word missing here costs a mark; a word too many would mark a thing as a person.
const ROLE =
  /^(?:mayor|minister|president|premier|chancellor|governor|senator|congressman|congresswoman|lawmaker|legislator|representative|deputy|delegate|secretary|ambassador|diplomat|envoy|spokesman|spokeswoman|spokesperson|chief|chair|chairman|chairwoman|director|head|leader|founder|executive|ceo|owner|manager|officer|official|general|colonel|commander|soldier|veteran|judge|justice|prosecutor|attorney|lawyer|sheriff|detective|professor|economist|scientist|researcher|analyst|expert|historian|doctor|nurse|teacher|student|journalist|reporter|columnist|commentator|host|author|writer|editor|actor|actress|singer|comedian|athlete|player|coach|activist|campaigner|organiser|organizer|advocate|critic|adviser|advisor|aide|strategist|operative|donor|billionaire|millionaire|businessman|businesswoman|entrepreneur|banker|financier|mogul|tycoon|candidate|nominee|challenger|incumbent|contender|newcomer|democrat|republican|conservative|liberal|progressive|socialist|dissident|exile|migrant|refugee|suspect|defendant|convict|gunman|victim|survivor|whistleblower|witness|resident|father|mother|son|daughter|wife|husband|widow|brother|sister|king|queen|prince|princess|pope|bishop|pastor|priest|rabbi|imam|cleric|monk|farmer|worker|driver|pilot|engineer|captain|fisherman)s?$/;
