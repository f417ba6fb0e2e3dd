import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReadable, MOST_PINYIN_KEYS, NAME_FINDINGS, n2Of, nameForms } from '../../src/roster/index.js';

const n1 = (text: string): string => nameForms(text).n1;
const n2 = (text: string): string => nameForms(text).n2;
const n3 = (text: string): string => nameForms(text).n3;

it('a name as it should be is itself in every form', () => {
  expect(nameForms('张三')).toEqual({
    text: '张三',
    n1: '张三',
    n2: '张三',
    n3: '张三',
    codePoints: ['张', '三'],
    wildcards: [],
    readings: [['zan'], ['san']],
    pinyin: ['zan san'],
    annotations: [],
    readable: true,
    certain: true,
    findings: [],
  });
});

describe('N1 writes the same characters in one way', () => {
  it.each([
    ['张 三', '张三', ['name.whitespace']],
    ['\u{3000}张\u{A0}三\t', '张三', ['name.whitespace', 'name.compatibility']],
    ['张\u{200B}三\u{FEFF}', '张三', ['name.invisible', 'name.whitespace']],
    ['张\u{202E}三', '张三', ['name.invisible']],
    ['龙\u{FE00}', '龙', ['name.invisible']],
    ['龙\u{E0100}', '龙', ['name.invisible']],
    ['\u{3164}张三', '张三', ['name.invisible', 'name.compatibility']],
    ['Ａｎｎａ', 'Anna', ['name.compatibility']],
    ['\u{F9DC}', '隆', ['name.compatibility']],
    ['\u{2F00}', '一', ['name.compatibility']],
    ['\u{2EE2}', '马', ['name.radical']],
    ['\u{2EF0}\u{2EC0}', '龙艹', ['name.radical']],
    ['\u{E863}', '䶮', ['name.privateUse']],
    ['张\u{E81E}', '张龴', ['name.privateUse']],
    ['e\u{301}', '\u{E9}', ['name.compatibility']],
  ])('%j becomes %j', (text, form, findings) => {
    expect(nameForms(text)).toMatchObject({ text, n1: form, certain: true });
    expect(nameForms(text).findings.toSorted()).toEqual(findings.toSorted());
  });

  it('no ideograph of the compatibility blocks is left', () => {
    for (const [first, last] of [
      [0xf900, 0xfaff],
      [0x2f800, 0x2fa1f],
      [0x2f00, 0x2fdf],
      [0x2e80, 0x2ef3],
    ] as const)
      for (let code = first; code <= last; code += 1) {
        const sign = String.fromCodePoint(code);
        // Twelve of the compatibility block are unified ideographs in truth; U+2E80 has no equivalent.
        if (!/\p{Script=Han}/u.test(sign) || /\p{Unified_Ideograph}/u.test(sign) || code === 0x2e80) continue;
        expect(n1(sign), code.toString(16)).toMatch(/^\p{Unified_Ideograph}$/u);
      }
  });

  it('makes one of the dots of minority names: 38 signs', () => {
    const dots = '·•‧∙⋅・･·᛫⸱⸳ꞏ．.。｡․﹒˙●◦∘ㆍᆞ𐄁ᐧ⁃⦁⬝⚫°-_*、,，－';
    expect([...dots]).toHaveLength(38);
    for (const dot of dots) {
      expect(n1(`迪丽热巴${dot}买买提`), dot).toBe('迪丽热巴\u{B7}买买提');
      expect(n2(`迪丽热巴${dot}买买提`), dot).toBe('迪丽热巴买买提');
    }
    expect(n1('·迪丽热巴··买买提·')).toBe('迪丽热巴·买买提');
  });

  it('keeps legally different characters different', () => {
    for (const [a, b] of [
      '喆哲',
      '堃坤',
      '昇升',
      '甯宁',
      '萧肖',
      '傅付',
      '阎闫',
      '乾干',
      '於于',
      '𬭎宏',
      '䶮龑',
    ].map((p) => [...p]))
      expect(n1(`王${a}`)).not.toBe(n1(`王${b}`));
  });
});

describe('remarks and counters are split off and kept', () => {
  it.each([
    ['张三（小）', '张三', ['小']],
    ['张三(曾用名：张四)', '张三', ['曾用名:张四']],
    ['张三【已转学】', '张三', ['已转学']],
    ['张三[1][2]', '张三', ['1', '2']],
    ['张三(小', '张三小', []],
    ['张三((双)胞胎)', '张三', ['双', '胞胎']],
    ['(张三)', '张三', []],
    ['张三2', '张三', ['2']],
    ['张三①', '张三', ['1']],
    ['张三02', '张三', ['02']],
    ['1.张三', '张三', ['1']],
    ['3、张三', '张三', ['3']],
    ['Anna2', 'Anna', ['2']],
    ['李(男)', '李', ['男']],
  ])('%s is %s with %j', (text, form, annotations) => {
    expect(nameForms(text)).toMatchObject({ text, n1: form, annotations, certain: true });
  });

  it('a Chinese number is no counter', () => {
    expect(nameForms('张三一')).toMatchObject({ n1: '张三一', annotations: [] });
  });

  it('two people in one cell are said to be two', () => {
    for (const text of ['张三、李四', '张三,李四', '张三；李四光', '张三\n李四'])
      expect(nameForms(text).findings).toContain('name.several');
    expect(nameForms('迪丽热巴·买买提').findings).not.toContain('name.several');
  });
});

describe('a lost character is a wildcard', () => {
  it.each(['?', '？', '□', '■', '\u{FFFD}', '〓', '○', '×', '\u{D842}', '*', '●'])('%j', (sign) => {
    expect(nameForms(`张${sign}三`)).toMatchObject({
      n1: '张□三',
      n2: '张□三',
      wildcards: [1],
      pinyin: ['zan * san'],
      readable: true,
      certain: false,
    });
  });

  it('two question marks stay two: one rare character may have left them', () => {
    expect(nameForms('张??')).toMatchObject({ n2: '张□□', wildcards: [1, 2] });
  });

  it.each([
    ['张(韦华)', '张□', ['韦华']],
    ['李⿰王莹', '李□', ['⿰王莹']],
    ['李⿱艹⿰王莹三', '李□三', ['⿱艹⿰王莹']],
    ['李⿰', '李□', ['⿰']],
    ['张(？)三', '张□三', ['?']],
  ])('%s is %s: parts say how a character looks, not which it is', (text, form, annotations) => {
    expect(nameForms(text)).toMatchObject({ n1: form, annotations, certain: false });
    expect(nameForms(text).findings).toContain('name.description');
  });

  it('a private-use sign that nobody can read stays, and is one too', () => {
    expect(nameForms('张\u{E79F}')).toMatchObject({ n1: '张\u{E79F}', wildcards: [1], certain: false });
    expect(nameForms('张\u{E79F}').findings).toEqual(['name.privateUseUnknown']);
    expect(nameForms('张\u{F0000}').certain).toBe(false);
  });

  it('what holds no letter is no name', () => {
    for (const text of ['', ' ', '---', '12', '??', '/'])
      expect(nameForms(text)).toMatchObject({ readable: false, certain: false });
  });
});

describe('N2 is one form of a character, N3 one of those that are confused', () => {
  it.each([
    ['張龍', '张龙'],
    ['陳慧', '陈慧'],
    ['髙岀靑淸郞', '高出青清郎'],
    ['呂黃吳溫', '吕黄吴温'],
    ['葉範鬱', '叶范郁'],
    ['沈思彤', '沈思彤'],
    ['德徳', '德德'],
    ['阿依古丽·买买提', '阿依古丽买买提'],
    ['ANNA MARIA', 'annamaria'],
  ])('N2 of %s is %s', (text, form) => {
    expect(n2(text)).toBe(form);
  });

  it('no word of two characters changes how one of them folds', () => {
    expect(n2('张乾')).toBe('张乾');
    expect(n2('李乾坤')).toBe('李乾坤');
    expect(n3('张乾')).toBe(n3('张干'));
  });

  it.each([
    '喆哲',
    '堃坤',
    '昇升',
    '甯宁',
    '萧肖',
    '傅付',
    '阎闫',
    '邨村',
    '犇奔',
    '乾干',
    '於于',
    '己已',
    '锺钟',
    '邱丘',
  ])('%s: different in N2, the same in N3', (pair) => {
    const [a = '', b = ''] = pair;
    expect(n2(`王${a}`)).not.toBe(n2(`王${b}`));
    expect(n3(`王${a}`)).toBe(n3(`王${b}`));
  });

  it('twins keep two names', () => {
    for (const [a, b] of [
      ['张喆', '张哲'],
      ['李思雨', '李思语'],
      ['王子涵', '王子晗'],
      ['赵昇', '赵升'],
    ] as const)
      expect(n2(a)).not.toBe(n2(b));
  });

  it('counts in code points', () => {
    expect(nameForms('张𬭎')).toMatchObject({ codePoints: ['张', '𬭎'], wildcards: [], certain: true });
    expect(nameForms('𠮷?').wildcards).toEqual([1]);
  });
});

describe('laws of any text', () => {
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
      '張',
    ],
    ...[
      '(',
      ')',
      '（',
      '】',
      '⿰',
      '⿲',
      '*',
      '?',
      '□',
      '·',
      '1',
      '\u{E863}',
      '\u{E79F}',
      '\u{2D9}',
      '⑴',
      '、',
      '喆',
      'Y',
      'an',
      '\u{2EE2}',
    ],
    ...['\u{F0000}', '\u{345}', 'İ', 'ẞ', '㎏', '℃', '…', '\u{FE12}', '\u{E7E8}', '\u{1100}\u{1161}', '*'],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(awkward, { maxLength: 12 }).map((p) => p.join('')),
  );

  it('the original is kept, and N1, N2, N3 are forms of themselves', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const forms = nameForms(text);
        expect(forms.text).toBe(text);
        expect(n1(forms.n1), 'N1').toBe(forms.n1);
        expect(n2(forms.n2), 'N2').toBe(forms.n2);
        expect(n1(forms.n2), 'N1 of N2').toBe(forms.n2);
        expect(n3(forms.n3), 'N3').toBe(forms.n3);
        // Each is made of the one before it, so equal ones stay equal.
        expect(n2(forms.n1)).toBe(forms.n2);
        expect(n3(forms.n2)).toBe(forms.n3);
      }),
      { numRuns: 5000 },
    );
  });

  it('no form holds what means nothing, and whatever changed is named', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const forms = nameForms(text);
        expect(forms.n1).not.toMatch(
          /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Surrogate}()[\]{}<>【】?]/u,
        );
        expect(forms.n2).not.toMatch(/\u{B7}/u);
        expect(forms.codePoints.join('')).toBe(forms.n2);
        for (const at of forms.wildcards) expect(forms.codePoints[at]).toMatch(/[\u{25A1}\p{Co}]/u);
        expect(forms.pinyin.length).toBeLessThanOrEqual(MOST_PINYIN_KEYS);
        expect(forms.pinyin.length > 0).toBe(forms.n2 !== '');
        for (const finding of forms.findings) expect(NAME_FINDINGS).toContain(finding);
        if (forms.n1 !== text)
          expect(
            forms.findings.length + Number(/^\u{B7}|\u{B7}$|\u{B7}\u{B7}|\*/u.test(text)),
          ).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('N2 asked for alone is the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { n2: form, readable } = nameForms(text);
        expect(n2Of(text)).toBe(form);
        expect(isReadable(form)).toBe(readable);
      }),
      { numRuns: 2000 },
    );
  });

  it('three rounds are enough: reading the form again changes nothing', () => {
    // NFKC makes 1 of the circled number before a dot was looked for.
    for (const text of ['①.', '.①', '⑴.', '①张三.', '张(①.)三', 'a(x)\u{301}', '1·1·1·张·1·1'])
      expect(n1(n1(text))).toBe(n1(text));
  });
});
