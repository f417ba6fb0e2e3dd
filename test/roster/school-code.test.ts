import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSchoolCode, SCHOOL_CATEGORIES, SCHOOL_CODE_FINDINGS } from '../../src/roster/index.js';

it('reads category, province and serial number', () => {
  expect(readSchoolCode('2137000001')).toEqual({
    text: '2137000001',
    code: '2137000001',
    category: 'primary',
    province: '37',
    serial: '000001',
    findings: [],
  });
});

it.each([
  [' 2137000001', 'school.whitespace'],
  ["'2137000001", 'school.apostrophe'],
  ['２１３７０００００１', 'school.width'],
  ['2137000001\u{200B}', 'school.invisible'],
])('%j is the same code, and says what was taken off', (cell, finding) => {
  expect(readSchoolCode(cell)).toMatchObject({ text: cell, code: '2137000001', findings: [finding] });
});

it('an unknown category or province is a finding; the code stays', () => {
  expect(readSchoolCode('9937000001')).toMatchObject({
    code: '9937000001',
    category: null,
    findings: ['school.category'],
  });
  expect(readSchoolCode('2199000001')).toMatchObject({
    code: '2199000001',
    category: 'primary',
    findings: ['school.province'],
  });
});

it('anything else is no code, and blank is no finding', () => {
  for (const cell of ['213700001', '21370000011', '213700000X', '无', '2.137E+09'])
    expect(readSchoolCode(cell)).toMatchObject({ text: cell, code: null, findings: ['school.form'] });
  expect(readSchoolCode('')).toMatchObject({ code: null, findings: [] });
  expect(Object.keys(SCHOOL_CATEGORIES)).toHaveLength(8);
});

it('gives a reading for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const reading = readSchoolCode(text);
      expect(reading.text).toBe(text);
      for (const finding of reading.findings) expect(SCHOOL_CODE_FINDINGS).toContain(finding);
    }),
  );
});
