import { expect, test } from 'vitest';
import { determine } from '../../../src/determine/index.js';
import { compile } from '../../../src/plan/index.js';
import { CONTEXT } from '../../../test/agreement/arbitrary/students.js';
import { bytesOf } from '../../../test/agreement/pairs.js';
import { PAIRS } from './pairs.js';

test.each(PAIRS)('the plan of the random rule file $i says what the reference says', ({ ground, agreed }) => {
  // A copy: what is kept by rule set is worked out anew.
  const plan = compile({ ...ground.rules }, CONTEXT);
  if (!plan.ok) throw new Error('not compiled');
  for (const { student, says } of agreed) expect(bytesOf(determine(plan.value, student))).toBe(says);
});
