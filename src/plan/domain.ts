import {
  type CheckedPart,
  type CheckedValue,
  type LinkedShape,
  partsOf,
  type RuleSet,
} from '../rules/index.js';
import {
  add,
  divide,
  type Exact,
  exact,
  floor,
  multiply,
  ONE,
  type Range,
  subtract,
  ZERO,
} from '../value/index.js';
import { byId } from './by-id.js';
import { codesOf } from './codes.js';
import type { PlanInput } from './input.js';
import {
  EITHER,
  exactly,
  FALSE,
  NO_FLAG,
  NO_NUMBER,
  type Possible,
  type PossibleCode,
  possibly,
  TRUE,
} from './possible.js';

/** An open input's positions still possible, both ends included: 0 and 1 of a flag, options of a choice, steps of a number, codes; behind the last of them none. */
export interface Segment {
  readonly low: bigint;
  readonly high: bigint;
}

/** How an input's positions become values. */
export interface Domain {
  /** The last position. */
  readonly last: bigint;
  /** Gone through one by one; else by cuts and halves. */
  readonly finite: boolean;
  /** With a number, option or date: its values are `low + i × step`, as far as `values` goes. */
  readonly grid?: { readonly low: Exact; readonly step: Exact; readonly last: bigint };
  possible(segment: Segment): Possible;
}

/** Domains that depend on nothing but the rules, and those of codes, which also depend on the codes known of a student. */
export interface Domains {
  of(input: number, codes: readonly string[]): Domain;
}

export const valueAt = (grid: NonNullable<Domain['grid']>, index: bigint): Exact =>
  add(grid.low, multiply(exact(index), grid.step));

/** Few enough to be kept apart. */
const FEW = 16n;

function numbers(range: Range, step: Exact, mayBeNone: boolean, finite: boolean): Domain {
  const grid = { low: range.low, step, last: floor(divide(subtract(range.high, range.low), step)) };
  const last = grid.last + (mayBeNone ? 1n : 0n);
  return {
    last,
    finite,
    grid,
    possible: ({ low, high }) => {
      if (low > grid.last) return NO_NUMBER;
      const none = high > grid.last;
      const end = none ? grid.last : high;
      if (low === end && !none) return exactly(valueAt(grid, low));
      const all: Exact[] = [];
      if (end - low < FEW) for (let at = low; at <= end; at += 1n) all.push(valueAt(grid, at));
      const within = { low: valueAt(grid, low), high: valueAt(grid, end) };
      return possibly(within, { missing: false, none }, all.length > 0 ? all : undefined);
    },
  };
}

function flags(mayBeNone: boolean): Domain {
  return {
    last: mayBeNone ? 2n : 1n,
    finite: true,
    possible: ({ low, high }) => {
      if (low === 2n) return NO_FLAG;
      const value = low === 1n ? TRUE : high >= 1n ? EITHER : FALSE;
      return high === 2n ? { ...value, none: true } : value;
    },
  };
}

function codes(all: readonly string[], mayBeNone: boolean): Domain {
  const count = BigInt(all.length);
  return {
    last: count - 1n + (mayBeNone ? 1n : 0n),
    finite: true,
    possible: ({ low, high }): PossibleCode => ({
      codes: all.slice(Number(low), Number(high) + 1),
      missing: false,
      none: high >= count,
    }),
  };
}

function ofShape(shape: LinkedShape, known: () => readonly string[]): Domain {
  const { type, mayBeNone } = shape;
  switch (type.kind) {
    case 'number':
    case 'date':
      return numbers(shape.range as Range, shape.step ?? ONE, mayBeNone, false);
    case 'choice':
      return numbers({ low: ZERO, high: exact(BigInt(shape.options.length - 1)) }, ONE, mayBeNone, true);
    case 'code':
      return codes(known(), mayBeNone);
    default:
      return flags(type.kind === 'flag' && mayBeNone);
  }
}

/** What a look-up without a value can give. */
function ofCell(rules: RuleSet, site: string): Domain {
  const name = /^[a-z][a-z0-9_]*/.exec(site)?.[0] ?? '';
  const parameter = rules.parameters.find((one) => one.id === name);
  if (parameter?.open !== undefined) return numbers(parameter.open.range, parameter.open.step, false, false);
  const table = rules.tables.find((one) => one.id === name);
  const column = table?.columns.find((one) => one.name === (/\]\.([a-z][a-z0-9_]*)/.exec(site)?.[1] ?? ''));
  const type = column?.type;
  if (type?.kind === 'choice') {
    const options = rules.choices[type.choice]?.options as readonly string[];
    return numbers({ low: ZERO, high: exact(BigInt(options.length - 1)) }, ONE, false, true);
  }
  if (column?.open !== undefined) return numbers(column.open.range, column.open.step, false, false);
  return flags(false);
}

function ofPoints(rules: RuleSet, path: string): Domain {
  const { value } = partsOf(rules.score).find((part) => part.path === path) as CheckedPart;
  const { range, step } = value as CheckedValue & { readonly kind: 'discretion' };
  return numbers(range, step, false, false);
}

/** The shape of a fact, or of the attribute `3.birth` of one of its people; none of `3`: whether there is such a person. */
function shapeOf(rules: RuleSet, { kind, id, sub }: PlanInput): LinkedShape | undefined {
  if (kind !== 'fact') return undefined;
  const fact = byId(rules.facts, id);
  if (fact.people === undefined) return fact;
  const [, attribute] = (sub as string).split('.');
  return fact.people.attributes.find((one) => one.id === attribute);
}

/** How the positions of every input become values; each is made when first asked for. */
export function domainsOf(rules: RuleSet, inputs: readonly PlanInput[]): Domains {
  const made = new Map<number, Domain>();
  const make = (input: PlanInput, shape: LinkedShape | undefined, known: readonly string[]): Domain => {
    if (shape !== undefined) return ofShape(shape, () => codesOf(rules, known));
    switch (input.kind) {
      case 'points':
        return ofPoints(rules, input.id);
      case 'cell':
        return ofCell(rules, input.id);
      default:
        return flags(false);
    }
  };
  return {
    of: (at, known) => {
      const before = made.get(at);
      if (before !== undefined) return before;
      const input = inputs[at] as PlanInput;
      const shape = shapeOf(rules, input);
      const domain = make(input, shape, known);
      if (shape?.type.kind !== 'code') made.set(at, domain);
      return domain;
    },
  };
}
