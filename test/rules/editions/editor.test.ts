import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { ruleFileJsonSchema } from '../../../src/rules/index.js';
import { FIRST, SECOND, THIRD } from './scheme.js';

// Editors check an amending file by the same schema file as a whole one.

const schema = z.fromJSONSchema(ruleFileJsonSchema() as z.core.JSONSchema.JSONSchema);
const accepts = (text: string): boolean => schema.safeParse(parse(text)).success;

describe('the JSON Schema', () => {
  test('accepts whole and amending files', () => {
    for (const text of [FIRST, SECOND, THIRD]) expect(accepts(text)).toBe(true);
    const effective = 'effective: { from: 2024-09-01, until: 2025-08-31, gap: { zh: 暑假, en: summer } }';
    expect(accepts(SECOND.replace('effective: { from: 2024-09-01 }', effective))).toBe(true);
  });

  test.each([
    ['a block of its own', `${SECOND}facts: {}\n`],
    ['a verb that is none', SECOND.replace('replace:', 'replaces:')],
    [
      'a removal that is a mapping',
      THIRD.replace('remove: [categories.dibao]', 'remove: { categories.dibao: true }'),
    ],
    ['a header that is not whole', SECOND.replace('published: 2024-08-01\n', '')],
    ['a whole file without a title', FIRST.replace('title: 样例\n', '')],
  ])('refuses %s', (_, text) => expect(accepts(text)).toBe(false));
});
