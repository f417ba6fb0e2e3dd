import * as z from 'zod';
import type { Quotient } from '../../../value/index.js';
import { describeType, type Reading, readings, type Type, type Wanted } from '../../formula/index.js';
import { formulaSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, NONE, Raw, ValueChecker } from '../contract.js';
import { heldExtent } from '../extent.js';
import { lowerTogether, meantTogether } from '../held.js';
import type { Take } from '../section/document.js';
import { guarded, nothingIn } from '../settle.js';
import type { CheckedHits, HitsDocument } from './document.js';

const TAKES: Readonly<Record<string, Take>> = {
  sum: 'sum',
  best: 'best',
  least: 'least',
  sum_of: 'sum',
  best_of: 'best',
  least_of: 'least',
};

const listed = <K extends string>(is: K) =>
  z.array(z.strictObject({ when: formulaSlot(), [is]: formulaSlot() })).min(1);

/** `sum`, `best` or `least: [{ when, is }]` of a figure. */
export const schema = () =>
  z.union([
    z.strictObject({ sum: listed('is') }),
    z.strictObject({ best: listed('is') }),
    z.strictObject({ least: listed('is') }),
  ]);
/** `sum_of`, `best_of` or `least_of: [{ when, points }]` of a part. */
export const partSchema = () =>
  z.union([
    z.strictObject({ best_of: listed('points') }),
    z.strictObject({ sum_of: listed('points') }),
    z.strictObject({ least_of: listed('points') }),
  ]);
export const identifies = Object.keys(TAKES);

export function expand(raw: Raw, to: Expander): HitsDocument {
  const key = identifies.find((k) => raw[k] !== undefined) as string;
  const cases = (raw[key] as readonly Readonly<Record<string, string>>[]).map((one) => ({
    when: to.formula(one.when as string),
    is: to.formula((one.is ?? one.points) as string),
  }));
  return { kind: 'hits', take: TAKES[key] as Take, cases };
}

/** Values are numbers, since nothing that holds counts as 0; each stands behind its own condition. */
export function check(
  document: HitsDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedHits | null {
  const number: Wanted = wanted.kind === 'any' ? { kind: 'anyNumber' } : wanted;
  if (number.kind !== 'number' && number.kind !== 'anyNumber')
    return checker.refuse('rules.type', path, { found: 'number', needed: describeType(number) });
  if (nothingIn(document.cases, 'cases', path, checker)) return null;
  const cases = guarded(document.cases, [...path, 'cases'], number, checker);
  if (cases === null) return null;
  const values = cases.map((one) => one.is);
  return { kind: 'hits', take: document.take, cases, extent: heldExtent(document.take, values) };
}

export function meaning(value: CheckedHits, ask: Meanings): Meant {
  const cases = value.cases.map((one) => ({
    holds: () => ask.expression(one.when) as boolean | undefined,
    is: () => ask.expression(one.is) as Quotient | typeof NONE | undefined,
  }));
  return meantTogether(value.take, cases);
}

export function lower(value: CheckedHits, build: Builder): Handle {
  const cases = value.cases.map((one) => ({
    when: build.expression(one.when),
    is: build.expression(one.is),
  }));
  return lowerTogether(value.take, cases, build);
}

export function reads(value: CheckedHits): readonly Reading[] {
  return value.cases.flatMap((one) => [...readings(one.when), ...readings(one.is)]);
}

export function type(value: CheckedHits): Type | null {
  return value.cases[0]?.is.type ?? null;
}
