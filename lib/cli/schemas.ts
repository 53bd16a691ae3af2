import { z } from 'zod';

/** Shapes of batch input lines. Fields beyond these are ignored: other people's files carry more. */
const id = z.union([z.string(), z.number()]).transform(String);
const optional = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

export const feedLine = z.object({ id, file: optional, url: optional });

export const extractLine = z.object({ id, file: optional, html: optional, url: optional });

export const groupLine = z.object({
  id,
  outlet: optional,
  title: optional,
  text: optional,
  published: optional,
  language: optional,
});

const side = z.object({ title: optional, paragraphs: z.array(z.string()) });
export const pairLine = z.object({ id, reference: side, other: side });

export const articleLine = z.object({
  id,
  outlet: optional,
  title: optional,
  published: optional,
  language: optional,
  url: optional,
  paragraphs: z.array(z.string()),
});

export type GroupLine = z.output<typeof groupLine>;
export type PairLine = z.output<typeof pairLine>;
export type ArticleLine = z.output<typeof articleLine>;
