import type {
  Expression,
  Handle,
  Layers,
  LinkedColumn,
  LinkedKey,
  LinkedSlices,
  LinkedTable,
} from '../rules/index.js';
import { compare, compareDates, type Exact, exact, ONE, subtract, ZERO } from '../value/index.js';
import type { CoreBuilder } from './build.js';
import { byId } from './by-id.js';

type Of<K extends Expression['kind']> = Expression & { readonly kind: K };

/** What holds on a date: the layer begun last, or what held before the first. At `as_of` it is settled here. */
function inForce<T>(
  build: CoreBuilder,
  layers: Layers<T>,
  { dated, keys }: { readonly dated?: Expression | undefined; readonly keys: readonly Handle[] },
  lower: (is: T) => Handle,
  before: () => Handle | null,
): Handle {
  if (dated === undefined) {
    const begun = layers.filter(({ from }) => from === null || compareDates(from, build.asOf) <= 0).at(-1);
    const first = layers[0] as Layers<T>[number];
    return begun === undefined ? (before() ?? lower(first.is)) : lower(begun.is);
  }
  const day = build.expression(dated);
  const [first, ...later] = layers as readonly [Layers<T>[number], ...Layers<T>];
  const begun = lower(first.is);
  // Also where there is one layer alone: of a date that is missing there is no value.
  const start =
    first.from === null
      ? begun
      : build.select(build.compare('<=', build.day(first.from), day), begun, before() ?? begun);
  const held = later.reduce<Handle>((rest, { from, is }) => {
    if (from === null) return rest;
    return build.select(build.compare('<=', build.day(from), day), lower(is), rest);
  }, start);
  if (dated.maybeNone !== true) return held;
  // Of no date there is no value; a key that is missing goes before that.
  const absent = keys.reduce((rest, key) => build.select(build.isNone(key), rest, rest), build.none());
  return build.select(build.isNone(day), absent, held);
}

/** The value that only the world knows, one for each look-up. */
const unknownCell = (build: CoreBuilder, site: string): Handle =>
  build.input('cell', `${site}${build.sight.suffix}`);

export function lowerParameter(build: CoreBuilder, e: Of<'parameter'>): Handle {
  const { layers, before } = byId(build.rules.parameters, e.id);
  return inForce(
    build,
    layers,
    { dated: e.dated, keys: [] },
    (value) => build.constant(value),
    () =>
      before === undefined
        ? null
        : before === 'unknown'
          ? unknownCell(build, e.site)
          : build.constant(before),
  );
}

export function lowerLookup(build: CoreBuilder, e: Of<'lookup'>): Handle {
  const table = byId(build.rules.tables, e.table);
  const column = table.columns.find((one) => one.name === e.column) as LinkedColumn;
  const keys = e.keys.map((key) => build.expression(key));
  const rows = table.keys.map((key, i) => rowOf(build, key, keys[i] as Handle, e.keys[i] as Expression));
  const flag = column.type.kind === 'flag';
  const typed = (number: Handle): Handle => (flag ? build.compare('=', number, build.constant(ONE)) : number);
  const sizes = table.keys.map((key) => key.size);
  const cells = (layer: readonly (Exact | 'unknown')[], more: boolean): Handle => {
    const filled = layer.map((cell) => (cell === 'unknown' ? ZERO : cell));
    const found = build.node({ kind: 'table', keys: rows, sizes, cells: filled });
    const value = typed(more ? beyond(build, table, keys, found) : found);
    if (!layer.includes('unknown')) return value;
    const known = layer.map((cell) => (cell === 'unknown' ? ZERO : ONE));
    const isKnown = build.compare(
      '=',
      build.node({ kind: 'table', keys: rows, sizes, cells: known }),
      build.constant(ONE),
    );
    return build.select(isKnown, value, unknownCell(build, e.site));
  };
  const layer = (is: readonly (Exact | 'unknown')[]): Handle => cells(is, true);
  return inForce(build, column.layers, { dated: e.dated, keys }, layer, () => {
    const { before } = column;
    if (before === undefined) return null;
    // One cell for every key; of a key that is none there is none all the same.
    const all = sizes.reduce((product, size) => product * size, 1);
    return cells(new Array<typeof before>(all).fill(before), false);
  });
}

/** What each unit of the last key beyond its last row adds. */
function beyond(build: CoreBuilder, table: LinkedTable, keys: readonly Handle[], value: Handle): Handle {
  const last = table.keys.at(-1);
  if (table.eachMore === undefined || last?.kind !== 'whole') return value;
  const over = build.sum([keys.at(-1) as Handle, build.code(-last.high)]);
  const more = build.greatest([build.constant(ZERO), over]);
  return build.sum([value, build.product(more, build.constant(table.eachMore))]);
}

/** The row that a key finds; the one behind the others where it has none. */
function rowOf(build: CoreBuilder, key: LinkedKey, value: Handle, e: Expression): Handle {
  switch (key.kind) {
    case 'choice':
    case 'flag':
      return value;
    case 'code':
      return build.node({ kind: 'row', of: value, codes: key.codes, prefix: key.prefix });
    case 'whole': {
      const range = 'range' in e ? e.range : undefined;
      const [low, high] = [exact(BigInt(key.low)), exact(BigInt(key.high))];
      const outside = build.code(key.size - 1);
      const from = (of: Handle): Handle => build.sum([of, build.constant(subtract(ZERO, low))]);
      const reachesOver = range === undefined || compare(range.high, high) > 0;
      const reachesUnder = range === undefined || compare(range.low, low) < 0;
      let row = from(key.more && reachesOver ? build.least([value, build.constant(high)]) : value);
      if (!key.more && reachesOver)
        row = build.select(build.compare('<=', value, build.constant(high)), row, outside);
      return reachesUnder ? build.select(build.compare('<=', build.constant(low), value), row, outside) : row;
    }
  }
}

/** A schedule as a sum of slices times their rates: the first also below 0, the last without end. */
export function lowerMarginal(build: CoreBuilder, e: Of<'marginal'>): Handle {
  const { keys, layers } = byId(build.rules.schedules, e.schedule);
  const x = build.expression(e.of);
  const chosen = e.keys.map((key) => build.expression(key));
  const rows = (all: readonly LinkedSlices[]): Handle => {
    const at = (depth: number, index: number): Handle => {
      const key = keys[depth];
      if (key === undefined) return slices(build, all[index] as LinkedSlices, x);
      const values = Array.from({ length: key.size }, (_, i) => at(depth + 1, index * key.size + i));
      return values
        .slice(0, -1)
        .reduceRight<Handle>(
          (rest, value, i) =>
            build.select(build.compare('=', chosen[depth] as Handle, build.code(i)), value, rest),
          values.at(-1) as Handle,
        );
    };
    return at(0, 0);
  };
  return inForce(build, layers, { dated: e.dated, keys: [...chosen, x] }, rows, () => null);
}

function slices(build: CoreBuilder, { bands, last, atLeast }: LinkedSlices, x: Handle): Handle {
  let from: Exact | null = null;
  const parts: Handle[] = [];
  const above = (start: Exact | null, of: Handle): Handle =>
    start === null
      ? of
      : build.sum([build.greatest([of, build.constant(start)]), build.constant(subtract(ZERO, start))]);
  for (const { upTo, rate } of bands) {
    const inside = build.least([x, build.constant(upTo)]);
    parts.push(build.product(above(from, inside), build.constant(rate)));
    from = upTo;
  }
  parts.push(build.product(above(from, x), build.constant(last)));
  const sum = build.sum(parts);
  return atLeast === undefined ? sum : build.greatest([sum, build.constant(atLeast)]);
}
