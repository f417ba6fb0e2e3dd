import { compare, type Exact, exact, onGrid, type Range, toDay, ZERO } from '../../value/index.js';
import type { Path } from '../text/index.js';
import type { Findings } from './findings.js';

/** All values of a number: a range and the step between them, from its low end on. */
export interface Grid {
  readonly range: Range;
  readonly step: Exact;
}

interface Written {
  readonly range?: readonly [string, string];
  readonly step?: string;
}

/** Issues: `rules.missingKey`, `rules.number`, `rules.rangeEmpty`, `rules.stepMisfits`. */
export function numberGrid(findings: Findings, written: Written, path: Path): Grid | null {
  const { range, step: stepText } = written;
  if (range === undefined || stepText === undefined)
    return findings.refuse('rules.missingKey', path, { key: range === undefined ? 'range' : 'step' });
  const at: Path = [...path, 'range'];
  const [first, last] = range;
  const before = findings.issues.length;
  const [low, high] = [findings.constant(first, at), findings.constant(last, at)];
  const step = findings.constant(stepText, [...path, 'step']);
  if (findings.issues.length > before) return null;
  if (compare(low, high) > 0) return findings.refuse('rules.rangeEmpty', at, { low: first, high: last });
  if (compare(step, ZERO) <= 0 || !onGrid(high, low, step))
    return findings.refuse('rules.stepMisfits', at, { step: stepText });
  return { range: { low, high }, step };
}

/** Dates as days since 1970-01-01. Issues: `rules.missingKey`, `rules.date`, `rules.rangeEmpty`. */
export function dateGrid(findings: Findings, written: Written, path: Path): Grid | null {
  if (written.range === undefined) return findings.refuse('rules.missingKey', path, { key: 'range' });
  const at: Path = [...path, 'range'];
  const [first, last] = written.range;
  const [low, high] = [findings.date(first, at), findings.date(last, at)];
  if (low === null || high === null) return null;
  const [from, to] = [toDay(low), toDay(high)];
  if (from > to) return findings.refuse('rules.rangeEmpty', at, { low: first, high: last });
  return { range: { low: exact(BigInt(from)), high: exact(BigInt(to)) }, step: exact(1n) };
}
