import { SynopticError } from '#lib/errors';
import { CARD } from '#lib/share/card-svg';
import { embedAddress, embedMarkup, embedSize, readEmbeddable } from '#lib/share/embed';
import { frozen } from '../_queries/frozen';
import { addressOf } from '../_queries/permission';
import { respond } from '../api/_respond';

const DAY = 86_400;

/** oEmbed 1.0: an address of a frozen comparison → the frame to put into a page. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const asked = new URL(request.url).searchParams;
    const format = asked.get('format') ?? 'json';
    // The standard's own status for a format that is not offered.
    if (format !== 'json') {
      const error = { code: 'bad-input', message: 'Only format=json is answered.', subject: 'format' };
      return Response.json({ error }, { status: 501 });
    }
    const origin = await addressOf('');
    const address = asked.get('url');
    if (address === null) throw new SynopticError('bad-input', 'Say which page in url.', { subject: 'url' });
    const embeddable = readEmbeddable(address, origin);
    if (!embeddable) {
      throw new SynopticError('unknown-id', 'This is not the address of a frozen comparison of this installation.', {
        subject: 'url',
      });
    }
    const { comparison } = await frozen(embeddable.id, { blind: embeddable.query.blind });
    const size = embedSize({ width: numberIn(asked, 'maxwidth'), height: numberIn(asked, 'maxheight') });
    const { title } = comparison;
    const card = `${origin}/c/${embeddable.id}/card.png${embeddable.query.blind === '1' ? '?blind=1' : ''}`;
    const answer = {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Synoptic',
      provider_url: origin,
      cache_age: DAY,
      ...size,
      html: embedMarkup(embedAddress(origin, embeddable), title, size),
      thumbnail_url: card,
      thumbnail_width: CARD.width,
      thumbnail_height: CARD.height,
    };
    // Asked from pages of others by their scripts, too.
    return Response.json(answer, {
      headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': `public, max-age=${DAY}` },
    });
  });
}

/** @throws SynopticError `bad-input` for what is no whole number above 0. */
function numberIn(asked: URLSearchParams, name: string): number | undefined {
  const given = asked.get(name);
  if (given === null) return undefined;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new SynopticError('bad-input', `${name} is a number of pixels.`, { subject: name });
}
