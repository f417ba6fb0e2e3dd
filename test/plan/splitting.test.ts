import { describe, expect, test } from 'vitest';
import { type Exploration, explore, isCode, isFlag, type Plan, type Possible } from '../../src/plan/index.js';
import { formatExact } from '../../src/value/index.js';
import { factAt, openBut, planOf } from './told.js';

// How far what is open is gone through, what is asked on the way, and that neither hangs on how a formula is written.

const flags = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `f${i + 10}`);
const asFacts = (ids: readonly string[]): string =>
  ids.map((id) => `  ${id}: { type: flag, worse: if_true }`).join('\n');
const options = (count: number, letter: string): string =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`).join(', ');
const found = (text: string): Exploration => explore(...told(planOf(text)));
const told = (plan: Plan) => [plan, openBut(plan)] as const;

const valuesOf = (p: Possible | undefined): readonly string[] =>
  p === undefined || isFlag(p) || isCode(p) || p.range === null
    ? []
    : (p.among ?? [p.range.low, p.range.high]).map(formatExact);

describe('what is open is gone through', () => {
  test('in 1,024 steps, and not in one more', () => {
    const apart = (first: number, second: number): Exploration =>
      found(`
facts:
  one: { type: choice, of: [${options(first, 'a')}], worse: none }
  two: { type: choice, of: [${options(second, 'b')}], worse: none }
figures: { this: one, that: two }
outputs: [this, that]
`);
    // One option after another, and for each of them those of the other: 1 + 31 + 31 × 32, and 1 + 32 + 32 × 31.
    const [most, beyond] = [apart(31, 32), apart(32, 31)];
    expect([most.wide, most.cells.length]).toEqual([false, 992]);
    expect(beyond.wide).toBe(true);
  });

  test('where sixteen flags matter at once, and not where seventeen do', () => {
    const together = (count: number): boolean =>
      found(`
facts:
${asFacts(flags(count))}
tiers: [{ id: hard, when: ${flags(count).join(' and ')} }]
`).wide;
    expect([together(16), together(17)]).toEqual([false, true]);
  });

  test('to every single amount while it rests on 256 positions, and to its ends beyond', () => {
    const amounts = (most: number): number =>
      new Set(
        found(`
facts:
  rent: { type: number, unit: CNY/year, range: [0, ${most}], step: 1, worse: higher }
programmes:
  grant: { instrument: grant, for: rent >= 0, amount: rent, per: year, payee: student }
`).cells.flatMap(({ awards }) => awards.map((span) => `${span?.low} ${span?.high}`)),
      ).size;
    expect([amounts(255), amounts(256)]).toEqual([256, 1]);
  });
});

describe('what is set apart', () => {
  test('is an option that a table alone tells from the others', () => {
    const { wide, tiersMet } = found(`
choices: { step: [a, b, c, d, e] }
facts:
${asFacts(flags(18))}
  step: { type: choice, of: step, worse: none }
tables:
  rank: { unit: point, keys: [{ step: step }], rows: { a: 0, b: 1, c: 2, d: 3, e: 4 } }
tiers:
  - { id: top,  when: "${flags(18).join(' and ')}" }
  - { id: mid,  when: "rank[step] = 3 and not f10" }
  - { id: next, when: "rank[step] = 1 and not f10" }
`);
    expect(wide).toBe(true);
    expect([...tiersMet].sort()).toEqual([0, 1, 2, 3]);
  });

  test('is an option that a look-up could give, where nobody knows which', () => {
    const plan = planOf(`
choices: { step: [a, b, c, d, e] }
facts:
${asFacts(flags(18))}
  county: { type: code, worse: none }
tables:
  place: { keys: [{ county: code }], columns: [{ at: step }], rows: { "37": [a] }, otherwise: unknown }
  rank:  { unit: point, keys: [{ step: step }], rows: { a: 0, b: 1, c: 2, d: 3, e: 4 } }
figures: { reached: "rank[place[county].at]" }
tiers:
  - { id: top,  when: "${flags(18).join(' and ')}" }
  - { id: mid,  when: reached = 3 and not f10 }
  - { id: next, when: reached = 1 and not f10 }
`);
    const elsewhere = new Map([[factAt(plan, 'county'), 1n]]);
    const { wide, tiersMet } = explore(plan, openBut(plan, elsewhere));
    expect(wide).toBe(true);
    expect([...tiersMet].sort()).toEqual([0, 1, 2, 3]);
  });

  test('is none from the numbers beside it, of however many', () => {
    const { cells } = found(`
facts:
  debt: { type: number, unit: CNY/year, range: [0, 900_000], none: allowed, worse: higher }
figures: { owed: debt }
outputs: [owed]
`);
    const seen = cells.map(({ outputs: [owed] }) => [valuesOf(owed).length > 0, owed?.none]);
    expect(seen.filter(([there, none]) => there === none)).toEqual([]);
    expect(new Set(seen.map(String))).toEqual(new Set(['true,false', 'false,true']));
  });

  test('and in which order, hangs on the facts and not on the order in which a formula names them', () => {
    const names = ['here', 'near', 'late', 'long'];
    const cellsOf = (tier: string): readonly string[] => {
      const plan = planOf(`
facts:
${asFacts(names)}
tiers: [{ id: hard, when: "${tier}" }]
`);
      return explore(...told(plan)).cells.map(({ segments, tier: reached }) =>
        [...[...segments].map(([at, { low }]) => `${plan.inputs[at]?.id} ${low}`), reached].join(', '),
      );
    };
    const cells = cellsOf(names.join(' and '));
    expect(cells).toHaveLength(5);
    for (const written of ['long and late and near and here', 'near and long and here and late'])
      expect(cellsOf(written)).toEqual(cells);
  });
});

test('what is compared is set apart before what has to be halved', () => {
  const plan = planOf(`
facts:
  born: { type: date, range: [2010-05-01, 2010-06-30], worse: none }
  rent: { type: number, unit: CNY/year, range: [0, 900], step: 1, worse: lower }
figures: { result: rent > 500 and month(born) = 5 }
outputs: [result]
`);
  const { cells } = explore(...told(plan));
  const [first, ...others] = cells.map(({ segments }) => [...segments.keys()]);
  expect(first).toEqual([factAt(plan, 'rent')]);
  expect(others.map((of) => of.length).filter((count) => count !== 2)).toEqual([]);
});

test('in whatever order it is told which facts are open, the same tiers are met', () => {
  const many = flags(18);
  const [one, two, three, ...others] = many;
  const plan = planOf(`
facts:
${asFacts(many)}
tiers:
  - { id: top, when: "${many.join(' and ')}" }
  - { id: mid, when: "${one} and ${two} and not ${three} and ${others.map((id) => `not ${id}`).join(' and ')}" }
`);
  const [, whole] = told(plan);
  const [a, b, c, ...rest] = whole.open;
  for (const open of [
    [a, b, c, ...rest],
    [a, c, b, ...rest],
    [...rest, b, c, a],
  ])
    expect([...explore(plan, { ...whole, open: new Set(open as number[]) }).tiersMet].sort()).toEqual([
      0, 1, 2,
    ]);
});

describe('what is asked', () => {
  test('is nothing more of a student who is out of scope', () => {
    const plan = planOf(`
facts:
  here:  { type: flag, worse: none }
  there: { type: flag, worse: none }
  poor:  { type: flag, worse: if_true }
parameters: { low: { unit: CNY/year, is: 100 }, high: { unit: CNY/year, is: 200 } }
figures: { pay: if poor then high else low }
scope: { resident: { is: here and there } }
tiers: [{ id: hard, when: poor }]
programmes:
  grant: { instrument: grant, for: tier >= hard, amount: pay, per: year, payee: student }
`);
    const outside = explore(plan, openBut(plan, new Map([[factAt(plan, 'here'), 0n]])));
    expect([outside.cells.length, outside.involved]).toEqual([1, []]);
    expect(outside.cells[0]).toMatchObject({ outOfScope: 'resident', awards: [null] });
    // While that is not settled, what follows is asked only of those in scope.
    const open = explore(plan, openBut(plan, new Map([[factAt(plan, 'here'), 1n]])));
    expect(open.cells.map(({ outOfScope, segments }) => [outOfScope, segments.size])).toEqual([
      ['resident', 1],
      [null, 2],
      [null, 2],
    ]);
  });
});

describe('a number of a few positions', () => {
  test('keeps sixteen values apart; of one more it knows the ends', () => {
    const seen = (last: number): readonly string[] => {
      const plan = planOf(`
facts: { size: { type: number, unit: person, range: [0, ${last}], step: 1, worse: higher } }
figures: { large: size }
outputs: [large]
`);
      return valuesOf(openBut(plan).inputs[factAt(plan, 'size')]);
    };
    expect(seen(15)).toHaveLength(16);
    expect(seen(16)).toEqual(['0', '16']);
  });
});

test('where there are too many cases, nothing is taken for none behind a guard against that', () => {
  const many = flags(18);
  const plan = planOf(`
facts:
${asFacts(many)}
  housed: { type: flag, worse: none }
  debt:   { type: number, unit: CNY/year, range: [1, 9], none: allowed, worse: higher }
  owed:   { type: number, unit: CNY/year, range: [1, 9], none: 0, worse: higher }
  rent:   { type: number, unit: CNY/year, range: [1, 9], only_if: housed, worse: lower }
  lease:  { type: number, unit: CNY/year, range: [1, 9], only_if: housed, none: 0, worse: lower }
  home:   { type: choice, of: [flat, house], only_if: housed, worse: none }
  loan:   { type: flag, only_if: housed, worse: none }
  family: { type: people, size: [1, 1], worse: more, of: { pay: { type: number, unit: CNY/year, range: [1, 9], none: allowed, worse: lower } } }
figures:
  every: ${many.join(' and ')}
  costs: { is: rent + 1, only_if: housed }
  by_debt:  if debt is none then 5 else debt + 1
  by_owed:  owed + 1
  by_rent:  if rent is none then 5 else rent + 1
  by_lease: lease + 1
  by_costs: if costs is none then 5 else costs + 1
  by_home:  if home is none then 5 else if home = flat then 6 else 7
  by_loan:  if loan is none then 5 else if loan then 6 else 7
  by_pay:   sum(if pay is none then 5 else pay + 1 of family)
outputs: [every, by_debt, by_owed, by_rent, by_lease, by_costs, by_home, by_loan, by_pay]
`);
  const { wide, whole } = explore(...told(plan));
  expect(wide).toBe(true);
  const seen = plan.outputs.deciding.slice(1).map(({ id, node }) => {
    const p = whole[node] as Possible;
    const ends = isFlag(p) || isCode(p) ? [] : [p.range?.low, p.range?.high];
    return [id, ...ends.map((end) => (end === undefined ? '' : formatExact(end))), p.missing || p.none];
  });
  expect(seen).toEqual([
    ['by_debt', '2', '10', false],
    ['by_owed', '1', '10', false],
    ['by_rent', '2', '10', false],
    ['by_lease', '1', '10', false],
    ['by_costs', '3', '11', false],
    ['by_home', '5', '7', false],
    ['by_loan', '5', '7', false],
    ['by_pay', '0', '10', false],
  ]);
});
