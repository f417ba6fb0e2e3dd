import type { LinkedProgramme, RuleSet } from '../../rules/index.js';
import type { Determination, Reason, Recommendation } from '../determination.js';
import type { Intake } from '../intake.js';
import type { KnownStudent, Resolution, Resolver, View } from '../resolution.js';
import { awardOf } from './awards.js';
import { openOutputs, tracedFigures } from './outputs.js';
import { becauseOf, questionsOf } from './questions.js';
import { reasonsOf } from './reasons.js';
import { scopeNamed } from './scope.js';

type Settled = Pick<Determination, 'outcome' | 'reasons' | 'awards'> &
  Partial<Pick<Determination, 'recommended' | 'decided' | 'open' | 'scope' | 'figures'>>;

type Decided = NonNullable<Determination['decided']>;

/**
 * What the rules say of a student whom somebody asked for: determined where every completion of what is not known has
 * one outcome and nothing waits for a person. `null` where the resolver cannot go through all completions.
 */
export function settle(rules: RuleSet, intake: Intake, view: View, resolver: Resolver): Settled | null {
  const { known } = intake;
  const advised = resolver.resolve(known);
  const followed = follow(rules, intake, resolver);
  if (advised === null || followed === 'tooMany') return null;
  const { decided, belowFloor } = followed;
  const final = followed.final ?? advised;
  const [scope] = final.scopes;
  if (final.single && scope !== null && scope !== undefined)
    return { outcome: 'outOfScope', reasons: [], awards: [], scope: scopeNamed(rules, scope) };

  const common = {
    ...recommendedOf(rules, view, known, advised),
    ...(decided === null ? {} : { decided }),
    awards: final.awards.map((award, i) => awardOf(rules.programmes[i] as LinkedProgramme, award)),
    figures: tracedFigures(view, known, final.outputs),
  };
  const reasons = reasonsOf(rules, view, known, advised.single);
  const open = openOf(rules, intake, final, belowFloor);
  if (open !== null) return { ...common, outcome: 'undetermined', reasons, open };
  const byPerson: readonly Reason[] =
    decided === null ? [] : [{ code: 'decidedByPerson', by: decided.by, on: decided.on, tier: decided.tier }];
  return { ...common, outcome: 'determined', reasons: [...reasons, ...byPerson] };
}

interface Followed {
  /** What follows from the decision; `null` where there is none that is followed. */
  readonly final: Resolution | null;
  readonly decided: Decided | null;
  /** The decision would surely take what a floor gives: it goes back to a person. */
  readonly belowFloor: boolean;
}

function follow(rules: RuleSet, { known, tierDecision }: Intake, resolver: Resolver): Followed | 'tooMany' {
  if (tierDecision === null) return { final: null, decided: null, belowFloor: false };
  const { tier, by, on, because } = tierDecision;
  const chosen = rules.tierIds.indexOf(tier);
  const final = resolver.resolve({ ...known, tier: chosen });
  if (final === null) return 'tooMany';
  const belowFloor = final.tiers.length > 0 && !final.tiers.includes(chosen);
  return belowFloor
    ? { final: null, decided: null, belowFloor }
    : { final, decided: { tier, by, on, because }, belowFloor };
}

/** The engine's own tier; none where it is open, or where the scheme has no tiers. */
function recommendedOf(
  rules: RuleSet,
  { score, scoreTier }: View,
  known: KnownStudent,
  advised: Resolution,
): { readonly recommended?: Recommendation } {
  const tier = advised.single ? advised.tiers.at(-1) : undefined;
  if (rules.tiers.length === 0 || tier === undefined) return {};
  const named = (code: number): string => rules.tierIds[code] as string;
  const given = (['score', 'score_tier', 'tier'] as const).filter((name) => known.given.has(name));
  return {
    recommended: {
      tier: named(tier),
      ...(scoreTier === undefined ? {} : { scoreTier: named(scoreTier) }),
      ...(score === undefined ? {} : { score }),
      ...(given.length === 0 ? {} : { given }),
    },
  };
}

/** What stands in the way of an outcome, or `null` where nothing does. */
function openOf(
  rules: RuleSet,
  intake: Intake,
  final: Resolution,
  belowFloor: boolean,
): NonNullable<Determination['open']> | null {
  const { known, decisionConflicts } = intake;
  const conflicts = belowFloor ? ['tier', ...decisionConflicts] : decisionConflicts;
  // Who gives figures asks what follows from them: then a fact is missing only where that turns on it.
  const blocked = intake.asksWhatFollows
    ? []
    : rules.facts.filter(
        ({ id, unknown }) => unknown.policy === 'block' && !known.facts.has(id) && rules.outcomeReads.has(id),
      );
  const conflict = intake.alsoAt.length > 0 || conflicts.length > 0;
  if (final.single && blocked.length === 0 && !conflict) return null;
  const questions = questionsOf(intake, final.questions, blocked, conflicts);
  const tiers = rules.tiers.length === 0 ? [] : final.tiers.map((code) => rules.tierIds[code] as string);
  const outputs = openOutputs(final.outputs);
  return {
    because: becauseOf(questions, conflict),
    tiers: [...tiers].reverse(),
    questions,
    ...(final.narrowest === null ? {} : { narrowest: final.narrowest }),
    ...(outputs.length === 0 ? {} : { outputs }),
    wide: final.wide,
  };
}
