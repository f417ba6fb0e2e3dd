import {
  addRanges,
  compare,
  error,
  exact,
  formatExact,
  hull,
  multiplyRanges,
  type Range,
  subtract,
  ZERO,
} from '../../value/index.js';
import { nearest } from '../names.js';
import { own } from '../own.js';
import type { Formula } from './ast.js';
import { AlreadyReported, bounded, type Checking, noneOf, numberType, refuse } from './checking.js';
import {
  CODE,
  type Expression,
  FLAG,
  type NumberExpression,
  type NumberFacts,
  type Type,
} from './expression.js';
import type { ColumnType, KeyType, TableType } from './names.js';
import { printFormula } from './print.js';
import { Refused } from './refused.js';

type Of<K extends Formula['kind']> = Formula & { readonly kind: K };

function found<T>(
  of: T | 'unknown' | 'broken',
  code: string,
  key: string,
  id: string,
  known: readonly string[],
  at: number,
): T {
  if (of === 'broken') throw new AlreadyReported();
  if (of !== 'unknown') return of;
  const near = nearest(id, known);
  return refuse(code, near === null ? { [key]: id } : { [key]: id, near }, at);
}

/** The date behind `at`, not before the first layer. Without it: `as_of`. */
function dateOf(
  c: Checking,
  dated: Formula | undefined,
  of: { readonly dated: boolean; readonly earliest?: number },
  name: string,
  at: number,
): Expression | undefined {
  if (dated !== undefined && !of.dated) return refuse('rules.notDated', { name }, dated.at);
  const date = dated === undefined ? undefined : c.date(dated);
  if (of.earliest === undefined) return date;
  const { low } = date?.range ?? c.names.asOf;
  const first = exact(BigInt(of.earliest));
  if (compare(low, first) < 0)
    return refuse(
      'rules.dateBeforeFirst',
      { name, days: formatExact(subtract(first, low)) },
      dated?.at ?? at,
    );
  return date;
}

export function parameter(c: Checking, f: Of<'name'>): Expression {
  const known = c.names.parameter(f.id);
  if (known === 'unknown' && f.dated !== undefined && c.names.meaning(f.id) !== 'unknown')
    return refuse('rules.notDated', { name: f.id }, f.dated.at);
  const { unit, range, places, size, ...about } = found(
    known,
    'rules.unknownName',
    'name',
    f.id,
    [...c.names.parameters, ...c.names.known],
    f.at,
  );
  const date = dateOf(c, f.dated, about, f.id, f.at);
  const e: Expression & NumberFacts & { readonly kind: 'parameter' } = {
    kind: 'parameter',
    id: f.id,
    site: printFormula(f),
    type: numberType(unit),
    range,
    places,
    size,
    ...(date === undefined ? {} : { dated: date, ...noneOf(date) }),
  };
  return e;
}

export function lookup(c: Checking, f: Of<'lookup'>): Expression {
  const table = found(c.names.table(f.table), 'rules.unknownTable', 'table', f.table, c.names.tables, f.at);
  if (table.keys.length !== f.keys.length) {
    const count = table.keys.length;
    return refuse('rules.arguments', { name: f.table, found: f.keys.length, needed: String(count) }, f.at);
  }
  const name = f.column ?? '';
  const column = own(table.columns, name);
  if (column === undefined) return unknownColumn(table, f);
  const keys = f.keys.map((key, i) => keyOf(c, key, table.keys[i] as KeyType));
  const date = dateOf(c, f.dated, table, f.table, f.at);
  return {
    kind: 'lookup',
    table: f.table,
    column: name,
    keys,
    site: printFormula(f),
    type: column.type,
    ...numberFacts(table, column, keys),
    ...(date === undefined ? {} : { dated: date }),
    ...noneOf(...keys, ...(date === undefined ? [] : [date])),
  };
}

function unknownColumn(table: TableType, f: Of<'lookup'>): never {
  const columns = Object.keys(table.columns);
  const near = f.column === undefined ? null : nearest(f.column, columns);
  const values = { table: f.table, column: f.column ?? '', columns: columns.join(', ') };
  return refuse('rules.unknownColumn', near === null ? values : { ...values, near }, f.places?.[0] ?? f.at);
}

function keyOf(c: Checking, f: Formula, key: KeyType): Expression {
  const type: Type | null =
    key.kind === 'flag' ? FLAG : key.kind === 'code' ? CODE : key.kind === 'choice' ? key : null;
  if (type !== null) return c.whole(f, type);
  const e = c.number(f, { kind: 'anyNumber' });
  if (e.places !== 0) throw new Refused(error('rules.keyNotWhole'), f.at);
  const { low, high, open, otherwise } = key as KeyType & { readonly kind: 'whole' };
  const inside =
    compare(e.range.low, exact(BigInt(low))) >= 0 &&
    (open || compare(e.range.high, exact(BigInt(high))) <= 0);
  if (inside || otherwise) return e;
  const values = {
    low,
    high: open ? '' : high,
    from: formatExact(e.range.low),
    to: formatExact(e.range.high),
  };
  return refuse('rules.keyOutside', values, f.at);
}

/** The range of the cells, wider where keys beyond the last row add to it. */
function numberFacts(
  table: TableType,
  column: ColumnType,
  keys: readonly Expression[],
): Partial<NumberFacts> {
  if (column.range === undefined) return {};
  const { places, size } = column;
  const last = table.keys.at(-1);
  const key = keys.at(-1) as NumberExpression | undefined;
  if (table.eachMore === undefined || last?.kind !== 'whole' || key === undefined)
    return { range: column.range, places, size };
  const beyond = subtract(key.range.high, exact(BigInt(last.high)));
  if (compare(beyond, ZERO) <= 0) return { range: column.range, places, size };
  const more = multiplyRanges({ low: ZERO, high: beyond }, table.eachMore);
  return { range: hull(column.range, addRanges(column.range, more)), places, size };
}

export function marginal(c: Checking, f: Of<'marginal'>): Expression {
  const schedule = found(
    c.names.schedule(f.schedule),
    'rules.unknownSchedule',
    'schedule',
    f.schedule,
    c.names.schedules,
    f.places?.[0] ?? f.at,
  );
  if (schedule.keys.length !== f.keys.length) {
    const count = schedule.keys.length;
    return refuse('rules.arguments', { name: f.schedule, found: f.keys.length, needed: String(count) }, f.at);
  }
  const keys = f.keys.map((key, i) =>
    c.whole(key, { kind: 'choice', choice: (schedule.keys[i] as { readonly choice: string }).choice }),
  );
  const of = c.number(f.of, numberType(schedule.unit));
  const date = dateOf(c, f.dated, schedule, f.schedule, f.at);
  const range: Range = schedule.over(of.range);
  const places = of.places === null ? null : of.places + schedule.places;
  return bounded(
    {
      kind: 'marginal',
      schedule: f.schedule,
      keys,
      of,
      type: numberType(schedule.unit),
      range,
      places,
      size: of.size + schedule.places,
      ...(date === undefined ? {} : { dated: date }),
      ...noneOf(of, ...keys, ...(date === undefined ? [] : [date])),
    } as const,
    f.at,
  );
}
