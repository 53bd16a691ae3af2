import { CUTS } from '#lib/alignment/weights';
import { fromPastedText } from '#lib/article/from-pasted-text';
import { SynopticError, toReason } from '#lib/errors';
import { getArticle, saveArticle } from '#lib/store/articles';
import { createJob, type JobStep } from '#lib/store/jobs';
import { getOutlet, listOutlets, saveOutlet } from '#lib/store/outlets';
import type { Outlet, Reason } from '#lib/types';
import type { Ports } from './ports';
import { type ReadArticle, readPage, toArticle, UNREADABLE } from './read-article';
import { watchJob } from './watched-job';

/** One thing to compare: an address to read, or a text somebody pasted. */
export type Source = { link: string } | { text: string; outlet?: string; headline?: string };

export const FEWEST_SOURCES = 2;
export const MOST_SOURCES = 20;

/** The aligner's limit, told before anything is stored. */
const MOST_PARAGRAPHS = CUTS.paragraphs;

/** What a finished comparison of given sources stores: enough to compute it again with any reference. */
export type SourcesResult = { title: string; articleIds: string[]; reference: string };

/**
 * Checks the sources and opens a job that can be watched. @throws SynopticError `bad-input` naming what is missing.
 */
export async function openComparisonJob(ports: Ports, id: string, sources: readonly Source[]): Promise<void> {
  if (sources.length < FEWEST_SOURCES) {
    throw new SynopticError('bad-input', 'Give at least two links or texts: there must be something to compare.', {
      subject: 'sources',
    });
  }
  if (sources.length > MOST_SOURCES) {
    throw new SynopticError(
      'bad-input',
      `At most ${MOST_SOURCES} links and texts can be compared at once; these are ${sources.length}.`,
      { subject: 'sources' },
    );
  }
  await createJob(ports.store, { id, kind: 'compare', at: ports.now(), payload: null, steps: sources.map(waiting) });
}

function waiting(source: Source, index: number): JobStep {
  return { name: sourceName(source, index), state: 'waiting' };
}

export function sourceName(source: Source, index = 0): string {
  return 'link' in source ? source.link : (source.outlet ?? `Text ${index + 1}`);
}

/**
 * Reads every source, each on its own: what fails is kept with its reason and the rest goes on. The first source that
 * could be read is the reference. Stopped, it compares what was read until then, where that is enough.
 */
export async function runComparisonJob(ports: Ports, id: string, sources: readonly Source[]): Promise<void> {
  const job = await watchJob(ports, id, sources.map(waiting));
  const articleIds: (string | undefined)[] = sources.map(() => undefined);
  const headlines: string[] = [];

  const readOne = async (source: Source, index: number) => {
    job.set(index, { state: 'running' });
    try {
      const read = await readSource(ports, source, index, job.signal);
      if ('reason' in read) return job.set(index, { state: 'failed', reason: read.reason });
      articleIds[index] = read.id;
      headlines[index] = read.headline;
      job.set(index, { state: 'done', message: read.message });
    } catch (error) {
      job.set(index, { state: 'failed', reason: toReason(error) });
    }
  };
  await Promise.all(sources.map(readOne));

  const read = [...new Set(articleIds.filter((each) => each !== undefined))];
  const reference = read[0];
  if (reference === undefined || read.length < FEWEST_SOURCES) {
    const reason = {
      code: 'bad-input',
      message: 'Fewer than two of these could be read, so there is nothing to compare yet.',
    };
    return job.close({ state: job.signal.aborted ? 'stopped' : 'failed', reason });
  }
  const result: SourcesResult = {
    title: headlines.find((headline) => headline) ?? 'Comparison',
    articleIds: read,
    reference,
  };
  await job.close({ state: 'done', result });
}

function checkLength(article: ReadArticle): void {
  const count = article.paragraphs.length;
  if (count <= MOST_PARAGRAPHS) return;
  throw new SynopticError(
    'text-too-long',
    `This text has ${count} paragraphs; up to ${MOST_PARAGRAPHS} can be compared. Paste the part you want to compare.`,
  );
}

export type SourceRead = { id: string; headline: string; message: string } | { reason: Reason };

/** Reads one source into a stored article, or says why not. */
export async function readSource(
  ports: Ports,
  source: Source,
  index: number,
  signal?: AbortSignal,
): Promise<SourceRead> {
  return 'link' in source ? readLink(ports, source.link, signal) : readText(ports, source, index);
}

/** Reads one address into a stored article, or says why not. */
export async function readLink(ports: Ports, link: string, signal?: AbortSignal): Promise<SourceRead> {
  const page = await readPage(ports, link, signal === undefined ? {} : { signal });
  if (!page.extracted) return { reason: page.reason ?? UNREADABLE };
  const outlet = await outletOfAddress(ports, page.url ?? link, link);
  const article = toArticle(ports, outlet, page.extracted, page.url === undefined ? {} : { url: page.url });
  checkLength(article);
  const { id, outcome } = await saveArticle(ports.store, article);
  // A worse reading than an earlier one is not kept: the text compared is the earlier one.
  const { paragraphs, quality } = (outcome === 'kept' ? await getArticle(ports.store, id) : undefined) ?? article;
  const { status, reasons } = quality;
  const flag = status === 'full' ? '' : ` (${status}: ${reasons[0]?.message ?? 'not complete'})`;
  return { id, headline: article.headline, message: `${paragraphs.length} paragraphs${flag}` };
}

async function readText(
  ports: Ports,
  source: { text: string; outlet?: string; headline?: string },
  index: number,
): Promise<SourceRead> {
  const name = source.outlet?.trim() || `Text ${index + 1}`;
  const outlet: Outlet = { id: `pasted-${slug(name)}`, name, sample: false };
  if (!(await getOutlet(ports.store, outlet.id))) await saveOutlet(ports.store, outlet);
  const headline = source.headline?.trim();
  const article = toArticle(ports, outlet, fromPastedText(source.text), headline ? { headline } : {});
  checkLength(article);
  const { id } = await saveArticle(ports.store, {
    ...article,
    id: `pasted-${article.textHash.slice(0, 20)}-${slug(name)}`,
  });
  return { id, headline: article.headline, message: `${article.paragraphs.length} paragraphs` };
}

// The outlet whose home page shares the host, else a new one named by its host.
async function outletOfAddress(ports: Ports, url: string, given: string): Promise<Outlet> {
  const hosts = [hostOf(url), hostOf(given)];
  const known = (await listOutlets(ports.store)).find(
    (outlet) => outlet.homepage !== undefined && hosts.includes(hostOf(outlet.homepage)),
  );
  if (known) return known;
  const host = hosts[0] || 'unknown';
  const outlet: Outlet = { id: host, name: host, homepage: `https://${host}/`, sample: false };
  await saveOutlet(ports.store, outlet);
  return outlet;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'text'
  );
}
