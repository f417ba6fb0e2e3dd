import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OUTCOMES } from '../../src/determine/index.js';
import { asksFor } from '../../src/explain/messages/index.js';
import { ENTRY_STATES } from '../../src/reconcile/index.js';
import { CHECKS, VERIFY_MESSAGES, VERIFY_WORDS } from '../../src/verify/index.js';

// Every code that verify can give has a sentence in both languages, which asks for nothing that nobody gives.

const folder = new URL('../../src/verify/', import.meta.url);
const source = readdirSync(folder)
  .filter((name) => name !== 'messages.ts')
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const made = [...source.matchAll(/'(verify\.\w+)'/g)].map((match) => match[1] as string);

test('sentences and codes are the same', () => {
  expect(made.length).toBeGreaterThan(20);
  const codes = [...new Set(made), ...CHECKS.map((id) => `verify.check.${id}`)];
  expect(codes.sort()).toEqual(Object.keys(VERIFY_MESSAGES).sort());
});

test('both languages ask for the same values', () => {
  for (const [code, { zh, en }] of Object.entries(VERIFY_MESSAGES)) {
    expect(zh, code).not.toBe('');
    expect([...asksFor(zh).always].sort(), code).toEqual([...asksFor(en).always].sort());
  }
});

test('values that are codes have words', () => {
  const given = [
    ...[...source.matchAll(/refuse\('(\w+)'\)/g)].map((match) => match[1] as string),
    ...['key', 'name', 'holders', 'guardian', 'id', 'nameAndBirth'],
    ...ENTRY_STATES,
    ...OUTCOMES,
    ...['student', 'invalid', 'duplicate'],
  ];
  expect(given.length).toBeGreaterThan(20);
  expect(given.filter((code) => !Object.hasOwn(VERIFY_WORDS, code))).toEqual([]);
});
