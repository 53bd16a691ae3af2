import type { Attribution } from '#lib/text/reported-speech';
import type { Span } from '#lib/types';
import type { PreparedParagraph, PreparedText, Statement } from './prepared-text';

const PRONOUN = /^(?:he|she|they|it|we|i|who)$/i;

export function isPronoun(name: string): boolean {
  return PRONOUN.test(name);
}

/** The frame that gives a quotation its speaker: the reporting verb nearest to it in the same statement. */
export function frameOf(paragraph: PreparedParagraph, quotation: Span): Attribution | undefined {
  const distance = ({ verb }: Attribution) =>
    verb.end <= quotation.start ? quotation.start - verb.end : verb.start - quotation.end;
  const statement = paragraph.statements.find((each) => each.start <= quotation.start && quotation.end <= each.end);
  return framesIn(paragraph, statement)
    .filter((frame) => distance(frame) >= 0 && !isNextAct(paragraph.text, quotation, frame))
    .sort((x, y) => distance(x) - distance(y))[0];
}

// “… mocked him as a “fool” and rebuked the board”: what follows "and" is a second act, with words of its own.
function isNextAct(text: string, quotation: Span, { verb }: Attribution): boolean {
  return /^["”’»,\s]*(?:and|but|then)\s/.test(text.slice(quotation.end, Math.max(quotation.end, verb.start)));
}

/** Something to show as a speaker: not "he", not "another". */
export function isName(name: string): boolean {
  return (
    !isPronoun(name) &&
    !/^(?:one|another|some|many|most|others|both|several|those|these|this|that|all|each|you)$/i.test(name)
  );
}

export function speakerOf(paragraph: PreparedParagraph, quotation: Span): string | undefined {
  const name = frameOf(paragraph, quotation)?.speaker?.text;
  return name === undefined || !isName(name) ? undefined : name;
}

export function framesIn(paragraph: PreparedParagraph, statement: Span | undefined): Attribution[] {
  if (!statement) return [];
  return paragraph.attributions.filter(({ verb }) => verb.start >= statement.start && verb.end <= statement.end);
}

/** How far back, in paragraphs, "he" may find its name. */
const REACH = 2;

/**
 * Whom a frame names, as one lower-case word: the last of the name, or for "he" and "she" the last speaker named before it,
 * nearby. Undefined when nobody is named.
 */
export function speakerKey(text: PreparedText, statement: Statement, frame: Attribution): string | undefined {
  const name = frame.speaker?.text;
  if (name === undefined) return undefined;
  if (!isPronoun(name)) return lastWord(name);
  if (!/^(?:he|she)$/i.test(name)) return undefined;
  for (let index = statement.paragraph; index >= Math.max(0, statement.paragraph - REACH); index--) {
    const earlier = (text.paragraphs.get(index)?.attributions ?? []).filter(
      ({ speaker, verb }) =>
        speaker !== undefined &&
        !isPronoun(speaker.text) &&
        /\p{Lu}/u.test(speaker.text) &&
        (index < statement.paragraph || verb.start < frame.verb.start),
    );
    const named = earlier.at(-1)?.speaker;
    if (named) return lastWord(named.text);
  }
  return undefined;
}

function lastWord(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/['’]s?$/, '')
      .split(/[\s.]+/)
      .filter((word) => word !== '')
      .at(-1) ?? ''
  );
}
