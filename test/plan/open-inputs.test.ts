import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { determine } from '../../src/determine/index.js';
import { endsOf } from '../../src/plan/easy-hard.js';
import {
  compile,
  domainsOf,
  interpret,
  isCode,
  isFlag,
  type Plan,
  type PlanInput,
  type Possible,
} from '../../src/plan/index.js';
import { questionOrder } from '../../src/plan/inputs.js';
import type { Student } from '../../src/roster/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';
import { exact, formatExact } from '../../src/value/index.js';

// What an open input can be, which of its ends is the hard one, and in which order inputs are asked for.

const TEXT = `
format: 1
scheme: xx-open
edition: 2025
title: 未知的事实
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  income:  { type: number, unit: CNY/year, range: [1_000, 2_000], step: 500, worse: lower }
  wide:    { type: number, unit: CNY/year, range: [0, 900_000], worse: lower }
  debt:    { type: number, unit: CNY/year, range: [0, 40], step: 10, none: allowed, worse: higher }
  health:  { type: choice, of: [good, grave, ill], worse: [good, ill, grave] }
  stage:   { type: choice, of: [junior, senior], worse: listed }
  orphan:  { type: flag, worse: if_true }
  housed:  { type: flag, worse: if_false }
  county:  { type: code, worse: none }
  family:  { type: people, size: [0, 2], worse: more, of: { earns: { type: number, unit: CNY/year, range: [0, 9_000], step: 1_000, worse: lower }, unwell: { type: flag, worse: if_true }, state: { type: choice, of: [good, grave, ill], worse: [good, ill, grave] } } }
  area:    { type: code, only_if: housed, none: "88", worse: none }
parameters:
  line: { unit: CNY/year, dated: { 2026-01-01: 8_000 }, before: unknown, range: [1_000, 3_000], step: 1_000 }
tables:
  median: { unit: CNY/year, keys: [{ county: code }], rows: { "37": 2_000 }, otherwise: unknown, range: [0, 20], step: 10 }
figures:
  below:   income < line
  lost:    debt is none
  earned:  sum(earns of family)
  middle:  income < median[county]
score:
  parts:
    below:  { when: below, points: 40 }
    health: { of: health, options: { good: 0, ill: 10, grave: 20 } }
    orphan: { when: orphan and not housed and stage = junior, points: 20 }
tiers: [{ id: hard, from: 40 }]
programmes:
  grant: { instrument: grant, for: tier >= hard, amount: "min(wide, 800_000)", per: year, payee: student }
  line:  { instrument: grant, for: tier >= hard, amount: line, per: year, payee: student }
  gap:   { instrument: grant, for: tier >= hard, amount: "max(wide, 900_000 - wide)", per: year, payee: student }
`;

const read = readRules(TEXT);
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const RULES: RuleSet = read.value;
const compiled = compile(RULES, { period: '2025-autumn', asOf: '2025-10-01', knownAt: '2025-10-15' });
if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
const PLAN: Plan = compiled.value;

const CODES = ['371502', '99'];
const at = (kind: PlanInput['kind'], id: string, sub?: string): number => {
  const found = PLAN.inputs.findIndex((one) => one.kind === kind && one.id === id && one.sub === sub);
  if (found < 0) throw new Error(`no input ${kind} ${id}`);
  return found;
};
const domainAt = (input: number) => domainsOf(RULES, PLAN.inputs).of(input, CODES);
const domainOf = (...of: Parameters<typeof at>) => domainAt(at(...of));

/** What stands at each position, in words. */
const valuesOf = (p: Possible): readonly string[] => [
  ...(isFlag(p)
    ? [...(p.no ? ['no'] : []), ...(p.yes ? ['yes'] : [])]
    : isCode(p)
      ? p.codes
      : p.range === null
        ? []
        : (p.among ?? [p.range.low, p.range.high]).map(formatExact)),
  ...(p.none ? ['none'] : []),
];

const INPUTS = [
  ['number', at('fact', 'income'), ['1000', '1500', '2000']],
  ['number that can be none', at('fact', 'debt'), ['0', '10', '20', '30', '40', 'none']],
  ['choice', at('fact', 'health'), ['0', '1', '2']],
  ['flag', at('fact', 'orphan'), ['no', 'yes']],
  ['person', at('fact', 'family', '2'), ['no', 'yes']],
  ['attribute', at('fact', 'family', '1.earns'), Array.from({ length: 10 }, (_, i) => String(i * 1_000))],
  [
    'parameter that nobody knows',
    at('cell', PLAN.inputs.find(({ id }) => id.startsWith('line'))?.id ?? ''),
    ['1000', '2000', '3000'],
  ],
  [
    'cell that nobody knows',
    at('cell', PLAN.inputs.find(({ id }) => id.startsWith('median'))?.id ?? ''),
    ['0', '10', '20'],
  ],
] as const;

describe.each(INPUTS)('an open %s', (_, input, values) => {
  test('can be each of its values, at a position of its own', () => {
    const domain = domainAt(input);
    const found = Array.from({ length: Number(domain.last) + 1 }, (_one, i) =>
      valuesOf(domain.possible({ low: BigInt(i), high: BigInt(i) })),
    );
    expect(found).toEqual(values.map((value) => [value]));
  });

  test('between two positions can be what stands between them, and nothing else', () => {
    const domain = domainAt(input);
    for (const [low] of values.entries())
      for (let high = low; high < values.length; high += 1) {
        const p = domain.possible({ low: BigInt(low), high: BigInt(high) });
        expect(valuesOf(p)).toEqual(values.slice(low, high + 1));
      }
  });
});

test('an open code can be any that the rules or the student name, and one that stands for all others', () => {
  const { last, possible } = domainOf('fact', 'county');
  const all = valuesOf(possible({ low: 0n, high: last }));
  expect(all).toEqual(expect.arrayContaining(['37', '371502', '88', '99']));
  expect(all.filter((code) => code.startsWith('·')).length).toBeGreaterThan(0);
  expect([...all].sort()).toEqual(all);
});

test('an open code can be one that is known of this student, and none that is known of another', () => {
  const domains = domainsOf(RULES, PLAN.inputs);
  const county = at('fact', 'county');
  const codesOf = (known: readonly string[]): readonly string[] => {
    const { last, possible } = domains.of(county, known);
    return valuesOf(possible({ low: 0n, high: last }));
  };
  expect(codesOf(['990001'])).toContain('990001');
  expect(codesOf(['990002'])).toContain('990002');
  expect(codesOf(['990002'])).not.toContain('990001');
});

test.each<[string, readonly [string, string?], string, string]>([
  ['lower', ['income'], '2000', '1000'],
  ['higher, besides none', ['debt'], '0', '40'],
  ['as listed', ['stage'], '0', '1'],
  ['in an order of its own', ['health'], '0', '1'],
  ['if true', ['orphan'], 'no', 'yes'],
  ['if false', ['housed'], 'yes', 'no'],
  ['lower, of a person', ['family', '1.earns'], '9000', '0'],
  ['in an order of its own, of a person', ['family', '1.state'], '0', '1'],
  ['if true, of a person', ['family', '2.unwell'], 'no', 'yes'],
])('what is harder %s has its easy and its hard end there', (_, [id, sub], easy, hard) => {
  const domain = domainOf('fact', id, sub);
  const ends = endsOf(PLAN, at('fact', id, sub), domain);
  const value = (position: bigint) => valuesOf(domain.possible({ low: position, high: position }));
  expect([value(ends.easy), value(ends.hard)]).toEqual([[easy], [hard]]);
});

test('facts are asked for as the plan has them, then lists, vetoes, points, papers and look-ups by name', () => {
  const inputs: readonly PlanInput[] = [
    { kind: 'fact', id: 'z' },
    { kind: 'fact', id: 'a' },
    { kind: 'category', id: 'b' },
    { kind: 'category', id: 'c' },
    { kind: 'veto', id: 'a' },
    { kind: 'points', id: 'a' },
    { kind: 'evidence', id: 'a' },
    { kind: 'cell', id: 'a' },
    { kind: 'given', id: 'a' },
    { kind: 'decision', id: 'a' },
  ];
  const order = (list: readonly PlanInput[]): readonly PlanInput[] => {
    const places = questionOrder(list);
    expect([...places].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
    return [...list].sort((a, b) => (places[list.indexOf(a)] ?? 0) - (places[list.indexOf(b)] ?? 0));
  };
  const [first, second, ...others] = inputs as [PlanInput, PlanInput, ...PlanInput[]];
  fc.assert(
    fc.property(fc.shuffledSubarray(others, { minLength: others.length }), (shuffled) => {
      expect(order([first, ...shuffled, second])).toEqual(inputs);
    }),
  );
});

describe('what is paid while something is open', () => {
  const student = (facts: NonNullable<Student['facts']>): Student => ({
    key: 'a',
    enrolments: [{ school: 'a' }],
    applied: true,
    facts: {
      debt: 'none',
      health: 'grave',
      stage: 'junior',
      orphan: true,
      housed: false,
      county: '37',
      ...facts,
    },
  });
  const awardsOf = (facts: NonNullable<Student['facts']>) =>
    determine(PLAN, student(facts)).awards.map(({ programme, between }) => [programme, between]);

  test('is listed where it can be one of a few amounts, and has only its ends where it can be anything between', () => {
    expect(awardsOf({ income: 1_000 })).toEqual([
      // The least of it is at no end of what is open.
      ['gap', { currency: 'CNY', least: '45000000', most: '90000000' }],
      ['grant', { currency: 'CNY', least: '0', most: '80000000' }],
      ['line', { currency: 'CNY', least: '100000', most: '300000', among: ['100000', '200000', '300000'] }],
    ]);
  });
});

test('of days that can be a few the span is computed from each end', () => {
  const days = (...values: readonly bigint[]): Possible => ({
    range: { low: exact(values[0] ?? 0n), high: exact(values.at(-1) ?? 0n) },
    missing: false,
    none: false,
    among: values.map((value) => exact(value)),
  });
  const between = interpret(
    [
      { kind: 'input', input: 0 },
      { kind: 'input', input: 1 },
      { kind: 'calendar', op: { kind: 'days' }, of: [0, 1] },
    ],
    (input) => [days(10n, 20n), days(30n, 100n)][input],
  ).at(-1);
  expect(between).toEqual({ range: { low: exact(10n), high: exact(90n) }, missing: false, none: false });
});
