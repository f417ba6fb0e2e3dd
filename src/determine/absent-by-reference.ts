import { attempt, type Moment, readCase } from '../reference/index.js';
import type { RuleSet } from '../rules/index.js';
import type { KnownStudent } from './resolution.js';

/**
 * Facts that surely do not exist: their `only_if` is false by what is known alone. The others may still turn out not to
 * exist; that is for whoever resolves the student.
 */
export function absentByReference(rules: RuleSet, known: KnownStudent, moment: Moment): ReadonlySet<string> {
  const at = readCase(rules, known, moment, 'known');
  const absent = rules.facts.filter(
    ({ onlyIf }) => onlyIf !== undefined && attempt(() => at.expression(onlyIf)) === false,
  );
  return new Set(absent.map(({ id }) => id));
}
