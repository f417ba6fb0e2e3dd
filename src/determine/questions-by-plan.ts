import type { Cell } from '../plan/index.js';

/** What one cell comes to: its kind of outcome, and all of it, amounts and outputs included. */
export interface CellOutcome {
  readonly cell: Cell;
  readonly kind: string;
  readonly whole: string;
}

/**
 * The open inputs on which the outcome depends: those that move an amount or an output within a cell, and those in
 * which alone two cells of different outcome differ.
 */
export function decidingInputs(cells: readonly CellOutcome[]): ReadonlySet<number> {
  const found = new Set(cells.flatMap(({ cell }) => [...cell.moves]));
  const all = new Set([...found, ...cells.flatMap(({ cell }) => [...cell.segments.keys()])]);
  for (const [i, one] of cells.entries()) {
    for (let j = 0; j < i && found.size < all.size; j += 1) {
      const other = cells[j] as CellOutcome;
      if (one.whole === other.whole) continue;
      const apart = apartIn(one.cell, other.cell);
      if (apart !== null) found.add(apart);
    }
  }
  return found;
}

/** The one input in which two cells have no position in common, or `null` where there are several. */
function apartIn(a: Cell, b: Cell): number | null {
  let apart: number | null = null;
  for (const [input, { low, high }] of a.segments) {
    const other = b.segments.get(input);
    if (other === undefined || (other.low <= high && low <= other.high)) continue;
    if (apart !== null) return null;
    apart = input;
  }
  return apart;
}

/** Counts kinds of outcome that answers leave, looking at no more than so many cells in all. */
export class Leaving {
  private steps: number;

  constructor(steps: number) {
    this.steps = steps;
  }

  /**
   * How many kinds of outcome an answer to all of these open inputs together can at most leave, or `null` where that is
   * not below `most`, or the steps are used up.
   */
  below(most: number, cells: readonly CellOutcome[], inputs: readonly number[]): number | null {
    this.steps -= cells.length;
    if (this.steps < 0) return null;
    const kinds = new Set(cells.map(({ kind }) => kind)).size;
    const [input, ...others] = inputs;
    if (input === undefined || kinds === 1) return kinds < most ? kinds : null;
    let leaves = 0;
    for (const start of startsOf(cells, input)) {
      const left = cells.filter(({ cell }) => {
        const segment = cell.segments.get(input);
        return segment === undefined || (segment.low <= start && start <= segment.high);
      });
      const found = this.below(most, left, others);
      if (found === null) return null;
      if (found > leaves) leaves = found;
    }
    return leaves;
  }

  get exhausted(): boolean {
    return this.steps < 0;
  }
}

/**
 * Positions of an input to look at: where a cell begins. Between two of these cells only end, and fewer cells leave no
 * more kinds of outcome.
 */
function startsOf(cells: readonly CellOutcome[], input: number): ReadonlySet<bigint> {
  const starts = cells.flatMap(({ cell }) => cell.segments.get(input)?.low ?? []);
  return new Set(starts.length === 0 ? [0n] : starts);
}
