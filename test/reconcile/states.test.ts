import { describe, expect, it } from 'vitest';
import {
  ENTRY_REASONS,
  ENTRY_STATES,
  type EntryDecision,
  type ListEntry,
  type MatchPolicy,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import { ADULT, CHILD, decision, entry, idOf, listsOf, OTHER, only, POLICY, person, TWIN } from './world.js';

interface Example {
  readonly what: string;
  readonly roster: readonly RosterPerson[];
  readonly entry: ListEntry;
  /** Further entries of the lists, after this one. */
  readonly others?: readonly ListEntry[];
  readonly decisions?: readonly EntryDecision[];
  readonly state: string;
  readonly reason: string;
  readonly student?: string;
  readonly candidates?: readonly (readonly [student: string, why: string, strong?: boolean])[];
  readonly policy?: Partial<MatchPolicy>;
}

const child = person('a', { id: CHILD });
const FLAT = `${CHILD.slice(0, 15)}000`;
const badCheck = (id: string): string => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');

/** Reasons that make no candidate strong by themselves. */
const WEAK = new Set(['sameName', 'likeName', 'guardianId']);

const examples: readonly Example[] = [
  // matched
  {
    what: 'same ID and name',
    roster: [child],
    entry: entry({ id: CHILD }),
    state: 'matched',
    reason: 'exactId',
    student: 'a',
  },
  {
    what: 'what exporters add around the ID',
    roster: [child],
    entry: entry({ id: `'${CHILD} ` }),
    state: 'matched',
    reason: 'exactId',
    student: 'a',
  },
  {
    what: 'dirt on the roster side',
    roster: [person('a', { id: `\u{200B}${CHILD}` })],
    entry: entry({ id: CHILD }),
    state: 'matched',
    reason: 'exactId',
    student: 'a',
  },
  {
    what: 'spaces and dots in the name',
    roster: [person('a', { id: CHILD, name: '阿依·买买提' })],
    entry: entry({ id: CHILD, name: ' 阿依．买买提' }),
    state: 'matched',
    reason: 'exactId',
    student: 'a',
  },
  {
    what: 'a disability certificate',
    roster: [child],
    entry: entry({ id: `${CHILD}42B1` }),
    state: 'matched',
    reason: 'exactId',
    student: 'a',
  },
  {
    what: 'the same student number',
    roster: [person('a', { studentNumber: `L${CHILD}` })],
    entry: entry({ studentNumber: `l${CHILD}` }),
    state: 'matched',
    reason: 'exactStudentNumber',
    student: 'a',
  },
  {
    what: 'a student number in the ID column',
    roster: [person('a', { studentNumber: `J${CHILD}` })],
    entry: entry({ id: `J${CHILD}` }),
    state: 'matched',
    reason: 'exactStudentNumber',
    student: 'a',
  },
  {
    what: 'the ID that the G number kept',
    roster: [person('a', { id: OTHER, studentNumber: `G${CHILD}` })],
    entry: entry({ id: CHILD }),
    state: 'matched',
    reason: 'exactStudentNumber',
    student: 'a',
  },
  {
    what: 'the G number of somebody whose ID cell is bad',
    roster: [person('a', { id: badCheck(CHILD), studentNumber: `G${CHILD}` })],
    entry: entry({ id: CHILD }),
    state: 'matched',
    reason: 'exactStudentNumber',
    student: 'a',
  },
  {
    what: 'two rows of one student in the roster',
    roster: [child, person('a', { id: CHILD, school: '3199000002' })],
    entry: entry({ id: CHILD }),
    state: 'matched',
    reason: 'exactId',
    student: 'a',
  },
  {
    what: 'a person’s word',
    roster: [child],
    entry: entry({ name: '王晓宇' }),
    decisions: [decision({ state: 'matched', student: 'a' })],
    state: 'matched',
    reason: 'decision',
    student: 'a',
  },

  // review: somebody has the key
  {
    what: 'another name',
    roster: [child],
    entry: entry({ id: CHILD, name: '王晓雨' }),
    state: 'review',
    reason: 'nameDiffers',
    candidates: [['a', 'sameId']],
  },
  {
    what: 'a twin’s ID with one’s own name',
    roster: [child, person('b', { id: TWIN, name: '王小雪' })],
    entry: entry({ id: TWIN }),
    state: 'review',
    reason: 'nameDiffers',
    candidates: [
      ['b', 'sameId'],
      ['a', 'sameNameAndBirth'],
    ],
  },
  {
    what: 'no name',
    roster: [child],
    entry: entry({ id: CHILD, name: '' }),
    state: 'review',
    reason: 'nameUnreadable',
    candidates: [['a', 'sameId']],
  },
  {
    what: 'a lost character in both names',
    roster: [person('a', { id: CHILD, name: '王?' })],
    entry: entry({ id: CHILD, name: '王?' }),
    state: 'review',
    reason: 'nameUnreadable',
    candidates: [['a', 'sameId']],
  },
  {
    what: 'an ID of two students',
    roster: [child, person('b', { id: CHILD, name: '李明' })],
    entry: entry({ id: CHILD }),
    state: 'review',
    reason: 'sharedInRoster',
    candidates: [
      ['a', 'sameId'],
      ['b', 'sameId'],
    ],
  },
  {
    what: 'an ID of one, of which a number cell holds the beginning for a namesake',
    roster: [child, person('b', { id: CHILD, idNotText: true })],
    entry: entry({ id: CHILD }),
    state: 'review',
    reason: 'sharedInRoster',
    candidates: [
      ['a', 'sameId'],
      ['b', 'sameNameAndBirth'],
    ],
  },
  {
    what: 'one ID with two names in the lists, also for the row that agrees with the roster',
    roster: [child],
    entry: entry({ id: CHILD }),
    others: [entry({ id: CHILD, name: '王小雪', list: 'orphans', in: ['orphan'] })],
    state: 'review',
    reason: 'sharedId',
    candidates: [['a', 'sameId']],
  },
  {
    what: 'one student under two names in a list',
    roster: [child, person('a', { name: '王晓雨', studentNumber: `L${CHILD}` })],
    entry: entry({ id: CHILD }),
    others: [entry({ studentNumber: `L${CHILD}`, name: '王晓雨', row: 3 })],
    state: 'review',
    reason: 'studentOfTwoNames',
    candidates: [['a', 'sameId']],
  },
  {
    what: 'an adult ID beside two names',
    roster: [],
    entry: entry({ id: ADULT, name: '王建国' }),
    others: [entry({ id: ADULT, name: '李秀英', row: 3 })],
    state: 'review',
    reason: 'sharedId',
    candidates: [],
  },
  {
    what: 'a student number of two students',
    roster: [person('a', { studentNumber: `L${CHILD}` }), person('b', { studentNumber: `L${CHILD}` })],
    entry: entry({ studentNumber: `L${CHILD}` }),
    state: 'review',
    reason: 'sharedStudentNumber',
    candidates: [
      ['a', 'sameStudentNumber'],
      ['b', 'sameStudentNumber'],
    ],
  },
  {
    what: 'ID of one, number of another',
    roster: [child, person('b', { id: OTHER, studentNumber: `L${OTHER}` })],
    entry: entry({ id: CHILD, studentNumber: `L${OTHER}` }),
    state: 'review',
    reason: 'keysDisagree',
    candidates: [
      ['a', 'sameId'],
      ['b', 'sameStudentNumber'],
    ],
  },
  {
    what: 'the roster’s ID was a number cell',
    roster: [person('a', { id: CHILD, idNotText: true })],
    entry: entry({ id: CHILD }),
    state: 'review',
    reason: 'rosterIdInvalid',
    candidates: [['a', 'sameNameAndBirth']],
  },
  {
    what: 'the roster’s ID has one wrong digit',
    roster: [person('a', { id: badCheck(CHILD) })],
    entry: entry({ id: CHILD }),
    state: 'review',
    reason: 'rosterIdInvalid',
    candidates: [['a', 'sameNameAndBirth']],
  },
  {
    what: 'the same faulty ID on both sides',
    roster: [person('a', { id: badCheck(CHILD) })],
    entry: entry({ id: badCheck(CHILD) }),
    state: 'review',
    reason: 'idInvalid',
    candidates: [['a', 'sameId']],
  },
  {
    what: 'the right digits in a number cell',
    roster: [child],
    entry: entry({ id: CHILD, idNotText: true }),
    state: 'review',
    reason: 'idDamaged',
    candidates: [['a', 'sameNameAndBirth']],
  },

  // review: nobody has it
  {
    what: "the father's ID in the child's row",
    roster: [
      person('a', { id: CHILD, guardians: [{ name: '王建国', id: ADULT }] }),
      person('b', { id: OTHER }),
    ],
    entry: entry({ id: ADULT }),
    state: 'review',
    reason: 'outOfAgeNamesake',
    candidates: [
      ['a', 'sameNameGuardianId'],
      ['b', 'sameName'],
    ],
  },
  {
    what: 'flattened to zeros',
    roster: [child],
    entry: entry({ id: FLAT }),
    state: 'review',
    reason: 'idDamaged',
    candidates: [['a', 'sameNameAndBirth']],
  },
  {
    what: 'scientific notation',
    roster: [child],
    entry: entry({ id: '9.90102E+17' }),
    state: 'review',
    reason: 'idDamaged',
    candidates: [['a', 'sameNameNoId']],
  },
  {
    what: 'one wrong digit in the date',
    roster: [child, person('b', { id: OTHER })],
    entry: entry({ id: CHILD.replace('20140305', '20140306') }),
    state: 'review',
    reason: 'idInvalid',
    candidates: [
      ['a', 'sameNameNearId'],
      ['b', 'sameName'],
    ],
  },
  {
    what: 'two neighbours exchanged',
    roster: [child],
    entry: entry({ id: CHILD.replace('20140305', '20410305') }),
    state: 'review',
    reason: 'idInvalid',
    candidates: [['a', 'sameNameNearId']],
  },
  {
    what: 'two wrong digits; the strong come before the weak',
    roster: [person('a', { id: OTHER }), person('b', { id: CHILD })],
    entry: entry({ id: CHILD.replace('20140305', '20240205') }),
    state: 'review',
    reason: 'idInvalid',
    candidates: [
      ['b', 'sameNameNearId'],
      ['a', 'sameName'],
    ],
  },
  {
    what: 'one digit missing',
    roster: [child, person('b', { id: OTHER })],
    entry: entry({ id: CHILD.slice(0, 8) + CHILD.slice(9) }),
    state: 'review',
    reason: 'idUnreadable',
    candidates: [
      ['a', 'sameNameNearId'],
      ['b', 'sameNameNoId', false],
    ],
  },
  {
    what: 'no ID, one namesake',
    roster: [child],
    entry: entry(),
    state: 'review',
    reason: 'idMissing',
    candidates: [['a', 'sameNameNoId']],
  },
  {
    what: 'no ID, two namesakes',
    roster: [child, person('b', { id: OTHER })],
    entry: entry(),
    state: 'review',
    reason: 'idMissing',
    candidates: [
      ['a', 'sameNameNoId'],
      ['b', 'sameNameNoId'],
    ],
  },
  {
    what: 'no ID, more namesakes than can be held open',
    roster: [child, person('b', { id: OTHER })],
    entry: entry(),
    policy: { namesakes: { withoutId: 1, withOtherId: 1 } },
    state: 'review',
    reason: 'idMissing',
    candidates: [
      ['a', 'sameNameNoId', false],
      ['b', 'sameNameNoId', false],
    ],
  },
  {
    what: 'no ID, two namesakes, one of them in the area of the row',
    roster: [child, person('b', { id: OTHER, hukou: '990181' })],
    entry: entry({ area: '990181001002' }),
    policy: { namesakes: { withoutId: 1, withOtherId: 1 } },
    state: 'review',
    reason: 'idMissing',
    candidates: [
      ['b', 'sameNameNoId'],
      ['a', 'sameNameNoId', false],
    ],
  },
  {
    what: 'no ID, two namesakes, one of them in the school of the row',
    roster: [child, person('b', { id: OTHER, school: '2199000002' })],
    entry: entry({ school: ' ２１９９０００００２' }),
    policy: { namesakes: { withoutId: 1, withOtherId: 1 } },
    state: 'review',
    reason: 'idMissing',
    candidates: [
      ['b', 'sameNameNoId'],
      ['a', 'sameNameNoId', false],
    ],
  },
  {
    what: 'no ID and a slip in the name: the area of the row leads to the child',
    roster: [
      person('a', { id: CHILD, name: '王小雨' }),
      person('b', { id: OTHER, name: '王小语', hukou: '990181' }),
    ],
    entry: entry({ name: '王小羽', area: '990102' }),
    state: 'review',
    reason: 'idMissing',
    candidates: [['a', 'likeNameInPlace']],
  },
  {
    what: 'no ID and a slip in the name: the area leads to the child who has no ID either, no less than to one who has',
    roster: [
      person('a', { name: '王小雨', hukou: '990102' }),
      person('b', { id: OTHER, name: '王小语', hukou: '990181' }),
    ],
    entry: entry({ name: '王小羽', area: '990102' }),
    state: 'review',
    reason: 'idMissing',
    candidates: [['a', 'likeNameInPlace']],
  },
  {
    what: 'no ID and another surname: the school of the row leads to the child',
    roster: [child, person('b', { id: OTHER, name: '陈小雨', school: '2199000002' })],
    entry: entry({ name: '赵小雨', school: '2199000001', area: '990181' }),
    state: 'review',
    reason: 'idMissing',
    candidates: [['a', 'likeNameInPlace']],
  },
  {
    what: 'a remark that may describe a character, with nothing else to go by',
    roster: [person('a', { id: CHILD, name: '李铭韡' }), person('b', { id: OTHER, name: '李铭' })],
    entry: entry({ name: '李铭(韦华)' }),
    state: 'review',
    reason: 'idMissing',
    candidates: [
      ['a', 'likeName'],
      ['b', 'sameNameNoId'],
    ],
  },
  {
    what: 'a remark that may describe a character, with the ID of the one who has it',
    roster: [person('a', { id: CHILD, name: '李铭韡' })],
    entry: entry({ id: CHILD, name: '李铭(韦华)' }),
    state: 'review',
    reason: 'nameDiffers',
    candidates: [['a', 'sameId']],
  },
  {
    what: 'a remark that is the name the child has now',
    roster: [person('a', { id: CHILD, name: '李小雨' })],
    entry: entry({ name: '李铭(李小雨)' }),
    state: 'review',
    reason: 'idMissing',
    candidates: [['a', 'likeName']],
  },
  {
    what: 'the ID of a stranger with one’s own name: both are held open',
    roster: [child, person('b', { id: OTHER, name: '赵云' })],
    entry: entry({ id: OTHER }),
    state: 'review',
    reason: 'nameDiffers',
    candidates: [
      ['b', 'sameId'],
      ['a', 'sameName', true],
    ],
  },
  {
    what: 'the ID of a sister with one’s own name: the one who is named comes first',
    roster: [
      person('a', { id: CHILD, guardians: [{ name: '王建国', id: ADULT }] }),
      person('b', { id: OTHER, name: '王小霜', guardians: [{ name: '王建国', id: ADULT }] }),
    ],
    entry: entry({ id: OTHER }),
    state: 'review',
    reason: 'nameDiffers',
    candidates: [
      ['a', 'sameNameSiblingId'],
      ['b', 'sameId'],
    ],
  },
  {
    what: 'the only namesake has no ID',
    roster: [person('a')],
    entry: entry({ id: CHILD }),
    state: 'review',
    reason: 'sameNameOtherId',
    candidates: [['a', 'sameNameNoId']],
  },
  {
    what: 'a namesake with another ID',
    roster: [person('a', { id: OTHER })],
    entry: entry({ id: CHILD }),
    state: 'review',
    reason: 'sameNameOtherId',
    candidates: [['a', 'sameName', true]],
  },
  {
    what: 'a namesake with another ID, who belongs to another county than the list',
    roster: [person('a', { id: OTHER, hukou: '990181' })],
    entry: entry({ id: CHILD, area: '990102' }),
    state: 'review',
    reason: 'sameNameOtherId',
    candidates: [['a', 'sameName', false]],
  },
  {
    what: 'another ID with the same birthday',
    roster: [person('a', { id: idOf('20140305', 218) })],
    entry: entry({ id: CHILD }),
    state: 'review',
    reason: 'sameNameOtherId',
    candidates: [['a', 'sameNameAndBirth']],
  },
  {
    what: 'of school age and unknown',
    roster: [child],
    entry: entry({ id: OTHER, name: '李明' }),
    state: 'review',
    reason: 'noCandidate',
    candidates: [],
  },
  {
    what: 'a parent’s ID in the child’s row',
    roster: [child],
    entry: entry({ id: ADULT }),
    state: 'review',
    reason: 'outOfAgeNamesake',
    candidates: [['a', 'sameName']],
  },
  {
    what: 'the same, with a slip in the name and a relation',
    roster: [child],
    entry: entry({ id: ADULT, name: '王晓雨', relation: '之女' }),
    state: 'review',
    reason: 'outOfAgeChildRelation',
    candidates: [['a', 'likeName']],
  },
  {
    what: 'a relation nobody knows',
    roster: [child],
    entry: entry({ id: ADULT, name: '王晓雨', relation: '03' }),
    state: 'review',
    reason: 'outOfAgeRelationUnclear',
    candidates: [['a', 'likeName']],
  },
  {
    what: 'the ID of a guardian under another name',
    roster: [person('a', { id: CHILD, guardians: [{ name: '王建国', id: ADULT }] })],
    entry: entry({ id: ADULT, name: '王晓雨' }),
    state: 'review',
    reason: 'outOfAgeGuardianId',
    candidates: [['a', 'likeNameGuardianId']],
  },
  {
    what: 'an adult with a student number',
    roster: [],
    entry: entry({ id: ADULT, name: '王建国', studentNumber: `L${OTHER}` }),
    state: 'review',
    reason: 'outOfAgeStudentNumber',
    candidates: [],
  },
  {
    what: 'born in 1903',
    roster: [],
    entry: entry({ id: idOf('19030102', 3), name: '王建国' }),
    state: 'review',
    reason: 'outOfAgeUnbelievable',
    candidates: [],
  },
  {
    what: 'of school age, and only somebody near',
    roster: [person('a', { id: idOf('20120811', 35), name: '李明明' })],
    entry: entry({ id: OTHER, name: '李明' }),
    state: 'review',
    reason: 'othersNear',
    candidates: [['a', 'likeNameAndBirth']],
  },
  {
    what: 'out of age by a year of which one digit is wrong, under the name of a student',
    roster: [person('a', { id: idOf('20140305', 217) })],
    entry: entry({ id: idOf('19140305', 217) }),
    policy: { strictAdults: false },
    state: 'review',
    reason: 'outOfAgeNear',
    candidates: [['a', 'sameNameNearId']],
  },
  {
    what: 'out of age, under another name, and the roster holds this ID as the number that a spreadsheet made of it',
    roster: [person('a', { id: '990102198602141190', idNotText: true, name: '李明' })],
    entry: entry({ id: ADULT }),
    policy: { strictAdults: false },
    state: 'review',
    reason: 'outOfAgeNear',
    candidates: [['a', 'nearId', false]],
  },
  {
    what: 'a namesake alone, where the policy asks for more than a name',
    roster: [child],
    entry: entry({ id: ADULT }),
    policy: { strictAdults: false },
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: "the father's ID, where the policy asks for more than a name",
    roster: [person('a', { id: CHILD, guardians: [{ name: '王建国', id: ADULT }] })],
    entry: entry({ id: ADULT }),
    policy: { strictAdults: false },
    state: 'review',
    reason: 'outOfAgeNear',
    candidates: [['a', 'sameNameGuardianId']],
  },
  {
    what: 'a row for a household',
    roster: [
      person('a', { id: CHILD, guardians: [{ name: '王建国', id: ADULT }] }),
      person('b', { id: OTHER, name: '李明', guardians: [{ name: '', id: ADULT }] }),
      person('c', { id: TWIN, name: '赵云', guardians: [{ name: '王建军', id: ADULT }] }),
    ],
    entry: entry({ id: ADULT, name: '王建国', means: 'household' }),
    state: 'matched',
    reason: 'guardianIdAndName',
    student: 'a',
  },
  {
    what: 'a row for a household, whose head the roster knows by ID alone or under another name',
    roster: [
      person('b', { id: OTHER, name: '李明', guardians: [{ name: '', id: ADULT }] }),
      person('c', { id: TWIN, name: '赵云', guardians: [{ name: '王建军', id: ADULT }] }),
    ],
    entry: entry({ id: ADULT, name: '王建国', means: 'household' }),
    state: 'review',
    reason: 'headOfHousehold',
    candidates: [
      ['b', 'guardianId', true],
      ['c', 'guardianId', true],
    ],
  },
  {
    what: 'a row for the children of its person, with a slip in the ID, or no ID in the roster',
    roster: [
      person('a', { id: CHILD, guardians: [{ name: '王建国', id: ADULT }] }),
      person('b', { id: OTHER, name: '李明', guardians: [{ name: '王建国', id: '' }] }),
      person('c', { id: TWIN, name: '赵云', guardians: [{ name: '王建国', id: idOf('19720703', 8) }] }),
    ],
    entry: entry({ id: badCheck(ADULT), name: '王建国', means: 'children' }),
    state: 'review',
    reason: 'parentOfStudents',
    candidates: [
      ['a', 'guardianNameNearId', true],
      ['b', 'guardianName', true],
      ['c', 'guardianName', false],
    ],
  },
  {
    what: 'a row for the children of somebody who has none in the roster',
    roster: [child],
    entry: entry({ id: ADULT, name: '王建国', means: 'children' }),
    state: 'review',
    reason: 'parentNoStudent',
    candidates: [],
  },
  {
    what: 'a row for the children of a child',
    roster: [child],
    entry: entry({ id: OTHER, name: '李明', means: 'children' }),
    state: 'notAStudent',
    reason: 'tooYoungForChildren',
  },
  {
    what: 'a row for a household that the list names in full, with nobody of school age',
    roster: [child],
    entry: entry({ id: ADULT, name: '王建国', means: 'household', householdComplete: true }),
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: 'a student who is the head of a household',
    roster: [child],
    entry: entry({ id: CHILD, means: 'household' }),
    state: 'matched',
    reason: 'exactId',
    student: 'a',
  },
  {
    what: 'a row for a household nobody of which is in the roster',
    roster: [child],
    entry: entry({ id: ADULT, name: '王建国', means: 'household' }),
    state: 'review',
    reason: 'headNoStudent',
    candidates: [],
  },
  {
    what: 'a decision about a student who is not there',
    roster: [child],
    entry: entry({ id: CHILD }),
    decisions: [decision({ state: 'matched', student: 'zz' })],
    state: 'review',
    reason: 'decisionUnclear',
    candidates: [['a', 'sameId']],
  },

  // out, with proof or decision
  {
    what: 'a grown-up',
    roster: [child],
    entry: entry({ id: ADULT, name: '王建国' }),
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: 'a grown-up’s old ID',
    roster: [child],
    entry: entry({ id: '990102560214118', name: '王建国', relation: '户主' }),
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: 'a guardian in the own row',
    roster: [person('a', { id: CHILD, guardians: [{ name: '王 建国', id: ADULT }] })],
    entry: entry({ id: ADULT, name: '王建国' }),
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: 'a grown-up with a namesake whose parents’ IDs the roster has, both',
    roster: [
      person('a', {
        id: CHILD,
        guardians: [
          { name: '王建军', id: idOf('19800101', 3) },
          { name: '赵敏', id: idOf('19810101', 4) },
        ],
      }),
    ],
    entry: entry({ id: ADULT }),
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: 'a grown-up with a namesake, of whose parents the roster has one',
    roster: [person('a', { id: CHILD, guardians: [{ name: '赵敏', id: idOf('19810101', 4) }] })],
    entry: entry({ id: ADULT }),
    state: 'review',
    reason: 'outOfAgeNamesake',
    candidates: [['a', 'sameName', true]],
  },
  {
    what: 'a grown-up with a namesake, where nothing can tell a parent’s ID: the run says so, and holds nobody',
    roster: [child],
    entry: entry({ id: ADULT }),
    state: 'review',
    reason: 'outOfAgeNamesake',
    candidates: [['a', 'sameName', false]],
  },
  {
    what: 'a parent’s ID in a row that says child',
    roster: [child, person('b', { id: OTHER })],
    entry: entry({ id: ADULT, relation: '之女' }),
    state: 'review',
    reason: 'outOfAgeNamesake',
    candidates: [
      ['a', 'sameNameNoId'],
      ['b', 'sameNameNoId'],
    ],
  },
  {
    what: 'a grown-up with a namesake, whom the relation calls the head',
    roster: [child],
    entry: entry({ id: ADULT, relation: '户主' }),
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: 'a grown-up with a namesake outside the area of the row',
    roster: [person('a', { id: CHILD, hukou: '990181' })],
    entry: entry({ id: ADULT, area: '990102' }),
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: 'somebody grown up who is too young for a parent of the namesake',
    roster: [person('a', { id: idOf('20050305', 217) })],
    entry: entry({ id: idOf('19961010', 11) }),
    state: 'notAStudent',
    reason: 'adultByBirthDate',
  },
  {
    what: 'a newborn',
    roster: [child],
    entry: entry({ id: idOf('20250801', 12), name: '王小米' }),
    state: 'notAStudent',
    reason: 'tooYoungByBirthDate',
  },
  {
    what: 'goes to school elsewhere',
    roster: [child],
    entry: entry({ id: OTHER, name: '李明' }),
    decisions: [decision()],
    state: 'notEnrolledHere',
    reason: 'decision',
  },
  {
    what: 'lives elsewhere',
    roster: [child],
    entry: entry({ id: OTHER, name: '李明' }),
    decisions: [decision({ state: 'outOfArea' })],
    state: 'outOfArea',
    reason: 'decision',
  },
  {
    what: 'has died',
    roster: [child],
    entry: entry({ id: OTHER, name: '李明' }),
    decisions: [decision({ state: 'deceased' })],
    state: 'deceased',
    reason: 'decision',
  },

  // the rest
  {
    what: 'a lapsed row',
    roster: [child],
    entry: entry({ id: CHILD, in: [] }),
    state: 'lapsed',
    reason: 'notCurrent',
    student: 'a',
  },
  {
    what: 'a lapsed row in doubt',
    roster: [child],
    entry: entry({ id: CHILD, name: '王晓雨', in: [] }),
    state: 'lapsed',
    reason: 'notCurrent',
    candidates: [['a', 'sameId']],
  },
  {
    what: 'nothing at all',
    roster: [child],
    entry: entry({ name: '—', id: '无', studentNumber: '/' }),
    state: 'invalid',
    reason: 'nothingToRead',
  },
  {
    what: 'a repeat of a matched row',
    roster: [child],
    entry: entry({ id: CHILD, row: 9 }),
    others: [entry({ id: CHILD, row: 3 })],
    state: 'duplicate',
    reason: 'sameStudent',
    student: 'a',
  },
  {
    what: 'a repeat of an unknown child',
    roster: [],
    entry: entry({ id: CHILD, row: 9 }),
    others: [entry({ id: CHILD, row: 3 })],
    state: 'duplicate',
    reason: 'samePerson',
  },
];

describe('every state and every reason', () => {
  it.each(examples.map((e) => [e.what, e] as const))('%s', (_, example) => {
    const { roster, others = [], decisions = [], state, reason, student, candidates } = example;
    const policy = { ...POLICY, ...example.policy };
    const result = reconcile(roster, listsOf([example.entry, ...others]), decisions, policy);
    const outcome = result.outcomes.find((o) => o.entry === example.entry)!;
    expect([outcome.state, outcome.reason, outcome.student]).toEqual([state, reason, student]);
    if (candidates !== undefined)
      expect(outcome.candidates.map((c) => [c.student, c.why, c.strong])).toEqual(
        candidates.map(([who, why, strong = !WEAK.has(why)]) => [who, why, strong]),
      );
    expect(result.equations.filter((e) => !e.holds)).toEqual([]);
  });

  it('leaves none out', () => {
    expect(new Set(examples.map((e) => e.state))).toEqual(new Set(ENTRY_STATES));
    expect(new Set(examples.map((e) => e.reason))).toEqual(new Set(ENTRY_REASONS));
  });
});

describe('proofs', () => {
  it('of a grown-up: age, day and each check, and nothing personal', () => {
    const outcome = only(
      reconcile(
        [person('a', { id: CHILD })],
        listsOf([entry({ id: ADULT, name: '王建国', relation: '户主' })]),
        [],
        POLICY,
      ),
    );
    expect(outcome.proof).toEqual({
      age: '39',
      asOf: '2025-10-10',
      schoolAges: '3-24',
      margin: '2',
      id: 'valid',
      relation: 'notChild',
      studentNumber: 'none',
      idInRoster: '0',
      nameInRoster: '0',
      nameNear: '0',
      nameOpen: '0',
      guardianId: 'no',
      namesBesideId: '1',
    });
  });

  it('ages count from the margin on, and to the day', () => {
    const at = (birth: string): string =>
      only(reconcile([], listsOf([entry({ id: idOf(birth, 11) })]), [], POLICY)).state;
    // 24 and a margin of 2: 27 is out, 26 is not.
    expect(at('19981010')).toBe('notAStudent');
    expect(at('19981011')).toBe('review');
    // 3 and a margin of 2: 1 is not out, 0 is.
    expect(at('20241010')).toBe('review');
    expect(at('20241011')).toBe('notAStudent');
  });

  it('of a guardian whose name the roster does not give: the child’s name decides', () => {
    const roster = [person('a', { id: CHILD, guardians: [{ name: '', id: ADULT }] })];
    expect(only(reconcile(roster, listsOf([entry({ id: ADULT, name: '王建国' })]), [], POLICY)).state).toBe(
      'notAStudent',
    );
  });

  it('of a lapsed row: what it would have been', () => {
    const outcome = only(
      reconcile([person('a', { id: CHILD })], listsOf([entry({ id: CHILD, in: [] })]), [], POLICY),
    );
    expect(outcome.proof).toEqual({ readAs: 'matched', because: 'exactId' });
  });

  it('of a repeat: the row that counts', () => {
    const roster = [person('a', { id: CHILD })];
    const rows = [entry({ id: CHILD, row: 3, sheet: '二' }), entry({ id: CHILD, row: 8, sheet: '一' })];
    const [first, second] = reconcile(roster, listsOf(rows), [], POLICY).outcomes;
    expect([first!.state, first!.entry.source.sheet]).toEqual(['matched', '一']);
    expect(second!.proof).toEqual({
      file: 'rural.xls',
      sheet: '一',
      row: '8',
      member: '1',
      state: 'matched',
    });
  });

  it('of a decision: who, when, why', () => {
    const outcome = only(reconcile([], listsOf([entry({ id: CHILD })]), [decision()], POLICY));
    expect(outcome.proof).toEqual({ by: 'school_group', on: '2025-10-12', because: '学校核实' });
  });
});
