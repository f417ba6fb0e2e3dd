import { type Aspect, aspectsOf, type Standing, standingOf } from './aspects.js';
import type { Ground } from './ground.js';
import { type Held, sameAt } from './pairs/held.js';
import { dotted } from './paths.js';
import { type Claim, COARSE, FINE, prove, type Verdict } from './prove.js';
import type { CheckedProperty } from './report.js';
import type { Steps } from './search.js';
import { View } from './view.js';

/** One stage and setting of those that a rule set reads. */
export interface Section {
  readonly stage?: string;
  readonly setting?: string;
  readonly held: readonly (readonly [input: number, held: Held])[];
}

/** What every property needs: a rule set on one day, all its students at once, and the count of steps. */
export interface Asking {
  readonly ground: Ground;
  readonly standing: Standing;
  readonly aspects: readonly Aspect[];
  readonly sections: readonly Section[];
  readonly steps: Steps;
  readonly most: number;
  /** All students, each beside one that is alike: with few pieces a node, or (`fine`) with many. */
  all(fine?: boolean): View;
}

export function askingOf(
  ground: Ground,
  most: number,
  steps: Steps,
  nodes: (standing: Standing) => void,
): Asking {
  const standing = standingOf(ground);
  const aspects = aspectsOf(ground, standing);
  // Whatever properties ask for besides is built before anything is worked out.
  nodes(standing);
  let [coarse, fine]: (View | null)[] = [null, null];
  return {
    ground,
    standing,
    aspects,
    sections: sectionsOf(ground, standing),
    steps,
    most,
    all: (wanted = false) => {
      steps.taken += 1;
      if (wanted) fine ??= View.of(ground, new Map(), FINE);
      else coarse ??= View.of(ground, new Map(), COARSE);
      return (wanted ? fine : coarse) as View;
    },
  };
}

function sectionsOf(ground: Ground, { outcome }: Standing): readonly Section[] {
  const axis = (id: string): readonly (readonly [string | null, Section['held']])[] => {
    const fact = ground.rules.facts.find((one) => one.id === id);
    const input = ground.inputOf('fact', id);
    const counts =
      fact?.type.kind === 'choice' &&
      fact.document.origin === 'enrolment' &&
      ground.behindInput(input).some((node) => outcome.includes(node));
    if (!counts) return [[null, []]];
    return fact.options.map((option, i) => [option, [[input, sameAt(BigInt(i))]]]);
  };
  return axis('stage').flatMap(([stage, first]) =>
    axis('setting').map(([setting, second]) => ({
      ...(stage === null ? {} : { stage }),
      ...(setting === null ? {} : { setting }),
      held: [...first, ...second],
    })),
  );
}

/** A claim about students of one section, or of all. */
export type ClaimFor = (from: (fine: boolean) => View) => Claim;

/** Cases for all sections together, before they are looked at one by one. */
const TOGETHER = 100;

type Head = Pick<CheckedProperty, 'id' | 'property' | 'severity' | 'path'>;

/** Proves a claim for every section at once where that can be done, and else for each by itself. */
export function proved(asking: Asking, head: Head, claim: ClaimFor): readonly CheckedProperty[] {
  const { ground, sections, most, steps } = asking;
  const alone = sections.length === 1;
  const whole = prove(
    ground,
    claim((fine) => asking.all(fine)),
    alone || most < TOGETHER ? most : TOGETHER,
    steps,
  );
  if (alone || whole.status === 'proved') return [finding(head, whole)];
  const each = sections.map((section) => {
    const from = (fine: boolean): View =>
      section.held.reduce((view, [input, held]) => view.with(input, held), asking.all(fine));
    return finding(head, prove(ground, claim(from), most, steps), section);
  });
  return each.every(({ status }) => status === 'proved') ? [finding(head, { status: 'proved' })] : each;
}

export function finding(head: Head, verdict: Verdict, section?: Section): CheckedProperty {
  const { stage, setting } = section ?? {};
  return {
    ...head,
    place: dotted(head.path),
    status: verdict.status,
    ...(stage === undefined ? {} : { stage }),
    ...(setting === undefined ? {} : { setting }),
    ...(verdict.because === undefined ? {} : { because: verdict.because }),
    ...(verdict.witness === undefined ? {} : { witness: verdict.witness }),
  };
}

/** What was gone through, and could not have come out otherwise in any rule file: said as such. */
export const byConstruction = (found: readonly CheckedProperty[], code: string): readonly CheckedProperty[] =>
  found.map((one) =>
    one.status === 'proved' ? { ...one, status: 'byConstruction', because: { code, values: {} } } : one,
  );
