import { compare, ZERO } from '../../value/index.js';
import type { CheckedPart } from '../constructs/index.js';
import { type Reading, readings } from '../formula/index.js';
import { partReadings, valueReadings, whenReadings } from '../readings.js';
import type { RuleSet } from '../rule-set.js';
import type { Linker } from './linker.js';

/**
 * `no_points` is allowed only where the part cannot go below 0 and nothing but plain parts of the score reads the
 * fact: elsewhere, leaving it out could hurt or hide something.
 */
export function checkNoPoints(linker: Linker, rules: RuleSet): void {
  const quiet = rules.facts.filter((fact) => fact.unknown.policy === 'no_points').map((fact) => fact.id);
  if (quiet.length === 0) return;
  const outside = new Map<string, string>();
  const note = (of: readonly Reading[], where: string): void => {
    for (const reading of of)
      if (reading.kind === 'fact' && !outside.has(reading.id)) outside.set(reading.id, where);
  };
  for (const figure of rules.figures) note(valueReadings(figure.value), `figures.${figure.id}`);
  for (const category of rules.categories)
    if (category.when !== undefined) note(readings(category.when), `categories.${category.id}`);
  for (const veto of rules.vetoes)
    note(
      [...readings(veto.when), ...(veto.unless === undefined ? [] : readings(veto.unless))],
      `vetoes.${veto.id}`,
    );
  for (const one of rules.scope) note(readings(one.is), `scope.${one.id}`);
  for (const programme of rules.programmes) {
    note(
      [...readings(programme.for), ...(programme.amount === null ? [] : valueReadings(programme.amount))],
      `programmes.${programme.id}`,
    );
  }
  const walk = (part: CheckedPart): void => {
    if (part.value.kind === 'section') {
      note(whenReadings(part), part.path === '' ? 'score' : `score.${part.path}`);
      part.value.parts.forEach(walk);
    } else if (part.extent.range !== undefined && compare(part.extent.range.low, ZERO) < 0) {
      note(partReadings(part), `score.${part.path}`);
    }
  };
  walk(rules.score);
  for (const id of quiet) {
    const where = outside.get(id);
    if (where !== undefined)
      linker.refuse('rules.noPointsNotAllowed', ['facts', id, 'unknown'], { fact: id, where });
  }
}
