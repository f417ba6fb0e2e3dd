import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, nameKey, readPersonName } from '../../src/roster/index.js';

describe('nameKey', () => {
  it.each([
    ['张 三', '张三'],
    ['\u{3000}张\u{A0}三\t', '张三'],
    ['张\u{200B}三\u{FEFF}', '张三'],
    ['张\u{202E}三', '张三'],
    ['龍\u{FE00}', '龍'],
    ['阿依古丽·买买提', '阿依古丽\u{B7}买买提'],
    ['Ａｎｎａ', 'Anna'],
    ['\u{2F00}', '一'],
    ['e\u{301}', '\u{E9}'],
  ])('%j compares as %j', (text, key) => {
    expect(nameKey(text)).toBe(key);
  });

  it('makes one of all the dots', () => {
    const dots = '·•‧∙⋅・･·᛫⸱⸳ꞏ．.。｡․﹒˙●◦∘ㆍᆞ𐄁ᐧ⁃⦁⬝⚫°-_*、,，';
    for (const dot of dots) expect(nameKey(`迪丽${dot}买提`), dot).toBe('迪丽\u{B7}买提');
  });

  it('keeps different characters different', () => {
    for (const [a, b] of [
      ['喆', '哲'],
      ['昇', '升'],
      ['萧', '肖'],
      ['張', '张'],
      ['𬭎', '宏'],
      ['䶮', '龑'],
    ])
      expect(nameKey(`王${a}`)).not.toBe(nameKey(`王${b}`));
  });

  it('keeps characters outside the basic plane whole', () => {
    expect([...nameKey('张 𬭎')]).toEqual(['张', '𬭎']);
  });

  it('is defined on any text and idempotent', () => {
    const awkward = fc.constantFrom(
      ...[
        '①',
        '.',
        '⒈',
        '\u{301}',
        '\u{200D}',
        'e',
        '\u{3164}',
        '\u{1160}',
        '・',
        '\u{D800}',
        '\u{DC00}',
        'ﷺ',
        '𬭎',
        '韩',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(awkward).map((p) => p.join('')),
        ),
        (text) => {
          const key = nameKey(text);
          expect(nameKey(key)).toBe(key);
          expect(key).not.toMatch(/[\s\p{Cc}\p{Surrogate}]/u);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('readPersonName', () => {
  it('keeps the original', () => {
    expect(readPersonName(' 张　三 ')).toEqual({
      text: ' 张　三 ',
      key: '张三',
      readable: true,
      certain: true,
    });
  });

  it('knows what is no name, and what has lost a character', () => {
    for (const text of ['', '  ', '---', '12', '？？'])
      expect(readPersonName(text)).toMatchObject({ readable: false, certain: false });
    for (const text of ['张?', '张？', '张□', '张\u{FFFD}', '张\u{D842}'])
      expect(readPersonName(text)).toMatchObject({ readable: true, certain: false });
    expect(readPersonName('张\u{E863}')).toMatchObject({ readable: true, certain: true });
  });
});

describe('compareText', () => {
  it('orders by code point where code units would not', () => {
    expect(compareText('\u{FF5E}', '\u{20000}')).toBeLessThan(0);
    expect('\u{FF5E}' < '\u{20000}').toBe(false);
  });

  it('agrees with the order of code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [x, y] = [[...a], [...b]].map((t) => t.map((c) => c.codePointAt(0)!));
        const at = x!.findIndex((c, i) => c !== y![i]);
        const expected =
          at < 0 ? (x!.length === y!.length ? 0 : -1) : y![at] === undefined ? 1 : x![at]! - y![at]!;
        expect(Math.sign(compareText(a, b))).toBe(Math.sign(expected));
      }),
    );
  });
});
