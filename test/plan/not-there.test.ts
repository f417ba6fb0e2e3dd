import { describe, expect, test } from 'vitest';
import {
  EITHER,
  exactly,
  FALSE,
  hasValue,
  interpret,
  MISSING_CODE,
  MISSING_FLAG,
  MISSING_NUMBER,
  NO_CODE,
  NO_FLAG,
  NO_NUMBER,
  type Node,
  type Possible,
  rowOf,
  TRUE,
} from '../../src/plan/index.js';
import { exact } from '../../src/value/index.js';

// What is missing or none goes on through everything that is computed from it; where it is only possible, it stays so.

const n = (value: number) => exact(BigInt(value));
const two = exactly(n(2));
const code: Possible = { codes: ['37'], missing: false, none: false };
const maybe = (p: Possible, besides: { readonly missing?: true; readonly none?: true }): Possible => ({
  ...p,
  ...besides,
});

/** A node over inputs 0, 1, …, which stand before it. */
const over = (count: number, node: Node): readonly Node[] => [
  ...Array.from({ length: count }, (_, input): Node => ({ kind: 'input', input })),
  node,
];
const comesTo = (nodes: readonly Node[], inputs: readonly Possible[]): Possible =>
  interpret(nodes, (input) => inputs[input]).at(-1) as Possible;

const range = { low: n(2), high: n(2) };
const NODES: readonly (readonly [string, Node, readonly Possible[], Possible, Possible])[] = [
  ['sum', { kind: 'sum', of: [0, 1] }, [two, two], MISSING_NUMBER, NO_NUMBER],
  ['product', { kind: 'product', left: 0, right: 1 }, [two, two], MISSING_NUMBER, NO_NUMBER],
  [
    'quotient',
    { kind: 'quotient', left: 0, right: 1, divisor: range },
    [two, two],
    MISSING_NUMBER,
    NO_NUMBER,
  ],
  ['least', { kind: 'least', of: [0, 1] }, [two, two], MISSING_NUMBER, NO_NUMBER],
  ['greatest', { kind: 'greatest', of: [0, 1] }, [two, two], MISSING_NUMBER, NO_NUMBER],
  ['rounded', { kind: 'rounded', of: 0, step: n(1), mode: 'up' }, [two], MISSING_NUMBER, NO_NUMBER],
  ['<', { kind: 'compare', op: '<', left: 0, right: 1 }, [two, two], MISSING_NUMBER, NO_NUMBER],
  ['<=', { kind: 'compare', op: '<=', left: 0, right: 1 }, [two, two], MISSING_NUMBER, NO_NUMBER],
  ['=', { kind: 'compare', op: '=', left: 0, right: 1 }, [two, two], MISSING_NUMBER, NO_NUMBER],
  ['= of codes', { kind: 'compare', op: '=', left: 0, right: 1 }, [code, code], MISSING_CODE, NO_CODE],
  ['not', { kind: 'not', of: 0 }, [TRUE], MISSING_FLAG, NO_FLAG],
  ['row', { kind: 'row', of: 0, codes: ['37'], prefix: true }, [code], MISSING_CODE, NO_CODE],
  [
    'table',
    { kind: 'table', keys: [0, 1], sizes: [3, 3], cells: Array.from({ length: 9 }, (_, i) => n(i)) },
    [two, two],
    MISSING_NUMBER,
    NO_NUMBER,
  ],
  ['days', { kind: 'calendar', op: { kind: 'days' }, of: [0, 1] }, [two, two], MISSING_NUMBER, NO_NUMBER],
];

describe.each(NODES)('%s', (_, node, inputs, missing, none) => {
  const places = inputs.map((_input, i) => i);
  const at = (place: number, p: Possible) => inputs.map((input, i) => (i === place ? p : input));
  const nodes = over(inputs.length, node);
  const besides = ({ missing: m, none: o }: Possible) => ({ missing: m, none: o });
  const bare = ({ missing: _m, none: _o, ...value }: Possible) => value;

  test('comes to a value where all that it needs has one', () => {
    expect(besides(comesTo(nodes, inputs))).toEqual({ missing: false, none: false });
  });

  test.each(places)('is missing where operand %i is, and none where it is none', (place) => {
    const gap = comesTo(nodes, at(place, missing));
    expect(besides(gap)).toEqual({ missing: true, none: false });
    const nothing = comesTo(nodes, at(place, none));
    expect(besides(nothing)).toEqual({ missing: false, none: true });
    for (const p of [gap, nothing]) {
      expect([{ yes: false, no: false }, { range: null }, { codes: [] }]).toContainEqual(bare(p));
    }
  });

  test.each(places)('may be missing or none where operand %i may be, and has its value besides', (place) => {
    const value = bare(comesTo(nodes, inputs));
    for (const besidesOf of [{ missing: true }, { none: true }] as const) {
      const p = comesTo(nodes, at(place, maybe(inputs[place] as Possible, besidesOf)));
      expect(besides(p)).toEqual({ missing: false, none: false, ...besidesOf });
      expect(bare(p)).toEqual(value);
    }
  });
});

describe('all and any of flags', () => {
  const joined = (kind: 'all' | 'any', ...flags: readonly Possible[]): Possible =>
    comesTo(over(flags.length, { kind, of: flags.map((_, i) => i) }), flags);
  const flag = (yes: boolean, no: boolean, missing: boolean): Possible => ({ yes, no, missing, none: false });

  test.each<[string, Possible, Possible]>([
    ['false decides all', joined('all', FALSE, MISSING_FLAG), FALSE],
    ['true decides any', joined('any', MISSING_FLAG, TRUE), TRUE],
    ['true does not decide all', joined('all', TRUE, MISSING_FLAG), flag(false, false, true)],
    ['false does not decide any', joined('any', FALSE, MISSING_FLAG), flag(false, false, true)],
    ['what can decide, can', joined('all', EITHER, MISSING_FLAG), flag(false, true, true)],
    ['what can decide, can', joined('any', EITHER, MISSING_FLAG), flag(true, false, true)],
    ['all of nothing is true', joined('all'), TRUE],
    ['any of nothing is false', joined('any'), FALSE],
  ])('%s', (_, p, wanted) => {
    expect(p).toEqual(wanted);
  });
});

describe('a table', () => {
  const among = (...values: readonly number[]): Possible => ({
    range: { low: n(values[0] ?? 0), high: n(values.at(-1) ?? 0) },
    missing: false,
    none: false,
    among: values.map(n),
  });
  const table: Node = { kind: 'table', keys: [0], sizes: [3], cells: [10, 30, 20].map(n) };
  const found = (key: Possible): Possible => comesTo(over(1, table), [key]);

  test('gives the cell of each row that its key can find, and of no other', () => {
    expect(found(among(1))).toMatchObject({ among: [n(30)] });
    expect(found(among(0, 2))).toMatchObject({ among: [n(10), n(20)] });
    expect(found({ ...among(0, 2), among: undefined } as Possible)).toMatchObject({
      among: [n(10), n(20), n(30)],
    });
  });

  test('has nothing before its first row and behind its last', () => {
    expect(found(among(-1, 1))).toMatchObject({ among: [n(30)] });
    expect(found(among(2, 3))).toMatchObject({ among: [n(20)] });
    expect(found(among(3))).toEqual({ range: null, missing: false, none: false });
    const wide: Possible = { range: { low: n(-5), high: n(5) }, missing: false, none: false };
    expect(found(wide)).toMatchObject({ among: [n(10), n(20), n(30)] });
    const over: Possible = { range: { low: n(0), high: n(3) }, missing: false, none: false };
    expect(found(over)).toMatchObject({ among: [n(10), n(20), n(30)] });
    const behind: Possible = { range: { low: n(3), high: n(5) }, missing: false, none: false };
    expect(found(behind)).toEqual({ range: null, missing: false, none: false });
  });
});

describe('the row of a code', () => {
  const CODES = ['3715', '37', 'FR', '371'];

  test.each([
    ['37', 1, 1],
    ['3715', 0, 0],
    ['371501', 4, 0],
    ['3714', 4, 3],
    ['3799', 4, 1],
    ['FR', 2, 2],
    ['FRA', 4, 2],
    ['F', 4, 4],
    ['', 4, 4],
    ['4371', 4, 4],
  ])('%j: its own, or that of its longest beginning, or behind the last', (one, own, longest) => {
    expect(rowOf(one, CODES, false)).toBe(own);
    expect(rowOf(one, CODES, true)).toBe(longest);
    // In whatever order the codes stand.
    const turned = [...CODES].reverse();
    expect(rowOf(one, turned, true)).toBe(longest === 4 ? 4 : 3 - longest);
  });
});

describe('beside what does not count', () => {
  const nothing: Possible = { range: null, missing: false, none: false };
  const missing = maybe(two, { missing: true });

  test.each<[string, Node]>([
    ['sum', { kind: 'sum', of: [0, 1] }],
    ['product', { kind: 'product', left: 0, right: 1 }],
    ['least', { kind: 'least', of: [0, 1] }],
    [
      'table',
      { kind: 'table', keys: [0, 1], sizes: [3, 3], cells: Array.from({ length: 9 }, (_, i) => n(i)) },
    ],
    ['days', { kind: 'calendar', op: { kind: 'days' }, of: [0, 1] }],
  ])('a %s does not count either, whatever else is missing or none', (_, node) => {
    for (const other of [two, missing, MISSING_NUMBER, NO_NUMBER])
      for (const inputs of [
        [nothing, other],
        [other, nothing],
      ])
        expect(comesTo(over(2, node), inputs)).toEqual(nothing);
  });
});

describe('what has no value', () => {
  const select = (when: number, then: number, otherwise: number): Node => ({
    kind: 'select',
    when,
    then,
    otherwise,
  });
  const [FLAGS, CODES] = [
    [NO_FLAG, MISSING_FLAG],
    [NO_CODE, MISSING_CODE],
  ];

  test.each<[string, Node, readonly Possible[], readonly Possible[]]>([
    ['not', { kind: 'not', of: 0 }, FLAGS, []],
    ['all with true', { kind: 'all', of: [0, 1] }, FLAGS, [TRUE]],
    ['all with false', { kind: 'all', of: [0, 1] }, FLAGS, [FALSE]],
    ['any with true', { kind: 'any', of: [0, 1] }, FLAGS, [TRUE]],
    ['any with false', { kind: 'any', of: [0, 1] }, FLAGS, [FALSE]],
    ['a choice by it', select(0, 1, 1), FLAGS, [two]],
    ['a choice of it or a flag', select(1, 0, 2), FLAGS, [EITHER, TRUE]],
    ['a choice of it or a code', select(1, 0, 2), CODES, [EITHER, code]],
    ['= a flag', { kind: 'compare', op: '=', left: 0, right: 1 }, FLAGS, [TRUE]],
    ['= a code', { kind: 'compare', op: '=', left: 0, right: 1 }, CODES, [code]],
    ['its row', { kind: 'row', of: 0, codes: ['37'], prefix: false }, CODES, []],
    ['is none', { kind: 'isNone', of: 0 }, FLAGS, []],
    ['a flag if none', { kind: 'ifNone', of: 0, otherwise: 1 }, FLAGS, [TRUE]],
    ['a code if none', { kind: 'ifNone', of: 0, otherwise: 1 }, CODES, [code]],
  ])('is taken for a flag or a code where one is looked for: %s', (_, node, own, others) => {
    const nodes = over(1 + others.length, node);
    for (const [i, bare] of [NO_NUMBER, MISSING_NUMBER].entries()) {
      const [found, wanted] = [bare, own[i] as Possible].map((p) => comesTo(nodes, [p, ...others]));
      const { value, missing, none } = { value: hasValue(found as Possible), ...(found as Possible) };
      expect({ value, missing, none }).toEqual({
        value: hasValue(wanted as Possible),
        missing: wanted?.missing,
        none: wanted?.none,
      });
      if (value) expect(found).toEqual(wanted);
    }
  });
});
