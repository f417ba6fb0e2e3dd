import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListEntry, type MatchPolicy, type RosterPerson, reconcile } from '../../src/reconcile/index.js';
import { entries, roster } from './colliding.js';
import { ADULT, CHILD, entry, idOf, listsOf, OTHER, only, POLICY, person, plain } from './world.js';

// A student enrolled at two schools has two rows. What is decided must not rest on which of them comes first.

const of = (people: readonly RosterPerson[], row: ListEntry, policy: MatchPolicy = POLICY) =>
  only(reconcile(people, listsOf([row]), [], policy));
/** The outcome for the rows in either order, which is one. */
function either(people: readonly RosterPerson[], row: ListEntry, policy?: MatchPolicy) {
  const [one, other] = [of(people, row, policy), of([...people].reverse(), row, policy)];
  expect(one).toEqual(other);
  return one;
}
const second = (over: Partial<RosterPerson>) => person('a', { source: { file: 'r', row: 9 }, ...over });
const said = (people: readonly RosterPerson[], row: ListEntry, policy?: MatchPolicy) =>
  either(people, row, policy).candidates.map(({ student, strong, why }) => [student, strong, why]);
const guardian = (n: number) => ({ name: '', id: idOf('19800101', n) });

it('whatever the order of the rows, the same comes out', () => {
  const area = fc.constantFrom('', '990102', '990103');
  fc.assert(
    fc.property(roster, entries, fc.array(area, { minLength: 7, maxLength: 7 }), (people, rows, areas) => {
      const placed = rows.map((row, i) => ({ ...row, area: areas[i]! }));
      const once = reconcile(people, listsOf(placed), [], POLICY);
      const again = reconcile([...people].reverse(), listsOf(placed), [], POLICY);
      expect(plain(again)).toEqual(plain(once));
    }),
    { numRuns: 60 },
  );
});

describe('of a student with two rows', () => {
  it('a row that leaves open whose parent’s ID it is leaves it open', () => {
    const people = [person('a', { guardians: [guardian(1), guardian(2)] }), second({})];
    // The row says nothing of a relation; the list does elsewhere.
    const rows = [entry({ id: ADULT }), entry({ id: CHILD, name: '李明', relation: '之子', row: 3 })];
    const strong = (some: readonly RosterPerson[]) =>
      reconcile(some, listsOf(rows), [], POLICY).outcomes[0]!.candidates.map(({ strong }) => strong);
    expect(strong(people)).toEqual([true]);
    expect(strong([...people].reverse())).toEqual([true]);
    expect(strong(people.slice(0, 1))).toEqual([]);
  });

  it('the strongest row speaks, though another weighs more', () => {
    const wrong = CHILD.slice(0, 17) + (CHILD.endsWith('1') ? '2' : '1');
    const strong = person('a', { name: '王晓宇', id: idOf('20140503', 864), school: '乙' });
    const heavy = second({ name: '赵云', id: wrong, school: '甲' });
    const row = entry({ id: CHILD, school: '甲' });
    const scoreOf = (one: RosterPerson) => of([one], row).candidates[0]!.score;
    expect(scoreOf(heavy)).toBeGreaterThan(scoreOf(strong));
    expect(said([strong, heavy], row)).toEqual([['a', true, 'likeNameAndBirth']]);
    expect(either([strong, heavy], row).candidates[0]?.score).toBe(scoreOf(strong));
    // Of two rows that are as strong the one that weighs more.
    const light = second({ name: '王晓宇', id: idOf('20140503', 864), hukou: '', school: '甲' });
    expect(either([strong, light], row).candidates[0]?.score).toBe(scoreOf(light));
  });

  it('one of which it is not known where it belongs may belong to the place of the row', () => {
    const people = [person('a', { hukou: '990199', id: OTHER }), second({ hukou: 'x', id: OTHER })];
    const elsewhere = [people[0]!, second({ hukou: '990199', id: OTHER })];
    const row = entry({ id: idOf('20150607', 8), area: '990102' });
    expect(said(elsewhere, row)).toEqual([['a', false, 'sameName']]);
    expect(said(people, row)).toEqual([['a', true, 'sameName']]);
  });

  it('the row that is not elsewhere speaks for the child of a guardian known by name', () => {
    const guardians = [{ name: '王建国', id: '' }];
    const people = [person('a', { hukou: '990199', guardians }), second({ hukou: '', guardians })];
    const row = entry({ id: '', name: '王建国', means: 'children', area: '990102' });
    expect(said(people, row)).toEqual([['a', true, 'guardianName']]);
    expect(said(people.slice(0, 1), row)).toEqual([['a', false, 'guardianName']]);
  });

  it('a key that is not sure says what is wrong with it, whatever the name of the other row', () => {
    const wrong = CHILD.slice(0, 17) + (CHILD.endsWith('1') ? '2' : '1');
    const people = [person('a', { id: wrong }), second({ id: wrong, name: '李明' })];
    expect(either(people, entry({ id: wrong })).reason).toBe('idInvalid');
    expect(either(people.slice(1), entry({ id: wrong })).reason).toBe('nameDiffers');
  });

  it('and two hukous, what a list that covers one of them says is held against nothing', () => {
    const compared = (covers: readonly string[]) => {
      const row = entry({ id: CHILD, evidence: 'comparison', file: 'compared.xls' });
      const lists = listsOf([row]).map((list) => ({
        ...list,
        covers: list.file === 'rural.xls' ? covers : [],
      }));
      const people = [person('a', { id: CHILD }), second({ id: CHILD, hukou: '990199' })];
      const kept = lists.filter(({ list }) => list === 'rural');
      return reconcile(people, kept, [], POLICY).claims.get('a')?.compared;
    };
    const only = [{ category: 'dibao', agree: 'onlyComparison' }];
    expect(compared([])).toEqual(only);
    expect(compared(['990102', '990199'])).toEqual(only);
    expect(compared(['990102'])).toEqual([]);
    expect(compared(['990199'])).toEqual([]);
  });

  it('two hukous are told from one of them', () => {
    const lists = listsOf([], { covers: ['990102'] });
    const statuses = (...keys: [string, string][]) => {
      const { categories } = reconcile(
        keys.map(([key, hukou], row) => person(key, { hukou, source: { file: 'r', row } })),
        lists,
        [],
        POLICY,
      );
      return [...categories].map(([key, all]) => [
        key,
        all.find(({ category }) => category === 'dibao')?.status,
      ]);
    };
    expect(statuses(['a', '990102'], ['b', '990102'], ['b', '990199'], ['c', '990102'])).toEqual([
      ['a', 'out'],
      ['b', 'unknown'],
      ['c', 'out'],
    ]);
  });
});
