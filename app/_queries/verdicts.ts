import { type Judgement, judgeHit } from '#lib/pipeline/judge-hit';
import { tallyVerdicts } from '#lib/store/verdicts';
import { needWrite } from './permission';
import { ports } from './ports';

/** @throws SynopticError `not-allowed`, `bad-input`, `unknown-id` */
export async function judge(judgement: Judgement): Promise<void> {
  await needWrite();
  await judgeHit(await ports(), judgement);
}

export type JudgedCode = { key: string; codebook: string; code: string; right: number; wrong: number };

/** What readers of this installation have said of hits: by version of a codebook and code. */
export async function judgedCodes(): Promise<JudgedCode[]> {
  return (await tallyVerdicts((await ports()).store)).map(({ codebookId, codebook, code, right, wrong }) => ({
    key: `${codebook} ${code}`,
    codebook: `${codebookId}, ${codebook.slice(0, 12)}`,
    code,
    right,
    wrong,
  }));
}
