import type { Decision } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { type CivilDate, compareDates, type Issue, parseCivilDate, warning } from '../value/index.js';

type Kind<K extends Decision['kind']> = Decision & { readonly kind: K };

/** What persons decided and was known in time: of each thing the latest word, whatever order they were handed in. */
export interface Decided {
  readonly waiver: Kind<'waiver'> | null;
  readonly tier: Kind<'tier'> | null;
  /** Two tiers were decided on one day. */
  readonly tierConflict: boolean;
  readonly vetoes: ReadonlyMap<string, boolean>;
  /** `conflict`: stated differently on one day, which leaves it open. */
  readonly facts: ReadonlyMap<string, Kind<'fact'> | 'conflict'>;
}

/**
 * Reads the decisions on one student. Two of one day that differ decide nothing. Issues: `decision.date`,
 * `decision.notYetKnown`, `decision.unknownFact`, `decision.unknownTier`, `decision.unknownVeto`,
 * `decision.conflict`, `decision.tierConflict`, `decision.vetoConflict`.
 */
export function readDecisions(
  rules: RuleSet,
  decisions: readonly Decision[],
  knownAt: CivilDate,
  issues: Issue[],
): Decided {
  const known = knownInTime(decisions, knownAt, issues);
  const of = <K extends Decision['kind']>(kind: K): readonly Kind<K>[] =>
    known.filter((one): one is Kind<K> => one.kind === kind);

  const tiers = of('tier').filter(({ tier }) => {
    const exists = rules.tierIds.includes(tier);
    if (!exists) issues.push(warning('decision.unknownTier', { tier }));
    return exists;
  });
  const tier = latest(
    tiers,
    () => '',
    (one) => one.tier,
  ).get('');
  if (tier === 'conflict')
    issues.push(warning('decision.tierConflict', { on: (tiers.at(-1) as Kind<'tier'>).on }));

  const vetoes = new Map<string, boolean>();
  const ofVetoes = latest(
    of('veto'),
    (one) => one.veto,
    (one) => one.stands,
  );
  for (const [veto, one] of ofVetoes) {
    if (!rules.vetoes.some(({ id }) => id === veto)) issues.push(warning('decision.unknownVeto', { veto }));
    else if (one === 'conflict') issues.push(warning('decision.vetoConflict', { veto }));
    else vetoes.set(veto, one.stands);
  }

  const facts = latest(
    of('fact'),
    (one) => one.fact,
    (one) => one.value,
  );
  for (const [fact, one] of facts) {
    if (!rules.facts.some(({ id }) => id === fact)) issues.push(warning('decision.unknownFact', { fact }));
    else if (one === 'conflict') {
      const on = of('fact').findLast((stated) => stated.fact === fact)?.on ?? '';
      issues.push(warning('decision.conflict', { fact, on }));
    }
  }
  return {
    waiver: of('waiver').at(-1) ?? null,
    tier: tier === undefined || tier === 'conflict' ? null : tier,
    tierConflict: tier === 'conflict',
    vetoes,
    facts,
  };
}

/** In the order of their dates, and within a day in an order that does not depend on how they were handed in. */
function knownInTime(
  decisions: readonly Decision[],
  knownAt: CivilDate,
  issues: Issue[],
): readonly Decision[] {
  const place = { path: 'decisions' };
  const known = decisions.filter(({ kind, on }) => {
    const date = parseCivilDate(on);
    if (date === null) issues.push(warning('decision.date', { kind }, place));
    else if (compareDates(date, knownAt) > 0)
      issues.push(warning('decision.notYetKnown', { kind, on }, place));
    else return true;
    return false;
  });
  return known
    .map((decision) => [orderOf(decision), decision] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, decision]) => decision);
}

function orderOf(decision: Decision): string {
  const { on, by, because, source, ...rest } = decision;
  const members = Object.values(rest).map((value) =>
    typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol'
      ? typeof value
      : `${typeof value} ${String(value)}`,
  );
  const place = source === undefined ? [] : [source.file, source.sheet, source.row, source.list].map(String);
  return JSON.stringify([on, by, because, ...members, ...place]);
}

/** Of each thing the word of the latest day; `conflict` where that day has two that differ. */
function latest<D extends Decision>(
  ordered: readonly D[],
  thing: (one: D) => string,
  says: (one: D) => unknown,
): ReadonlyMap<string, D | 'conflict'> {
  const days = new Map<string, D[]>();
  for (const one of ordered) {
    const day = days.get(thing(one));
    if (day?.[0]?.on === one.on) day.push(one);
    else days.set(thing(one), [one]);
  }
  return new Map(
    [...days].map(([name, day]) => {
      const first = day[0] as D;
      return [name, day.every((one) => says(one) === says(first)) ? first : 'conflict'];
    }),
  );
}
