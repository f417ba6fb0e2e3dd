import type { Expression, Meant } from '../rules/index.js';
import {
  fromExact,
  larger,
  minus,
  order,
  over,
  plus,
  type Quotient,
  quotient,
  rounded,
  smaller,
  times,
} from '../value/index.js';

/** What the names of a rule set mean in one case, and the cell of a table. */
export interface Readings {
  read(of: (Expression & { readonly kind: 'read' })['of']): Meant;
  cell(table: string, keys: readonly (boolean | number)[]): Quotient;
}

const holds = (op: string, side: number): boolean => {
  switch (op) {
    case '=':
      return side === 0;
    case '!=':
      return side !== 0;
    case '<':
      return side < 0;
    case '<=':
      return side <= 0;
    case '>':
      return side > 0;
    default:
      return side >= 0;
  }
};

/**
 * The meaning of a formula, section 4 of the rule language, on exact decimals. `undefined` is a fact that gives no
 * points because it is not known: it passes through everything except an `and` that is false anyway and an `or`
 * that is true anyway.
 */
export function meaningOfExpression(e: Expression, names: Readings): Meant {
  const number = (x: Expression): Quotient | undefined =>
    meaningOfExpression(x, names) as Quotient | undefined;
  const flag = (x: Expression): boolean | undefined => meaningOfExpression(x, names) as boolean | undefined;
  switch (e.kind) {
    case 'number':
      return fromExact(e.value);
    case 'flag':
      return e.value;
    case 'option':
      return e.index;
    case 'read':
      return names.read(e.of);
    case 'lookup': {
      const keys = e.keys.map((key) => meaningOfExpression(key, names) as boolean | number | undefined);
      return keys.includes(undefined) ? undefined : names.cell(e.table, keys as (boolean | number)[]);
    }
    case 'arithmetic': {
      const [a, b] = [number(e.left), number(e.right)];
      if (a === undefined || b === undefined) return undefined;
      return e.op === '+' ? plus(a, b) : e.op === '-' ? minus(a, b) : e.op === '*' ? times(a, b) : over(a, b);
    }
    case 'negate': {
      const x = number(e.of);
      return x === undefined ? undefined : minus(quotient('0'), x);
    }
    case 'abs': {
      const x = number(e.of);
      return x === undefined ? undefined : larger(x, minus(quotient('0'), x));
    }
    case 'least':
    case 'greatest': {
      const values = e.of.map(number);
      if (values.includes(undefined)) return undefined;
      return (values as Quotient[]).reduce(e.kind === 'least' ? smaller : larger);
    }
    case 'round': {
      const x = number(e.of);
      return x === undefined ? undefined : rounded(x, fromExact(e.step), e.mode);
    }
    case 'compare': {
      const [a, b] = [meaningOfExpression(e.left, names), meaningOfExpression(e.right, names)];
      if (a === undefined || b === undefined) return undefined;
      return holds(e.op, typeof a === 'object' ? order(a, b as Quotient) : Number(a) - Number(b));
    }
    case 'in': {
      const x = meaningOfExpression(e.of, names) as number | undefined;
      return x === undefined ? undefined : e.options.includes(x);
    }
    case 'and': {
      const parts = e.of.map(flag);
      return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    }
    case 'or': {
      const parts = e.of.map(flag);
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
    }
    case 'not': {
      const x = flag(e.of);
      return x === undefined ? undefined : !x;
    }
    case 'if': {
      const when = flag(e.when);
      return when === undefined ? undefined : meaningOfExpression(when ? e.then : e.otherwise, names);
    }
  }
}
