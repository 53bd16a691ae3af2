import { codebookHash } from '#lib/framing/codebook';
import { type Point, pointsByText, seriesOf, type TimedCount } from '#lib/framing/series';
import type { Cut } from '#lib/framing/voice-table';
import { getArticles } from '#lib/store/articles';
import type { Store } from '#lib/store/open-store';
import { type OutletText, outletTexts } from '#lib/store/outlet-texts';
import { listOutlets } from '#lib/store/outlets';
import { listVerdicts } from '#lib/store/verdicts';
import { sameLanguage } from '#lib/text/language-tags';
import type { Article, Codebook, CodebookStamp, Outlet, Verdict } from '#lib/types';
import { codebooksInForce } from './codebooks-in-force';
import { countTexts } from './count-texts';

export type By = 'day' | 'week' | 'story';

export type Asked = {
  outlet?: string;
  codebook?: string;
  /** Frame or label; default: the codebook's first. */
  code?: string;
  by: By;
  cut: Cut;
  /** Key of the point whose sentences are listed. */
  point?: string;
};

/** What a person can choose, and what was chosen. */
export type OutletFraming = {
  outlets: Outlet[];
  codebooks: Codebook[];
  outlet?: Outlet;
  codebook: Codebook;
  stamp: CodebookStamp;
  code: { id: string; label: string; kind: 'frame' | 'label' };
  /** `key` names a point in an address: its first day, or the text's id. */
  points: (Point & { key: string; text?: OutletText })[];
  /** Texts counted, and texts of the outlet in other languages than the codebook's, of those looked through. */
  texts: number;
  otherLanguage: number;
  /** No more than MOST_TEXTS of the newest are looked through. */
  isCut: boolean;
  opened?: { key: string; articles: Article[]; verdicts: Verdict[]; storyOf: Map<string, string> };
};

export const MOST_TEXTS = 600;
const MOST_POINTS: Record<By, number> = { day: 31, week: 26, story: 40 };

/** One code in one outlet's stored texts: by day, by week, or text by text. Unknown ids fall back to the first there is. */
export async function outletFraming(store: Store, asked: Asked): Promise<OutletFraming> {
  const outlets = await listOutlets(store);
  const codebooks = await codebooksInForce(store);
  const codebook = codebooks.find(({ id }) => id === asked.codebook) ?? codebooks.find(({ id }) => id === 'generic');
  if (codebook === undefined) throw new Error('No codebook is shipped.');
  const code = codesOf(codebook).find(({ id }) => id === asked.code) ?? codesOf(codebook)[0];
  if (code === undefined) throw new Error(`The codebook ${codebook.id} has no code.`);
  const outlet = outlets.find(({ id }) => id === asked.outlet);
  const stamp = { id: codebook.id, version: codebook.version, hash: codebookHash(codebook) };
  const empty = { outlets, codebooks, codebook, stamp, code, points: [], texts: 0, otherLanguage: 0, isCut: false };
  if (outlet === undefined) return empty;

  const all = await outletTexts(store, { outletId: outlet.id, limit: MOST_TEXTS });
  const own = all.filter(({ language }) => language === undefined || sameLanguage(language, codebook.lang));
  const counts = await countTexts(store, asked.by === 'story' ? own.slice(0, MOST_POINTS.story) : own, codebook);
  const byId = new Map(own.map((text) => [text.id, text]));
  const timed = counts.flatMap((count): TimedCount[] => {
    const text = byId.get(count.articleId);
    return text ? [{ at: text.sortAt, count }] : [];
  });
  const points = pointsOf(timed, code.id, asked, byId);
  return {
    ...empty,
    outlet,
    points,
    texts: points.reduce((sum, point) => sum + point.counts.length, 0),
    otherLanguage: all.length - own.length,
    isCut: all.length === MOST_TEXTS,
    ...(await openedPoint(store, points, asked.point, byId)),
  };
}

export function codesOf(codebook: Codebook): OutletFraming['code'][] {
  return [
    ...codebook.frames.map(({ id, label }) => ({ id, label, kind: 'frame' as const })),
    ...codebook.concepts.flatMap(({ labels }) =>
      labels.map(({ id, label }) => ({ id, label: `“${label}”`, kind: 'label' as const })),
    ),
  ];
}

function pointsOf(timed: TimedCount[], code: string, { by, cut }: Asked, byId: Map<string, OutletText>) {
  if (by !== 'story') {
    return seriesOf(timed, code, by, cut, MOST_POINTS[by]).map((point) => ({ ...point, key: point.start }));
  }
  return pointsByText(timed, code, cut).flatMap((point) => {
    const text = byId.get(point.counts[0]?.articleId ?? '');
    return text ? [{ ...point, key: text.id, text }] : [];
  });
}

async function openedPoint(
  store: Store,
  points: OutletFraming['points'],
  key: string | undefined,
  byId: Map<string, OutletText>,
): Promise<Pick<OutletFraming, 'opened'>> {
  const point = points.find((each) => each.key === key);
  if (point === undefined) return {};
  const ids = point.counts.map(({ articleId }) => articleId);
  const articles = await getArticles(store, ids);
  const stories = ids.flatMap((id): [string, string][] => {
    const storyId = byId.get(id)?.storyId;
    return storyId === undefined ? [] : [[id, storyId]];
  });
  return {
    opened: { key: point.key, articles, verdicts: await listVerdicts(store, articles), storyOf: new Map(stories) },
  };
}
