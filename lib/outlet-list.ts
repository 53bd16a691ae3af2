import { z } from 'zod';
import { SynopticError } from './errors';
import { primaryTag } from './text/language-tags';
import type { Outlet } from './types';

/** The shape of data/outlets.json, and what follows from it: which outlet belongs to which pack. */

const FILE = 'data/outlets.json';

/**
 * Who owns or pays, as the public record says, never how an outlet is to be judged. What is not known for certain is absent.
 * `foundation-owned`: by a trust or foundation; `listed-company`: by a company whose shares are traded.
 */
export const OWNERSHIP_KINDS = [
  'public-service',
  'state-owned',
  'state-funded',
  'party-owned',
  'foundation-owned',
  'non-profit',
  'cooperative',
  'listed-company',
  'private',
] as const;

/** `asOf`: the year or day for which the fact is known. `source`: where it can be checked. */
export type Ownership = { kind: (typeof OWNERSHIP_KINDS)[number]; owner?: string; source: string; asOf: string };

export type ListSource = { name: string; licence: string; urls: string[] };

export type ListedOutlet = {
  outlet: Outlet;
  feeds: string[];
  /** The public list that names, addresses, country and language were taken from, and the day that was done. */
  source: ListSource;
  asOf: string;
  ownership?: Ownership;
};

export type Pack = { id: string; title: string; outlets: ListedOutlet[] };

export type OutletList = { outlets: ListedOutlet[]; packs: Pack[] };

/** The language without region or script: "pt-BR" → "pt"; `und` when it is not known. */
export function primaryLanguage(tag: string | undefined): string {
  return tag ? primaryTag(tag) : 'und';
}

/** The pack that a new installation subscribes. */
export const FIRST_PACK = 'world';

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 alpha-2 code');
const webSchema = z.url({ protocol: /^https?$/ });
const dateSchema = z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/, 'must be a year or a day such as 2024 or 2024-05-31');

/** Samples and listed outlets alike. */
export const outletFields = {
  id: idSchema,
  name: z.string().min(1),
  country: countrySchema.optional(),
  language: z.string().min(2).optional(),
  homepage: z.url().optional(),
};

export const outletListSchema = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({ name: z.string().min(1), licence: z.string().min(1), urls: z.array(webSchema) }),
  ),
  packs: z.array(
    z.strictObject({
      id: idSchema,
      title: z.string().min(1),
      countries: z.array(countrySchema).optional(),
      language: z.string().min(2).optional(),
    }),
  ),
  outlets: z.array(
    z.strictObject({
      ...outletFields,
      packs: z.array(z.string()).optional(),
      ownership: z
        .strictObject({
          kind: z.enum(OWNERSHIP_KINDS),
          owner: z.string().min(1).exactOptional(),
          source: webSchema,
          asOf: dateSchema,
        })
        .optional(),
      source: z.string(),
      asOf: dateSchema,
      feeds: z.array(webSchema).min(1),
    }),
  ),
});

type Written = z.output<typeof outletListSchema>;

/**
 * A pack is a list of countries, or a language, or the outlets that name it.
 * @throws SynopticError `bad-input` when an outlet names a source or a pack that is not described, or two share an id.
 */
export function toOutletList({ sources, packs, outlets }: Written): OutletList {
  const ids = new Set<string>();
  const listed = outlets.map((written) => {
    const source = sources[written.source];
    if (ids.has(written.id)) throw refused(`two outlets have the id “${written.id}”.`);
    ids.add(written.id);
    if (source === undefined) throw refused(`the outlet “${written.id}” names the source “${written.source}”.`);
    const stray = written.packs?.find((id) => !packs.some((pack) => pack.id === id));
    if (stray !== undefined) throw refused(`the outlet “${written.id}” names the pack “${stray}”.`);
    return toListed(written, source);
  });
  return {
    outlets: listed,
    packs: packs.map((pack) => ({
      id: pack.id,
      title: pack.title,
      outlets: listed.filter((_, index) => belongs(outlets[index], pack)),
    })),
  };
}

function belongs(outlet: Written['outlets'][number] | undefined, pack: Written['packs'][number]): boolean {
  if (outlet === undefined) return false;
  if (pack.countries) return outlet.country !== undefined && pack.countries.includes(outlet.country);
  if (pack.language !== undefined) return outlet.language === pack.language;
  return outlet.packs?.includes(pack.id) ?? false;
}

function toListed(written: Written['outlets'][number], source: ListSource): ListedOutlet {
  const { feeds, asOf, ownership } = written;
  return {
    outlet: toOutlet({ ...written, sample: false }),
    feeds,
    source,
    asOf,
    ...(ownership === undefined ? {} : { ownership }),
  };
}

// Zod gives `country?: string | undefined`; the shapes of types.ts know absent and nothing else.
export function toOutlet(written: {
  id: string;
  name: string;
  country?: string | undefined;
  language?: string | undefined;
  homepage?: string | undefined;
  sample: boolean;
}): Outlet {
  const { id, name, sample, country, language, homepage } = written;
  return {
    id,
    name,
    ...(country === undefined ? {} : { country }),
    ...(language === undefined ? {} : { language }),
    ...(homepage === undefined ? {} : { homepage }),
    sample,
  };
}

function refused(what: string): SynopticError {
  return new SynopticError('bad-input', `${FILE}: ${what}`, { subject: FILE });
}
