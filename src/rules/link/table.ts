import { decimalPlaces, type Exact, hull, only } from '../../value/index.js';
import type { TableDocument } from '../document.js';
import { FLAG, parseUnit, type Type } from '../formula/index.js';
import { LIMITS } from '../limits.js';
import { nearest } from '../names.js';
import type { LinkedTable } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/**
 * Settles a table: dense, every combination of its keys said or `otherwise`. Issues: `rules.unknownUnit`,
 * `rules.unknownChoice`, `rules.unknownOption`, `rules.tableShape`, `rules.rowsNotTotal`, `rules.limit`.
 */
export function linkTable(linker: Linker, id: string, document: TableDocument): LinkedTable | null {
  const path: Path = ['tables', id];
  if (parseUnit(document.unit, linker.units) === null)
    return linker.refuse('rules.unknownUnit', [...path, 'unit'], { unit: document.unit });
  const lists: (readonly string[])[] = [];
  const types: Type[] = [];
  for (const key of document.keys) {
    if (key.type === 'flag') {
      lists.push(['false', 'true']);
      types.push(FLAG);
    } else if (linker.choiceNamed(key.type) !== undefined) {
      lists.push(linker.options(key.type));
      types.push({ kind: 'choice', choice: key.type });
    } else {
      const near = nearest(key.type, linker.choiceNames());
      return linker.refuse(
        'rules.unknownChoice',
        [...path, 'keys'],
        near === null ? { choice: key.type } : { choice: key.type, near },
      );
    }
  }
  const sizes = lists.map((list) => list.length);
  const count = sizes.reduce((a, b) => a * b, 1);
  if (count > LIMITS.tableCells)
    return linker.refuse('rules.limit', path, { what: 'tableCells', most: LIMITS.tableCells });
  const cells: (Exact | undefined)[] = new Array(count).fill(
    document.otherwise === undefined ? undefined : linker.constant(document.otherwise),
  );
  for (const row of document.rows) {
    if (row.keys.length !== lists.length)
      return linker.refuse('rules.tableShape', [...path, 'rows', ...row.keys], { keys: lists.length });
    let index = 0;
    for (const [i, list] of lists.entries()) {
      const at = list.indexOf(row.keys[i] ?? '');
      if (at < 0) {
        const option = row.keys[i] ?? '';
        const near = nearest(option, list);
        return linker.refuse('rules.unknownOption', [...path, 'rows', ...row.keys.slice(0, i + 1)], {
          option,
          choice: document.keys[i]?.type as string,
          options: list.join(', '),
          ...(near === null ? {} : { near }),
        });
      }
      index = index * list.length + at;
    }
    cells[index] = linker.constant(row.value);
  }
  const hole = cells.indexOf(undefined);
  if (hole >= 0) {
    let rest = hole;
    const names = [...lists].reverse().map((list) => {
      const option = list[rest % list.length] as string;
      rest = (rest - (rest % list.length)) / list.length;
      return option;
    });
    return linker.refuse('rules.rowsNotTotal', [...path, 'rows'], {
      missing: names.reverse().join(', '),
    });
  }
  const values = cells as readonly Exact[];
  const range = values.map(only).reduce(hull);
  const largest = (a: number, b: number): number => (a > b ? a : b);
  const all = values.map(decimalPlaces);
  // A cell such as 10/3 stays a quotient and must be rounded before it is money.
  const places = all.some((one) => one === null) ? null : all.map((one) => one ?? 0).reduce(largest, 0);
  const size = values.map((value) => decimalPlaces(value) ?? String(value.d).length).reduce(largest, 0);
  return { id, keys: types, unit: document.unit, range, places, size, sizes, cells: values };
}
