import type { KnownScalar } from '../../reference/index.js';
import type { RuleSet } from '../../rules/index.js';
import { contains, type Exact, formatExact, type Issue, onGrid, warning } from '../../value/index.js';
import { givableFigure, readGivable } from '../intake/given.js';
import { exactOf, type ScalarCodes } from '../intake/scalar.js';
import { type Discretion, discretionsOf } from '../parts.js';
import { contentOf } from '../raw.js';
import { type Kind, latest } from './latest.js';

/** Values that persons set, and of which things two words of one day differ. */
export interface SetByPersons<T> {
  readonly set: ReadonlyMap<string, T>;
  readonly conflicts: readonly string[];
}

/**
 * Points that persons gave, by the path of the part. Issues: `decision.unknownPart` (no part whose points a person
 * gives), `decision.role`, `decision.range` (outside the range, off the step, or no number), `decision.reason`,
 * `decision.paper` (what the rule file asks to be said or shown is missing), `decision.pointsConflict`.
 */
export function readPoints(
  rules: RuleSet,
  decisions: readonly Kind<'points'>[],
  issues: Issue[],
): SetByPersons<Exact> {
  const parts = new Map(discretionsOf(rules.score).map((part) => [part.part, part]));
  const usable = decisions.filter((one) => {
    const part = parts.get(one.part);
    if (part === undefined) issues.push(warning('decision.unknownPart', { part: one.part }));
    return part !== undefined && pointsOf(one, part, issues) !== null;
  });
  const said = latest(
    usable,
    (one) => one.part,
    (one) => contentOf(exactOf(one.points)),
  );
  const set = new Map<string, Exact>();
  const conflicts: string[] = [];
  for (const [part, one] of said) {
    if (one === 'conflict') {
      issues.push(warning('decision.pointsConflict', { part }));
      // Where nobody having decided counts as 0, silence would take what both gave.
      if (parts.get(part)?.undecided === '0') conflicts.push(`score.${part}`);
      continue;
    }
    const points = exactOf(one.points);
    if (points !== null && points !== 'float') set.set(part, points);
  }
  return { set, conflicts };
}

function pointsOf(one: Kind<'points'>, part: Discretion, issues: Issue[]): Exact | null {
  const refuse = (code: string, values: Issue['values'] = {}): null => {
    issues.push(warning(code, { kind: 'points', of: one.part, ...values }));
    return null;
  };
  if (!part.by.includes(one.by)) return refuse('decision.role', { roles: part.by.join(', ') });
  if (part.needs.includes('reason') && one.because.trim() === '') return refuse('decision.reason');
  if (part.needs.includes('evidence') && (one.paper ?? '').trim() === '') return refuse('decision.paper');
  const points = exactOf(one.points);
  const { range, step } = part;
  if (points === null || points === 'float' || !contains(range, points) || !onGrid(points, range.low, step)) {
    const [low, high] = [formatExact(range.low), formatExact(range.high)];
    return refuse('decision.range', { low, high, step: formatExact(step) });
  }
  return points;
}

const FIGURE_CODES: ScalarCodes = {
  type: 'decision.value',
  float: 'decision.value',
  option: 'decision.value',
  date: 'decision.value',
  outOfRange: 'decision.value',
  offGrid: 'decision.value',
};

/**
 * Figures that persons set, by id: only those that the rule file lets somebody override. Issues:
 * `decision.unknownFigure`, `decision.role`, `decision.reason`, `decision.value` (one that the figure cannot have),
 * `decision.figureConflict`.
 */
export function readFigures(
  rules: RuleSet,
  decisions: readonly Kind<'figure'>[],
  issues: Issue[],
): SetByPersons<KnownScalar> {
  const values = new Map<Kind<'figure'>, KnownScalar>();
  for (const one of decisions) {
    const value = figureOf(rules, one, issues);
    if (value !== null) values.set(one, value);
  }
  const said = latest(
    [...values.keys()],
    (one) => one.figure,
    (one) => contentOf(values.get(one)),
  );
  const set = new Map<string, KnownScalar>();
  const conflicts: string[] = [];
  for (const [figure, one] of said) {
    const value = one === 'conflict' ? undefined : values.get(one);
    if (value !== undefined) set.set(figure, value);
    else {
      issues.push(warning('decision.figureConflict', { figure }));
      conflicts.push(figure);
    }
  }
  return { set, conflicts };
}

function figureOf(rules: RuleSet, one: Kind<'figure'>, issues: Issue[]): KnownScalar | null {
  const refuse = (code: string, values: Issue['values'] = {}): null => {
    issues.push(warning(code, { kind: 'figure', of: one.figure, ...values }));
    return null;
  };
  const figure = rules.figures.find(({ id }) => id === one.figure);
  const givable = figure?.override === undefined ? null : givableFigure(rules, figure);
  if (figure?.override === undefined || givable === null) {
    issues.push(warning('decision.unknownFigure', { figure: one.figure }));
    return null;
  }
  const { by, needs } = figure.override;
  if (!by.includes(one.by)) return refuse('decision.role', { roles: by.join(', ') });
  if (needs.includes('reason') && one.because.trim() === '') return refuse('decision.reason');
  return readGivable(givable, one.value, FIGURE_CODES, (code) => refuse(code));
}
