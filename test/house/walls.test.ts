import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

// The walls of .dependency-cruiser.cjs: the real tree keeps them, and every rule catches the mistake it is for.

const ROOT = resolve(import.meta.dirname, '../..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

interface Rule {
  readonly name: string;
  readonly comment?: string;
  readonly severity: string;
}
const { forbidden } = createRequire(import.meta.url)(CONFIG) as { readonly forbidden: readonly Rule[] };

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function violations(cwd: string): readonly Violation[] {
  const bin = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = spawnSync(process.execPath, [bin, 'src', '--config', CONFIG, '--output-type', 'json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(run.stderr).not.toMatch(/ERROR/);
  const result = JSON.parse(run.stdout) as {
    readonly summary: { readonly violations: readonly Violation[]; readonly totalCruised: number };
  };
  expect(result.summary.totalCruised).toBeGreaterThan(0);
  return result.summary.violations;
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A small house of its own: our configuration, stub packages, and the given sources. */
function house(sources: Readonly<Record<string, string>>): string {
  const top = mkdtempSync(join(tmpdir(), 'bulou-walls-'));
  made.push(top);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  };
  for (const file of ['package.json', 'tsconfig.json']) copyFileSync(join(ROOT, file), join(top, file));
  const stubs = ['zod', 'yaml', 'decimal.js', 'date-fns', '@date-fns/utc', '@noble/hashes'];
  for (const name of [...stubs, 'commander', 'vitest']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'export const x = 1;\n');
  }
  const rooms = [
    'value',
    'rules',
    'roster',
    'reference',
    'plan',
    'reconcile',
    'determine',
    'record',
    'explain',
  ];
  for (const room of [...rooms, 'batch', 'cli', 'verify'])
    write(`src/${room}/index.ts`, 'export const x = 1;\n');
  write('src/value/inner.ts', 'export const x = 1;\n');
  for (const [path, text] of Object.entries(sources)) write(path, text);
  return top;
}

const use = (from: string): string => `import { x } from '${from}';\nexport const y = x;\n`;

/** What is planted, and the rules that must catch it: these and no others. */
const PLANTED: Readonly<Record<string, readonly [source: string, ...caught: string[]]>> = {
  'src/value/a.ts': [use('../rules/index.js'), 'arrow-value'],
  'src/rules/a.ts': [use('../roster/index.js'), 'arrow-rules'],
  'src/roster/a.ts': [use('../plan/index.js'), 'arrow-roster'],
  'src/reference/a.ts': [use('../plan/index.js'), 'arrow-reference'],
  'src/plan/a.ts': [use('../determine/index.js'), 'arrow-plan'],
  'src/reconcile/a.ts': [use('../determine/index.js'), 'arrow-reconcile'],
  'src/determine/a.ts': [use('../explain/index.js'), 'arrow-determine'],
  'src/determine/b.ts': [use('../batch/index.js'), 'arrow-determine'],
  'src/check/a.ts': [use('../explain/index.js'), 'arrow-check'],
  'src/mutate/a.ts': [use('../determine/index.js'), 'arrow-mutate'],
  'src/testing/a.ts': [use('../reconcile/index.js'), 'arrow-testing'],
  'src/cases/a.ts': [use('../explain/index.js'), 'arrow-cases'],
  'src/record/a.ts': [use('../explain/index.js'), 'arrow-record'],
  'src/explain/a.ts': [use('../cli/index.js'), 'arrow-explain'],
  'src/batch/a.ts': [use('../cli/index.js'), 'arrow-batch'],
  'src/cli/a.ts': [use('../attic/index.js'), 'arrow-cli'],
  'src/verify/a.ts': [use('../value/index.js'), 'arrow-verify'],
  'src/plan/type.ts': ["import type { X } from '../determine/index.js';\nexport type Y = X;\n", 'arrow-plan'],
  'src/plan/again.ts': ["export * from '../determine/index.js';\n", 'arrow-plan'],
  'src/plan/lazy.ts': ["export const y = import('../determine/index.js');\n", 'arrow-plan'],
  'src/attic/index.ts': [use('../value/index.js'), 'known-rooms'],
  'src/plan/behind.ts': [use('../value/inner.js'), 'doors'],
  'src/extra.ts': [use('./batch/index.js'), 'public-list'],
  'src/index.ts': [use('./value/inner.js'), 'public-list'],
  'src/plan/round.ts': ["import { y } from './trip.js';\nexport const x = y;\n", 'no-cycles'],
  'src/plan/trip.ts': ["import { x } from './round.js';\nexport const y = x;\n"], // reported once, where it is entered
  'src/plan/file.ts': [
    "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;\n",
    'core-without-node',
  ],
  'src/plan/file-type.ts': [
    "import type { Stats } from 'node:fs';\nexport type Y = Stats;\n",
    'core-without-node',
  ],
  'src/plan/old-name.ts': ["import { cpus } from 'os';\nexport const y = cpus;\n", 'core-without-node'],
  'src/plan/package.ts': [use('commander'), 'core-packages'],
  'src/rules/decimal.ts': [use('decimal.js'), 'decimal-in-value'],
  'src/batch/decimal.ts': [use('decimal.js'), 'decimal-in-value'],
  'src/roster/date.ts': [use('date-fns'), 'dates-in-value'],
  'src/cli/utc.ts': [use('@date-fns/utc'), 'dates-in-value'],
  'src/plan/zod.ts': [use('zod'), 'readers-where-files-are-read'],
  'src/cli/yaml.ts': [use('yaml'), 'readers-where-files-are-read'],
  'src/batch/tool.ts': [use('vitest'), 'only-dependencies'],
  'src/batch/nowhere.ts': [use('no-such-package-here'), 'resolvable'],
  'src/batch/nofile.ts': [use('./no-such-file.js'), 'resolvable'],
};

/** What must stay allowed, or the walls would be caught catching everything. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/index.ts': "export { x } from './value/index.js';\nexport { x as z } from './rules/index.js';\n",
  'src/value/dates.ts':
    "import { x } from 'date-fns';\nimport { x as u } from '@date-fns/utc';\nexport const y = [x, u];\n",
  'src/value/numbers.ts': use('decimal.js'),
  'src/value/digests.ts': use('@noble/hashes'),
  'src/rules/read.ts': "import { x } from 'yaml';\nimport { x as z } from 'zod';\nexport const y = [x, z];\n",
  'src/rules/parts/a.ts': use('./b.js'),
  'src/rules/parts/b.ts':
    "import type { y } from './a.js';\nexport type Y = typeof y;\nexport const x = 1;\n",
  'src/reference/mean.ts': use('../rules/index.js'),
  'src/plan/lower.ts': use('../rules/index.js'),
  'src/reconcile/match.ts': use('../roster/index.js'),
  'src/determine/one.ts': use('../plan/index.js'),
  'src/explain/words.ts': use('../determine/index.js'),
  'src/record/line.ts': use('../reconcile/index.js'),
  'src/batch/run.ts':
    "import { readFileSync } from 'node:fs';\nimport { x } from '../record/index.js';\nexport const y = [readFileSync, x];\n",
  'src/cli/check.ts': use('../verify/index.js'),
  'src/verify/join.ts': use('@noble/hashes'),
  'src/cli/main.ts':
    "import { x } from 'commander';\nimport { x as b } from '../batch/index.js';\nexport const y = [x, b];\n",
};

test('the source keeps its walls', () => {
  expect(violations(ROOT).map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([]);
});

test('every rule says which mistake it prevents, and is an error', () => {
  for (const rule of forbidden) {
    expect(rule.comment?.length ?? 0, rule.name).toBeGreaterThan(60);
    expect(rule.severity, rule.name).toBe('error');
  }
});

test('every folder of src/ has its arrows', () => {
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((e) => e.isDirectory());
  const arrows = forbidden.map((rule) => rule.name);
  for (const room of rooms) expect(arrows).toContain(`arrow-${room.name}`);
});

test('every planted mistake is caught, by the rule that is for it', () => {
  const sources = Object.fromEntries(Object.entries(PLANTED).map(([path, [text]]) => [path, text]));
  const found = new Map<string, Set<string>>();
  for (const violation of violations(house(sources))) {
    const names = found.get(violation.from) ?? new Set();
    found.set(violation.from, names.add(violation.rule.name));
  }
  const caught = Object.fromEntries([...found].map(([path, names]) => [path, [...names].sort()]));
  const expected = Object.fromEntries(
    Object.entries(PLANTED).flatMap(([path, [, ...names]]) => (names.length === 0 ? [] : [[path, names]])),
  );
  expect(caught).toEqual(expected);

  const exercised = new Set(Object.values(expected).flat());
  expect([...exercised].sort()).toEqual(forbidden.map((rule) => rule.name).sort());
});

test('what is allowed stays allowed', () => {
  expect(violations(house(ALLOWED)).map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([]);
});
