import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Determination, determine } from '../../src/determine/index.js';
import type { CategoryInput, Student } from '../../src/roster/index.js';
import type { RuleSet } from '../../src/rules/index.js';
import { randomCase, towardsCut } from '../agreement/arbitrary/case.js';
import { Dice } from '../agreement/arbitrary/dice.js';
import { plainStudent } from '../agreement/arbitrary/students.js';
import { schemeOf } from '../agreement/pairs.js';
import { bytes, decided, KNOWN, like, PLAN, RULES } from './sample.js';

// Floors only lift. Who surely belongs to a category is determined at its floor or above, whatever the score, the
// vetoes and the decided tier, unless a person let a veto stand against the floor.

const seed = fc.nat(0x7fffffff);

/** The best floor of the categories that a determination says surely hold. */
function floorOf(rules: RuleSet, { reasons }: Determination): number {
  const floors = reasons.flatMap((reason) =>
    reason.code === 'floorLifts' || reason.code === 'floorHolds' ? [rules.tierIds.indexOf(reason.tier)] : [],
  );
  return Math.max(0, ...floors);
}

const vetoStands = ({ decisions }: Student): boolean =>
  Array.isArray(decisions) && decisions.some((one) => one.kind === 'veto' && one.stands);

test('nobody who surely belongs to a category is determined below its floor', () => {
  const seen = { floored: 0, vetoed: 0, decided: 0, below: 0 };
  fc.assert(
    fc.property(seed, (from) => {
      const { ground, students } = schemeOf(from, 5, 25);
      for (const { student } of students) {
        const determination = determine(ground.plan, student);
        const { outcome, decided: person, recommended, reasons, open, categories } = determination;
        const floor = floorOf(ground.rules, determination);
        if (floor === 0) continue;
        // Every listed category that holds and has a floor is named as a reason.
        for (const one of categories) {
          const own = ground.rules.categories.find((c) => c.id === one.category)?.floor;
          if (one.holds === true && own !== undefined && reasons.length > 0)
            expect(own).toBeLessThanOrEqual(floor);
        }
        const lowest =
          outcome === 'determined'
            ? ground.rules.tierIds.indexOf((person ?? recommended)?.tier as string)
            : Math.min(...(open?.tiers ?? []).map((tier) => ground.rules.tierIds.indexOf(tier)));
        seen.floored += 1;
        if (person !== undefined) seen.decided += 1;
        if (reasons.some((reason) => reason.code === 'vetoYieldsToFloor')) seen.vetoed += 1;
        if (vetoStands(student)) {
          if (lowest < floor) seen.below += 1;
        } else if (outcome === 'determined') expect(lowest).toBeGreaterThanOrEqual(floor);
        // Only a veto that a person has yet to speak about can leave less open.
        else if (lowest < floor) expect(open?.questions.some((one) => one.kind === 'veto')).toBe(true);
      }
    }),
    { numRuns: 100, seed: 21 },
  );
  expect(seen.floored).toBeGreaterThan(400);
  expect(seen.vetoed).toBeGreaterThan(20);
  expect(seen.decided).toBeGreaterThan(20);
  expect(seen.below).toBeGreaterThan(5);
});

const tiersOf = (
  rules: RuleSet,
  { outcome, open, decided: person, recommended }: Determination,
): readonly number[] =>
  (outcome === 'undetermined'
    ? (open?.tiers ?? [])
    : outcome === 'determined'
      ? [(person ?? recommended)?.tier ?? '']
      : []
  )
    .map((tier) => rules.tierIds.indexOf(tier))
    .sort((a, b) => a - b);

describe('where categories do nothing but lift', () => {
  const status = fc.constantFrom<CategoryInput['status']>('in', 'out', 'unknown');
  const student = fc.record({
    income: fc.constantFrom(undefined, 6_000, 6_500, 20_000, 90_500),
    health: fc.constantFrom(undefined, 'good', 'ill', 'grave'),
    rural: fc.constantFrom(undefined, true, false),
    luxury: fc.boolean(),
    orphan: status,
    dibao: status,
  });
  type Drawn = typeof student extends fc.Arbitrary<infer T> ? T : never;
  const said = ({ orphan, dibao, ...facts }: Drawn): Student =>
    like({
      facts: { ...KNOWN.facts, ...facts },
      categories: [
        { category: 'orphan', status: orphan },
        { category: 'dibao', status: dibao },
      ],
    });

  test('to belong never hurts: not in tier, not in money', () => {
    fc.assert(
      fc.property(student, fc.constantFrom('orphan', 'dibao'), (one, category) => {
        const [without, within] = (['out', 'in'] as const).map((is) =>
          determine(PLAN, said({ ...one, [category]: is })),
        ) as [Determination, Determination];
        // A veto against a floor is a person's to settle: until then what it could take is still open.
        if (one.luxury || without.outcome === 'outOfScope') return;
        const [less, more] = [tiersOf(RULES, without), tiersOf(RULES, within)];
        expect(more[0] ?? 0).toBeGreaterThanOrEqual(less[0] ?? 0);
        expect(more.at(-1) ?? 0).toBeGreaterThanOrEqual(less.at(-1) ?? 0);
        for (const [i, award] of within.awards.entries()) {
          const [was, is] = [leastOf(without.awards[i]), leastOf(award)];
          expect(is >= was).toBe(true);
        }
      }),
      { numRuns: 600, seed: 22 },
    );
  });

  test('not to know is to know either', () => {
    fc.assert(
      fc.property(student, fc.constantFrom('orphan', 'dibao'), (one, category) => {
        const [open, ...known] = (['unknown', 'in', 'out'] as const).map((is) =>
          determine(PLAN, said({ ...one, [category]: is })),
        );
        const possible = tiersOf(RULES, open as Determination);
        const each = known.flatMap((d) => tiersOf(RULES, d));
        expect(possible).toEqual([...new Set(each)].sort((a, b) => a - b));
      }),
      { numRuns: 300, seed: 23 },
    );
  });
});

function leastOf(award: Determination['awards'][number] | undefined): bigint {
  if (award === undefined || award.state === 'notEntitled') return 0n;
  return BigInt(award.between?.least ?? award.amount?.minor ?? '0');
}

test('under any rules, what is possible while a list is open is what is possible in either case', () => {
  fc.assert(
    fc.property(seed, (from) => {
      const { ground } = schemeOf(from % 5_000, 5, 0);
      const listed = ground.rules.categories.filter((c) => c.list !== undefined);
      const dice = new Dice(from);
      if (listed.length === 0 || ground.rules.tiers.length === 0) return;
      for (let i = 0; i < 5; i += 1) {
        const truth = towardsCut(ground, randomCase(ground, dice), 4, dice);
        const base = plainStudent(ground, truth, new Set(), false);
        const { id } = dice.pick(listed);
        const as = (status: CategoryInput['status']): Determination =>
          determine(ground.plan, {
            ...base,
            categories: [
              ...(base.categories ?? []).filter((one) => one.category !== id),
              { category: id, status },
            ],
          });
        const possible = tiersOf(ground.rules, as('unknown'));
        const each = [...tiersOf(ground.rules, as('in')), ...tiersOf(ground.rules, as('out'))];
        expect(possible).toEqual([...new Set(each)].sort((a, b) => a - b));
      }
    }),
    { numRuns: 60, seed: 24 },
  );
});

test('who is on no list and who is not spoken of are two things', () => {
  const silent = like({ categories: [], otherCategories: 'unknown' });
  const out = like({ categories: [], otherCategories: 'out' });
  expect(decided(silent).outcome).toBe('undetermined');
  expect(decided(out).outcome).toBe('determined');
  expect(bytes(decided(out))).toBe(bytes(decided(KNOWN)));
});
