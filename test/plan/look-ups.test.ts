import { describe, expect, test } from 'vitest';
import { compile, openInput } from '../../src/plan/index.js';
import type { Student } from '../../src/roster/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';
import { formatExact } from '../../src/value/index.js';
import { bothWays } from '../determine/rich.js';

// Look-ups and guards by what the rules say, and what a cell that nobody knows can be. The definition says the same.

function rulesOf(text: string): RuleSet {
  const read = readRules(`
format: 1
scheme: xx-look
edition: 2025
title: 查表
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
${text}`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const RULES = rulesOf(`
choices: { rung: [low, mid, top] }
facts:
  size:   { type: number, unit: person, range: [0, 12], step: 1, worse: higher }
  county: { type: code, worse: none }
  housed: { type: flag, worse: none }
  rent:   { type: number, unit: CNY/year, range: [0, 9_000], step: 1_000, only_if: housed, worse: lower }
  family: { type: people, size: [0, 1], worse: more, of: { pay: { type: number, unit: CNY/year, range: [100, 900], step: 100, none: allowed, worse: lower } } }
parameters:
  alone: { unit: CNY/year, dated: { 2026-01-01: 8_000 }, before: unknown, range: [2, 4], step: 1 }
  other: { unit: CNY/year, dated: { 2026-01-01: 8_000 }, before: unknown, range: [6, 8], step: 2 }
tables:
  more: { unit: CNY/year, keys: [{ size: 2..4 }], rows: [100, 250, 450], each_more: 30, otherwise: 7 }
  wage: { unit: CNY/year, keys: [{ county: code }], rows: { "37": 500 }, otherwise: unknown, range: [0, 900], step: 300 }
  rate: { unit: CNY/year, keys: [{ county: code }], rows: { "37": 40 }, otherwise: unknown, range: [10, 30], step: 10 }
  both: { keys: [{ county: code }], columns: [{ rung: rung }, { free: flag }], rows: { "37": [mid, true] }, otherwise: unknown }
figures:
  aid:   more[size]
  dues:  wage[county] + rate[county]
  fixed: alone + other
  rung:  both[county].rung
  free:  both[county].free
  share: { is: rent + 1, only_if: housed }
  paid:  if share is none then 5 else share
  given: share if_none 5
  let:   if rent is none then 5 else rent + 1
  paying: sum(if pay is none then 5 else pay of family)
outputs: [aid, dues, fixed, rung, free, paid, given, let, paying]
`);

const decided = (facts: NonNullable<Student['facts']>) =>
  bothWays({ key: 'a', enrolments: [{ school: 'a' }], applied: true, facts }, RULES);
const KNOWN = { size: 3, county: '37', housed: true, rent: 4_000, family: { complete: true, list: [] } };
const openOf = (facts: NonNullable<Student['facts']>, id: string) =>
  decided({ ...KNOWN, ...facts }).open?.outputs?.find(({ figure }) => figure === id);

test.each<[number, string]>([
  [0, '7'],
  [1, '7'],
  [2, '100'],
  [3, '250'],
  [4, '450'],
  [5, '480'],
  [6, '510'],
  [12, '690'],
])('of %i persons each more than the last row counts', (size, aid) => {
  const { figures } = decided({ ...KNOWN, size });
  expect(figures.find(({ figure }) => figure === 'aid')?.value).toBe(aid);
});

describe('a cell that nobody knows', () => {
  const compiled = compile(RULES, { period: '2025-autumn', asOf: '2025-10-01', knownAt: '2025-10-15' });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  const plan = compiled.value;
  const possible = (name: string) => {
    const at = plan.inputs.findIndex(({ kind, id }) => kind === 'cell' && id.startsWith(name));
    const p = openInput(plan, at, []);
    return 'among' in p ? p.among?.map(formatExact) : p;
  };

  test.each<[string, readonly string[]]>([
    ['wage', ['0', '300', '600', '900']],
    ['rate', ['10', '20', '30']],
    ['alone', ['2', '3', '4']],
    ['other', ['6', '8']],
  ])('of %s can be what its own range says', (name, values) => {
    expect(possible(name)).toEqual(values);
  });

  test('of options can be each of them, and of flags either', () => {
    const kinds = ['rung', 'free'].map((column) => {
      const at = plan.inputs.findIndex(({ kind, id }) => kind === 'cell' && id.includes(`.${column}`));
      const p = openInput(plan, at, []);
      return 'among' in p ? p.among?.map(formatExact) : p;
    });
    expect(kinds).toEqual([['0', '1', '2'], { yes: true, no: true, missing: false, none: false }]);
  });

  test('is asked for only where the rule file leaves it out', () => {
    const cells = plan.inputs.filter(({ kind }) => kind === 'cell').map(({ id }) => /^[a-z]+/.exec(id)?.[0]);
    expect(cells.sort()).toEqual(['alone', 'both', 'both', 'other', 'rate', 'wage']);
  });

  test('leaves open what is looked up, and nothing else', () => {
    const { open } = decided({ ...KNOWN, county: '99' });
    expect(open?.outputs).toEqual([
      { figure: 'dues', between: { least: '10', most: '930' } },
      { figure: 'fixed', between: { least: '8', most: '12' } },
      { figure: 'rung', among: ['low', 'mid', 'top'] },
      { figure: 'free', among: [false, true] },
    ]);
  });
});

describe('what may not exist', () => {
  test('is not none behind a guard against that, while it is open whether it exists', () => {
    for (const id of ['paid', 'given', 'let'])
      expect([id, openOf({ housed: undefined, rent: undefined }, id)]).toEqual([
        id,
        { figure: id, between: { least: '1', most: '9001' } },
      ]);
  });

  test('is not none of a person either', () => {
    const family = { complete: true, list: [{}] };
    expect(openOf({ family }, 'paying')).toEqual({ figure: 'paying', between: { least: '5', most: '900' } });
  });

  test('is what it is where that is known', () => {
    for (const [facts, value] of [
      [{}, '4001'],
      [{ housed: false, rent: undefined }, '5'],
    ] as const) {
      const { figures } = decided({ ...KNOWN, ...facts });
      const found = (id: string) => figures.find(({ figure }) => figure === id)?.value;
      expect([found('paid'), found('given')]).toEqual([value, value]);
    }
  });
});

test('what nobody knows is not known of each person by itself', () => {
  const rules = rulesOf(`
facts:
  family: { type: people, size: [0, 2], worse: more, of: { home: { type: code, worse: none } } }
tables:
  wage: { unit: CNY/year, keys: [{ county: code }], rows: { "37": 500 }, otherwise: unknown, range: [0, 900], step: 300 }
figures:
  own:   { for: family, is: "wage[home]" }
  total: sum(own of family)
outputs: [total]
`);
  const family = { complete: true, list: [{ home: '98' }, { home: '99' }] };
  const { open } = bothWays(
    { key: 'a', enrolments: [{ school: 'a' }], applied: true, facts: { family } },
    rules,
  );
  expect(open?.questions.map(({ kind }) => kind)).toEqual(['cell', 'cell']);
});
