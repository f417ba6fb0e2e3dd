import { countAt, type Members, textAt } from './json.js';
import type { Spot } from './report.js';

export function spotAt(of: Members): Spot {
  const sheet = textAt(of, 'sheet');
  return { file: textAt(of, 'file'), ...(sheet === '' ? {} : { sheet }), row: countAt(of, 'row') };
}

/** A place as a text to be sorted by: rows in the order of their numbers. */
export const spotKey = ({ file, sheet = '', row = 0 }: Spot): string =>
  `${file}\u0000${sheet}\u0000${String(row).padStart(9, '0')}`;
