import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  IDENTIFIER_FINDINGS,
  type IdentifierCell,
  isIdKey,
  READING_KINDS,
  REPAIRS,
  readIdentifier,
} from '../../src/roster/index.js';
import { AS_OF, CHILD, CHILD_WITH_X, withCheck } from './artificial.js';

const read = (text: string): IdentifierCell => readIdentifier({ text }, AS_OF);
/** Artificial numbers begin with no province, and say so. */
const findingsOf = (cell: IdentifierCell): readonly string[] =>
  cell.findings.filter((f) => f !== 'id.divisionUnknown');
const wide = (text: string): string =>
  [...text].map((c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).join('');

it('reads an ID as it should be, without a word', () => {
  expect(read(CHILD)).toEqual({
    raw: CHILD,
    numeric: false,
    readings: [
      { kind: 'full18', text: CHILD, valid: true, exact: true, birth: { y: 2014, m: 3, d: 5 }, repairs: [] },
    ],
    findings: ['id.divisionUnknown'],
  });
});

describe('what exporters, keyboards and clerks do to an ID is undone, and named', () => {
  it.each([
    [` ${CHILD}\t`, ['whitespace']],
    [`${CHILD.slice(0, 6)}\u{A0}${CHILD.slice(6)}\n`, ['whitespace']],
    [`\u{FEFF}${CHILD.slice(0, 6)}\u{200B}${CHILD.slice(6)}`, ['invisible']],
    [`'${CHILD}`, ['apostrophe']],
    [`‘${CHILD}’`, ['apostrophe']],
    [`="${CHILD}"`, ['apostrophe']],
    [wide(CHILD), ['width']],
    [`身份证号:${CHILD}`, ['label']],
    [`身份证号码 ：${CHILD}`, ['whitespace', 'width', 'label']],
    [`ID:${CHILD}`, ['label']],
    [`IDNO.${CHILD}`, ['label']],
    [`${CHILD}(已核)`, ['label']],
    [`【${CHILD}】`, ['label']],
    [`${CHILD.slice(0, 6)}-${CHILD.slice(6, 14)}-${CHILD.slice(14)}`, ['separator']],
  ])('%j', (text, repairs) => {
    const cell = read(text);
    expect(cell.raw).toBe(text);
    expect(cell.readings).toEqual([
      { kind: 'full18', text: CHILD, valid: true, exact: true, birth: { y: 2014, m: 3, d: 5 }, repairs },
    ]);
    expect(findingsOf(cell).toSorted()).toEqual(repairs.map((r) => `id.${r}`).toSorted());
  });
});

describe('X', () => {
  it.each(['×', '✕', '╳', 'Х', 'х', 'Χ', 'χ', '*'])('%s at the last place is a look-alike of X', (sign) => {
    expect(read(CHILD_WITH_X.slice(0, 17) + sign)).toMatchObject({
      readings: [{ kind: 'full18', text: CHILD_WITH_X, valid: true, exact: true, repairs: ['xLookalike'] }],
    });
  });

  it('may be small or wide', () => {
    expect(read(`${CHILD_WITH_X.slice(0, 17)}x`).readings[0]).toMatchObject({
      text: CHILD_WITH_X,
      repairs: ['lowerX'],
    });
    expect(read(`${CHILD_WITH_X.slice(0, 17)}ｘ`).readings[0]).toMatchObject({
      text: CHILD_WITH_X,
      exact: true,
      repairs: ['width', 'lowerX'],
    });
  });

  it('stands nowhere else, and a sign that does not fit the check character proves nothing', () => {
    for (const at of [0, 9, 16]) {
      const cell = read(`${CHILD.slice(0, at)}×${CHILD.slice(at + 1)}`);
      expect(cell.readings.some((r) => r.valid && isIdKey(r))).toBe(false);
    }
    expect(read(`${CHILD.slice(0, 17)}*`).readings[0]).toMatchObject({ kind: 'full18', valid: false });
  });
});

describe('letters for 0 and 1', () => {
  const zero = CHILD.indexOf('0');
  const one = CHILD.indexOf('1');
  const put = (text: string, at: number, sign: string): string =>
    text.slice(0, at) + sign + text.slice(at + 1);

  it.each(['O', 'o', 'О', 'Ο', '〇', '○'])('%s is 0 where the check character then fits', (sign) => {
    expect(read(put(CHILD, zero, sign)).readings).toMatchObject([
      { kind: 'full18', text: CHILD, valid: true, exact: true, repairs: ['zeroLookalike'] },
    ]);
  });

  it.each(['l', 'I', '|', 'i'])('%s is 1 where the check character then fits', (sign) => {
    expect(read(put(CHILD, one, sign)).readings).toMatchObject([
      { kind: 'full18', text: CHILD, valid: true, exact: true, repairs: ['oneLookalike'] },
    ]);
  });

  it('nothing is read into a number that does not fit then', () => {
    const wrong = put(put(CHILD, zero, 'O'), 16, CHILD[16] === '9' ? '8' : '9');
    expect(read(wrong).readings).toEqual([
      { kind: 'other', text: wrong, valid: false, exact: false, birth: null, repairs: [] },
    ]);
    expect(read(wrong).findings).toEqual(['id.characters']);
  });
});

describe('other identifiers', () => {
  it.each([
    ['810000', 'Hong Kong'],
    ['820000', 'Macau'],
    ['830000', 'Taiwan'],
    ['937156', 'a foreigner since December 2023'],
  ])('a residence permit %s of %s', (area) => {
    const text = withCheck(`${area}20140305217`);
    expect(read(text)).toMatchObject({
      readings: [{ kind: 'permit', text, valid: true, exact: true }],
      findings: text.endsWith('000') ? ['id.residencePermit', 'id.endsInZeros'] : ['id.residencePermit'],
    });
    expect(read(text).readings.every(isIdKey)).toBe(true);
  });

  it('a permanent residence card of before has letters, and nothing in it can be checked', () => {
    expect(read('abc371500000001')).toMatchObject({
      readings: [
        { kind: 'permit', text: 'ABC371500000001', valid: true, exact: false, repairs: ['lowerCase'] },
      ],
      findings: ['id.lowerCase', 'id.residencePermit'],
    });
    expect(read('abc371500000001').readings.some(isIdKey)).toBe(false);
  });

  it('a passport is kept for comparison, never exact', () => {
    for (const text of ['E00000000', 'EA0000000', 'H0000000000'])
      expect(read(text)).toMatchObject({
        readings: [{ kind: 'travel', text, exact: false }],
        findings: ['id.travelDocument'],
      });
  });

  it('a disability certificate holds an ID', () => {
    for (const tail of ['11', '74', '42B1', '42b2'])
      expect(read(CHILD + tail)).toMatchObject({
        readings: [
          { kind: 'full18', text: CHILD, valid: true, exact: true, repairs: ['disabilityCertificate'] },
          { kind: 'certificate', text: CHILD + tail.toUpperCase(), valid: true, exact: true },
        ],
      });
    for (const tail of ['02', '82', '40', '45'])
      expect(read(CHILD + tail)).toMatchObject({
        readings: [{ kind: 'len', valid: false }],
        findings: ['id.length'],
      });
  });

  it('a G number holds an ID that may be out of date; J and L numbers hold none', () => {
    expect(read(`g${CHILD}`)).toMatchObject({
      readings: [
        { kind: 'studentNumber', text: `G${CHILD}`, valid: true, exact: true, repairs: ['lowerCase'] },
        { kind: 'alias', text: CHILD, valid: true, exact: true, repairs: ['lowerCase', 'studentNumber'] },
      ],
    });
    for (const letter of ['J', 'L']) {
      const cell = read(`${letter}99010220140305123${letter === 'J' ? '4' : '5'}`);
      expect(cell.readings).toMatchObject([{ kind: 'studentNumber', valid: true, exact: true }]);
      expect(cell.readings.some(isIdKey)).toBe(false);
    }
  });
});

describe('what a spreadsheet leaves of an ID is its beginning, never exact', () => {
  const beginning = CHILD.slice(0, 15);

  it('three zeros at the end: as they stand, and as 15 digits', () => {
    const cell = read(`${beginning}000`);
    expect(cell.readings.map(({ kind, text, exact }) => [kind, text, exact])).toEqual([
      ['full18', `${beginning}000`, false],
      ['prefix', beginning, false],
      ['prefix', (BigInt(beginning) - 1n).toString(), false],
    ]);
    expect(cell.findings).toContain('id.endsInZeros');
  });

  it('a valid ID that ends in three zeros is valid and not exact', () => {
    const id = withCheck('99010220140305700');
    expect(id).toMatch(/000$/);
    expect(read(id).readings).toMatchObject([
      { kind: 'full18', text: id, valid: true, exact: false },
      { kind: 'prefix', text: id.slice(0, 15) },
      { kind: 'prefix' },
    ]);
  });

  it.each([
    ['9.90102201403052E+17', '990102201403052'],
    ['9.90102201403052e17', '990102201403052'],
    ['9.90102E+17', '990102'],
    ['9.9E+17', '99'],
  ])('%s', (text, prefix) => {
    const cell = read(text);
    expect(cell.readings[0]).toMatchObject({
      kind: 'prefix',
      text: prefix,
      valid: true,
      exact: false,
      repairs: ['number', 'cut'],
    });
    expect(cell.readings.every((r) => r.kind === 'prefix' && !r.exact)).toBe(true);
    expect(cell.findings).toEqual(['id.scientific']);
  });

  it('decimals show that it was a number', () => {
    expect(read('990102201403052160.00')).toMatchObject({
      readings: [{ kind: 'prefix', text: '990102201403052', exact: false }],
      findings: ['id.decimals'],
    });
  });

  it('a number cell is never exact, whatever it holds', () => {
    for (const number of ['990102201403052160', '9.9010220140305216E+17', '990102201403052000'])
      expect(readIdentifier({ number }, AS_OF)).toMatchObject({
        raw: number,
        numeric: true,
        readings: [
          { kind: 'prefix', text: '990102201403052', exact: false },
          ...(number.endsWith('000') ? [{}] : []),
        ],
      });
    expect(readIdentifier({ number: '610104620927690' }, AS_OF)).toMatchObject({
      readings: [{ kind: 'full18', text: '610104196209276908', valid: true, exact: false }],
      findings: ['id.fifteenDigits', 'id.notText'],
    });
  });

  it('15 digits that may be a child cut short are both', () => {
    const cell = read('990102201103211');
    expect(cell.readings.map(({ kind, exact }) => [kind, exact])).toEqual([
      ['full18', false],
      ['prefix', false],
    ]);
    expect(cell.findings).toContain('id.maybeCut');
    // As an old number it would have month 14.
    expect(read('990102201403052').readings).toMatchObject([{ kind: 'prefix', text: '990102201403052' }]);
  });
});

describe('the hostile inputs about one identity cell', () => {
  it('H-I1: a wrong check character', () => {
    const wrong = CHILD.slice(0, 17) + (CHILD.endsWith('1') ? '2' : '1');
    expect(read(wrong)).toMatchObject({
      readings: [{ kind: 'full18', text: wrong, valid: false, exact: false }],
    });
    expect(read(wrong).findings).toContain('id.checksum');
  });

  it('H-I2, H-I3, H-I4: a small x, wide digits, an apostrophe or blanks are read', () => {
    for (const [text, id] of [
      [CHILD_WITH_X.toLowerCase(), CHILD_WITH_X],
      [wide(CHILD), CHILD],
      [`'${CHILD}`, CHILD],
      [`${CHILD}\u{A0}\u{3000} `, CHILD],
    ] as const)
      expect(read(text).readings).toMatchObject([{ text: id, valid: true, exact: true }]);
  });

  it('H-I5, H-I6: scientific notation and zeros are the beginning of an ID', () => {
    for (const text of ['3.70101E+17', `${CHILD.slice(0, 15)}000`, `${CHILD.slice(0, 14)}0000`]) {
      const cell = read(text);
      expect(cell.readings.some((r) => r.kind === 'prefix')).toBe(true);
      expect(cell.readings.some((r) => r.exact)).toBe(false);
    }
  });

  it('H-I7: an old ID of 15 digits is extended with a hint', () => {
    expect(read('610104620927690').findings).toEqual(['id.fifteenDigits']);
  });

  it('H-I8: permits and passports are of another type', () => {
    expect(read(withCheck('83000020140305217')).findings).toContain('id.residencePermit');
    expect(read('E00000000').findings).toEqual(['id.travelDocument']);
  });

  it('H-I9, H-I10: a day that is none, a day that is to come, an age that nobody reaches', () => {
    for (const [seventeen, finding] of [
      ['99010220140230217', 'id.birthDate'],
      ['99010220150229217', 'id.birthDate'],
      ['99010220250305217', 'id.bornAfterAsOf'],
      ['99010218600305217', 'id.tooOld'],
    ] as const) {
      const cell = read(withCheck(seventeen));
      expect(cell.readings[0]).toMatchObject({ kind: 'full18', valid: false, exact: false });
      expect(findingsOf(cell).filter((f) => f !== 'id.endsInZeros')).toEqual([finding]);
    }
    expect(readIdentifier({ text: withCheck('99010220250305217') }, null).readings[0]?.valid).toBe(true);
  });

  it('H-I13: the IDs of twins stay two', () => {
    const [a, b] = [withCheck('99010220140305217'), withCheck('99010220140305219')];
    expect(
      read(a)
        .readings.filter(isIdKey)
        .map((r) => r.text),
    ).toEqual([a]);
    expect(
      read(b)
        .readings.filter(isIdKey)
        .map((r) => r.text),
    ).toEqual([b]);
  });

  it('H-I14: a blank cell is blank, and no word is an ID', () => {
    for (const text of ['', ' ', '\u{3000}\u{200B}', "'"])
      expect(read(text).readings).toMatchObject([{ kind: 'blank', text: '' }]);
    for (const text of ['无', '-', '/', 'NULL', '不详'])
      expect(read(text)).toMatchObject({ readings: [{ kind: 'other' }], findings: ['id.characters'] });
  });
});

describe('laws of any cell', () => {
  const pieces = fc.constantFrom(
    ...[
      CHILD,
      'G',
      'x',
      '×',
      '.',
      'E+17',
      "'",
      '\u{200B}',
      '０',
      '\u{D800}',
      '无',
      ' ',
      '15',
      'O',
      '000',
      '-',
      '(',
      '42',
      'B1',
    ],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 6 }).map((p) => p.join('')),
    fc.stringMatching(/^[0-9]{0,24}[Xx]?$/),
  );

  it('it is kept, and has at least one reading; what is exact is valid', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, numeric) => {
        const cell = readIdentifier(numeric ? { number: text } : { text }, AS_OF);
        expect(cell.raw).toBe(text);
        expect(cell.readings.length).toBeGreaterThan(0);
        const keys = cell.readings.map((r) => `${r.kind} ${r.text}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const reading of cell.readings) {
          expect(READING_KINDS).toContain(reading.kind);
          for (const repair of reading.repairs) expect(REPAIRS).toContain(repair);
          if (reading.exact) expect(reading.valid && !numeric).toBe(true);
          if (isIdKey(reading)) expect(reading.text).toMatch(/^[0-9]{17}[0-9X]$/);
          if (reading.kind === 'prefix') expect(reading.text).toMatch(/^[0-9]{1,17}$/);
          // Nothing is changed in silence.
          if (reading.text !== text)
            expect(reading.repairs.length + Number(reading.kind === 'blank')).toBeGreaterThan(0);
        }
        for (const finding of cell.findings) expect(IDENTIFIER_FINDINGS).toContain(finding);
      }),
      { numRuns: 2000 },
    );
  });

  it('what was read reads as itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const reading of read(text).readings.filter((r) => isIdKey(r) && r.kind !== 'alias'))
          expect(read(reading.text).readings[0]).toMatchObject({
            kind: reading.kind,
            text: reading.text,
            valid: reading.valid,
            repairs: [],
          });
      }),
      { numRuns: 2000 },
    );
  });
});
