import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  codeOf,
  type Exploration,
  explore,
  interpret,
  type Plan,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
} from '../../src/plan/index.js';
import { floor } from '../../src/value/index.js';
import { factAt, openBut, type Positions, planOf, toldOf } from './told.js';

// Going through what is open, held against single cases: all that is open put at some position, and the plan computed.

const PLAN = planOf(`
facts:
  here:   { type: flag, worse: none }
  rich:   { type: flag, worse: if_false }
  unwell: { type: flag, worse: if_true }
  stage:  { type: choice, of: [junior, senior, college], worse: listed }
  income: { type: number, unit: CNY/year, range: [0, 40], step: 10, worse: lower }
  debt:   { type: number, unit: CNY/year, range: [0, 900_000], none: 0, worse: higher }
  county: { type: code, worse: none }
tables:
  line: { unit: CNY/year, keys: [{ county: code }], rows: { "37": 20, "3715": 30 }, otherwise: 10, match: prefix }
scope:
  resident: { is: here }
  modest:   { is: not rich }
score:
  parts:
    poor:   { when: "income < line[county]", points: 30 }
    unwell: { when: unwell, points: 20 }
    stage:  { of: stage, options: { junior: 0, senior: 10, college: 30 } }
    owed:   { when: debt > 5_000, points: 15 }
vetoes:
  steady: { when: income >= 30 and not unwell, effect: not_recognised, against_floor: floor_wins }
tiers: [{ id: special, from: 60 }, { id: hard, from: 30 }]
programmes:
  grant: { instrument: grant, for: tier >= hard, amount: "min(debt, 800_000) + 40 - income", per: year, payee: student }
  small: { instrument: grant, for: tier = special or stage = college, amount: "(40 - income) * 2", per: year, payee: student }
  books: { instrument: exemption, for: stage = junior, amount: { unstated: { zh: 实物, en: in kind } }, per: year, payee: student }
`);

const CODES = ['3715', '99'];
const FACTS = PLAN.inputs.flatMap((input, i) => (input.kind === 'fact' ? [i] : []));
const lastOf = (input: number): bigint => PLAN.domains.of(input, CODES).last;

/** Something of each fact: its ends, where something turns, or anything else. */
const positions: fc.Arbitrary<Positions> = fc
  .tuple(
    ...FACTS.map((input) => {
      const turns = (PLAN.cuts[input] ?? []).flatMap((cut) => [cut, cut - 1n]);
      return fc.oneof(
        fc.constantFrom(0n, lastOf(input), ...turns),
        fc.bigInt({ min: 0n, max: lastOf(input) }),
      );
    }),
  )
  .map((of) => new Map(FACTS.map((input, i) => [input, of[i] as bigint])));

interface Outcome {
  readonly outOfScope: string | null;
  readonly tier: number;
  /** Minor units; `null` where not entitled, 0 where no amount is stated. */
  readonly awards: readonly (bigint | null)[];
}

function outcomeOf(plan: Plan, at: Positions): Outcome {
  const { inputs } = toldOf(plan, new Set(), at, CODES);
  const values = interpret(plan.nodes, (input) => inputs[input]);
  const flag = (node: number): boolean => (values[node] as PossibleFlag).yes;
  const { scope, tier, programmes } = plan.outputs;
  const outOfScope = scope.find(({ node }) => !flag(node))?.id ?? null;
  if (outOfScope !== null) return { outOfScope, tier: 0, awards: programmes.map(() => null) };
  return {
    outOfScope,
    tier: codeOf(values[tier] as Possible),
    awards: programmes.map(({ entitled, amount }) => {
      if (!flag(entitled)) return null;
      const range = amount === null ? null : (values[amount] as PossibleNumber).range;
      return range === null ? 0n : floor(range.low);
    }),
  };
}

const holds = ({ segments }: Cell, at: Positions): boolean =>
  [...segments].every(([input, { low, high }]) => {
    const position = at.get(input) ?? -1n;
    return low <= position && position <= high;
  });

/** Every corner of a cell: each open fact at the one or the other end of what is left of it. */
function cornersOf(cell: Cell, open: ReadonlySet<number>, at: Positions): readonly Positions[] {
  return [...open].reduce<readonly Positions[]>(
    (rest, input) => {
      const { low, high } = cell.segments.get(input) ?? { low: 0n, high: lastOf(input) };
      const ends = low === high ? [low] : [low, high];
      return rest.flatMap((before) => ends.map((end) => new Map(before).set(input, end)));
    },
    [at],
  );
}

const someOpen = fc.subarray(FACTS, { minLength: 1, maxLength: 4 }).map((of) => new Set(of));

/** A case, what of it is open, other cases that differ only there, and what is found. */
const trial = fc
  .tuple(positions, someOpen, fc.array(positions, { minLength: 12, maxLength: 12 }))
  .map(([at, open, others]) => {
    const cases = others.map(
      (other) =>
        new Map(
          [...at].map(([input, position]) => [
            input,
            open.has(input) ? (other.get(input) ?? position) : position,
          ]),
        ),
    );
    const found: Exploration = explore(PLAN, toldOf(PLAN, open, at, CODES));
    return { at, open, cases, found };
  });

describe('going through what is open', () => {
  test('puts every case in one cell, which says what it comes to', () => {
    fc.assert(
      fc.property(trial, ({ at, cases, found }) => {
        expect(found.wide).toBe(false);
        for (const one of [at, ...cases]) {
          const [cell, ...more] = found.cells.filter((each) => holds(each, one));
          if (cell === undefined) throw new Error('in no cell');
          expect(more).toEqual([]);
          const { outOfScope, tier, awards } = outcomeOf(PLAN, one);
          expect([cell.outOfScope, cell.tier]).toEqual([outOfScope, tier]);
          for (const [i, award] of awards.entries()) {
            const span = cell.awards[i];
            if (award === null || span === null || span === undefined) expect(span).toBe(award);
            else expect(span.low <= award && award <= span.high).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('knows of every cell the least and the most, which come out at its corners, and what moves them', () => {
    fc.assert(
      fc.property(trial, ({ at, open, found }) => {
        for (const cell of found.cells) {
          const corners = cornersOf(cell, open, at).map((corner) => ({
            corner,
            is: outcomeOf(PLAN, corner),
          }));
          const moved = (input: number): boolean =>
            corners.some(({ corner, is }) =>
              corners.some(
                (other) =>
                  JSON.stringify(is.awards.map(String)) !== JSON.stringify(other.is.awards.map(String)) &&
                  [...open].every((one) => one === input || corner.get(one) === other.corner.get(one)),
              ),
            );
          expect([...cell.moves].sort()).toEqual([...open].filter(moved).sort());
          for (const [i, span] of cell.awards.entries()) {
            const amounts = corners.flatMap(({ is }) => is.awards[i] ?? []);
            if (span === null) expect(amounts).toEqual([]);
            else {
              expect(amounts.reduce((a, b) => (b < a ? b : a))).toBe(span.low);
              expect(amounts.reduce((a, b) => (b > a ? b : a))).toBe(span.high);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('asks for all that two cases which come out otherwise differ in, and for nothing that is known', () => {
    fc.assert(
      fc.property(trial, ({ at, open, cases, found }) => {
        const order = found.involved.map((input) => PLAN.questionOrder[input] ?? -1);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(found.involved.filter((input) => !open.has(input))).toEqual([]);
        const written = (one: Positions): string =>
          JSON.stringify(outcomeOf(PLAN, one), (_, value) =>
            typeof value === 'bigint' ? `${value}` : value,
          );
        for (const one of cases)
          for (const input of open) {
            const other = new Map(one).set(input, at.get(input) ?? 0n);
            if (written(one) !== written(other)) expect(found.involved).toContain(input);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('meets exactly the tiers of the cells in scope', () => {
    fc.assert(
      fc.property(trial, ({ found: { cells, tiersMet } }) => {
        const tiers = cells.filter(({ outOfScope }) => outOfScope === null).map(({ tier }) => tier);
        expect([...tiersMet].sort()).toEqual([...new Set(tiers)].sort());
      }),
      { numRuns: 60 },
    );
  });
});

test('a case out of scope meets no tier', () => {
  const known = new Map(FACTS.map((input) => [input, 0n])).set(factAt(PLAN, 'unwell'), 1n);
  const { cells, tiersMet } = explore(PLAN, toldOf(PLAN, new Set([factAt(PLAN, 'here')]), known, CODES));
  expect(cells.map(({ outOfScope }) => outOfScope)).toEqual(['resident', null]);
  // Poor and unwell: 50 points.
  expect([...tiersMet]).toEqual([1]);
});

describe('where there is too much to go through', () => {
  const COUNT = 18;
  const flags = Array.from({ length: COUNT }, (_, i) => `f${i + 10}`);
  const wideOf = (
    tiers: string,
    more = '',
    scope = '',
  ): { readonly plan: Plan; readonly found: Exploration } => {
    const plan = planOf(`
facts:
${flags.map((id) => `  ${id}: { type: flag, worse: if_true }`).join('\n')}
${more}
${scope}
figures:
  many: "${flags.map((id) => `(if ${id} then 1 else 0)`).join(' + ')}"
tiers: ${tiers}
`);
    return { plan, found: explore(plan, openBut(plan)) };
  };
  const tiersMet = (...of: Parameters<typeof wideOf>): readonly number[] => {
    const { found } = wideOf(...of);
    expect(found.wide).toBe(true);
    return [...found.tiersMet].sort();
  };

  test('all that something rests on is asked for, in the order of questions', () => {
    const { plan, found } = wideOf('[{ id: top, when: many >= 9 }]');
    expect([found.wide, found.cells]).toEqual([true, []]);
    expect(found.involved.map((input) => plan.inputs[input]?.id)).toEqual(flags);
  });

  test('tiers between the easiest and the hardest case are met on the way', () => {
    expect(
      tiersMet(
        `[{ id: top, when: many = ${COUNT} }, { id: mid, when: many = 7 }, { id: low, when: many >= 1 }]`,
      ),
    ).toEqual([0, 1, 2, 3]);
  });

  test('a tier at one value of a number, or one option, is met, at either side of where it turns', () => {
    const number = '  income: { type: number, unit: CNY/year, range: [0, 900_000], worse: lower }';
    const choice = '  stage: { type: choice, of: [junior, senior, college], worse: listed }';
    const none = { top: 'many > 20', low: 'many >= 1' };
    const tiers = (mid: string): string =>
      `[{ id: top, when: ${none.top} }, { id: mid, when: "${mid}" }, { id: low, when: ${none.low} }]`;
    expect(tiersMet(tiers('income = 77_777 and many < 3'), number)).toEqual([0, 1, 2]);
    expect(tiersMet(tiers('income > 77_776 and income < 77_778'), number)).toEqual([0, 1, 2]);
    expect(tiersMet(tiers('stage = senior and many > 3'), choice)).toEqual([0, 1, 2]);
  });

  test('no tier is met that no case in scope has', () => {
    const scope = 'scope: { few: { is: f10 } }';
    expect(tiersMet('[{ id: top, when: not f10 }, { id: low, when: many = 9 }]', '', scope)).toEqual([0, 1]);
  });
});

describe('outputs that are what is decided', () => {
  const plan = planOf(`
facts:
  income: { type: number, unit: CNY/year, range: [0, 900_000], worse: lower }
  stage:  { type: choice, of: [junior, senior, college], worse: listed }
  born:   { type: date, range: [2000-01-01, 2010-12-31] }
figures:
  share: max(income - 1_000, 0)
  next:  born + 31 day
  kind:  if income > 500 then stage else junior
outputs: [share, next, kind]
`);
  const found = explore(plan, openBut(plan));
  const spansOf = (figure: string): ReadonlySet<string> => {
    const at = plan.outputs.deciding.findIndex(({ id }) => id === figure);
    const spans = found.cells.map(({ outputs }) => (outputs[at] as PossibleNumber).range);
    return new Set(spans.map((range) => `${range?.low.n} ${range?.high.n}`));
  };

  test('options are told apart; a number or a date is only as far as its least and most are reached', () => {
    expect(found.wide).toBe(false);
    expect([...spansOf('kind')].sort()).toEqual(['0 0', '1 1', '2 2']);
    // 2000-02-01 to 2011-01-31, in days.
    expect(spansOf('next')).toEqual(new Set(['10988 15005']));
    expect(found.cells.length).toBeLessThan(20);
  });
});

test('what is at the greater or lesser of two things that move is split where they meet', () => {
  for (const how of ['max', 'min']) {
    const plan = planOf(`
facts:
  income: { type: number, unit: CNY/year, range: [0, 900], step: 1, worse: lower }
figures:
  share: ${how}(income, 300)
outputs: [share]
`);
    expect(plan.cuts[factAt(plan, 'income')]).toEqual([300n, 301n]);
  }
});

test('a number is split where it is compared, at its last value too, and where it exists only under a condition', () => {
  const cutsOf = (figure: string): readonly bigint[] | undefined => {
    const plan = planOf(`
facts:
  housed: { type: flag, worse: none }
  income: { type: number, unit: CNY/year, range: [0, 900], step: 1, worse: lower }
  rent:   { type: number, unit: CNY/year, range: [0, 900], step: 1, only_if: housed, worse: lower }
  born:   { type: date, range: [2007-09-01, 2007-11-01], worse: none }
dates: { leap_birthday: 03-01 }
figures: { result: "${figure}" }
outputs: [result]
`);
    const of = ['rent', 'born'].find((id) => figure.includes(id)) ?? 'income';
    return plan.cuts[factAt(plan, of)];
  };
  expect(cutsOf('income < 900')).toEqual([900n]);
  expect(cutsOf('income > 899')).toEqual([899n, 900n]);
  expect(cutsOf('if rent is none then false else rent < 300')).toEqual([300n, 301n]);
  // Who is born on 2 October is not yet eighteen on 1 October.
  expect(cutsOf('age(born, as_of) >= 18')).toEqual([31n]);
  expect(cutsOf('days_between(born, as_of) > 6_575')).toEqual([30n, 31n]);
});

test('what is told of people stands in the order of the file, person by person', () => {
  const plan = planOf(`
facts:
  apart:  { type: flag, worse: none }
  family: { type: people, size: [0, 2], worse: more, of: { ill: { type: flag, worse: if_true }, pay: { type: number, unit: CNY/year, range: [0, 9], worse: lower } } }
  zone:   { type: flag, worse: none }
figures: { result: "zone and any(family where pay > 3 and ill) and apart" }
outputs: [result]
`);
  const facts = plan.inputs.filter(({ kind }) => kind === 'fact').map(({ id, sub }) => sub ?? id);
  expect(facts).toEqual(['apart', '1', '1.ill', '1.pay', '2', '2.ill', '2.pay', 'zone']);
});

test('a list is asked only of categories that one gives, a person only of vetoes that a person reviews', () => {
  const plan = planOf(`
facts: { rich: { type: flag, worse: if_false }, poor: { type: flag, worse: if_true } }
lists: { civil: { title: 名单 } }
categories: { poor_one: { when: poor, floor: hard }, listed: { list: civil } }
vetoes:
  asked: { when: rich, effect: not_recognised, against_floor: review }
  plain: { when: rich, effect: not_recognised, against_floor: floor_wins }
tiers: [{ id: hard, when: poor }]
`);
  const asked = (of: string) => plan.inputs.filter(({ kind }) => kind === of).map(({ id }) => id);
  expect([asked('category'), asked('veto')]).toEqual([['listed'], ['asked']]);
  // These come first, whatever a formula comes to first.
  expect(plan.inputs.slice(0, 5).map(({ kind }) => kind)).toEqual([
    'fact',
    'fact',
    'category',
    'veto',
    'given',
  ]);
});
