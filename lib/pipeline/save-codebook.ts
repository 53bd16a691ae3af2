import { SynopticError } from '#lib/errors';
import { codebookHash, parseCodebook } from '#lib/framing/codebook';
import { checkExamples, type Failure } from '#lib/framing/examples';
import { saveCodebookVersion, withdrawCodebook } from '#lib/store/codebook-versions';
import type { Codebook, Timestamp } from '#lib/types';
import { codebookAt, codebookHistory, parseJson } from './codebooks-in-force';
import type { Ports } from './ports';

/** A codebook is written by hand; one that is longer was not. */
const MOST_SIGNS = 1_000_000;

export type CheckedDraft = { codebook: Codebook; hash: string; failures: Failure[] };

/** A draft from a form or a file, with those of its examples that it decides otherwise. @throws SynopticError `bad-json`, `too-large`, `bad-codebook` */
export function checkDraft(draft: string | object): CheckedDraft {
  const text = typeof draft === 'string' ? draft : JSON.stringify(draft);
  if (text.length > MOST_SIGNS)
    throw new SynopticError('too-large', `The codebook has ${text.length} signs; at most ${MOST_SIGNS} are read.`, {
      subject: 'json',
    });
  const codebook = parseCodebook(typeof draft === 'string' ? parseJson(draft, 'The codebook') : draft, 'The codebook');
  return { codebook, hash: codebookHash(codebook), failures: checkExamples(codebook) };
}

export type SaveOptions = {
  note?: string;
  /** Hash of the version that was edited: when another one is in force by now, nothing is saved. */
  startedFrom?: string;
};

/**
 * Keeps a draft as the next version of its codebook and puts it in force.
 * @returns undefined when it says what is in force already.
 * @throws SynopticError `bad-codebook` when its version number belongs to other content, `import-refused` when somebody else was faster.
 */
export async function saveCodebook(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  codebook: Codebook,
  { note, startedFrom }: SaveOptions = {},
): Promise<{ number: number; at: Timestamp } | undefined> {
  const hash = codebookHash(codebook);
  const history = await codebookHistory(store, codebook.id);
  const inForce = history.find((line) => line.isInForce);
  if (inForce?.hash === hash) return undefined;
  if (startedFrom !== undefined && inForce !== undefined && inForce.hash !== startedFrom)
    throw new SynopticError(
      'import-refused',
      `“${codebook.id}” was saved elsewhere while you edited it. Nothing was lost there or here: open it in another tab, see what has changed, and bring your changes in.`,
      { subject: 'id' },
    );
  const taken = history.find((line) => line.version === codebook.version && line.hash !== hash);
  if (taken)
    throw new SynopticError(
      'bad-codebook',
      `version ${codebook.version} is that of another content already; write ${nextVersion(codebook.version, history)} or a higher one.`,
      { subject: 'version' },
    );
  const saved = await saveCodebookVersion(
    store,
    {
      id: codebook.id,
      version: codebook.version,
      hash,
      json: JSON.stringify(codebook),
      ...(note === undefined || note === '' ? {} : { note }),
    },
    now(),
  );
  return { number: saved.number, at: saved.at };
}

/** A version number nobody has taken: the last figure counted up. 1.0.0 → 1.0.1 */
export function nextVersion(version: string, taken: readonly { version: string }[]): string {
  const [major = 1, minor = 0, patch = 0] = version.split('.').map(Number);
  for (let next = patch + 1; ; next++) {
    const candidate = `${major}.${minor}.${next}`;
    if (!taken.some((line) => line.version === candidate)) return candidate;
  }
}

/** Puts an old version in force again, by saving it once more. */
export async function restoreCodebook(ports: Pick<Ports, 'store' | 'now'>, id: string, number: number): Promise<void> {
  const { store, now } = ports;
  if (number === 0) {
    await codebookAt(store, id, 0);
    await withdrawCodebook(store, id, now());
    return;
  }
  const codebook = await codebookAt(store, id, number);
  await saveCodebook(ports, codebook, { note: `as version ${number} was` });
}

/** Takes an own codebook out of use; its versions stay. @throws SynopticError `unknown-id` */
export async function withdraw({ store, now }: Pick<Ports, 'store' | 'now'>, id: string): Promise<void> {
  await codebookAt(store, id);
  await withdrawCodebook(store, id, now());
}
