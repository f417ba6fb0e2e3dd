import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameRelation } from '../../../src/reconcile/compare/name-relation.js';
import { NameRelations } from '../../../src/reconcile/search/name-relations.js';
import { NameTable } from '../../../src/reconcile/search/name-table.js';
import { isReadable, n2Of, nameForms } from '../../../src/roster/index.js';

/** Few signs, so that names meet: equal, confused and traditional ones, several readings, rare ones, letters, what is lost. */
const SIGN = fc.constantFrom(...'王汪一依喆哲张張单曾尉迟䶮𬭎□?a·', 'yan', '（小）');
const NAME = fc
  .array(SIGN, { minLength: 1, maxLength: 4 })
  .map((signs) => signs.join(''))
  .filter((name) => isReadable(n2Of(name)));
const LONG = fc.integer({ min: 29, max: 33 }).map((length) => '王'.repeat(length));

describe('the names of a roster', () => {
  it('stand to a name as the two stand to each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 12, arbitrary: NAME }, { weight: 1, arbitrary: LONG }), {
          maxLength: 12,
        }),
        fc.array(fc.oneof(NAME, LONG, fc.constantFrom('', '1', '·', 'zhang')), { maxLength: 4 }),
        (roster, asked) => {
          const table = new NameTable();
          const relations = new NameRelations(table);
          for (const name of roster) {
            const known = table.size;
            if (table.add(n2Of(name)) === known) relations.add(nameForms(n2Of(name)));
          }
          // Asked twice, so that what is kept of one asking would show in the next.
          for (const name of [...asked, ...asked].map(nameForms))
            for (let other = 0; other < table.size; other += 1) {
              const signs = relations.shortSigns(other);
              const { near, least } = relations.nearSigns(name);
              const agree = signs?.reduce((sum, sign) => sum + near[sign]!, 0) ?? 3;
              if (agree < (signs?.[2] === 0 ? 1 : least))
                expect(['none', 'unknown']).toContain(relations.of(name, other));
              expect(relations.of(name, other), `${name.text} / ${table.textOf(other)}`).toBe(
                nameRelation(name, nameForms(table.textOf(other))),
              );
            }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a table of names', () => {
  it('gives each distinct name a number, finds it, and gives it back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 60 }), (names) => {
        const table = new NameTable();
        const numbers = names.map((name) => table.add(name));
        const distinct = [...new Set(names)];
        expect(table.size).toBe(distinct.length);
        for (const [i, name] of names.entries()) {
          expect(numbers[i]).toBe(distinct.indexOf(name));
          expect(table.find(name)).toBe(numbers[i]);
          expect(table.textOf(numbers[i]!)).toBe(name);
          expect(table.find(`${name}\u{1F4A7}`)).toBe(-1);
        }
      }),
    );
  });
});
