import type { UsedFact } from '../../determine/index.js';
import type { Expression, Reading } from '../../rules/index.js';
import {
  civilDate,
  compare,
  type Exact,
  exact,
  parseCivilDate,
  parseExact,
  toDay,
} from '../../value/index.js';
import type { Choices } from './choices.js';

/** What a condition may look at when it is asked which of its demands is not met; `undefined` is not known. */
export type Known = (of: Reading) => UsedFact['value'] | undefined;

/** Whether a plain condition holds; `undefined` where it is not plain, or what it reads is not known. */
export function holds(e: Expression, known: Known, choices: Choices): boolean | undefined {
  switch (e.kind) {
    case 'flag':
      return e.value;
    case 'read': {
      const value = known(e.of);
      return typeof value === 'boolean' ? value : undefined;
    }
    case 'not': {
      const inner = holds(e.of, known, choices);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
    case 'or': {
      const parts = e.of.map((part) => holds(part, known, choices));
      const decisive = e.kind === 'or';
      if (parts.includes(decisive)) return decisive;
      return parts.includes(undefined) ? undefined : !decisive;
    }
    case 'in': {
      const at = optionOf(e.of, known, choices);
      return at === undefined ? undefined : e.options.includes(at);
    }
    case 'isNone': {
      const value = e.of.kind === 'read' ? known(e.of.of) : undefined;
      return value === undefined ? undefined : value === 'none';
    }
    case 'has':
      return hasOptions(e, known, choices);
    case 'compare': {
      const [left, right] = [amountOf(e.left, known, choices), amountOf(e.right, known, choices)];
      if (left === undefined || right === undefined) return undefined;
      const side = compare(left, right);
      return {
        '=': side === 0,
        '!=': side !== 0,
        '<': side < 0,
        '<=': side <= 0,
        '>': side > 0,
        '>=': side >= 0,
      }[e.op];
    }
    default:
      return undefined;
  }
}

/** Options of which it is not said whether they hold leave it open, unless the others decide. */
function hasOptions(
  e: Expression & { readonly kind: 'has' },
  known: Known,
  choices: Choices,
): boolean | undefined {
  const value = known({ kind: 'fact', id: e.fact });
  if (typeof value !== 'object' || !('in' in value)) return undefined;
  const options = choices.options(choices.ofFact(e.fact));
  const held = e.options.map((index): boolean | undefined => {
    const option = options[index] ?? '';
    if (value.in.includes(option)) return true;
    return value.out === undefined || value.out.includes(option) ? false : undefined;
  });
  const decisive = e.op === 'has_any';
  if (held.includes(decisive)) return decisive;
  return held.includes(undefined) ? undefined : !decisive;
}

/** A number, a date in days, or an option by its place in the choice. */
function amountOf(e: Expression, known: Known, choices: Choices): Exact | undefined {
  if (e.kind === 'number') return e.value;
  if (e.kind === 'date') return constantDay(e);
  if (e.kind === 'read' && (e.type.kind === 'number' || e.type.kind === 'date')) {
    const value = known(e.of);
    if (typeof value !== 'string') return undefined;
    if (e.type.kind === 'number') return parseExact(value) ?? undefined;
    const date = parseCivilDate(value);
    return date === null ? undefined : exact(BigInt(toDay(date)));
  }
  const option = optionOf(e, known, choices);
  return option === undefined ? undefined : exact(BigInt(option));
}

function constantDay(e: Expression & { readonly kind: 'date' }): Exact | undefined {
  if (e.year.kind !== 'number') return undefined;
  const date = civilDate(Number(e.year.value.n), e.month, e.day);
  return date === null ? undefined : exact(BigInt(toDay(date)));
}

function optionOf(e: Expression, known: Known, choices: Choices): number | undefined {
  if (e.kind === 'option') return e.index;
  if (e.kind !== 'read' || e.type.kind !== 'choice') return undefined;
  const value = known(e.of);
  const index = typeof value === 'string' ? choices.options(e.type.choice).indexOf(value) : -1;
  return index < 0 ? undefined : index;
}
