import { describe, expect, it } from 'vitest';
import { reconcileEquations } from '../../src/reconcile/equations.js';
import {
  type DepartmentList,
  type EntryOutcome,
  type EntryState,
  type ListEntry,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import { ADULT, CHILD, entry, idOf, listsOf, OTHER, POLICY, person, statusOf } from './world.js';

const a = person('a', { id: CHILD });
const status = (lists: readonly DepartmentList[], category: string, roster = [a]): string =>
  statusOf(reconcile(roster, lists, [], POLICY), 'a', category);

describe('category status', () => {
  it('names every category of every student', () => {
    const result = reconcile([a, person('b', { id: OTHER })], listsOf([]), [], POLICY);
    expect([...result.categories.keys()]).toEqual(['a', 'b']);
    for (const inputs of result.categories.values())
      expect(inputs).toEqual(
        ['dibao', 'orphan', 'unsupported'].map((category) => ({ category, status: 'out' })),
      );
  });

  it('in: with every row behind it, over lists', () => {
    const rows = [
      entry({ id: CHILD, row: 7 }),
      entry({ id: CHILD, row: 4 }),
      entry({ id: CHILD, list: 'urban', row: 9 }),
    ];
    const result = reconcile([a], listsOf(rows), [], POLICY);
    expect(result.categories.get('a')![0]).toEqual({
      category: 'dibao',
      status: 'in',
      evidence: [
        { file: 'rural.xls', row: 4, list: 'rural' },
        { file: 'rural.xls', row: 7, list: 'rural' },
        { file: 'urban.xls', row: 9, list: 'urban' },
      ],
    });
  });

  it('in: by a row once, though several of its persons are the student', () => {
    const rows = [1, 2].map((member) => entry({ id: CHILD, row: 5, member }));
    const input = (some: readonly ListEntry[]) =>
      reconcile([a], listsOf(some), [], POLICY)
        .categories.get('a')
        ?.find(({ category }) => category === 'dibao');
    const source = { file: 'rural.xls', row: 5, list: 'rural' };
    expect(input(rows)).toEqual({ category: 'dibao', status: 'in', evidence: [source] });
    expect(input([...rows, entry({ id: CHILD, row: 6 })])?.evidence).toEqual([source, { ...source, row: 6 }]);
  });

  it('in, though an earlier row of the list has lapsed or is unclear', () => {
    for (const before of [{ in: [] }, { in: [], unknown: ['dibao'] }]) {
      const rows = [entry({ id: CHILD, row: 3, ...before }), entry({ id: CHILD, row: 8 })];
      const result = reconcile([a], listsOf(rows), [], POLICY);
      expect(result.outcomes[1]!.state).toBe('matched');
      expect(statusOf(result, 'a', 'dibao')).toBe('in');
    }
  });

  it('keeps both categories of two rows about one student', () => {
    const rows = [
      entry({ id: CHILD, list: 'orphans', row: 3, in: ['orphan'] }),
      entry({ id: CHILD, list: 'orphans', row: 4, in: ['unsupported'] }),
    ];
    const result = reconcile([a], listsOf(rows), [], POLICY);
    expect(result.outcomes.map((o) => o.state)).toEqual(['matched', 'duplicate']);
    expect(statusOf(result, 'a', 'orphan')).toBe('in');
    expect(statusOf(result, 'a', 'unsupported')).toBe('in');
  });

  it('unknown: a row in review ranks the student strong; not so a weak one', () => {
    expect(status(listsOf([entry()]), 'dibao')).toBe('unknown openMatch');
    expect(status(listsOf([entry()]), 'dibao', [a, person('b', { id: OTHER })])).toBe('unknown openMatch');
    expect(status(listsOf([entry({ name: '王小雪' })]), 'dibao')).toBe('out');
    expect(status(listsOf([entry({ in: [], unknown: ['dibao'] })]), 'dibao')).toBe('unknown openMatch');
    expect(status(listsOf([entry({ in: [] })]), 'dibao')).toBe('out');
  });

  it('unknown: for as many namesakes as can be held open; of the others the run says how many rows it concerns', () => {
    const namesakes = Array.from({ length: 11 }, (_, i) => person(`n${i}`, { id: idOf('20130405', i + 1) }));
    const open = (people: readonly RosterPerson[]) => {
      const result = reconcile(people, listsOf([entry(), entry({ name: '李明', row: 9 })]), [], POLICY);
      const said = result.issues.filter(({ code }) => code === 'match.namesakesNotHeld');
      return {
        held: people.filter(({ key }) => statusOf(result, key, 'dibao') === 'unknown openMatch').length,
        said: said.map(({ values, place }) => [values, place?.row]),
      };
    };
    expect(open(namesakes.slice(0, 10))).toEqual({ held: 10, said: [] });
    expect(open(namesakes)).toEqual({ held: 0, said: [[{ list: 'rural', count: 1 }, 2]] });
    const near = namesakes.map((one, i) => (i === 3 ? one : { ...one, hukou: '990181' }));
    const lists = listsOf([entry({ area: '990102' })]);
    const result = reconcile(near, lists, [], POLICY);
    expect(near.filter(({ key }) => statusOf(result, key, 'dibao') === 'unknown openMatch')).toEqual([
      near[3],
    ]);
  });

  it('out, where a row may be about anybody; the run says how many such rows the list has', () => {
    const rows = [
      entry({ name: '', row: 3 }),
      entry({ name: '四人', row: 4 }),
      entry({ name: '四人', id: '见附页', row: 5 }),
      // These say who they are about: a namesake is held, a whole number is nobody here, a lapsed row gives nothing.
      entry({ name: '王小雨', row: 6 }),
      entry({ name: '赵云', id: OTHER, row: 7 }),
      entry({ name: '', in: [], row: 8 }),
    ];
    const result = reconcile(
      [person('a', { id: CHILD }), person('b', { id: idOf('20130405', 3), name: '李明' })],
      listsOf(rows),
      [],
      POLICY,
    );
    expect(result.issues.filter(({ code }) => code === 'match.nobodyHeld')).toEqual([
      {
        code: 'match.nobodyHeld',
        severity: 'warning',
        place: { file: 'rural.xls', row: 3 },
        values: { list: 'rural', count: 4 },
      },
    ]);
    expect([statusOf(result, 'a', 'dibao'), statusOf(result, 'b', 'dibao')]).toEqual([
      'unknown openMatch',
      'out',
    ]);
    expect(
      reconcile([person('a')], listsOf([entry({ id: CHILD })]), [], POLICY).issues.map(({ code }) => code),
    ).not.toContain('match.nobodyHeld');
  });

  it('unknown: what a repeat of a row in review says is not lost', () => {
    const rows = [
      entry({ list: 'orphans', id: OTHER, row: 3, in: ['orphan'] }),
      entry({ list: 'orphans', id: OTHER, row: 4, in: ['unsupported'] }),
    ];
    const result = reconcile([person('a')], listsOf(rows), [], POLICY);
    expect(result.outcomes.map((o) => o.state)).toEqual(['review', 'duplicate']);
    expect(statusOf(result, 'a', 'orphan')).toBe('unknown openMatch');
    expect(statusOf(result, 'a', 'unsupported')).toBe('unknown openMatch');
  });

  it('unknown: the matched row leaves it open', () => {
    expect(status(listsOf([entry({ id: CHILD, in: [], unknown: ['dibao'] })]), 'dibao')).toBe(
      'unknown rowUnclear',
    );
  });

  it('unknown: each expected list must be there', () => {
    const lists = listsOf([]).filter((l) => l.list !== 'urban');
    expect(status(lists, 'dibao')).toBe('unknown listMissing');
    expect(status(lists, 'orphan')).toBe('out');
    expect(
      status([...lists, ...listsOf([entry({ id: CHILD })]).filter((l) => l.list === 'rural')], 'dibao'),
    ).toBe('in');
    expect(reconcile([a], lists, [], POLICY).issues.map((i) => [i.code, i.values.list])).toContainEqual([
      'match.listMissing',
      'urban',
    ]);
  });

  it('unknown: each expected list must cover the hukou', () => {
    const covers = (urban: readonly string[]): DepartmentList[] =>
      listsOf([]).map((l) => (l.list === 'urban' ? { ...l, covers: urban } : l));
    expect(status(covers(['9901']), 'dibao')).toBe('out');
    expect(status(covers(['990103', '990121']), 'dibao')).toBe('unknown listMissing');
    expect(status(covers(['990103', '990102']), 'dibao')).toBe('out');
    expect(status(covers(['']), 'dibao')).toBe('unknown listMissing');
    expect(status(covers(['9901']), 'dibao', [person('a', { hukou: '' })])).toBe('unknown listMissing');
    expect(status(covers([]), 'dibao', [person('a', { hukou: '' })])).toBe('out');
    // A student with two rows must be covered by both.
    const twice = [a, person('a', { id: CHILD, hukou: '880101' })];
    expect(status(covers(['9901']), 'dibao', twice)).toBe('unknown listMissing');
  });

  it('unknown: a stale list, unless a fresh one covers the same', () => {
    const stale = listsOf([]).map((l) => (l.list === 'rural' ? { ...l, stale: true } : l));
    expect(status(stale, 'dibao')).toBe('unknown listStale');
    expect(status(stale, 'orphan')).toBe('out');
    const fresh = { ...stale.find((l) => l.list === 'rural')!, file: 'rural-new.xls', stale: false };
    expect(status([...stale, fresh], 'dibao')).toBe('out');
    expect(
      status(
        [...stale, fresh].filter((l) => l.list !== 'urban'),
        'dibao',
      ),
    ).toBe('unknown listMissing');
  });

  it('unknown: an expected list is there for the categories that it gives', () => {
    const lists = listsOf([]).map((l) => (l.list === 'urban' ? { ...l, categories: ['other'] } : l));
    expect(status(lists, 'dibao')).toBe('unknown listMissing');
    expect(status(lists, 'other')).toBe('out');
  });

  it('unknown: of two hukous by the worse, whichever row comes first', () => {
    const rural = listsOf([]).find((l) => l.list === 'rural')!;
    const lists = [
      ...listsOf([]).filter((l) => l.list !== 'rural'),
      { ...rural, covers: ['990102'] },
      { ...rural, file: 'old.xls', covers: ['990103'], stale: true },
    ];
    const at = (...hukous: string[]) =>
      status(
        lists,
        'dibao',
        hukous.map((hukou) => person('a', { id: CHILD, hukou })),
      );
    expect(at('990102')).toBe('out');
    expect(at('990103')).toBe('unknown listStale');
    expect(at('990104')).toBe('unknown listMissing');
    expect([at('990102', '990103'), at('990103', '990102')]).toEqual(Array(2).fill('unknown listStale'));
    expect([at('990104', '990103'), at('990103', '990104')]).toEqual(Array(2).fill('unknown listMissing'));
  });

  it('a list that no one expected need not cover everybody', () => {
    const extra = { ...listsOf([])[0]!, list: 'extra', file: 'extra.xls', covers: ['990199'] };
    expect(status([...listsOf([]), extra], 'dibao')).toBe('out');
    const alone = { ...extra, categories: ['special'] };
    expect(status([...listsOf([]), alone], 'special')).toBe('unknown listMissing');
    expect(status([...listsOf([]), { ...alone, covers: [] }], 'special')).toBe('out');
  });
});

describe('the ledger', () => {
  it('adds up in all, per list and per file', () => {
    const rows = [
      entry({ id: CHILD, row: 3 }),
      entry({ id: ADULT, name: '王建国', row: 3, member: 2 }),
      entry({ id: CHILD, row: 5, file: 'rural-2.xls' }),
      entry({ id: CHILD, list: 'urban' }),
    ];
    const { equations } = reconcile([a], listsOf(rows), [], POLICY);
    expect(equations.every((e) => e.holds)).toBe(true);
    const by = Object.fromEntries(equations.map((e) => [e.id, e.left]));
    expect(by).toEqual({
      EQ0: 11,
      EQ1: 4,
      EQ2: 2,
      'EQ0:orphans': 2,
      'EQ1:orphans': 0,
      'EQ2:orphans': 0,
      'EQ0:orphans/orphans.xls': 2,
      'EQ1:orphans/orphans.xls': 0,
      'EQ0:rural': 6,
      'EQ1:rural': 3,
      'EQ2:rural': 1,
      'EQ0:rural/rural.xls': 3,
      'EQ1:rural/rural.xls': 2,
      'EQ0:rural/rural-2.xls': 3,
      'EQ1:rural/rural-2.xls': 1,
      'EQ0:urban': 3,
      'EQ1:urban': 1,
      'EQ2:urban': 1,
      'EQ0:urban/urban.xls': 3,
      'EQ1:urban/urban.xls': 1,
    });
  });

  it('shows a reader that lost a row, and one that counts wrong', () => {
    const [rural, ...rest] = listsOf([entry({ id: CHILD })]);
    const lost = reconcile([a], [{ ...rural!, physicalRows: 4, rowsWithEntries: 2 }, ...rest], [], POLICY);
    expect(lost.equations.filter((e) => !e.holds)).toEqual([
      { id: 'EQ0', left: 8, right: 7, holds: false },
      { id: 'EQ0:rural', left: 4, right: 3, holds: false },
      { id: 'EQ0:rural/rural.xls', left: 4, right: 3, holds: false },
    ]);
    expect(lost.issues.filter((i) => i.severity === 'error').map((i) => i.code)).toEqual([
      ...['match.equation', 'match.equation', 'match.equation'],
      'match.rowCount',
    ]);
  });

  it('shows entries that belong to another list than the one they came with', () => {
    const [rural, ...rest] = listsOf([entry({ id: CHILD })]);
    const strayed = { ...rural!, entries: [{ ...rural!.entries[0]!, list: 'urban' }] };
    const { equations } = reconcile([a], [strayed, ...rest], [], POLICY);
    expect(equations.filter((e) => !e.holds).map((e) => e.id)).toContain('EQ1:rural');
  });
});

describe('reconcileEquations', () => {
  const lists = listsOf([entry({ id: CHILD, row: 3 }), entry({ id: CHILD, row: 4 })]);
  const [first, second] = lists[0]!.entries;
  const outcome = (e: ListEntry, state: EntryState): EntryOutcome => ({
    entry: e,
    state,
    reason: 'exactId',
    student: 'a',
    candidates: [],
  });
  const broken = (...outcomes: EntryOutcome[]): string[] =>
    reconcileEquations(lists, outcomes)
      .filter((e) => !e.holds)
      .map((e) => e.id);

  it('EQ2 shows a student hit twice, and one whom repeats hit and no match does', () => {
    expect(broken(outcome(first!, 'matched'), outcome(second!, 'duplicate'))).toEqual([]);
    expect(broken(outcome(first!, 'matched'), outcome(second!, 'matched'))).toEqual(['EQ2', 'EQ2:rural']);
    expect(broken(outcome(first!, 'duplicate'), outcome(second!, 'duplicate'))).toEqual(['EQ2', 'EQ2:rural']);
  });

  it('EQ0 and EQ1 show an entry lost, and one made up', () => {
    const every = ['EQ0', 'EQ1', 'EQ0:rural', 'EQ1:rural', 'EQ0:rural/rural.xls', 'EQ1:rural/rural.xls'];
    expect(broken(outcome(first!, 'matched'))).toEqual(every);
    const madeUp = outcome(entry({ id: CHILD, row: 5 }), 'duplicate');
    expect(broken(outcome(first!, 'matched'), outcome(second!, 'duplicate'), madeUp)).toEqual(every);
  });
});

describe('issues', () => {
  const codes = (entries: Parameters<typeof listsOf>[0], roster = [a]): string[] =>
    reconcile(roster, listsOf(entries), [], POLICY).issues.map((i) => i.code);

  it('recallLimit: neither guardian IDs nor a relation', () => {
    const bare = entry({ id: CHILD });
    expect(codes([bare])).toContain('match.recallLimit');
    expect(codes([bare, entry({ relation: '之子', row: 3 })])).not.toContain('match.recallLimit');
    const guarded = [person('a', { id: CHILD, guardians: [{ name: '王建国', id: ADULT }] })];
    expect(codes([bare], guarded)).not.toContain('match.recallLimit');
    expect(codes([])).not.toContain('match.recallLimit');
  });

  it('one loud line per file for a column of numbers', () => {
    const rows = [3, 4, 5].map((row) => entry({ id: CHILD, idNotText: true, row }));
    expect(reconcile([a], listsOf(rows), [], POLICY).issues).toContainEqual({
      code: 'id.notText',
      severity: 'warning',
      place: { file: 'rural.xls', row: 3 },
      values: { count: 3, list: 'rural' },
    });
  });

  it('relation words that are not known, stale and empty lists, files and entries handed in twice', () => {
    expect(codes([entry({ relation: '99' })])).toContain('match.relationUnclear');
    const lists = listsOf([entry({ id: CHILD })], { stale: true });
    const found = reconcile([a], [...lists, lists[0]!], [], POLICY).issues.map((i) => i.code);
    for (const code of ['match.listStale', 'match.listEmpty', 'match.listTwice', 'match.entryTwice'])
      expect(found).toContain(code);
    expect(codes([entry({ id: CHILD, in: ['other'] })])).toContain('match.categoryNotOfList');
  });

  it('hold no name and no digit of an ID', () => {
    const rows = [
      entry({ id: CHILD, idNotText: true, relation: '王小雨' }),
      entry({ id: ADULT, name: '王建国', row: 3 }),
    ];
    const text = JSON.stringify(reconcile([a, person('b', { id: CHILD })], listsOf(rows), [], POLICY).issues);
    expect(text).not.toMatch(/王|[0-9]{8}/);
  });
});
