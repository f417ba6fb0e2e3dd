import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chains } from '../../../src/reconcile/chains.js';
import { ANYWHERE, aroundCode, aroundCodes, aroundMark } from '../../../src/reconcile/search/around.js';
import { groupItems, NumberList } from '../../../src/reconcile/search/number-list.js';
import { highPart, lowPart, unpacked } from '../../../src/reconcile/search/packed-id.js';
import { PairTable } from '../../../src/reconcile/search/pair-table.js';
import { TextColumn } from '../../../src/reconcile/search/text-column.js';
import { compareText } from '../../../src/roster/index.js';

/** Of one unit and of two, alone and lost halves, on both sides of where units and code points order differently. */
const SIGNS = [...'aG09é王\u{E863}\u{FFFD}\u{1F4A7}', '\uD800', '\uDC00'];
const NUMBER = fc.nat({ max: 2 ** 32 - 1 });

describe('columns', () => {
  it('of numbers give back what was added', () => {
    fc.assert(
      fc.property(fc.array(NUMBER, { maxLength: 80 }), (numbers) => {
        const list = new NumberList();
        for (const number of numbers) list.push(number);
        for (const [i, number] of numbers.entries()) expect(list.at(i)).toBe(number);
        expect([...list.done()]).toEqual(numbers);
        expect(list.length).toBe(0);
      }),
    );
  });

  it('of texts give back each, and their order by code point', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.constantFrom(...SIGNS), { maxLength: 4 }).map((signs) => signs.join('')),
          {
            maxLength: 6,
          },
        ),
        (texts) => {
          const column = new TextColumn();
          for (const text of texts) column.push(text);
          const sign = (order: number): number => Math.sign(order);
          expect(texts.map((_, i) => column.at(i))).toEqual(texts);
          const wanted = texts.map((text) => texts.map((other) => sign(compareText(text, other))));
          expect(texts.map((_, i) => texts.map((__, j) => sign(column.compare(i, j))))).toEqual(wanted);
          const equal = texts.map((text) => texts.map((other) => text === other));
          expect(texts.map((_, i) => texts.map((other) => column.is(i, other)))).toEqual(equal);
        },
      ),
    );
  });

  it('of a text longer than a call takes', () => {
    const column = new TextColumn();
    const long = '长'.repeat(10_000);
    column.push('a');
    column.push(long);
    expect(column.at(1)).toBe(long);
    expect(column.at(0)).toBe('a');
  });

  it('of IDs give back the eighteen characters', () => {
    const id = fc.stringMatching(/^[0-9]{17}[0-9X]$/);
    fc.assert(
      fc.property(id, (text) => {
        expect(unpacked(highPart(text), lowPart(text))).toBe(text);
      }),
    );
  });

  it('in groups: every item stands in its group, in the order that was asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 30 }), (groupOf) => {
        const backwards = Uint32Array.from(groupOf.keys()).reverse();
        for (const order of [undefined, backwards]) {
          const { starts, items } = groupItems(5, groupOf.length, (item) => groupOf[item]!, order);
          const taken = order === undefined ? [...groupOf.keys()] : [...order];
          for (let group = 0; group < 5; group += 1)
            expect([...items.subarray(starts[group]!, starts[group + 1]!)]).toEqual(
              taken.filter((item) => groupOf[item] === group),
            );
        }
      }),
    );
  });
});

describe('tables', () => {
  it('of pairs number each pair once, in the order in which they came', () => {
    const side = fc.oneof(fc.nat(3), fc.nat({ max: 2 ** 32 - 1 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side), { maxLength: 90 }), (pairs) => {
        const table = new PairTable();
        const known = [...new Set(pairs.map((pair) => pair.join(' ')))];
        for (const pair of pairs) expect(table.add(...pair)).toBe(known.indexOf(pair.join(' ')));
        expect(table.size).toBe(known.length);
        for (const pair of pairs) expect(table.find(...pair)).toBe(known.indexOf(pair.join(' ')));
        expect(table.find(5, 5)).toBe(known.indexOf('5 5'));
      }),
    );
  });

  it('of chains give the items of a group in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 30 }), (groups) => {
        const chains = new Chains(6);
        for (const [item, group] of groups.entries()) expect(chains.add(group)).toBe(item);
        for (let group = 0; group < 6; group += 1) {
          const items = [...groups.keys()].filter((item) => groups[item] === group);
          expect(chains.itemsOf(group)).toEqual(items);
          expect(chains.isEmpty(group)).toBe(items.length === 0);
        }
      }),
    );
  });
});

describe('marks of divisions and years', () => {
  const areas = fc.array(fc.constantFrom(990102, 990103, 990121, 0), { minLength: 1, maxLength: 3 });
  const years = fc.array(fc.integer({ min: 1990, max: 2025 }), { maxLength: 3 });

  it('have a bit in common where a division and a year are the same, or no year is given', () => {
    fc.assert(
      fc.property(areas, years, areas, years, (a, x, b, y) => {
        const meet =
          a.some((area) => b.includes(area)) &&
          (x.length === 0 || y.length === 0 || x.some((year) => y.includes(year)));
        if (meet) expect(aroundMark(a, x) & aroundMark(b, y)).not.toBe(0);
        expect(aroundMark(a, x) & ANYWHERE).not.toBe(0);
        // A row that is not known by its code has the one that asks.
        const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];
        if (meet && x.length > 0) expect(aroundCodes(a, x)).toContain(aroundCode(distinct(b), distinct(y)));
      }),
    );
  });
});
