/**
 * Would the tests of the engine notice a mistake in it? Stryker makes the mistakes in one room of src/ at a time, and runs
 * that room's tests on each: `npm run mutate:engine -- value plan`. Long, and no part of `npm run check`. Stryker is not
 * installed with everything else, being larger than all of it: docs/testing.md has the line that does.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CONFIGS = join(ROOT, 'node_modules/.cache/mutate-engine');

/** For each room the folders of test/ that are about it. */
const TESTS = {
  value: ['value'],
  rules: ['rules', 'cases'],
  reference: ['reference', 'determine'],
  plan: ['plan', 'determine'],
  check: ['check'],
  determine: ['determine'],
  reconcile: ['reconcile'],
};

const rooms = process.argv.slice(2);
const unknown = rooms.filter((room) => !Object.hasOwn(TESTS, room));
if (rooms.length === 0 || unknown.length > 0) {
  console.error(`say which rooms: ${Object.keys(TESTS).join(', ')}`);
  process.exit(2);
}
const stryker = join(ROOT, 'node_modules/.bin/stryker');
if (!existsSync(stryker)) {
  console.error('Stryker is not installed; docs/testing.md says how');
  process.exit(7);
}

mkdirSync(CONFIGS, { recursive: true });
let worst = 0;
for (const room of rooms) {
  const include = TESTS[room].map((folder) => `test/${folder}/**/*.test.ts`);
  const vitest = join(CONFIGS, `${room}.vitest.config.mjs`);
  writeFileSync(
    vitest,
    `export default { test: { include: ${JSON.stringify(include)}, setupFiles: ['test/setup.ts'], testTimeout: 600_000 } };\n`,
  );
  const config = join(CONFIGS, `${room}.json`);
  const settings = {
    testRunner: 'vitest',
    vitest: { configFile: vitest, related: false },
    mutate: [`src/${room}/**/*.ts`, '!src/**/index.ts', '!src/**/messages.ts'],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 2,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { logTests: false },
    tempDirName: '.stryker-tmp',
  };
  writeFileSync(config, JSON.stringify(settings, null, 2));
  const { status } = spawnSync(stryker, ['run', config], { cwd: ROOT, stdio: 'inherit' });
  if ((status ?? 1) > worst) worst = status ?? 1;
}
process.exit(worst);
