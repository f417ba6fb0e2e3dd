import { type Determination, determine } from '../../determine/index.js';
import type { NodeId } from '../../plan/index.js';
import type { Student } from '../../roster/index.js';
import { compare, type Exact, exact, ZERO } from '../../value/index.js';
import { type Asking, byConstruction, proved } from '../asking.js';
import { smallestStudents } from '../confirm.js';
import { isRange, type Piece } from '../pairs/side.js';
import type { Path } from '../paths.js';
import type { CheckedProperty, Witness } from '../report.js';
import type { View } from '../view.js';
import { standingAt, standsAt } from '../witness.js';

/** Whether a node can have no value, or one outside its bounds. */
const strays = (pieces: readonly Piece[], low: Exact, high: Exact | null): boolean =>
  pieces.some(
    ({ a }) => !isRange(a) || compare(a.low, low) < 0 || (high !== null && compare(a.high, high) > 0),
  );

/**
 * Everybody gets an outcome: every student has a tier, or is out of scope by a named predicate; every amount that is
 * granted is there, and not below 0. Below the last tier lies one more, and amounts that could be missing or below 0 are
 * refused when the file is read: it is gone through all the same, so that a mistake in that would show. Where the file
 * itself does not know a figure: `noGap`.
 */
export function total(asking: Asking): readonly CheckedProperty[] {
  const { ground, standing } = asking;
  const { rules, plan } = ground;
  const always = (
    id: string,
    path: Path,
    node: NodeId,
    [low, high]: readonly [Exact, Exact | null],
    missed: (of: Determination) => string | null,
  ): readonly CheckedProperty[] =>
    byConstruction(
      proved(asking, { id, property: 'total', severity: 'error', path }, (from) => ({
        views: [from(false)],
        fine: () => [from(true)],
        steps: [plan.outputs.scoreTier, plan.outputs.tier],
        broken: (view) => strays(view.at(node), low, high),
        roots: [node],
        confirm: (view) => oneStudent(asking, view, missed),
      })),
      'check.totalByReader',
    );
  const last = exact(BigInt(rules.tierIds.length - 1));
  return [
    ...(rules.tiers.length === 0
      ? []
      : always('total tier', ['tiers'], standing.tier, [exact(-1n), last], (of) =>
          of.outcome === 'determined' && of.recommended === undefined ? of.outcome : null,
        )),
    ...plan.outputs.programmes.flatMap(({ id, amount }, i) => {
      const paid = standing.paid[i] ?? null;
      return amount === null || paid === null
        ? []
        : always(`total ${id}`, ['programmes', id, 'amount'], paid, [ZERO, null], (of) => {
            const award = of.awards.find((one) => one.programme === id);
            const minor = award?.state === 'granted' ? award.amount?.minor : undefined;
            return minor?.startsWith('-') === true ? minor : null;
          });
    }),
  ];
}

/** One student of a view, if the determination shows it. */
export function oneStudent(
  { ground, standing }: Asking,
  view: View,
  shows: (of: Determination) => string | null,
): Witness | null {
  let shown = '';
  const students = smallestStudents(ground, standing, view, ([only]) => {
    const found = only === undefined ? null : shows(only);
    if (found !== null) shown = found;
    return found !== null;
  });
  const student = students?.[0];
  if (student === undefined) return null;
  const least = leastSaid(student, (lean) => shows(determine(ground.plan, lean)) === shown);
  return { students: [least], shows: [shown] };
}

/** A student with no fact that can be left out while it still shows the same. */
function leastSaid(student: Student, shows: (student: Student) => boolean): Student {
  const positions = standsAt(student);
  let least = student;
  for (const id of Object.keys(student.facts ?? {})) {
    const { [id]: _, ...facts } = least.facts ?? {};
    if (shows({ ...least, facts })) least = { ...least, facts };
  }
  return positions === undefined ? least : standingAt(least, positions);
}
