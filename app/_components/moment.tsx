import { momentText } from '#lib/text/moments';
import type { Timestamp } from '#lib/types';

export { daysText, momentText } from '#lib/text/moments';

/** Always in UTC, so that the same page says the same everywhere. */
export function Moment({ at, withTime = true }: { at: Timestamp; withTime?: boolean }) {
  return <time dateTime={at}>{momentText(at, withTime)}</time>;
}
