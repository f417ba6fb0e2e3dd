import { expect, it } from 'vitest';
import type { MatchContext } from '../../src/reconcile/context.js';
import { isSchoolAge } from '../../src/reconcile/school-age.js';
import { POLICY } from './world.js';

// Who may be a student by the day of birth: from the youngest to the oldest, a margin on either side.

it('the youngest and the oldest count, to the very day', () => {
  const policy = { ...POLICY, schoolAges: { youngest: 3, oldest: 24 }, margin: 2 };
  const asked = (birth: string): boolean => isSchoolAge(birth, { policy } as MatchContext);
  // On 2025-10-10 they turn 1, which is 2 years below 3, and are still 26.
  expect(['2024-10-11', '2024-10-10', '1998-10-11', '1998-10-10'].map(asked)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
