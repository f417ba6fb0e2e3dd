import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPARISONS, type Formula, RESERVED, SPANS } from '../../src/rules/formula/ast.js';
import { tokenize } from '../../src/rules/formula/lexer.js';
import { parseFormula } from '../../src/rules/formula/parser.js';
import { printFormula } from '../../src/rules/formula/print.js';

// What is printed is what was meant: for random trees and random text.

/** A tree without the places of its nodes and names, which printing may move. */
function bare(f: unknown): unknown {
  if (Array.isArray(f)) return f.map(bare);
  if (f === null || typeof f !== 'object') return f;
  return Object.fromEntries(
    Object.entries(f)
      .filter(([key]) => key !== 'at' && key !== 'places')
      .map(([key, value]) => [key, bare(value)]),
  );
}

/** Every kind of node, each once; left out or doubled does not compile. */
const KINDS: Readonly<Record<Formula['kind'], true>> = {
  number: true,
  span: true,
  flag: true,
  none: true,
  name: true,
  lookup: true,
  call: true,
  marginal: true,
  has: true,
  people: true,
  pick: true,
  negate: true,
  arithmetic: true,
  compare: true,
  in: true,
  isNone: true,
  ifNone: true,
  and: true,
  or: true,
  not: true,
  if: true,
};

const at = 0;
/** Names that begin as words of the language do. */
const name = fc.constantFrom(
  ...'a b2 income per_head android iffy not_x at_home is_it days2 nonesuch of2 if_none_x minimum summed'.split(
    ' ',
  ),
);
const path = fc.constantFrom('score.family.rural', 'score.home.if', 'score.count', 'score.x.y');
const whole = fc.constantFrom('0', '1', '2', '18', '60');
const number = fc.record({
  kind: fc.constant('number' as const),
  at: fc.constant(at),
  text: fc.constantFrom('0', '7', '12', '0.5', '1000000', '0.050', '3.14'),
  percent: fc.boolean(),
  unit: fc.constantFrom(null, 'point', 'month/year', 'year/person', '1', 'CNY/year', '1/year', 'km*CNY'),
});
const span = fc
  .tuple(whole, fc.constantFrom(...SPANS))
  .map(([count, unit]): Formula => ({ kind: 'span', at, count, unit }));
const named = fc
  .oneof(name, path, fc.constantFrom('as_of', 'tier', 'score', 'not_recognised'))
  .map((id): Formula => ({ kind: 'name', at, id }));
const names = fc.array(name, { minLength: 1, maxLength: 3 });
const leaf: fc.Arbitrary<Formula> = fc.oneof(
  number,
  named,
  fc.boolean().map((value): Formula => ({ kind: 'flag', at, value })),
  fc.constant<Formula>({ kind: 'none', at }),
  fc
    .tuple(fc.constantFrom('has_any' as const, 'has_all' as const), name, names)
    .map(([op, fact, options]): Formula => ({ kind: 'has', at, op, fact, options })),
  fc
    .tuple(fc.constantFrom('count' as const, 'any' as const), name)
    .map(([op, people]): Formula => ({ kind: 'people', at, op, people })),
);

const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
  const inner = tie('formula');
  const list = (least: number, most: number) => fc.array(inner, { minLength: least, maxLength: most });
  /** A member that may be left out, as the tree has it: the key itself is absent. */
  const maybe = <K extends string>(key: K) =>
    fc
      .option(inner, { nil: undefined })
      .map((f) => (f === undefined ? {} : { [key]: f }) as { [P in K]?: Formula });
  const column = fc.constantFrom({}, {}, { column: 'most' }, { column: 'first' });
  const call = (called: string, least: number, most: number) =>
    list(least, most).map((args): Formula => ({ kind: 'call', at, name: called, args }));
  return {
    formula: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.tuple(name, inner).map(([id, dated]): Formula => ({ kind: 'name', at, id, dated })),
      fc
        .tuple(name, list(1, 3), column, maybe('dated'))
        .map(
          ([table, keys, more, dated]): Formula => ({ kind: 'lookup', at, table, keys, ...more, ...dated }),
        ),
      fc.oneof(
        call('clamp', 3, 3),
        call('max', 2, 4),
        call('abs', 1, 1),
        call('date', 3, 3),
        call('age', 2, 2),
        call('year', 1, 1),
        fc.tuple(inner, inner, fc.constantFrom('half_up', 'up', 'toward_zero')).map(
          ([of, step, id]): Formula => ({
            kind: 'call',
            at,
            name: 'round',
            args: [of, step, { kind: 'name', at, id }],
          }),
        ),
      ),
      fc
        .tuple(name, list(0, 2), maybe('dated'), inner)
        .map(
          ([schedule, keys, dated, of]): Formula => ({ kind: 'marginal', at, schedule, keys, ...dated, of }),
        ),
      fc
        .tuple(fc.constantFrom('count' as const, 'any' as const), name, inner)
        .map(([op, people, where]): Formula => ({ kind: 'people', at, op, people, where })),
      fc
        .tuple(
          fc.constantFrom('sum' as const, 'lowest' as const, 'highest' as const, 'all' as const),
          inner,
          name,
          maybe('where'),
        )
        .map(([op, of, people, where]): Formula => ({ kind: 'people', at, op, people, of, ...where })),
      fc
        .tuple(
          fc.constantFrom('count' as const, 'any' as const, 'first' as const, 'last' as const),
          name,
          fc.oneof(name, fc.constantFrom('tier', 'year')),
          inner,
        )
        .map(([op, variable, choice, where]): Formula => ({ kind: 'pick', at, op, variable, choice, where })),
      inner.map((of): Formula => ({ kind: 'negate', at, of })),
      fc
        .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), inner, inner)
        .map(([op, left, right]): Formula => ({ kind: 'arithmetic', at, op, left, right })),
      fc
        .tuple(fc.constantFrom('+' as const, '-' as const), inner, span)
        .map(([op, left, right]): Formula => ({ kind: 'arithmetic', at, op, left, right })),
      fc
        .tuple(fc.constantFrom(...COMPARISONS), inner, inner)
        .map(([op, left, right]): Formula => ({ kind: 'compare', at, op, left, right })),
      fc
        .tuple(fc.boolean(), inner, list(1, 3))
        .map(([negated, left, options]): Formula => ({ kind: 'in', at, negated, left, options })),
      fc.tuple(fc.boolean(), inner).map(([negated, of]): Formula => ({ kind: 'isNone', at, negated, of })),
      fc.tuple(inner, inner).map(([of, otherwise]): Formula => ({ kind: 'ifNone', at, of, otherwise })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), list(2, 3))
        .map(([kind, of]): Formula => ({ kind, at, of })),
      inner.map((of): Formula => ({ kind: 'not', at, of })),
      fc
        .tuple(inner, inner, inner)
        .map(([when, then, otherwise]): Formula => ({ kind: 'if', at, when, then, otherwise })),
    ),
  };
});

/** The formulas directly inside one. */
const inside = (f: Formula): readonly Formula[] =>
  Object.values(f)
    .flat()
    .filter((value): value is Formula => typeof value === 'object' && value !== null);

test('a printed tree parses to itself, and prints again the same', () => {
  const kinds = new Set<string>();
  const note = (f: Formula): void => {
    kinds.add(f.kind);
    inside(f).forEach(note);
  };
  let tooLarge = 0;
  fc.assert(
    fc.property(formula, (tree) => {
      const text = printFormula(tree);
      const parsed = parseFormula(text);
      if (!parsed.ok) {
        // Random trees may be larger than formulas are allowed to be; nothing else may be refused.
        expect(parsed.issue.code, text).toBe('rules.limit');
        tooLarge += 1;
        return;
      }
      note(tree);
      expect(bare(parsed.formula)).toEqual(bare(tree));
      expect(printFormula(parsed.formula)).toBe(text);
    }),
    { numRuns: 3_000 },
  );
  expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
  expect(tooLarge).toBeLessThan(1_500);
});

/** A printer that knows nothing of what binds how tightly: every formula inside another stands in parentheses. */
function printWrapped(f: Formula): string {
  const all = (of: readonly Formula[]): string => of.map(wrapped).join(' , ');
  const keys = (of: readonly Formula[]): string => (of.length === 0 ? '' : ` [ ${all(of)} ]`);
  const tail = (word: string, of: Formula | undefined): string =>
    of === undefined ? '' : ` ${word} ${wrapped(of)}`;
  switch (f.kind) {
    case 'name':
      return `${f.id}${tail('at', f.dated)}`;
    case 'lookup':
      return `${f.table}${keys(f.keys)}${f.column === undefined ? '' : ` . ${f.column}`}${tail('at', f.dated)}`;
    case 'call':
      return f.name === 'round'
        ? `round(${all(f.args.slice(0, 2))}, ${printFormula(f.args[2] as Formula)})`
        : `${f.name}(${all(f.args)})`;
    case 'marginal':
      return `marginal(${f.schedule}${keys(f.keys)}${tail('at', f.dated)}, ${wrapped(f.of)})`;
    case 'people':
      return `${f.op}(${f.of === undefined ? '' : `${wrapped(f.of)} of `}${f.people}${tail('where', f.where)})`;
    case 'pick':
      return `${f.op}(${f.variable} in ${f.choice}${tail('where', f.where)})`;
    case 'negate':
      return `-${wrapped(f.of)}`;
    case 'arithmetic':
    case 'compare':
      return `${wrapped(f.left)} ${f.op} ${f.right.kind === 'span' ? printFormula(f.right) : wrapped(f.right)}`;
    case 'in':
      return `${wrapped(f.left)} ${f.negated ? 'not in' : 'in'} [${all(f.options)}]`;
    case 'isNone':
      return `${wrapped(f.of)} is ${f.negated ? 'not none' : 'none'}`;
    case 'ifNone':
      return `${wrapped(f.of)} if_none ${wrapped(f.otherwise)}`;
    case 'and':
    case 'or':
      return f.of.map(wrapped).join(` ${f.kind} `);
    case 'not':
      return `not ${wrapped(f.of)}`;
    case 'if':
      return `if ${wrapped(f.when)} then ${wrapped(f.then)} else ${wrapped(f.otherwise)}`;
    default:
      return printFormula(f);
  }
}

const wrapped = (f: Formula): string => `(${printWrapped(f)})`;

/** Where each parenthesis that groups, and does not follow a word that is called, opens and closes. */
function groups(text: string): readonly (readonly [open: number, close: number])[] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  for (const [i, char] of [...text].entries()) {
    if (char === '(') open.push(i);
    if (char !== ')') continue;
    const from = open.pop() as number;
    if (!/[a-z_]/.test(text[from - 1] ?? '')) pairs.push([from, i]);
  }
  return pairs;
}

test('however many parentheses are written, only those stay that are needed', () => {
  let dropped = 0;
  fc.assert(
    fc.property(formula, (tree) => {
      const parsed = parseFormula(wrapped(tree));
      if (!parsed.ok) {
        expect(parsed.issue.code, wrapped(tree)).toBe('rules.limit');
        return;
      }
      expect(bare(parsed.formula), wrapped(tree)).toEqual(bare(tree));
      const text = printFormula(parsed.formula);
      for (const [open, close] of groups(text)) {
        const without = `${text.slice(0, open)} ${text.slice(open + 1, close)} ${text.slice(close + 1)}`;
        const again = parseFormula(without);
        dropped += 1;
        if (again.ok) expect(bare(again.formula), without).not.toEqual(bare(tree));
      }
    }),
    { numRuns: 1_000 },
  );
  expect(dropped).toBeGreaterThan(500);
});

test('white space means nothing', () => {
  const space = fc.constantFrom('', ' ', '  ', '\n', ' \n ');
  let compared = 0;
  fc.assert(
    fc.property(formula, fc.infiniteStream(space), (tree, spaces) => {
      const printed = printFormula(tree);
      const parsed = parseFormula(printed);
      const lexed = tokenize(printed);
      if (!parsed.ok || !('tokens' in lexed)) return;
      // Only words and numbers need what stands between them.
      let spread = '';
      for (const { text } of lexed.tokens) {
        const gap = spaces.next().value;
        spread += (/\w$/.test(spread) && /^\w/.test(text) ? ' ' : '') + gap + text;
      }
      const again = parseFormula(spread);
      if (!again.ok && again.issue.code === 'rules.limit') return;
      expect(again.ok, spread).toBe(true);
      if (again.ok) expect(bare(again.formula)).toEqual(bare(parsed.formula));
      compared += 1;
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(250);
});

test('a formula that breaks off is refused at its end, and not before', () => {
  let cut = 0;
  fc.assert(
    fc.property(formula, fc.nat(), (tree, place) => {
      const text = printFormula(tree);
      const lexed = tokenize(text);
      if (!parseFormula(text).ok || !('tokens' in lexed)) return;
      const last = lexed.tokens[place % lexed.tokens.length];
      const begun = text.slice(0, last?.at).trimEnd();
      const parsed = parseFormula(begun);
      if (parsed.ok) return;
      cut += 1;
      // Without its parenthesis what is called is a word out of place; the parenthesis may have come next.
      if (RESERVED.has(/\w+$/.exec(begun)?.[0] ?? '') && parsed.issue.code === 'rules.reserved') return;
      expect({ ...parsed.issue.values, at: parsed.at }, begun).toMatchObject({
        found: '∎',
        at: begun.length,
      });
    }),
    { numRuns: 3_000 },
  );
  expect(cut).toBeGreaterThan(1_000);
});

const SIGNS = ['!=', '<=', '>=', '=', '<', '>', '+', '-', '*', '/', '(', ')', '[', ']', ',', '.'];
const NAMES = ['a', 'family', 't', 'score.x', 'limit', 'CNY', 'sqrt', 'constructor', '__proto__'];
const NUMBERS = ['0', '1', '2', '0.5', '35%', '1_000', '007', '1[CNY/year]', '2 years'];
const tokens = fc.array(fc.constantFrom(...SIGNS, ...NAMES, ...NUMBERS, ...RESERVED), { maxLength: 30 });
const PHRASES = [
  'count(family where a)',
  'sum(a of family)',
  'last(t in level where ',
  'marginal(s[a], ',
  'marginal(s at ',
  'round(a, 1, half_up)',
  't[a].b',
  'limit at ',
  'd + 2 years',
  'has_any(s, [a])',
  'is not none',
  'not in [a]',
  'if a then ',
  ' else ',
];
const ODD = ['∎', '＝', '，', '“', '𠮷', '\ud842', '\u0000', '\u202e', 'E', '"', '%', ' ', '\n'];
const phrases = fc.array(
  fc.constantFrom(...PHRASES, ...SIGNS, ...NAMES, ...NUMBERS, 'and', 'or', 'not', 'if_none', ...ODD),
  { maxLength: 20 },
);
const soup = fc
  .oneof(tokens, phrases)
  .chain((pieces) => fc.constantFrom('', ' ').map((glue) => pieces.join(glue)));
/** A formula with one piece of it taken out, or another put in. */
const damaged = fc
  .tuple(
    formula.map(printFormula),
    fc.nat(),
    fc.nat(4),
    fc.constantFrom('', ...SIGNS, ...RESERVED, ...NUMBERS, ...ODD),
  )
  .map(([text, place, length, piece]) => {
    const from = place % (text.length + 1);
    return `${text.slice(0, from)} ${piece} ${text.slice(from + length)}`;
  });

test('no text makes the parser throw; it is refused at a place inside it, or printed to a fixed point', () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.oneof(soup, damaged, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary' })),
      (text) => {
        const parsed = parseFormula(text);
        if (!parsed.ok) {
          expect(parsed.issue.code).toMatch(/^rules\./);
          expect(parsed.at).toBeGreaterThanOrEqual(0);
          expect(parsed.at).toBeLessThanOrEqual(text.length);
          // What the sentence says stands here does stand here.
          const said = String(parsed.issue.values.found ?? parsed.issue.values.name ?? '');
          if (said === '∎' && parsed.at === text.length) return;
          if (!['rules.arguments', 'rules.span'].includes(parsed.issue.code)) {
            expect(text.slice(parsed.at).startsWith(said), text).toBe(true);
          }
          return;
        }
        accepted += 1;
        const printed = printFormula(parsed.formula);
        const again = parseFormula(printed);
        if (!again.ok && again.issue.code === 'rules.limit') return;
        expect(again.ok, printed).toBe(true);
        if (!again.ok) return;
        expect(bare(again.formula), printed).toEqual(bare(parsed.formula));
        expect(printFormula(again.formula)).toBe(printed);
      },
    ),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(300);
});

test('a formula nested without end is refused, not followed', () => {
  for (const text of [
    '('.repeat(1_900),
    'not ('.repeat(300),
    '-('.repeat(900),
    'if a then '.repeat(180),
    'sum('.repeat(450),
    't['.repeat(900),
    'a at ('.repeat(300),
    'marginal(s at '.repeat(140),
    'any(t in c where '.repeat(110),
    `a${'+a'.repeat(990)}`,
    'a'.repeat(2_001),
  ]) {
    const parsed = parseFormula(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.issue.code, text.slice(0, 20)).toBe('rules.limit');
  }
});

test('a formula as deep and as large as is allowed is read', () => {
  for (const [allowed, refused, what, most, at] of [
    [`${'('.repeat(31)}a${')'.repeat(31)}`, `${'('.repeat(32)}a${')'.repeat(32)}`, 'formulaDepth', 32, 32],
    // Depth is left again: side by side nothing is deep.
    [`(a)${'+(a)'.repeat(100)}`, `a${'+(a)'.repeat(250)}`, 'formulaNodes', 500, 0],
    [`a${'+a'.repeat(249)}`, `a${'+a'.repeat(250)}`, 'formulaNodes', 500, 0],
    ['a'.repeat(2_000), 'a'.repeat(2_001), 'formulaCharacters', 2_000, 0],
  ] as const) {
    expect(parseFormula(allowed).ok, what).toBe(true);
    expect(parseFormula(refused)).toMatchObject({
      ok: false,
      issue: { code: 'rules.limit', values: { what, most } },
      at,
    });
  }
});
