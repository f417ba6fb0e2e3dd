import { compare, ZERO } from '../../value/index.js';
import type { CheckedPart } from '../constructs/index.js';
import { type Expression, type Reading, readings } from '../formula/index.js';
import { partReadings, valueReadings, whenReadings } from '../readings.js';
import type { RuleSet } from '../rule-set.js';
import type { Linker } from './linker.js';

type Outside = (of: readonly Reading[], where: string) => void;

/**
 * `no_points` is allowed only where the part cannot go below 0 and nothing but plain parts of the score reads the
 * fact: elsewhere, leaving it out could hurt or hide something.
 */
export function checkNoPoints(linker: Linker, rules: RuleSet): void {
  const quiet = rules.facts.filter((fact) => fact.unknown.policy === 'no_points').map((fact) => fact.id);
  if (quiet.length === 0) return;
  const outside = new Map<string, string>();
  const note: Outside = (of, where) => {
    for (const reading of of) {
      // The points of one part are read apart from the score, where 0 need not be the easy end.
      const facts =
        reading.kind === 'part' ? rules.reads([reading]) : reading.kind === 'fact' ? [reading.id] : [];
      for (const id of facts) if (!outside.has(id)) outside.set(id, where);
    }
  };
  noteBlocks(rules, note);
  if (rules.score !== null) noteParts(rules.score, false, note);
  for (const id of quiet) {
    const where = outside.get(id);
    if (where !== undefined)
      linker.refuse('rules.noPointsNotAllowed', ['facts', id, 'unknown'], { fact: id, where });
  }
}

const of = (e: Expression | undefined): readonly Reading[] => (e === undefined ? [] : readings(e));

/** Everything but the parts of the score. */
function noteBlocks(rules: RuleSet, note: Outside): void {
  for (const fact of rules.facts) note(of(fact.onlyIf), `facts.${fact.id}`);
  for (const figure of rules.figures)
    note([...of(figure.onlyIf), ...valueReadings(figure.value)], `figures.${figure.id}`);
  for (const category of rules.categories) note(of(category.when), `categories.${category.id}`);
  for (const route of rules.routes) note(of(route.when), `score.routes.${route.id}`);
  for (const tier of rules.tiers) note(of(tier.when), `tiers.${tier.id}`);
  note(of(rules.tierOf?.is), 'tiers.of');
  for (const veto of rules.vetoes) note([...of(veto.when), ...of(veto.unless)], `vetoes.${veto.id}`);
  for (const one of rules.scope) note(of(one.is), `scope.${one.id}`);
  for (const { id, for: entitled, amount } of rules.programmes)
    note([...of(entitled), ...(amount === null ? [] : valueReadings(amount))], `programmes.${id}`);
}

/** Parts that can take points away, and conditions of sections. `turned`: a weight below 0 stands around. */
function noteParts(part: CheckedPart, turned: boolean, note: Outside): void {
  const where = part.path === '' ? 'score' : `score.${part.path}`;
  const inside = turned || (part.weight !== undefined && compare(part.weight, ZERO) < 0);
  if (part.value.kind === 'section') {
    note(whenReadings(part), where);
    for (const inner of part.value.parts) noteParts(inner, inside, note);
  } else if (inside || (part.extent.range !== undefined && compare(part.extent.range.low, ZERO) < 0)) {
    note(partReadings(part), where);
  }
}
