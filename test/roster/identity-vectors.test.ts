import { describe, expect, it } from 'vitest';
import { type IdentifierCell, readIdentifier } from '../../src/roster/index.js';

// Dummy numbers that public validators publish with the answer they expect. They are nobody's.

/** The reading that an ID column is compared by. */
const accepts = (cell: IdentifierCell): boolean => cell.readings[0]?.valid === true && cell.readings[0].exact;

describe('15 vectors of one validator', () => {
  const vectors: readonly (readonly [string, boolean])[] = [
    ['11010120170210193X', true],
    ['120103198806018241', true],
    ['310101200001013948', true],
    ['810000199408230021', true],
    ['830000199201300022', true],
    ['98765432101234567', false],
    ['9876543210123456789', false],
    ['110102YYYYMMDD888X', false],
    ['98765432101234567A', false],
    ['A87654321012345678', false],
    ['110102197810272321', false],
    ['110101188606258888', true],
    ['110101188606248882', false],
    ['110101202301018881', true],
    ['110101202312128883', false],
  ];
  const right = (read: (text: string) => IdentifierCell): readonly string[] =>
    vectors.filter(([text, expected]) => accepts(read(text)) === expected).map(([text]) => text);

  it('13 are right by length, characters, calendar and check character', () => {
    const plain = right((text) => readIdentifier({ text }, null));
    expect(plain).toHaveLength(13);
    expect(plain).not.toContain('110101188606248882');
    expect(plain).not.toContain('110101202312128883');
  });

  it('all 15 with a day and an age limit: the day it was written, and the age of the oldest person it knew', () => {
    const asOf = { y: 2023, m: 6, d: 24 };
    expect(right((text) => readIdentifier({ text }, asOf, { maxAge: 136 }))).toHaveLength(15);
  });
});

describe('16 vectors of another, some asked strictly', () => {
  const vectors: readonly (readonly [string, 'lenient' | 'strict', boolean])[] = [
    ['44030819990110', 'lenient', false],
    ['111111199901101512', 'lenient', false],
    ['440308199902301512', 'lenient', false],
    ['440308199901101513', 'lenient', false],
    ['610104620932690', 'lenient', false],
    ['11010119900307867X', 'lenient', false],
    ['500154199301135886', 'strict', false],
    ['500154199301135886', 'lenient', true],
    ['110101199003078670', 'lenient', true],
    ['440308199901101512', 'lenient', true],
    ['500154199804106120', 'lenient', true],
    ['411082198901010002', 'strict', false],
    ['411082198901010002', 'lenient', true],
    ['610104620927690', 'lenient', true],
    ['810000199408230021', 'lenient', true],
    ['830000199201300022', 'lenient', true],
  ];

  it('14 are right without the dates of division codes', () => {
    const right = vectors.filter(
      ([text, , expected]) => accepts(readIdentifier({ text }, null)) === expected,
    );
    expect(right).toHaveLength(14);
  });

  it('all 16 with them: strictly, a code that is younger than the person counts against the number', () => {
    const right = vectors.filter(([text, mode, expected]) => {
      const cell = readIdentifier({ text }, null);
      const old = mode === 'strict' && cell.findings.includes('id.divisionNotInForce');
      return (accepts(cell) && !old) === expected;
    });
    expect(right).toHaveLength(16);
  });

  it('for us it is a finding and never a rejection', () => {
    for (const text of ['500154199301135886', '411082198901010002', '500154199804106120'])
      expect(readIdentifier({ text }, null)).toMatchObject({
        readings: [{ kind: 'full18', text, valid: true, exact: true }],
        findings: ['id.divisionNotInForce'],
      });
  });
});

it.each(['430302199312194239', '362324198001010014', '362324198101010011', '362324198201010019'])(
  '%s is valid, and its abolished or renamed division says nothing',
  (text) => {
    expect(readIdentifier({ text }, null)).toMatchObject({
      readings: [{ kind: 'full18', text, valid: true, exact: true, repairs: [] }],
      findings: [],
    });
  },
);

it('extends 15 digits by the century and the check character', () => {
  expect(readIdentifier({ text: '610104620927690' }, null)).toEqual({
    raw: '610104620927690',
    numeric: false,
    readings: [
      {
        kind: 'full18',
        text: '610104196209276908',
        valid: true,
        exact: true,
        birth: { y: 1962, m: 9, d: 27 },
        repairs: ['fifteenDigits'],
      },
    ],
    findings: ['id.fifteenDigits'],
  });
});
