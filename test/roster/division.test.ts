import { describe, expect, it } from 'vitest';
import { divisionCodes, divisionOn, hasKnownProvince, isDivisionNotYet } from '../../src/roster/index.js';
import { DIVISION_STARTS } from '../../src/roster/tables/division-starts.js';

const inYear = (y: number) => ({ y, m: 6, d: 30 });

describe('a county that became a district in 2019', () => {
  it('keeps the code of the day', () => {
    expect(divisionOn('371523', inYear(2018))).toBe('371523');
    expect(divisionOn('371523', inYear(2019))).toBe('371503');
    expect(divisionOn('371503', inYear(2024))).toBe('371503');
  });

  it('is known by both codes', () => {
    expect(divisionCodes('371523')).toEqual(['371503', '371523']);
    expect(divisionCodes('371503')).toEqual(['371503', '371523']);
  });

  it('had no new code before', () => {
    expect(isDivisionNotYet('371503', inYear(2018))).toBe(true);
    expect(isDivisionNotYet('371503', inYear(2019))).toBe(false);
    expect(isDivisionNotYet('371523', inYear(1990))).toBe(false);
  });
});

it('leaves what it does not know as it is', () => {
  for (const code of ['990102', '', 'abc']) {
    expect(divisionOn(code, inYear(2024))).toBe(code);
    expect(divisionCodes(code)).toEqual([code]);
  }
});

it('merges two counties into one', () => {
  expect(divisionCodes('370684')).toEqual(['370614', '370634', '370684']);
});

it('knows the 34 codes of provinces, and 83 of residence permits', () => {
  const known = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).filter(hasKnownProvince);
  expect(known).toHaveLength(35);
  for (const code of ['37', '371502', '71', '81', '82', '83']) expect(hasKnownProvince(code)).toBe(true);
  for (const code of ['99', '990102', '00', '16', '', 'x']) expect(hasKnownProvince(code)).toBe(false);
});

it('the table has six digits, one start for each code, and no circle', () => {
  const codes = DIVISION_STARTS.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, year, formerly } of DIVISION_STARTS) {
    for (const each of [code, ...formerly]) {
      expect(each).toMatch(/^[0-9]{6}$/);
      expect(hasKnownProvince(each)).toBe(true);
    }
    expect(year).toBeGreaterThan(1980);
    expect(divisionOn(code, inYear(9999))).toBe(code);
    for (const old of formerly) expect(divisionOn(old, inYear(9999))).toBe(code);
  }
});
