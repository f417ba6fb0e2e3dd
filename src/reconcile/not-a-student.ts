import { ageOn, formatCivilDate } from '../value/index.js';
import { compare, sideOf } from './compare/comparison.js';
import type { MatchContext, ReadEntry } from './context.js';
import type { EntryReason } from './reasons.js';
import { relationOf } from './relation.js';

/** Left out with its proof, or kept for a person because one condition of the proof fails. */
export type AgeFinding =
  | { readonly proved: true; readonly reason: EntryReason; readonly proof: Readonly<Record<string, string>> }
  | { readonly proved: false; readonly reason: EntryReason };

const NOBODY: ReadonlySet<number> = new Set();

/**
 * Rows of students whose name is the entry's, in N2 or but for characters that are confused, and those of them who
 * stand against an age outside the school ages whatever the policy: their ID is at most three slips away, their birth
 * date one digit away or with month and day exchanged.
 */
function namesakes(read: ReadEntry, context: MatchContext): { readonly all: number; readonly near: number } {
  const { roster } = context;
  const { name } = read.reading;
  const found = new Set<number>();
  const add = (one: number): void => {
    for (const row of roster.names.rowsOf(one)) found.add(row);
  };
  const own = roster.names.find(name.n2);
  if (own >= 0) add(own);
  roster.names.eachConfusable(name, add);
  // Where a namesake alone stands against the proof, nobody asks how near.
  if (found.size === 0 || context.policy.strictAdults) return { all: found.size, near: 0 };
  const side = sideOf(read, roster, NOBODY, NOBODY);
  const near = [...found].filter((row) => {
    const { slips, birth, guardian } = compare(read, side, roster, row);
    return slips !== null || birth !== 'none' || guardian;
  });
  return { all: found.size, near: near.length };
}

/**
 * Whether an entry that no student's key hits can be called no student. `null`: its age is one of school, or its
 * ID cannot be relied on. The proof needs every one of: a valid ID written as text, an age outside the school
 * ages by more than the margin, a relation that does not say child, no student number, nobody of this name in the
 * roster (or, without `strictAdults`, nobody of this name who is near or whose guardian has the ID) and nobody with this
 * ID, no guardian's ID under another name, no other name beside this ID in any list. Typing a parent's number into a
 * child's row is the error that this guards against.
 */
export function ageFinding(read: ReadEntry, context: MatchContext, holders: number): AgeFinding | null {
  const { entry, reading } = read;
  const { own, name } = reading;
  if (own === null || own.birth === null || !name.certain) return null;
  const { asOf, schoolAges, margin, oldestBelievable, strictAdults } = context.policy;
  const age = ageOn(own.birth, asOf);
  const old = age > schoolAges.oldest + margin;
  if (!old && age >= schoolAges.youngest - margin) return null;

  const relation = relationOf(context, entry.relation);
  const same = namesakes(read, context);
  const wards = context.roster.guardians.wardsOf(own.text);
  const asGuardian = wards.some(({ guardianName }) => guardianName !== '' && guardianName !== name.n2);
  const names = context.namesById.get(own.text)?.size ?? 0;

  const against: EntryReason | null =
    holders > 0 || (strictAdults && same.all > 0)
      ? 'outOfAgeNamesake'
      : same.near > 0
        ? 'outOfAgeNear'
        : reading.number.number !== null
          ? 'outOfAgeStudentNumber'
          : relation === 'child'
            ? 'outOfAgeChildRelation'
            : relation === 'unclear'
              ? 'outOfAgeRelationUnclear'
              : asGuardian
                ? 'outOfAgeGuardianId'
                : names > 1
                  ? 'sharedId'
                  : age > oldestBelievable
                    ? 'outOfAgeUnbelievable'
                    : null;
  if (against !== null) return { proved: false, reason: against };
  return {
    proved: true,
    reason: old ? 'adultByBirthDate' : 'tooYoungByBirthDate',
    proof: {
      age: String(age),
      asOf: formatCivilDate(asOf),
      schoolAges: `${schoolAges.youngest}-${schoolAges.oldest}`,
      margin: String(margin),
      id: 'valid',
      relation,
      studentNumber: 'none',
      idInRoster: String(holders),
      nameInRoster: String(same.all),
      nameNear: String(same.near),
      guardianId:
        wards.length === 0 ? 'no' : wards.some((w) => w.guardianName === '') ? 'nameNotKnown' : 'ownName',
      namesBesideId: String(names),
    },
  };
}
