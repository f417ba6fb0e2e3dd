import { compareText } from '../roster/index.js';
import { ageOn, formatCivilDate } from '../value/index.js';
import type { Candidate } from './candidate.js';
import type { MatchContext, ReadEntry } from './context.js';
import { type DecidedBy, decideEntry } from './decide-entry.js';
import type { EntryReason } from './reasons.js';
import { candidatesAlone, reviewOf } from './review.js';
import { hasSchoolAgeId, isOutOfAge } from './school-age.js';
import { linksOf } from './search/links.js';
import type { Verdict } from './verdict.js';
import { wardsOf } from './wards.js';

/**
 * The results of a row that speaks for a household or for children: each student found is one of its own. A child of the
 * head by the roster's guardians, ID and name both, is matched as of the household: that is what such a list says, and it
 * is never taken for the same person. Whoever may be one by less is for a person, all in one result. Of a household the
 * head may be a student too, by the rules for persons. Where nobody is found a person looks: the children may go to school
 * under another guardian. Only where the list names the whole household is each of its persons decided like any other;
 * and of a list that means children, where the person is too young to have one in school, there is nobody.
 */
export function householdVerdicts(
  read: ReadEntry,
  context: MatchContext,
  decided: DecidedBy | undefined,
): readonly Verdict[] {
  const { means } = read.entry;
  if (read.reading.empty) return [{ state: 'invalid', reason: 'nothingToRead', candidates: [] }];
  const { certain, possible } = wardsOf(read, context);
  const found = certain.map(
    (student): Verdict => ({ state: 'matched', reason: 'guardianIdAndName', student, candidates: [] }),
  );
  const head =
    means === 'household' && linksOf(context.roster, read.reading).size > 0
      ? decideEntry(read, context, undefined)
      : null;
  const all =
    head === null || found.some(({ student }) => student === head.student) ? found : [head, ...found];
  if (decided === 'unclear')
    return [...all, openHousehold(read, context, possible, head !== null, 'decisionUnclear')];
  if (decided !== undefined) {
    // What people decided takes the place of what was left open: one for each student, or that there is none.
    const known = new Set(all.map(({ student }) => student));
    const asked = [decided.decision, ...(decided.further ?? [])].map((decision) =>
      decideEntry(read, context, { decision }),
    );
    return [...all, ...asked.filter(({ student }) => student === undefined || !known.has(student))];
  }
  // A head of school age whom the roster does not have may be its own list's child.
  const headOpen = means === 'household' && head === null && hasSchoolAgeId(read, context);
  if (all.length > 0 && possible.length === 0 && !headOpen) return all;
  if (all.length === 0 && possible.length === 0) {
    const proved = nobody(read, context);
    if (proved !== null) return [proved];
  }
  return [...all, openHousehold(read, context, possible, head !== null)];
}

/** What is left for a person: everybody who may be a child of the head, and of a household who may be the head. */
function openHousehold(
  read: ReadEntry,
  context: MatchContext,
  wards: readonly Candidate[],
  headKnown: boolean,
  because?: EntryReason,
): Verdict {
  const children = read.entry.means === 'children';
  const known = new Set(wards.map(({ student }) => student));
  const asPerson = children || headKnown ? { candidates: [] } : candidatesAlone(read, context);
  const isGrownUp = isOutOfAge(read, context) || wards.some(({ why }) => why !== 'guardianName');
  const others = asPerson.candidates
    .filter(({ student }) => !known.has(student))
    // Whose ID is out of age, or that of a guardian, is no student of the same name.
    .map((one) => (isGrownUp ? { ...one, strong: false } : one));
  const candidates = [...wards, ...others].sort(
    (a, b) => b.score - a.score || compareText(a.student, b.student),
  );
  return reviewOf(context, because ?? reasonFor(children, wards.length > 0), { ...asPerson, candidates });
}

function reasonFor(children: boolean, found: boolean): EntryReason {
  if (children) return found ? 'parentOfStudents' : 'parentNoStudent';
  return found ? 'headOfHousehold' : 'headNoStudent';
}

/** Nobody of the person's can be in school, or the list says all there is to say of the household. */
function nobody(read: ReadEntry, context: MatchContext): Verdict | null {
  const { policy } = context;
  const { means, householdComplete } = read.entry;
  if (means === 'household' && householdComplete === true) {
    // Every person of the household stands on the list and is decided by itself.
    const verdict = decideEntry(read, context, undefined);
    return verdict.proof === undefined
      ? verdict
      : { ...verdict, proof: { ...verdict.proof, household: 'complete' } };
  }
  const { own, name } = read.reading;
  if (means !== 'children' || own?.birth == null || !name.certain) return null;
  const youngestParent = policy.adults.parentGap.least + policy.schoolAges.youngest - policy.margin;
  const age = ageOn(own.birth, policy.asOf);
  if (age >= youngestParent) return null;
  return {
    state: 'notAStudent',
    reason: 'tooYoungForChildren',
    candidates: [],
    proof: { asOf: formatCivilDate(policy.asOf), age: String(age), youngestParent: String(youngestParent) },
  };
}
