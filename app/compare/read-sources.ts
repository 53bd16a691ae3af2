import { SynopticError } from '#lib/errors';

type Source = { link: string } | { text: string; outlet?: string; headline?: string };

const LONGEST_TEXT = 2_000_000;

/**
 * The compare form → sources, in the order shown: the texts with the reference first, then the links, one a line.
 * @throws SynopticError `bad-input` naming the line that is no address, `text-too-long`
 */
export function readSources(form: FormData): Source[] {
  const texts = form.getAll('text').map(String);
  const outlets = form.getAll('outlet').map(String);
  const headlines = form.getAll('headline').map(String);
  const pasted = texts.flatMap((text, index): Source[] => {
    if (text.trim() === '') return [];
    checkLength(text, `Text ${index + 1}`);
    const outlet = outlets[index]?.trim();
    const headline = headlines[index]?.trim();
    return [{ text, ...(outlet ? { outlet } : {}), ...(headline ? { headline } : {}) }];
  });
  const links = String(form.get('links') ?? '')
    .split(/\s+/)
    .filter((line) => line !== '')
    .map((line) => ({ link: checkedAddress(line) }));
  const all = [...pasted, ...links];
  return form.get('first') === 'links' ? [...links, ...pasted] : all;
}

/**
 * The box for one article → its text where one was pasted, else its address (which a page may have filled in).
 * @throws SynopticError `bad-input` when it holds neither or no web address, `text-too-long`
 */
export function readArticle(form: FormData): Source {
  const [link, text, outlet] = ['link', 'text', 'outlet'].map((key) => String(form.get(key) ?? '').trim());
  if (!text && link) return { link: checkedAddress(link, 'link') };
  if (!text) {
    throw new SynopticError('bad-input', 'Give the address of an article, or paste its text.', { subject: 'link' });
  }
  checkLength(text, 'The text');
  return { text, outlet: outlet || 'Pasted text' };
}

function checkLength(text: string, name: string): void {
  if (text.length <= LONGEST_TEXT) return;
  throw new SynopticError('text-too-long', `${name} has ${text.length} characters; at most ${LONGEST_TEXT} are read.`, {
    subject: 'text',
  });
}

function checkedAddress(line: string, subject = 'links'): string {
  if (URL.canParse(line) && /^https?:$/.test(new URL(line).protocol)) return line;
  throw new SynopticError(
    'bad-input',
    `“${line.slice(0, 80)}” is not a web address. ${subject === 'links' ? 'Each line of the links' : 'It'} must begin with http:// or https://.`,
    { subject },
  );
}
