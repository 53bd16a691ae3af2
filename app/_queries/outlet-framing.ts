import { type Asked, type OutletFraming, outletFraming } from '#lib/pipeline/outlet-framing';
import { ports } from './ports';

export { type By, codesOf, type OutletFraming } from '#lib/pipeline/outlet-framing';

/** One code in one outlet's stored texts over time. */
export async function openOutletFraming(asked: Asked): Promise<OutletFraming> {
  return outletFraming((await ports()).store, asked);
}
