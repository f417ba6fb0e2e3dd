import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validNeighbours, withoutOne } from '../../../src/reconcile/search/id-neighbours.js';
import { checkCharacter } from '../../../src/roster/index.js';

const id = fc
  .tuple(
    fc.integer({ min: 1990, max: 2023 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(999),
  )
  .map(([y, m, d, n]) => {
    const two = (x: number) => String(x).padStart(2, '0');
    const seventeen = `990102${y}${two(m)}${two(d)}${String(n).padStart(3, '0')}`;
    return seventeen + checkCharacter(seventeen);
  });
const place = fc.nat(17);
const digit = fc.constantFrom(...'0123456789');

const slips: Readonly<Record<string, (id: string, i: number, digit: string) => string>> = {
  'a wrong digit': (text, i, d) => text.slice(0, i) + d + text.slice(i + 1),
  'a missing one': (text, i) => text.slice(0, i) + text.slice(i + 1),
  'one too many': (text, i, d) => text.slice(0, i) + d + text.slice(i),
  'neighbours exchanged': (text, i) => text.slice(0, i) + (text[i + 1] ?? '') + text[i] + text.slice(i + 2),
  'exchanged over one': (text, i) =>
    i > 15 ? text : text.slice(0, i) + text[i + 2] + text[i + 1] + text[i] + text.slice(i + 3),
  'month and day exchanged': (text) =>
    text.slice(0, 10) + text.slice(12, 14) + text.slice(10, 12) + text.slice(14),
};

describe('IDs one slip away', () => {
  it.each(Object.entries(slips))('%s: the true ID is among them', (_, slip) => {
    fc.assert(
      fc.property(id, place, digit, (text, i, d) => {
        const wrong = slip(text, i, d);
        if (wrong === text) return;
        // A check character X leaves its place only where the slip moves it there; then it is no ID to complete.
        if (wrong.slice(0, 17).includes('X') && wrong.length === 18 && wrong.indexOf('X') < 16) return;
        expect(validNeighbours(wrong)).toContain(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('all pass the check, and are few', () => {
    fc.assert(
      fc.property(id, place, digit, (text, i, d) => {
        const found = validNeighbours(slips['a wrong digit']!(text, i, d));
        expect(found.length).toBeLessThan(45);
        for (const one of found) expect(checkCharacter(one)).toBe(one[17]);
      }),
    );
  });

  it('a sign that is no digit is one wrong digit', () => {
    fc.assert(
      fc.property(id, fc.nat(16), (text, i) => {
        expect(validNeighbours(`${text.slice(0, i)}?${text.slice(i + 1)}`)).toContain(text);
      }),
    );
  });

  it('of odd texts there are none', () => {
    for (const odd of ['', 'X', '无', '1'.repeat(16), 'XXXXXXXXXXXXXXXXXX', '１'.repeat(18)])
      expect(validNeighbours(odd)).toEqual([]);
  });
});

describe('texts without one of their characters', () => {
  it('two texts one slip apart share one', () => {
    fc.assert(
      fc.property(
        id,
        place,
        digit,
        fc.constantFrom(...Object.keys(slips).slice(0, 4)),
        (text, i, d, kind) => {
          const own = new Set(withoutOne(text));
          expect(withoutOne(slips[kind]!(text, i, d)).some((one) => own.has(one))).toBe(true);
        },
      ),
    );
  });
});
