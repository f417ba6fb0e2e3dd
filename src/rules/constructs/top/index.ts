import * as z from 'zod';
import { larger, plus, type Quotient, quotient, smaller, ZERO } from '../../../value/index.js';
import {
  describeType,
  type Expression,
  type Reading,
  readings,
  type Type,
  type Wanted,
} from '../../formula/index.js';
import { formulaSlot, integerSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import {
  type Builder,
  type Expander,
  type Extent,
  type Handle,
  type Meanings,
  type Meant,
  NONE,
  type Raw,
  type ValueChecker,
} from '../contract.js';
import { heldExtent } from '../extent.js';
import { guarded } from '../settle.js';
import type { CheckedTop, TopDocument } from './document.js';

const listed = <K extends string>(is: K) =>
  z.strictObject({
    top: integerSlot(),
    of: z.array(z.strictObject({ when: formulaSlot(), [is]: formulaSlot() })).min(2),
  });

/** `{ top: 2, of: [{ when, is }] }` of a figure. */
export const schema = () => listed('is');
/** `{ top: 2, of: [{ when, points }] }` of a part. */
export const partSchema = () => listed('points');
export const identifies = ['top'];

export function expand(raw: Raw, to: Expander): TopDocument {
  const cases = (raw.of as readonly Readonly<Record<string, string>>[]).map((one) => ({
    when: to.formula(one.when as string),
    is: to.formula((one.is ?? one.points) as string),
  }));
  return { kind: 'top', top: to.number(String(raw.top)), cases };
}

/**
 * Values are numbers, each behind its own condition. `top` is at least 1 and less than the number of values: all of
 * them would be a sum. Issues: `rules.type`, `rules.count`, those of conditions and values.
 */
export function check(
  document: TopDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedTop | null {
  const number: Wanted = wanted.kind === 'any' ? { kind: 'anyNumber' } : wanted;
  if (number.kind !== 'number' && number.kind !== 'anyNumber')
    return checker.refuse('rules.type', path, { found: 'number', needed: describeType(number) });
  const most = document.cases.length - 1;
  const top = Number(document.top);
  if (!Number.isInteger(top) || top < 1 || top > most)
    return checker.refuse('rules.count', [...path, 'top'], { found: 'top', least: '1', most: String(most) });
  const cases = guarded(document.cases, [...path, 'cases'], number, checker);
  if (cases === null) return null;
  const values = cases.map((one) => one.is);
  return { kind: 'top', top, cases, extent: topExtent(values) };
}

/** From 0 to the sum of all that is above 0: never too little, whichever of them hold together. */
function topExtent(values: readonly Expression[]): Extent {
  const all = heldExtent('sum', values);
  return all.range === undefined ? all : { ...all, range: { low: ZERO, high: all.range.high } };
}

/** What is not known makes the whole not known, and a value that is none makes it none: every case is looked at. */
export function meaning(value: CheckedTop, ask: Meanings): Meant {
  const held = value.cases.flatMap((one): readonly Meant[] => {
    const holds = ask.expression(one.when) as boolean | undefined;
    return holds === false ? [] : [holds === undefined ? undefined : ask.expression(one.is)];
  });
  if (held.includes(undefined)) return undefined;
  if (held.includes(NONE)) return NONE;
  const nothing = quotient('0');
  let rest = (held as readonly Quotient[]).filter((one) => smaller(one, nothing) === nothing);
  let sum = nothing;
  for (let i = 0; i < value.top && rest.length > 0; i += 1) {
    const best = rest.reduce(larger);
    sum = plus(sum, best);
    const at = rest.indexOf(best);
    rest = rest.filter((_, k) => k !== at);
  }
  return sum;
}

/**
 * Places filled from the first down, each keeping the greater and handing the lesser on. They begin at 0, so that what
 * is below 0 stays out.
 */
export function lower(value: CheckedTop, build: Builder): Handle {
  const zero = build.constant(ZERO);
  const places = Array.from({ length: value.top }, () => zero);
  for (const { when, is } of value.cases) {
    let handed = build.select(build.expression(when), build.expression(is), zero);
    for (const [i, kept] of places.entries()) {
      places[i] = build.greatest([kept, handed]);
      handed = build.least([kept, handed]);
    }
  }
  return build.sum(places);
}

export function reads(value: CheckedTop): readonly Reading[] {
  return value.cases.flatMap((one) => [...readings(one.when), ...readings(one.is)]);
}

export function type(value: CheckedTop): Type | null {
  return value.cases[0]?.is.type ?? null;
}
