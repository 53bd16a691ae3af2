/** The number of a version in an address; undefined for anything else. */
export function numberIn(value: string | string[] | undefined): number | undefined {
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}
