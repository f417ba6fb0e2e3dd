import fc from 'fast-check';
import { checkCharacter } from '../../src/roster/index.js';
import { addDays, type CivilDate } from './days.js';

/** The ID that 17 digits begin. */
export const withCheck = (seventeen: string): string => seventeen + checkCharacter(seventeen);

const two = (n: number): string => String(n).padStart(2, '0');

/** IDs of people who do not exist: no division of the country begins with 99. */
export const artificialId: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 6500 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, days, serial]) => {
    const birth: CivilDate = addDays({ y: 2005, m: 1, d: 1 }, days);
    const date = `${birth.y}${two(birth.m)}${two(birth.d)}`;
    return withCheck(`99${String(area).padStart(4, '0')}${date}${String(serial).padStart(3, '0')}`);
  });

/** The day on which they are read. */
export const AS_OF: CivilDate = { y: 2024, m: 9, d: 1 };

/** An artificial child, and one whose number ends in X. */
export const CHILD = withCheck('99010220140305217');
export const CHILD_WITH_X = withCheck('99010220140305001');
