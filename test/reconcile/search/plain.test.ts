import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyKind } from '../../../src/reconcile/entry-reading.js';
import { NamesBeside } from '../../../src/reconcile/names-beside.js';
import { ANYWHERE, ASK, aroundCode, aroundCodes, aroundMark } from '../../../src/reconcile/search/around.js';
import { type Holding, KeyColumnsBuilder } from '../../../src/reconcile/search/key-columns.js';
import { linksOf } from '../../../src/reconcile/search/links.js';
import type { NameIndex } from '../../../src/reconcile/search/name-index.js';
import { NameTable } from '../../../src/reconcile/search/name-table.js';
import { NumberList } from '../../../src/reconcile/search/number-list.js';
import { PairTable } from '../../../src/reconcile/search/pair-table.js';
import { Buckets, Postings } from '../../../src/reconcile/search/postings.js';
import { signColumn } from '../../../src/reconcile/search/sign-column.js';
import { StudentsBuilder } from '../../../src/reconcile/search/students.js';
import { TextColumn } from '../../../src/reconcile/search/text-column.js';
import { several } from '../../../src/reconcile/set-pass.js';
import { compareText, nameForms } from '../../../src/roster/index.js';
import { idOf, person } from '../world.js';

// The columns and tables that a roster is kept in, each beside the plain list that it stands for.

/** Whole numbers in an order that looks like none, the same each time. */
const scattered = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => (i * 2_654_435_761) % 4_294_967_291);

describe('columns that grow', () => {
  it('keep what was in them, and forget it when they are done', () => {
    const list = new NumberList();
    for (const number of scattered(100)) list.push(number);
    list.set(40, 7);
    const wanted = scattered(100).map((number, i) => (i === 40 ? 7 : number));
    expect(wanted.map((_, i) => list.at(i))).toEqual(wanted);
    expect([...list.done()]).toEqual(wanted);
    list.push(3);
    expect([list.length, list.at(0), [...list.done()]]).toEqual([1, 3, [3]]);
  });

  it.each([255, 256, 257, 511, 512, 513, 1500])('texts around the length %i', (length) => {
    const texts = ['a', 'é'.repeat(length), 'b'.repeat(length), '', '王'.repeat(length), 'c'];
    const column = new TextColumn();
    for (const text of texts) column.push(text);
    expect(column.length).toBe(texts.length);
    expect(texts.map((_, i) => column.at(i))).toEqual(texts);
    expect(texts.map((text, i) => column.is(i, text))).toEqual(texts.map(() => true));
    expect(texts.map((text, i) => column.is(i, `${text.slice(0, -1)}?`))).toEqual(texts.map(() => false));
    for (const [i, text] of texts.entries())
      for (const [j, other] of texts.entries())
        expect(Math.sign(column.compare(i, j))).toBe(Math.sign(compareText(text, other)));
  });

  it('a text of more signs than a call takes arguments', () => {
    const column = new TextColumn();
    const long = '长'.repeat(300_000);
    column.push(long);
    expect(column.at(0) === long).toBe(true);
  });

  it('many short texts', () => {
    const column = new TextColumn();
    const texts = scattered(300).map((number, i) => (i === 200 ? '王' : String(number)));
    for (const text of texts) column.push(text);
    expect(texts.map((_, i) => column.at(i))).toEqual(texts);
  });
});

describe('tables that grow', () => {
  const few = scattered(40).map((number) => number % 7);

  it('give each pair its number, and both ways round are two', () => {
    const table = new PairTable();
    const pairs = scattered(301)
      .slice(1)
      .map((number, i): [number, number] => [few[i % 40]!, number]);
    const all = [...pairs, ...pairs.map(([a, b]): [number, number] => [b, a])];
    expect(all.map((pair) => table.find(...pair))).toEqual(all.map(() => -1));
    expect(all.map((pair) => table.add(...pair))).toEqual([...all.keys()]);
    expect(all.map((pair) => table.add(...pair))).toEqual([...all.keys()]);
    expect(all.map((pair) => table.find(...pair))).toEqual([...all.keys()]);
    expect(pairs.map(([a, b]) => table.find(a, b + 1))).toEqual(pairs.map(() => -1));
    expect(table.size).toBe(600);
  });

  it('know no pair before it comes, at any size', () => {
    for (let size = 0; size < 140; size += 1) {
      const table = new PairTable();
      for (let i = 0; i < size; i += 1) table.add(i + 1, i);
      expect(table.find(0, 0)).toBe(-1);
      expect([table.add(0, 0), table.find(0, 0), table.size]).toEqual([size, size, size + 1]);
    }
  });

  it('give each name its number, and no name the number of one that has it in it', () => {
    const table = new NameTable();
    const names = scattered(300).map((number) => String.fromCodePoint(0x4e00 + (number % 5000), 0x738b));
    const all = [...new Set(names.flatMap((name) => [name, `${name}一`, name.slice(0, 1)]))];
    expect(all.map((name) => table.add(name))).toEqual([...all.keys()]);
    expect(all.map((name) => table.find(name))).toEqual([...all.keys()]);
    expect(all.map((_, i) => table.textOf(i))).toEqual(all);
    expect([table.find(''), table.find('王一王王'), table.find('未')]).toEqual([-1, -1, -1]);
    expect(table.size).toBe(all.length);
    expect(table.signCount).toBe(new Set(all.join('')).size);
    for (const [i, name] of all.entries()) {
      const signs: string[] = [];
      for (let at = table.startOf(i); at < table.endOf(i); at += 1)
        signs.push(String.fromCodePoint(table.codeOf(table.signAt(at))));
      expect(signs.join('')).toBe(name);
    }
  });

  it('know which groups have several items, however many groups there are', () => {
    const groups = [0, 5, 1023, 1024, 1025, 1024, 5, -1, -1, 9000, 4000, 9000, 9000, 2047, 2048, 2048];
    const isSeveral = several(groups.length, (i) => groups[i]!);
    expect([0, 5, 1023, 1024, 1025, 9000, 4000, 2047, 2048, 7, 20_000].map(isSeveral)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(several(0, () => 0)(0)).toBe(false);
    // The first of a thousand groups more than there is room for.
    expect(several(2, () => 1024)(1024)).toBe(true);
  });
});

describe('numbers by key', () => {
  const keys = Uint32Array.from([...scattered(500), ...scattered(40), 3, 3, 0, 2 ** 32 - 1]);

  it('stand in a stretch that holds all of a key, in their order; the stretches hold each once', () => {
    const buckets = new Buckets(keys);
    const starts = new Set<string>();
    for (const key of keys) {
      const [from, to] = [buckets.startOf(key), buckets.endOf(key)];
      starts.add(`${from} ${to}`);
      const items = Array.from({ length: to - from }, (_, i) => buckets.itemAt(from + i));
      expect(items).toEqual([...items].sort((a, b) => a - b));
      expect(items.filter((item) => keys[item] === key)).toEqual(
        [...keys.keys()].filter((item) => keys[item] === key),
      );
      // Keys are spread, so that a look-up reads a few.
      expect(items.length).toBeLessThan(40);
    }
    const held = [...starts].reduce((sum, one) => {
      const [from, to] = one.split(' ').map(Number);
      return sum + to! - from!;
    }, 0);
    expect(held).toBe(keys.length);
    expect([...buckets.column((item) => item * 2)]).toEqual(
      Array.from(keys, (_, place) => buckets.itemAt(place) * 2),
    );
  });

  it('dates and plain numbers are spread as well', () => {
    const days = Uint32Array.from({ length: 4000 }, (_, i) => 20_140_101 + i);
    const buckets = new Buckets(days);
    for (const day of days) expect(buckets.endOf(day) - buckets.startOf(day)).toBeLessThan(12);
  });

  it('come with their items, and only those with a mark in common', () => {
    const items = keys.map((_, i) => keys.length - 1 - i);
    const marks = keys.map((_, i) => 1 << (i % 3));
    const [marked, unmarked] = [new Postings(keys, items, marks), new Postings(keys, items)];
    const found = (run: (visit: (item: number) => void) => void): number[] => {
      const all: number[] = [];
      run((item) => all.push(item));
      return all;
    };
    for (const key of [...keys.slice(0, 45), 3, 0, 99]) {
      const wanted = [...items].filter((_, i) => keys[i] === key);
      expect(found((visit) => marked.each(key, visit))).toEqual(wanted);
      expect(found((visit) => unmarked.eachMarked(key, 1, visit))).toEqual(wanted);
      for (const mark of [1, 2, 4, 5, 8])
        expect(found((visit) => marked.eachMarked(key, mark, visit))).toEqual(
          wanted.filter((item) => (marks[item]! & mark) !== 0),
        );
    }
  });
});

describe('the signs of names', () => {
  it('are looked at only where their numbers have room; of others nothing is said at sight', () => {
    const signs: readonly (readonly [number, number, number])[] = [
      [0xffff, 0, 0],
      [1, 0x1_0000, 0],
      [0xfffe, 1, 2],
      [3, 4, 0],
    ];
    const names = {
      nameOf: Int32Array.from([0, 1, 2, 3, -1]),
      shortSigns: (name: number) => signs[name]!,
      nearSigns: () => ({
        near: Uint8Array.from({ length: 0x1_0000 }, (_, i) => (i === 4 ? 1 : 0)),
        least: 2,
      }),
    } as unknown as NameIndex;
    const column = signColumn(names, Uint32Array.from([0, 1, 2, 3, 4]));
    expect([0, 1, 2, 3, 4].map(column.mayRelate(nameForms('王一')))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect([0, 1, 2, 3, 4].map(column.mayRelate(nameForms('')))).toEqual([true, true, false, false, false]);
  });
});

describe('marks and codes of divisions and years', () => {
  it('tell most apart, and one place and year exactly', () => {
    const marks = new Set<number>();
    for (let year = 2000; year < 2025; year += 1) {
      const mark = aroundMark([990102], [year]);
      marks.add(mark);
      expect(mark & (mark - 1)).toBe(0);
      expect(mark).toBeGreaterThan(0);
      expect(aroundCodes([990102], [year])).toContain(aroundCode([990102], [year]));
      expect(aroundCodes([990103], [year])).not.toContain(aroundCode([990102], [year]));
      expect(aroundCodes([990102], [year + 1])).not.toContain(aroundCode([990102], [year]));
      expect(aroundCodes([990102], [year])).toContain(ASK);
    }
    expect(marks.size).toBeGreaterThan(10);
    expect(aroundMark([990102], [])).toBe(ANYWHERE);
    expect([aroundCode([990102, 990103], [2014]), aroundCode([990102], [2014, 2015])]).toEqual([ASK, ASK]);
    expect(aroundCode([990102], [])).toBe(ASK);
    expect(aroundCode([990102], [2014])).not.toBe(ASK);
  });
});

/** Bodies that share parts, and texts that are no ID. */
const BODIES = [
  idOf('20140305', 17),
  idOf('20140305', 100),
  idOf('20141225', 17),
  '990103201403050175',
  '99010220140305017X',
  '000000000000000000',
];
const KINDS: readonly KeyKind[] = ['id', 'alias', 'number'];
const keyText = (kind: KeyKind, body: string, letter: string): string =>
  kind === 'number' ? letter + body : body;
const key = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    body: fc.constantFrom(...BODIES, '1234567890', 'AB12345678', '99010220140305017Y'),
    letter: fc.constantFrom('G', 'J', 'L', 'B'),
    sure: fc.boolean(),
  })
  .map(({ kind, body, letter, sure }) => ({ kind, key: keyText(kind, body, letter), body, sure }));

describe('the keys of rows', () => {
  const rows = fc.array(fc.array(key, { maxLength: 4 }), { maxLength: 6 });

  it('are found by kind and text, sure where one of a row is so, and told by place', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const builder = new KeyColumnsBuilder();
        for (const [row, own] of all.entries())
          for (const { kind, key: text, sure } of own) builder.add(row, kind, text, sure);
        const columns = builder.done(all.length);
        const studentOf = Int32Array.from(all, (_, row) => row >> 1);
        const packs = (text: string): boolean => /^[0-9]{17}[0-9X]$/.test(text);
        /** Rows that hold a key, and whether one of the times they do is sure. */
        const holders = (kind: KeyKind, text: string): string[] =>
          all.flatMap((own, row) => {
            const held = own.filter((one) => one.kind === kind && one.key === text);
            return held.length === 0 ? [] : [`${row} ${held.some(({ sure }) => sure)}`];
          });
        const said = (list: string[]) => (holding: Holding) => {
          list.push(`${holding.row} ${holding.sure}`);
        };
        for (const body of BODIES) {
          for (const letter of ['G', 'J', 'L']) {
            const found: string[] = [];
            columns.each('number', letter + body, said(found));
            expect(found).toEqual(holders('number', letter + body));
          }
          const [ids, aliases]: [string[], string[]] = [[], []];
          columns.eachId(body, said(ids), said(aliases));
          expect([ids, aliases]).toEqual([holders('id', body), holders('alias', body)]);
          for (const kind of ['id', 'alias'] as const) {
            const found: string[] = [];
            columns.each(kind, body, said(found));
            expect(found).toEqual(holders(kind, body));
          }
        }
        // What is kept as a text is kept as often as it was handed in.
        for (const text of ['AB12345678', '1234567890', '99010220140305017Y']) {
          const [ids, aliases]: [string[], string[]] = [[], []];
          columns.eachId(text, said(ids), said(aliases));
          const each = (kind: KeyKind) =>
            all.flatMap((own, row) =>
              own.filter((one) => one.kind === kind && one.key === text).map(({ sure }) => `${row} ${sure}`),
            );
          expect([ids, aliases]).toEqual([each('id'), each('alias')]);
        }
        // By place: one for each different body of a row.
        for (const [row, own] of all.entries()) {
          const bodies = [
            ...new Set(
              own
                .filter(
                  ({ kind, key: text, body }) => packs(body) && (kind !== 'number' || /^[GJL]/.test(text)),
                )
                .map(({ body }) => body),
            ),
          ];
          const places = Array.from(
            { length: columns.endOf(row) - columns.startOf(row) },
            (_, i) => columns.startOf(row) + i,
          );
          expect(places.map((at) => columns.textAt(at))).toEqual(bodies);
          for (const at of places) {
            const body = columns.textAt(at);
            const ids = own.filter((one) => one.body === body && one.kind !== 'number');
            expect(columns.rows[at]).toBe(row);
            expect(columns.isId(at)).toBe(ids.length > 0);
            const sureOf = (kind: KeyKind): boolean =>
              ids.filter((one) => one.kind === kind).every((one) => !one.sure) &&
              ids.some((one) => one.kind === kind);
            if (ids.length > 0) expect(columns.isSureId(at)).toBe(!sureOf('id') && !sureOf('alias'));
            expect(columns.areaAt(at)).toBe(Number(body.slice(0, 6)));
            expect(columns.sequenceAt(at)).toBe(Number(body.slice(14, 17)));
            const held = all.flatMap((other, r) =>
              other.some((one) => one.kind === 'id' && one.body === body) ? [r] : [],
            );
            const found: number[] = [];
            columns.eachHolder(at, (r) => found.push(r));
            expect(found).toEqual(held);
            expect(columns.isShared(at, studentOf)).toBe(held.some((r) => r >> 1 !== row >> 1));
          }
        }
      }),
    );
  });

  it('a link is each way in which a row and a reading share a key, and is sure where both are', () => {
    fc.assert(
      fc.property(rows, fc.array(key, { maxLength: 3 }), (all, asked) => {
        const builder = new KeyColumnsBuilder();
        for (const [row, own] of all.entries())
          for (const { kind, key: text, sure } of own) builder.add(row, kind, text, sure);
        const studentOf = Int32Array.from(all, (_, row) => row >> 1);
        const links = linksOf({ keys: builder.done(all.length), studentOf }, { keys: asked });
        const wanted = new Set<string>();
        for (const one of asked)
          for (const [row, own] of all.entries())
            for (const theirs of own) {
              if (theirs.key !== one.key || (theirs.kind === 'number') !== (one.kind === 'number')) continue;
              const why = one.kind === 'id' && theirs.kind === 'id' ? 'sameId' : 'sameStudentNumber';
              wanted.add(`${row >> 1} ${row} ${why}`);
            }
        const found = [...links].flatMap(([student, ways]) =>
          ways.map(({ row, why }) => `${student} ${row} ${why}`),
        );
        expect([...new Set(found)].sort()).toEqual([...wanted].sort());
        for (const ways of links.values())
          for (const { row, sure } of ways)
            if (sure) {
              const held = all[row]!.filter(
                (theirs) => theirs.sure && asked.some((o) => o.key === theirs.key),
              );
              expect(held.length).toBeGreaterThan(0);
              expect(asked.some((one) => one.sure)).toBe(true);
            }
      }),
    );
  });
});

describe('names beside an ID', () => {
  it('are counted up to two, the unreadable not at all', () => {
    const [a, b, c] = [idOf('20140305', 1), idOf('20140305', 2), idOf('20140305', 3)];
    const beside = new NamesBeside();
    const add = (id: string, name: string, kind: KeyKind = 'id') =>
      beside.add({
        keys: [{ key: id, kind, sure: true }],
        own: { text: id },
        name: nameForms(name),
      } as never);
    expect(add(a, '王一').own).toBe(0);
    expect([beside.count(a), beside.countOf(0)]).toEqual([1, 1]);
    add(a, '王一');
    add(a, '□');
    add(a, '');
    expect(beside.count(a)).toBe(1);
    expect(add(b, '王二').own).toBe(1);
    expect([beside.count(a), beside.count(b)]).toEqual([1, 1]);
    add(a, '王二');
    add(a, '王三');
    add(b, '王二', 'alias');
    expect([beside.count(a), beside.count(b), beside.count(c)]).toEqual([2, 1, 0]);
    add(c, '王四', 'number');
    expect([beside.count(c), beside.count('无'), beside.size]).toEqual([0, 0, 3]);
  });

  it('are counted however many IDs there are', () => {
    const ids = Array.from({ length: 100 }, (_, i) => idOf('20140305', i + 1));
    const beside = new NamesBeside();
    const add = (id: string, name: string) =>
      beside.add({
        keys: [{ key: id, kind: 'id', sure: true }],
        own: { text: id },
        name: nameForms(name),
      } as never);
    for (const id of ids) add(id, '王一');
    for (const [i, id] of ids.entries()) if (i % 2 === 0) add(id, '王二');
    expect(ids.map((id) => beside.count(id))).toEqual(ids.map((_, i) => (i % 2 === 0 ? 2 : 1)));
  });
});

describe('students', () => {
  it('in whatever order their rows come: by key, with their rows, hukous and schools', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            key: fc.constantFrom('b', 'a', 'ab', 'c', '\u{1F4A7}', '\u{FFFD}', ''),
            hukou: fc.constantFrom('990102', ' 990102 ', '990103', ''),
            school: fc.constantFrom('甲', '乙', ''),
          }),
          { maxLength: 8 },
        ),
        fc.boolean(),
        (cells, sorted) => {
          const rows = sorted ? [...cells].sort((a, b) => compareText(a.key, b.key)) : cells;
          const builder = new StudentsBuilder();
          for (const row of rows) builder.add(person(row.key, row));
          const students = builder.done();
          const keys = [...new Set(rows.map((row) => row.key))].sort(compareText);
          expect(keys.map((_, student) => students.keyOf(student))).toEqual(keys);
          expect([...students.studentOf]).toEqual(rows.map((row) => keys.indexOf(row.key)));
          expect(students.find('zz')).toBe(-1);
          expect([...students.byStudent]).toEqual(
            keys.flatMap((_, student) => [...students.rowsOf(student)]),
          );
          for (const [student, key] of keys.entries()) {
            expect(students.find(key)).toBe(student);
            const own = rows.filter((row) => row.key === key);
            expect(students.hukousOf(student)).toEqual(
              [...new Set(own.map((row) => row.hukou.trim()))].sort(),
            );
          }
          expect(rows.map((_, row) => students.schoolOf(row))).toEqual(rows.map((row) => row.school));
          expect(rows.map((_, row) => students.hukouOf(row))).toEqual(rows.map((row) => row.hukou));
        },
      ),
    );
  });

  it('are found among many', () => {
    const builder = new StudentsBuilder();
    const keys = scattered(400).map((number) => `G${number}`);
    for (const key of keys) builder.add(person(key));
    const students = builder.done();
    const sorted = [...keys].sort(compareText);
    expect(sorted.map((key) => students.find(key))).toEqual([...sorted.keys()]);
    expect(keys.map((key) => students.find(`${key}x`))).toEqual(keys.map(() => -1));
  });
});
