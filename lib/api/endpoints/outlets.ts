import { z } from 'zod';
import { endpoint, idParams } from '../endpoint';
import { outletRead } from '../shapes';

const feedAddress = z.string().max(4_000).min(1);

export const listOutlets = endpoint({
  id: 'listOutlets',
  method: 'GET',
  path: '/outlets',
  summary: 'Outlets that are read, alphabetical, with the state of their feeds',
  tag: 'outlets',
  who: 'everybody',
  answers: { 200: { description: 'All of them.', json: z.object({ outlets: z.array(outletRead) }) } },
  errors: [],
});

export const getOutlet = endpoint({
  id: 'getOutlet',
  method: 'GET',
  path: '/outlets/{id}',
  summary: 'One outlet',
  tag: 'outlets',
  who: 'everybody',
  params: idParams,
  answers: { 200: { description: 'The outlet.', json: outletRead } },
  errors: ['unknown-id'],
});

export const addOutlet = endpoint({
  id: 'addOutlet',
  method: 'POST',
  path: '/outlets',
  summary:
    'Read an outlet: by the addresses of its feeds, or by any address of its site, on which feeds are looked for',
  tag: 'outlets',
  who: 'owner',
  body: z.union([
    z.strictObject({
      feeds: z.array(feedAddress).min(1).max(50),
      name: z.string().min(1).max(120),
      homepage: z.string().max(4_000).exactOptional(),
      language: z.string().max(40).exactOptional(),
      country: z.string().max(2).exactOptional(),
    }),
    z.strictObject({ address: feedAddress }),
  ]),
  answers: { 201: { description: 'Its feeds are due now.', json: z.object({ outlet: outletRead }) } },
  errors: ['address-invalid', 'address-refused', 'connection-failed', 'http-status', 'not-a-feed', 'not-found'],
});

export const changeOutlet = endpoint({
  id: 'changeOutlet',
  method: 'PATCH',
  path: '/outlets/{id}',
  summary: 'Pause an outlet, or read it again',
  tag: 'outlets',
  who: 'owner',
  params: idParams,
  body: z.strictObject({ paused: z.boolean() }),
  answers: { 200: { description: 'The outlet as it is now.', json: outletRead } },
  errors: ['unknown-id'],
});

export const removeOutlet = endpoint({
  id: 'removeOutlet',
  method: 'DELETE',
  path: '/outlets/{id}',
  summary: 'Stop reading an outlet; its articles and stories stay',
  tag: 'outlets',
  who: 'owner',
  params: idParams,
  answers: { 204: { description: 'No longer read.' } },
  errors: ['unknown-id'],
});
