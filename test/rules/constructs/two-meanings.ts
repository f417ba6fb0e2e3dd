import {
  add,
  type Builder,
  type CheckedValue,
  type CivilDate,
  compare,
  contains,
  decimalPlaces,
  divide,
  type Exact,
  type Expression,
  equal,
  exact,
  formatCivilDate,
  formatExact,
  fromDay,
  fromExact,
  greatest,
  type Handle,
  least,
  lowerValue,
  type Meanings,
  type Meant,
  meaningOf,
  multiply,
  NONE,
  negate,
  parseExact,
  toDay,
  written,
  ZERO,
} from './rooms.js';

/** A value of the core: a number (also an option, or a day), a flag, known not to exist, or not known. */
export type Core = Exact | boolean | 'none' | 'missing';

/** One case: a value for each name, the marks that are held, categories, and points that a person gave. */
export interface Case {
  readonly asOf: CivilDate;
  readonly facts: Readonly<Record<string, Core>>;
  readonly marks: Readonly<Record<string, readonly number[] | 'missing'>>;
  readonly categories: Readonly<Record<string, boolean>>;
  readonly given?: Readonly<Record<string, Exact>>;
  /** Points of parts, by path. */
  readonly parts?: Readonly<Record<string, Exact>>;
  readonly dates?: Meanings['dates'];
}

export const whole = (n: number): Exact => exact(BigInt(n));
const isNumber = (v: Core): v is Exact => typeof v === 'object';

/** The expressions that the samples use, by what they say. What is not known goes before none. */
function worth(e: Expression, of: Case): Core {
  const numbers = (...es: readonly Expression[]): readonly Exact[] | 'none' | 'missing' => {
    const values = es.map((one) => worth(one, of));
    if (values.includes('missing')) return 'missing';
    return values.every(isNumber) ? values : 'none';
  };
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'flag':
      return e.value;
    case 'option':
      return whole(e.index);
    case 'none':
      return 'none';
    case 'read':
      return of.facts['id' in e.of ? e.of.id : ''] ?? 'missing';
    case 'negate': {
      const v = numbers(e.of);
      return typeof v === 'string' ? v : negate(v[0] as Exact);
    }
    case 'not': {
      const v = worth(e.of, of);
      return typeof v === 'boolean' ? !v : v;
    }
    case 'arithmetic': {
      const v = numbers(e.left, e.right);
      if (typeof v === 'string') return v;
      const [left, right] = v as readonly [Exact, Exact];
      if (e.op === '/') return exact(left.n * right.d, left.d * right.n);
      return e.op === '*' ? multiply(left, right) : add(left, e.op === '-' ? negate(right) : right);
    }
    case 'compare': {
      const v = numbers(e.left, e.right);
      if (typeof v === 'string') return v;
      const side = compare(v[0] as Exact, v[1] as Exact);
      const holds = {
        '=': side === 0,
        '!=': side !== 0,
        '<': side < 0,
        '<=': side <= 0,
        '>': side > 0,
        '>=': side >= 0,
      };
      return holds[e.op];
    }
    default:
      throw new Error(`no sample has ${e.kind}`);
  }
}

/** The same value as the reference has it. */
function meant(v: Core, e: Expression): Meant {
  if (v === 'missing') return undefined;
  if (v === 'none') return NONE;
  if (typeof v === 'boolean') return v;
  if (e.type.kind === 'choice') return Number(v.n);
  return e.type.kind === 'date' ? fromDay(Number(v.n)) : fromExact(v);
}

/** What a value means, in words. `asked` gathers the formulas that were asked for, to see that nothing else was. */
export function byMeaning(value: CheckedValue, of: Case, asked: Expression[] = []): string {
  const ask: Meanings = {
    asOf: of.asOf,
    dates: of.dates ?? { month_end: 'last_day' },
    expression: (e) => {
      asked.push(e);
      return meant(worth(e, of), e);
    },
    value: (inner) => meaningOf(inner, ask),
    part: ({ path }) => fromExact(of.parts?.[path] ?? ZERO),
    category: (id) => of.categories[id] === true,
    has: (fact, option) => {
      const held = of.marks[fact];
      return held === undefined || held === 'missing' ? undefined : held.includes(option);
    },
    discretion: (part) => {
      const given = of.given?.[part];
      return given === undefined ? undefined : fromExact(given);
    },
  };
  const v = meaningOf(value, ask);
  if (v === undefined) return 'missing';
  if (v === NONE) return 'none';
  if (typeof v === 'boolean' || typeof v === 'number') return String(v);
  if ('num' in v) return written(v);
  return 'code' in v ? v.code : formatCivilDate(v);
}

/** The nodes of a value, worked out at once where they are built: none and what is missing pass through, as in the core. */
export function byCore(value: CheckedValue, of: Case): string {
  const values: (Core | 'unreachable')[] = [];
  const node = (v: Core | 'unreachable'): Handle => (values.push(v) - 1) as Handle;
  const at = (h: Handle): Core | 'unreachable' => values[h] as Core | 'unreachable';
  const on = (handles: readonly Handle[], f: (of: readonly Exact[]) => Core): Handle => {
    const known = handles.map(at);
    for (const stop of ['unreachable', 'missing', 'none'] as const)
      if (known.includes(stop)) return node(stop);
    return node(f(known as readonly Exact[]));
  };
  const build: Builder = {
    asOf: of.asOf,
    dates: of.dates ?? { month_end: 'last_day' },
    constant: node,
    day: (date) => node(whole(toDay(date))),
    none: () => node('none'),
    isNone: (h) => node(at(h) === 'missing' ? 'missing' : at(h) === 'none'),
    ifNone: (h, otherwise) => node(at(at(h) === 'none' ? otherwise : h)),
    expression: (e) => node(worth(e, of)),
    value: (inner) => lowerValue(inner, build),
    part: ({ path }) => node(of.parts?.[path] ?? ZERO),
    category: (id) => node(of.categories[id] === true),
    has: (fact, option) => {
      const held = of.marks[fact];
      return node(held === undefined || held === 'missing' ? 'missing' : held.includes(option));
    },
    discretion: (part) => node(of.given?.[part] ?? ZERO),
    sum: (handles) => on(handles, (all) => all.reduce(add, ZERO)),
    product: (a, b) => on([a, b], ([x, y]) => multiply(x as Exact, y as Exact)),
    least: (handles) => on(handles, (all) => all.reduce(least)),
    greatest: (handles) => on(handles, (all) => all.reduce(greatest)),
    compare: (op, a, b) => {
      return on([a, b], ([x, y]) => {
        const side = compare(x as Exact, y as Exact);
        return op === '<' ? side < 0 : op === '<=' ? side <= 0 : equal(x as Exact, y as Exact);
      });
    },
    select: (when, then, otherwise) => {
      const holds = at(when);
      if (holds === true) return node(at(then));
      if (holds === false) return node(at(otherwise));
      return node(holds === 'missing' || holds === 'none' ? holds : 'unreachable');
    },
    either: (a, b) => {
      if (at(a) === true || at(b) === true) return node(true);
      return node(at(a) === false && at(b) === false ? false : 'missing');
    },
  };
  const v = at(lowerValue(value, build));
  if (v === 'unreachable') throw new Error('a node was reached that must not be');
  return typeof v === 'object' ? formatExact(v) : String(v);
}

/** What both meanings say of a case; that they differ is a mistake of one of them. */
export function both(value: CheckedValue, of: Case): string {
  const meaning = byMeaning(value, of);
  const core = byCore(value, of);
  const day = /^[0-9]{4}-/.test(meaning) ? formatCivilDate(fromDay(Number(core))) : core;
  if (day !== meaning) throw new Error(`by meaning ${meaning}, by the core ${core}`);
  return meaning;
}

/** Whether what came out lies in what the checked form says can come out, in range and in decimal places. */
export function foreseen(value: CheckedValue, found: string): boolean {
  const { range, places, maybeNone } = value.extent;
  if (found === 'missing') return true;
  if (found === 'none') return maybeNone === true;
  const [above = '', below = '1'] = found.split('/');
  const [n, d] = [parseExact(above), parseExact(below)];
  if (n === null || d === null || range === undefined || places === undefined) return range === undefined;
  const x = divide(n, d);
  const written = decimalPlaces(x);
  return contains(range, x) && (places === null || (written !== null && written <= places));
}
