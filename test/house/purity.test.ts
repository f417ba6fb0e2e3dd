import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';

// The core knows no clock, locale, environment or float: the compiler and the linter are asked to prove it.

const ROOT = resolve(import.meta.dirname, '../..');
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** The errors that tsconfig.core.json gives for one more file in the core, beside everything already there. */
function coreErrors(path: string, text: string): readonly string[] {
  const planted = join(ROOT, path);
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.core.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (d) => {
        throw new Error(ts.flattenDiagnosticMessageText(d.messageText, '\n'));
      },
    },
  );
  if (config === undefined) throw new Error('tsconfig.core.json cannot be read');
  const host = ts.createCompilerHost(config.options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => resolve(file) === planted || fileExists(file);
  host.readFile = (file) => (resolve(file) === planted ? text : readFile(file));
  host.getSourceFile = (file, language, ...rest) =>
    resolve(file) === planted
      ? ts.createSourceFile(file, text, language)
      : getSourceFile(file, language, ...rest);
  // With the whole core as roots: a package whose types bring in Node's would bring them in here.
  const program = ts.createProgram([...config.fileNames, planted], config.options, host);
  const source = program.getSourceFile(planted);
  if (source === undefined) throw new Error('the planted file was not compiled');
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    (d) => `${ts.flattenDiagnosticMessageText(d.messageText, '\n')}`,
  );
}

const OF_A_HOST = [
  'process',
  'console',
  'Buffer',
  'TextDecoder',
  'fetch',
  'setTimeout',
  'performance',
  'crypto',
  'navigator',
  'require',
  '__dirname',
];
const OF_THE_LANGUAGE = ['Map', 'BigInt', 'JSON', 'Uint8Array'];

test('what belongs to a host and not to the language does not compile in the core', () => {
  const names = [...OF_A_HOST, ...OF_THE_LANGUAGE];
  const errors = coreErrors(
    'src/plan/planted.ts',
    `export const all: readonly unknown[] = [${names.join(', ')}];\n`,
  );
  const refused = names.filter((name) => errors.some((text) => text.includes(`'${name}'`)));
  expect(refused).toEqual(OF_A_HOST);
});

test('a Node built-in does not compile in the core', () => {
  expect(coreErrors('src/plan/planted.ts', "import 'node:fs';\nexport {};\n")).toHaveLength(1);
});

test('a folder that is new in src/ is core until somebody says otherwise', () => {
  expect(coreErrors('src/attic/planted.ts', 'export const x = 1;\n')).toEqual([]);
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.core.json'), ts.sys.readFile).config;
  expect(config.include).toEqual(['src']);
  expect(config.exclude).toEqual(['src/batch', 'src/cli']);
});

/** The globals that Biome refuses in each planted file. */
function refusedGlobals(
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
  const top = mkdtempSync(join(tmpdir(), 'bulou-lint-'));
  made.push(top);
  for (const file of ['biome.json', '.gitignore']) copyFileSync(join(ROOT, file), join(top, file));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  const bin = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(
    process.execPath,
    [
      bin,
      'lint',
      '--only=style/noRestrictedGlobals',
      '--only=security/noGlobalEval',
      '--max-diagnostics=none',
      '--reporter=github',
      '.',
    ],
    { cwd: top, encoding: 'utf8' },
  );
  const refused: Record<string, string[]> = {};
  for (const line of run.stdout.split('\n')) {
    const at = /^::error title=(\S+?),file=(\S+?),line=(\d+)/.exec(line);
    if (at === null) continue;
    const [, , path = '', row = ''] = at;
    const file = relative(top, resolve(top, path));
    const text = (files[file] ?? '').split('\n')[Number(row) - 1] ?? '';
    refused[file] = [...(refused[file] ?? []), /= (\w+)/.exec(text)?.[1] ?? text].sort();
  }
  return refused;
}

test('the linter keeps clock, zone, locale, environment and floats out of the core', () => {
  const names = ['Date', 'Intl', 'Math', 'globalThis', 'parseFloat', 'process'];
  const text = names.map((name, i) => `export const x${i}: unknown = ${name};\n`).join('');
  const refused = refusedGlobals({
    'src/index.ts': text,
    'src/value/range.ts': text,
    'src/value/civil-date.ts': text,
    'src/plan/planted.ts': text,
    'src/rules/constructs/bands/planted.ts': text,
    'src/attic/planted.ts': text,
    'src/batch/planted.ts': text,
    'src/cli/planted.ts': text,
  });
  expect(refused).toEqual({
    'src/index.ts': names,
    'src/value/range.ts': names,
    'src/value/civil-date.ts': names.filter((name) => name !== 'Date'),
    'src/plan/planted.ts': names,
    'src/rules/constructs/bands/planted.ts': names,
    'src/attic/planted.ts': names,
  });
});

test('the linter refuses eval everywhere', () => {
  const text = "export const x = eval('1');\n";
  expect(refusedGlobals({ 'src/plan/a.ts': text, 'src/batch/a.ts': text, 'scripts/a.ts': text })).toEqual({
    'src/plan/a.ts': ['eval'],
    'src/batch/a.ts': ['eval'],
    'scripts/a.ts': ['eval'],
  });
});
