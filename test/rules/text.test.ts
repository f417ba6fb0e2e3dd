import { describe, expect, test } from 'vitest';
import { readText } from '../../src/rules/text/index.js';

// The text of a rule file, before anything in it means anything: what is refused, at which character, and what is said.

type Values = Readonly<Record<string, string | number>>;
type Said = readonly (readonly [code: string, values: Values])[];

/** A text with a mark before each place at which something is refused, and what, in the order in which it is said. */
const TEXTS: readonly (readonly [marked: string, said: Said])[] = [
  ['‸\uFEFFa: 1\n', [['rules.bom', {}]]],
  ['a: 1\nb:‸\t2\n', [['rules.tab', {}]]],
  ['a: 1\n‸\tb: 2\nc:\t3\n', [['rules.tab', {}]]],
  ['a: 困‸\u0007\n', [['rules.character', { found: 'U+0007' }]]],
  ['a: 𠮷困‸\u202Eb\n', [['rules.character', { found: 'U+202E' }]]],
  ['a: x‸\u0085\n', [['rules.character', { found: 'U+0085' }]]],
  ['a: ‸"\\u0007"\n', [['rules.character', { found: 'U+0007' }]]],
  ['a: 𠮷\nb: { c: 困难, d: ‸"x\\u202e" }\n', [['rules.character', { found: 'U+202E' }]]],
  ['‸"\\u0007": 1\n', [['rules.character', { found: 'U+0007' }]]],
  ['a: x‸\uE000\n', [['rules.character', { found: 'U+E000' }]]],
  ['a: x‸\ud800\n', [['rules.character', { found: 'U+D800' }]]],
  ['a: caf‸e\u0301\n', [['rules.notNfc', {}]]],
  ['a: 1\nb: ‸"caf\\u0065\\u0301"\n', [['rules.notNfc', {}]]],
  ['a: 1\n‸"e\\u0301": 1\n', [['rules.notNfc', {}]]],
  ['a: ‸"\\uE000"\n', [['rules.character', { found: 'U+E000' }]]],
  [
    '- ‸&x 1\n- ‸*x\n',
    [
      ['rules.alias', {}],
      ['rules.alias', {}],
    ],
  ],
  [
    'a: ‸&x 1\nb: ‸*x\n',
    [
      ['rules.alias', {}],
      ['rules.alias', {}],
    ],
  ],
  ['a: 1\nb: ‸!!str 2\n', [['rules.tag', {}]]],
  ['b: ‸!thing 2\n', [['rules.tag', {}]]],
  ['b: ‸!thing { c: 1 }\n', [['rules.tag', {}]]],
  ['b: ‸&all { c: 1 }\n', [['rules.alias', {}]]],
  ['x: "&"\nb: ‸&all { c: 1 }\n', [['rules.alias', {}]]],
  ['a: 1\nb:\n  ‸<<: 2\n', [['rules.alias', {}]]],
  ['a: 1\nc: 2\n‸a: 3\n', [['rules.duplicateKey', { key: 'a', line: 1 }]]],
  [
    'a: 1\nb: { c: 1, d: 2, ‸c: 3 }\n‸a: 4\n‸a: 5\n',
    [
      ['rules.duplicateKey', { key: 'c', line: 2 }],
      ['rules.duplicateKey', { key: 'a', line: 1 }],
      ['rules.duplicateKey', { key: 'a', line: 1 }],
    ],
  ],
  [
    '‸a:\n‸b:\nc: 1\n',
    [
      ['rules.emptyValue', { found: 'a' }],
      ['rules.emptyValue', { found: 'b' }],
    ],
  ],
  ['‸a:\nb: 1\n', [['rules.emptyValue', { found: 'a' }]]],
  [
    '‸a:\n‸‸a:\n',
    [
      ['rules.emptyValue', { found: 'a' }],
      ['rules.duplicateKey', { key: 'a', line: 1 }],
      ['rules.emptyValue', { found: 'a' }],
    ],
  ],
  ['‸a: ""\nb: 1\n', [['rules.emptyValue', { found: 'a' }]]],
  ['‸a: "  "\n', [['rules.emptyValue', { found: 'a' }]]],
  ['‸a: ~\n', [['rules.emptyValue', { found: 'a' }]]],
  ['a: "~"\n', []],
  ['‸a: null\n', [['rules.emptyValue', { found: 'a' }]]],
  ['a: "null"\n', []],
  ['‸a: |\n\n  \nb: 1\n', [['rules.emptyValue', { found: 'a' }]]],
  ['- a\n- ‸""\n', [['rules.emptyValue', {}]]],
  ['- a\n-‸\n- b\n', [['rules.emptyValue', {}]]],
  ['‸"": 1\n', [['rules.emptyValue', {}]]],
  ['? ‸\n: 1\n', [['rules.emptyValue', {}]]],
  ['? ‸[a, b]\n: 1\n', [['rules.emptyValue', {}]]],
  ['‸__proto__: 1\n', [['rules.id', { found: '__proto__' }]]],
  ['a: { ‸__proto__: { b: 1 } }\n', [['rules.id', { found: '__proto__' }]]],
  ['‸', [['rules.emptyValue', {}]]],
  ['‸# nothing\n', [['rules.emptyValue', {}]]],
  ['a: 1\n‸---\nb: 2\n', [['rules.yaml', { what: 'MULTIPLE_DOCS' }]]],
  ['a: ‸1\n  b: 2\n', [['rules.yaml', { what: 'BLOCK_AS_IMPLICIT_KEY' }]]],
  ['a: [1, 2\n‸b: 3\n', [['rules.yaml', { what: 'BAD_INDENT' }]]],
  ['a: ‸}\nb: [\n', [['rules.yaml', { what: 'UNEXPECTED_TOKEN' }]]],
  ['a: "x\n‸', [['rules.yaml', { what: 'MISSING_CHAR' }]]],
  ['a: { b: ‸min(x, y), c: 1 }\n', [['rules.quoteFormula', { found: 'min(x', formula: 'min(x, y)' }]]],
  [
    'a: { b: ‸min(x, y), c: 1, ‸c: 2 }\n',
    [
      ['rules.quoteFormula', { found: 'min(x', formula: 'min(x, y)' }],
      ['rules.duplicateKey', { key: 'c', line: 1 }],
    ],
  ],
  ['a: { b: min(x, y, z) + has_any(m, [n]‸), c: 1 }\n', [['rules.yaml', { what: 'UNEXPECTED_TOKEN' }]]],
  [
    'a: { b: ‸clamp(x, y, z), c: ‸max(p, q) }\n',
    [
      ['rules.quoteFormula', { found: 'clamp(x', formula: 'clamp(x, y, z)' }],
      ['rules.quoteFormula', { found: 'max(p', formula: 'max(p, q)' }],
    ],
  ],
  ['a: [‸min(x, y)]\n', [['rules.quoteFormula', { found: 'min(x', formula: 'min(x, y)' }]]],
  ['a: [1, ‸min(x, y), 2]\n', [['rules.quoteFormula', { found: 'min(x', formula: 'min(x, y)' }]]],
  ['a: [[‸min(x, y)]]\n', [['rules.quoteFormula', { found: 'min(x', formula: 'min(x, y)' }]]],
  ['a: min(x, y)\n', []],
  ['a:\n  - min(x, y)\n', []],
  [
    'a: { b: ‸kind in [x, y], c: 1 }\n',
    [['rules.quoteFormula', { found: 'kind in', formula: 'kind in [x, y]' }]],
  ],
  [
    'a: { b: ‸kind in [x, y] }\nd: { e: kind in [x, y] }\n',
    [['rules.quoteFormula', { found: 'kind in', formula: 'kind in [x, y]' }]],
  ],
  [
    'a: { b: ‸grant[stage, tier], c: 1 }\n',
    [['rules.quoteFormula', { found: 'grant', formula: 'grant[stage, tier]' }]],
  ],
  ['a: { b: ‸grant[stage], c: 1 }\n', [['rules.quoteFormula', { found: 'grant', formula: 'grant[stage]' }]]],
  ['a: { when: ‸x in [a, b], b: 1 }\n', [['rules.quoteFormula', { found: 'x in', formula: 'x in [a, b]' }]]],
  ['a: kind in [x, y]\n', []],
  [
    '困: 𠮷\na: { b: ‸困 in [x, y] }\n',
    [['rules.quoteFormula', { found: '困 in', formula: '困 in [x, y]' }]],
  ],
  ['a: { title: ‸某, 某某通知, b: 1 }\n', [['rules.quoteText', { found: '某', text: '某, 某某通知' }]]],
  ['a: { title: ‸某 A,某某通知, b: 1 }\n', [['rules.quoteText', { found: '某 A', text: '某 A,某某通知' }]]],
  [
    'a: { title: ‸某某, other, more words, b: 1 }\n',
    [['rules.quoteText', { found: '某某', text: '某某, other, more words' }]],
  ],
  ['a: { amount: ‸1,000, b: 1 }\n', [['rules.number', { found: '1,000' }]]],
  ['a: { amount: ‸1,000,000, b: 1 }\n', [['rules.number', { found: '1,000,000' }]]],
  ['a: { amount: ‸-5,000.5, b: 1 }\n', [['rules.number', { found: '-5,000.5' }]]],
  ['a: { amount: ‸12, 5%, b: 1 }\n', [['rules.quoteText', { found: '12', text: '12, 5%' }]]],
  ['a: { b: 1, ‸c, d: 2 }\n', [['rules.emptyValue', { found: 'c' }]]],
  ['a: { b: x, ‸c }\n', [['rules.emptyValue', { found: 'c' }]]],
  ['a: { b: x y, ‸c }\n', [['rules.emptyValue', { found: 'c', text: 'x y, c' }]]],
  ['a: { b: x/y, ‸c }\n', [['rules.emptyValue', { found: 'c' }]]],
  ['a: { b: ‸x y, C d }\n', [['rules.quoteText', { found: 'x y', text: 'x y, C d' }]]],
  ['a: { ‸b, c: 2 }\n', [['rules.emptyValue', { found: 'b' }]]],
  ['a: { ‸"b" , c: 2 }\n', [['rules.emptyValue', { found: 'b' }]]],
  ['a: { b: "x", ‸c d, e: 1 }\n', [['rules.emptyValue', { found: 'c d' }]]],
  ['a: { b: x, ‸"c d", e: 1 }\n', [['rules.emptyValue', { found: 'c d' }]]],
  ['a: { b: { x: 1 }, ‸c d, e: 1 }\n', [['rules.emptyValue', { found: 'c d' }]]],
  ['a: { b: ‸困难, c d, e f, g: 1 }\n', [['rules.quoteText', { found: '困难', text: '困难, c d, e f' }]]],
  [
    'a: { b: ‸困难, c d, e f }\nh: { i: ‸困难, c d }\n',
    [
      ['rules.quoteText', { found: '困难', text: '困难, c d, e f' }],
      ['rules.quoteText', { found: '困难', text: '困难, c d' }],
    ],
  ],
  ['b: 困难\n‸c\n', [['rules.yaml', { what: 'MISSING_CHAR' }]]],
  ['a: { b: 1 }\n‸}\n', [['rules.yaml', { what: 'UNEXPECTED_TOKEN' }]]],
  ['a: { b: ‸(x, y), c: 1 }\n', [['rules.quoteFormula', { found: '(x', formula: '(x, y)' }]]],
  [
    'a: { b: f(x), c: ‸g(h(y, z), w), d: 1 }\n',
    [['rules.quoteFormula', { found: 'g(h(y', formula: 'g(h(y, z), w)' }]],
  ],
  ['a: { b: "f(x, y)", c: 1 }\n', []],
  ['a: { b: ‸f(x, c: 1 }\n', [['rules.quoteFormula', { found: 'f(x', formula: 'f(x, c: 1 }' }]]],
  ['a: "5"\n', []],
  ['a: { b: ‸x[, c: 1 }\n', [['rules.quoteFormula', { found: 'x', formula: 'x[, c: 1 }' }]]],
  [
    '{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: ‸{a: 1}}}}}}}}}}}}}}}}}}\n',
    [['rules.limit', { what: 'yamlDepth', most: 16 }]],
  ],
  ['[[[[[[[[[[[[[[[[[‸[1]]]]]]]]]]]]]]]]]]\n', [['rules.limit', { what: 'yamlDepth', most: 16 }]]],
  ['{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}}}}}}}\n', []],
  [
    '{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: ‸1}}}}}}}}}}}}}}}}}\n',
    [['rules.limit', { what: 'yamlDepth', most: 16 }]],
  ],
  ['a: 1 # x\r\n‸b:\r\n', [['rules.emptyValue', { found: 'b' }]]],
  ['a: ‸b: c\n', [['rules.yaml', { what: 'BLOCK_AS_IMPLICIT_KEY' }]]],
  ['a: ‸x\n b: y\n', [['rules.yaml', { what: 'BLOCK_AS_IMPLICIT_KEY' }]]],
  ['a:\n  b: 1\n‸ c: 2\n', [['rules.yaml', { what: 'BAD_INDENT' }]]],
  ['a:\n - 1\n‸ b: 2\n', [['rules.yaml', { what: 'BAD_INDENT' }]]],
  ["a: 'x''y'\nb: '‸e\u0301'\n", [['rules.notNfc', {}]]],
];

/** The text again, with marks where the findings are. A tab, a break and the like stand for themselves. */
function marked(
  text: string,
  places: readonly { readonly line?: number; readonly column?: number }[],
): string {
  const lines = text.split('\n').map((line) => [...line]);
  const backwards = [...places].sort(
    (a, b) => (b.line ?? 0) - (a.line ?? 0) || (b.column ?? 0) - (a.column ?? 0),
  );
  for (const { line = 1, column = 1 } of backwards) lines[line - 1]?.splice(column - 1, 0, '‸');
  return lines.map((line) => line.join('')).join('\n');
}

test.each(TEXTS)('%j', (text, said) => {
  const plain = text.replaceAll('‸', '');
  const { ok, issues } = readText(plain, 'f.yaml');
  const found = issues.map(({ code, values }) => [code, values]);
  const at = marked(
    plain,
    issues.map(({ place }) => place ?? {}),
  );
  expect([ok, found, at]).toEqual([said.length === 0, said, text]);
  expect(issues.every(({ place }) => place?.file === 'f.yaml')).toBe(true);
});

test('a text longer than any rule file is not read at all, and has no line', () => {
  const long = (more: number): string => `a: ${'x'.repeat(1_048_576 - 4 + more)}\n`;
  expect(readText(long(0), 'f.yaml').ok).toBe(true);
  expect(readText(`\uFEFF${long(0)}`, 'f.yaml').issues).toEqual([
    {
      code: 'rules.limit',
      severity: 'error',
      values: { what: 'fileBytes', most: 1_048_576 },
      place: { file: 'f.yaml' },
    },
  ]);
  expect(readText(long(1)).issues.map(({ place }) => place)).toEqual([{}]);
});

describe('where things stand', () => {
  const read = (text: string) => {
    const tree = readText(text);
    if (!tree.ok) throw new Error(JSON.stringify(tree.issues));
    return tree.value;
  };

  test('keys, values and their ends', () => {
    const tree = read(
      `# first
困: { c: "q r", 𠮷: 困难 }
list:
  - one
  - [two, 三, { x: 1 }]
deep:
  inner:
    last: x y

    z: |
      a
      b

end: 1
`,
    );
    const at = (...path: (string | number)[]) =>
      [tree.key(path), tree.value(path), tree.end(path)]
        .map(({ line, column }) => `${line}:${column}`)
        .join(' ');
    expect(at()).toBe('2:1 2:1 14:7');
    expect(at('困')).toBe('2:1 2:4 2:23');
    expect(at('困', 'c')).toBe('2:6 2:9 2:14');
    expect(at('困', '𠮷')).toBe('2:16 2:19 2:21');
    expect(at('list')).toBe('3:1 4:3 5:23');
    expect(at('list', 0)).toBe('4:5 4:5 4:8');
    expect(at('list', 1)).toBe('5:5 5:5 5:23');
    expect(at('list', 1, 1)).toBe('5:11 5:11 5:12');
    expect(at('list', 1, 2, 'x')).toBe('5:16 5:19 5:20');
    expect(at('deep')).toBe('6:1 7:3 12:8');
    expect(at('deep', 'inner', 'last')).toBe('8:5 8:11 8:14');
    expect(at('deep', 'inner', 'z')).toBe('10:5 10:8 12:8');
    // What is not there stands where its nearest parent does.
    expect(at('deep', 'inner', 'z', 'more', 3)).toBe('10:8 10:8 12:8');
    expect(at('nowhere', 'at', 'all')).toBe('2:1 2:1 14:7');
  });

  test.each([
    ['plain', 'a: 1\nf: min(x, 困) + y\n'],
    ['plain on two lines', 'a: 1\nf: min(x,\n  困) + y\n'],
    ['in quotes', 'a: 1\nf: "min(x, 困) + y"\n'],
    ['in quotes on two lines', 'a: 1\nf: "min(x, 困)\n  + y"\n'],
    ['in single quotes', "a: 1\nf: 'min(x, 困) + y'\n"],
    ['in single quotes on three lines', "a: 1\nf: 'min(x,\n  困)\n\n  + y'\n"],
    ['folded', 'a: 1\nf: >\n  min(x, 困)\n  + y\n'],
    ['folded, stripped and set in', 'a: 1\nf: >-\n    min(x,\n    困) + y\nb: 1\n'],
    ['line by line', 'a: 1\nf: |  # (\n  min(x, 困)\n\n  + y\n'],
    ['in a list', 'a: 1\nf: [ "min(x, 困)\n   + y" ]\n'],
  ])('each character of a formula: %s', (_, text) => {
    const tree = read(text);
    const path = text.includes('[') ? ['f', 0] : ['f'];
    const value = path.reduce<unknown>((of, step) => (of as never)[step], tree.root) as string;
    const lines = text.split('\n').map((line) => [...line]);
    const shown = [...value].map((char, at) => {
      const { line, column } = tree.inside(path, at);
      return /\s/.test(char) ? char : (lines[line - 1]?.[column - 1] ?? 'nowhere');
    });
    expect(shown.join('')).toBe(value);
    // The same characters again and again, but each at its own place.
    const places = [...value].flatMap((char, at) => (/\s/.test(char) ? [] : [tree.inside(path, at)]));
    const rising = places.map(({ line, column }) => line * 1000 + column);
    expect(rising).toEqual([...new Set(rising)].sort((a, b) => a - b));
  });

  test('a character of what is no text is where that begins', () => {
    const tree = read('a: 1\nf: { x: 1 }\n');
    expect(tree.inside(['f'], 3)).toEqual({ line: 2, column: 4 });
  });
});
