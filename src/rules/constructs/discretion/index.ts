import * as z from 'zod';
import {
  compare,
  decimalPlaces,
  type Exact,
  hull,
  onGrid,
  only,
  quotient,
  type Range,
  ZERO,
} from '../../../value/index.js';
import type { Wanted } from '../../formula/index.js';
import { idSlot, numberSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Extent, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import type { CheckedDiscretion, DiscretionDocument } from './document.js';

/**
 * `discretion: [0, 15]`: points that a person gives within a range, in steps of 1 or of `step`; `by` whom, and what
 * they have to say. Not given: open (`undecided: ask`), or 0.
 */
export const partSchema = () =>
  z.strictObject({
    discretion: z.array(numberSlot()).length(2),
    step: numberSlot().optional(),
    by: z.array(idSlot()).min(1),
    needs: z.array(z.enum(['reason', 'evidence'])).optional(),
    // In YAML 0 is a number: editors may not insist on a text.
    undecided: z.enum(['ask', '0']).meta({ slot: 'text' }),
  });
export const identifies = ['discretion'];

export function expand(raw: Raw, to: Expander): DiscretionDocument {
  const [low, high] = raw.discretion as readonly [string, string];
  return {
    kind: 'discretion',
    range: [to.number(low), to.number(high)],
    step: raw.step === undefined ? '1' : to.number(String(raw.step)),
    by: [...(raw.by as readonly string[])],
    needs: [...((raw.needs as readonly string[] | undefined) ?? [])],
    undecided: raw.undecided as DiscretionDocument['undecided'],
  };
}

function extentOfGrid(range: Range, step: Exact, undecided: DiscretionDocument['undecided']): Extent {
  const [low, by] = [decimalPlaces(range.low), decimalPlaces(step)];
  const all = undecided === '0' ? hull(range, only(ZERO)) : range;
  if (low === null || by === null)
    return { range: all, places: null, size: String(range.low.d).length + String(step.d).length };
  const places = low > by ? low : by;
  return { range: all, places, size: places };
}

/** Issues: `rules.rangeEmpty`; `rules.stepMisfits` where the steps do not lead from one end of the range to the other. */
export function check(
  document: DiscretionDocument,
  path: Path,
  _wanted: Wanted,
  checker: ValueChecker,
): CheckedDiscretion | null {
  const at = [...path, 'range'];
  const [low, high] = [checker.constant(document.range[0], at), checker.constant(document.range[1], at)];
  if (compare(low, high) > 0)
    return checker.refuse('rules.rangeEmpty', at, { low: document.range[0], high: document.range[1] });
  const step = checker.constant(document.step, [...path, 'step']);
  if (compare(step, ZERO) <= 0 || !onGrid(high, low, step))
    return checker.refuse('rules.stepMisfits', at, { step: document.step });
  const { by, needs, undecided } = document;
  const range = { low, high };
  const part = checker.partPath(path);
  const extent = extentOfGrid(range, step, undecided);
  return { kind: 'discretion', part, range, step, by, needs, undecided, extent };
}

export function meaning(value: CheckedDiscretion, ask: Meanings): Meant {
  return ask.discretion(value.part) ?? quotient('0');
}

export function lower(value: CheckedDiscretion, build: Builder): Handle {
  return build.discretion(value.part);
}

/** It reads no name: a person decides. */
export function reads(): readonly never[] {
  return [];
}

/** Points. */
export function type(): null {
  return null;
}
