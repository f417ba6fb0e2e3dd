import { ageOn, formatCivilDate } from '../value/index.js';
import { birthsOf, sideOf, slipsOf } from './compare/comparison.js';
import { standsIn } from './compare/place.js';
import type { MatchContext, ReadEntry } from './context.js';
import { couldBeParents } from './parents-id.js';
import type { EntryReason } from './reasons.js';
import { relationOf } from './relation.js';
import { hasBeginning } from './search/roster-index.js';

/** Left out with its proof, or kept for a person because one condition of the proof fails. */
export type AgeFinding =
  | { readonly proved: true; readonly reason: EntryReason; readonly proof: Readonly<Record<string, string>> }
  | { readonly proved: false; readonly reason: EntryReason };

const NOBODY: ReadonlySet<number> = new Set();

interface Namesakes {
  /** Rows of students whose name is the entry's, in N2 or but for characters that are confused. */
  readonly all: number;
  /**
   * Of these, rows that stand against an age outside the school ages whatever the policy: their ID is at most three slips
   * away, their birth date one digit away or with month and day exchanged, or the ID is that of a guardian.
   */
  readonly near: number;
  /** Under `strictAdults`: whose parent's ID it could be, as far as anybody can tell. */
  readonly open: number;
}

function namesakes(read: ReadEntry, context: MatchContext): Namesakes {
  const { roster, policy } = context;
  const { name } = read.reading;
  // A name is visited once, and a row has one name. Equal in N2 is equal in N3.
  const found: number[] = [];
  roster.names.eachConfusable(name, (one) => {
    roster.names.eachRow(one, null, (row) => {
      found.push(row);
      return true;
    });
  });
  if (found.length === 0) return { all: 0, near: 0, open: 0 };
  const place = context.placeOf(read.entry);
  const side = sideOf(read, roster, NOBODY, NOBODY, { anothersId: false, idSpeaks: false, place });
  let near = 0;
  let open = 0;
  for (const row of found) {
    const isNear =
      side.wards.has(row) || slipsOf(side, roster, row) !== null || birthsOf(side, roster, row) !== 'none';
    if (isNear) near += 1;
    else if (
      policy.strictAdults &&
      couldBeParents(read, row, { place: standsIn(place, roster, row) }, context)
    )
      open += 1;
  }
  return { all: found.length, near, open };
}

/**
 * Whether an entry that no student's key hits can be called no student. `null`: its age is one of school, or its
 * ID cannot be relied on. The proof needs every one of: a valid ID written as text, an age outside the school
 * ages by more than the margin, a relation that does not say child, no student number, nobody with this ID or with
 * what a spreadsheet leaves of it, nobody of this name who is near or whose guardian has the ID, no guardian's ID under
 * another name, no other name beside this ID in any list. With `strictAdults`, a student of this name also stands against it where nothing shows that the ID is not a
 * parent's: the relation says nothing, the roster lacks the IDs of the guardians, the student may belong to the place of
 * the row, and the ages fit. Typing a parent's number into a child's row is the error that this guards against.
 */
export function ageFinding(read: ReadEntry, context: MatchContext): AgeFinding | null {
  const { entry, reading } = read;
  const { own, name } = reading;
  if (own === null || own.birth === null || !name.certain) return null;
  const { asOf, schoolAges, margin, oldestBelievable } = context.policy;
  const age = ageOn(own.birth, asOf);
  const old = age > schoolAges.oldest + margin;
  if (!old && age >= schoolAges.youngest - margin) return null;

  const relation = relationOf(context, entry.relation);
  const same = namesakes(read, context);
  const wards = context.roster.guardians.wardsOf(own.text);
  const asGuardian = wards.some(({ guardianName }) => guardianName !== '' && guardianName !== name.n2);
  const names = context.namesBeside(own.text);
  const begun = hasBeginning(own.text, context.roster);

  const against: EntryReason | null =
    same.open > 0
      ? 'outOfAgeNamesake'
      : same.near > 0 || begun
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
      // Else its key would have hit somebody, and nobody would ask.
      idInRoster: '0',
      nameInRoster: String(same.all),
      nameNear: String(same.near),
      nameOpen: String(same.open),
      guardianId:
        wards.length === 0 ? 'no' : wards.some((w) => w.guardianName === '') ? 'nameNotKnown' : 'ownName',
      namesBesideId: String(names),
    },
  };
}
