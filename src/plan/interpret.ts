import {
  addRanges,
  compare,
  divideRanges,
  type Exact,
  equal,
  exact,
  floor,
  greatest,
  least,
  multiplyRanges,
  ONE,
  type Range,
  roundExact,
  ZERO,
} from '../value/index.js';
import { type CalendarOp, calendarValue } from './calendar.js';
import type { Node, NodeId } from './node.js';
import {
  type Besides,
  either,
  exactly,
  few,
  hasValue,
  isCode,
  isFlag,
  NO_NUMBER,
  NOTHING_BESIDES,
  type Possible,
  type PossibleCode,
  type PossibleFlag,
  type PossibleNumber,
  possibly,
  UNREACHED,
} from './possible.js';

type Values = readonly Possible[];
/** What the plan is told; nothing for a figure that is not given. */
export type InputOf = (input: number) => Possible | undefined;

/** What does not count has no kind of its own. */
function flag(values: Values, id: NodeId): PossibleFlag {
  const p = values[id] as Possible;
  return isFlag(p) ? p : { yes: false, no: false, missing: p.missing, none: p.none };
}

/** A flag counts as 0 and 1 where a number is looked for. */
function asNumber(p: Possible): PossibleNumber {
  if (isFlag(p)) {
    const { missing, none } = p;
    if (!p.yes && !p.no) return { range: null, missing, none };
    const among = [...(p.no ? [ZERO] : []), ...(p.yes ? [ONE] : [])];
    return { range: { low: p.no ? ZERO : ONE, high: p.yes ? ONE : ZERO }, missing, none, among };
  }
  return p as PossibleNumber;
}

/** What can come besides a value: missing where any can be, none where one can be and no other has to be missing. */
function besides(of: readonly Possible[]): Besides {
  const there = of.every((p) => hasValue(p) || p.none);
  return { missing: of.some((p) => p.missing), none: there && of.some((p) => p.none) };
}

/** Nothing comes of something that does not count. */
const unreached = (p: Possible): boolean => !hasValue(p) && !p.missing && !p.none;

/** What comes of numbers of which each has to be there. */
function combined(of: readonly Possible[], how: (ranges: readonly Range[]) => Range | null): PossibleNumber {
  const numbers = of.map(asNumber);
  if (numbers.some(unreached)) return UNREACHED;
  const ranges = numbers.map((p) => p.range);
  return { range: ranges.includes(null) ? null : how(ranges as Range[]), ...besides(numbers) };
}

/** The least or greatest of numbers; where each is one of a few values, so is the outcome. */
function extreme(of: readonly Possible[], pick: (a: Exact, b: Exact) => Exact): PossibleNumber {
  const whole = combined(of, (ranges) =>
    ranges.reduce((a, b) => ({ low: pick(a.low, b.low), high: pick(a.high, b.high) })),
  );
  let among: readonly Exact[] | undefined = asNumber(of[0] as Possible).among;
  for (const p of of.slice(1)) {
    const next = asNumber(p).among;
    if (among === undefined || next === undefined) return whole;
    among = few(among.flatMap((a) => next.map((b) => pick(a, b))));
  }
  return possibly(whole.range, whole, among);
}

/** A bare none, and what does not count, is no code. */
const asCode = (p: Possible): PossibleCode =>
  isCode(p) ? p : { codes: [], missing: p.missing, none: p.none };

function sameCode(left: Possible, right: Possible): PossibleFlag {
  const [a, b] = [asCode(left), asCode(right)];
  const yes = a.codes.some((code) => b.codes.includes(code));
  const no = a.codes.some((x) => b.codes.some((y) => x !== y));
  return { yes, no, ...besides([a, b]) };
}

function compared(op: '<' | '<=' | '=', left: Possible, right: Possible): PossibleFlag {
  if (isCode(left) || isCode(right)) return sameCode(left, right);
  const [a, b] = [asNumber(left), asNumber(right)];
  const rest = besides([a, b]);
  if (a.range === null || b.range === null) return { yes: false, no: false, ...rest };
  const lowest = compare(a.range.low, b.range.high);
  const highest = compare(a.range.high, b.range.low);
  switch (op) {
    case '<':
      return { yes: lowest < 0, no: highest >= 0, ...rest };
    case '<=':
      return { yes: lowest <= 0, no: highest > 0, ...rest };
    case '=': {
      const meet =
        a.among === undefined ||
        b.among === undefined ||
        a.among.some((x) => b.among?.some((y) => equal(x, y)));
      return { yes: lowest <= 0 && highest >= 0 && meet, no: lowest !== 0 || highest !== 0, ...rest };
    }
  }
}

/** False decides `all`, true decides `any`; what is missing decides nothing. */
function joined(kind: 'all' | 'any', parts: readonly PossibleFlag[]): PossibleFlag {
  const decides = (p: PossibleFlag): boolean => (kind === 'all' ? p.no : p.yes);
  const passes = (p: PossibleFlag): boolean => (kind === 'all' ? p.yes : p.no);
  const decided = parts.some(decides);
  const passed = parts.every(passes);
  // Missing comes out where some part can be missing while no part decides.
  const missing = parts.some((p) => p.missing) && parts.every((p) => p.missing || passes(p));
  return kind === 'all'
    ? { yes: passed, no: decided, missing, none: false }
    : { yes: decided, no: passed, missing, none: false };
}

function selected(when: PossibleFlag, then: Possible, otherwise: Possible): Possible {
  const reached =
    when.yes && when.no ? either(then, otherwise) : when.yes ? then : when.no ? otherwise : null;
  const { missing, none } = when;
  if (reached === null) {
    const neither = isFlag(then) || isFlag(otherwise) ? { yes: false, no: false } : { range: null };
    return { ...neither, missing, none };
  }
  return missing || none
    ? { ...reached, missing: missing || reached.missing, none: none || reached.none }
    : reached;
}

/** All rows that a key can find, inside the table. */
function rowsOf(key: PossibleNumber, size: number): readonly number[] {
  const inTable = (row: number): boolean => row >= 0 && row < size;
  if (key.among !== undefined) return key.among.map((x) => Number(floor(x))).filter(inTable);
  const { low, high } = key.range as Range;
  const first = compare(low, ZERO) < 0 ? 0 : Number(floor(low));
  const last = compare(high, exact(BigInt(size - 1))) > 0 ? size - 1 : Number(floor(high));
  return Array.from({ length: last < first ? 0 : last - first + 1 }, (_, i) => first + i);
}

function looked(
  keys: readonly PossibleNumber[],
  sizes: readonly number[],
  cells: readonly Exact[],
): PossibleNumber {
  if (keys.some(unreached)) return UNREACHED;
  const rest = besides(keys);
  if (keys.some((key) => key.range === null)) return { range: null, ...rest };
  let indices: readonly number[] = [0];
  for (const [i, key] of keys.entries()) {
    const size = sizes[i] as number;
    const rows = rowsOf(key, size);
    indices = indices.flatMap((index) => rows.map((row) => index * size + row));
  }
  const found = indices.map((index) => cells[index] as Exact);
  if (found.length === 0) return { range: null, ...rest };
  return possibly({ low: found.reduce(least), high: found.reduce(greatest) }, rest, few(found));
}

/** The row of a code: its own or that of its longest beginning; behind the last where there is none. */
export function rowOf(code: string, codes: readonly string[], prefix: boolean): number {
  if (!prefix) {
    const at = codes.indexOf(code);
    return at < 0 ? codes.length : at;
  }
  let best = codes.length;
  for (const [i, key] of codes.entries())
    if (code.startsWith(key) && (best === codes.length || key.length > (codes[best] as string).length))
      best = i;
  return best;
}

function rowed(of: PossibleCode, codes: readonly string[], prefix: boolean): PossibleNumber {
  const rows = of.codes.map((code) => exact(BigInt(rowOf(code, codes, prefix))));
  const rest = { missing: of.missing, none: of.none };
  if (rows.length === 0) return { range: null, ...rest };
  return possibly({ low: rows.reduce(least), high: rows.reduce(greatest) }, rest, few(rows));
}

function calendared(op: CalendarOp, of: readonly Possible[]): PossibleNumber {
  const numbers = of.map(asNumber);
  const value = (days: readonly Exact[]): Exact =>
    exact(
      BigInt(
        calendarValue(
          op,
          days.map((x) => Number(floor(x))),
        ),
      ),
    );
  const whole = combined(numbers, (ranges) => {
    const [a, b] = ranges as [Range, Range | undefined];
    if (op.kind === 'month') return monthsIn(a);
    // From the later start to the earlier end is the least, the other way the most.
    if (b !== undefined) return { low: value([a.high, b.low]), high: value([a.low, b.high]) };
    return { low: value([a.low]), high: value([a.high]) };
  });
  const among = numbers.length === 1 ? numbers[0]?.among : undefined;
  return possibly(whole.range, whole, among === undefined ? undefined : few(among.map((x) => value([x]))));
}

function monthsIn({ low, high }: Range): Range {
  const [a, b] = [Number(floor(low)), Number(floor(high))];
  const month = (day: number): number => calendarValue({ kind: 'month' }, [day]);
  const sameYear = calendarValue({ kind: 'year' }, [a]) === calendarValue({ kind: 'year' }, [b]);
  return sameYear
    ? { low: exact(BigInt(month(a))), high: exact(BigInt(month(b))) }
    : { low: ONE, high: exact(12n) };
}

/** A quotient where it counts: there the divisor is not 0. */
function divided(left: Possible, right: Possible, divisor: Range): PossibleNumber {
  return combined([left, right], ([a, b]) => {
    const [low, high] = [greatest((b as Range).low, divisor.low), least((b as Range).high, divisor.high)];
    return compare(low, high) > 0 ? null : divideRanges(a as Range, { low, high });
  });
}

function filled(of: Possible, otherwise: Possible): Possible {
  if (!of.none) return of;
  return hasValue(of) || of.missing ? either({ ...of, none: false }, otherwise) : otherwise;
}

/** What one node can be, given what the nodes before it can be: the table of section 5 of the rule language. */
export function evaluate(node: Node, values: Values, inputOf: InputOf): Possible {
  const at = (id: NodeId): Possible => values[id] as Possible;
  switch (node.kind) {
    case 'constant':
      return exactly(node.value);
    case 'code':
      return { codes: [node.value], ...NOTHING_BESIDES };
    case 'none':
      return NO_NUMBER;
    case 'input':
      return inputOf(node.input) as Possible;
    case 'figure':
      return inputOf(node.given) ?? at(node.of);
    case 'sum':
      return combined(node.of.map(at), (ranges) => ranges.reduce(addRanges));
    case 'product':
      return combined([at(node.left), at(node.right)], ([a, b]) => multiplyRanges(a as Range, b as Range));
    case 'quotient':
      return divided(at(node.left), at(node.right), node.divisor);
    case 'rounded': {
      const round = (x: Exact): Exact => roundExact(x, node.step, node.mode);
      return combined([at(node.of)], ([x]) => ({
        low: round((x as Range).low),
        high: round((x as Range).high),
      }));
    }
    case 'least':
      return extreme(node.of.map(at), least);
    case 'greatest':
      return extreme(node.of.map(at), greatest);
    case 'compare':
      return compared(node.op, at(node.left), at(node.right));
    case 'all':
    case 'any':
      return joined(
        node.kind,
        node.of.map((id) => flag(values, id)),
      );
    case 'not': {
      const { yes, no, missing, none } = flag(values, node.of);
      return { yes: no, no: yes, missing, none };
    }
    case 'select':
      return selected(flag(values, node.when), at(node.then), at(node.otherwise));
    case 'table':
      return looked(
        node.keys.map((key) => asNumber(at(key))),
        node.sizes,
        node.cells,
      );
    case 'row':
      return rowed(asCode(at(node.of)), node.codes, node.prefix);
    case 'calendar':
      return calendared(node.op, node.of.map(at));
    case 'isNone': {
      const p = at(node.of);
      return { yes: p.none, no: hasValue(p), missing: p.missing, none: false };
    }
    case 'ifNone':
      return filled(at(node.of), at(node.otherwise));
    case 'given': {
      const p = at(node.of) as PossibleNumber;
      return p.missing ? either({ ...p, missing: false }, exactly(ZERO)) : p;
    }
  }
}

/** Every node of a plan, in order. */
export function interpret(nodes: readonly Node[], inputOf: InputOf): Possible[] {
  const values: Possible[] = [];
  for (const node of nodes) values.push(evaluate(node, values, inputOf));
  return values;
}
