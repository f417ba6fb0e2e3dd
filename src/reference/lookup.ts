import type {
  Expression,
  Layers,
  LinkedColumn,
  LinkedKey,
  LinkedParameter,
  LinkedSchedule,
  LinkedShape,
  LinkedSlices,
  LinkedTable,
  Meant,
  Type,
} from '../rules/index.js';
import {
  type CivilDate,
  compareDates,
  type Exact,
  fromExact,
  larger,
  minus,
  order,
  plus,
  type Quotient,
  smaller,
  times,
  written,
} from '../value/index.js';
import type { Case, Place } from './case.js';
import { NOTHING, type Present, strict, whole } from './meant.js';

type Of<K extends Expression['kind']> = Expression & { readonly kind: K };

/** The layer in force on a date: the last one that begins by then; `undefined` before the first. */
export function inForce<T>(layers: Layers<T>, on: CivilDate): T | undefined {
  return layers.filter(({ from }) => from === null || compareDates(from, on) <= 0).at(-1)?.is;
}

/** The keys, and on which date: as the formula says, else `as_of`. */
function asked(
  e: { readonly keys?: readonly Expression[]; readonly dated?: Expression },
  at: Case,
  place: Place,
  find: (keys: readonly Present[], on: CivilDate) => Meant,
): Meant {
  const ask = (x: Expression): Meant => at.expression(x, place);
  const on = e.dated === undefined ? at.moment.asOf : ask(e.dated);
  return strict([...(e.keys ?? []).map(ask), on], (all) => find(all.slice(0, -1), all.at(-1) as CivilDate));
}

/** `t[k, …].column at date`. */
export function tableCell(e: Of<'lookup'>, at: Case, place: Place): Meant {
  const table = at.rules.tables.find(({ id }) => id === e.table) as LinkedTable;
  const column = table.columns.find(({ name }) => name === e.column) as LinkedColumn;
  return asked(e, at, place, (keys, on) => {
    const cells = inForce(column.layers, on);
    const rows = table.keys.map((key, i) => rowOf(key, keys[i] as Present, lastHasMore(table, i)));
    const index = rows.reduce((sum, { row }, i) => sum * (table.keys[i] as LinkedKey).size + row, 0);
    const cell = cells === undefined ? column.before : cells[index];
    if (cell === 'unknown' || cell === undefined)
      return at.cell(e.site + place.suffix, shapeOfCell(at, column));
    const beyond = cells === undefined ? NOTHING : (rows.at(-1)?.beyond ?? NOTHING);
    return inTypeOf(column.type, cell, times(beyond, fromExact(table.eachMore ?? { n: 0n, d: 1n })));
  });
}

const lastHasMore = (table: LinkedTable, key: number): boolean =>
  key === table.keys.length - 1 && table.eachMore !== undefined;

/** The row of a key, and how far a whole number lies beyond the last row that it is added to for. */
function rowOf(
  key: LinkedKey,
  value: Present,
  added: boolean,
): { readonly row: number; readonly beyond: Quotient } {
  const found = (row: number, beyond = NOTHING) => ({ row, beyond });
  const outside = found(key.size - 1);
  switch (key.kind) {
    case 'choice':
      return found(value as number);
    case 'flag':
      return found(value === true ? 1 : 0);
    case 'code': {
      const { code } = value as { readonly code: string };
      const fits = (one: string): boolean => (key.prefix ? code.startsWith(one) : code === one);
      const [longest] = key.codes.filter(fits).sort((a, b) => b.length - a.length);
      return longest === undefined ? outside : found(key.codes.indexOf(longest));
    }
    case 'whole': {
      const number = value as Quotient;
      if (order(number, whole(key.low)) < 0) return outside;
      if (order(number, whole(key.high)) <= 0) return found(Number(written(number)) - key.low);
      if (added) return found(key.high - key.low, minus(number, whole(key.high)));
      return key.more ? found(key.high - key.low) : outside;
    }
  }
}

function inTypeOf(type: Type, cell: Exact, more: Quotient): Meant {
  if (type.kind === 'flag') return cell.n === 1n;
  return type.kind === 'choice' ? Number(cell.n) : plus(fromExact(cell), more);
}

function shapeOfCell(at: Case, { type, open }: LinkedColumn): LinkedShape {
  const options = type.kind === 'choice' ? (at.rules.choices[type.choice]?.options ?? at.rules.tierIds) : [];
  return { type, options, mayBeNone: false, ...open };
}

/** `p`, `p at date`. */
export function parameter(e: Of<'parameter'>, at: Case, place: Place): Meant {
  const one = at.rules.parameters.find(({ id }) => id === e.id) as LinkedParameter;
  return asked(e, at, place, (_, on) => {
    const value = inForce(one.layers, on) ?? one.before;
    if (value !== undefined && value !== 'unknown') return fromExact(value);
    return at.cell(e.site + place.suffix, { type: e.type, options: [], mayBeNone: false, ...one.open });
  });
}

/** `marginal(s[k], x)`: each slice of x at its rate; the first rate also below 0, and not below `at_least`. */
export function marginal(e: Of<'marginal'>, at: Case, place: Place): Meant {
  const schedule = at.rules.schedules.find(({ id }) => id === e.schedule) as LinkedSchedule;
  return asked({ ...e, keys: [...e.keys, e.of] }, at, place, (all, on) => {
    const row = schedule.keys.reduce((sum, { size }, i) => sum * size + (all[i] as number), 0);
    const rows = inForce(schedule.layers, on) ?? schedule.layers[0]?.is;
    return sumOfSlices((rows as readonly LinkedSlices[])[row] as LinkedSlices, all.at(-1) as Quotient);
  });
}

function sumOfSlices({ bands, last, atLeast }: LinkedSlices, x: Quotient): Quotient {
  let sum = NOTHING;
  let start = NOTHING;
  for (const [i, { upTo, rate }] of bands.entries()) {
    const end = smaller(x, fromExact(upTo));
    // Only the first slice reaches below its start.
    const length = i === 0 ? end : larger(minus(end, start), NOTHING);
    sum = plus(sum, times(length, fromExact(rate)));
    start = fromExact(upTo);
  }
  const rest = bands.length === 0 ? x : larger(minus(x, start), NOTHING);
  sum = plus(sum, times(rest, fromExact(last)));
  return atLeast === undefined ? sum : larger(sum, fromExact(atLeast));
}
