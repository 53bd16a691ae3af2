import type { Columns } from './features';
import type { SecondFeature } from './weights';

/**
 * What the second pass adds, from the first pass's probabilities: how a pair stands among its rivals.
 *
 * - `evidence`: log-odds of the first pass
 * - `rival`, `weakerRival`: best other probability of its row and of its column, the larger and the smaller of the two
 * - `diagonal`: best of the pairs one up and one down in both texts: passages are told in the same order more often than not
 * - `beside`: best of the four pairs that share a paragraph with it and touch it
 * - `crowd`: summed probabilities of its row and column
 * - `company`: 0 where links are expected elsewhere, in other rows and columns, for every second paragraph of the shorter text
 *   or more; below 0 where there are fewer, down to −2.4: between strangers the one good-looking pair is chance
 */
export function secondColumns(first: Float64Array, rows: number, width: number): Columns<SecondFeature> {
  const at = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < rows && column < width ? (first[row * width + column] ?? 0) : 0;
  const top = topTwo(first, rows, width);
  const cells = () => new Float64Array(first.length);
  const columns = {
    evidence: cells(),
    rival: cells(),
    weakerRival: cells(),
    diagonal: cells(),
    beside: cells(),
    crowd: cells(),
    company: cells(),
  };
  const everything = first.reduce((sum, value) => sum + value, 0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const own = at(row, column);
      const inRow = top.row.rival(row, own);
      const inColumn = top.column.rival(column, own);
      columns.evidence[cell] = Math.log((own + 1e-9) / (1 - own + 1e-9));
      columns.rival[cell] = Math.max(inRow, inColumn);
      columns.weakerRival[cell] = Math.min(inRow, inColumn);
      columns.diagonal[cell] = Math.max(at(row - 1, column - 1), at(row + 1, column + 1));
      columns.beside[cell] = Math.max(
        at(row, column - 1),
        at(row, column + 1),
        at(row - 1, column),
        at(row + 1, column),
      );
      const crowd = top.row.sum(row) + top.column.sum(column);
      columns.crowd[cell] = crowd;
      const elsewhere = Math.max(0, everything - crowd + own);
      columns.company[cell] = Math.min(0, Math.log((0.05 + elsewhere / Math.max(1, Math.min(rows, width) - 1)) / 0.55));
    }
  }
  return columns;
}

type Line = { best: number; second: number; sum: number };

function topTwo(cells: Float64Array, rows: number, width: number) {
  const lines = (length: number): Line[] => Array.from({ length }, () => ({ best: 0, second: 0, sum: 0 }));
  const [row, column] = [lines(rows), lines(width)];
  for (const [cell, value] of cells.entries()) {
    for (const line of [row[Math.floor(cell / width)], column[cell % width]]) {
      if (!line) continue;
      line.sum += value;
      if (value > line.best) {
        line.second = line.best;
        line.best = value;
      } else line.second = Math.max(line.second, value);
    }
  }
  const view = (all: Line[]) => ({
    rival: (index: number, own: number) => (own === all[index]?.best ? all[index].second : (all[index]?.best ?? 0)),
    sum: (index: number) => all[index]?.sum ?? 0,
  });
  return { row: view(row), column: view(column) };
}
