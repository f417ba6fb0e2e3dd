import { expect, test } from 'vitest';
import { holdAgainst } from './held.js';

test('what is possible is what comes out when every completion is determined alone', () => {
  const held = holdAgainst(1, 1_200, 16);
  console.log(`every completion determined alone: ${JSON.stringify(held)}`);
  expect(held.equal + held.within).toBe(held.trials);
  expect(held.equal).toBeGreaterThan(held.trials / 2);
  expect(held.open).toBeGreaterThan(held.trials / 5);
  expect(held.settled).toBeGreaterThan(held.trials / 5);
  expect(held.amountsNamed).toBeGreaterThan(50);
});
