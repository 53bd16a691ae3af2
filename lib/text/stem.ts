import { stemmer } from 'stemmer';

/** Porter (1980) stem of a lower-case key; words with anything but a–z and ' come back unchanged. "talks" → "talk". */
export function stem(key: string): string {
  return /^[a-z']+$/.test(key) ? stemmer(key) : key;
}
