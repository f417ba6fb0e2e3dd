import * as z from 'zod';
import { larger, only, type Quotient, quotient, ZERO } from '../../../value/index.js';
import { type Expression, FLAG, type Wanted } from '../../formula/index.js';
import { formulaSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { extentOf } from '../extent.js';
import type { BestOfDocument, CheckedBestOf } from './document.js';

/** `best_of: [{ when, is }]` of a figure; `[{ when, points }]` of a part. */
export const schema = () =>
  z.strictObject({ best_of: z.array(z.strictObject({ when: formulaSlot(), is: formulaSlot() })).min(1) });
export const partSchema = () =>
  z.strictObject({ best_of: z.array(z.strictObject({ when: formulaSlot(), points: formulaSlot() })).min(1) });
export const identifies = ['best_of'];

export function expand(raw: Raw, to: Expander): BestOfDocument {
  const cases = (raw.best_of as readonly Readonly<Record<string, string>>[]).map((one) => ({
    when: to.formula(one.when as string),
    is: to.formula((one.is ?? one.points) as string),
  }));
  return { kind: 'best_of', cases };
}

export function check(
  document: BestOfDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedBestOf | null {
  const cases: { when: Expression; is: Expression }[] = [];
  let settled: Wanted = wanted.kind === 'any' ? { kind: 'anyNumber' } : wanted;
  for (const [i, one] of document.cases.entries()) {
    const when = checker.formula(one.when, [...path, 'cases', i, 'when'], FLAG);
    const is = checker.formula(one.is, [...path, 'cases', i, 'is'], settled);
    if (when === null || is === null) return null;
    if (settled.kind === 'anyNumber') settled = is.type;
    cases.push({ when, is });
  }
  const nothing = { range: only(ZERO), places: 0, size: 0 };
  return { kind: 'best_of', cases, extent: extentOf([...cases.map((one) => one.is), nothing]) };
}

export function meaning(value: CheckedBestOf, ask: Meanings): Meant {
  let best: Quotient | undefined;
  for (const one of value.cases) {
    const holds = ask.expression(one.when) as boolean | undefined;
    if (holds === undefined) return undefined;
    if (!holds) continue;
    const is = ask.expression(one.is) as Quotient | undefined;
    if (is === undefined) return undefined;
    best = best === undefined ? is : larger(best, is);
  }
  return best ?? quotient('0');
}

export function lower(value: CheckedBestOf, build: Builder): Handle {
  // Where no case holds the value is 0, also when every case that could hold is below 0: so the cases are folded
  // from the last, each deciding between itself and the best of those after it.
  const folded = value.cases.reduceRight<{ any: Handle | null; best: Handle }>(
    (rest, one) => {
      const when = build.expression(one.when);
      const is = build.expression(one.is);
      if (rest.any === null) return { any: when, best: build.select(when, is, rest.best) };
      const both = build.select(rest.any, build.greatest([is, rest.best]), is);
      return { any: build.either(when, rest.any), best: build.select(when, both, rest.best) };
    },
    { any: null, best: build.constant(ZERO) },
  );
  return folded.best;
}
