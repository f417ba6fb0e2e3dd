import type { LinkedColumn, LinkedKey, LinkedTable, RuleSet } from '../../rules/index.js';
import { compare, type Exact, exact, formatExact, multiply, subtract } from '../../value/index.js';
import { type Asking, finding } from '../asking.js';
import type { Path } from '../paths.js';
import type { CheckedProperty } from '../report.js';

/** Fewer figures in a line than this have no pattern. */
const LEAST = 4;

/**
 * Neighbours in tables of figures are plausible: along a key that has an order, a line of figures does not turn at one
 * place alone, and where all its steps are alike no figure lies off them. A slip of a finger looks like that.
 */
export function neighbours({ ground, steps }: Asking): readonly CheckedProperty[] {
  return ground.rules.tables.flatMap((table) =>
    table.columns
      .filter(({ type }) => type.kind === 'number')
      .flatMap((column): readonly CheckedProperty[] => {
        const lines = linesOf(ground.rules.choices, table, column);
        if (lines.length === 0) return [];
        steps.taken += lines.length;
        const odd = lines.map((line) => oddIn(ground.rules, table, line)).find((one) => one !== null) ?? null;
        const head = {
          id: `neighbours ${table.id}${column.name === '' ? '' : `.${column.name}`}`,
          property: 'neighbours',
          severity: 'warning',
          path: odd?.path ?? ['tables', table.id],
        } as const;
        const because = { code: 'check.oddFigure', values: odd?.told ?? {} };
        return [finding(head, odd === null ? { status: 'proved' } : { status: 'refuted', because })];
      }),
  );
}

/** Figures that stand beside each other: in which layer, and at which cell each stands. */
interface Line {
  readonly layer: number;
  readonly cells: readonly number[];
  readonly figures: readonly (Exact | 'unknown')[];
}

type Choices = Asking['ground']['rules']['choices'];

/** How many rows of a key have an order, from the first on; 0: none has. */
function orderedRows(choices: Choices, key: LinkedKey): number {
  if (key.kind === 'whole') return key.high - key.low + 1;
  if (key.kind !== 'choice') return 0;
  return choices[key.choice]?.ordered === true ? key.size : 0;
}

function linesOf(choices: Choices, table: LinkedTable, column: LinkedColumn): readonly Line[] {
  const sizes = table.keys.map(({ size }) => size);
  const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, 1));
  const cells = sizes.reduce((a, b) => a * b, 1);
  return column.layers.flatMap(({ is }, layer) =>
    table.keys.flatMap((key, axis) => {
      const rows = orderedRows(choices, key);
      if (rows < LEAST) return [];
      const stride = strides[axis] as number;
      return Array.from({ length: cells }, (_, at) => at)
        .filter((at) => ((at - (at % stride)) / stride) % (sizes[axis] as number) === 0)
        .map((start): Line => {
          const line = Array.from({ length: rows }, (_, i) => start + i * stride);
          return { layer, cells: line, figures: line.map((at) => is[at] ?? 'unknown') };
        });
    }),
  );
}

const sign = (x: Exact): number => (x.n < 0n ? -1 : x.n > 0n ? 1 : 0);
const size = (x: Exact): Exact => (x.n < 0n ? { n: -x.n, d: x.d } : x);

interface Odd {
  readonly path: Path;
  readonly told: Readonly<Record<string, string>>;
}

/** The figure that breaks a line, with its neighbours. */
function oddIn(rules: RuleSet, table: LinkedTable, { layer, cells, figures }: Line): Odd | null {
  if (figures.includes('unknown')) return null;
  const line = figures as readonly Exact[];
  const stepsOf = line.slice(1).map((x, i) => subtract(x, line[i] as Exact));
  const at = turnsOnce(stepsOf) ?? offTheSteps(stepsOf);
  if (at === null) return null;
  const text = (i: number): string => (i < 0 || i >= line.length ? '–' : formatExact(line[i] as Exact));
  const keys = keysAt(rules, table, cells[at] as number);
  return {
    path: ['tables', table.id, 'layers', layer, 'rows', ...keys],
    told: { figure: text(at), before: text(at - 1), after: text(at + 1), row: keys.join(', ') },
  };
}

/** The keys of a cell as the table writes them. */
function keysAt(rules: RuleSet, { keys }: LinkedTable, cell: number): readonly string[] {
  let left = cell;
  const places = keys.toReversed().map((key) => {
    const at = left % key.size;
    left = (left - at) / key.size;
    return at;
  });
  return keys.map((key, i) => keyAt(rules, key, places.at(-1 - i) as number));
}

function keyAt({ choices }: RuleSet, key: LinkedKey, at: number): string {
  switch (key.kind) {
    case 'choice':
      return choices[key.choice]?.options[at] ?? String(at);
    case 'flag':
      return at === 1 ? 'true' : 'false';
    case 'code':
      return key.codes[at] ?? 'otherwise';
    case 'whole':
      return String(key.low + at);
  }
}

/** All steps go one way but one, which goes the other. */
function turnsOnce(stepsOf: readonly Exact[]): number | null {
  const signs = stepsOf.map(sign);
  const [up, down] = [signs.filter((s) => s > 0).length, signs.filter((s) => s < 0).length];
  const against = up >= 3 && down === 1 ? -1 : down >= 3 && up === 1 ? 1 : 0;
  if (against === 0 || up + down < 4) return null;
  return signs.indexOf(against) + 1;
}

const TENTH = exact(1n, 10n);
const QUARTER = exact(1n, 4n);

/** Every step is the same but for a tenth, except the two around one figure, which are off by a quarter. */
function offTheSteps(stepsOf: readonly Exact[]): number | null {
  const rising = [...stepsOf].sort(compare);
  const usual = rising[rising.length >> 1] as Exact;
  if (usual.n === 0n || stepsOf.length < 5) return null;
  const off = (share: Exact): readonly number[] =>
    stepsOf.flatMap((step, i) =>
      compare(size(subtract(step, usual)), multiply(size(usual), share)) > 0 ? [i] : [],
    );
  const [slightly, clearly] = [off(TENTH), off(QUARTER)];
  const [first, second, ...more] = slightly;
  if (first === undefined || second !== first + 1 || more.length > 0 || clearly.length !== 2) return null;
  const opposite =
    sign(subtract(stepsOf[first] as Exact, usual)) * sign(subtract(stepsOf[second] as Exact, usual));
  return opposite < 0 ? second : null;
}
