import fc from 'fast-check';
import { fromDay } from './rooms.js';
import { CATEGORIES } from './sample-file.js';
import { type Case, type Core, whole } from './two-meanings.js';

export const AS_OF = { y: 2025, m: 10, d: 1 };

/** A case in which nothing holds. */
export const PLAIN: Case = {
  asOf: AS_OF,
  facts: {
    a: false,
    b: false,
    qflag: false,
    x: whole(0),
    qx: whole(0),
    nx: whole(0),
    mx: whole(0),
    people: whole(0),
    qpeople: whole(0),
    level: whole(0),
    qlevel: whole(0),
    flood: whole(0),
    mflood: 'none',
  },
  marks: { marks: [], qmarks: [] },
  categories: {},
};

/** The plain case with other facts. */
export const withFacts = (facts: Readonly<Record<string, Core | number>>): Case => {
  const values = Object.entries(facts).map(([id, v]) => [id, typeof v === 'number' ? whole(v) : v] as const);
  return { ...PLAIN, facts: { ...PLAIN.facts, ...Object.fromEntries(values) } };
};

const flag = fc.boolean();
const number = (low: number, high: number) => fc.integer({ min: low, max: high }).map(whole);
const often = <T>(of: fc.Arbitrary<T>, ...also: readonly Core[]): fc.Arbitrary<T | Core> =>
  fc.oneof({ arbitrary: of, weight: 5 }, ...also.map((v) => ({ arbitrary: fc.constant(v), weight: 1 })));
const marks = fc.subarray([0, 1, 2]);
const near = fc.integer({ min: -40_000, max: 40_000 });

/** Any case of the sample file; days of events lie around `as_of`. */
export const anyCase: fc.Arbitrary<Case> = fc.record({
  asOf: near.map(fromDay),
  facts: fc.record({
    a: flag,
    b: flag,
    qflag: often(flag, 'missing'),
    x: number(-5, 5),
    qx: often(number(-5, 5), 'missing'),
    nx: often(number(-5, 5), 'none'),
    mx: often(number(-5, 5), 'none', 'missing'),
    people: number(0, 6),
    qpeople: often(number(0, 6), 'missing'),
    level: number(0, 2),
    qlevel: often(number(0, 2), 'missing'),
    flood: near.map(whole),
    mflood: often(near.map(whole), 'none', 'missing'),
  }),
  marks: fc.record({ marks, qmarks: fc.oneof(marks, fc.constant('missing' as const)) }),
  categories: fc.record(
    Object.fromEntries(CATEGORIES.map((id) => [id, flag])) as Record<string, typeof flag>,
  ),
});

/** Conditions and values of the sample file, to be put together at random. */
export const condition = fc.constantFrom('a', 'b', 'qflag', 'not a', 'x >= 3', 'x = 0', 'qx < 1');
export const points = fc.constantFrom('5', '-3', '2.5', '0', 'x', 'qx', 'x + 1', '-x', 'x / 3', 'x / 7');
/** Values that only a figure may have. */
export const figureValue = fc.oneof(points, fc.constantFrom('nx', 'mx', 'none'));
export const takes = fc.constantFrom('sum' as const, 'best' as const, 'least' as const);
