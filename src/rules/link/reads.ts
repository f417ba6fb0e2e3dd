import type { CheckedPart } from '../constructs/index.js';
import { type Reading, readings } from '../formula/index.js';
import { partReadings, valueReadings } from '../readings.js';
import type { LinkedCategory, LinkedFigure, LinkedProgramme, LinkedVeto, RuleSet } from '../rule-set.js';

interface Linked {
  readonly figures: readonly LinkedFigure[];
  readonly categories: readonly LinkedCategory[];
  readonly vetoes: readonly LinkedVeto[];
  readonly score: CheckedPart;
}

/**
 * What everything rests on. Facts are named by their ids, the rest as `figure x`, `category x`, `veto x`, `score`,
 * `score_tier` and `tier`.
 */
export function readsOf(rules: Linked): RuleSet['reads'] {
  const closures = new Map<string, ReadonlySet<string>>();

  const behindVeto = (veto: LinkedVeto): readonly Reading[] => [
    ...readings(veto.when),
    ...(veto.unless === undefined ? [] : readings(veto.unless)),
  ];
  const behind = (reading: Reading): readonly Reading[] => {
    switch (reading.kind) {
      case 'fact':
        return [];
      case 'figure':
        return rules.figures
          .filter((one) => one.id === reading.id)
          .flatMap((one) => valueReadings(one.value));
      case 'category':
        return rules.categories
          .filter((one) => one.id === reading.id)
          .flatMap((one) => (one.when === undefined ? [] : readings(one.when)));
      case 'score':
        return [
          ...partReadings(rules.score),
          ...rules.vetoes.filter((one) => one.zeroScore).flatMap(behindVeto),
        ];
      case 'score_tier':
        return [{ kind: 'score' }];
      case 'tier': {
        const floors = rules.categories.filter((one) => one.floor !== undefined);
        return [
          { kind: 'score_tier' },
          ...floors.map(({ id }): Reading => ({ kind: 'category', id })),
          ...rules.vetoes.flatMap(behindVeto),
        ];
      }
    }
  };
  const closure = (reading: Reading): ReadonlySet<string> => {
    const key =
      reading.kind === 'fact' ? reading.id : 'id' in reading ? `${reading.kind} ${reading.id}` : reading.kind;
    const known = closures.get(key);
    if (known !== undefined) return known;
    const all = new Set([key]);
    for (const next of behind(reading)) for (const name of closure(next)) all.add(name);
    if (reading.kind === 'tier') for (const { id } of rules.vetoes) all.add(`veto ${id}`);
    closures.set(key, all);
    return all;
  };
  return (of) => new Set(of.flatMap((reading) => [...closure(reading)]));
}

/** The same of each scope predicate, of the outcome as a whole, and which programmes rest on no hardship. */
export function withReads(rules: RuleSet): RuleSet {
  const ofProgramme = (one: LinkedProgramme): ReadonlySet<string> =>
    rules.reads([...readings(one.for), ...(one.amount === null ? [] : valueReadings(one.amount))]);
  const scopeReads = new Map(rules.scope.map((one) => [one.id, rules.reads(readings(one.is))]));
  const outcomeReads = new Set(rules.reads([{ kind: 'tier' }]));
  for (const set of [...scopeReads.values(), ...rules.programmes.map(ofProgramme)]) {
    for (const name of set) outcomeReads.add(name);
  }
  const hardship = (name: string): boolean =>
    name === 'score' || name === 'tier' || name.startsWith('category ');
  const programmes = rules.programmes.map((one) => ({
    ...one,
    universal: ![...ofProgramme(one)].some(hardship),
  }));
  return { ...rules, programmes, scopeReads, outcomeReads };
}
