import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  compareWritten,
  decimal,
  decimalPlaces,
  divide,
  type Exact,
  equal,
  exact,
  floor,
  formatExact,
  fromExact,
  greatest,
  larger,
  least,
  minus,
  multiply,
  negate,
  onGrid,
  order,
  over,
  parseExact,
  plus,
  quotient,
  readExact,
  smaller,
  subtract,
  times,
  written,
} from '../../src/value/index.js';

/** Far more digits than any test number needs, and none of the settings of the source. */
const Wide = Decimal.clone({ precision: 400, rounding: Decimal.ROUND_HALF_UP });

const digits = (most: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: most });
/** A plain decimal as a person writes it: no leading zeros, perhaps a fraction with zeros at its end. */
const decimalText = fc
  .tuple(fc.boolean(), digits(18), fc.option(digits(12)))
  .map(([below, whole, fraction]) => {
    const text = `${whole.replace(/^0+(?=.)/, '')}${fraction === null ? '' : `.${fraction}`}`;
    return below && /[1-9]/.test(text) ? `-${text}` : text;
  });
const number = decimalText.map((text) => ({ text, value: parseExact(text) as Exact }));
/** Any fraction, ending or not. */
const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => exact(n, d));

describe('a number is read from its text', () => {
  test('as decimal.js reads it', () => {
    fc.assert(
      fc.property(number, ({ text, value }) => {
        expect(new Wide(value.n.toString()).div(value.d.toString()).equals(new Wide(text))).toBe(true);
      }),
    );
  });

  test('and written in one form: the shortest plain decimal', () => {
    fc.assert(
      fc.property(number, ({ text, value }) => {
        const written = formatExact(value);
        expect(written).toBe(new Wide(text).toFixed());
        expect(parseExact(written)).toEqual(value);
        expect(written).toMatch(/^(?:0|-?(?:0\.\d*[1-9]|[1-9]\d*(?:\.\d*[1-9])?))$/);
      }),
    );
  });

  test('a decimal that never ends is written as a fraction in lowest terms', () => {
    expect(formatExact(exact(2n, 6n))).toBe('1/3');
    expect(formatExact(exact(10n, -15n))).toBe('-2/3');
    expect(formatExact(exact(7n, 8n))).toBe('0.875');
    fc.assert(
      fc.property(fraction, (x) => {
        const text = formatExact(x);
        const [above = '', below] = text.split('/');
        if (below === undefined) expect(parseExact(text)).toEqual(x);
        else expect(exact(BigInt(above), BigInt(below))).toEqual(x);
        expect(below === undefined).toBe(decimalPlaces(x) !== null);
      }),
    );
  });

  test.each([
    ...['0x1F', '1e3', '1E3', '-0', '-0.0', '01', '00', '-01', '.5', '5.', '+1', '--1', '1-', ''],
    ...[' 1', '1 ', '1\n', '\t1', '1,000', '1_000', '1.2.3', '１', '٣', '1½', 'NaN', 'Infinity', '-Infinity'],
    ...['null', 'true', '1n', '0b1', '0o7', '1/2', '50%', '¥5', '−1', '1\u0000'],
    '1'.repeat(41),
    `0.${'0'.repeat(40)}`,
    `${'9'.repeat(21)}.${'9'.repeat(20)}`,
  ])('%j is no number', (text) => {
    expect(parseExact(text)).toBeNull();
  });

  test('forty digits are', () => {
    expect(formatExact(parseExact('9'.repeat(40)) as Exact)).toBe('9'.repeat(40));
    expect(formatExact(parseExact(`${'9'.repeat(20)}.${'1'.repeat(20)}`) as Exact)).toBe(
      `${'9'.repeat(20)}.${'1'.repeat(20)}`,
    );
  });

  test('nothing else is taken for one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const value = parseExact(text);
        if (value === null) return;
        expect(text).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(new Wide(text).equals(new Wide(formatExact(value)))).toBe(true);
      }),
    );
  });
});

describe('what is written as a fraction', () => {
  test('is read back', () => {
    fc.assert(
      fc.property(fraction, (x) => {
        expect(readExact(formatExact(x))).toEqual(x);
      }),
    );
  });

  test.each(['1/0', '0/0', '1/0.0', '/2', '/', '', '1/', '1/x', 'x/1', '1 /2', '1/2/3'])(
    '%j is no number',
    (text) => {
      expect(readExact(text)).toBeNull();
    },
  );

  test('stands in the order of its value, and beside what is no number anywhere', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(compareWritten(formatExact(a), formatExact(b))).toBe(compare(a, b));
      }),
    );
    expect(compareWritten('1/3', '0.33')).toBe(1);
    expect(compareWritten('9', '10')).toBe(-1);
    expect(compareWritten('none', '10')).toBe(0);
    expect(compareWritten('10', 'none')).toBe(0);
  });
});

describe('arithmetic is exact', () => {
  /** a/b and c/d by the schoolbook, without any lowest terms. */
  const same = (x: Exact, n: bigint, d: bigint): boolean => x.n * d === n * x.d;

  test('against integers', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(same(add(a, b), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(subtract(a, b), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(multiply(a, b), a.n * b.n, a.d * b.d)).toBe(true);
        if (b.n !== 0n) expect(same(divide(a, b), a.n * b.d, a.d * b.n)).toBe(true);
        expect(same(negate(a), -a.n, a.d)).toBe(true);
        expect(compare(a, b)).toBe(a.n * b.d < b.n * a.d ? -1 : a.n * b.d > b.n * a.d ? 1 : 0);
        expect(equal(a, b)).toBe(compare(a, b) === 0);
        expect(least(a, b)).toEqual(compare(a, b) <= 0 ? a : b);
        expect(greatest(a, b)).toEqual(compare(a, b) >= 0 ? a : b);
      }),
    );
  });

  test('a number is equal to itself alone', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        const same = exact(3n * a.n, 3n * a.d);
        expect([equal(a, same), compare(a, same), floor(subtract(a, same))]).toEqual([true, 0, 0n]);
        for (const other of [exact(a.n + 1n, a.d), exact(a.n, a.d + 1n), exact(a.n + a.d, a.d)])
          expect(equal(a, other)).toBe(compare(a, other) === 0);
      }),
    );
    expect(equal(exact(1n, 2n), exact(1n, 3n))).toBe(false);
    expect(equal(exact(1n, 3n), exact(2n, 3n))).toBe(false);
  });

  test('against decimal.js', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y] = [new Wide(a.text), new Wide(b.text)];
        expect(formatExact(add(a.value, b.value))).toBe(x.plus(y).toFixed());
        expect(formatExact(subtract(a.value, b.value))).toBe(x.minus(y).toFixed().replace(/^-0$/, '0'));
        expect(formatExact(multiply(a.value, b.value))).toBe(x.times(y).toFixed().replace(/^-0$/, '0'));
        expect(compare(a.value, b.value)).toBe(x.comparedTo(y));
      }),
    );
  });

  test('in lowest terms, with a denominator above 0', () => {
    const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        for (const x of [add(a, b), multiply(a, b), ...(b.n === 0n ? [] : [divide(a, b)])]) {
          expect(x.d > 0n).toBe(true);
          expect(gcd(x.n < 0n ? -x.n : x.n, x.d)).toBe(1n);
        }
      }),
    );
  });

  test('a sum does not depend on its order', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 12 }), fc.func(fc.integer()), (numbers, key) => {
        const total = (of: readonly { value: Exact }[]): Exact =>
          of.map((one) => one.value).reduce(add, exact(0n));
        const shuffled = [...numbers].sort((a, b) => key(a.text) - key(b.text));
        expect(total(shuffled)).toEqual(total(numbers));
      }),
    );
  });

  test('the sum that floats get wrong', () => {
    const tenth = parseExact('0.1') as Exact;
    expect(formatExact(add(add(tenth, tenth), tenth))).toBe('0.3');
    expect(0.1 + 0.1 + 0.1).not.toBe(0.3);
  });

  test('floor and grid', () => {
    fc.assert(
      fc.property(fraction, fraction, (x, y) => {
        const below = floor(x);
        expect(below * x.d <= x.n && x.n < (below + 1n) * x.d).toBe(true);
        const step = y.n === 0n ? exact(1n) : y.n < 0n ? negate(y) : y;
        expect(onGrid(add(x, multiply(exact(below), step)), x, step)).toBe(true);
        expect(onGrid(add(x, divide(step, exact(2n))), x, step)).toBe(false);
      }),
    );
  });

  test('0 divides nothing', () => {
    expect(() => exact(1n, 0n)).toThrow(RangeError);
    expect(() => divide(exact(1n), exact(0n))).toThrow(RangeError);
  });
});

describe('the reference arithmetic is the same arithmetic', () => {
  test('on every operation', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const [x, y] = [fromExact(a), fromExact(b)];
        expect(written(plus(x, y))).toBe(formatExact(add(a, b)));
        expect(written(minus(x, y))).toBe(formatExact(subtract(a, b)));
        expect(written(times(x, y))).toBe(formatExact(multiply(a, b)));
        if (b.n !== 0n) expect(written(over(x, y))).toBe(formatExact(divide(a, b)));
        expect(Math.sign(order(x, y))).toBe(compare(a, b));
        expect(written(smaller(x, y))).toBe(formatExact(least(a, b)));
        expect(written(larger(x, y))).toBe(formatExact(greatest(a, b)));
      }),
    );
  });

  test('and reads what the other writes', () => {
    fc.assert(
      fc.property(fraction, (x) => {
        expect(written(quotient(formatExact(x)))).toBe(formatExact(x));
      }),
    );
  });

  test('a quotient of two decimals is written in lowest terms', () => {
    expect(written({ num: decimal('1.5'), den: decimal('0.25') })).toBe('6');
    expect(written({ num: decimal('0.25'), den: decimal('1.5') })).toBe('1/6');
    expect(written({ num: decimal('-0.3'), den: decimal('0.007') })).toBe('-300/7');
    expect(written({ num: decimal('0'), den: decimal('0.007') })).toBe('0');
    expect(written({ num: decimal('-0'), den: decimal('7') })).toBe('0');
  });

  test('nobody can change its precision', () => {
    expect(() => Decimal.set({ precision: 3 })).not.toThrow();
    try {
      const third = over(quotient('1'), quotient('3'));
      expect(written(times(third, quotient('3')))).toBe('1');
      expect(written(plus(quotient('12345678901234567890.5'), quotient('0.5')))).toBe('12345678901234567891');
    } finally {
      Decimal.set({ precision: 20 });
    }
  });
});
