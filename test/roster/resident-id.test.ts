import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, ID_FINDINGS, ROSTER_MESSAGES, readResidentId } from '../../src/roster/index.js';
import type { CivilDate } from '../../src/value/index.js';

const day = (y: number, m: number, d: number): CivilDate => ({ y, m, d });
const withCheck = (seventeen: string): string => seventeen + checkCharacter(seventeen);
/** An artificial child of the unassigned code 990102. */
const CHILD = withCheck('99010220140305217');
const WITH_X = ((): string => {
  for (let n = 1; n < 1000; n += 1) {
    const id = withCheck(`99010220140305${String(n).padStart(3, '0')}`);
    if (id.endsWith('X')) return id;
  }
  throw new Error('no number with X');
})();

describe('identity vectors (dummy numbers of public validators)', () => {
  const valid = [
    '11010120170210193X',
    '120103198806018241',
    '310101200001013948',
    '810000199408230021',
    '830000199201300022',
    '110101199003078670',
    '440308199901101512',
    '500154199804106120',
    '430302199312194239',
    '362324198001010014',
    '362324198101010011',
    '362324198201010019',
    // Only a reader that dates division codes would object.
    '500154199301135886',
    '411082198901010002',
    // Only a reader with an age limit would object.
    '110101188606258888',
    '110101188606248882',
  ];
  it.each(valid)('%s is valid', (id) => {
    expect(readResidentId(id)).toMatchObject({ id, valid: true, trusted: true, findings: [] });
  });

  it.each([
    ['98765432101234567', 'id.length'],
    ['9876543210123456789', 'id.length'],
    ['110102YYYYMMDD888X', 'id.characters'],
    ['98765432101234567A', 'id.characters'],
    ['A87654321012345678', 'id.characters'],
    ['110102197810272321', 'id.checksum'],
    ['111111199901101512', 'id.checksum'],
    ['440308199902301512', 'id.birthDate'],
    ['440308199901101513', 'id.checksum'],
    ['11010119900307867X', 'id.checksum'],
    ['44030819990110', 'id.length'],
    ['610104620932690', 'id.birthDate'],
  ])('%s is not valid: %s', (id, finding) => {
    const reading = readResidentId(id);
    expect(reading.valid).toBe(false);
    expect(reading.trusted).toBe(false);
    expect(reading.findings).toContain(finding);
  });

  it('reads 15 digits as 18', () => {
    expect(readResidentId('610104620927690')).toMatchObject({
      form: 'fifteen',
      id: '610104196209276908',
      valid: true,
      trusted: true,
      findings: ['id.fifteenDigits'],
    });
  });

  it('asks for a day to judge a birth date in the future', () => {
    const earlier = '110101202301018881';
    const later = '110101202312128883';
    const asOf = day(2023, 6, 1);
    expect(readResidentId(later)).toMatchObject({ valid: true });
    expect(readResidentId(earlier, { asOf })).toMatchObject({ valid: true, findings: [] });
    expect(readResidentId(later, { asOf })).toMatchObject({ valid: false, findings: ['id.bornAfterAsOf'] });
    expect(readResidentId(later, { asOf: day(2023, 12, 12) })).toMatchObject({ valid: true });
  });
});

describe('what exporters and keyboards do to an ID', () => {
  it.each([
    [` ${CHILD}\t`, ['id.whitespace']],
    [`${CHILD.slice(0, 6)}\u{A0}${CHILD.slice(6)}\n`, ['id.whitespace']],
    [`\u{FEFF}${CHILD.slice(0, 6)}\u{200B}${CHILD.slice(6)}`, ['id.invisible']],
    [`'${CHILD}`, ['id.apostrophe']],
    [`‘${CHILD}’`, ['id.apostrophe']],
    [[...CHILD].map((c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).join(''), ['id.width']],
    [` ’${CHILD}\u{3000}`, ['id.whitespace', 'id.apostrophe']],
    [`${CHILD}42`, ['id.disabilityCertificate']],
    [`${CHILD}42B1`, ['id.disabilityCertificate']],
    [`G${CHILD}`, ['id.studentNumber']],
  ])('%j reads as the same number, with the steps named', (cell, findings) => {
    const reading = readResidentId(cell);
    expect(reading).toMatchObject({ text: cell, id: CHILD, valid: true, trusted: true });
    expect(reading.findings).toEqual(findings);
  });

  it.each(['x', '×', '✕', 'Х', 'х', 'Χ', 'Ⅹ', '*', 'ｘ', 'Ｘ'])('reads %s at the end as X', (sign) => {
    const reading = readResidentId(WITH_X.slice(0, 17) + sign);
    expect(reading).toMatchObject({ id: WITH_X, trusted: true });
    expect(reading.findings.length).toBeGreaterThan(0);
    expect(readResidentId(`${WITH_X.slice(0, 17)}${sign}31`)).toMatchObject({ id: WITH_X, trusted: true });
  });

  it('reads no other sign as X, and X nowhere else', () => {
    for (const sign of ['A', 'K', '?', '#', '×✕'])
      expect(readResidentId(WITH_X.slice(0, 17) + sign).id).toBeNull();
    expect(readResidentId(`${CHILD.slice(0, 9)}X${CHILD.slice(10)}`).id).toBeNull();
  });

  it('takes no class or level that a disability certificate cannot have', () => {
    for (const tail of ['02', '82', '40', '45', '4', '423', '42B', '42C1'])
      expect(readResidentId(CHILD + tail).id).toBeNull();
  });

  it('never trusts digits that a spreadsheet may have changed', () => {
    const flattened = `${CHILD.slice(0, 15)}000`;
    expect(readResidentId(flattened)).toMatchObject({ id: flattened, trusted: false, damaged: true });
    expect(readResidentId(flattened).findings).toContain('id.endsInZeros');
    expect(readResidentId(CHILD, { notText: true })).toMatchObject({
      id: CHILD,
      valid: true,
      trusted: false,
    });
    expect(readResidentId(`${CHILD}.00`)).toMatchObject({ trusted: false });
    expect(readResidentId('9.90102201403052E+17')).toMatchObject({
      form: 'damaged',
      id: null,
      birth: day(2014, 3, 5),
      findings: ['id.scientific'],
    });
    expect(readResidentId('9.90102E+17')).toMatchObject({ form: 'damaged', id: null, birth: null });
  });

  it('does not trust a valid number that ends in 000', () => {
    let seen = 0;
    for (let n = 100; n < 1000; n += 100) {
      const id = withCheck(`99010220140305${n}`);
      if (!id.endsWith('000')) continue;
      seen += 1;
      expect(readResidentId(id)).toMatchObject({ valid: true, trusted: false });
    }
    for (let d = 1; d <= 28 && seen === 0; d += 1)
      for (let n = 100; n < 1000; n += 100) {
        const id = withCheck(`990102201403${String(d).padStart(2, '0')}${n}`);
        if (!id.endsWith('000')) continue;
        seen += 1;
        expect(readResidentId(id)).toMatchObject({ valid: true, trusted: false });
      }
    expect(seen).toBeGreaterThan(0);
  });

  it('does not make a great-grandmother of a child whose number was cut to 15 digits', () => {
    // As an old number it would say 1920-11-03.
    const reading = readResidentId('990102201103211');
    expect(reading).toMatchObject({ form: 'fifteen', trusted: false, damaged: true });
    expect(reading.findings).toContain('id.maybeCut');
    // As an old number it would have month 14.
    expect(readResidentId('990102201403052')).toMatchObject({
      id: null,
      form: 'damaged',
      birth: day(2014, 3, 5),
    });
  });

  it('reads J and L numbers as student numbers, not as IDs', () => {
    for (const letter of ['J', 'L']) {
      const cell = `${letter}${CHILD}`;
      expect(readResidentId(cell)).toMatchObject({ form: 'studentNumber', id: null, studentNumber: cell });
    }
  });

  it('knows a blank cell', () => {
    for (const cell of ['', ' ', '\u{3000}\u{200B}', "'"])
      expect(readResidentId(cell)).toMatchObject({ form: 'blank', id: null, compact: '' });
  });
});

describe('laws', () => {
  const digits = fc.tuple(fc.integer({ min: 3, max: 28 }), fc.integer({ min: 1, max: 999 }));
  const someId = digits.map(([d, n]) =>
    withCheck(`990102201503${String(d).padStart(2, '0')}${String(n).padStart(3, '0')}`),
  );

  it('finds every wrong character and every exchange of two neighbours', () => {
    fc.assert(
      fc.property(
        someId,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...'0123456789X'),
        (id, at, character) => {
          const wrong = id.slice(0, at) + character + id.slice(at + 1);
          if (wrong !== id) expect(readResidentId(wrong).valid).toBe(false);
          const exchanged = id.slice(0, at) + (id[at + 1] ?? '') + (id[at] ?? '') + id.slice(at + 2);
          if (exchanged !== id) expect(readResidentId(exchanged).valid).toBe(false);
        },
      ),
    );
  });

  it('gives a reading for any text, with known findings only, and keeps the text', () => {
    const pieces = fc.constantFrom(
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
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((p) => p.join('')),
        ),
        (cell) => {
          const reading = readResidentId(cell);
          expect(reading.text).toBe(cell);
          for (const finding of reading.findings) expect(ID_FINDINGS).toContain(finding);
          if (reading.trusted) expect(reading.valid && !reading.damaged).toBe(true);
          if (reading.id !== null) expect(reading.id).toMatch(/^[0-9]{17}[0-9X]$/);
          // What was read reads as itself, unless the spreadsheet rule steps in.
          if (reading.valid && !reading.id!.endsWith('000'))
            expect(readResidentId(reading.id!)).toMatchObject({ id: reading.id, valid: true, findings: [] });
          // Whatever differs from the cell is named.
          if (reading.id !== null && reading.id !== cell) expect(reading.findings.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('has a sentence in both languages for every finding', () => {
    for (const finding of ID_FINDINGS) {
      expect(ROSTER_MESSAGES[finding]?.zh).toMatch(/\p{Script=Han}/u);
      expect(ROSTER_MESSAGES[finding]?.en).toMatch(/^[\x20-\x7E]+$/);
    }
  });
});
