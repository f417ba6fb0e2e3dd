import * as z from 'zod';
import { multiplyRanges, type Quotient, times } from '../../../value/index.js';
import { type Expression, type Reading, readings, unitOver, type Wanted } from '../../formula/index.js';
import { formulaSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Extent, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { extentOf } from '../extent.js';
import { lookedAt } from '../settle.js';
import type { CheckedEach, EachDocument } from './document.js';

/** `each: 8` points for every one of a number: `of`. */
export const partSchema = () => z.strictObject({ each: formulaSlot(), of: formulaSlot() });
export const identifies = ['each'];

export function expand(raw: Raw, to: Expander): EachDocument {
  return { kind: 'each', each: to.formula(String(raw.each)), of: to.formula(String(raw.of)) };
}

function productExtent(a: Extent, b: Extent): Extent {
  if (a.range === undefined || b.range === undefined) return {};
  return {
    range: multiplyRanges(a.range, b.range),
    places: a.places === null || b.places === null ? null : a.places + b.places,
    size: a.size + b.size,
  };
}

/** A bare number of points is so many for each unit of the number. Neither may be none. */
export function check(
  document: EachDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedEach | null {
  const of = lookedAt({ text: document.of, path: [...path, 'of'] }, { kind: 'anyNumber' }, checker);
  if (of === null || of.type.kind !== 'number') return null;
  const one: Wanted =
    wanted.kind === 'number'
      ? { kind: 'number', unit: unitOver(wanted.unit, of.type.unit) }
      : { kind: 'anyNumber' };
  const each = lookedAt({ text: document.each, path: [...path, 'each'] }, one, checker);
  return each === null
    ? null
    : { kind: 'each', each, of, extent: productExtent(extentOf([each]), extentOf([of])) };
}

export function meaning(value: CheckedEach, ask: Meanings): Meant {
  const known = (e: Expression): Quotient | undefined => ask.expression(e) as Quotient | undefined;
  const of = known(value.of);
  const each = known(value.each);
  return of === undefined || each === undefined ? undefined : times(each, of);
}

export function lower(value: CheckedEach, build: Builder): Handle {
  return build.product(build.expression(value.each), build.expression(value.of));
}

export function reads(value: CheckedEach): readonly Reading[] {
  return [...readings(value.each), ...readings(value.of)];
}

/** Points, as its place says. */
export function type(): null {
  return null;
}
