import {
  addRanges,
  compare,
  divideRanges,
  type Exact,
  equal,
  floor,
  greatest,
  hull,
  least,
  multiplyRanges,
  ONE,
  only,
  type Range,
  roundExact,
  ZERO,
} from '../value/index.js';
import type { Node, NodeId } from './node.js';
import {
  exactly,
  few,
  isFlag,
  MISSING_FLAG,
  MISSING_NUMBER,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  possibly,
} from './possible.js';

type Values = readonly Possible[];

const number = (values: Values, id: NodeId): PossibleNumber => values[id] as PossibleNumber;
const flag = (values: Values, id: NodeId): PossibleFlag => values[id] as PossibleFlag;

function combined(
  values: Values,
  of: readonly NodeId[],
  how: (ranges: readonly Range[]) => Range,
): PossibleNumber {
  const ranges: Range[] = [];
  let missing = false;
  for (const id of of) {
    const p = number(values, id);
    if (p.range === null) return MISSING_NUMBER;
    ranges.push(p.range);
    missing ||= p.missing;
  }
  return { range: how(ranges), missing };
}

/** The least or greatest of numbers; where each is one of a few values, so is the outcome. */
function extreme(values: Values, of: readonly NodeId[], pick: (a: Exact, b: Exact) => Exact): PossibleNumber {
  const whole = combined(values, of, (ranges) =>
    ranges.reduce((a, b) => ({ low: pick(a.low, b.low), high: pick(a.high, b.high) })),
  );
  let among: readonly Exact[] | undefined = number(values, of[0] as NodeId).among;
  for (const id of of.slice(1)) {
    const next = number(values, id).among;
    if (among === undefined || next === undefined) return whole;
    among = few(among.flatMap((a) => next.map((b) => pick(a, b))));
  }
  return possibly(whole.range, whole.missing, among);
}

/** Flags of the core count as the numbers 0 and 1 where a table is keyed by one. */
function asNumber(p: Possible): PossibleNumber {
  if (!isFlag(p)) return p;
  if (!p.yes && !p.no) return MISSING_NUMBER;
  return { range: { low: p.no ? ZERO : ONE, high: p.yes ? ONE : ZERO }, missing: p.missing };
}

function compared(op: '<' | '<=' | '=', left: Possible, right: Possible): PossibleFlag {
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a.range === null || b.range === null) return MISSING_FLAG;
  const missing = a.missing || b.missing;
  const lowest = compare(a.range.low, b.range.high);
  const highest = compare(a.range.high, b.range.low);
  switch (op) {
    case '<':
      return { yes: lowest < 0, no: highest >= 0, missing };
    case '<=':
      return { yes: lowest <= 0, no: highest > 0, missing };
    case '=': {
      const meet =
        a.among === undefined ||
        b.among === undefined ||
        a.among.some((x) => b.among?.some((y) => equal(x, y)));
      return { yes: lowest <= 0 && highest >= 0 && meet, no: lowest !== 0 || highest !== 0, missing };
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
  return kind === 'all' ? { yes: passed, no: decided, missing } : { yes: decided, no: passed, missing };
}

function either(a: Possible, b: Possible): Possible {
  if (isFlag(a)) {
    const other = b as PossibleFlag;
    return { yes: a.yes || other.yes, no: a.no || other.no, missing: a.missing || other.missing };
  }
  const other = b as PossibleNumber;
  const missing = a.missing || other.missing;
  if (a.range === null || other.range === null) return { ...(a.range === null ? other : a), missing };
  const among =
    a.among === undefined || other.among === undefined ? undefined : few([...a.among, ...other.among]);
  return possibly(hull(a.range, other.range), missing, among);
}

function selected(when: PossibleFlag, then: Possible, otherwise: Possible): Possible {
  const reached =
    when.yes && when.no ? either(then, otherwise) : when.yes ? then : when.no ? otherwise : null;
  if (reached === null) return isFlag(then) ? MISSING_FLAG : MISSING_NUMBER;
  return when.missing ? { ...reached, missing: true } : reached;
}

function looked(
  keys: readonly PossibleNumber[],
  sizes: readonly number[],
  cells: readonly Exact[],
): PossibleNumber {
  let indices = [0];
  let missing = false;
  for (const [i, key] of keys.entries()) {
    if (key.range === null) return MISSING_NUMBER;
    missing ||= key.missing;
    const [low, high] = [Number(floor(key.range.low)), Number(floor(key.range.high))];
    const next: number[] = [];
    for (const index of indices)
      for (let k = low; k <= high; k += 1) next.push(index * (sizes[i] as number) + k);
    indices = next;
  }
  const found = indices.map((index) => cells[index] as Exact);
  return possibly(found.map(only).reduce(hull), missing, few(found));
}

/** What one node can be, given what the nodes before it can be: the table of section 5 of the rule language. */
export function evaluate(node: Node, values: Values, inputs: readonly Possible[]): Possible {
  switch (node.kind) {
    case 'constant':
      return exactly(node.value);
    case 'input':
      return inputs[node.input] as Possible;
    case 'sum':
      return combined(values, node.of, (ranges) => ranges.reduce(addRanges));
    case 'product':
      return combined(values, [node.left, node.right], ([a, b]) => multiplyRanges(a as Range, b as Range));
    case 'quotient':
      return combined(values, [node.left, node.right], ([a, b]) => divideRanges(a as Range, b as Range));
    case 'rounded': {
      const round = (x: Exact): Exact => roundExact(x, node.step, node.mode);
      return combined(values, [node.of], ([x]) => ({
        low: round((x as Range).low),
        high: round((x as Range).high),
      }));
    }
    case 'least':
      return extreme(values, node.of, least);
    case 'greatest':
      return extreme(values, node.of, greatest);
    case 'compare':
      return compared(node.op, values[node.left] as Possible, values[node.right] as Possible);
    case 'all':
    case 'any':
      return joined(
        node.kind,
        node.of.map((id) => flag(values, id)),
      );
    case 'not': {
      const p = flag(values, node.of);
      return { yes: p.no, no: p.yes, missing: p.missing };
    }
    case 'select':
      return selected(
        flag(values, node.when),
        values[node.then] as Possible,
        values[node.otherwise] as Possible,
      );
    case 'table':
      return looked(
        node.keys.map((key) => asNumber(values[key] as Possible)),
        node.sizes,
        node.cells,
      );
    case 'given': {
      const p = number(values, node.of);
      if (p.range === null) return exactly(ZERO);
      return p.missing ? (either({ ...p, missing: false }, exactly(ZERO)) as PossibleNumber) : p;
    }
  }
}

/** Every node of a plan, in order. */
export function interpret(nodes: readonly Node[], inputs: readonly Possible[]): Possible[] {
  const values: Possible[] = [];
  for (const node of nodes) values.push(evaluate(node, values, inputs));
  return values;
}
