import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { READ_MESSAGES } from '../../../src/batch/read/index.js';

const ROOM = join(import.meta.dirname, '../../../src/batch/read');
const holes = (template: string): string[] => (template.match(/\{\w+\}/g) ?? []).sort();

test('both languages fill the same holes', () => {
  for (const [code, { zh, en }] of Object.entries(READ_MESSAGES)) {
    expect(code).toMatch(/^read\.[a-z][A-Za-z0-9]*$/);
    expect([...new Set(holes(zh))], code).toEqual([...new Set(holes(en))]);
    expect(zh).toMatch(/[。]$/);
    expect(en).toMatch(/\.$/);
  }
});

test('every code is used and every used code has its words', () => {
  const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'codes.ts')
    .map((path) => readFileSync(join(ROOM, path), 'utf8'));
  const used = new Set(sources.flatMap((text) => text.match(/(?<=')read\.\w+(?=')/g) ?? []));
  expect([...used].sort()).toEqual(Object.keys(READ_MESSAGES).sort());
});
