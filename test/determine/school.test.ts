import fc from 'fast-check';
import { expect, it } from 'vitest';
import { determine, schoolOf } from '../../src/determine/index.js';
import type { Student } from '../../src/roster/index.js';
import { PLAIN, RICH } from './rich.js';
import { planOf } from './sample.js';

const rich = planOf(RICH);

const enrolment = fc.record(
  {
    school: fc.constantFrom('1', '2', ''),
    stage: fc.constantFrom('primary', 'senior'),
    from: fc.constantFrom('2020-09-01', '2030-09-01', 'soon'),
    until: fc.constantFrom('2021-07-31', '2031-07-31', ''),
  },
  { requiredKeys: ['school'] },
);

it('the school of a student is that of the determination, whatever the student', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(enrolment, { maxLength: 3 }), fc.constant('none')), (enrolments) => {
      const student = { ...PLAIN, enrolments } as unknown as Student;
      expect(schoolOf(rich, student)).toBe(determine(rich, student).school);
    }),
    { numRuns: 60 },
  );
});
