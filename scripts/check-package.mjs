/**
 * The packed tarball, as somebody who installs it sees it. Prevents: an export that leads nowhere, types that lie
 * about ESM or CJS, a file or a dependency that is only there in the repository. Needs dist/ (npm run build), no
 * network.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './bundle.mjs';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const top = mkdtempSync(join(tmpdir(), 'bulou-package-'));
process.on('exit', () => rmSync(top, { recursive: true, force: true }));

/** Runs a program and gives what it prints; what it prints on failure is shown. */
function run(file, args, cwd = top) {
  try {
    return execFileSync(file, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    console.error(`${error.stdout ?? ''}${error.stderr ?? ''}`);
    throw new Error(`failed: ${[file, ...args].join(' ')}`);
  }
}
const bin = (name) => join(ROOT, 'node_modules/.bin', name);
const write = (path, text) => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};

// 1. Pack, and look at what is in it.
const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', top], ROOT));
const tarball = join(top, packed.filename);
const paths = packed.files.map((file) => file.path);
console.log(
  `packed: ${paths.length} files, ${(packed.size / 1000).toFixed(0)} kB, ${(packed.unpackedSize / 1000).toFixed(0)} kB unpacked`,
);
for (const path of [
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'dist/index.js',
  'dist/cli/main.js',
])
  assert.ok(paths.includes(path), `${path} is not in the package`);
const stray = paths.filter(
  (path) => !/^(dist|rules|schema)\/|^[^/]+\.(md|json)$|^LICENSE$/.test(path) || /\.map$|\.test\./.test(path),
);
assert.deepEqual(stray, [], 'files that nobody who installs the package needs');

// 2. What the two checkers of packages say.
run(bin('publint'), ['run', '--strict', '--pack', 'npm'], ROOT);
console.log('publint: clean');
run(bin('attw'), [tarball, '--profile', 'node16']);
console.log('attw: the types are right for ESM and CJS');

// 3. Installed beside nothing but its own dependencies.
mkdirSync(join(top, 'node_modules/bulou'), { recursive: true });
run('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(top, 'node_modules/bulou')]);
const link = (name) => {
  mkdirSync(dirname(join(top, 'node_modules', name)), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules', name), join(top, 'node_modules', name));
};
for (const name of Object.keys(manifest.dependencies)) link(name);

// 4. Imported as ESM and as CJS: the same names, the same decision.
write('probe.mjs', readFileSync(join(ROOT, 'scripts/probe.mjs'), 'utf8'));
// Without fast-check, which only the kit needs, everything but the kit is there.
const ENTRIES = ['bulou', 'bulou/node', 'bulou/check', 'bulou/testing'];
const say = (count) => `
import('./probe.mjs').then(({ probe }) => {
  const [core, , proofs, kit] = entries;
  const rules = core.readRules(${JSON.stringify(readFileSync(join(ROOT, 'rules/cn-ah/2022.yaml'), 'utf8'))}).value;
  const found = proofs.check(rules).properties.map(({ id, status }) => id + ' ' + status);
  const moment = { period: '2025-autumn', asOf: '2025-10-10', knownAt: '2025-10-15' };
  const tried = kit?.noOneMissed(rules, moment).check({ students: 5 }).map(({ id }) => id);
  console.log(JSON.stringify([entries.slice(0, ${count}).map((it) => Object.keys(it).sort()), probe(core), found, tried]));
});
`;
const written = {
  mjs: (names) =>
    `${names.map((name, i) => `import * as e${i} from '${name}';`).join('\n')}\nconst entries = [${names.map((_, i) => `e${i}`)}];`,
  cjs: (names) => `const entries = [${names.map((name) => `require('${name}')`)}];`,
};
function imported(names) {
  const [esm, cjs] = Object.entries(written).map(([extension, imports]) => {
    write(`imports.${extension}`, `${imports(names)}\n${say(names.length)}`);
    return run(process.execPath, [`imports.${extension}`]);
  });
  assert.equal(cjs, esm, 'ESM and CJS must export the same names, decide and prove the same');
  return JSON.parse(esm);
}
assert.equal(imported(ENTRIES.slice(0, 3))[3], null);
link('fast-check');
const [names, , proofs, tried] = imported(ENTRIES);
assert.ok(names.every((of) => of.length > 0) && proofs.length > 0);
assert.deepEqual(tried, []);
console.log(
  `imported as ESM and as CJS: ${ENTRIES.map((entry, i) => `${entry} has ${names[i].length} names`).join(', ')}; both decide, prove (${proofs.length}) and try the same`,
);

// 5. Every rule file and schema is reached by its public path.
const shipped = paths.filter((path) => /^(rules|schema)\//.test(path));
assert.ok(
  shipped.some((path) => path.startsWith('rules/')) && shipped.some((path) => path.startsWith('schema/')),
);
write(
  'paths.mjs',
  `import { readFileSync } from 'node:fs';\nfor (const path of ${JSON.stringify(shipped)}) readFileSync(new URL(import.meta.resolve('bulou/' + path)));\n`,
);
run(process.execPath, ['paths.mjs']);
console.log(`${shipped.length} rule files and schemas are reached as bulou/rules/… and bulou/schema/…`);

// 6. The command.
const command = join(top, 'node_modules/bulou', manifest.bin.bulou);
assert.match(readFileSync(command, 'utf8'), /^#!\/usr\/bin\/env node\n/);
assert.ok(run(process.execPath, [command, '--version']).includes(manifest.version), 'bulou --version');
assert.match(run(process.execPath, [command, '--help']), /\brun\b/);
console.log('the command starts');

// 7. Types, for somebody who writes ESM and for somebody who writes CJS. Nothing of Node is there for the core, and
// our own declarations are checked as well. The expected errors show that nothing has become `any`.
const USE = `
const student: Student = { key: 's', enrolments: [], applied: false };
export function decide(text: string): Determination | readonly string[] {
  const rules = readRules(text);
  if (!rules.ok) return rules.issues.map((issue) => issue.code);
  const plan = compile(rules.value, { period: '2025-autumn', asOf: '2025-10-15', knownAt: '2025-10-15' });
  if (!plan.ok) return [plan.issues[0].code];
  const determination = determine(plan.value, student);
  // @ts-expect-error there is no such outcome
  if (determination.outcome === 'forgotten') return [];
  // @ts-expect-error a determination is not written to
  determination.outcome = 'determined';
  return determination;
}
`;
const CORE = "import { compile, type Determination, determine, readRules, type Student } from 'bulou';\n";
const NODE =
  "import * as node from 'bulou/node';\nexport type Reader = typeof node.readTable;\n// @ts-expect-error no such export\nnode.readNothing;\n";
const CHECKS = `${CORE}import { check, errorsIn } from 'bulou/check';
import { noOneMissed, ruleFiles } from 'bulou/testing';
export function ask(text: string): readonly string[] {
  const rules = readRules(text);
  if (!rules.ok) return [];
  // @ts-expect-error there is no such status
  check(rules.value).properties.some(({ status }) => status === 'perhaps');
  const moment = { period: '2025-autumn', asOf: '2025-10-15', knownAt: '2025-10-15' };
  const broken = noOneMissed(rules.value, moment).check({ students: 3 });
  // @ts-expect-error rule files are text
  ruleFiles().map((file) => file.facts);
  return [...errorsIn(check(rules.value)).map(({ id }) => id), ...broken.map(({ words }) => words.zh)];
}
`;
link('@types/node');
for (const [name, extension] of [
  ['esm', 'mts'],
  ['cjs', 'cts'],
]) {
  write(`types/${name}-core.${extension}`, CORE + USE);
  write(`types/${name}-node.${extension}`, NODE);
  write(`types/${name}-checks.${extension}`, CHECKS);
}
const options = {
  target: 'ES2022',
  lib: ['ES2023'],
  module: 'NodeNext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
};
for (const [name, types, skipLibCheck] of [
  ['core', [], false],
  ['checks', [], true],
  ['node', ['node'], true],
]) {
  const compilerOptions = { ...options, types, skipLibCheck };
  write(`tsconfig.${name}.json`, JSON.stringify({ compilerOptions, include: [`types/*-${name}.*`] }));
  run(bin('tsc'), ['-p', `tsconfig.${name}.json`]);
}
console.log('types: all four check under NodeNext as ESM and as CJS');
