import { frozenJsonSchema } from '#lib/share/frozen-schema';

/** The published shape of an exported comparison, made from the very schema that checks one when it is imported. */
export function GET(): Response {
  return Response.json(frozenJsonSchema(), {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'Access-Control-Allow-Origin': '*',
    },
  });
}
