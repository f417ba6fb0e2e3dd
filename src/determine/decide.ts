import type { Context } from '../plan/index.js';
import type { Student } from '../roster/index.js';
import type { LinkedProgramme, RuleSet } from '../rules/index.js';
import {
  type Award,
  type Because,
  type Determination,
  type Question,
  type Reason,
  type Recommendation,
  SEMANTICS,
  type UsedCategory,
} from './determination.js';
import { type Intake, takeIn } from './intake.js';
import type { PossibleAward, Resolution, Resolver, View } from './resolution.js';
import { shapeOf } from './shape.js';

/** Decides one student by whichever meaning resolves it. `null` where that meaning cannot go through all completions. */
export function decide(
  rules: RuleSet,
  context: Context,
  given: Student,
  resolver: Resolver,
): Determination | null {
  const { document, digests } = rules;
  const shaped = shapeOf(given);
  const head = {
    semantics: SEMANTICS,
    student: shaped.key,
    period: context.period,
    asOf: context.asOf,
    knownAt: context.knownAt,
    rules: {
      scheme: document.scheme,
      edition: document.edition,
      standing: document.standing,
      status: document.status,
      document: digests.document,
      meaning: digests.meaning,
    },
  } as const;
  if ('unreadable' in shaped) {
    return { ...head, ...NOTHING, school: '', outcome: 'invalid', issues: [shaped.unreadable] };
  }

  const { student } = shaped;
  const intake = takeIn(rules, context, student);
  const view = resolver.view(intake.known);
  const common = {
    ...head,
    school: intake.school,
    trace: view.points.map(([part, points]) => ({ part, points })),
    facts: intake.usedFacts,
    couldRaise: rules.facts
      .filter((f) => f.unknown.policy === 'no_points' && !intake.known.facts.has(f.id))
      .map((f) => f.id),
    categories: intake.usedCategories.map((one) => withHolds(one, view)),
    issues: [...shaped.issues, ...intake.issues],
  };
  const scope = scopeOf(rules, intake, view.outOfScope);
  if (scope !== null) return { ...common, outcome: 'outOfScope', reasons: [], awards: [], scope };
  const universal = universalAwards(rules, view);
  if (intake.waiver !== null) {
    const { paper, by, on } = intake.waiver;
    return { ...common, outcome: 'declined', reasons: [], awards: universal, declined: { paper, by, on } };
  }
  if (!asked(student)) return { ...common, outcome: 'notApplied', reasons: [], awards: universal };

  const settled = settle(rules, intake, view, resolver);
  return settled === null ? null : { ...common, ...settled };
}

function withHolds(one: UsedCategory, view: View): UsedCategory {
  const holds = view.categories.get(one.category);
  return holds === undefined ? one : { ...one, holds };
}

const NOTHING = { reasons: [], trace: [], awards: [], facts: [], couldRaise: [], categories: [] } as const;

/** Somebody asked for this student: an application, a list, an open match, a signal, or aid before. */
function asked(student: Student): boolean {
  const listed = (student.categories ?? []).some(
    (c) =>
      c.status === 'in' || (c.status === 'unknown' && (c.doubt === 'openMatch' || c.doubt === 'rowUnclear')),
  );
  return student.applied || listed || (student.signals ?? []).length > 0 || student.aidedBefore === true;
}

function scopeOf(
  rules: RuleSet,
  intake: Intake,
  predicate: string | null,
): NonNullable<Determination['scope']> | null {
  if (intake.notEnrolled) return { predicate: 'enrolled', facts: [] };
  if (predicate === null) return null;
  const one = rules.scope.find((s) => s.id === predicate);
  return one === undefined ? null : { predicate, facts: factsBehind(rules, one.id) };
}

function factsBehind(rules: RuleSet, predicate: string): readonly string[] {
  const reads = rules.scopeReads.get(predicate) ?? new Set<string>();
  return rules.facts.map((fact) => fact.id).filter((id) => reads.has(id));
}

/** Awards that rest on no hardship: nobody has to apply for them. */
function universalAwards(rules: RuleSet, view: View): readonly Award[] {
  return rules.programmes
    .filter((programme) => programme.universal && (view.awards.get(programme.id) ?? null) !== null)
    .map((programme) => granted(programme, view.awards.get(programme.id) as bigint | 'unstated'));
}

function shape(programme: LinkedProgramme) {
  const { instrument, payee, per } = programme.document;
  return { programme: programme.id, instrument, payee, per } as const;
}

function granted(programme: LinkedProgramme, amount: bigint | 'unstated'): Award {
  const money =
    amount === 'unstated' ? null : { currency: programme.currency as string, minor: String(amount) };
  return { ...shape(programme), state: 'granted', amount: money };
}

function awardOf(programme: LinkedProgramme, possible: PossibleAward): Award {
  if (!possible.granted) return { ...shape(programme), state: 'notEntitled' };
  const { least, most } = possible;
  if (!possible.notEntitled && least === most) return granted(programme, least ?? 'unstated');
  if (least === null || most === null) return { ...shape(programme), state: 'open' };
  const from = possible.notEntitled ? 0n : least;
  return {
    ...shape(programme),
    state: 'open',
    between: { currency: programme.currency as string, least: String(from), most: String(most) },
  };
}

type Settled = Pick<Determination, 'outcome' | 'reasons' | 'awards'> &
  Partial<Pick<Determination, 'recommended' | 'decided' | 'open' | 'scope'>>;

function settle(rules: RuleSet, intake: Intake, view: View, resolver: Resolver): Settled | null {
  const advised = resolver.resolve(intake.known);
  const decision = intake.tierDecision;
  const chosen = decision === null ? null : rules.tierIds.indexOf(decision.tier);
  const decidedBy = chosen === null ? advised : resolver.resolve({ ...intake.known, tier: chosen });
  if (advised === null || decidedBy === null) return null;
  // A decision that would surely take what a floor gives is not followed: it goes back to a person.
  const belowFloor = chosen !== null && decidedBy.tiers.length > 0 && !decidedBy.tiers.includes(chosen);
  const followed = chosen !== null && !belowFloor;
  const final = followed ? decidedBy : advised;
  const [scope] = final.scopes;
  if (final.single && scope !== null && scope !== undefined) {
    return {
      outcome: 'outOfScope',
      reasons: [],
      awards: [],
      scope: { predicate: scope, facts: factsBehind(rules, scope) },
    };
  }

  const awards = final.awards.map((award, i) => awardOf(rules.programmes[i] as LinkedProgramme, award));
  const best = advised.single ? advised.tiers.at(-1) : undefined;
  const recommended = best === undefined ? {} : { recommended: recommendation(rules, view, best) };
  const reasons = reasonsOf(rules, view, advised.single);
  const decided = followed ? { decided: decisionOf(decision as NonNullable<typeof decision>) } : {};
  const blocked = rules.facts.filter(
    (f) => f.unknown.policy === 'block' && !intake.known.facts.has(f.id) && rules.outcomeReads.has(f.id),
  );
  const conflict = intake.enrolmentConflict || intake.tierConflict || belowFloor;
  if (final.single && blocked.length === 0 && !conflict) {
    const byPerson: Reason[] =
      decided.decided === undefined ? [] : [{ code: 'decidedByPerson', ...pick(decided.decided) }];
    return { outcome: 'determined', ...recommended, ...decided, reasons: [...reasons, ...byPerson], awards };
  }
  const questions = questionsOf(
    intake,
    final,
    blocked.map((f) => f.id),
    intake.tierConflict || belowFloor,
  );
  const tiers = [...final.tiers].reverse().map((code) => rules.tierIds[code] as string);
  const open = { because: becauseOf(questions, conflict), tiers, questions, wide: final.wide };
  return { outcome: 'undetermined', ...recommended, ...decided, reasons, awards, open };
}

function recommendation(rules: RuleSet, view: View, tier: number): Recommendation {
  const named = (code: number): string => rules.tierIds[code] as string;
  const { score, scoreTier } = view;
  return {
    tier: named(tier),
    ...(score === undefined || scoreTier === undefined ? {} : { score, scoreTier: named(scoreTier) }),
  };
}

type Decided = NonNullable<Determination['decided']>;
const decisionOf = ({ tier, by, on, because }: Decided): Decided => ({ tier, by, on, because });
const pick = ({ tier, by, on }: Decided) => ({ by, on, tier });

/** The best floor that is sure. */
function floorOf(rules: RuleSet, view: View): number {
  return rules.categories
    .filter((c) => c.floor !== undefined && view.categories.get(c.id) === true)
    .reduce((most, c) => ((c.floor as number) > most ? (c.floor as number) : most), 0);
}

function questionsOf(
  intake: Intake,
  resolution: Resolution,
  blocked: readonly string[],
  tierOpen: boolean,
): readonly Question[] {
  const asked: Question[] = resolution.questions.map((one) => {
    const doubt = one.kind === 'category' ? intake.doubts.get(one.id) : undefined;
    return { kind: one.kind, id: one.id, leaves: one.leaves, ...(doubt === undefined ? {} : { doubt }) };
  });
  const first: Question[] = [
    ...(intake.enrolmentConflict ? [{ kind: 'enrolment', id: 'enrolments', leaves: 1 } as const] : []),
    ...(tierOpen ? [{ kind: 'decision', id: 'tier', leaves: 1 } as const] : []),
    ...blocked
      .filter((id) => !asked.some((q) => q.kind === 'fact' && q.id === id))
      .map((id) => ({ kind: 'fact', id, leaves: 1 }) as const),
  ];
  return [...first, ...asked];
}

function becauseOf(questions: readonly Question[], conflict: boolean): readonly Because[] {
  const all = new Set<Because>(conflict ? ['conflict'] : []);
  for (const question of questions) {
    if (question.kind === 'veto') all.add('vetoAgainstFloor');
    else if (
      question.kind === 'category' &&
      (question.doubt === 'openMatch' || question.doubt === 'rowUnclear')
    )
      all.add('openMatch');
    else if (question.kind === 'fact' || question.kind === 'category') all.add('missingFact');
  }
  return [...all].sort();
}

function reasonsOf(rules: RuleSet, view: View, single: boolean): readonly Reason[] {
  const reasons: Reason[] = [];
  const named = (code: number): string => rules.tierIds[code] as string;
  const { score, scoreTier } = view;
  if (score !== undefined && scoreTier !== undefined) {
    const from = rules.document.tiers.find((t) => t.id === named(scoreTier))?.from;
    reasons.push(
      from === undefined
        ? { code: 'scoreBelowAll', score }
        : { code: 'scoreReaches', tier: named(scoreTier), score, from },
    );
  }
  for (const veto of rules.vetoes) {
    if (veto.zeroScore && view.vetoes.some((v) => v.id === veto.id))
      reasons.push({ code: 'zeroScoreVeto', veto: veto.id });
  }
  for (const category of rules.categories) {
    if (category.floor === undefined || view.categories.get(category.id) !== true) continue;
    const lifts = scoreTier !== undefined && category.floor > scoreTier;
    reasons.push({
      code: lifts ? 'floorLifts' : 'floorHolds',
      category: category.id,
      tier: named(category.floor),
    });
  }
  const floor = floorOf(rules, view);
  const best = scoreTier === undefined || floor > scoreTier ? floor : scoreTier;
  for (const veto of view.vetoes) {
    if (!single) continue;
    if (veto.meetsFloor && veto.tier === floor)
      reasons.push({ code: 'vetoYieldsToFloor', veto: veto.id, tier: named(veto.tier) });
    // A veto that caps above where the student stands takes nothing.
    else if (veto.tier < best) reasons.push({ code: 'vetoLowers', veto: veto.id, tier: named(veto.tier) });
  }
  return reasons;
}
