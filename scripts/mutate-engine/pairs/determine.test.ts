import { expect, test } from 'vitest';
import { verdictOf } from '../../../test/agreement/pairs.js';
import { PAIRS } from './pairs.js';

// Both meanings share what is in this room, so that each is asked anew.
test.each(PAIRS)('both meanings agree under the random rule file $i', ({ ground, agreed }) => {
  for (const { student } of agreed) expect(verdictOf(ground, student).kind).toBe('equal');
});
