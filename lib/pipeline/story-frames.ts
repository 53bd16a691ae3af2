import { setTimeout as pause } from 'node:timers/promises';
import { copyGroups } from '#lib/comparison/text-copies';
import { SynopticError } from '#lib/errors';
import { codebookHash } from '#lib/framing/codebook';
import { withoutCopies } from '#lib/framing/copies';
import { type Coding, findCodings } from '#lib/store/codings';
import { inBatches } from '#lib/store/columns';
import type { Store } from '#lib/store/open-store';
import type { StorySummary } from '#lib/store/stories';
import { type StoryText, storyTexts } from '#lib/store/story-texts';
import { sameLanguage } from '#lib/text/language-tags';
import type { Codebook } from '#lib/types';
import { CODED_AT_ONCE, codeArticles } from './code-articles';
import { codebooksInForce } from './codebooks-in-force';
import { MOST_ARTICLES } from './compare-stored';
import type { Ports } from './ports';

/**
 * In how many outlets of a story each frame stands, and in how many sentences of theirs. `of`, `ofSentences`: those counted. Frames
 * nobody has are left out.
 */
export type StoryFrames = {
  codebook: string;
  title: string;
  of: number;
  ofSentences: number;
  frames: { label: string; outlets: number; sentences: number }[];
};

/** A line to scan, not a chart: the four with most sentences. */
const MOST_FRAMES = 4;
/** A list of stories waits no longer than this for texts that were never counted; the next one has them. */
const PATIENCE_MS = 1_500;

type FramePorts = Pick<Ports, 'store' | 'coder'>;
type Listed = Pick<StorySummary, 'id' | 'outletCount'>;

/**
 * What the framing view of each story opens with, as one line: its codebook, its texts, copies once, frames people agree on. A text is counted
 * the first time a list shows it, and read from then on; counting at ingest was left out, since most texts never stand in a list.
 * Stories of which fewer than two outlets are counted are not in the answer.
 */
export async function storyFrames(
  ports: FramePorts,
  stories: readonly Listed[],
  { patienceMs = PATIENCE_MS }: { patienceMs?: number } = {},
): Promise<Map<string, StoryFrames>> {
  const { store } = ports;
  const several = stories.filter(({ outletCount }) => outletCount > 1);
  if (several.length === 0) return new Map();
  const all = await storyTexts(
    store,
    several.map(({ id }) => id),
  );
  const general = (await codebooksInForce(store)).filter(({ about, frames }) => !about && frames.length > 0);
  const planned = several.flatMap((story) => {
    const shown = all.filter(({ storyId }) => storyId === story.id).slice(0, MOST_ARTICLES);
    // Of a story told in two languages the one that more texts are in; of two codebooks of a language the first, as in the framing view.
    const [most] = general
      .map((codebook) => ({ story, codebook, texts: countable(shown, codebook) }))
      .sort((a, b) => b.texts.length - a.texts.length);
    return most === undefined || most.texts.length < 2 ? [] : [most];
  });
  const frames = new Map<string, StoryFrames>();
  for (const codebook of new Set(planned.map((plan) => plan.codebook))) {
    const plans = planned.filter((plan) => plan.codebook === codebook);
    const ids = plans.flatMap((plan) => plan.texts.map(({ articleId }) => articleId));
    const codings = await codingsOf(ports, ids, codebook, patienceMs);
    for (const plan of plans) {
      const line = frameLine(plan.texts, codings, codebook);
      if (line !== undefined) frames.set(plan.story.id, line);
    }
  }
  return frames;
}

function countable(texts: readonly StoryText[], { lang }: Codebook): StoryText[] {
  return texts.filter(({ isWhole, language = 'en' }) => isWhole && sameLanguage(language, lang));
}

async function codingsOf(
  ports: FramePorts,
  ids: readonly string[],
  codebook: Codebook,
  patienceMs: number,
): Promise<Map<string, Coding>> {
  const hash = codebookHash(codebook);
  const read = async () => new Map((await findCodings(ports.store, hash, ids)).map((each) => [each.articleId, each]));
  const known = await read();
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const waiting = new AbortController();
  const coded = codeOnce(ports, missing, codebook).finally(() => waiting.abort());
  await Promise.race([coded, pause(patienceMs, undefined, { signal: waiting.signal }).catch(() => undefined)]);
  return read();
}

const underWay = new WeakMap<Store, Map<string, Promise<void>>>();

// Twenty readers who open a list at the same moment would have every text counted twenty times: while a codebook is counted, all wait for that.
function codeOnce(ports: FramePorts, ids: readonly string[], codebook: Codebook): Promise<void> {
  const running = underWay.get(ports.store) ?? new Map<string, Promise<void>>();
  underWay.set(ports.store, running);
  const hash = codebookHash(codebook);
  const known = running.get(hash);
  if (known !== undefined) return known;
  const started = codeAll(ports, ids, codebook).finally(() => running.delete(hash));
  running.set(hash, started);
  return started;
}

// A codebook that cannot be run, or a thread that is busy, leaves a list without this line and never without its stories.
async function codeAll(ports: FramePorts, ids: readonly string[], codebook: Codebook): Promise<void> {
  try {
    for (const batch of inBatches(ids, CODED_AT_ONCE)) await codeArticles(ports, batch, codebook);
  } catch (error) {
    if (!(error instanceof SynopticError)) console.error(error);
  }
}

function frameLine(
  texts: readonly StoryText[],
  codings: ReadonlyMap<string, Coding>,
  codebook: Codebook,
): StoryFrames | undefined {
  const counted = texts.flatMap((text) => {
    const coding = codings.get(text.articleId);
    return coding === undefined ? [] : [{ ...text, coding }];
  });
  // Half of a story counted would say "2 of 3" of five outlets: all of it or nothing.
  if (counted.length < texts.length) return undefined;
  const copies = texts.flatMap(({ articleId, copyOf: of }) => (of === undefined ? [] : [{ articleId, of }]));
  const { counts: once } = withoutCopies(counted, copyGroups(copies));
  const of = new Set(once.map(({ outletId }) => outletId)).size;
  if (of < 2) return undefined;
  const all = codebook.frames
    .filter(({ exploratory }) => !exploratory)
    .map(({ id, label }) => {
      const found = once.flatMap(({ outletId, coding }) => {
        const k = coding.counts.find(({ code }) => code === id)?.sentences ?? 0;
        return k === 0 ? [] : [{ outletId, k }];
      });
      const outlets = new Set(found.map(({ outletId }) => outletId)).size;
      return { label, outlets, sentences: found.reduce((sum, { k }) => sum + k, 0) };
    });
  const most = [...all].sort((a, b) => b.sentences - a.sentences).slice(0, MOST_FRAMES);
  return {
    codebook: codebook.id,
    title: codebook.title,
    of,
    ofSentences: once.reduce((sum, { coding }) => sum + coding.sentences, 0),
    frames: all.filter((frame) => frame.outlets > 0 && most.includes(frame)),
  };
}
