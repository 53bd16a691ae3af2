import { SynopticError, toReason } from '#lib/errors';
import { codebookHash, parseCodebook } from '#lib/framing/codebook';
import {
  type CodebookVersion,
  getCodebookJson,
  latestCodebookVersions,
  listCodebookVersions,
} from '#lib/store/codebook-versions';
import type { Store } from '#lib/store/open-store';
import type { Codebook, Reason, Timestamp } from '#lib/types';
import { shippedCodebooks } from './codebooks';

/**
 * Own versions stand in the place of a shipped codebook with the same id, and are not copies under another: a chart, a link and
 * a label's colour know a codebook by its id, and two nearly equal ones side by side would count everything twice. What is
 * shipped stays as it is in its file, heads the list of versions, can be compared with and taken up again; a newer one that
 * comes with an update is shown there and waits until somebody wants it.
 */
export type KnownCodebook = {
  codebook: Codebook;
  hash: string;
  source: 'shipped' | 'own' | 'in-place-of-shipped';
  /** Of own ones: when this version was saved. */
  savedAt?: Timestamp;
  /** The stored version that cannot be read any more; what is shipped under its id is in force meanwhile. */
  problem?: Reason;
};

// By hash, so that what was compiled for a codebook is found again as long as nobody changes it.
const MOST_REMEMBERED = 100;
const remembered = new Map<string, Codebook>();

/** Shipped ones in order of file name, then own ones by id. */
export async function listCodebooks(store: Store): Promise<KnownCodebook[]> {
  const latest = (await latestCodebookVersions(store)).filter(({ withdrawn }) => !withdrawn);
  const shipped = shippedCodebooks();
  const own = new Map<string, KnownCodebook>();
  const problems = new Map<string, Reason>();
  for (const version of latest) {
    try {
      const codebook = await readVersion(store, version);
      const source = shipped.some(({ id }) => id === version.id) ? 'in-place-of-shipped' : 'own';
      own.set(version.id, { codebook, hash: version.hash, source, savedAt: version.at });
    } catch (error) {
      if (!(error instanceof SynopticError)) throw error;
      problems.set(version.id, toReason(error));
    }
  }
  const inOrder = shipped.map((codebook): KnownCodebook => {
    const problem = problems.get(codebook.id);
    const asShipped: KnownCodebook = { codebook, hash: codebookHash(codebook), source: 'shipped' };
    return own.get(codebook.id) ?? { ...asShipped, ...(problem === undefined ? {} : { problem }) };
  });
  return [...inOrder, ...[...own.values()].filter(({ source }) => source === 'own')];
}

/** The codebooks comparisons are made with now. Frozen ones carry theirs. */
export async function codebooksInForce(store: Store): Promise<Codebook[]> {
  return (await listCodebooks(store)).map(({ codebook }) => codebook);
}

/** The content of one saved version. @throws SynopticError `unknown-id`, `bad-json`, `bad-codebook` */
export async function readVersion(
  store: Store,
  { id, number, hash }: Pick<CodebookVersion, 'id' | 'number' | 'hash'>,
): Promise<Codebook> {
  const known = remembered.get(hash);
  if (known) return known;
  const json = await getCodebookJson(store, id, number);
  if (json === undefined)
    throw new SynopticError('unknown-id', `There is no version ${number} of “${id}”.`, { subject: 'version' });
  const codebook = parseCodebook(parseJson(json, `${id}, version ${number}`), `${id}, version ${number}`);
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(hash, codebook);
  return codebook;
}

/** @throws SynopticError `bad-json` naming the place of the fault as far as the engine tells it. */
export function parseJson(json: string, subject: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const where = cause instanceof Error ? ` (${cause.message})` : '';
    throw new SynopticError(
      'bad-json',
      `${subject} is not JSON${where}. Look for a missing comma or quotation mark there.`,
      {
        subject,
        cause,
      },
    );
  }
}

/** One line of a codebook's history: what is shipped counts as version 0. */
export type HistoryLine = {
  number: number;
  version: string;
  hash: string;
  at?: Timestamp;
  note?: string;
  kind: 'shipped' | 'own' | 'withdrawn';
  isInForce: boolean;
};

/** What is shipped first, then own versions, oldest first; empty for an unknown id. */
export async function codebookHistory(store: Store, id: string): Promise<HistoryLine[]> {
  const shipped = shippedCodebooks().find((codebook) => codebook.id === id);
  const own = await listCodebookVersions(store, id);
  const last = own.at(-1);
  const isOwnInForce = last !== undefined && !last.withdrawn;
  const first: HistoryLine[] = shipped
    ? [{ number: 0, version: shipped.version, hash: codebookHash(shipped), kind: 'shipped', isInForce: !isOwnInForce }]
    : [];
  return [
    ...first,
    ...own.map(({ number, version, hash, at, note, withdrawn }): HistoryLine => {
      return {
        number,
        version,
        hash,
        at,
        ...(note === undefined ? {} : { note }),
        kind: withdrawn ? 'withdrawn' : 'own',
        isInForce: isOwnInForce && number === last.number,
      };
    }),
  ];
}

/** Version 0 is what is shipped; undefined number: what is in force. @throws SynopticError `unknown-id` */
export async function codebookAt(store: Store, id: string, number?: number): Promise<Codebook> {
  const history = await codebookHistory(store, id);
  const line =
    number === undefined ? history.find(({ isInForce }) => isInForce) : history.find((each) => each.number === number);
  if (line?.kind === 'shipped') {
    const shipped = shippedCodebooks().find((codebook) => codebook.id === id);
    if (shipped) return shipped;
  }
  if (line?.kind === 'own') return readVersion(store, { id, number: line.number, hash: line.hash });
  const what = number === undefined ? `There is no codebook “${id}”.` : `There is no version ${number} of “${id}”.`;
  throw new SynopticError('unknown-id', what, { subject: number === undefined ? 'codebook' : 'version' });
}
