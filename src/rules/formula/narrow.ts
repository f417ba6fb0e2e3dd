import {
  add,
  compare,
  type Exact,
  equal,
  exact,
  greatest,
  least,
  type Range,
  subtract,
} from '../../value/index.js';
import type { Comparison } from './ast.js';
import type { Expression } from './expression.js';

/** What guards before a place have settled of a name: its range, and that it is not none. By {@link nameOf}. */
export interface Narrowed {
  readonly range?: Range;
  readonly notNone?: true;
}

export type Narrowing = ReadonlyMap<string, Narrowed>;

export const NOTHING_NARROWED: Narrowing = new Map();

/** The key of a name that guards can narrow, or `null` where an expression is none. */
export function nameOf(e: Expression): string | null {
  if (e.kind === 'attribute') return `attribute ${e.people}.${e.id}`;
  if (e.kind === 'parameter' && e.dated === undefined) return `parameter ${e.id}`;
  if (e.kind !== 'read') return null;
  const { of } = e;
  return 'id' in of ? `${of.kind} ${of.id}` : 'path' in of ? `part ${of.path}` : of.kind;
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * What holds of names where a guard is true, or false: section 3 of the rule language. A strict comparison moves the end
 * by one step of the places that the name can have, so that `x > 0` keeps 0 out of `a / x`. A comparison also says
 * that neither side is none.
 */
export function narrow(guard: Expression, holds: boolean, given: Narrowing = NOTHING_NARROWED): Narrowing {
  switch (guard.kind) {
    case 'not':
      return narrow(guard.of, !holds, given);
    case 'and':
    case 'or':
      // Only where every part is known to hold, or not to.
      if (holds !== (guard.kind === 'and')) return given;
      return guard.of.reduce((known, part) => narrow(part, holds, known), given);
    case 'isNone':
      return holds ? given : noted(given, guard.of, { notNone: true });
    case 'compare': {
      const op = holds ? guard.op : OPPOSITE[guard.op];
      const one = narrowedBy(given, guard.left, op, guard.right);
      return narrowedBy(one, guard.right, MIRRORED[op], guard.left);
    }
    default:
      return given;
  }
}

function noted(given: Narrowing, of: Expression, what: Narrowed): Narrowing {
  const name = nameOf(of);
  if (name === null) return given;
  return new Map([...given, [name, { ...given.get(name), ...what }]]);
}

function narrowedBy(given: Narrowing, of: Expression, op: Comparison, other: Expression): Narrowing {
  const name = nameOf(of);
  if (name === null) return given;
  const own = rangeOf(of);
  const bound = rangeOf(other);
  if (own === null || bound === null) return given;
  const before = given.get(name)?.range ?? own;
  const after = within(before, op, bound, stepOf(of));
  return noted(given, of, { ...(after === null ? {} : { range: after }), notNone: true });
}

function rangeOf(e: Expression): Range | null {
  return 'range' in e && e.range !== undefined ? e.range : null;
}

/** The step between two values that a name can have, where its places are known. */
function stepOf(e: Expression): Exact | null {
  const places = 'places' in e ? e.places : null;
  return places === null || places === undefined ? null : exact(1n, 10n ** BigInt(places));
}

/** `null` where nothing can hold: then nothing is said. */
function within(range: Range, op: Comparison, bound: Range, step: Exact | null): Range | null {
  const above = (x: Exact, strict: boolean): Exact => (strict && step !== null ? nextAbove(x, step) : x);
  const below = (x: Exact, strict: boolean): Exact => (strict && step !== null ? nextBelow(x, step) : x);
  let { low, high } = range;
  switch (op) {
    case '=':
      [low, high] = [greatest(low, bound.low), least(high, bound.high)];
      break;
    case '!=':
      if (equal(bound.low, bound.high)) {
        if (equal(low, bound.low)) low = above(low, true);
        if (equal(high, bound.low)) high = below(high, true);
      }
      break;
    case '<':
    case '<=':
      high = least(high, below(bound.high, op === '<'));
      break;
    case '>':
    case '>=':
      low = greatest(low, above(bound.low, op === '>'));
      break;
  }
  return compare(low, high) <= 0 ? { low, high } : null;
}

/** The least multiple of a step (a power of ten) above a number. */
function nextAbove(x: Exact, step: Exact): Exact {
  const scaled = x.n * step.d;
  const down = scaled >= 0n ? scaled / x.d : -((-scaled + x.d - 1n) / x.d);
  return add(exact(down, step.d), step);
}

function nextBelow(x: Exact, step: Exact): Exact {
  const scaled = x.n * step.d;
  const up = scaled >= 0n ? (scaled + x.d - 1n) / x.d : -(-scaled / x.d);
  return subtract(exact(up, step.d), step);
}
