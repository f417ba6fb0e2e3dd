import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variantsSource } from '../../scripts/verify-variants.js';
import { nameForms, readIdentifier, readStudentNumber } from '../../src/roster/index.js';
import { dayOf, yearsBetween } from '../../src/verify/calendar.js';
import { ownIdentity, passesCheck } from '../../src/verify/identifier.js';
import { readJson } from '../../src/verify/json.js';
import { merged, runs } from '../../src/verify/merge.js';
import { compareNames, ownName } from '../../src/verify/name.js';
import { isOneSlip } from '../../src/verify/near-misses.js';
import { VARIANTS } from '../../src/verify/variants.js';
import { idOf } from '../batch/run/world.js';

const AS_OF = 20251010;
const read = (id: string, studentNumber = '', idNotText = false) =>
  ownIdentity({ id, studentNumber, idNotText }, AS_OF);

describe('its own reader of JSON', () => {
  it('reads what JSON.parse reads, where numbers are whole', () => {
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger().filter((n) => !Object.is(n, -0)),
        fc.string({ unit: 'binary' }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    const back = (value: unknown): unknown =>
      value instanceof Map
        ? Object.fromEntries([...value].map(([key, inner]) => [key, back(inner)]))
        : Array.isArray(value)
          ? value.map(back)
          : value;
    fc.assert(
      fc.property(plain, fc.boolean(), (value, indented) => {
        const text = JSON.stringify(value, null, indented ? 2 : undefined);
        expect(back(readJson(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'a key twice'],
    ['1.5', 'a fraction'],
    ['1e3', 'an exponent'],
    ['01', 'a leading zero'],
    ['9007199254740993', 'more than a safe integer'],
    ['{"a":1} x', 'something behind it'],
    ['{"a":1,}', 'a comma too many'],
    ['"\n"', 'a bare line end'],
    ['"\\x"', 'no escape'],
    ['', 'nothing'],
    ['[1', 'an open end'],
  ])('refuses %j: %s', (text) => {
    expect(readJson(text)).toBeUndefined();
  });
});

describe('its own calendar', () => {
  it('knows leap years and counts whole years', () => {
    expect(
      ['20240229', '20250229', '20000229', '19000229', '20251301', '20250431', '00010101'].map(dayOf),
    ).toEqual([20240229, null, 20000229, null, null, null, null]);
    expect([yearsBetween(20071010, AS_OF), yearsBetween(20071011, AS_OF)]).toEqual([18, 17]);
    expect([yearsBetween(20040229, 20250228), yearsBetween(20040229, 20250301)]).toEqual([20, 21]);
  });
});

describe('its own reader of identifiers', () => {
  it('checks as GB 11643 does', () => {
    expect(['11010519491231002X', '440524188001010014', '110105194912310021'].map(passesCheck)).toEqual([
      true,
      true,
      false,
    ]);
  });

  const x = Array.from({ length: 40 }, (_, n) => idOf('20150301', n)).find((id) => id.endsWith('X')) ?? '';
  it.each([
    [x, 'as it is'],
    [x.toLowerCase(), 'a small x'],
    [`  ${x} `, 'blanks'],
    [`\u{A0}${x}\u{3000}`, 'other blanks'],
    [`'${x}`, 'an apostrophe'],
    [[...x].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(''), 'full width'],
    [`${x}43`, 'a disability certificate'],
    [`${x}43B1`, 'a reissued one'],
  ])('is sure of %j: %s', (cell) => {
    expect(read(cell).ids.sure).toEqual([x]);
  });

  it('is sure of nothing that a spreadsheet may have changed, or that cannot be', () => {
    const zeros = Array.from({ length: 999 }, (_, n) => idOf('20150301', n)).find((id) => id.endsWith('000'));
    for (const [cell, number] of [
      [x, true],
      [zeros ?? '', false],
      [idOf('20260101', 1), false],
      [idOf('18990101', 1), false],
      [`${x.slice(0, 17)}1`, false],
      [x.slice(1), false],
    ] as const)
      expect(read(cell, '', number).ids.sure).toEqual([]);
  });

  it('reads a student number, and the ID in a G number', () => {
    expect(read('', `g${x.toLowerCase()}`)).toMatchObject({
      numbers: { sure: [`G${x}`] },
      formerIds: { sure: [x] },
      ids: { sure: [] },
    });
    expect(read(`L${x}`).numbers.sure).toEqual([`L${x}`]);
    expect(read(`L${x}`, `G${x}`).numbers.sure).toEqual([`G${x}`]);
  });

  it('finds a number behind labels, separators and look-alikes, without being sure', () => {
    const digits = idOf('20100101', 111, '990100');
    for (const cell of [
      `身份证号：${digits}`,
      `${digits.slice(0, 6)}-${digits.slice(6, 14)}-${digits.slice(14)}`,
      digits.replace('0', 'O'),
      `${x.slice(0, 17)}×`,
    ])
      expect(read(cell).ids.possible).toContain(cell.includes('×') ? x : digits);
  });

  it('agrees with the engine on every cell it is sure of', () => {
    const cell = fc
      .tuple(
        fc.constantFrom(x, idOf('20140305', 217), idOf('19860214', 118), 'G', ''),
        fc.array(fc.constantFrom(..." \u{A0}\u{200B}'０9Xxl4-#：B1G", '000'), { maxLength: 3 }),
        fc.nat({ max: 20 }),
      )
      .map(([id, signs, at]) => id.slice(0, at) + signs.join('') + id.slice(at));
    fc.assert(
      fc.property(cell, cell, fc.boolean(), (id, number, idNotText) => {
        const own = read(id, number, idNotText);
        const engine = readIdentifier(idNotText ? { number: id } : { text: id }, { y: 2025, m: 10, d: 10 });
        const exact = engine.readings
          .filter((one) => one.exact && one.text.length === 18)
          .map((one) => one.text);
        const possible = engine.readings
          .filter((one) => ['full18', 'permit'].includes(one.kind))
          .map((o) => o.text);
        for (const one of own.ids.sure) expect(exact).toContain(one);
        for (const one of possible)
          if (!idNotText && one.length === 18) expect(own.ids.possible).toContain(one);
        const engineNumber = readStudentNumber(number).number;
        if (engineNumber !== null) expect(own.numbers.sure).toContain(engineNumber);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('its own reader of names', () => {
  it.each([
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['王 一', '王\u{A0}一'],
    ['陳瑶', '陈瑶'],
    ['张三（小）', '张三'],
    ['2.张三', '张三'],
    ['豈', '\u{F900}'],
  ])('%s is %s', (a, b) => {
    expect(compareNames(ownName(a), ownName(b))).toBe('same');
  });

  it.each([
    ['张喆', '张哲'],
    ['王一', '王二'],
    ['王一', ''],
    ['王一', '王一一'],
  ])('%s is not %s', (a, b) => {
    expect(compareNames(ownName(a), ownName(b))).toBe('other');
  });

  it('says where a sign of an old encoding stands in the way', () => {
    expect(compareNames(ownName('张\u{E863}'), ownName('张䶮'))).toBe('unread');
    expect(compareNames(ownName('张\u{E863}'), ownName('李䶮'))).toBe('other');
  });

  it('takes for one whatever the engine folds into one, and its table is what its script writes', async () => {
    const signs = [...VARIANTS.join('')];
    for (let i = 0; i < signs.length; i += 2) {
      const [from = '', to = ''] = [signs[i], signs[i + 1]];
      expect(compareNames(ownName(`张${from}`), ownName(`张${to}`))).toBe('same');
    }
    const path = new URL('../../src/verify/variants.ts', import.meta.url);
    expect(await variantsSource()).toBe(readFileSync(path, 'utf8'));
  });

  it('agrees with the engine about equal names', () => {
    const sign = fc.constantFrom(...'王李一二陳陈瑶瑤·•. (小)２1\u{A0}\u{200B}A');
    const name = fc.array(sign, { minLength: 1, maxLength: 5 }).map((all) => all.join(''));
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [x1, x2, y1, y2] = [nameForms(a), nameForms(b), ownName(a), ownName(b)];
        if (y1.plain !== null && y1.plain === y2.plain) expect(x1.n2).toBe(x2.n2);
        if (x1.certain && x2.certain && x1.n2 === x2.n2) expect(compareNames(y1, y2)).toBe('same');
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('its joins', () => {
  it('find by merging what comparing everything with everything finds', () => {
    const side = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', '王', ''), of: fc.nat() }));
    fc.assert(
      fc.property(side, side, (left, right) => {
        const found = [...merged(left, right)];
        expect(found.map((one) => one.key)).toEqual(
          [...new Set([...left, ...right].map((o) => o.key))].sort(),
        );
        for (const { key, left: a, right: b } of found) {
          expect(a).toEqual(left.filter((one) => one.key === key).map((one) => one.of));
          expect(b).toEqual(right.filter((one) => one.key === key).map((one) => one.of));
        }
        expect([...runs(left)].flatMap(({ of }) => of).length).toBe(left.length);
      }),
      { numRuns: 300 },
    );
  });

  it('know one slip from two', () => {
    const slip = ['99010220150301', '99010220150302', '9901022015030', '990102201503011', '99010220105301'];
    expect(slip.map((one) => isOneSlip('99010220150301', one))).toEqual([true, true, true, true, true]);
    expect(
      ['99010220150323', '990102201503', '99010202150310'].map((o) => isOneSlip('99010220150301', o)),
    ).toEqual([false, false, false]);
  });
});
