import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Holding, readCases } from '../../src/cases/index.js';
import { mutantsOf } from '../../src/mutate/index.js';
import { provedSame } from '../../src/mutate/same.js';
import { readComposed, readRules, readText } from '../../src/rules/index.js';

const ROOT = join(import.meta.dirname, '../../rules');
const NOWHERE = { line: 1, column: 1 };
const PLACELESS = { value: () => NOWHERE, key: () => NOWHERE, end: () => NOWHERE, inside: () => NOWHERE };

const yamlIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const SCHEMES = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const EXPLAINED = SCHEMES.flatMap(({ name }) => {
  const files = (file: string): string => readFileSync(join(ROOT, name, 'cases', file), 'utf8');
  const read = yamlIn(join(ROOT, name, 'cases')).map((text) => readCases(text, { files }));
  const all = read.flatMap((one) => (one.ok ? [one.value] : []));
  return all.flatMap(({ edition, unnoticed = [] }) =>
    unnoticed.map((one) => {
      const cases = all.filter((file) => file.edition === edition).flatMap((file) => file.cases);
      return { scheme: name, edition, ...one, cases: cases.filter(({ generated }) => !generated) };
    }),
  );
});

test('schemes that come along explain some of what no case notices', () => {
  expect(EXPLAINED.length).toBeGreaterThan(0);
});

test.each(EXPLAINED)('$scheme: no case notices $at → $to, and it is not proved the same', (one) => {
  const { scheme, edition, at, to, cases, because } = one;
  const text = yamlIn(join(ROOT, scheme)).find((file) => file.includes(`\nedition: ${edition}\n`)) ?? '';
  const [written, rules] = [readText(text), readRules(text)];
  if (!written.ok || !rules.ok) throw new Error('refused');
  const edits = mutantsOf(written.value.root).filter(
    ({ path, after }) => path.join('.') === at && after === to,
  );
  expect(edits.length).toBeGreaterThan(0);
  for (const { root } of edits) {
    const mutant = readComposed({ tree: { ...PLACELESS, root }, depth: 0 });
    if (!mutant.ok) throw new Error('refused');
    expect(new Holding(cases).holds(mutant.value)).toBe(true);
    expect(provedSame(rules.value, mutant.value)).toBe(false);
  }
  expect([because.zh, because.en].every((words) => words !== undefined && words.length > 10)).toBe(true);
});
