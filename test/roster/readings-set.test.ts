import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IdentifierSource, isIdKey, readIdentifier } from '../../src/roster/index.js';
import { AS_OF, artificialId } from './artificial.js';

// A cell is read in every way it can be, so that the true ID is never out of reach. The operators are those of real
// exports, keyboards and scanners.

type Operator = (id: string, pick: number) => string;

const put = (text: string, at: number, sign: string): string => text.slice(0, at) + sign + text.slice(at + 1);
const someOf = <T>(all: readonly T[], pick: number): T => all[pick % all.length]!;
/** Places of a digit, one of which is picked. */
const replaceDigit =
  (digit: string, signs: readonly string[]): Operator =>
  (id, pick) => {
    const places = [...id].flatMap((c, i) => (c === digit ? [i] : []));
    return places.length === 0 ? id : put(id, someOf(places, pick), someOf(signs, pick));
  };
const insert =
  (signs: readonly string[]): Operator =>
  (id, pick) => {
    const at = pick % 19;
    return id.slice(0, at) + someOf(signs, pick) + id.slice(at);
  };

const LOSSLESS: Readonly<Record<string, Operator>> = {
  space: insert([' ', '\u{A0}', '\u{3000}', '\t', '\n', '\u{2009}']),
  invisible: insert(['\u{200B}', '\u{200D}', '\u{FEFF}', '\u{202E}', '\u{AD}', '\u{3164}']),
  apostrophe: (id, pick) => someOf(["'", '‘', '’', '`', '"'], pick) + id,
  label: (id, pick) => someOf(['身份证号：', '身份证:', '公民身份号码', 'ID:', '证件号码 '], pick) + id,
  width: (id) => id.replace(/[0-9A-Zx]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  x: (id, pick) =>
    id.endsWith('X')
      ? id.slice(0, 17) + someOf(['x', '×', 'Х', 'х', 'Χ', '*', '✕', 'Ⅹ', 'ⅹ', 'ｘ'], pick)
      : id,
  zero: replaceDigit('0', ['O', 'o', 'О', 'Ο', '〇', '○']),
  one: replaceDigit('1', ['l', 'I', '|']),
  studentNumber: (id) => `G${id}`,
  disability: (id, pick) => id + someOf(['11', '42', '74', '13B1', '64B2'], pick),
  separator: (id) => `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}`,
};

describe('after one thing that loses nothing, the true ID is a valid reading', () => {
  it.each(Object.entries(LOSSLESS))('%s', (_name, operator) => {
    fc.assert(
      fc.property(artificialId, fc.nat(1000), (id, pick) => {
        const { readings } = readIdentifier({ text: operator(id, pick) }, AS_OF);
        const found = readings.find((r) => isIdKey(r) && r.text === id);
        expect(found).toMatchObject({ valid: true, exact: !id.endsWith('000') || found?.kind === 'alias' });
      }),
      { numRuns: 300 },
    );
  });

  it('and after several of the common ones', () => {
    fc.assert(
      fc.property(artificialId, fc.nat(1000), fc.nat(1000), fc.nat(1000), (id, a, b, c) => {
        const { space, invisible, apostrophe, width, x } = LOSSLESS;
        const text = apostrophe!(invisible!(space!(width!(x!(id, a), a), b), c), a);
        expect(readIdentifier({ text }, AS_OF).readings).toContainEqual(
          expect.objectContaining({ kind: 'full18', text: id, valid: true }),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** The shortest digits of the double, and its exact digits. */
const asDouble = (id: string): readonly string[] => [String(Number(id)), BigInt(Number(id)).toString()];

const CUT: Readonly<Record<string, (id: string) => readonly IdentifierSource[]>> = {
  'three zeros': (id) => [{ text: `${id.slice(0, 15)}000` }, { number: `${id.slice(0, 15)}000` }],
  'scientific with 15 digits': (id) => {
    const text = `${id[0]}.${id.slice(1, 15).replace(/0+$/, '')}E+17`;
    return [{ text }, { number: text }];
  },
  'scientific with 6 digits': (id) => {
    const [mantissa = '', exponent = ''] = Number(id).toExponential(5).split('e');
    return [{ text: `${Number(mantissa)}E${exponent}` }, { text: `${mantissa}E${exponent}` }];
  },
  'scientific with 15 digits, rounded': (id) => [{ text: Number(id).toExponential(14) }],
  'scientific with 17 digits': (id) => [
    { text: Number(id).toExponential(16) },
    { number: Number(id).toExponential() },
  ],
  'number cell': (id) => asDouble(id).map((number) => ({ number })),
  decimals: (id) => asDouble(id).map((digits) => ({ text: `${digits}.0` })),
};

describe('after a spreadsheet took the end, the beginning of the true ID is a reading', () => {
  const numericId = artificialId.filter((id) => !id.endsWith('X'));
  it.each(Object.entries(CUT))('%s', (_name, operator) => {
    fc.assert(
      fc.property(numericId, (id) => {
        for (const cell of operator(id)) {
          const { readings } = readIdentifier(cell, AS_OF);
          expect(
            readings.some((r) => r.kind === 'prefix' && id.startsWith(r.text)),
            JSON.stringify([id, cell, readings.map((r) => r.text)]),
          ).toBe(true);
          expect(readings.some((r) => r.exact)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('also where the double was written as text and nothing shows it but the digits', () => {
    fc.assert(
      fc.property(numericId, (id) => {
        for (const text of asDouble(id)) {
          const { readings } = readIdentifier({ text }, AS_OF);
          const beginning = readings.some((r) => r.kind === 'prefix' && id.startsWith(r.text));
          // One in eleven passes the checksum and looks like anybody's: there the name has to say it.
          expect(beginning || readings[0]?.valid).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('after an error of typing, the reading is one edit away', () => {
  it('a wrong character or an exchange: 18 characters that are not valid', () => {
    fc.assert(
      fc.property(artificialId, fc.nat(16), fc.nat(9), (id, at, digit) => {
        const exchanged = id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
        for (const text of [put(id, at, String(digit)), exchanged]) {
          if (text === id || !/^[0-9]{17}[0-9X]$/.test(text)) continue;
          expect(readIdentifier({ text }, AS_OF).readings[0]).toMatchObject({
            text,
            valid: false,
            exact: false,
          });
        }
      }),
    );
  });

  it('one too few or too many: digits of another length, and the beginning where the end may be missing', () => {
    fc.assert(
      fc.property(artificialId, fc.nat(17), fc.nat(9), (id, at, digit) => {
        const fewer = id.slice(0, at) + id.slice(at + 1);
        const more = id.slice(0, at) + String(digit) + id.slice(at);
        for (const text of [fewer, more])
          expect(readIdentifier({ text }, AS_OF).readings).toContainEqual(
            expect.objectContaining({ kind: 'len', text, valid: false, exact: false }),
          );
      }),
    );
    fc.assert(
      fc.property(artificialId, fc.integer({ min: 15, max: 17 }), (id, length) => {
        const text = id.slice(0, length);
        const { readings } = readIdentifier({ text }, AS_OF);
        expect(readings.some((r) => r.kind === 'prefix' && r.text === text)).toBe(true);
      }),
    );
  });
});
