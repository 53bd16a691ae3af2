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
    if (text.length > LONGEST_TEXT) {
      throw new SynopticError(
        'text-too-long',
        `Text ${index + 1} has ${text.length} characters; at most ${LONGEST_TEXT} are read.`,
        {
          subject: 'text',
        },
      );
    }
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

function checkedAddress(line: string): string {
  if (URL.canParse(line) && /^https?:$/.test(new URL(line).protocol)) return line;
  throw new SynopticError(
    'bad-input',
    `“${line.slice(0, 80)}” is not a web address. Each line of the links must begin with http:// or https://.`,
    {
      subject: 'links',
    },
  );
}
