import * as z from 'zod';
import type { Quotient } from '../../../value/index.js';
import { describeType, type Reading, readings, type Type, type Wanted } from '../../formula/index.js';
import { formulaSlot, idSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, NONE, Raw, ValueChecker } from '../contract.js';
import { heldExtent } from '../extent.js';
import { lowerTogether, meantTogether } from '../held.js';
import type { Take } from '../section/document.js';
import { valuesByOption } from '../total.js';
import type { CheckedSeveral, SeveralDocument } from './document.js';

/** `several: fact` with the points of each option, and `take` of those that hold (by itself their sum). */
export const partSchema = () =>
  z.strictObject({
    several: idSlot(),
    options: z.record(idSlot(), formulaSlot()),
    take: z.enum(['sum', 'best', 'least']).optional(),
    otherwise: formulaSlot().optional(),
  });
export const identifies = ['several'];

export function expand(raw: Raw, to: Expander): SeveralDocument {
  const options = Object.entries(raw.options as Readonly<Record<string, string>>);
  const document: SeveralDocument = {
    kind: 'several',
    of: String(raw.several),
    take: (raw.take as Take | undefined) ?? 'sum',
    options: Object.fromEntries(options.map(([id, value]) => [id, to.formula(value)])),
  };
  return raw.otherwise === undefined
    ? document
    : { ...document, otherwise: to.formula(String(raw.otherwise)) };
}

/** Issues: `rules.type` where the fact is not one of several options, `rules.unknownOption`, `rules.optionsNotTotal`. */
export function check(
  document: SeveralDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedSeveral | null {
  const at = [...path, 'of'];
  const fact = checker.fact(document.of, at);
  if (fact === null) return null;
  if (fact.kind !== 'several')
    return checker.refuse('rules.type', at, { found: describeType(fact), needed: 'several' });
  const values = valuesByOption(document, fact.choice, path, wanted, checker);
  if (values === null) return null;
  const { of, take } = document;
  return { kind: 'several', of, take, values, extent: heldExtent(take, values) };
}

export function meaning(value: CheckedSeveral, ask: Meanings): Meant {
  const cases = value.values.map((points, option) => ({
    holds: () => ask.has(value.of, option),
    is: () => ask.expression(points) as Quotient | typeof NONE | undefined,
  }));
  return meantTogether(value.take, cases);
}

export function lower(value: CheckedSeveral, build: Builder): Handle {
  const cases = value.values.map((points, option) => ({
    when: build.has(value.of, option),
    is: build.expression(points),
  }));
  return lowerTogether(value.take, cases, build);
}

export function reads(value: CheckedSeveral): readonly Reading[] {
  return [{ kind: 'fact', id: value.of }, ...value.values.flatMap(readings)];
}

export function type(value: CheckedSeveral): Type | null {
  return value.values[0]?.type ?? null;
}
