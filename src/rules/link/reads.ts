import type { CheckedPart } from '../constructs/index.js';
import { type Expression, type Reading, readings } from '../formula/index.js';
import { partReadings, valueReadings } from '../readings.js';
import type { LinkedProgramme, LinkedVeto, RuleSet } from '../rule-set.js';
import { partAt } from './part.js';

/** What readings are followed through. */
export type Followed = Pick<
  RuleSet,
  'facts' | 'figures' | 'categories' | 'vetoes' | 'score' | 'routes' | 'tiers' | 'tierOf'
>;

const of = (e: Expression | undefined): readonly Reading[] => (e === undefined ? [] : readings(e));
const behindVeto = (veto: LinkedVeto): readonly Reading[] => [...readings(veto.when), ...of(veto.unless)];
const find = <T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined =>
  list.find((one) => one.id === id);

/** The name of a reading: a fact by its id, the rest as `figure x`, `category x`, `part path`, `score`, `tier` and so on. */
export function keyOf(reading: Reading): string {
  switch (reading.kind) {
    case 'fact':
      return reading.id;
    case 'part':
      return `part ${reading.path}`;
    case 'figure':
    case 'category':
      return `${reading.kind} ${reading.id}`;
    default:
      return reading.kind;
  }
}

/** What a part reads, and the parts right below it. */
function behindPart(part: CheckedPart): readonly Reading[] {
  const inner = part.value.kind === 'section' ? part.value.parts : [];
  return [...partReadings(part), ...inner.map(({ path }): Reading => ({ kind: 'part', path }))];
}

/** What is read to work out something. */
function behind(rules: Followed, reading: Reading): readonly Reading[] {
  switch (reading.kind) {
    case 'fact':
      return of(find(rules.facts, reading.id)?.onlyIf);
    case 'figure': {
      const figure = find(rules.figures, reading.id);
      if (figure === undefined) return [];
      const people: readonly Reading[] =
        figure.people === undefined ? [] : [{ kind: 'fact', id: figure.people }];
      return [...people, ...of(figure.onlyIf), ...valueReadings(figure.value)];
    }
    case 'category':
      return of(find(rules.categories, reading.id)?.when);
    case 'part': {
      const part = rules.score === null ? null : partAt(rules.score, reading.path);
      return part === null ? [] : behindPart(part);
    }
    case 'score':
      return [
        ...(rules.score === null ? [] : behindPart(rules.score)),
        ...rules.routes.flatMap((route) => readings(route.when)),
        ...rules.vetoes.filter((veto) => veto.zeroScore).flatMap(behindVeto),
      ];
    case 'score_tier': {
      const byScore = rules.tiers.some((tier) => tier.from !== undefined);
      return [
        ...(byScore ? [{ kind: 'score' } as const] : []),
        ...rules.tiers.flatMap((tier) => of(tier.when)),
        ...of(rules.tierOf?.is),
      ];
    }
    case 'tier': {
      const moving = rules.categories.filter((one) => one.floor !== undefined || one.bypass !== undefined);
      return [
        { kind: 'score_tier' },
        ...moving.map(({ id }): Reading => ({ kind: 'category', id })),
        ...rules.vetoes.flatMap(behindVeto),
      ];
    }
    case 'as_of':
    case 'period_start':
      return [];
  }
}

/** What everything rests on, by the names of {@link keyOf}; behind the tier also `veto x`, about which a person may decide. */
export function readsOf(rules: Followed): RuleSet['reads'] {
  const closures = new Map<string, ReadonlySet<string>>();
  const closure = (reading: Reading): ReadonlySet<string> => {
    const key = keyOf(reading);
    const known = closures.get(key);
    if (known !== undefined) return known;
    const all = new Set([key]);
    for (const next of behind(rules, reading)) for (const name of closure(next)) all.add(name);
    if (reading.kind === 'tier') for (const { id } of rules.vetoes) all.add(`veto ${id}`);
    closures.set(key, all);
    return all;
  };
  return (readings) => new Set(readings.flatMap((reading) => [...closure(reading)]));
}

/** The same of each scope predicate, of the outcome as a whole, and which programmes rest on no hardship. */
export function withReads(rules: RuleSet): RuleSet {
  const ofProgramme = (one: LinkedProgramme): ReadonlySet<string> =>
    rules.reads([...readings(one.for), ...(one.amount === null ? [] : valueReadings(one.amount))]);
  const scopeReads = new Map(rules.scope.map((one) => [one.id, rules.reads(readings(one.is))]));
  const ends = rules.endsInOutputs ? rules.outputs.map((id): Reading => ({ kind: 'figure', id })) : [];
  const tier: readonly Reading[] = rules.tiers.length === 0 ? [] : [{ kind: 'tier' }];
  const outcomeReads = new Set(rules.reads([...tier, ...ends]));
  for (const set of [...scopeReads.values(), ...rules.programmes.map(ofProgramme)]) {
    for (const name of set) outcomeReads.add(name);
  }
  const programmes = rules.programmes.map((one) => ({
    ...one,
    universal: ![...ofProgramme(one)].some(isHardship),
  }));
  return { ...rules, programmes, scopeReads, outcomeReads };
}

const isHardship = (name: string): boolean =>
  ['score', 'score_tier', 'tier'].includes(name) || name.startsWith('category ') || name.startsWith('part ');
