import { mayWrite } from '../_queries/permission';
import { readings } from '../_queries/reading';
import { ReadingLive } from './reading-live';

/**
 * How far the reading of feeds is, for any page. With JavaScript it follows; without, it shows the moment the page was made.
 * @param always also a run that has ended; otherwise nothing is shown unless feeds are being read
 */
export async function ReadingPanel({ always = false, details = false }: { always?: boolean; details?: boolean }) {
  const [initial, mayStop] = await Promise.all([readings(), mayWrite()]);
  return <ReadingLive initial={initial} mayStop={mayStop} always={always} details={details} />;
}
