import { expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';
import { FILES } from './exact/files.js';

test('money that is lost is put down to a programme that counts in it, whatever others lose more', () => {
  // With the higher tier the yearly grant loses 100, the monthly meal 10.
  const read = readRules(FILES.purses ?? '');
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { properties } = check(read.value);
  const pathOf = (id: string) => properties.find((one) => one.id === id)?.path.join('.');
  expect(pathOf('sumOrder money CNY/year hard')).toBe('programmes.grant.amount');
  expect(pathOf('sumOrder money CNY/month hard')).toBe('programmes.meal.amount');
  expect(pathOf('monotone poor money CNY/month')).toBe('programmes.meal.amount');
  expect(pathOf('monotone poor loan CNY/year')).toBe('programmes.loan.amount');
});
