import { performance } from 'node:perf_hooks';
import { feedsDone, type ReadingProgress } from '#lib/pipeline/reading-progress';

type Output = { isTTY?: boolean; columns?: number; write(text: string): unknown };

/** A terminal's line is written over in place, a few times a second; a file gets a line of its own now and then. */
const EVERY_MS = { terminal: 200, file: 5_000 };

/** Shows how far a refresh is, on one line. */
export function progressLine(output: Output): { show(progress: ReadingProgress): void; end(): void } {
  const isTerminal = output.isTTY === true;
  let shownAt = Number.NEGATIVE_INFINITY;
  let latest: ReadingProgress | undefined;
  const print = (progress: ReadingProgress) => {
    const text = progressText(progress);
    output.write(isTerminal ? `\r\u001B[K${text.slice(0, (output.columns ?? 80) - 1)}` : `${text}\n`);
  };
  return {
    show(progress) {
      latest = progress;
      const now = performance.now();
      if (now - shownAt < (isTerminal ? EVERY_MS.terminal : EVERY_MS.file)) return;
      shownAt = now;
      print(progress);
    },
    end() {
      if (latest) print({ ...latest, now: [] });
      if (isTerminal) output.write('\n');
    },
  };
}

/** "412 of 1000 feeds, 31 failed · 3,201 new articles · reading Harbour Post, Island Wire, 22 more" */
export function progressText(progress: ReadingProgress): string {
  const { feeds, articles, pages, total, now } = progress;
  const failed = feeds.failed + feeds.retired;
  const parts = [`${feedsDone(progress)} of ${total} feeds${failed > 0 ? `, ${failed} failed` : ''}`];
  parts.push(`${articles.new} new articles${articles.changed > 0 ? `, ${articles.changed} changed` : ''}`);
  const again = pages.unchanged + pages.changed + pages.failed;
  if (again > 0) parts.push(`${again} pages read again`);
  const [first, second, ...more] = now;
  if (first !== undefined) {
    const names = [first, second, more.length > 0 ? `${more.length} more` : undefined];
    parts.push(`reading ${names.filter((name) => name !== undefined).join(', ')}`);
  }
  return parts.join(' · ');
}
