import { describe, expect, test } from 'vitest';
import {
  exactly,
  FALSE,
  interpret,
  isCode,
  isFlag,
  MISSING_CODE,
  MISSING_FLAG,
  MISSING_NUMBER,
  NO_CODE,
  NO_FLAG,
  NO_NUMBER,
  type Node,
  type Possible,
  TRUE,
} from '../../src/plan/index.js';
import { either } from '../../src/plan/possible.js';
import { exact, formatExact, ROUNDING_MODES } from '../../src/value/index.js';

// Of one step over operands that do not hang together, what is possible is no more than what comes out for each choice of
// single values: what cannot come out is not allowed. (That nothing is forgotten is the property in interpret.test.ts.)

const n = (value: number) => exactly(exact(BigInt(value)));
const half = (value: number) => exactly(exact(BigInt(value), 2n));
const code = (value: string): Possible => ({ codes: [value], missing: false, none: false });

type Points = readonly Possible[];

const NUMBERS: readonly Points[] = [
  [n(2)],
  [n(0)],
  [n(-1), n(2)],
  [n(0), n(1), n(3)],
  [half(-3), half(1)],
  [n(2), MISSING_NUMBER],
  [n(1), n(2), NO_NUMBER],
  [NO_NUMBER],
  [MISSING_NUMBER],
  [n(1), MISSING_NUMBER, NO_NUMBER],
];
const ROWS: readonly Points[] = [
  [n(0)],
  [n(0), n(2)],
  [n(1), n(2)],
  [n(1), NO_NUMBER],
  [MISSING_NUMBER, n(2)],
];
const FLAGS: readonly Points[] = [
  [TRUE],
  [FALSE],
  [TRUE, FALSE],
  [MISSING_FLAG],
  [TRUE, MISSING_FLAG],
  [FALSE, MISSING_FLAG],
  [TRUE, FALSE, MISSING_FLAG],
];
const FLAGS_OR_NONE: readonly Points[] = [
  ...FLAGS,
  [NO_FLAG],
  [TRUE, NO_FLAG],
  [FALSE, NO_FLAG, MISSING_FLAG],
];
const CODES: readonly Points[] = [
  [code('37')],
  [code('37'), code('3715')],
  [code('FR'), code('37')],
  [code('99'), MISSING_CODE],
  [code('3715'), NO_CODE],
];
const DAYS: readonly Points[] = [
  // Around the end of February of a leap year and of a common one, and the turn of a year.
  [n(19_781), n(19_782), n(19_783)],
  [n(20_146), n(20_147)],
  [n(19_722), n(19_723)],
  // A year apart from one another.
  [n(19_404), n(19_800), n(20_180)],
  [n(16_860), NO_NUMBER],
];

const all = (points: Points): Possible => points.reduce(either);

/** Every choice of one point of each. */
const choices = (operands: readonly Points[]): readonly Points[] =>
  operands.reduce<readonly Points[]>(
    (rest, points) => rest.flatMap((before) => points.map((point) => [...before, point])),
    [[]],
  );

/** In words, so that whatever stands for the same reads the same. */
function words(p: Possible): readonly string[] {
  const values = isFlag(p)
    ? [...(p.yes ? ['yes'] : []), ...(p.no ? ['no'] : [])]
    : isCode(p)
      ? p.codes
      : p.range === null
        ? []
        : (p.among ?? [p.range.low, p.range.high]).map(formatExact);
  return [...values, ...(p.missing ? ['missing'] : []), ...(p.none ? ['none'] : [])];
}

/** Only the ends of a number, and what it can be besides. */
function endsOf(p: Possible): readonly string[] {
  if (isFlag(p) || isCode(p)) return words(p);
  const { among: _, ...ends } = p;
  return words(ends);
}

/** A node over inputs 0, 1, …, at each choice and at all at once. */
function outcomes(node: Node, operands: readonly Points[]) {
  const nodes: readonly Node[] = [...operands.map((_, input): Node => ({ kind: 'input', input })), node];
  const at = (inputs: Points): Possible => interpret(nodes, (input) => inputs[input]).at(-1) as Possible;
  return { singly: choices(operands).map(at).reduce(either), together: at(operands.map(all)) };
}

const pairs = (of: readonly Points[]): readonly (readonly Points[])[] =>
  of.flatMap((a) => of.map((b) => [a, b]));
const one = (of: readonly Points[]): readonly (readonly Points[])[] => of.map((a) => [a]);
const cells = [4, -2, 9, 4, 0, 7].map((value) => exact(BigInt(value)));

const select = (when: number, then: number, otherwise: number): Node => ({
  kind: 'select',
  when,
  then,
  otherwise,
});

/** Where each value is kept apart. */
const APART: readonly (readonly [string, Node, readonly (readonly Points[])[]])[] = [
  ...(['<', '<=', '='] as const).map(
    (op) => [op, { kind: 'compare', op, left: 0, right: 1 }, pairs(NUMBERS)] as const,
  ),
  ['= of codes', { kind: 'compare', op: '=', left: 0, right: 1 }, pairs(CODES)],
  ['= of flags', { kind: 'compare', op: '=', left: 0, right: 1 }, pairs(FLAGS_OR_NONE)],
  ['all', { kind: 'all', of: [0, 1] }, pairs(FLAGS)],
  ['any', { kind: 'any', of: [0, 1] }, pairs(FLAGS)],
  ['not', { kind: 'not', of: 0 }, one(FLAGS_OR_NONE)],
  ['least', { kind: 'least', of: [0, 1] }, pairs(NUMBERS)],
  ['greatest', { kind: 'greatest', of: [0, 1] }, pairs(NUMBERS)],
  ['select', select(0, 1, 2), FLAGS.flatMap((when) => pairs(NUMBERS).map((both) => [when, ...both]))],
  [
    'select of flags',
    select(0, 1, 2),
    FLAGS_OR_NONE.flatMap((when) => pairs(FLAGS).map((both) => [when, ...both])),
  ],
  ['select of codes', select(0, 1, 2), FLAGS.flatMap((when) => pairs(CODES).map((both) => [when, ...both]))],
  ['table', { kind: 'table', keys: [0], sizes: [3], cells: cells.slice(0, 3) }, one(ROWS)],
  [
    'table by two keys',
    { kind: 'table', keys: [0, 1], sizes: [3, 2], cells },
    ROWS.flatMap((row) => FLAGS_OR_NONE.map((flag) => [row, flag])),
  ],
  ['row', { kind: 'row', of: 0, codes: ['37', '99'], prefix: false }, one(CODES)],
  ['row of a beginning', { kind: 'row', of: 0, codes: ['3', '99'], prefix: true }, one(CODES)],
  ['month', { kind: 'calendar', op: { kind: 'month' }, of: [0] }, one(DAYS)],
  ['year', { kind: 'calendar', op: { kind: 'year' }, of: [0] }, one(DAYS)],
  [
    'shift',
    { kind: 'calendar', op: { kind: 'shift', count: 12, unit: 'month', over: 'next_first' }, of: [0] },
    one(DAYS),
  ],
  ['is none', { kind: 'isNone', of: 0 }, [...one(NUMBERS), ...one(FLAGS_OR_NONE), ...one(CODES)]],
  [
    'if none',
    { kind: 'ifNone', of: 0, otherwise: 1 },
    [...pairs(NUMBERS), ...pairs(FLAGS_OR_NONE), ...pairs(CODES)],
  ],
  ['given', { kind: 'given', of: 0 }, one(NUMBERS)],
];

/** Where only the ends are kept. */
const ENDS: readonly (readonly [string, Node, readonly (readonly Points[])[]])[] = [
  ['sum', { kind: 'sum', of: [0, 1] }, pairs(NUMBERS)],
  ['product', { kind: 'product', left: 0, right: 1 }, pairs(NUMBERS)],
  [
    'quotient',
    { kind: 'quotient', left: 0, right: 1, divisor: { low: exact(1n), high: exact(3n) } },
    NUMBERS.flatMap((left) =>
      [
        [n(1), n(3)],
        [n(2), MISSING_NUMBER],
        [n(2), NO_NUMBER],
      ].map((right) => [left, right]),
    ),
  ],
  ...ROUNDING_MODES.map(
    (mode) => [`rounded ${mode}`, { kind: 'rounded', of: 0, step: exact(1n), mode }, one(NUMBERS)] as const,
  ),
  ...(['days', 'months', 'age'] as const).map((kind) => {
    const op =
      kind === 'days'
        ? ({ kind } as const)
        : kind === 'months'
          ? ({ kind, over: 'last_day' } as const)
          : ({ kind, leap: '02-28' } as const);
    return [kind, { kind: 'calendar', op, of: [0, 1] }, pairs(DAYS)] as const;
  }),
];

describe('no more is possible than what comes out', () => {
  test.each(APART)('of %s', (_, node, operands) => {
    for (const of of operands) {
      const { singly, together } = outcomes(node, of);
      expect(words(together), JSON.stringify(of.map((points) => words(all(points))))).toEqual(words(singly));
    }
  });

  test.each(ENDS)('of %s, whose ends come out', (_, node, operands) => {
    for (const of of operands) {
      const { singly, together } = outcomes(node, of);
      expect(endsOf(together), JSON.stringify(of.map((points) => words(all(points))))).toEqual(
        endsOf(singly),
      );
    }
  });
});

test('the months between two days are those of the days, or, over the turn of a year, all', () => {
  const month = (low: number, high: number) =>
    interpret(
      [
        { kind: 'input', input: 0 },
        { kind: 'calendar', op: { kind: 'month' }, of: [0] },
      ],
      () => ({
        range: { low: exact(BigInt(low)), high: exact(BigInt(high)) },
        missing: false,
        none: false,
      }),
    ).at(-1) as Possible;
  // 2024-02-28 to 2024-03-01, and 2023-12-31 to 2024-01-01.
  expect(words(month(19_781, 19_783))).toEqual(['2', '3']);
  expect(words(month(19_722, 19_723))).toEqual(['1', '12']);
});
