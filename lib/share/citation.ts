import type { Comparison, Timestamp } from '#lib/types';

/**
 * A plain citation of a frozen comparison: title, outlets, tool and version, day, address.
 * "“Leaders speak by phone”: 6 texts compared (A, B, C …). Synoptic 0.1.0, 24 February 2025. https://…/c/abc"
 */
export function citation(comparison: Comparison, frozenAt: Timestamp, address: string): string {
  const outlets = [...new Set(comparison.articles.map((article) => article.outletName))];
  const named =
    outlets.length > 8 ? `${outlets.slice(0, 8).join(', ')} and ${outlets.length - 8} more` : outlets.join(', ');
  return `“${comparison.title}”: ${comparison.articles.length} texts compared (${named}). ${toolName(comparison)}, ${day(frozenAt)}. ${address}`;
}

/** "Synoptic 0.1.0" */
export function toolName({ software: { name, version } }: Pick<Comparison, 'software'>): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${version}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function day(at: Timestamp): string {
  const [year, month, date] = at.slice(0, 10).split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
