import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedSlips } from '../../../src/reconcile/compare/packed-slips.js';
import { oneSlipApart, slipsBetween } from '../../../src/reconcile/compare/slips.js';
import { highPart, lowPart } from '../../../src/reconcile/search/packed-id.js';

/** Every text that one slip makes of a text. */
function slipped(text: string, signs: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i <= text.length; i += 1) {
    for (const sign of signs) found.add(text.slice(0, i) + sign + text.slice(i));
    if (i === text.length) break;
    found.add(text.slice(0, i) + text.slice(i + 1));
    for (const sign of signs) found.add(text.slice(0, i) + sign + text.slice(i + 1));
    if (i + 1 < text.length) found.add(text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2));
  }
  found.delete(text);
  return found;
}

/** An ID of few different characters, so that there is more than one way from one to another. */
const ID = fc.stringMatching(/^[0-2]{17}[0-2X]$/);
type Edit = readonly ['put' | 'in' | 'out' | 'exchange', number, string];
const edit = fc.tuple(
  fc.constantFrom('put', 'in', 'out', 'exchange'),
  fc.nat(20),
  fc.constantFrom(...'012X字'),
);

/** A text after a slip at a place of it. */
function edited(text: string, [kind, place, sign]: Edit): string {
  const at = place % text.length;
  const [front, rest] = [text.slice(0, at), text.slice(at)];
  if (kind === 'in') return front + sign + rest;
  if (kind === 'out') return front + rest.slice(1);
  return (
    front + (kind === 'put' ? sign : rest.charAt(1) + rest.charAt(0)) + rest.slice(2 - Number(kind === 'put'))
  );
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

describe('slips', () => {
  it('one slip: exactly the texts that one slip makes', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const one = slipped(a, 'abc').has(b);
        expect(slipsBetween(a, b, 3) === 1).toBe(one);
        expect(oneSlipApart([...a], [...b])).toBe(one);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[string, string, number]>([
    ['', '', 0],
    ['', 'abc', 3],
    ['abcd', 'badc', 2],
    ['abcdef', 'abdcfe', 2],
    ['990102', '990120', 1],
    ['990102', '909012', 2],
    ['kitten', 'sitting', 3],
    ['abcdef', 'fedcba', 4],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(slipsBetween(a, b, 3)).toBe(slips);
    expect(slipsBetween(b, a, 3)).toBe(slips);
  });

  it('a bound changes nothing below it', () => {
    fc.assert(
      fc.property(text, text, fc.nat({ max: 5 }), (a, b, most) => {
        const whole = slipsBetween(a, b, 20);
        expect(slipsBetween(a, b, most)).toBe(whole > most ? most + 1 : whole);
      }),
      { numRuns: 3000 },
    );
  });

  it('texts of any length end at once', () => {
    const long = '1'.repeat(100_000);
    expect(slipsBetween(long, `${long}2`, 3)).toBe(4);
    expect(slipsBetween(long, long, 3)).toBe(0);
    expect(oneSlipApart([...long], [...`${long}2`])).toBe(true);
  });

  it('to IDs as numbers are those to the texts', () => {
    fc.assert(
      fc.property(ID, ID, fc.array(edit, { maxLength: 5 }), (id, other, edits) => {
        const slipped = edits.reduce<string>(edited, id);
        for (const one of [id, other])
          expect(new PackedSlips(slipped).to(highPart(one), lowPart(one))).toBe(
            slipsBetween(slipped, one, 30),
          );
      }),
      { numRuns: 2000 },
    );
  });
});
