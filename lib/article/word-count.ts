// Most texts have no sign of these ranges (Latin punctuation lies between them), and are spared the search for scripts by name.
const MAY_BE_UNSPACED = /[\u0E00-\u1FFF\u2E80-\uFFFF]/;

export function wordCount(text: string): number {
  // Scripts without spaces: two signs are about one word.
  const unspaced = !MAY_BE_UNSPACED.test(text)
    ? 0
    : (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0);
  return spacedWords(text) + Math.floor(unspaced / 2);
}

/** Stretches between white space that hold a letter or a digit: read sign by sign, because every rule counts words, most more than once. */
function spacedWords(text: string): number {
  let words = 0;
  let start = 0;
  let isWord = false;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    if (isSpace(code)) {
      if (isWord || (at > start && HAS_LETTER.test(text.slice(start, at)))) words++;
      start = at + 1;
      isWord = false;
    } else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) isWord = true;
  }
  return words;
}

const HAS_LETTER = /[\p{L}\p{N}]/u;

function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code >= 160 && OTHER_SPACES.has(code);
}

const OTHER_SPACES = new Set([0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);
for (let code = 0x2000; code <= 0x200a; code++) OTHER_SPACES.add(code);
