import { nameKey } from '../roster/index.js';
import { ageOn, formatCivilDate } from '../value/index.js';
import type { MatchContext, ReadEntry } from './context.js';
import type { EntryReason } from './reasons.js';

/** Left out with its proof, or kept for a person because one condition of the proof fails. */
export type AgeFinding =
  | { readonly proved: true; readonly reason: EntryReason; readonly proof: Readonly<Record<string, string>> }
  | { readonly proved: false; readonly reason: EntryReason };

/** What the relation column says, by the exact words of the policy. */
export function relationOf(
  context: MatchContext,
  relation: string,
): 'none' | 'child' | 'notChild' | 'unclear' {
  const word = nameKey(relation);
  if (word === '') return 'none';
  if (context.relations.child.has(word)) return 'child';
  return context.relations.notChild.has(word) ? 'notChild' : 'unclear';
}

/**
 * Whether an entry that no student's key hits can be called no student. `null`: its age is one of school, or its
 * ID cannot be relied on. The proof needs every one of: a valid ID written as text, an age outside the school
 * ages by more than the margin, a relation that does not say child, no student number, nobody of this name and
 * nobody with this ID in the roster, no guardian's ID under another name, no other name beside this ID in any
 * list. Typing a parent's number into a child's row is the error that this guards against.
 */
export function ageFinding(
  { entry, reading }: ReadEntry,
  context: MatchContext,
  holders: number,
): AgeFinding | null {
  const { id, name } = reading;
  if (!id.trusted || id.id === null || id.birth === null || !name.certain) return null;
  const { asOf, schoolAges, margin, oldestBelievable } = context.policy;
  const age = ageOn(id.birth, asOf);
  const old = age > schoolAges.oldest + margin;
  if (!old && age >= schoolAges.youngest - margin) return null;

  const relation = relationOf(context, entry.relation);
  const namesakes = (context.roster.byName.get(name.key) ?? []).length;
  const wards = context.roster.guardians.get(id.id) ?? [];
  // The guardian's own row is harmless. The child's name beside the guardian's ID is a namesake's already.
  const asGuardian = wards.some(({ guardianName }) => guardianName !== '' && guardianName !== name.key);
  const names = context.namesById.get(id.id)?.size ?? 0;

  const against: EntryReason | null =
    holders > 0 || namesakes > 0
      ? 'outOfAgeNamesake'
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
      nameInRoster: String(namesakes),
      guardianId:
        wards.length === 0 ? 'no' : wards.some((w) => w.guardianName === '') ? 'nameNotKnown' : 'ownName',
      namesBesideId: String(names),
    },
  };
}
