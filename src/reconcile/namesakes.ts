import type { Comparison } from './compare/comparison.js';
import { standsIn } from './compare/place.js';
import type { MatchContext, ReadEntry } from './context.js';
import { couldBeParents } from './parents-id.js';
import { relationOf } from './relation.js';
import { hasSchoolAgeId, isOutOfAge } from './school-age.js';

/** What counts of a student of the row's very name, of whom nothing else speaks. */
export interface Namesake {
  readonly student: number;
  readonly score: number;
  /** Of the row of the student that says most. */
  readonly comparison: Comparison;
}

/** What a row's ID says of a namesake of whom nothing else speaks. */
type OfId =
  /** Nothing: there is none that can be relied on, it is a student's of another name, or the row says child and it is an adult's. */
  | 'nothing'
  /** It is a child's own, and nobody's of the roster: most often the row is that of a child who learns elsewhere. */
  | 'otherChild'
  /** It is an adult's, and the row does not say child: mostly the row is the adult's. */
  | 'adult';

function saidById(read: ReadEntry, context: MatchContext, held: boolean): OfId {
  if (held) return 'nothing';
  if (hasSchoolAgeId(read, context)) return 'otherChild';
  return isOutOfAge(read, context) && relationOf(context, read.entry.relation) !== 'child'
    ? 'adult'
    : 'nothing';
}

/** How many can be held open. Of an adult's ID none where nothing could tell a parent's, which is said for the whole list. */
function mostHeld(ofId: OfId, { entry }: ReadEntry, { policy, recallIsLimited }: MatchContext): number {
  if (ofId === 'nothing') return policy.namesakes.withoutId;
  return ofId === 'adult' && recallIsLimited(entry) ? 0 : policy.namesakes.withOtherId;
}

/** Whether an adult's ID could be that of a parent of the student, as far as any row of the student leaves it open. */
function couldBeParentsOf(student: number, read: ReadEntry, context: MatchContext): boolean {
  const { roster } = context;
  const place = context.placeOf(read.entry);
  return roster.students
    .rowsOf(student)
    .some((row) => couldBeParents(read, row, { place: standsIn(place, roster, row) }, context));
}

/** Who can be meant: everybody; beside another child's ID nobody who also belongs elsewhere; children of whom it could be the parent's. */
function meant(
  ofId: OfId,
  namesakes: readonly Namesake[],
  read: ReadEntry,
  context: MatchContext,
): readonly Namesake[] {
  if (ofId === 'nothing') return namesakes;
  return namesakes.filter(({ student, comparison }) =>
    ofId === 'otherChild' ? comparison.place !== 'out' : couldBeParentsOf(student, read, context),
  );
}

/** The nearer first: in the place of the row, of its school, with no ID of their own that speaks against it. */
function nearness({ comparison, score }: Namesake): readonly number[] {
  return [comparison.place === 'out' ? 1 : 0, comparison.school ? 0 : 1, comparison.otherId ? 1 : 0, -score];
}

function compareNearness(a: readonly number[], b: readonly number[]): number {
  for (const [i, one] of a.entries()) if (one !== b[i]) return one - b[i]!;
  return 0;
}

/**
 * The students of the row's name who are held open where nobody explains the row: all of them, the nearest first, as many
 * as the policy allows. Those who stand alike are held together or not at all: nobody is left out by lot. `tooMany`: not
 * all who can be meant are held. `idIsHeld`: a student has the row's ID or student number.
 */
export function heldNamesakes(
  namesakes: readonly Namesake[],
  read: ReadEntry,
  context: MatchContext,
  idIsHeld: boolean,
): { readonly held: ReadonlySet<number>; readonly tooMany: boolean } {
  const ofId = saidById(read, context, idIsHeld);
  const most = mostHeld(ofId, read, context);
  const held = new Set<number>();
  const sorted = meant(ofId, namesakes, read, context)
    .map((one) => ({ student: one.student, near: nearness(one) }))
    .sort((a, b) => compareNearness(a.near, b.near));
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && compareNearness(sorted[from]!.near, sorted[to]!.near) === 0) to += 1;
    if (to > most) break;
    for (const { student } of sorted.slice(from, to)) held.add(student);
    from = to;
  }
  return { held, tooMany: most > 0 && held.size < sorted.length };
}
