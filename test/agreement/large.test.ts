import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Award, type Determination, determine, referenceDetermine } from '../../src/determine/index.js';
import { discretionsOf } from '../../src/determine/parts.js';
import type { Decision } from '../../src/roster/index.js';
import { compare, formatExact, parseExact } from '../../src/value/index.js';
import { type Case, type Ground, randomCase, towardsCut } from './arbitrary/case.js';
import { Dice } from './arbitrary/dice.js';
import { CONTEXT, plainStudent } from './arbitrary/students.js';
import { bytesOf, ranOutOfCells, schemeOf } from './pairs.js';

// An income may have ten million values: nobody can go through them all. Here the plan says what is possible, and the
// definition is asked of single completions, most of them at the points where something turns: each must lie within.

const NONE: ReadonlySet<string> = new Set();

/** A completion of what a student leaves open, with what is known of the truth kept. */
function completed(ground: Ground, truth: Case, open: ReadonlySet<string>, dice: Dice): Case {
  const other = randomCase(ground, dice);
  const facts = new Map(truth.facts);
  for (const id of open) facts.set(id, other.facts.get(id) as NonNullable<ReturnType<typeof facts.get>>);
  return { facts, categories: truth.categories };
}

/** What persons have to decide of everybody: vetoes against floors, and points. */
function decided(ground: Ground, dice: Dice): readonly Decision[] {
  const by = { on: '2025-09-20', because: '复核' } as const;
  return [
    ...ground.rules.vetoes.map(
      ({ id }): Decision => ({ kind: 'veto', veto: id, stands: dice.chance(50), by: 'review', ...by }),
    ),
    ...discretionsOf(ground.rules.score).flatMap(({ part, range, undecided }): readonly Decision[] => {
      // Points that nobody gave and that then count as 0 are nothing open.
      if (undecided === '0') return [];
      const points = formatExact(dice.pick([range.low, range.high]));
      return [{ kind: 'points', part, points, by: 'teacher', paper: 'no-3', ...by }];
    }),
  ];
}

/** What an award says it can come to: in minor units, 0 where it is not given. */
function spanOf(award: Award): readonly [bigint, bigint] {
  if (award.between !== undefined) return [BigInt(award.between.least), BigInt(award.between.most)];
  const minor = BigInt(award.amount?.minor ?? '0');
  return [minor, minor];
}

function allows(whole: Determination, single: Determination): string | null {
  if (whole.outcome !== 'undetermined') {
    const settled = ({ outcome, recommended, scope, awards }: Determination): string =>
      JSON.stringify([outcome, recommended?.tier, scope, awards]);
    return settled(whole) === settled(single) ? null : 'it was said to be settled';
  }
  if (single.outcome === 'outOfScope') return null;
  const tiers = single.open?.tiers ?? (single.recommended === undefined ? [] : [single.recommended.tier]);
  const other = tiers.find((tier) => whole.open?.tiers.includes(tier) !== true);
  if (other !== undefined) return `the tier ${other} was not among those possible`;
  return awardsAllowed(whole, single) ?? outputsAllowed(whole, single);
}

function awardsAllowed(whole: Determination, single: Determination): string | null {
  for (const [i, award] of single.awards.entries()) {
    const said = whole.awards[i] as Award;
    if (said.state !== 'open' && said.state !== award.state) return `${award.programme} was ${said.state}`;
    if (said.state === 'open' && said.between === undefined) continue;
    const [[least, most], [low, high]] = [spanOf(said), spanOf(award)];
    if (low < least || most < high)
      return `${award.programme} comes to ${low} to ${high}, outside ${least} to ${most}`;
  }
  return null;
}

/** Where a scheme ends in its outputs: each value within what was said, if it was said to be open. */
function outputsAllowed(whole: Determination, single: Determination): string | null {
  for (const { figure, between, among } of whole.open?.outputs ?? []) {
    const value = single.figures.find((one) => one.figure === figure)?.value;
    if (value === undefined || among?.includes(value) === true) continue;
    // A code that stands for every one that the rules do not tell apart.
    if (among?.some((one) => String(one).startsWith('·')) === true) continue;
    if (between === undefined) return `${figure} is ${value}, which was not said`;
    const [x, least, most] = [value, between.least, between.most].map((text) => parseExact(String(text)));
    const inside =
      x && least && most ? compare(least, x) <= 0 && compare(x, most) <= 0 : between.least <= value;
    if (!inside) return `${figure} is ${value}, outside ${between.least} to ${between.most}`;
  }
  return null;
}

test('what the plan says of open facts with any number of values holds for every completion tried', () => {
  const seen = { students: 0, settled: 0, between: 0, ranOut: 0, completions: 0 };
  fc.assert(
    fc.property(fc.nat(0x7fffffff), (seed) => {
      const { ground, text } = schemeOf(seed, 5, 0);
      const asked = ground.rules.facts.filter((fact) => /ask|block/.test(fact.unknown.policy));
      const large = asked.filter((fact) => ground.sizes.get(fact.id) === null);
      if (large.length === 0) return;
      const dice = new Dice(seed);
      for (let i = 0; i < 8; i += 1) {
        const truth = towardsCut(ground, randomCase(ground, dice), 4, dice);
        const open = new Set([dice.pick(large), ...dice.some(asked, 0, 3)].map((fact) => fact.id));
        const whole = determine(ground.plan, plainStudent(ground, truth, open, false));
        if (whole.outcome === 'outOfScope') continue;
        seen.students += 1;
        if (whole.outcome === 'determined') seen.settled += 1;
        if (whole.awards.some((award) => award.between !== undefined)) seen.between += 1;
        if (ranOutOfCells(whole)) seen.ranOut += 1;
        for (let k = 0; k < 12; k += 1) {
          const plain = plainStudent(ground, completed(ground, truth, open, dice), NONE, false);
          const student = { ...plain, decisions: [...(plain.decisions ?? []), ...decided(ground, dice)] };
          const single = referenceDetermine(ground.rules, CONTEXT, student);
          // An event that is still to come is not known, whatever was said.
          if (single === null || single.issues.length > 0) continue;
          seen.completions += 1;
          const wrong = allows(whole, single);
          if (wrong !== null)
            throw new Error(
              `${wrong}\n${text}\n${[...open].join(' ')}\n${bytesOf(whole)}\n${bytesOf(single)}`,
            );
        }
      }
    }),
    { numRuns: 400, seed: 31, endOnFailure: true },
  );
  console.log(`open facts with any number of values: ${JSON.stringify(seen)}`);
  expect(seen.students).toBeGreaterThan(200);
  expect(seen.settled).toBeGreaterThan(20);
  expect(seen.between).toBeGreaterThan(40);
  // What splitting can settle, it settles: cells run out where several such facts meet in one formula.
  expect(seen.ranOut).toBeLessThan(seen.students / 8);
});
