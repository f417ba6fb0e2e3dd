import { expect, test } from 'vitest';
import { referenceDetermine } from '../../../src/determine/index.js';
import { CONTEXT } from '../../../test/agreement/arbitrary/students.js';
import { bytesOf } from '../../../test/agreement/pairs.js';
import { PAIRS } from './pairs.js';

test.each(PAIRS)('the reference of the random rule file $i says what the plan says', ({ ground, agreed }) => {
  for (const { student, says } of agreed) {
    const reference = referenceDetermine({ ...ground.rules }, CONTEXT, student);
    expect(reference === null ? null : bytesOf(reference)).toBe(says);
  }
});
