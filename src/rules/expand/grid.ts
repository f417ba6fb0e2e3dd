import { isCurrency, parseUnit } from '../formula/index.js';
import type { Path } from '../text/index.js';
import type { Context } from './context.js';
import { canonicalNumber } from './number.js';
import type { Members } from './raw.js';

/** The grid of a number that says none: the minor unit of a currency, 1 of another atom; other units must say. */
function defaultStep(unit: string): string | null {
  const [first = '', ...others] = unit.split(/[*/]/);
  if (isCurrency(first)) return '0.01';
  return others.length === 0 ? '1' : null;
}

/** Range and grid of a number, canonical. `rules.missingKey` where a unit has no grid of its own. */
export function gridOf(
  context: Context,
  raw: Members,
  unit: string,
  path: Path,
): { readonly range: readonly [string, string]; readonly step: string } {
  const range = pair(raw.range, canonicalNumber);
  if (raw.step !== undefined) return { range, step: canonicalNumber(String(raw.step)) };
  const step = defaultStep(unit);
  // A unit that is not known is named by itself when it is linked.
  if (step === null && parseUnit(unit, context.units) !== null)
    context.refuse('rules.missingKey', path, { key: 'step' });
  return { range, step: step ?? '1' };
}

/** Two texts, each in its long form. */
export function pair(raw: unknown, long: (text: string) => string): readonly [string, string] {
  const [low = '', high = ''] = raw as readonly string[];
  return [long(low), long(high)];
}
