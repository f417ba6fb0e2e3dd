import { describe, expect, it } from 'vitest';
import { placeOf, standsIn } from '../../src/reconcile/compare/place.js';
import { matchContext } from '../../src/reconcile/context.js';
import { type DepartmentList, reconcile } from '../../src/reconcile/index.js';
import { headOf } from '../../src/reconcile/list-head.js';
import { indexRoster } from '../../src/reconcile/search/roster-index.js';
import { ADULT, entry, listsOf, OTHER, POLICY, person } from './world.js';

// Where a row says that its person belongs: by its own area, else by what its list covers, and nothing else.

describe('the place of a row', () => {
  it('is its area, without the zeros that stand for no further division', () => {
    const areas = (area: string | undefined, covers: readonly string[] = []) =>
      placeOf(entry(area === undefined ? {} : { area }), covers).areas;
    expect(areas('990102')).toEqual(['990102']);
    expect(areas('990100')).toEqual(['9901']);
    expect(areas('990000')).toEqual(['99']);
    expect(areas('990102003004')).toEqual(['990102003004']);
    expect(areas(' ９９０１ ')).toEqual(['9901']);
    expect(areas('99')).toEqual(['99']);
    expect(areas('990012')).toEqual(['990012']);
    // What is no code of a division says nothing, and the list speaks.
    for (const area of ['', '9', '甲村', '甲9901', '9901020030041', '9901a', undefined]) {
      expect(areas(area)).toEqual([]);
      expect(areas(area, ['990100', '99'])).toEqual(['9901', '99']);
    }
    // A code of nothing but zeros is nowhere, and not everywhere.
    expect(areas('000000')).toEqual([]);
    expect(areas('', ['0000', '', '9901'])).toEqual(['9901']);
  });

  it('is that of a student by the hukou, else by the IDs, and of neither it is not known', () => {
    const id = OTHER.replace('990102', '990103');
    const index = indexRoster(
      [
        person('a', { hukou: '990102003' }),
        person('b', { hukou: '', id: '' }),
        person('c', { hukou: '', id }),
        person('d', { hukou: ' 990102 ', id }),
        person('e', { hukou: '甲', id, studentNumber: `G${OTHER}` }),
        person('f', { hukou: '990100' }),
        person('g', { hukou: '', id: '', studentNumber: `L${OTHER}` }),
      ],
      POLICY.asOf,
    );
    const all = (...areas: string[]) =>
      [0, 1, 2, 3, 4, 5, 6].map((row) => standsIn({ areas, school: '' }, index, row)).join(' ');
    expect(all()).toBe(Array(7).fill('unknown').join(' '));
    expect(all('990102')).toBe('in unknown out in in in unknown');
    expect(all('990103')).toBe('out unknown in out in in unknown');
    expect(all('990102004')).toBe('out unknown out in in in unknown');
    expect(all('9901')).toBe('in unknown in in in in unknown');
    expect(all('0102')).toBe('out unknown out out out out unknown');
    expect(all('9902', '990103')).toBe('out unknown in out in in unknown');
  });

  it('is what its own list and its own file cover', () => {
    const index = indexRoster([], POLICY.asOf);
    const rows = [
      entry(),
      entry({ file: 'south.xls' }),
      entry({ list: 'urban', file: 'rural.xls' }),
      entry({ list: 'urban', file: 'north.xls', relation: '之子' }),
    ];
    const covers: Readonly<Record<string, readonly string[]>> = {
      'rural/rural.xls': ['990102'],
      'rural/south.xls': ['990103'],
      'urban/rural.xls': ['990104'],
    };
    const lists = listsOf(rows).map(
      (list): DepartmentList => ({ ...list, covers: covers[`${list.list}/${list.file}`] ?? [] }),
    );
    const context = matchContext(index, POLICY, { count: () => 0 }, lists.map(headOf));
    expect(rows.map((row) => context.placeOf(row).areas)).toEqual([['990102'], ['990103'], ['990104'], []]);
    // Only where no row of the file says a relation nothing could show a parent's ID.
    expect(rows.map((row) => context.recallIsLimited(row))).toEqual([true, true, true, false]);
    // An entry of a file that nobody handed in belongs nowhere in particular.
    const bare = matchContext(index, POLICY, { count: () => 0 });
    expect([bare.placeOf(entry()).areas, bare.recallIsLimited(entry())]).toEqual([[], false]);
  });

  it('holds open a namesake of the place that its list covers, and none elsewhere', () => {
    const rows = [entry({ id: '', relation: '之子' }), entry({ id: '', list: 'urban', relation: '之子' })];
    const lists = listsOf(rows).map((list) => ({
      ...list,
      covers: list.list === 'rural' ? ['990102'] : list.list === 'urban' ? ['990199'] : [],
    }));
    const people = [
      person('a', { id: OTHER, hukou: '990102' }),
      person('b', { id: OTHER.replace('990102', '990199'), hukou: '990199001' }),
    ];
    const one = { ...POLICY, namesakes: { withoutId: 1, withOtherId: 1 } };
    expect(
      reconcile(people, lists, [], one).outcomes.map(({ entry: { list }, candidates }) => [
        list,
        candidates.filter(({ strong }) => strong).map(({ student }) => student),
      ]),
    ).toEqual([
      ['rural', ['a']],
      ['urban', ['b']],
    ]);
  });
});

describe('findings and issues', () => {
  it('of a row are its own, whatever the others say', () => {
    const ids = [
      ['身份证号：990102', ''],
      [OTHER, ''],
      [`${OTHER.slice(0, 15)}000`, ''],
      ['', 'x123'],
      [OTHER.slice(1), `g${OTHER}`],
      [ADULT, ''],
    ];
    const rows = ids.map(([id, studentNumber], i) =>
      entry({ id: id!, studentNumber: studentNumber!, name: '李明', row: i + 3 }),
    );
    const findings = (some: typeof rows) =>
      reconcile([], listsOf(some), [], POLICY).outcomes.map(({ findings }) => findings);
    expect(findings(rows)).toEqual(rows.flatMap((row) => findings([row])));
    expect(new Set(findings(rows).map((one) => JSON.stringify(one))).size).toBeGreaterThan(4);
  });

  it('rows that name somebody by a name that too many have are none that may be about anybody', () => {
    const people = ['a', 'b', 'c'].map((key) => person(key, { id: '' }));
    const few = { ...POLICY, namesakes: { withoutId: 2, withOtherId: 2 } };
    const codes = (name: string, policy = few) =>
      reconcile(people, listsOf([entry({ id: '', name })]), [], policy)
        .issues.map(({ code }) => code)
        .filter((code) => code === 'match.namesakesNotHeld' || code === 'match.nobodyHeld');
    expect(codes('王小雨')).toEqual(['match.namesakesNotHeld']);
    expect(codes('李明')).toEqual(['match.nobodyHeld']);
    expect(codes('王小雨', POLICY)).toEqual([]);
  });
});
