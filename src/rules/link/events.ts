import type { CheckedValue } from '../constructs/index.js';
import { readings } from '../formula/index.js';
import type { RuleSet } from '../rule-set.js';

/** Dates of events in a value: facts that something is counted from. */
function eventsOf(value: CheckedValue): readonly string[] {
  switch (value.kind) {
    case 'recent':
      return readings(value.of).flatMap((reading) => (reading.kind === 'fact' ? [reading.id] : []));
    case 'section':
      return value.parts.flatMap((part) => eventsOf(part.value));
    case 'dated':
      return value.layers.flatMap((layer) => eventsOf(layer.value));
    default:
      return [];
  }
}

/** Facts whose date is counted from: one after the day of the determination cannot be used. */
export function eventFacts({
  score,
  figures,
  programmes,
}: Pick<RuleSet, 'score' | 'figures' | 'programmes'>): ReadonlySet<string> {
  const values: readonly (CheckedValue | null)[] = [
    score?.value ?? null,
    ...figures.map((figure) => figure.value),
    ...programmes.map((programme) => programme.amount),
  ];
  return new Set(values.flatMap((value) => (value === null ? [] : eventsOf(value))));
}
