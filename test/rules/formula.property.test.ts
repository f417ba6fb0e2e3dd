import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPARISONS, type Formula, parseFormula, printFormula } from '../../src/rules/index.js';

// What is printed is what was meant: for random trees and random text.

/** A tree without the places of its nodes, which printing may move. */
function bare(f: unknown): unknown {
  if (Array.isArray(f)) return f.map(bare);
  if (f === null || typeof f !== 'object') return f;
  return Object.fromEntries(
    Object.entries(f)
      .filter(([key]) => key !== 'at')
      .map(([key, value]) => [key, bare(value)]),
  );
}

const name = fc.constantFrom(
  'a',
  'b2',
  'income',
  'per_head',
  'tier',
  'min',
  'round',
  'android',
  'iffy',
  'not_x',
);
const number = fc.record({
  kind: fc.constant('number' as const),
  at: fc.constant(0),
  text: fc.constantFrom('0', '7', '12', '0.5', '1000000', '0.050', '3.14'),
  percent: fc.boolean(),
  unit: fc.constantFrom(null, 'point', 'month/year', 'year/person', '1', 'CNY/year'),
});
const named = name.map((id): Formula => ({ kind: 'name', at: 0, id }));
const flag = fc.boolean().map((value): Formula => ({ kind: 'flag', at: 0, value }));

const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
  const inner = tie('formula');
  const list = (least: number, most: number) => fc.array(inner, { minLength: least, maxLength: most });
  return {
    formula: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(number, named, flag),
      fc.tuple(name, list(1, 3)).map(([table, keys]): Formula => ({ kind: 'lookup', at: 0, table, keys })),
      fc.oneof(
        list(3, 3).map((args): Formula => ({ kind: 'call', at: 0, name: 'clamp', args })),
        list(2, 4).map((args): Formula => ({ kind: 'call', at: 0, name: 'max', args })),
        list(1, 1).map((args): Formula => ({ kind: 'call', at: 0, name: 'abs', args })),
      ),
      inner.map((of): Formula => ({ kind: 'negate', at: 0, of })),
      fc
        .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), inner, inner)
        .map(([op, left, right]): Formula => ({ kind: 'arithmetic', at: 0, op, left, right })),
      fc
        .tuple(fc.constantFrom(...COMPARISONS), inner, inner)
        .map(([op, left, right]): Formula => ({ kind: 'compare', at: 0, op, left, right })),
      fc
        .tuple(fc.boolean(), inner, fc.array(named, { minLength: 1, maxLength: 3 }))
        .map(([negated, left, options]): Formula => ({ kind: 'in', at: 0, negated, left, options })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), list(2, 3))
        .map(([kind, of]): Formula => ({ kind, at: 0, of })),
      inner.map((of): Formula => ({ kind: 'not', at: 0, of })),
      fc
        .tuple(inner, inner, inner)
        .map(([when, then, otherwise]): Formula => ({ kind: 'if', at: 0, when, then, otherwise })),
    ),
  };
});

test('a printed tree parses to itself, and prints again the same', () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(formula, (tree) => {
      const text = printFormula(tree);
      kinds.set(tree.kind, (kinds.get(tree.kind) ?? 0) + 1);
      const parsed = parseFormula(text);
      if (!parsed.ok) {
        // Random trees may be larger than formulas are allowed to be; nothing else may be refused.
        expect(parsed.issue.code, text).toBe('rules.limit');
        return;
      }
      expect(bare(parsed.formula)).toEqual(bare(tree));
      expect(printFormula(parsed.formula)).toBe(text);
    }),
    { numRuns: 3_000 },
  );
  expect([...kinds.keys()].sort()).toEqual(
    [
      'number',
      'flag',
      'name',
      'lookup',
      'call',
      'negate',
      'arithmetic',
      'compare',
      'in',
      'and',
      'or',
      'not',
      'if',
    ].sort(),
  );
});

test('white space means nothing', () => {
  const space = fc.constantFrom('', ' ', '  ', '\n', ' \n ');
  fc.assert(
    fc.property(formula, fc.infiniteStream(space), (tree, spaces) => {
      const parsed = parseFormula(printFormula(tree));
      if (!parsed.ok) return;
      // Only words and numbers need what stands between them.
      const spread = printFormula(tree).replace(/ ?([-+*/(),[\]]) ?/g, (whole, sign: string) => {
        const [before, after] = [spaces.next().value, spaces.next().value];
        return `${whole.startsWith(' ') ? ' ' : ''}${before}${sign}${after}${whole.endsWith(' ') ? ' ' : ''}`;
      });
      const again = parseFormula(spread);
      if (!again.ok && again.issue.code === 'rules.limit') return;
      expect(again.ok, spread).toBe(true);
      if (again.ok) expect(bare(again.formula)).toEqual(bare(parsed.formula));
    }),
    { numRuns: 500 },
  );
});

const PIECES = [
  ...'+-*/()[],.=<>%'.split(''),
  ...[
    '!=',
    '<=',
    '>=',
    ' ',
    '1',
    '0.5',
    '007',
    '1_000',
    '∎',
    '＝',
    '，',
    '“',
    '𠮷',
    '\u0000',
    '\u202e',
    'E',
    '"',
  ],
  ...[
    'if',
    'then',
    'else',
    'and',
    'or',
    'not',
    'in',
    'true',
    'false',
    'a',
    'min(',
    'round(',
    't[',
    'is none',
    'at',
  ],
];
const nearFormulas = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .chain((pieces) => fc.constantFrom('', ' ').map((glue) => pieces.join(glue)));

/** Options that are more than names are refused later by their type; as text they do not come back. */
function plainOptions(f: unknown): boolean {
  if (Array.isArray(f)) return f.every(plainOptions);
  if (f === null || typeof f !== 'object') return true;
  const one = f as Formula;
  if (one.kind === 'in' && one.options.some((option) => option.kind !== 'name')) return false;
  return Object.values(f).every(plainOptions);
}

test('no text makes the parser throw, and what it accepts it prints to a fixed point', () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.oneof(nearFormulas, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary' })),
      (text) => {
        const parsed = parseFormula(text);
        if (!parsed.ok) {
          expect(parsed.issue.code).toMatch(/^rules\./);
          expect(parsed.at).toBeGreaterThanOrEqual(0);
          expect(parsed.at).toBeLessThanOrEqual(text.length);
          return;
        }
        accepted += 1;
        if (!plainOptions(parsed.formula)) return;
        const printed = printFormula(parsed.formula);
        const again = parseFormula(printed);
        expect(again.ok, printed).toBe(true);
        if (again.ok) expect(printFormula(again.formula)).toBe(printed);
      },
    ),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(50);
});

test('a formula nested without end is refused, not followed', () => {
  for (const text of [
    '('.repeat(1_900),
    'not ('.repeat(300),
    '-('.repeat(900),
    'if a then '.repeat(180),
    `a${'+a'.repeat(990)}`,
    'a'.repeat(2_001),
  ]) {
    const parsed = parseFormula(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.issue.code).toBe('rules.limit');
  }
});
