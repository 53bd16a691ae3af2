import type { Paragraph } from '#lib/types';

const FIRST = 3;

/**
 * The standfirst, unless it is only the beginning of the text once more: what pages call their description is as often as not their first
 * paragraph, whole or cut off, and a reader would meet it twice.
 */
export function ownStandfirst(standfirst: string | undefined, paragraphs: readonly Paragraph[]): string | undefined {
  const said = letters(standfirst ?? '');
  if (said === '') return undefined;
  const isRepeated = paragraphs.slice(0, FIRST).some(({ text }) => {
    const own = letters(text);
    return own !== '' && (own.startsWith(said) || said === own);
  });
  return isRepeated ? undefined : standfirst;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
