import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../src/reconcile/entry-reading.js';
import { reconcileEquations } from '../../src/reconcile/equations.js';
import { findingIssues, sortIssues } from '../../src/reconcile/findings.js';
import {
  assembleRoster,
  type DepartmentList,
  type EntryDecision,
  type EntryOutcome,
  type ListEntry,
  type MatchPolicy,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import { reviewOf } from '../../src/reconcile/review.js';
import type { Issue } from '../../src/value/index.js';
import {
  ADULT,
  CHILD,
  decision,
  entry,
  idOf,
  listsOf,
  OTHER,
  only,
  POLICY,
  person,
  statusOf,
  TWIN,
} from './world.js';

// What seldom happens, each told by the one thing in which it differs from what often does.

const run = (
  people: readonly RosterPerson[],
  rows: readonly ListEntry[],
  policy: MatchPolicy = POLICY,
  decisions: readonly EntryDecision[] = [],
) => reconcile(people, listsOf(rows), decisions, policy);
const ends = (
  people: readonly RosterPerson[],
  row: ListEntry,
  policy: MatchPolicy = POLICY,
): readonly [string, string] => {
  const { state, reason } = only(run(people, [row], policy));
  return [state, reason];
};
const named = (people: readonly RosterPerson[], row: ListEntry, policy: MatchPolicy = POLICY) =>
  only(run(people, [row], policy)).candidates.map(({ student, strong, why }) => [student, strong, why]);
const LOOSE: MatchPolicy = { ...POLICY, strictAdults: false };
const child = (over: Partial<RosterPerson> = {}): RosterPerson => person('a', { id: CHILD, ...over });
/** The ID as a spreadsheet leaves it. */
const cutOf = (id: string): string => `${id.slice(0, 15)}000`;

describe('a proof that a row is of no student', () => {
  const grandmother = entry({ id: ADULT, name: '王小雨', relation: '户主' });

  it('is not given where the birth date of somebody of the name is a digit away', () => {
    const infant = entry({ id: idOf('20250305', 711), relation: '户主' });
    const ten = (birth: string) => [
      person('a', { id: idOf(birth, 34).replace('990102', '430525'), name: '王小雨' }),
    ];
    const near = ten('20150305');
    expect(ends(near, infant, LOOSE)).toEqual(['review', 'outOfAgeNear']);
    expect(ends(ten('20130706'), infant, LOOSE)).toEqual(['notAStudent', 'tooYoungByBirthDate']);
  });

  it('counts the years between to the day', () => {
    const policy = {
      ...POLICY,
      adults: { guardiansKnown: 2, parentGap: { least: 29, most: 80 } },
    };
    const born = (birth: string) => [person('a', { id: idOf(birth, 34) })];
    const row = entry({ id: ADULT });
    // The adult is 39; who is ten on the day is 29 years younger, who turns eleven on it is not.
    expect(ends(born('20141011'), row, policy)).toEqual(['review', 'outOfAgeNamesake']);
    expect(ends(born('20141010'), row, policy)).toEqual(['notAStudent', 'adultByBirthDate']);
    const most = { ...policy, adults: { guardiansKnown: 2, parentGap: { least: 14, most: 28 } } };
    expect(ends(born('20141010'), row, most)).toEqual(['review', 'outOfAgeNamesake']);
    expect(ends(born('20141011'), row, most)).toEqual(['notAStudent', 'adultByBirthDate']);
    // Of whom no birth date is known it may be anybody's parent.
    expect(ends([person('a')], row, most)).toEqual(['review', 'outOfAgeNamesake']);
  });

  it('needs the IDs of both guardians, somebody elsewhere, or a relation', () => {
    const guardian = (n: number) => ({ name: '', id: idOf('19800101', n) });
    const row = entry({ id: ADULT, area: '990102' });
    const at = (over: Partial<RosterPerson>) => ends([child(over)], row)[0];
    expect(at({ guardians: [guardian(1)] })).toBe('review');
    expect(at({ guardians: [guardian(1), guardian(1)] })).toBe('review');
    expect(at({ guardians: [guardian(1), guardian(2)] })).toBe('notAStudent');
    expect(at({ hukou: '990199' })).toBe('notAStudent');
    expect(ends([child()], grandmother)[0]).toBe('notAStudent');
    expect(ends([child()], entry({ id: ADULT, relation: '来客' }), LOOSE)).toEqual([
      'review',
      'outOfAgeRelationUnclear',
    ]);
  });

  it('says how the ID stands to the guardians of the roster', () => {
    const proof = (...guardians: string[]) =>
      only(
        run(
          guardians.map((name, i) => person(`s${i}`, { name: '赵云', guardians: [{ name, id: ADULT }] })),
          [entry({ id: ADULT, name: '王建国' })],
        ),
      ).proof?.guardianId;
    expect(proof()).toBe('no');
    expect(proof('王建国')).toBe('ownName');
    expect(proof('')).toBe('nameNotKnown');
    expect(proof('王建国', '')).toBe('nameNotKnown');
  });

  it('has every number that it rests on', () => {
    const row = entry({ id: ADULT, name: '王建国', relation: '户主' });
    const { proof, state } = only(run([person('x', { name: '王建国', id: CHILD })], [row]));
    expect(state).toBe('notAStudent');
    expect(proof).toEqual({
      age: '39',
      asOf: '2025-10-10',
      schoolAges: '3-24',
      margin: '2',
      id: 'valid',
      relation: 'notChild',
      studentNumber: 'none',
      idInRoster: '0',
      nameInRoster: '1',
      nameNear: '0',
      nameOpen: '0',
      guardianId: 'no',
      namesBesideId: '1',
    });
  });

  it('is for ages beyond the margin alone', () => {
    const aged = (birth: string) => ends([], entry({ id: idOf(birth, 118), name: '王建国' }));
    expect(aged('19981010')).toEqual(['notAStudent', 'adultByBirthDate']);
    expect(aged('19981011')).toEqual(['review', 'noCandidate']);
    expect(aged('20241010')).toEqual(['review', 'noCandidate']);
    expect(aged('20241011')).toEqual(['notAStudent', 'tooYoungByBirthDate']);
  });
});

describe('a match', () => {
  const row = entry({ id: CHILD });

  it('is not put in doubt by the student’s own cut ID, nor by that of another name', () => {
    const own = person('a', { id: cutOf(CHILD), source: { file: 'r', row: 9 } });
    const other = person('b', { id: cutOf(CHILD), name: '李明' });
    const rival = person('b', { id: cutOf(CHILD) });
    expect(ends([child(), own], row)).toEqual(['matched', 'exactId']);
    expect(ends([child(), other], row)).toEqual(['matched', 'exactId']);
    expect(ends([child(), rival], row)).toEqual(['review', 'sharedInRoster']);
  });

  it('says why it is none', () => {
    const why = (people: readonly RosterPerson[], over: Parameters<typeof entry>[0]) =>
      ends(people, entry({ id: CHILD, ...over }))[1];
    const number = `G${CHILD}`;
    expect(why([child(), person('b', { id: CHILD })], {})).toBe('sharedInRoster');
    expect(why([child(), person('b', { studentNumber: `G${OTHER}` })], { studentNumber: `G${OTHER}` })).toBe(
      'keysDisagree',
    );
    expect(
      why([person('a', { studentNumber: number }), person('b', { studentNumber: number })], {
        id: '',
        studentNumber: number,
      }),
    ).toBe('sharedStudentNumber');
    expect(why([child()], { name: '李明' })).toBe('nameDiffers');
    expect(why([child()], { name: '' })).toBe('nameUnreadable');
    expect(why([child({ name: '' })], {})).toBe('nameUnreadable');
    expect(why([child({ name: '王□雨' })], { name: '王□雨' })).toBe('nameUnreadable');
    expect(why([child()], { idNotText: true })).toBe('idDamaged');
    expect(why([child({ idNotText: true })], {})).toBe('rosterIdInvalid');
    expect(why([], { id: cutOf(CHILD) })).toBe('idDamaged');
    expect(why([], { id: '没有办过身份证' })).toBe('idUnreadable');
    expect(why([], { id: '' })).toBe('idMissing');
    expect(why([], { name: '' })).toBe('nameUnreadable');
    expect(why([], {})).toBe('noCandidate');
    expect(why([person('b', { id: idOf('20090101', 4) })], {})).toBe('sameNameOtherId');
    expect(why([person('b', { id: `${CHILD.slice(0, 17)}${CHILD.endsWith('1') ? '2' : '1'}` })], {})).toBe(
      'rosterIdInvalid',
    );
    expect(why([person('b', { name: '王晓宇', id: TWIN })], {})).toBe('othersNear');
  });

  it('is by the ID where it is by the number too, and in doubt where another has one of them', () => {
    const number = `G${CHILD}`;
    const row = entry({ id: CHILD, studentNumber: number });
    const both = child({ studentNumber: number });
    expect(ends([both], row)).toEqual(['matched', 'exactId']);
    expect(ends([person('a', { studentNumber: number })], row)).toEqual(['matched', 'exactStudentNumber']);
    expect(ends([both, person('b', { studentNumber: number })], row)).toEqual(['review', 'keysDisagree']);
    // An ID in the column of student numbers is a text there: nobody is a rival by it.
    const rival = person('b', { id: cutOf(OTHER) });
    expect(ends([child(), rival], entry({ id: CHILD, studentNumber: OTHER }))).toEqual([
      'matched',
      'exactId',
    ]);
  });

  it('that is none says by the cell what is wrong', () => {
    const why = (id: string, over: Parameters<typeof entry>[0] = {}) =>
      ends([], entry({ id, name: '李明', ...over }))[1];
    const wrong = (id: string): string => `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`;
    expect(why('')).toBe('idMissing');
    expect(why('', { studentNumber: `G${CHILD}` })).toBe('noCandidate');
    expect(why(`G${CHILD}`)).toBe('noCandidate');
    expect(why(wrong(CHILD))).toBe('idInvalid');
    expect(why(`G${wrong(CHILD)}`)).toBe('idInvalid');
    expect(why(CHILD.slice(0, 15))).toBe('idDamaged');
    expect(why(`${CHILD.slice(0, 15)}000`)).toBe('idDamaged');
    expect(why('9.90102201403052E+17')).toBe('idDamaged');
    expect(why(CHILD, { idNotText: true })).toBe('idDamaged');
    expect(why(CHILD.slice(1))).toBe('idUnreadable');
    expect(why(`${CHILD}7`)).toBe('idUnreadable');
    expect(why('AB1234567')).toBe('idUnreadable');
    expect(why('H12345678901')).toBe('idUnreadable');
    expect(why('USA110170010112')).toBe('idInvalid');
  });

  it('by the number alone is for comparisons without a name, and a number that checks itself', () => {
    const people = [person('a', { studentNumber: `G${CHILD}` })];
    const compared = (over: Parameters<typeof entry>[0]) =>
      ends(people, entry({ name: '', studentNumber: `G${CHILD}`, evidence: 'comparison', ...over }));
    expect(compared({})).toEqual(['matched', 'exactStudentNumber']);
    expect(compared({ name: ' ' })).toEqual(['matched', 'exactStudentNumber']);
    expect(compared({ evidence: 'list' })).toEqual(['review', 'nameUnreadable']);
    expect(compared({ name: '李明' })).toEqual(['review', 'nameDiffers']);
    // A G number that fails its check may have been mistyped on both sides; others cannot be checked.
    const typed = (studentNumber: string) =>
      ends([person('a', { studentNumber })], entry({ name: '', studentNumber, evidence: 'comparison' }));
    expect(typed(`G${CHILD.slice(0, 17)}${CHILD.endsWith('1') ? '2' : '1'}`)).toEqual([
      'review',
      'nameUnreadable',
    ]);
    expect(typed(`L${CHILD}`)).toEqual(['matched', 'exactStudentNumber']);
  });
});

describe('whom a row may be about', () => {
  it('is nobody only for being born on the day, when a beginning says more', () => {
    const start = CHILD.slice(0, 15);
    const stranger = (id: string) => person('b', { name: '赵云', id });
    const row = entry({ id: start, name: '李明' });
    expect(named([stranger(idOf('20140305', 219))], row)).toEqual([['b', false, 'nearId']]);
    expect(named([stranger(idOf('20140305', 719))], row)).toEqual([]);
    expect(named([stranger(idOf('20140306', 217))], row)).toEqual([]);
    // A shorter beginning does not say who.
    expect(named([stranger(idOf('20140305', 219))], entry({ id: CHILD.slice(0, 8), name: '李明' }))).toEqual(
      [],
    );
  });

  it('holds open who is of the name as far as nobody explains the row', () => {
    const people = [
      person('a', { id: idOf('20130101', 5) }),
      person('b', { id: idOf('20110101', 5) }),
      person('c', { id: '', hukou: '' }),
    ];
    const row = entry({ id: '', name: '王小雨' });
    const held = (some: readonly RosterPerson[], one: ListEntry, policy = POLICY) =>
      named(some, one, policy)
        .filter(([, strong]) => strong)
        .map(([student]) => student)
        .sort();
    expect(held(people, row)).toEqual(['a', 'b', 'c']);
    const few = (withoutId: number, withOtherId = 3) => ({
      ...POLICY,
      namesakes: { withoutId, withOtherId },
    });
    expect(held(people, row, few(0))).toEqual([]);
    expect(held(people, row, few(3))).toEqual(['a', 'b', 'c']);
    // The nearer first; those who stand alike together or not at all.
    const placed = entry({ id: '', area: '990103', school: '甲' });
    const pupils = [
      person('a', { id: idOf('20130101', 5), hukou: '990103', school: '甲' }),
      person('b', { id: idOf('20110101', 5), hukou: '990103' }),
      person('c', { id: idOf('20100101', 5), hukou: '990199' }),
      person('d', { id: idOf('20090101', 5), hukou: '990199' }),
    ];
    expect(held(pupils, placed, few(4))).toEqual(['a', 'b', 'c', 'd']);
    expect(held(pupils, placed, few(3))).toEqual(['a', 'b']);
    expect(held(pupils, placed, few(2))).toEqual(['a', 'b']);
    expect(held(pupils, placed, few(1))).toEqual(['a']);
    // By the place itself, though it weighs nothing.
    const weightless = { ...few(3), weights: { ...POLICY.weights, hukouSame: 0 } };
    expect(held(pupils, placed, weightless)).toEqual(['a', 'b']);
    const limited = only(run(pupils, [placed], few(1)));
    expect([limited.namesakesNotHeld, only(run(pupils, [placed], few(4))).namesakesNotHeld]).toEqual([
      true,
      undefined,
    ]);
    expect(only(run(pupils, [placed], few(0))).namesakesNotHeld).toBeUndefined();
    // Beside an ID of another child nobody who also belongs elsewhere.
    const otherId = entry({ id: idOf('20150607', 8), area: '990103' });
    expect(held(pupils, otherId)).toEqual(['a', 'b']);
    expect(held(pupils, otherId, few(10, 1))).toEqual([]);
    // Who explains the row takes it from them all.
    expect(
      held([...pupils, child({ hukou: '990199' })], entry({ id: `${CHILD.slice(0, 17)}`, area: '990103' })),
    ).toEqual(['a']);
  });

  it('is ranked by the sum, then by key, and a student by the row that says most', () => {
    const alike = ['c', 'b', 'd'].map((key) => person(key, { id: '' }));
    const row = entry({ id: '' });
    expect(named(alike, row).map(([student]) => student)).toEqual(['b', 'c', 'd']);
    const rows = [
      person('a', { id: '', name: '赵云', guardians: [{ name: '', id: ADULT }] }),
      person('a', { id: OTHER, name: '王小雨', source: { file: 'r', row: 3 } }),
    ];
    const near = entry({ id: OTHER.slice(1) });
    for (const people of [rows, [...rows].reverse()])
      expect(named(people, near)).toEqual([['a', true, 'sameNameNearId']]);
  });

  it('is weighed by how rare the name is', () => {
    const others = (n: number) =>
      Array.from({ length: n }, (_, i) => person(`x${i}`, { name: '赵云', id: '' }));
    const weightOf = (people: readonly RosterPerson[]) =>
      only(run(people, [entry({ id: '' })])).candidates[0]?.evidence.find(({ code }) => code === 'nameSame')
        ?.milliBits;
    expect(weightOf([person('a')])).toBe(0);
    expect(weightOf([person('a'), ...others(7)])).toBe(3000);
    expect(weightOf([person('a'), person('b'), ...others(6)])).toBe(2000);
    expect(weightOf([person('w', { name: '赵云' }), person('x'), person('y'), ...others(1)])).toBe(1000);
  });

  it('shows the strong and two more, as many as a person can take in', () => {
    const candidates = (strong: readonly boolean[]) =>
      strong.map((one, i) => ({
        student: `s${i}`,
        strong: one,
        why: 'likeName' as const,
        score: 0,
        evidence: [],
      }));
    const shown = (strong: readonly boolean[], most = 10) =>
      reviewOf({ policy: { ...POLICY, shown: most } } as never, 'idMissing', {
        candidates: candidates(strong),
      }).shown;
    expect(shown([])).toBe(0);
    expect(shown([false, false, false, false])).toBe(2);
    expect(shown([true, false, false, false])).toBe(3);
    expect(shown([false, true, false, false, false])).toBe(4);
    expect(shown([true, true])).toBe(2);
    expect(shown([true, true, true, true, true], 3)).toBe(3);
  });

  it('of an ID far from all a scan says how far, and how many strangers', () => {
    const people = [
      person('a', { name: '赵云', id: idOf('20140305', 217) }),
      person('b', { name: '', id: idOf('20140305', 218) }),
    ];
    const far = entry({ id: idOf('20140308', 290), name: '李明' });
    const { certificate } = only(run(people, [far]));
    const apart = (a: string, b: string) => [...a].filter((sign, i) => sign !== b[i]).length;
    const distances = people.map(({ id }) => apart(id, far.id));
    expect(certificate).toEqual({
      ids: 2,
      distance: 4,
      namedDistance: 6,
      strangerDistance: 2,
      within: distances[1]! <= 4 ? 1 : 0,
      strangers: distances[0]! <= 4 && distances[0]! > 2 ? 1 : 0,
      closest: Math.min(...distances),
      added: distances[1]! <= 4 ? 1 : 0,
    });
    expect(only(run(people, [far], { ...POLICY, certificate: null })).certificate).toBeUndefined();
  });
});

describe('a row for a household or for children', () => {
  const head = entry({ id: ADULT, name: '王建国', means: 'household' });
  const results = (
    people: readonly RosterPerson[],
    row: ListEntry,
    decisions: readonly EntryDecision[] = [],
  ) =>
    run(people, [row], POLICY, decisions).outcomes.map(({ state, reason, student, child: part }) => [
      part,
      state,
      reason,
      student,
    ]);

  it('of a head who is a student too has one result for each', () => {
    const elder = person('e', { id: idOf('20070101', 3), name: '王大雨' });
    const younger = child({ guardians: [{ name: '王大雨', id: elder.id }] });
    const row = entry({ id: elder.id, name: '王大雨', means: 'household' });
    expect(results([elder, younger], row)).toEqual([
      [1, 'matched', 'exactId', 'e'],
      [2, 'matched', 'guardianIdAndName', 'a'],
    ]);
    // Who is written down as the own guardian is one student all the same.
    const own = { ...elder, guardians: [{ name: '王大雨', id: elder.id }] };
    expect(results([own], row)).toEqual([[1, 'matched', 'guardianIdAndName', 'e']]);
    expect(results([own, younger], row).map(([, , , student]) => student)).toEqual(['a', 'e']);
  });

  it('is the same whatever the order of a student’s rows', () => {
    const guardians = [{ name: '王建国', id: '' }];
    const rows = [
      person('a', { hukou: '990102', guardians }),
      person('a', { hukou: '', guardians, source: { file: 'r', row: 9 } }),
    ];
    const row = entry({ id: '', name: '王建国', means: 'children', area: '990102' });
    const [one, other] = [rows, [...rows].reverse()].map((people) => only(run(people, [row])).candidates);
    expect(one).toEqual(other);
    expect(one?.[0]?.evidence.map(({ code }) => code)).toEqual(['hukouSame', 'guardianName']);
  });

  it('ranks who may be a child by what says so, then by key', () => {
    const bare = (key: string, id: string, name = '王建国') =>
      person(key, { name: `学生${key}`, guardians: [{ name, id }] });
    const people = [bare('d', ''), bare('c', ''), bare('b', ADULT, '王建军'), bare('a', ADULT, '')];
    expect(named(people, entry({ id: ADULT, name: '王建国', means: 'children' }))).toEqual([
      ['a', true, 'guardianId'],
      ['b', true, 'guardianId'],
      ['c', true, 'guardianName'],
      ['d', true, 'guardianName'],
    ]);
    const few = { ...POLICY, namesakes: { withoutId: 1, withOtherId: 1 } };
    expect(named(people, entry({ id: ADULT, name: '王建国', means: 'children' }), few).slice(2)).toEqual([
      ['c', false, 'guardianName'],
      ['d', false, 'guardianName'],
    ]);
    // Of several guardians of one student the one that says most speaks.
    const both = person('a', {
      guardians: [
        { name: '王建国', id: '' },
        { name: '王建军', id: ADULT },
      ],
    });
    for (const guardians of [both.guardians, [...both.guardians].reverse()])
      expect(
        named([{ ...both, guardians }], entry({ id: ADULT, name: '王建国', means: 'children' })),
      ).toEqual([['a', true, 'guardianId']]);
  });

  it('of a grown-up head no student of the name is meant; of one who may be a child’s is', () => {
    const namesake = person('n', { name: '王建国', id: '' });
    const strong = (row: ListEntry, people: readonly RosterPerson[]) =>
      named(people, row).filter(([student]) => student === 'n');
    expect(strong(head, [namesake])).toEqual([['n', false, 'sameNameNoId']]);
    const bare = entry({ id: '', name: '王建国', means: 'household' });
    expect(strong(bare, [namesake])).toEqual([['n', true, 'sameNameNoId']]);
    // That a guardian has the name says nothing of who this is.
    const called = child({ name: '赵云', guardians: [{ name: '王建国', id: '' }] });
    expect(strong(bare, [namesake, called])).toEqual([['n', true, 'sameNameNoId']]);
    const slip = `${ADULT.slice(0, 17)}${ADULT.endsWith('1') ? '2' : '1'}`;
    const parent = child({ guardians: [{ name: '王建国', id: ADULT }] });
    expect(strong(entry({ id: slip, name: '王建国', means: 'household' }), [namesake, parent])).toEqual([
      ['n', false, 'sameNameNoId'],
    ]);
    expect(strong(entry({ id: ADULT, name: '王建国', means: 'children' }), [namesake])).toEqual([]);
  });

  it('is for a person where the head is of school age and nobody’s', () => {
    const teen = idOf('20060101', 3);
    const ward = child({ guardians: [{ name: '王建国', id: teen }] });
    expect(results([ward], entry({ id: teen, name: '王建国', means: 'household' }))).toEqual([
      [1, 'matched', 'guardianIdAndName', 'a'],
      [2, 'review', 'headNoStudent', undefined],
    ]);
    expect(results([ward], entry({ id: teen, name: '王建国', means: 'children' }))).toEqual([
      [1, 'matched', 'guardianIdAndName', 'a'],
    ]);
  });

  it('that a person decided keeps whom it is sure of, each once', () => {
    const ward = child({ guardians: [{ name: '王建国', id: ADULT }] });
    const other = person('b', { id: OTHER, name: '李明', guardians: [{ name: '', id: ADULT }] });
    const said = (student: string) => decision({ state: 'matched', student });
    expect(results([ward, other], head)).toEqual([
      [1, 'matched', 'guardianIdAndName', 'a'],
      [2, 'review', 'headOfHousehold', undefined],
    ]);
    expect(results([ward, other], head, [said('b')])).toEqual([
      [1, 'matched', 'guardianIdAndName', 'a'],
      [2, 'matched', 'decision', 'b'],
    ]);
    expect(results([ward, other], head, [said('a'), said('b')])).toEqual([
      [1, 'matched', 'guardianIdAndName', 'a'],
      [2, 'matched', 'decision', 'b'],
    ]);
    expect(results([ward, other], head, [decision()])).toEqual([
      [1, 'matched', 'guardianIdAndName', 'a'],
      [2, 'notEnrolledHere', 'decision', undefined],
    ]);
    expect(results([ward, other], head, [decision({ by: '' })])).toEqual([
      [1, 'matched', 'guardianIdAndName', 'a'],
      [2, 'review', 'decisionUnclear', undefined],
    ]);
  });

  it('of a list that names the whole household ends as its head does', () => {
    const whole = (id: string) =>
      only(run([], [entry({ id, name: '王建国', means: 'household', householdComplete: true })]));
    expect(whole(ADULT)).toMatchObject({ state: 'notAStudent', proof: { household: 'complete', age: '39' } });
    const teen = whole(idOf('20100101', 3));
    expect([teen.state, teen.reason, teen.proof]).toEqual(['review', 'noCandidate', undefined]);
  });

  it('too young for a child in school, to the year', () => {
    const row = (birth: string) => entry({ id: idOf(birth, 3), name: '李明', means: 'children' });
    // Fourteen years and a child of three, less the margin of two.
    expect(ends([], row('20101011'))).toEqual(['notAStudent', 'tooYoungForChildren']);
    const proof = { asOf: '2025-10-10', age: '14', youngestParent: '15' };
    expect(only(run([], [row('20101011')])).proof).toEqual(proof);
    expect(ends([], row('20101010'))).toEqual(['review', 'parentNoStudent']);
    expect(ends([], { ...row('20101011'), name: '李□' })).toEqual(['review', 'parentNoStudent']);
  });
});

describe('decisions on rows that say the same', () => {
  const at = (over: Parameters<typeof entry>[0]) => entry({ id: '', name: '李明', ...over });
  const people = [person('b', { id: OTHER, name: '李明' })];
  const contentOf = (rows: readonly ListEntry[]) => run(people, rows).outcomes[0]?.content ?? '';
  const ended = (rows: readonly ListEntry[], given: readonly EntryDecision[]) => {
    const result = run(people, rows, POLICY, given);
    return [
      result.outcomes.map((o) => (o.reason === 'decision' ? o.state : o.reason)),
      result.issues.filter(({ code }) => code.startsWith('match.decision')).map(({ code }) => code),
    ];
  };

  it('one more than there are rows is about none', () => {
    const rows = [at({ row: 7 }), at({ row: 8 })];
    const content = contentOf(rows);
    const given = [7, 8, 9].map((row) => decision({ row, content }));
    expect(ended(rows, given)).toEqual([['notEnrolledHere', 'notEnrolledHere'], ['match.decisionOrphan']]);
  });

  it('that name no sheet, or that there is none, are about one row', () => {
    const rows = [at({ row: 7 }), at({ row: 8 })];
    const content = contentOf(rows);
    const given = [decision({ row: 7, content }), decision({ row: 7, sheet: '', content })];
    expect(ended(rows, given)).toEqual([['notEnrolledHere', 'idMissing'], []]);
  });

  it('on a row that is no longer current leave it to a person where they cannot be used', () => {
    const lapsed = at({ row: 7, in: [] });
    expect(ended([lapsed], [decision({ row: 7, by: '' })])).toEqual([
      ['decisionUnclear'],
      ['match.decisionIncomplete'],
    ]);
    expect(ended([lapsed], [decision({ row: 7 })])).toEqual([['notEnrolledHere'], []]);
    expect(ended([lapsed], [])).toEqual([['notCurrent'], []]);
  });

  it('go to the sheets they name before those that name none, in whatever order', () => {
    const rows = [at({ row: 7, sheet: '一' }), at({ row: 7, sheet: '二' })];
    const content = contentOf(rows);
    const given = [
      decision({ row: 7, content }),
      decision({ row: 7, sheet: '一', content, state: 'deceased' }),
    ];
    expect(ended(rows, given)).toEqual([['deceased', 'notEnrolledHere'], []]);
    expect(ended(rows, [...given].reverse())).toEqual([['deceased', 'notEnrolledHere'], []]);
  });
});

describe('the books', () => {
  const rows = [
    entry({ id: CHILD, row: 3 }),
    entry({ id: OTHER, name: '李明', row: 4, list: 'urban' }),
    entry({ id: CHILD, row: 9 }),
    entry({ id: CHILD, row: 9, sheet: '二', file: 'more.xls' }),
    entry({ id: CHILD, row: 5, evidence: 'comparison', list: 'rural', file: 'compared.xls' }),
  ];
  const people = [child(), person('b', { id: OTHER, name: '李明' })];
  const lists = listsOf(rows);
  const { outcomes } = reconcile(people, lists, [], POLICY);
  const broken = (some: readonly EntryOutcome[], handed: readonly DepartmentList[] = lists): string[] =>
    reconcileEquations(handed, some)
      .filter(({ holds }) => !holds)
      .map(({ id }) => id);

  it('balance for the whole, each list and each file', () => {
    const equations = reconcileEquations(lists, outcomes);
    expect(equations.filter(({ holds }) => !holds)).toEqual([]);
    expect(equations.map(({ id }) => id)).toEqual([
      ...['EQ0', 'EQ1', 'EQ2'],
      ...['EQ0:orphans', 'EQ1:orphans', 'EQ2:orphans', 'EQ0:orphans/orphans.xls', 'EQ1:orphans/orphans.xls'],
      ...['EQ0:rural', 'EQ1:rural', 'EQ2:rural'],
      ...['EQ0:rural/compared.xls', 'EQ1:rural/compared.xls'],
      ...['EQ0:rural/more.xls', 'EQ1:rural/more.xls', 'EQ0:rural/rural.xls', 'EQ1:rural/rural.xls'],
      ...['EQ0:urban', 'EQ1:urban', 'EQ2:urban', 'EQ0:urban/urban.xls', 'EQ1:urban/urban.xls'],
    ]);
    const left = Object.fromEntries(equations.map(({ id, left }) => [id, left]));
    expect([left.EQ0, left.EQ1, left.EQ2]).toEqual([15, 5, 3]);
    expect([left['EQ0:rural'], left['EQ1:rural'], left['EQ2:rural']]).toEqual([10, 4, 2]);
    expect([left['EQ0:rural/rural.xls'], left['EQ1:rural/rural.xls']]).toEqual([4, 2]);
  });

  it('tell lists that came in one workbook apart', () => {
    const some = [
      entry({ id: CHILD, row: 3, file: 'all.xls' }),
      entry({ id: OTHER, name: '李明', row: 3, file: 'all.xls', list: 'urban' }),
      entry({ id: '', name: '李明', row: 4, file: 'all.xls', list: 'urban' }),
    ];
    const handed = listsOf(some).filter(({ file }) => file === 'all.xls');
    const result = reconcile(people, handed, [], POLICY);
    expect(result.equations.map(({ id, left, right }) => [id, left, right])).toEqual([
      ...[
        ['EQ0', 7, 7],
        ['EQ1', 3, 3],
        ['EQ2', 2, 2],
      ],
      ...[
        ['EQ0:rural', 3, 3],
        ['EQ1:rural', 1, 1],
        ['EQ2:rural', 1, 1],
        ['EQ0:rural/all.xls', 3, 3],
        ['EQ1:rural/all.xls', 1, 1],
      ],
      ...[
        ['EQ0:urban', 4, 4],
        ['EQ1:urban', 2, 2],
        ['EQ2:urban', 1, 1],
        ['EQ0:urban/all.xls', 4, 4],
        ['EQ1:urban/all.xls', 2, 2],
      ],
    ]);
  });

  it('show an entry that was lost, where it was lost', () => {
    for (const lost of outcomes) {
      const { list, source } = lost.entry;
      const found = broken(outcomes.filter((one) => one !== lost));
      const places = ['', `:${list}`, `:${list}/${source.file}`];
      expect(found).toEqual(expect.arrayContaining(places.flatMap((one) => [`EQ0${one}`, `EQ1${one}`])));
      expect(found.filter((id) => /^EQ[01]/.test(id))).toHaveLength(6);
    }
  });

  it('show one that was invented, twice over, in a state that is none, or of a list that was never there', () => {
    expect(broken([...outcomes, outcomes[0]!])).toEqual(expect.arrayContaining(['EQ1', 'EQ1:rural']));
    const strange = { ...outcomes[0]!, state: 'gone' as never };
    expect(broken([strange, ...outcomes.slice(1)])).toContain('EQ1');
    const foreign = { ...outcomes[0]!, entry: { ...rows[0]!, list: 'nowhere' } };
    expect(broken([...outcomes, foreign]).filter((id) => !id.includes(':'))).toEqual(['EQ0', 'EQ1']);
  });

  it('show a student hit twice by a list, and one hit by nobody', () => {
    const duplicate = outcomes.find(({ state }) => state === 'duplicate')!;
    const twice = outcomes.map((one) => (one === duplicate ? { ...one, state: 'matched' as const } : one));
    expect(broken(twice)).toEqual(['EQ2', 'EQ2:rural']);
    const unhit = outcomes.map((one) =>
      one.entry.list === 'urban' ? { ...one, state: 'duplicate' as const } : one,
    );
    expect(broken(unhit)).toEqual(['EQ2', 'EQ2:urban']);
  });

  it('count the results of a row beyond the first', () => {
    const first = outcomes.find(({ entry: { source } }) => source.row === 3)!;
    const two = [1, 2].map((part) => ({ ...first, child: part, state: 'review' as const }));
    const one = listsOf([rows[0]!]);
    const own = two.map(({ student: _, ...rest }) => rest as EntryOutcome);
    expect(broken(own, one)).toEqual([]);
    expect(reconcileEquations(one, own)[1]).toEqual({ id: 'EQ1', left: 2, right: 2, holds: true });
  });

  it('an equation that fails is an error with its numbers', () => {
    const wrong = listsOf([rows[0]!], { physicalRows: 9 });
    const issues = reconcile(people, wrong, [], POLICY).issues.filter(
      ({ code }) => code === 'match.equation',
    );
    expect(issues.map(({ severity, values }) => [severity, values])).toContainEqual([
      'error',
      { equation: 'EQ0:rural', left: 9, right: 3 },
    ]);
  });
});

describe('issues', () => {
  it('of findings are one for each list, file and finding', () => {
    const source = (list: string | undefined, file: string, row: number) =>
      list === undefined ? { file, row } : { file, row, list };
    const found = findingIssues([
      { source: source('rural', 'a.xls', 3), findings: ['id.notText', 'id.label'] },
      { source: source('rural', 'a.xls', 4), findings: ['id.notText'] },
      { source: source('urban', 'a.xls', 5), findings: ['id.notText', 'id.divisionUnknown'] },
      { source: source('urban', 'b.xls', 6), findings: ['id.notText'] },
      { source: source(undefined, 'b.xls', 7), findings: ['id.notText'] },
    ]);
    expect(found).toEqual([
      {
        code: 'id.notText',
        severity: 'warning',
        place: { file: 'a.xls', row: 3 },
        values: { count: 2, list: 'rural' },
      },
      {
        code: 'id.label',
        severity: 'note',
        place: { file: 'a.xls', row: 3 },
        values: { count: 1, list: 'rural' },
      },
      {
        code: 'id.notText',
        severity: 'warning',
        place: { file: 'a.xls', row: 5 },
        values: { count: 1, list: 'urban' },
      },
      {
        code: 'id.notText',
        severity: 'warning',
        place: { file: 'b.xls', row: 6 },
        values: { count: 1, list: 'urban' },
      },
      { code: 'id.notText', severity: 'warning', place: { file: 'b.xls', row: 7 }, values: { count: 1 } },
    ]);
  });

  it('stand by place, then code, then values', () => {
    const issue = (over: Partial<Issue>): Issue => ({ code: 'm.a', severity: 'note', values: {}, ...over });
    const sorted = [
      issue({ values: { a: 1 } }),
      issue({ values: { a: 2 } }),
      issue({ code: 'm.b' }),
      issue({ place: { file: 'a' }, values: { z: 1 } }),
      issue({ place: { file: 'a', row: 2 } }),
      issue({ place: { file: 'a', row: 10 } }),
      issue({ place: { file: 'a', sheet: 's', row: 1 } }),
      issue({ place: { file: 'b', row: 1 } }),
    ];
    expect(sortIssues([...sorted].reverse())).toEqual(sorted);
    expect(sortIssues([...sorted.slice(3), ...sorted.slice(0, 3)])).toEqual(sorted);
  });

  it('an entry twice is one of the same list, file, sheet, row and member', () => {
    const twice = (over: Parameters<typeof entry>[0]) =>
      run([], [entry({ row: 5 }), entry({ row: 5, ...over })])
        .issues.filter(({ code }) => code === 'match.entryTwice')
        .map(({ place, values, severity }) => [severity, place, values]);
    expect(twice({})).toEqual([['error', { file: 'rural.xls', row: 5 }, { list: 'rural', member: 1 }]]);
    for (const over of [
      { file: 'z.xls' },
      { list: 'urban', file: 'rural.xls' },
      { row: 6 },
      { member: 2 },
      { sheet: '一' },
    ])
      expect(twice(over)).toEqual([]);
  });

  it('a row of no sheet and one of a sheet without a name are one', () => {
    const rows = [entry({ row: 5 }), entry({ row: 5, member: 2, sheet: '' })];
    expect(run([], rows).issues.filter(({ code }) => code.startsWith('match.row'))).toEqual([]);
    const sheets = [entry({ row: 5, sheet: '一' }), entry({ row: 5, sheet: '二' })];
    expect(run([], sheets).issues.filter(({ code }) => code.startsWith('match.row'))).toEqual([]);
    expect(run([], rows).equations.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('of relations that nobody knows are counted by list and file', () => {
    const rows = [
      entry({ row: 5, relation: '来客' }),
      entry({ row: 6, relation: '租客' }),
      entry({ row: 7, relation: '之子' }),
      entry({ row: 8, relation: '来客', file: 'z.xls' }),
      entry({ row: 9, relation: '来客', list: 'urban', file: 'rural.xls' }),
    ];
    expect(
      run([], rows)
        .issues.filter(({ code }) => code === 'match.relationUnclear')
        .map(({ place, values }) => [place, values]),
    ).toEqual([
      [
        { file: 'rural.xls', row: 5 },
        { list: 'rural', count: 2 },
      ],
      [
        { file: 'rural.xls', row: 9 },
        { list: 'urban', count: 1 },
      ],
      [
        { file: 'z.xls', row: 8 },
        { list: 'rural', count: 1 },
      ],
    ]);
  });

  it('of lists say what is odd about each', () => {
    const of = (over: Partial<DepartmentList>, rows = [entry({ relation: '之子' })]) =>
      reconcile(
        [child({ guardians: [{ name: '', id: ADULT }] })],
        listsOf(rows, over).filter(({ list }) => list === 'rural'),
        [],
        {
          ...POLICY,
          expected: [{ list: 'rural', categories: ['dibao'] }],
        },
      )
        .issues.filter(({ code }) => code.startsWith('match.') && code !== 'match.equation')
        .map(({ code, values }) => [code, values]);
    expect(of({})).toEqual([]);
    expect(of({ stale: true })).toEqual([['match.listStale', { list: 'rural' }]]);
    expect(of({ rowsWithEntries: 7 })).toEqual([['match.rowCount', { list: 'rural', rows: 1, said: 7 }]]);
    expect(of({ categories: [] })).toEqual([
      ['match.categoryNotOfList', { list: 'rural', category: 'dibao' }],
    ]);
    expect(of({}, [])).toEqual([['match.listEmpty', { list: 'rural' }]]);
    const missing = reconcile([], [], [], POLICY).issues.map(({ code, values }) => [code, values.list]);
    expect(missing).toEqual(['orphans', 'rural', 'urban'].map((list) => ['match.listMissing', list]));
  });

  it('nothing could show a parent’s ID without relations and guardians', () => {
    const limited = (guardians: RosterPerson['guardians'], relation: string) =>
      run([child({ guardians })], [entry({ relation })]).issues.some(
        ({ code }) => code === 'match.recallLimit',
      );
    expect(limited([], '')).toBe(true);
    expect(limited([], ' ')).toBe(true);
    expect(limited([], '之子')).toBe(false);
    expect(limited([{ name: '', id: ADULT }], '')).toBe(false);
    expect(limited([{ name: '王父', id: '' }], '')).toBe(true);
  });
});

describe('rows of the roster', () => {
  const row = (over: Partial<RosterPerson> = {}, at = 2) => {
    const { key: _, ...cells } = person('', over);
    return { ...cells, source: { file: 'r.xls', row: at } };
  };
  const codes = (...rows: ReturnType<typeof row>[]) =>
    assembleRoster(rows, { asOf: POLICY.asOf }).issues.map(({ code }) => code);

  it('differ in IDs only by those that check themselves', () => {
    const number = `G${CHILD}`;
    const wrong = `${OTHER.slice(0, 17)}${OTHER.endsWith('1') ? '2' : '1'}`;
    expect(
      codes(row({ id: CHILD, studentNumber: number }), row({ id: wrong, studentNumber: number }, 3)),
    ).not.toContain('roster.idsDiffer');
    expect(
      codes(row({ id: CHILD, studentNumber: number }), row({ id: OTHER, studentNumber: number }, 3)),
    ).toContain('roster.idsDiffer');
  });

  it('that are alike but for a guardian, or half a sign, are two', () => {
    const guardian = (name: string, id = '') => ({ guardians: [{ name, id }] });
    const states = (...rows: ReturnType<typeof row>[]) =>
      assembleRoster(rows, { asOf: POLICY.asOf }).rows.map(({ reason }) => reason);
    const id = CHILD;
    expect(states(row({ id }), row({ id }, 3))).toEqual(['firstRow', 'exactDuplicate']);
    expect(states(row({ id, ...guardian('王父') }), row({ id, ...guardian('王母') }, 3))).toEqual([
      'firstRow',
      'furtherEnrolment',
    ]);
    expect(states(row({ id, ...guardian('', ADULT) }), row({ id, ...guardian('', OTHER) }, 3))[1]).toBe(
      'furtherEnrolment',
    );
    expect(states(row({ id, school: '\uD800' }), row({ id, school: '\uD801' }, 3))[1]).toBe(
      'furtherEnrolment',
    );
    expect(states(row({ id, school: '\uD800' }), row({ id, school: '\uD800' }, 3))[1]).toBe('exactDuplicate');
  });

  it('that have no name are one where every cell is the same, and two where one is not', () => {
    const reasons = (...rows: ReturnType<typeof row>[]) =>
      assembleRoster(rows, { asOf: POLICY.asOf }).rows.map(({ reason }) => reason);
    const nameless = { name: '', id: CHILD };
    expect(reasons(row(nameless), row(nameless, 3))).toEqual(['firstRow', 'exactDuplicate']);
    expect(reasons(row(nameless), row({ ...nameless, school: '乙' }, 3))).toEqual(['firstRow', 'firstRow']);
  });

  it('add up in each file', () => {
    const at = (file: string, line: number, over: Partial<RosterPerson>) => ({
      ...row(over),
      source: { file, row: line },
    });
    const { equations } = assembleRoster(
      [
        at('b', 2, { id: CHILD, school: '乙' }),
        at('a', 2, { id: CHILD }),
        at('a', 3, { id: CHILD }),
        at('a', 4, { name: '', id: '' }),
        at('b', 3, { id: OTHER, name: '李明' }),
      ],
      { asOf: POLICY.asOf },
    );
    expect(equations.map(({ id, left, right }) => [id, left, right])).toEqual([
      ['EQ3', 5, 5],
      ['EQ3:a', 3, 3],
      ['EQ3:b', 2, 2],
    ]);
  });

  it('a finding of theirs stands in its file', () => {
    const { issues } = assembleRoster(
      [row({ id: `身份证号:${CHILD}` }), row({ id: OTHER, name: '李明' }, 3)],
      {
        asOf: POLICY.asOf,
      },
    );
    expect(issues.map(({ code, place, values }) => [code, place, values])).toEqual([
      ['id.label', { file: 'r.xls', row: 2 }, { count: 1 }],
    ]);
  });
});

it('a row that leaves a category open leaves it open, unless another gives it', () => {
  const open = entry({ id: CHILD, in: [], unknown: ['dibao'] });
  const given = entry({ id: CHILD, list: 'urban', in: ['dibao'] });
  expect(statusOf(run([child()], [open]), 'a', 'dibao')).toBe('unknown rowUnclear');
  expect(statusOf(run([child()], [open, given]), 'a', 'dibao')).toBe('in');
});

describe('what the rest of a row says', () => {
  it('an ID that lost a character in the roster is a slip away, under any name', () => {
    const row = entry({ id: CHILD, name: '李明' });
    const kept = (id: string) =>
      only(run([person('b', { name: '赵云', id })], [row])).candidates.map(({ why, evidence }) => [
        why,
        evidence.map(({ code }) => code).filter((code) => code.startsWith('id')),
      ]);
    expect(kept(CHILD.slice(0, 9) + CHILD.slice(10))).toEqual([['nearId', ['idOneSlip']]]);
    expect(kept(`${CHILD.slice(0, 9)}7${CHILD.slice(9)}`)).toEqual([['nearId', ['idOneSlip']]]);
    expect(kept(CHILD.slice(4))).toEqual([]);
  });

  it('an adult’s own ID does not bring near who only has a name like it, a child’s may', () => {
    const alike = [person('a', { name: '王晓宇', id: OTHER })];
    const row = (relation: string, id = ADULT) => entry({ id, relation });
    expect(named(alike, row('户主'))).toEqual([]);
    expect(named(alike, row(''))).toEqual([]);
    expect(named(alike, row('之子'))).toEqual([['a', false, 'likeName']]);
    expect(named(alike, row('来客'))).toEqual([['a', false, 'likeName']]);
    // A child's ID brings near those of its own year.
    expect(named(alike, row('', idOf('20120202', 771)))).toEqual([['a', false, 'likeName']]);
    expect(named(alike, row('', idOf('20150909', 771)))).toEqual([]);
  });

  it('a lapsed row claims nobody whom it may only be about', () => {
    const current = run([child()], [entry({ id: CHILD.slice(0, 17) })]);
    expect(current.claims.get('a')?.claims.map(({ strength }) => strength)).toEqual(['candidate']);
    const lapsed = run([child()], [entry({ id: CHILD.slice(0, 17), in: [] })]);
    expect(only(lapsed).candidates.map(({ student, strong }) => [student, strong])).toEqual([['a', true]]);
    expect(lapsed.claims.size).toBe(0);
    expect(statusOf(lapsed, 'a', 'dibao')).toBe('out');
    expect(only(lapsed)).toMatchObject({
      state: 'lapsed',
      proof: { readAs: 'review', because: 'idUnreadable' },
    });
    expect(only(lapsed).kind).toBeUndefined();
  });

  it('who has two names is in doubt, until one of the rows is decided', () => {
    const people = [
      child({ studentNumber: `G${CHILD}` }),
      child({ name: '王雨', studentNumber: `G${CHILD}`, source: { file: 'r', row: 3 } }),
    ];
    const rows = [entry({ id: CHILD }), entry({ id: '', studentNumber: `G${CHILD}`, name: '王雨', row: 3 })];
    const reasons = (decisions: readonly EntryDecision[] = []) =>
      run(people, rows, POLICY, decisions).outcomes.map(({ state, reason }) => [state, reason]);
    expect(reasons()).toEqual([
      ['review', 'studentOfTwoNames'],
      ['review', 'studentOfTwoNames'],
    ]);
    expect(reasons([decision({ row: 3, state: 'notEnrolledHere' })])).toEqual([
      ['matched', 'exactId'],
      ['notEnrolledHere', 'decision'],
    ]);
  });
});

describe('the content that a decision holds by', () => {
  const base = { name: '李明', id: OTHER.slice(1), relation: '之子', area: '990102', school: '甲' };
  const contents = (...rows: ListEntry[]) => run([child()], rows).outcomes.map(({ content }) => content);

  it('is there of what a person is asked about, and of nothing else', () => {
    const of = (over: Parameters<typeof entry>[0]) => contents(entry(over))[0];
    expect(of({ name: '', id: '' })).toMatch(/^[0-9a-f]{16}-[0-9a-f]{16}$/);
    expect(of({ id: OTHER })).toMatch(/^[0-9a-f]{16}-[0-9a-f]{16}$/);
    expect(of({ id: CHILD })).toBeUndefined();
    expect(of({ id: ADULT, relation: '户主' })).toBeUndefined();
  });

  it('changes with every cell, and not with the place', () => {
    const [own] = contents(entry(base));
    const changed: Parameters<typeof entry>[0][] = [
      { name: '李铭' },
      { id: OTHER.slice(2) },
      { relation: '' },
      { area: '990103' },
      { area: '' },
      { school: '乙' },
      { school: '' },
      { studentNumber: 'G1' },
      { idNotText: true },
      { evidence: 'comparison' },
      { means: 'children' },
      { list: 'urban' },
      { name: '李明\uD800' },
      { name: '李明\uD801' },
    ];
    const all = changed.map((over) => contents(entry({ ...base, ...over }))[0]?.split('-')[0]);
    expect(new Set([own?.split('-')[0], ...all]).size).toBe(changed.length + 1);
    const household = { ...base, means: 'household' as const };
    const [whole, part] = [true, undefined].map(
      (householdComplete) =>
        contents(entry({ ...household, ...(householdComplete ? { householdComplete } : {}) }))[0]?.split(
          '-',
        )[0],
    );
    expect(whole).not.toBe(part);
    for (const over of [{ row: 77 }, { file: 'z.xls' }, { sheet: '一' }, { member: 2 }, { in: ['other'] }])
      expect(contents(entry({ ...base, ...over }))).toEqual([own]);
  });

  it('of rows that say the same is told by how many there are and what each gives', () => {
    const twins = (...over: Parameters<typeof entry>[0][]) =>
      contents(...over.map((one, i) => entry({ ...base, row: i + 5, ...one })));
    const [a, b] = twins({ in: ['dibao', 'x'] }, { in: ['x', 'dibao'] });
    expect(a).toBe(b);
    expect(a).toMatch(/^[0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{8}$/);
    const [c, d] = twins({ in: [], unknown: ['x', 'y'] }, { in: [], unknown: ['y', 'x'] });
    expect(c).toBe(d);
    const [e, f] = twins({ in: [], unknown: ['x'] }, { in: [], unknown: ['y'] });
    expect(new Set([a, c, e, f]).size).toBe(4);
    expect(twins({}, {}, {})[0]).not.toBe(twins({}, {})[0]);
    expect(twins({}, { name: '王' })[0]).toBe(twins({})[0]);
  });
});

it('results stand by list, file, sheet, row and member, whatever the order of what was handed in', () => {
  const cells = [
    { list: 'rural', file: 'a.xls', row: 9 },
    { list: 'rural', file: 'a.xls', row: 10 },
    { list: 'rural', file: 'a.xls', row: 10, member: 2 },
    { list: 'rural', file: 'a.xls', row: 3, sheet: '一' },
    { list: 'rural', file: 'b.xls', row: 2 },
    { list: 'urban', file: 'a.xls', row: 1 },
  ];
  const rows = cells.map((one) => entry({ id: CHILD, ...one }));
  const places = (some: readonly ListEntry[]) => run([child()], some).outcomes.map((o) => o.entry);
  expect(places(rows)).toEqual(rows);
  expect(places([...rows].reverse())).toEqual(rows);
});

describe('numbers that look like others', () => {
  const wrong = (id: string) => `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`;

  it('the body of a learner’s number is no ID', () => {
    const why = (studentNumber: string) =>
      named([person('a', { studentNumber })], entry({ id: wrong(CHILD) }))[0]?.[2];
    expect(why(`G${CHILD}`)).toBe('sameNameAndBirth');
    expect(why(`L${CHILD}`)).toBe('sameNameAndBirth');
    const evidence = only(
      run([person('a', { studentNumber: `L${CHILD}` })], [entry({ id: wrong(CHILD) })]),
    ).candidates[0]?.evidence.map(({ code }) => code);
    // The number has the birth date in it, and is compared in nothing else.
    expect(evidence).toEqual(['birthSame', 'areaSame', 'nameSame']);
  });

  it('a beginning is evidence on whichever side it stands', () => {
    const evidence = (own: string, theirs: string) =>
      only(run([person('a', { id: theirs })], [entry({ id: own })]))
        .candidates[0]?.evidence.map(({ code }) => code)
        .filter((code) => code.startsWith('id'));
    expect(evidence(CHILD.slice(0, 15), CHILD)).toEqual(['idBeginning']);
    expect(evidence(CHILD, CHILD.slice(0, 15))).toEqual(['idBeginning']);
    expect(evidence(CHILD.slice(0, 15), OTHER)).toEqual([]);
    expect(evidence(CHILD.slice(0, 14), CHILD)).not.toContain('idBeginning');
  });

  it('an ID that fails its check proves no parent, though both sides have it', () => {
    const parent = child({ guardians: [{ name: '王建国', id: wrong(ADULT) }] });
    const row = (id: string) => entry({ id, name: '王建国', means: 'children' });
    expect(ends([parent], row(wrong(ADULT)))).toEqual(['review', 'parentOfStudents']);
    expect(named([parent], row(wrong(ADULT)))).toEqual([['a', true, 'guardianIdAndName']]);
    const right = child({ guardians: [{ name: '王建国', id: ADULT }] });
    expect(ends([right], row(ADULT))).toEqual(['matched', 'guardianIdAndName']);
    expect(ends([right], { ...row(ADULT), name: '王□国' })).toEqual(['review', 'parentOfStudents']);
  });

  it('of a row count once, and are sure where they are so anywhere', () => {
    const keys = (id: string, studentNumber: string) =>
      readNumbers({ id, studentNumber }, POLICY.asOf).keys.map(
        ({ key, kind, sure }) => `${kind} ${key} ${sure}`,
      );
    expect(keys(CHILD, `G${CHILD}`)).toEqual([
      `id ${CHILD} true`,
      `number G${CHILD} true`,
      `alias ${CHILD} true`,
    ]);
    expect(keys(`G${CHILD}`, `G${CHILD}`).filter((key) => key.startsWith('alias'))).toEqual([
      `alias ${CHILD} true`,
    ]);
    expect([...keys(`G${CHILD}`, '')].sort()).toEqual([`alias ${CHILD} true`, `number G${CHILD} true`]);
    // Born after the day of the run, the ID of the cell is none; the number was not read for a day.
    const future = `G${idOf('20260101', 3)}`;
    expect(keys(future, future)).toContain(`alias ${future.slice(1)} true`);
    expect(keys(future, `L${CHILD}`)).toContain(`alias ${future.slice(1)} false`);
    expect(keys('无', '无')).toEqual([]);
    expect(keys('AB1234567', '12345678')).toEqual(expect.arrayContaining(['number 12345678 false']));
    expect(keys('', '1234567')).toEqual([]);
    expect(readNumbers({ id: CHILD, studentNumber: `G${CHILD}` }, POLICY.asOf).births).toEqual([
      '2014-03-05',
    ]);
    expect(readNumbers({ id: CHILD, studentNumber: `G${OTHER}` }, POLICY.asOf).births).toEqual([
      '2014-03-05',
      '2012-08-11',
    ]);
    expect(readNumbers({ id: CHILD, studentNumber: '' }, POLICY.asOf).own?.text).toBe(CHILD);
    expect(readNumbers({ id: wrong(CHILD), studentNumber: '' }, POLICY.asOf).own).toBeNull();
    expect(readNumbers({ id: CHILD, studentNumber: '', idNotText: true }, POLICY.asOf).own).toBeNull();
    const unnumbered = (id: string) => readNumbers({ id, studentNumber: '' }, POLICY.asOf).unnumbered;
    for (const id of ['无', '', '1', '9901', '9.9E+17', '1234567', 'A123456', '没有办过任何身份证明'])
      expect(unnumbered(id), id).toBe(true);
    for (const id of [CHILD, CHILD.slice(0, 15), CHILD.slice(0, 8), '9.90102E+17', 'A1234567', `G${CHILD}`])
      expect(unnumbered(id), id).toBe(false);
    // A text of no known form may stand on both sides with the same slip; too short a one is nobody's.
    for (const id of ['ABC1234567890', 'USA110170010112', 'H12345678', '12345678', CHILD.slice(3)])
      expect(keys(id, ''), id).toEqual([`id ${id} false`]);
    for (const id of ['ABC1234', '1234567', '没有办过任何身份证明']) expect(keys(id, ''), id).toEqual([]);
  });

  it('students whose names are half a sign apart have keys of their own', () => {
    const rows = ['王\uD800', '王\uD801'].map((name, i) => {
      const { key: _, ...cells } = person('', { name });
      return { ...cells, source: { file: 'r.xls', row: i + 2 } };
    });
    const { students } = assembleRoster(rows, { asOf: POLICY.asOf });
    expect(new Set(students.map(({ key }) => key)).size).toBe(2);
  });
});

describe('where somebody belongs', () => {
  const CHILDREN = entry({ id: '', name: '王建国', means: 'children', area: '990102' });
  const ward = (hukou: string, id = '') =>
    person('a', { hukou, id, guardians: [{ name: '王建国', id: '' }] });

  it('speaks for the child of a guardian known by name, or against', () => {
    const said = (one: RosterPerson) =>
      only(run([one], [CHILDREN])).candidates.map(({ strong, evidence }) => [
        strong,
        ...evidence.map(({ code }) => code),
      ]);
    expect(said(ward('990102003'))).toEqual([[true, 'hukouSame', 'guardianName']]);
    expect(said(ward(''))).toEqual([[true, 'guardianName']]);
    expect(said(ward('', CHILD))).toEqual([[true, 'hukouSame', 'guardianName']]);
    expect(said(ward('990103'))).toEqual([[false, 'guardianName']]);
  });

  it('is not known of whom there is neither a hukou nor an ID', () => {
    const row = entry({ id: ADULT, area: '990102' });
    expect(ends([person('a', { hukou: '' })], row)).toEqual(['review', 'outOfAgeNamesake']);
    expect(ends([person('a', { hukou: '990103' })], row)).toEqual(['notAStudent', 'adultByBirthDate']);
    expect(ends([child({ hukou: 'x' })], row)).toEqual(['review', 'outOfAgeNamesake']);
    expect(ends([child({ hukou: '' })], { ...row, area: '990200' })).toEqual([
      'notAStudent',
      'adultByBirthDate',
    ]);
  });

  it('an ID with all but the birth date brings near whose name has something in common', () => {
    const twin = Array.from({ length: 28 }, (_, i) =>
      idOf(`201201${String(i + 1).padStart(2, '0')}`, 217),
    ).find((id) => id[17] === CHILD[17])!;
    const policy = { ...POLICY, certificate: null };
    const why = (name: string, id = twin) => named([person('a', { name, id })], entry({ id: CHILD }), policy);
    expect(why('王小雪')).toEqual([['a', false, 'likeNameNearId']]);
    expect(why('赵云')).toEqual([]);
    expect(why('王小雪', idOf('20120102', 219))).toEqual([]);
  });
});

it('a repeat claims whom the row that it repeats may be about', () => {
  const strengths = (...rows: ListEntry[]) =>
    run([child()], rows)
      .claims.get('a')
      ?.claims.map(({ state, strength }) => [state, strength]);
  const row = (at: number) => entry({ id: CHILD, name: '李明', row: at });
  expect(strengths(row(3), row(4))).toEqual([
    ['review', 'candidate'],
    ['duplicate', 'candidate'],
  ]);
  expect(
    strengths(entry({ id: ADULT, relation: '户主', row: 3 }), entry({ id: ADULT, relation: '户主', row: 4 })),
  ).toBe(undefined);
});

it('a comparison without a name rests on one sure way, whatever the other rows of the student say', () => {
  const number = `G${CHILD}`;
  const people = [
    person('a', { studentNumber: number }),
    person('a', { id: CHILD, idNotText: true, source: { file: 'r', row: 3 } }),
  ];
  const row = entry({ id: '', name: '', studentNumber: number, evidence: 'comparison' });
  expect(ends(people, row)).toEqual(['matched', 'exactStudentNumber']);
  expect(ends(people.slice(1), row)).toEqual(['review', 'nameUnreadable']);
});

it('without an ID nothing is scanned, and nothing proved', () => {
  expect(only(run([child()], [entry({ id: '' })])).certificate).toBeUndefined();
  expect(only(run([child()], [entry({ id: OTHER })])).certificate?.ids).toBe(1);
  // Nor where a character of it is missing: there is no place to compare by.
  expect(only(run([child()], [entry({ id: OTHER.slice(1) })])).certificate).toBeUndefined();
});

describe('rows of one person', () => {
  it('of whom it is proved that they are no student are one and its repeats', () => {
    const adult = (row: number) => entry({ id: ADULT, name: '王建国', relation: '户主', row });
    expect(run([], [adult(3), adult(4)]).outcomes.map(({ state, reason }) => [state, reason])).toEqual([
      ['notAStudent', 'adultByBirthDate'],
      ['duplicate', 'samePerson'],
    ]);
  });

  it('that were decided stay so, though others contradict each other', () => {
    const rows = ['王小雨', '李明', '王小雨'].map((name, i) =>
      entry({ id: CHILD, name, row: 3 + i, list: ['rural', 'urban', 'orphans'][i]! }),
    );
    const given = [
      decision({ list: 'orphans', file: 'orphans.xls', row: 5, state: 'matched', student: 'a' }),
    ];
    expect(
      run([child()], rows, POLICY, given).outcomes.map(({ entry: { list }, reason }) => [list, reason]),
    ).toEqual([
      ['orphans', 'decision'],
      ['rural', 'sharedId'],
      ['urban', 'nameDiffers'],
    ]);
  });
});

describe('an issue has its numbers', () => {
  it('of a decision that cannot be used', () => {
    const values = (over: Partial<EntryDecision>) =>
      run([child()], [entry({ id: CHILD })], POLICY, [decision(over)])
        .issues.filter(({ code }) => code.startsWith('match.decision'))
        .map((issue) => [issue.code, issue.severity, issue.values, issue.place]);
    const place = { file: 'rural.xls', row: 2 };
    for (const over of [{ because: ' ' }, { by: ' ' }, { on: '' }])
      expect(values(over)).toEqual([
        ['match.decisionIncomplete', 'warning', { list: 'rural', member: 1 }, place],
      ]);
    expect(values({ row: 9 })).toEqual([
      ['match.decisionOrphan', 'warning', { list: 'rural', member: 1 }, { file: 'rural.xls', row: 9 }],
    ]);
    expect(values({})).toEqual([
      ['match.decisionAgainstKey', 'warning', { list: 'rural', member: 1 }, place],
    ]);
    expect(values({ sheet: '别处' }).map(([, , , at]) => at)).toEqual([
      { file: 'rural.xls', sheet: '别处', row: 2 },
    ]);
  });

  it('of a row on a sheet', () => {
    const twice = [1, 2].map(() => entry({ sheet: '一', row: 5, relation: '来客' }));
    expect(
      run([], twice)
        .issues.filter(({ code }) => code === 'match.entryTwice' || code === 'match.relationUnclear')
        .map(({ code, place }) => [code, place]),
    ).toEqual([
      ['match.entryTwice', { file: 'rural.xls', sheet: '一', row: 5 }],
      ['match.relationUnclear', { file: 'rural.xls', sheet: '一', row: 5 }],
    ]);
  });

  it('of a student whose rows differ', () => {
    const rows = [CHILD, OTHER].map((id, i) => {
      const { key: _, ...cells } = person('', { id, studentNumber: `G${CHILD}` });
      return { ...cells, source: { file: 'r.xls', row: i + 2 } };
    });
    const found = assembleRoster(rows, { asOf: POLICY.asOf }).issues.find(
      ({ code }) => code === 'roster.idsDiffer',
    );
    expect([found?.values, found?.place]).toEqual([{ rows: 2 }, { file: 'r.xls', row: 2 }]);
  });
});

describe('told apart by one thing', () => {
  it('students of two hukous, where a list covers one of them', () => {
    const people = ['990102', '990199'].map((hukou) => person(hukou, { hukou }));
    const lists = listsOf([], { covers: ['990102'] });
    const result = reconcile(people, lists, [], POLICY);
    expect(people.map(({ key }) => statusOf(result, key, 'dibao'))).toEqual(['out', 'unknown listMissing']);
  });

  it('a guardian of the name whose ID is another is somebody else', () => {
    const people = [child({ guardians: [{ name: '王建国', id: idOf('19720703', 8) }] })];
    expect(named(people, entry({ id: ADULT, name: '王建国', means: 'children' }))).toEqual([]);
    expect(named(people, entry({ id: '', name: '王建国', means: 'children' }))).toEqual([
      ['a', true, 'guardianName'],
    ]);
  });

  it('a name that is near, in the school of the row, with an ID and without', () => {
    const people = [person('a', { name: '王小雪', id: OTHER, school: '甲' })];
    const row = (id: string) => entry({ id, school: '甲' });
    expect(named(people, row(''))).toEqual([['a', true, 'likeNameInPlace']]);
    expect(named(people, row(idOf('20120202', 771)))).toEqual([['a', false, 'likeName']]);
  });

  it('an ID that lost a character still says the division', () => {
    const evidence = (id: string) =>
      only(run([person('a', { id: OTHER, hukou: '' })], [entry({ id })])).candidates[0]?.evidence.map(
        ({ code }) => code,
      );
    expect(evidence(idOf('20150709', 771).slice(0, 17))).toEqual(['areaSame', 'nameSame']);
    expect(evidence(idOf('20150709', 771).slice(1))).toEqual(['nameSame']);
  });

  it('a name of which a character is not known counts anywhere, whatever the year, where no ID says a division', () => {
    const row = (name: string) => entry({ id: '', studentNumber: `L${idOf('20160606', 3)}`, name });
    expect(named([person('a', { id: OTHER })], row('王□雨'))).toEqual([['a', false, 'likeName']]);
    expect(named([person('a', { id: OTHER })], row('王晓宇'))).toEqual([]);
  });

  it('who was found by the scan alone is counted', () => {
    const id = idOf('20150719', 771);
    const near =
      id.slice(0, 7) +
      (id[7] === '8' ? '7' : '8') +
      id.slice(8, 15) +
      (id[15] === '8' ? '9' : '8') +
      id.slice(16);
    const { certificates, outcomes } = run(
      [person('b', { name: '赵云', id: near })],
      [entry({ id, name: '李明' })],
    );
    expect(outcomes[0]?.certificate).toMatchObject({ within: 1, strangers: 0, added: 1, closest: 2 });
    expect(certificates).toEqual({ issued: 1, added: 1 });
    expect(run([], [entry({ id, name: '李明' })]).certificates).toEqual({ issued: 1, added: 0 });
  });

  it('a list handed in twice', () => {
    const [, list] = listsOf([entry()]);
    const twice = (...lists: DepartmentList[]) =>
      reconcile([], lists, [], POLICY)
        .issues.filter(({ code }) => code === 'match.listTwice')
        .map(({ severity, values, place }) => [severity, values, place]);
    const urban = { ...list!, entries: [], rowsWithEntries: 0, physicalRows: 2 };
    expect(twice(urban, urban)).toEqual([['error', { list: 'urban' }, { file: 'urban.xls' }]]);
    expect(twice(urban, { ...urban, file: 'z.xls' })).toEqual([]);
  });

  it('what a row leaves open of one category says nothing of another', () => {
    const rows = [
      entry({ id: CHILD, in: ['dibao'], evidence: 'comparison', file: 'c.xls' }),
      entry({ id: CHILD.slice(0, 17), in: ['other'], row: 3 }),
    ];
    const lists = listsOf(rows, { categories: ['dibao', 'other'] });
    const { claims } = reconcile([child()], lists, [], POLICY);
    expect(claims.get('a')?.compared).toEqual([{ category: 'dibao', agree: 'onlyComparison' }]);
  });
});

describe('a twin, a slip, a birthday', () => {
  it('who has a name that is near gives way to who has the very name', () => {
    const near = person('t', { id: TWIN, name: '王小雪' });
    const row = entry({ id: idOf('20140305', 864) });
    expect(named([near], row)).toEqual([['t', true, 'likeNameAndBirth']]);
    const both = named([child(), near], row);
    expect(both).toContainEqual(['a', true, 'sameNameAndBirth']);
    expect(both).toContainEqual(['t', false, 'likeNameAndBirth']);
    // Who has nothing but the very name takes it from nobody.
    expect(named([person('a', { id: OTHER, hukou: '990199' }), near], { ...row, area: '990102' })).toEqual([
      ['t', true, 'likeNameAndBirth'],
      ['a', false, 'sameName'],
    ]);
  });

  it('a right ID one slip away is found without any scan', () => {
    const slip = CHILD.slice(0, 3) + (CHILD[3] === '7' ? '8' : '7') + CHILD.slice(4);
    const policy = { ...POLICY, certificate: null };
    expect(named([child({ name: '赵云' })], entry({ id: slip, name: '李明' }), policy)).toEqual([
      ['a', false, 'nearId'],
    ]);
  });

  it('an ID of a child’s row is another’s from the birthday on', () => {
    const why = (birth: string) =>
      named([person('b', { id: OTHER })], entry({ id: idOf(birth, 771), relation: '之子' }))[0]?.[2];
    expect([why('19981010'), why('19981011')]).toEqual(['sameNameNoId', 'sameName']);
    // One that fails its check is nobody's for sure.
    const wrong = `${ADULT.slice(0, 17)}${ADULT.endsWith('1') ? '2' : '1'}`;
    expect(named([person('b', { id: OTHER })], entry({ id: wrong, relation: '之子' }))[0]?.[2]).toBe(
      'sameName',
    );
  });

  it('findings stand beside a row that has some, and no other', () => {
    expect(only(run([child()], [entry({ id: '' })]))).not.toHaveProperty('findings');
    expect(only(run([child()], [entry({ id: CHILD, idNotText: true })])).findings).toContain('id.notText');
  });
});
