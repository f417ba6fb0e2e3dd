import { textAt } from './json.js';
import { isDecided, type Joined, type Matching, students } from './matching.js';
import { compareNames } from './name.js';
import { isLapsed } from './people.js';
import type { Checking } from './report.js';

const KEYS: readonly string[] = ['exactId', 'exactStudentNumber'];
const OF_GUARDIAN = 'guardianIdAndName';

/** What the second matcher says of the ledger's matches, in both directions. `byPersons`: the run read decisions of people. */
export function checkMatches(matching: Matching, byPersons: boolean, check: Checking): void {
  for (const one of matching.joined) {
    check.compared += 1;
    const student = matching.mustBe(one);
    if (student !== null && !isDecided(one.entry.of) && !answers(one, student, matching))
      check.error(
        'verify.missed',
        { state: one.entry.of.state, member: one.entry.of.member },
        one.entry.of.place,
      );
    justify(one, matching, byPersons, check);
  }
}

/** Whether the ledger has an entry where the second matcher says it belongs, or a reason that the second matcher finds too. */
function answers(one: Joined, student: string, matching: Matching): boolean {
  const { of } = one.entry;
  if (of.state === 'matched') return of.student === student && !isLapsed(of);
  if (of.state === 'lapsed')
    return of.student === student
      ? isLapsed(of)
      : stands(one, student, textAt(of.proof, 'because'), matching);
  if (of.state === 'duplicate') {
    const first = matching.repeated(of)?.of;
    if (first === undefined) return false;
    // A person has said what the row that is repeated is; that it is the same person, another check holds.
    if (first.reason === 'decision') return of.reason === 'samePerson' || first.student === student;
    if (first.state === 'matched') return of.student === student && first.student === student;
    return first.state === 'review' && stands(one, student, first.reason, matching);
  }
  return of.state === 'review' && stands(one, student, of.reason, matching);
}

/** Whether a reason to ask a person first is really there. */
function stands(one: Joined, student: string, reason: string, matching: Matching): boolean {
  switch (reason) {
    case 'sharedId':
      return matching.sharesId(one);
    case 'studentOfTwoNames':
      return matching.sharesStudent(one, student);
    case 'sharedInRoster':
      return matching.hasRival(one, student);
    default:
      return false;
  }
}

/** A match by keys: some key and the name are the same, and nobody else surely has the key. */
function justify(
  { entry, touched, sure }: Joined,
  matching: Matching,
  byPersons: boolean,
  check: Checking,
): void {
  const { of } = entry;
  const { state, student, place, member, reason } = of;
  if (state === 'matched' && reason === OF_GUARDIAN) {
    if (entry.read.means === 'person' || !matching.isGuardianOf(entry, student))
      check.error('verify.notJustified', { why: 'guardian', member }, place);
    return;
  }
  const byKey =
    (state === 'matched' && reason !== 'decision') ||
    (state === 'duplicate' && reason === 'sameStudent') ||
    (state === 'lapsed' && student !== '');
  if (!byKey) return;
  if (state === 'matched' && !KEYS.includes(reason)) {
    check.error('verify.unknownReason', { reason, member }, place);
    return;
  }
  const own = [...touched].filter((row) => row.of.student === student);
  const names = own.map((row) => compareNames(row.name, entry.name));
  const others = students(sure).filter((key) => key !== student);
  const why =
    !names.includes('same') && !names.includes('unread')
      ? own.length === 0
        ? 'key'
        : 'name'
      : others.length > 0
        ? 'holders'
        : null;
  // Of a repeat the ledger keeps what it repeats, and no longer that a person may have said whose it is.
  if (why !== null && entry.read.means !== 'person' && matching.isGuardianOf(entry, student)) return;
  if (why !== null && state === 'duplicate' && byPersons)
    check.note('verify.repeatUnproved', { member }, place);
  else if (why !== null) check.error('verify.notJustified', { why, member }, place);
  else if (!names.includes('same')) check.note('verify.unreadName', { member }, place);
}
