import { request } from 'node:http';

export type Answer = {
  status: number;
  type: string;
  cookies: string[];
  policy: string;
  location: string;
  body: Buffer;
};

/**
 * A page as somebody sees it who is not the owner: asked for under a name that is not this machine's, where a server bound to
 * loopback grants nothing. `rsc`: the payload that a click fetches instead of the page.
 */
export async function asPupil(path: string, { rsc = false } = {}): Promise<Answer> {
  const answer = await ask(path, rsc);
  // The payload has an address of its own, with a mark that keeps caches from mixing it up with the page.
  return rsc && answer.status === 307 && /[?&]_rsc(=|&|$)/.test(answer.location) ? ask(answer.location, rsc) : answer;
}

function ask(path: string, rsc: boolean): Promise<Answer> {
  const port = Number(process.env.SYNOPTIC_TEST_PORT ?? 3217);
  const headers = { host: 'class.invalid', ...(rsc ? { rsc: '1' } : {}) };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          cookies: answer.headers['set-cookie'] ?? [],
          policy: String(answer.headers['content-security-policy'] ?? ''),
          location: answer.headers.location ?? '',
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
