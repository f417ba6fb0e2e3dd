import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, MESSAGES, renderIssue } from '../../src/explain/index.js';
import { asksFor, fill, isVocabulary } from '../../src/explain/messages/index.js';

// Every code that the core creates has a sentence in every language, which asks for nothing that nobody gives.

const SOURCE = resolve(import.meta.dirname, '../../src');
const ROOMS = ['rules', 'plan', 'determine', 'roster', 'reconcile'];

function sources(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

interface Created {
  readonly code: string;
  readonly where: string;
  /** Names of the values at this site, as far as text can tell; `null` where they are built elsewhere. */
  readonly values: ReadonlySet<string> | null;
}

/** Calls that create an issue: `error('x.y'`, `warning(`, `refuse(`, `one(`, `broken(`, with a ternary inside or not. */
const CREATES =
  /\b(?:error|warning|refuse|one|broken)\(\s*(?:[^'"()]*\?\s*)?'((?:rules|library|plan|list|fact|student|category|decision|evidence|paper|given)\.\w+)'/g;
/** Slots of the schema give their code as the message of a refinement. */
const SLOT = /'(rules\.\w+)'(?=,?\s*\)\s*(?:\.meta)?)/g;

/** The text of a call from its opening bracket to its own closing one. */
function callFrom(text: string, at: number): string {
  let open = 0;
  for (let i = text.indexOf('(', at); i < text.length; i += 1) {
    if (text[i] === '(') open += 1;
    if (text[i] === ')') open -= 1;
    if (open === 0) return text.slice(at, i + 1);
  }
  return text.slice(at);
}

/** Names of members in an object literal, shorthand ones and those behind a spread condition too. */
function namesIn(call: string, around: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of call.matchAll(/(?:[{,]\s*)(\w+)(?=\s*[:,}])/g)) names.add(match[1] as string);
  // `values` and `{ ...values, near }` are built a few lines above.
  if (/\bvalues\b/.test(call)) {
    const built = around.lastIndexOf('const values');
    if (built >= 0) for (const name of namesIn(around.slice(built, built + 400), '')) names.add(name);
  }
  return names;
}

const created: readonly Created[] = ROOMS.flatMap((room) =>
  sources(join(SOURCE, room)).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const where = relative(SOURCE, path);
    const calls = [...text.matchAll(CREATES)].map((match): Created => {
      const call = callFrom(text, match.index);
      return {
        code: match[1] as string,
        where,
        values: namesIn(call, text.slice(0, match.index + call.length)),
      };
    });
    const slots = /schema\/|constructs\//.test(where)
      ? [...text.matchAll(SLOT)].map((match): Created => ({ code: match[1] as string, where, values: null }))
      : [];
    return [...calls, ...slots];
  }),
);

/** Any quoted code at all, in the rooms above: what the scan of calls may not overlook. */
const quoted = new Set(
  ROOMS.flatMap((room) =>
    sources(join(SOURCE, room)).flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(
          /'((?:rules|library|plan|list|fact|student|category|decision|evidence|paper|given)\.[a-z]\w+)'/g,
        ),
      ].map((match) => match[1] as string),
    ),
  ),
);

test('the scan sees calls of every kind', () => {
  const codes = new Set(created.map((one) => one.code));
  for (const code of [
    'rules.limit',
    'rules.quoteFormula',
    'rules.unknownKey',
    'rules.id',
    'rules.cutsNotIncreasing',
    'rules.needsRounding',
    'rules.number',
    'plan.notInForce',
    'fact.afterAsOf',
    'library.equalDates',
    'given.unknown',
  ])
    expect(codes).toContain(code);
  expect(quoted.size).toBeGreaterThan(70);
});

test('every code of the core has a sentence in every language', () => {
  const silent = [...quoted].filter((code) => !Object.hasOwn(MESSAGES, code));
  expect(silent).toEqual([]);
  for (const [code, said] of Object.entries(MESSAGES)) {
    for (const lang of LANGUAGES) expect(said[lang].trim(), `${code} in ${lang}`).not.toBe('');
    expect(said.zh, code).toMatch(/\p{Script=Han}/u);
    expect(said.en, code).not.toMatch(/\p{Script=Han}/u);
  }
});

test('no sentence of rules, plan and determine is for a code that nothing creates', () => {
  const ours = Object.keys(MESSAGES).filter((code) =>
    /^(rules|library|plan|list|fact|student|category|decision|evidence|paper|given)\./.test(code),
  );
  expect(ours.filter((code) => !quoted.has(code))).toEqual([]);
});

describe('what sentences ask for', () => {
  const sites = new Map<string, Set<string>>();
  const vague = new Set<string>();
  for (const { code, values } of created) {
    const all = sites.get(code) ?? new Set<string>();
    for (const name of values ?? []) all.add(name);
    sites.set(code, all);
    if (values === null) vague.add(code);
  }
  // Values that a helper adds: a slot of the schema gives the code, the reader of its problems `found`; a fact its name.
  const BY_HELPER: Readonly<Record<string, readonly string[]>> = {
    'rules.number': ['found'],
    'rules.date': ['found'],
    'rules.id': ['found'],
    'rules.yaml': ['what', 'found'],
    'rules.duplicateKey': ['key'],
    'rules.emptyValue': ['found', 'text'],
    'rules.count': ['whole'],
    'rules.csv': ['header'],
    'rules.unknownName': ['known'],
    ...Object.fromEntries(
      ['span', 'yearDay', 'rowKey', 'keyType', 'fileName'].map((code) => [`rules.${code}`, ['found']]),
    ),
    ...Object.fromEntries(
      ['type', 'option', 'afterAsOf', 'people', 'conflict'].map((code) => [`fact.${code}`, ['fact']]),
    ),
    'evidence.missing': ['fact'],
    ...Object.fromEntries(
      ['reason', 'paper', 'range', 'role'].map((code) => [`decision.${code}`, ['kind', 'of']]),
    ),
  };
  test.each([...sites.keys()].filter((code) => Object.hasOwn(MESSAGES, code)))('%s', (code) => {
    const given = new Set([...(sites.get(code) as Set<string>), ...(BY_HELPER[code] ?? [])]);
    for (const lang of LANGUAGES) {
      const { always, optional } = asksFor(MESSAGES[code]?.[lang] as string);
      expect(
        [...always, ...optional].filter((name) => !given.has(name)),
        `${code} in ${lang}`,
      ).toEqual([]);
    }
    expect(vague.has(code) && BY_HELPER[code] === undefined, `${code}: values cannot be seen`).toBe(false);
  });

  test('both languages ask for the same values, in words that exist', () => {
    for (const [code, said] of Object.entries(MESSAGES)) {
      const [zh, en] = LANGUAGES.map((lang) => asksFor(said[lang]));
      expect([...(zh?.always ?? [])].sort(), code).toEqual([...(en?.always ?? [])].sort());
      expect([...(zh?.optional ?? [])].sort(), code).toEqual([...(en?.optional ?? [])].sort());
      for (const lang of LANGUAGES)
        for (const match of said[lang].matchAll(/\{\w+:(\w+)\}/g))
          expect(isVocabulary(match[1] as string), `${code}: ${match[1]}`).toBe(true);
    }
  });
});

describe('templates', () => {
  test('a value, a value in words, and text that is there only with its value', () => {
    expect(fill('{a} and {b}', { a: 1, b: 'x' }, 'en')).toBe('1 and x');
    expect(fill('{a:kind}', { a: 'list' }, 'zh')).toBe('一个列表');
    expect(fill('{a:type}', { a: 'number CNY/year' }, 'en')).toBe('a number in CNY/year');
    expect(fill('{a:type}', { a: 'else' }, 'en')).toBe('"else"');
    expect(fill('x{near?; did you mean "{near}"?}', { near: 'y' }, 'en')).toBe('x; did you mean "y"?');
    expect(fill('x{near?; did you mean "{near}"?}', {}, 'en')).toBe('x');
    expect(fill('x{near?; did you mean "{near}"?}', { near: '' }, 'en')).toBe('x');
  });

  test('a value that is missing is seen, and a value is never itself a template', () => {
    expect(fill('{a}', {}, 'en')).toBe('{a}');
    expect(fill('{a} {b}', { a: '{b}', b: 'c' }, 'en')).toBe('{b} c');
    expect(fill('{a}', { a: '$&' }, 'en')).toBe('$&');
    expect(fill('{a?$& {a}}', { a: '{b?c}' }, 'en')).toBe('$& {b?c}');
  });
});

describe('lines', () => {
  const issue = { code: 'rules.missingKey', severity: 'error', values: { key: 'status' } } as const;

  test('a text file, a table, a value, and no place', () => {
    const text = { ...issue, place: { file: 'a.yaml', line: 3, column: 7, path: 'x.y' } };
    expect(renderIssue(text, 'en')).toBe(
      'a.yaml:3:7: rules.missingKey: The key "status" is required here and missing. Add it.',
    );
    expect(renderIssue(text, 'zh')).toBe(
      'a.yaml:3:7: rules.missingKey: 这里缺少必须有的键“status”。请补上。',
    );
    const table = { ...issue, place: { file: 'a.xlsx', sheet: 'x', row: 12, header: '身份证号' } };
    expect(renderIssue(table, 'en')).toMatch(
      /^a\.xlsx, sheet 'x', row 12, column 身份证号: rules\.missingKey: The key/,
    );
    expect(renderIssue(table, 'zh')).toMatch(
      /^文件 a\.xlsx，工作表“x”，第 12 行，“身份证号”列：rules\.missingKey：这里缺少/,
    );
    expect(renderIssue({ ...issue, place: { path: 'facts.a' } }, 'en')).toMatch(
      /^facts\.a: rules\.missingKey: /,
    );
    expect(renderIssue(issue, 'en')).toMatch(/^rules\.missingKey: The key/);
    expect(renderIssue({ ...issue, place: {} }, 'en')).toMatch(/^rules\.missingKey: The key/);
  });

  test('a code that nobody knows shows its values; a caller brings its own sentences', () => {
    const unknown = {
      code: 'read.strange',
      severity: 'warning',
      values: { count: 3, what: 'rows' },
    } as const;
    expect(renderIssue(unknown, 'zh')).toBe('read.strange：count=3, what=rows');
    expect(renderIssue({ ...unknown, code: 'constructor' }, 'en')).toBe('constructor: count=3, what=rows');
    const extra = { 'read.strange': { zh: '{count} 行', en: '{count} {what}' } };
    expect(renderIssue(unknown, 'en', extra)).toBe('read.strange: 3 rows');
  });
});
