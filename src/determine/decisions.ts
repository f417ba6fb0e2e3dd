import type { KnownScalar } from '../reference/index.js';
import type { Decision } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { type CivilDate, type Exact, type Issue, warning } from '../value/index.js';
import { type Kind, knownInTime, latest } from './decisions/latest.js';
import { readFigures, readPoints } from './decisions/set-by-persons.js';
import { contentOf } from './raw.js';

/** What persons decided and was known in time: of each thing the latest word, whatever order they were handed in. */
export interface Decided {
  readonly waiver: Kind<'waiver'> | null;
  readonly tier: Kind<'tier'> | null;
  readonly vetoes: ReadonlyMap<string, boolean>;
  /** `conflict`: stated differently on one day, which leaves it open. */
  readonly facts: ReadonlyMap<string, Kind<'fact'> | 'conflict'>;
  /** By the path of the part. */
  readonly points: ReadonlyMap<string, Exact>;
  /** Figures that were set, by id. */
  readonly figures: ReadonlyMap<string, KnownScalar>;
  /**
   * Of which two words of one day differ, and nothing but a person can settle it: `tier`, a figure's id, or
   * `score.visit`.
   */
  readonly conflicts: readonly string[];
}

/**
 * Reads the decisions on one student. Two of one day that differ decide nothing. Issues: `decision.date`,
 * `decision.notYetKnown`, `decision.unknownFact`, `decision.unknownTier`, `decision.unknownVeto`,
 * `decision.conflict`, `decision.tierConflict`, `decision.vetoConflict`, `decision.role` (the rule file leaves it to
 * others), and those of {@link readPoints} and {@link readFigures}.
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
  const tier = readTier(rules, of('tier'), issues);
  const points = readPoints(rules, of('points'), issues);
  const figures = readFigures(rules, of('figure'), issues);
  return {
    waiver: of('waiver').at(-1) ?? null,
    tier: tier === 'conflict' ? null : tier,
    vetoes: readVetoes(rules, of('veto'), issues),
    facts: readStatements(rules, of('fact'), issues),
    points: points.set,
    figures: figures.set,
    conflicts: [...(tier === 'conflict' ? ['tier'] : []), ...points.conflicts, ...figures.conflicts],
  };
}

function readTier(
  rules: RuleSet,
  decisions: readonly Kind<'tier'>[],
  issues: Issue[],
): Kind<'tier'> | 'conflict' | null {
  const tiers = decisions.filter(({ tier }) => {
    const exists = rules.tiers.length > 0 && rules.tierIds.includes(tier);
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
  return tier ?? null;
}

function readVetoes(
  rules: RuleSet,
  decisions: readonly Kind<'veto'>[],
  issues: Issue[],
): ReadonlyMap<string, boolean> {
  const vetoes = new Map<string, boolean>();
  const said = latest(
    decisions,
    (one) => one.veto,
    (one) => one.stands,
  );
  for (const [veto, one] of said) {
    if (!rules.vetoes.some(({ id }) => id === veto)) issues.push(warning('decision.unknownVeto', { veto }));
    else if (one === 'conflict') issues.push(warning('decision.vetoConflict', { veto }));
    else vetoes.set(veto, one.stands);
  }
  return vetoes;
}

function readStatements(
  rules: RuleSet,
  decisions: readonly Kind<'fact'>[],
  issues: Issue[],
): ReadonlyMap<string, Kind<'fact'> | 'conflict'> {
  const allowed = decisions.filter((one) => {
    const roles = rules.facts.find(({ id }) => id === one.fact)?.by;
    if (roles === undefined || roles.includes(one.by)) return true;
    issues.push(warning('decision.role', { kind: 'fact', of: one.fact, roles: roles.join(', ') }));
    return false;
  });
  const facts = latest(
    allowed,
    (one) => one.fact,
    (one) => contentOf(one.value),
  );
  for (const [fact, one] of facts) {
    if (!rules.facts.some(({ id }) => id === fact)) issues.push(warning('decision.unknownFact', { fact }));
    else if (one === 'conflict') {
      const { on } = allowed.findLast((stated) => stated.fact === fact) as Kind<'fact'>;
      issues.push(warning('decision.conflict', { fact, on }));
    }
  }
  return facts;
}
