import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameRelation } from '../../../src/reconcile/compare/name-relation.js';
import { slipsBetween } from '../../../src/reconcile/compare/slips.js';
import { ANYWHERE, aroundCodes, aroundMark } from '../../../src/reconcile/search/around.js';
import { idScan } from '../../../src/reconcile/search/certificate.js';
import { validNeighbours, withoutOne } from '../../../src/reconcile/search/id-neighbours.js';
import {
  beginningsOf,
  hasBeginning,
  indexRoster,
  type RosterIndex,
} from '../../../src/reconcile/search/roster-index.js';
import type { RosterPerson } from '../../../src/reconcile/types.js';
import { checkCharacter, nameForms } from '../../../src/roster/index.js';
import { idOf, person } from '../world.js';

// The index of a roster, asked everything, beside a look at every row.

const AS_OF = { y: 2025, m: 10, d: 10 };
const inArea = (area: string, id: string): string => {
  const seventeen = area + id.slice(6, 17);
  return seventeen + checkCharacter(seventeen);
};
const IDS = [
  idOf('20140305', 17),
  idOf('20140305', 100),
  idOf('20141225', 17),
  idOf('20120811', 217),
  inArea('990103', idOf('20140305', 17)),
];
const WRONG = `${IDS[0]!.slice(0, 17)}${IDS[0]!.endsWith('1') ? '2' : '1'}`;
const CUT = `${IDS[0]!.slice(0, 15)}000`;
const NAMES = ['王一', '王二', '李一', '王一一', '汪一', '王喆', '王哲', '王依', '王□', '张王一一', ''];
const people: fc.Arbitrary<RosterPerson[]> = fc
  .array(
    fc.record({
      id: fc.constantFrom(...IDS, WRONG, CUT, '', '无'),
      studentNumber: fc.constantFrom('', '', `G${IDS[1]}`, `G${IDS[4]}`, `L${IDS[3]}`),
      name: fc.constantFrom(...NAMES),
      hukou: fc.constantFrom('990102', '990103', '990104001', '', 'x'),
      guardians: fc.array(
        fc.record({ name: fc.constantFrom('王父', '王母', ''), id: fc.constantFrom(IDS[2]!, IDS[3]!, '无') }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((row, i) => person(`s${(i * 5) % 4}`, { ...row, source: { file: 'r', row: i } })));
const visited = (run: (visit: (one: number) => void) => void): number[] => {
  const all: number[] = [];
  run((one) => all.push(one));
  return all;
};
const birthsIn = (index: RosterIndex, row: number): number[] =>
  Array.from({ length: index.births.endOf(row) - index.births.startOf(row) }, (_, i) =>
    index.births.at(index.births.startOf(row) + i),
  );
const idsIn = ({ keys }: RosterIndex, row: number): string[] =>
  Array.from({ length: keys.endOf(row) - keys.startOf(row) }, (_, i) => keys.startOf(row) + i)
    .filter((at) => keys.isId(at))
    .map((at) => keys.textAt(at));

describe('the names of a roster', () => {
  it('have their rows in the order of the students, their count of students, and all who are near', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...NAMES, '王伊', '赵云', '王'), (roster, asked) => {
        const index = indexRoster(roster, AS_OF);
        const { names, studentOf } = index;
        const forms = nameForms(asked);
        const n2s = roster
          .map(({ name }) => nameForms(name))
          .map(({ readable, n2 }) => (readable ? n2 : null));
        expect([...names.nameOf].map((name) => (name < 0 ? null : names.n2Of(name)))).toEqual(n2s);
        expect(names.size).toBe(new Set(n2s.filter((n2) => n2 !== null)).size);
        for (let name = 0; name < names.size; name += 1) {
          const n2 = names.n2Of(name);
          expect(names.find(n2)).toBe(name);
          expect(names.formsOf(name).n2).toBe(n2);
          const rows = [...roster.keys()].filter((row) => n2s[row] === n2);
          const byStudent = [...rows].sort((a, b) => studentOf[a]! - studentOf[b]! || a - b);
          expect([...names.rowsOf(name)]).toEqual(byStudent);
          expect(names.students[name]).toBe(new Set(rows.map((row) => studentOf[row])).size);
          expect(visited((visit) => names.eachRow(name, null, (row) => [visit(row), true][1]!))).toEqual(
            byStudent,
          );
          expect(visited((visit) => names.eachRow(name, null, (row) => [visit(row), false][1]!))).toEqual(
            byStudent.slice(0, 1),
          );
        }
        const all = Array.from({ length: names.size }, (_, name) => name);
        const sorted = (some: readonly number[]): number[] => [...some].sort((a, b) => a - b);
        expect(sorted(visited((visit) => names.eachConfusable(forms, visit)))).toEqual(
          all.filter((name) => names.formsOf(name).n3 === forms.n3),
        );
        const near = visited((visit) => names.eachNear(forms, ANYWHERE, visit));
        expect(new Set(near).size).toBe(near.length);
        const wanted = all.filter((name) =>
          ['same', 'sound', 'oneCharacter'].includes(nameRelation(forms, names.formsOf(name))),
        );
        expect(near).toEqual(expect.arrayContaining(wanted));
        // A second asking does not remember the first.
        expect(visited((visit) => names.eachNear(forms, ANYWHERE, visit))).toEqual(near);
        expect(near).not.toContain(names.find('赵云赵云'));
      }),
    );
  });

  it('pass over who is elsewhere and born in another year, and nobody who is there', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(990102, 990103, 990105),
        fc.constantFrom(2014, 2012, 1990),
        (roster, area, year) => {
          const index = indexRoster(roster, AS_OF);
          const { names } = index;
          const codes = aroundCodes([area], [year]);
          const mark = aroundMark([area], [year]);
          for (const [row, { hukou }] of roster.entries()) {
            const ids = idsIn(index, row);
            const areas = [
              /^[0-9]{6}/.test(hukou) ? Number(hukou.slice(0, 6)) : 0,
              ...ids.map((id) => Number(id.slice(0, 6))),
            ];
            const years = birthsIn(index, row).map((birth) => Math.floor(birth / 10_000));
            const there = areas.includes(area);
            expect(index.isAround(row, [area], [])).toBe(there);
            expect(index.isAround(row, [area, 990199], [year])).toBe(
              there && (years.length === 0 || years.includes(year)),
            );
            const name = names.nameOf[row]!;
            if (name < 0) continue;
            const met = visited((visit) => names.eachRow(name, codes, (one) => [visit(one), true][1]!));
            if (there && (years.length === 0 || years.includes(year))) {
              expect(met).toContain(row);
              const forms = names.formsOf(name);
              if (forms.certain)
                expect(visited((visit) => names.eachNear(forms, mark, visit))).toContain(name);
            }
            if (new Set(areas).size === 1 && new Set(years).size === 1)
              expect(met.includes(row)).toBe(there && years.includes(year));
          }
        },
      ),
    );
  });

  it('a mark keeps away who is nowhere near', () => {
    // Of thirty years some share a bit, but not all.
    const index = indexRoster([person('a', { id: IDS[0]!, name: '王一' })], AS_OF);
    const met = Array.from({ length: 30 }, (_, i) => 1980 + i).filter(
      (year) =>
        visited((visit) => index.names.eachNear(nameForms('王一'), aroundMark([990177], [year]), visit))
          .length > 0,
    );
    expect(met.length).toBeLessThan(15);
  });
});

describe('a name beside those born on a day', () => {
  it('meets whom a sign may bring near, and nobody else', () => {
    const roster = ['王一', '李二', '王二三', '赵云飞', '王□', '□□', '欧阳王一', '', '伊明'].map((name, i) =>
      person(`s${i}`, { name, id: IDS[0]! }),
    );
    const index = indexRoster([...roster, person('odd', { name: '赵云', id: CUT })], AS_OF);
    const met = (name: string): string[] =>
      visited((visit) => index.births.eachMayRelate(20_140_305, nameForms(name), visit)).map((row) =>
        row === roster.length ? 'odd' : roster[row]!.name,
      );
    // Of three signs two have to agree; of two one; longer names and what is not known say nothing.
    const always = ['王□', '欧阳王一', '赵云'];
    const says = (name: string): string[] =>
      met(name).filter((one) => !always.includes(one) && one !== 'odd');
    expect(says('王一')).toEqual(['王一', '伊明']);
    expect(says('王二')).toEqual(['王一', '李二', '王二三']);
    expect(says('李飞')).toEqual(['李二']);
    expect(says('赵飞')).toEqual(['赵云飞']);
    expect(says('依明')).toEqual(['王一', '伊明']);
    expect(says('□飞')).toEqual(['赵云飞']);
    expect(says('孙七')).toEqual([]);
    expect(says('')).toEqual([]);
    expect(met('孙七')).toContain('王□');
    expect(met('孙七')).toContain('欧阳王一');
    expect(visited((visit) => index.births.eachMayRelate(20_140_306, nameForms('王一'), visit))).toEqual([]);
    // Nobody is born on a day because somebody was born on another, of forty days, some of which stand together.
    const days = Array.from({ length: 40 }, (_, i) => 20_140_101 + (i % 28) + 100 * (i % 12));
    const born = indexRoster(
      days.map((day, i) => person(`s${i}`, { name: '王一', id: idOf(String(day), 7) })),
      AS_OF,
    );
    for (const day of days) {
      const rows = days.flatMap((one, row) => (one === day ? [row] : []));
      expect(visited((visit) => born.births.each(day, visit))).toEqual(rows);
      expect(visited((visit) => born.births.eachMayRelate(day, nameForms('王一'), visit))).toEqual(rows);
    }
    const scan = idScan(index);
    const related: string[] = [];
    scan.each(IDS[0]!, 0, (row, _, place) => {
      if (scan.mayRelate(nameForms('王二'))(place)) related.push(roster[row]!.name);
    });
    expect(related.filter((one) => !always.includes(one))).toEqual(['王一', '李二', '王二三']);
  });
});

describe('the guardians of a roster', () => {
  it('lead to their children, by ID and by name, and from one child to the others', () => {
    fc.assert(
      fc.property(people, (roster) => {
        const { guardians } = indexRoster(roster, AS_OF);
        const readable = (id: string): boolean => /^[0-9]{17}[0-9X]$/.test(id);
        const all = roster.flatMap((p, row) => p.guardians.map((g) => ({ ...g, row })));
        expect(guardians.size).toBe(all.filter(({ id }) => readable(id)).length);
        for (const [row, p] of roster.entries()) {
          const own = new Set(p.guardians.map(({ id }) => id).filter(readable));
          expect(guardians.countOf(row)).toBe(own.size);
          expect([...guardians.siblingsOf(row)].sort()).toEqual(
            [...roster.keys()].filter((other) => roster[other]!.guardians.some(({ id }) => own.has(id))),
          );
        }
        for (const id of [IDS[2]!, IDS[3]!, '无'])
          expect(guardians.wardsOf(id)).toEqual(
            all
              .filter((one) => one.id === id && readable(id))
              .map(({ row, name }) => ({ row, guardianName: name })),
          );
        for (const name of ['王父', '王母', '', '赵'])
          expect(guardians.named(name)).toEqual(
            name === ''
              ? []
              : all
                  .filter((one) => one.name === name)
                  .map(({ row, id }) => ({ row, ids: readable(id) ? [id] : [] })),
          );
      }),
    );
  });
});

describe('IDs that are not whole or not right', () => {
  it('are found by their beginning, and by themselves without one character', () => {
    fc.assert(
      fc.property(people, (roster) => {
        const index = indexRoster(roster, AS_OF);
        const cut = [...roster.keys()].filter((row) => roster[row]!.id === CUT);
        expect([...beginningsOf(IDS[0]!, index)]).toEqual(cut);
        expect(hasBeginning(IDS[0]!, index)).toBe(cut.length > 0);
        expect([...beginningsOf(IDS[3]!, index)]).toEqual([]);
        expect(hasBeginning(IDS[3]!, index)).toBe(false);
        const wanted = new Map<string, number[]>();
        for (const [row, p] of roster.entries()) {
          const wrong = idsIn(index, row).filter(
            (id) =>
              checkCharacter(id) !== id[17] || roster.some((other) => other.key !== p.key && other.id === id),
          );
          const odd = (index.oddTexts.get(row) ?? []).filter(({ length }) => length >= 14 && length <= 24);
          for (const text of new Set([...wrong, ...odd].flatMap(withoutOne)))
            wanted.set(text, [...(wanted.get(text) ?? []), row]);
        }
        expect(new Map([...index.faulty].sort())).toEqual(new Map([...wanted].sort()));
        // What another student has too, is wrong for one of them.
        const twice = indexRoster([person('a', { id: IDS[0]! }), person('b', { id: IDS[0]! })], AS_OF);
        expect(twice.faulty.get(IDS[0]!)).toEqual([0, 1]);
        expect(indexRoster([person('a', { id: IDS[0]! })], AS_OF).faulty.size).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('texts of fourteen to twenty-four characters are compared, no others', () => {
    const text = (length: number): string => '9901022014030501712345678'.slice(0, length);
    for (const length of [9, 13, 14, 17, 19, 24, 25]) {
      const index = indexRoster([person('a', { id: text(length) })], AS_OF);
      const held = [...(index.oddTexts.get(0) ?? [])].some((one) => index.faulty.has(one));
      expect(held, String(length)).toBe(length >= 14 && length <= 24);
    }
  });
});

describe('texts around an ID', () => {
  const exchanged = (text: string, i: number, j: number): string => {
    const signs = [...text];
    [signs[i], signs[j]] = [signs[j]!, signs[i]!];
    return signs.join('');
  };
  /** Every right ID from which a slip leads to the text. */
  function plain(text: string): string[] {
    const found = new Set<string>();
    const signs = [...'0123456789X'];
    if (text.length === 17)
      for (let i = 0; i < 18; i += 1) for (const s of signs) found.add(text.slice(0, i) + s + text.slice(i));
    if (text.length === 19) for (let i = 0; i < 19; i += 1) found.add(text.slice(0, i) + text.slice(i + 1));
    if (text.length === 18) {
      found.add(text.slice(0, 10) + text.slice(12, 14) + text.slice(10, 12) + text.slice(14));
      if (!(/^[0-9]{17}[0-9X]$/.test(text) && checkCharacter(text) === text[17]))
        for (let i = 0; i < 18; i += 1) {
          for (const s of signs) found.add(text.slice(0, i) + s + text.slice(i + 1));
          if (i < 17) found.add(exchanged(text, i, i + 1));
          if (i < 16) found.add(exchanged(text, i, i + 2));
        }
    }
    found.delete(text);
    return [...found].filter((id) => /^[0-9]{17}[0-9X]$/.test(id) && checkCharacter(id) === id[17]);
  }

  it('are those from which a slip leads to it, each once', () => {
    for (const id of [...IDS, idOf('20141225', 11), idOf('20120811', 20)])
      for (const text of [
        id,
        WRONG,
        exchanged(id, 3, 4),
        exchanged(id, 12, 14),
        exchanged(id, 16, 17),
        `${id.slice(0, 7)}?${id.slice(8)}`,
        `${id.slice(0, 17)}?`,
        `${id.slice(0, 16)}X${id.slice(17)}`,
        ...[0, 5, 13, 17].map((i) => id.slice(0, i) + (((Number(id[i]) || 0) + 4) % 10) + id.slice(i + 1)),
        ...[0, 9, 16].map((i) => id.slice(0, i) + id.slice(i + 1)),
        ...[0, 9, 18].map((i) => `${id.slice(0, i)}7${id.slice(i)}`),
        id.slice(0, 16),
      ]) {
        const found = validNeighbours(text);
        expect(new Set(found).size).toBe(found.length);
        expect([...found].sort(), text).toEqual(plain(text).sort());
      }
  });

  it('without one of their characters, each once', () => {
    expect([...withoutOne('aab')].sort()).toEqual(['aa', 'aab', 'ab']);
    expect(withoutOne('')).toEqual(['']);
    for (const text of ['abc', 'abcd']) {
      expect(withoutOne(text)).toHaveLength(text.length + 1);
      for (const one of withoutOne(text)) expect(slipsBetween(text, one, 3)).toBeLessThan(2);
    }
  });
});

it('a scan finds exactly the near among more IDs than fit a word, whatever their dates', () => {
  const roster = Array.from({ length: 150 }, (_, i) =>
    person(`s${i}`, {
      id: inArea(
        i % 4 === 0 ? '980103' : '990102',
        idOf(i % 5 < 3 ? '20140305' : `2014${String(1 + (i % 12)).padStart(2, '0')}15`, (i * 37) % 1000),
      ),
    }),
  );
  const scan = idScan(indexRoster(roster, AS_OF));
  expect(scan.size).toBe(150);
  const apart = (a: string, b: string): number => [...a].filter((sign, i) => sign !== b[i]).length;
  for (const { id } of roster.filter((_, i) => i % 15 === 0))
    for (const most of [0, 1, 2, 3, 4, 5, 8]) {
      const found: string[] = [];
      const places = new Set<number>();
      scan.each(id, most, (row, distance, place) => {
        found.push(`${row} ${distance}`);
        places.add(place);
      });
      const wanted = roster.flatMap((p, row) =>
        apart(p.id, id) <= most ? [`${row} ${apart(p.id, id)}`] : [],
      );
      expect(found.sort()).toEqual(wanted.sort());
      expect(places.size).toBe(found.length);
    }
  scan.each('无', 18, () => expect.unreachable());
});
