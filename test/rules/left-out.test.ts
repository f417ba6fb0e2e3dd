import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compareEditions, readRules } from '../../src/rules/index.js';
import { DOCUMENT } from './editions/documents.js';
import { FILES as CSV_FILES, SCHEMES } from './schemes/schemes.js';

// What a file does not say is left out of what is read of it: it is nowhere as a member without a value, which another
// reader of the canonical form, or a digest, could take for something.

function withoutValue(value: unknown, path: string, seen: Set<unknown>): readonly string[] {
  if (value === undefined) return [path];
  if (value === null || typeof value !== 'object' || seen.has(value)) return [];
  seen.add(value);
  const inside = value instanceof Map ? [...value] : value instanceof Set ? [] : Object.entries(value);
  return inside.flatMap(([key, one]) => withoutValue(one, `${path}.${String(key)}`, seen));
}
const emptyIn = (value: unknown): readonly string[] => withoutValue(value, '', new Set());

const FOLDERS = ['good', 'bad'].map((folder) => join(import.meta.dirname, folder));
const SAMPLES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && !file.endsWith('.base.yaml'))
    .map((file) => [join(basename(folder), file), readFileSync(join(folder, file), 'utf8')] as const),
);

test.each(SAMPLES)('in the sample %s', (file, text) => {
  const beside = (name: string): string | undefined => {
    const path = join(import.meta.dirname, dirname(file), name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const base = `${basename(file, '.yaml')}.base.yaml`;
  const before = beside(base);
  const read = readRules(text, {
    file,
    files: beside,
    predecessor: () => (before === undefined ? undefined : { file: base, text: before }),
  });
  expect(emptyIn(read)).toEqual([]);
});

test.each(SCHEMES)('in %s', (_, text) => {
  const read = readRules(text, { files: (name) => CSV_FILES[name] });
  expect(read.ok).toBe(true);
  expect(emptyIn(read)).toEqual([]);
});

test('in the changes between two editions', () => {
  const later = structuredClone(DOCUMENT) as unknown as Record<string, Record<string, unknown>>;
  later.tiers = [{ id: 'special', from: '60' }] as never;
  later.categories = { other: { when: 'title' } };
  later.programmes = {};
  later.title = { zh: '新' };
  const changes = compareEditions(DOCUMENT, later as never);
  expect(changes.length).toBeGreaterThan(5);
  expect(emptyIn(changes)).toEqual([]);
});
