import { ageOn, type CivilDate } from '../value/index.js';
import type { Comparison } from './compare/comparison.js';
import type { MatchContext, ReadEntry } from './context.js';
import { relationOf } from './relation.js';

/** A birth date as the index keeps it, `YYYYMMDD`. */
const dateOf = (birth: number): CivilDate => {
  const d = birth % 100;
  const m = ((birth % 10_000) - d) / 100;
  return { y: (birth - (birth % 10_000)) / 10_000, m, d };
};

/**
 * Whether the row's ID, which is of nobody of school age, could be that of a parent of the row's namesake, as far as
 * anybody can tell: the relation does not say that the person is another, the roster does not have the IDs of the
 * student's guardians, nothing places the student elsewhere, and the ages fit.
 */
export function couldBeParents(
  read: ReadEntry,
  row: number,
  { place }: Pick<Comparison, 'place'>,
  context: MatchContext,
): boolean {
  const { roster, policy } = context;
  const { guardiansKnown, parentGap } = policy.adults;
  const birth = read.reading.own?.birth;
  if (birth == null || relationOf(context, read.entry.relation) === 'notChild') return false;
  if (place === 'out' || roster.guardians.countOf(row) >= guardiansKnown) return false;
  const age = ageOn(birth, policy.asOf);
  const { births } = roster;
  const [from, to] = [births.startOf(row), births.endOf(row)];
  for (let at = from; at < to; at += 1) {
    const gap = age - ageOn(dateOf(births.at(at)), policy.asOf);
    if (gap >= parentGap.least && gap <= parentGap.most) return true;
  }
  return from === to;
}
