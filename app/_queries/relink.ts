import { type ParagraphPlace, relinkParagraphs } from '#lib/pipeline/relink-paragraphs';
import { needWrite } from './permission';
import { ports } from './ports';

/** @throws SynopticError `not-allowed`, `bad-input` */
export async function relink(said: {
  a: ParagraphPlace;
  b: ParagraphPlace;
  linked: boolean | undefined;
}): Promise<void> {
  await needWrite();
  await relinkParagraphs(await ports(), said);
}
