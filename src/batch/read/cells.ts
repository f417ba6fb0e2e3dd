import type { Cell } from '../table.js';

export const BLANK: Cell = { kind: 'blank', text: '' };

const SHORT = 24;
const MOST_KEPT = 50_000;

/**
 * Gives text cells, one object for each short text: a roster repeats the same school, class and sex a million times,
 * and the table must fit into memory.
 */
export class TextCells {
  private readonly kept = new Map<string, Cell>();

  of(text: string): Cell {
    if (text === '') return BLANK;
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    const cell: Cell = { kind: 'text', text };
    if (text.length <= SHORT && this.kept.size < MOST_KEPT) this.kept.set(text, cell);
    return cell;
  }
}

/** `A`, `B` … `Z`, `AA` … of columns 1, 2 … */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
