import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesWith, ROOT, repositoryFiles } from './text.js';

// What may not stand anywhere in the text of the source, or of the repository. Every scan is first shown to see.

const source = repositoryFiles('src');

test('there is a source to look at', () => {
  expect(source.length).toBeGreaterThan(20);
});

/** Code made from text could compute anything, and does not run under a strict content security policy. */
const MADE_FROM_TEXT = /\beval\s*\(|\bnew\s+Function\b|(?<!\.)\bFunction\s*\(|\.constructor\s*\(\s*['"`]/;

test('the source makes no code from text', () => {
  const seen = ["eval('1')", 'new Function("a", "b")', "Function('return 1')()", "f.constructor('x')"];
  for (const text of seen) expect(text).toMatch(MADE_FROM_TEXT);
  for (const text of ['evaluate(x)', 'type F = Function;', 'isFunction(x)'])
    expect(text).not.toMatch(MADE_FROM_TEXT);
  expect(linesWith(MADE_FROM_TEXT, source)).toEqual([]);
});

/** Words and orders that depend on the machine's locale. */
const OF_A_LOCALE = /\.(toLocale\w+|localeCompare)\b/;

test('the core orders and writes the same in every locale', () => {
  expect('a.localeCompare(b)').toMatch(OF_A_LOCALE);
  expect(
    linesWith(
      OF_A_LOCALE,
      source.filter(({ path }) => !/^src\/(batch|cli)\//.test(path)),
    ),
  ).toEqual([]);
});

/** The engine knows no scheme: every scheme is a folder of rules/, by its id, or by the name of its place or programme. */
function schemeNames(): RegExp {
  const ids = readdirSync(join(ROOT, 'rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `['"\`/]${entry.name}\\b`);
  const places = ['聊城', '山东', '广东', '江苏', '安徽', '重庆', '河南', '陕西', '长江大学'];
  const names = [
    'liaocheng',
    'guangdong',
    'jiangsu',
    'chongqing',
    'changjiang',
    'bourse',
    'lyc[eé]e',
    '\\bpell\\b',
  ];
  return new RegExp([...ids, '\\bcn-[a-z]{2}\\b', ...places, ...names].join('|'), 'i');
}

test('no file of the source names a scheme', () => {
  for (const text of ['cn-sd-liaocheng', 'Liaocheng', '聊城市', "'cn-gd'", "'us-sai'", 'rules/dmn-0020'])
    expect(text).toMatch(schemeNames());
  expect(linesWith(schemeNames(), source)).toEqual([]);
});

/** The host of a package registry or of a mirror of one, with or without a scheme before it. */
const REGISTRY =
  /\b(registry|npm|pypi|mirrors?|artifactory|nexus|verdaccio)[\w-]*\.(?:[\w-]+\.)*(com|org|io|cn|net|dev|internal|local|lan)\b|\b[\w.-]+\.(pypi|npm)[\w-]*\.(com|org|io|cn)\b|\bnpm(js|mirror)\b|:\/\/[^/\s]*\b(registry|npm|artifactory|nexus)\b[^/\s]*\//i;

test('the repository names no package registry', () => {
  const dot = '.';
  for (const host of [
    ['registry', 'npm' + 'js', 'org'],
    ['registry', 'npm' + 'mirror', 'com'],
    ['www', 'npm' + 'js', 'com'],
    ['npm', 'example', 'cn'],
    ['mirrors', 'example', 'com'],
    ['py' + 'pi', 'org'],
  ])
    expect(`https://${host.join(dot)}/bulou`).toMatch(REGISTRY);
  for (const text of [
    'npm run test',
    'npm install bulou',
    'package-lock.json',
    'https://docs.example.org/npm',
  ])
    expect(text).not.toMatch(REGISTRY);
  expect(linesWith(REGISTRY, repositoryFiles())).toEqual([]);
});

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

test('the lockfile has digests and no addresses', () => {
  expect(locked.length).toBeGreaterThan(20);
  expect(locked.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
});

test('the lockfile has every optional package of every package, so that a clean install works on every platform', () => {
  const missing = locked.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => {
      // A dependency is found beside the package that asks for it, or in any folder above.
      for (let at = path; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
        if (lock.packages[`${at}/node_modules/${name}`] !== undefined) return false;
        if (!at.includes('/node_modules/')) return lock.packages[`node_modules/${name}`] === undefined;
      }
    }),
  );
  expect(missing).toEqual([]);
});

test('every version is exact', () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, Readonly<Record<string, string>>>;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...overrides }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});
