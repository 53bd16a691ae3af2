/** How many of each have changed. */
type Counts = { added: number; updated: number; left: number };

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "three outlets added, two texts updated"; "nothing has changed". */
export function changesWords({ added, updated, left }: Counts): string {
  const parts = [
    added > 0 ? `${counted(added, 'outlet')} added` : '',
    updated > 0 ? `${counted(updated, 'text')} updated` : '',
    left > 0 ? `${counted(left, 'text')} no longer in the story` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing has changed' : parts.join(', ');
}

function counted(count: number, one: string): string {
  return `${SMALL[count] ?? count} ${count === 1 ? one : `${one}s`}`;
}
