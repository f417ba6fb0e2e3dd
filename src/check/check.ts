import type { RuleSet } from '../rules/index.js';
import { type Exact, parseExact } from '../value/index.js';
import { type Asking, askingOf } from './asking.js';
import { daysOf, groundOf } from './ground.js';
import { hasDirection } from './moves.js';
import { addedTwice } from './properties/added-twice.js';
import { type Cliffs, cliffs } from './properties/cliffs.js';
import { countedOnce } from './properties/counted-once.js';
import { type AddedCases, addedCases, dominated } from './properties/dominated.js';
import { floors } from './properties/floor.js';
import { membership, union } from './properties/membership.js';
import { monotone } from './properties/monotone.js';
import { neighbours } from './properties/neighbours.js';
import { amountsByTier } from './properties/order.js';
import { total } from './properties/outcome.js';
import { protectedAttributes } from './properties/protected.js';
import { type Reaching, reachable, reachingOf } from './properties/reachable.js';
import { caps, noGap } from './properties/shape.js';
import { MOST_STEPS } from './prove.js';
import { readsOf } from './reads.js';
import type { Because, CheckedProperty, CheckOptions, CheckReport, Coverage, Reads } from './report.js';
import { Steps } from './search.js';
import { told } from './told.js';

/**
 * Proves a rule set, or shows the student who breaks it: over all students that the declared domains allow, with every
 * fact known, at the days of the report. What is neither proved nor refuted is named with its reason. A refutation that
 * speaks of students holds two or one of them, who have been determined and show it.
 */
export function check(rules: RuleSet, options: CheckOptions = {}): CheckReport {
  const steps = new Steps();
  const days = options.at ?? daysOf(rules);
  const above = options.cliff === undefined ? null : parseExact(options.cliff);
  const perDay = days.flatMap((day) => {
    const found = checkOn(rules, day, options.steps ?? MOST_STEPS, above, steps);
    return found === null ? [] : [{ day, ...found }];
  });
  const properties = together(perDay);
  return {
    scheme: rules.document.scheme,
    edition: rules.document.edition,
    meaning: rules.digests.meaning,
    at: perDay.map(({ day }) => day),
    properties,
    reads: perDay.at(-1)?.reads ?? [],
    cliffs: perDay.at(-1)?.cliffs.found ?? [],
    coverage: coverageOf(rules, properties, perDay.at(-1)?.cliffs.open ?? []),
    steps: steps.taken,
  };
}

const NO_CLIFFS: Cliffs = { found: [], open: [] };

interface OnDay {
  readonly properties: readonly CheckedProperty[];
  readonly reads: readonly Reads[];
  readonly cliffs: Cliffs;
}

function checkOn(rules: RuleSet, day: string, most: number, above: Exact | null, steps: Steps): OnDay | null {
  const ground = groundOf(rules, day);
  if (ground === null) return null;
  let reaching: Reaching = { possibilities: [], rows: [] };
  let added: readonly AddedCases[] = [];
  const asking: Asking = askingOf(ground, most, steps, ({ inScope, tier, entitled }) => {
    reaching = reachingOf(ground, inScope, tier, entitled);
    added = addedCases(ground);
  });
  const listed = membership(asking);
  const properties = [
    ...total(asking),
    ...reachable(asking, reaching),
    ...noGap(asking),
    ...floors(asking),
    ...listed,
    ...union(asking, listed),
    ...monotone(asking),
    ...amountsByTier(asking),
    ...caps(asking),
    ...countedOnce(asking),
    ...dominated(asking, added),
    ...addedTwice(asking),
    ...neighbours(asking),
    ...protectedAttributes(asking),
  ];
  return {
    properties: properties.map((one) => told(ground, reaching.rows, one)),
    reads: readsOf(asking),
    cliffs: above === null ? NO_CLIFFS : cliffs(asking, above),
  };
}

/** Of several days: what is the same on all of them is said once. */
function together(
  days: readonly { readonly day: string; readonly properties: readonly CheckedProperty[] }[],
): readonly CheckedProperty[] {
  const byName = new Map<string, { readonly day: string; readonly property: CheckedProperty }[]>();
  for (const { day, properties } of days)
    for (const property of properties) {
      const name = `${property.id} ${property.stage ?? ''} ${property.setting ?? ''}`;
      byName.set(name, [...(byName.get(name) ?? []), { day, property }]);
    }
  return [...byName.values()].flatMap((found) => {
    const [first] = found;
    if (first === undefined) return [];
    if (found.every(({ property }) => property.status === first.property.status)) {
      // What is wrong on some days only, because only then is there anything to ask, is said with the first of them.
      const now = found.length < days.length && first.property.status === 'refuted';
      return [now ? { ...first.property, at: first.day } : first.property];
    }
    // What can happen on one day can happen.
    const reached = found.find(
      ({ property }) => property.property === 'reachable' && property.status === 'proved',
    );
    if (reached !== undefined) return [reached.property];
    const worst = ['refuted', 'notProved', 'proved', 'byConstruction'] as const;
    const status = worst.find((one) => found.some(({ property }) => property.status === one));
    const shown = found.find(({ property }) => property.status === status) ?? first;
    return [{ ...shown.property, at: shown.day }];
  });
}

function coverageOf(
  rules: RuleSet,
  properties: readonly CheckedProperty[],
  open: readonly Because[],
): Coverage {
  const count = (status: CheckedProperty['status']): number =>
    properties.filter((one) => one.status === status).length;
  const noDirection = rules.facts
    .filter((fact) => rules.outcomeReads.has(fact.id) && !hasDirection(fact))
    .map(({ id }) => id);
  return {
    proved: count('proved'),
    byConstruction: count('byConstruction'),
    refuted: count('refuted'),
    notProved: count('notProved'),
    noDirection,
    outside: [...outsideOf(rules), ...open],
  };
}

/** What no proof here speaks of. */
function outsideOf(rules: RuleSet): readonly Because[] {
  const unstated = rules.programmes.filter(({ amount }) => amount === null).map(({ id }) => id);
  const outputs = rules.endsInOutputs ? rules.outputs : [];
  const because = (code: string, of: readonly string[]): readonly Because[] =>
    of.length === 0 ? [] : [{ code, values: { of: of.join(', ') } }];
  return [
    ...because('check.unstatedAmounts', unstated),
    ...because('check.outputsHaveNoOrder', outputs),
    ...(rules.outcomeReads.has('as_of') ? [{ code: 'check.otherDays', values: {} }] : []),
  ];
}
