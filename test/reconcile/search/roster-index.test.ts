import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idScan } from '../../../src/reconcile/search/certificate.js';
import { aroundBirth } from '../../../src/reconcile/search/key-columns.js';
import { Postings } from '../../../src/reconcile/search/postings.js';
import { indexRoster } from '../../../src/reconcile/search/roster-index.js';
import { nameForms } from '../../../src/roster/index.js';
import { idOf, person } from '../world.js';

const AS_OF = { y: 2025, m: 10, d: 10 };
const IDS = ['20140305', '20141225', '20120811'].flatMap((birth) =>
  [17, 100, 217, 219].map((n) => idOf(birth, n)),
);
const people = fc
  .array(
    fc.record({
      id: fc.constantFrom(...IDS, '', '无', `${IDS[0]!.slice(0, 15)}000`),
      studentNumber: fc.constantFrom('', ...IDS.map((id) => `G${id}`), `L${IDS[3]}`, 'AB12345678'),
      name: fc.constantFrom('王一', '王二', '李一', ''),
      guardians: fc.array(fc.record({ name: fc.constantFrom('王父', ''), id: fc.constantFrom(...IDS) }), {
        maxLength: 2,
      }),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((row, i) => person(`s${i >> 1}`, { ...row, source: { file: 'r', row: i } })));

describe('postings', () => {
  it('give every position of a key, in order, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 32 - 1 }), { maxLength: 60 }), fc.nat(9), (keys, few) => {
        const all = Uint32Array.from([...keys, few, few, ...keys.map((key) => key % 10)]);
        const postings = new Postings(all);
        for (const key of new Set([...all, 77])) {
          const found: number[] = [];
          postings.each(key, (at) => found.push(at));
          expect(found).toEqual([...all.keys()].filter((at) => all[at] === key));
        }
      }),
    );
  });
});

describe('the index of a roster', () => {
  it('finds the rows of a key as a search through all rows does', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...IDS), (roster, id) => {
        const index = indexRoster(roster, AS_OF);
        const rowsBy = (kind: 'id' | 'alias' | 'number', key: string): string[] => {
          const found: string[] = [];
          index.keys.each(kind, key, ({ row }) => found.push(String(roster[row]!.source.row)));
          return [...new Set(found)].sort();
        };
        const by = (wanted: (p: (typeof roster)[number]) => boolean): string[] =>
          roster
            .filter(wanted)
            .map((p) => String(p.source.row))
            .sort();
        expect(rowsBy('id', id)).toEqual(by((p) => p.id === id));
        expect(rowsBy('alias', id)).toEqual(by((p) => p.studentNumber === `G${id}`));
        expect(rowsBy('number', `L${id}`)).toEqual(by((p) => p.studentNumber === `L${id}`));
        expect(rowsBy('number', 'AB12345678')).toEqual(by((p) => p.studentNumber === 'AB12345678'));
        expect(index.guardians.wardsOf(id)).toHaveLength(
          roster.flatMap((p) => p.guardians).filter((g) => g.id === id).length,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('knows its students by key, and the rows of each', () => {
    fc.assert(
      fc.property(people, (roster) => {
        const index = indexRoster(roster, AS_OF);
        const { students } = index;
        const keys = [...new Set(roster.map((p) => p.key))].sort();
        expect(students.size).toBe(keys.length);
        for (const [student, key] of keys.entries()) {
          expect(students.keyOf(student)).toBe(key);
          expect(students.find(key)).toBe(student);
          expect(students.find(`${key}x`)).toBe(-1);
          expect([...students.rowsOf(student)].map((row) => roster[row])).toEqual(
            roster.filter((p) => p.key === key),
          );
        }
        for (const [row, p] of roster.entries()) expect(keys[index.studentOf[row]!]).toBe(p.key);
      }),
    );
  });

  it('finds who was born on a day, and who has all of an ID but the birth date', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...IDS), (roster, id) => {
        const index = indexRoster(roster, AS_OF);
        const born = new Set<number>();
        index.births.each(Number(id.slice(6, 14)), (row) => born.add(row));
        const around = new Set<number>();
        index.eachAroundBirth(aroundBirth(id), (row) => around.add(row));
        for (const [row, p] of roster.entries()) {
          const ids = [p.id, p.studentNumber.replace(/^G/, '')].filter((text) =>
            /^[0-9]{17}[0-9X]$/.test(text),
          );
          if (ids.some((text) => text.slice(6, 14) === id.slice(6, 14))) expect(born).toContain(row);
          const same = ids.some(
            (text) => text.slice(0, 6) + text.slice(14) === id.slice(0, 6) + id.slice(14),
          );
          expect(around.has(row)).toBe(same);
        }
      }),
    );
  });
});

describe('the names of those born on a day', () => {
  it('pass nobody over who has anything in common with a name, or whose ID is no ID in full', () => {
    const name = fc.constantFrom(
      '王一',
      '王二',
      '李一',
      '汪一',
      '王一一',
      '李王一一',
      '王□',
      '□',
      'wang一',
      '',
    );
    const roster = fc.array(fc.record({ name, id: fc.constantFrom(...IDS, IDS[0]!.slice(0, 15)) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(roster, name, fc.constantFrom(...IDS), (rows, asked, id) => {
        const index = indexRoster(
          rows.map((row, i) => person(`s${i}`, row)),
          AS_OF,
        );
        const day = Number(id.slice(6, 14));
        const forms = nameForms(asked);
        const wanted: number[] = [];
        index.births.each(day, (row) => {
          const theirs = index.names.nameOf[row]!;
          const relation = theirs < 0 || !forms.readable ? 'none' : index.names.relation(forms, theirs);
          if (relation !== 'none' || index.oddTexts.has(row)) wanted.push(row);
        });
        const found: number[] = [];
        index.births.eachMayRelate(day, forms, (row) => {
          found.push(row);
          const { births } = index;
          const born = Array.from({ length: births.endOf(row) - births.startOf(row) }, (_, i) =>
            births.at(births.startOf(row) + i),
          );
          expect(born).toContain(day);
        });
        expect(found).toEqual(expect.arrayContaining(wanted));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a scan over all IDs', () => {
  it('finds exactly the IDs that differ in few characters', () => {
    const apart = (a: string, b: string): number => [...a].filter((sign, i) => sign !== b[i]).length;
    const wanted = fc.constantFrom(...IDS, '99010220140305217X', '110105194912310021', '000000000000000000');
    fc.assert(
      fc.property(people, wanted, fc.nat(6), (roster, id, most) => {
        const index = indexRoster(roster, AS_OF);
        const scan = idScan(index);
        const found: string[] = [];
        scan.each(id, most, (row, distance) => found.push(`${row} ${distance}`));
        const expected: string[] = [];
        for (const [row, p] of roster.entries()) {
          const own = /^[0-9]{17}[0-9X]$/.test(p.id) ? [p.id] : [];
          const ids = p.studentNumber.startsWith('G') ? [...own, p.studentNumber.slice(1)] : own;
          for (const one of new Set(ids))
            if (apart(one, id) <= most) expected.push(`${row} ${apart(one, id)}`);
        }
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });
});
