import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkCharacter } from '../../src/roster/index.js';
import { artificialId } from './artificial.js';

// ISO 7064 MOD 11-2, as GB 11643 uses it.

const fits = (id: string): boolean => checkCharacter(id) === id.charAt(17);
const isForm = (id: string): boolean => /^[0-9]{17}[0-9X]$/.test(id);

it('is the remainder of the definition: the sum of digits times powers of 2 is 1 modulo 11', () => {
  fc.assert(
    fc.property(artificialId, (id) => {
      const value = (c: string): bigint => (c === 'X' ? 10n : BigInt(c));
      const sum = [...id].reduce((s, c, i) => s + value(c) * 2n ** BigInt(17 - i), 0n);
      expect(sum % 11n).toBe(1n);
    }),
  );
});

it('catches every single substitution', () => {
  fc.assert(
    fc.property(artificialId, (id) => {
      for (let at = 0; at < 18; at += 1)
        for (const c of '0123456789X') {
          const wrong = id.slice(0, at) + c + id.slice(at + 1);
          if (wrong !== id && isForm(wrong)) expect(fits(wrong)).toBe(false);
        }
    }),
    { numRuns: 50 },
  );
});

it('catches every exchange of neighbours, jump transposition and twin error', () => {
  fc.assert(
    fc.property(artificialId, (id) => {
      for (let at = 0; at < 17; at += 1) {
        const [a = '', b = '', c = ''] = id.slice(at, at + 3);
        const wrongs = [
          id.slice(0, at) + b + a + id.slice(at + 2),
          id.slice(0, at) + c + b + a + id.slice(at + 3),
        ];
        if (a === b) for (const d of '0123456789') wrongs.push(id.slice(0, at) + d + d + id.slice(at + 2));
        for (const wrong of wrongs) if (wrong !== id && isForm(wrong)) expect(fits(wrong)).toBe(false);
      }
    }),
    { numRuns: 50 },
  );
});

it('cannot see the exchange of two characters ten places apart, because 2^10 is 1 modulo 11', () => {
  fc.assert(
    fc.property(artificialId, fc.integer({ min: 0, max: 6 }), (id, at) => {
      const signs = [...id];
      [signs[at], signs[at + 10]] = [signs[at + 10]!, signs[at]!];
      expect(fits(signs.join(''))).toBe(true);
    }),
  );
});
