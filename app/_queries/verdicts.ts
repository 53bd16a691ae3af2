import { type Judgement, judgeHit } from '#lib/pipeline/judge-hit';
import { tallyVerdicts, type VerdictTally } from '#lib/store/verdicts';
import { needWrite } from './permission';
import { ports } from './ports';

export type { VerdictTally } from '#lib/store/verdicts';

/** @throws SynopticError `not-allowed`, `bad-input`, `unknown-id` */
export async function judge(judgement: Judgement): Promise<void> {
  await needWrite();
  await judgeHit(await ports(), judgement);
}

/** What readers of this installation have said of hits, by codebook and code. */
export async function verdictTallies(): Promise<VerdictTally[]> {
  return tallyVerdicts((await ports()).store);
}
