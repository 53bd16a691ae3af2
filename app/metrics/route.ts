import { type Metric, metrics } from '../_queries/metrics';
import { answer } from '../api/_serve';

/** Figures for Prometheus: for the owner, or on loopback. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const text = `${(await metrics()).flatMap(linesOf).join('\n')}\n`;
    return new Response(text, {
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  });
}

export const HEAD = GET;

function linesOf({ name, help, values }: Metric): string[] {
  const rows = values.map(({ labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([key, each]) => `${key}="${each.replace(/[\\"\n]/g, '\\$&')}"`);
    return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...rows];
}
