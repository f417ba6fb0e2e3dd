import { describe, expect, it } from 'vitest';
import {
  type EntryDecision,
  type ListEntry,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import { ADULT, CHILD, decision, entry, idOf, listsOf, OTHER, POLICY, person } from './world.js';

// Rows that speak for a household or for children: whom they are about, whom they may be about, and that nobody is asked twice.

const run = (people: readonly RosterPerson[], row: ListEntry, decisions: readonly EntryDecision[] = []) =>
  reconcile(people, listsOf([row]), decisions, POLICY);
const of = (people: readonly RosterPerson[], row: ListEntry, decisions: readonly EntryDecision[] = []) =>
  run(people, row, decisions).outcomes.map(({ state, reason, student }) => [state, reason, student]);
const candidates = (
  people: readonly RosterPerson[],
  row: ListEntry,
  decisions: readonly EntryDecision[] = [],
) =>
  run(people, row, decisions).outcomes.map(({ candidates }) =>
    candidates.map(({ student, strong, why }) => [student, strong, why]),
  );
const ward = (key: string, name: string, id: string, over: Partial<RosterPerson> = {}) =>
  person(key, { name: `学生${key}`, guardians: [{ name, id }], ...over });
const said = (student: string, over: Partial<EntryDecision> = {}) =>
  decision({ state: 'matched', student, ...over });
const head = entry({ id: ADULT, name: '王建国', means: 'household' });

describe('a row for a household', () => {
  it('keeps who may be the head where a decision cannot be used', () => {
    const namesake = person('n', { name: '王建国', id: '' });
    const bare = entry({ id: '', name: '王建国', means: 'household' });
    const open = candidates([namesake], bare);
    expect(open).toEqual([[['n', true, 'sameNameNoId']]]);
    expect(candidates([namesake], bare, [decision({ by: '' })])).toEqual(open);
    expect(of([namesake], bare, [decision({ by: '' })])).toEqual([['review', 'decisionUnclear', undefined]]);
  });

  it('whose head is known has no head to look for where a decision cannot be used', () => {
    const elder = person('e', { id: idOf('20070101', 3), name: '王大雨' });
    const row = entry({ id: elder.id, name: '王大雨', means: 'household' });
    const namesake = person('n', { name: '王大雨', id: '' });
    expect(of([elder, namesake], row, [decision({ by: '' })])).toEqual([
      ['matched', 'exactId', 'e'],
      ['review', 'decisionUnclear', undefined],
    ]);
    expect(candidates([elder, namesake], row, [decision({ by: '' })])).toEqual([[], []]);
    // Nor where a child of the head is open.
    expect(candidates([elder, namesake, ward('b', '', elder.id)], row)).toEqual([
      [],
      [['b', true, 'guardianId']],
    ]);
  });

  it('has one result for a student whom two people decided', () => {
    const people = [ward('b', '', ADULT), ward('c', '', ADULT)];
    expect(of(people, head, [said('b'), said('b', { on: '2025-10-13', by: 'other' })])).toEqual([
      ['matched', 'decision', 'b'],
    ]);
    expect(of(people, head, [said('b'), said('c'), said('b', { by: 'other' })])).toEqual([
      ['matched', 'decision', 'b'],
      ['matched', 'decision', 'c'],
    ]);
    const { proof } = run(people, head, [said('b'), said('b', { on: '2025-10-13' })]).outcomes[0]!;
    expect(proof?.on).toBe('2025-10-13');
  });

  it('is nobody’s and somebody’s to two people: then it is open', () => {
    const people = [ward('b', '', ADULT)];
    const { outcomes, issues } = run(people, head, [said('b'), decision()]);
    expect(outcomes.map(({ state, reason }) => [state, reason])).toEqual([['review', 'decisionUnclear']]);
    expect(issues.map(({ code }) => code)).toContain('match.decisionsContradict');
  });

  it('with one child for sure and others who may be has them all beside the one', () => {
    const people = [ward('a', '王建国', ADULT), ward('b', '', ADULT), ward('c', '王建国', '')];
    expect(of(people, head)).toEqual([
      ['matched', 'guardianIdAndName', 'a'],
      ['review', 'headOfHousehold', undefined],
    ]);
    expect(candidates(people, head)).toEqual([
      [],
      [
        ['b', true, 'guardianId'],
        ['a', false, 'guardianId'],
        ['c', true, 'guardianName'],
      ],
    ]);
  });

  it('named whole keeps the child it is sure of where its head is of school age and nobody’s', () => {
    const teen = idOf('20060101', 3);
    const whole = { ...head, id: teen, householdComplete: true };
    expect(of([ward('a', '王建国', teen)], whole)).toEqual([
      ['matched', 'guardianIdAndName', 'a'],
      ['review', 'headNoStudent', undefined],
    ]);
    expect(of([ward('a', '王建国', ADULT)], { ...head, householdComplete: true })).toEqual([
      ['matched', 'guardianIdAndName', 'a'],
    ]);
  });

  it('stands in order of what speaks for each child, then of the keys', () => {
    const near = ADULT.slice(0, 17) + (ADULT.endsWith('1') ? '2' : '1');
    const people = [
      ward('d', '王建国', ''),
      ward('c', '王建国', ''),
      ward('b', '王建国', near),
      ward('a', '王建军', ADULT),
    ];
    expect(candidates(people, { ...head, means: 'children' })).toEqual([
      [
        ['b', true, 'guardianNameNearId'],
        ['a', true, 'guardianId'],
        ['c', true, 'guardianName'],
        ['d', true, 'guardianName'],
      ],
    ]);
  });
});

describe('a row for children', () => {
  const row = (over: Parameters<typeof entry>[0] = {}) =>
    entry({ id: ADULT, name: '王建国', means: 'children', ...over });

  it('whose name cannot be read finds nobody by it', () => {
    const lost = '□□';
    expect(candidates([ward('a', lost, '')], row({ name: lost }))).toEqual([[]]);
    expect(candidates([ward('a', lost, ADULT)], row({ name: lost }))).toEqual([[['a', true, 'guardianId']]]);
  });

  it('finds by the ID before the name, also where the name is of the place', () => {
    const both = [
      { name: '王建国', id: '' },
      { name: '王建军', id: ADULT },
    ];
    for (const guardians of [both, [...both].reverse()])
      expect(candidates([person('a', { guardians })], row({ area: '990102' }))).toEqual([
        [['a', true, 'guardianId']],
      ]);
  });

  it('finds by name whose guardian has no ID, or one that is near; with one far away it is another', () => {
    const slip = (n: number) => ADULT.slice(0, n) + ((Number(ADULT[n]) + 1) % 10) + ADULT.slice(n + 1);
    const two = slip(3).slice(0, 9) + ((Number(ADULT[9]) + 1) % 10) + slip(3).slice(10);
    const three = two.slice(0, 15) + ((Number(ADULT[15]) + 1) % 10) + two.slice(16);
    const why = (id: string, own = ADULT) =>
      candidates([ward('a', '王建国', id)], row({ id: own }))[0]?.map(([, strong, why]) => [strong, why]);
    expect(why('')).toEqual([[true, 'guardianName']]);
    expect(why(slip(3))).toEqual([[true, 'guardianNameNearId']]);
    expect(why(two)).toEqual([[true, 'guardianNameNearId']]);
    expect(why(three)).toEqual([]);
    // A student number is no ID, and is near none.
    expect(
      candidates([ward('a', '王建国', ADULT)], row({ id: '', studentNumber: `L${ADULT}` }))[0]?.[0]?.[2],
    ).toBe('guardianName');
    // A row whose own ID cannot be relied on may be of whoever has the name.
    expect(why(idOf('19720703', 8), slip(3))).toEqual([[true, 'guardianName']]);
    expect(why(idOf('19720703', 8), '')).toEqual([[true, 'guardianName']]);
    // But where one guardian's ID explains it, one that is far is somebody else's.
    const people = [
      ward('a', '王建国', ADULT),
      ward('b', '王建国', idOf('19720703', 8)),
      ward('c', '王建国', ''),
    ];
    expect(candidates(people, row({ id: slip(3) }))).toEqual([
      [
        ['a', true, 'guardianNameNearId'],
        ['b', false, 'guardianName'],
        ['c', true, 'guardianName'],
      ],
    ]);
  });

  it('holds as many open by the name alone as the policy allows, students and not rows', () => {
    const people = [
      ward('a', '王建国', ''),
      ward('a', '王建国', '', { source: { file: 'r', row: 7 } }),
      ward('b', '王建国', ''),
      ward('c', '王建国', '', { hukou: '990199' }),
    ];
    const strong = (withoutId: number) =>
      reconcile(people, listsOf([row({ area: '990102' })]), [], {
        ...POLICY,
        namesakes: { withoutId, withOtherId: 0 },
      })
        .outcomes[0]!.candidates.filter(({ strong }) => strong)
        .map(({ student }) => student);
    expect(strong(2)).toEqual(['a', 'b']);
    expect(strong(1)).toEqual([]);
  });

  it('a child of whom it is sure is not among those who may be', () => {
    const people = [
      ward('a', '王建国', ADULT),
      ward('a', '', ADULT, { source: { file: 'r', row: 7 } }),
      ward('b', '', ADULT),
    ];
    expect(of(people, row())).toEqual([
      ['matched', 'guardianIdAndName', 'a'],
      ['review', 'parentOfStudents', undefined],
    ]);
    expect(candidates(people, row())[1]).toEqual([['b', true, 'guardianId']]);
  });

  it('of somebody too young for one is open where the roster has a child of a guardian of the name', () => {
    const young = row({ id: idOf('20101011', 3), name: '李明' });
    expect(of([], young)).toEqual([['notAStudent', 'tooYoungForChildren', undefined]]);
    expect(of([ward('a', '李明', '')], young)).toEqual([['review', 'parentOfStudents', undefined]]);
    const complete = { ...head, householdComplete: true };
    expect(of([], complete)).toEqual([['notAStudent', 'adultByBirthDate', undefined]]);
    expect(of([ward('a', '王建国', '')], complete)).toEqual([['review', 'headOfHousehold', undefined]]);
  });

  it('that others put in doubt keeps its one child, weighed by what speaks for it', () => {
    const rows = [row(), row({ name: '李明', list: 'urban' })];
    const people = [ward('a', '王建国', ADULT), ward('b', '李明', ADULT)];
    const { outcomes } = reconcile(people, listsOf(rows), [], POLICY);
    const sure = outcomes.filter(({ candidates }) =>
      candidates.some(({ why }) => why === 'guardianIdAndName'),
    );
    expect(sure.length).toBeGreaterThan(0);
    for (const { candidates } of outcomes)
      for (const { score, evidence } of candidates)
        expect(score).toBe(evidence.reduce((sum, one) => sum + one.milliBits, 0));
  });

  it('is not of the pupil whose own number it has', () => {
    const people = [
      person('p', { id: CHILD, name: '王建国' }),
      ward('a', '王建国', CHILD),
      ward('b', '', OTHER),
    ];
    expect(of(people, row({ id: CHILD }))).toEqual([['matched', 'guardianIdAndName', 'a']]);
  });

  it('is of nobody whose guardian’s ID stands where its student number should', () => {
    const people = [ward('a', '赵六', ADULT), ward('b', '赵六', OTHER)];
    expect(candidates(people, row({ name: '李明' }))).toEqual([[['a', true, 'guardianId']]]);
    expect(candidates(people, row({ id: '', studentNumber: ADULT, name: '李明' }))).toEqual([[]]);
  });
});
