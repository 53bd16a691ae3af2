import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A small HTTP server on loopback that takes what is posted to it. */
export type Receiver = {
  url: string;
  letters: { path: string; headers: IncomingHttpHeaders; body: string; json: unknown }[];
  /** What it answers the next letter. */
  answer: () => { status: number; headers?: Record<string, string> };
  close(): Promise<void>;
};

export async function openReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    letters: [],
    answer: () => ({ status: 204 }),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    receiver.letters.push({ path: request.url ?? '', headers: request.headers, body, json: JSON.parse(body) });
    const { status, headers = {} } = receiver.answer();
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  receiver.url = `http://127.0.0.1:${address.port}`;
  return receiver;
}
