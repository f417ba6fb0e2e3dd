import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { OUTCOMES } from '../../src/determine/index.js';
import { standingOf } from './arbitrary/case.js';
import type { MadeStudent } from './arbitrary/students.js';
import { CONSTRUCTS, constructsOf, SAID, SELDOM, saidBy, Tally } from './distribution.js';
import { type Scheme, schemeOf, type Verdict, verdictOf } from './pairs.js';
import { report } from './smallest.js';

// The argument that the two meanings agree: random rule files that use every construct, students near the cuts and
// partly unknown, and for each pair the same bytes from the plan and from the definition.

const SEED = Number(process.env.BULOU_SEED ?? 20250901);
const RULE_FILES = Number(process.env.BULOU_RULE_FILES ?? 700);
const STUDENTS = 30;

/** What was unknown, doubtful, decided or badly written of a student. */
const MARKS = [
  ...['flag', 'choice', 'number', 'date', 'code', 'several', 'people'].map((kind) => `unknown ${kind}`),
  ...['assume', 'no_points', 'block', 'unread'].map((kind) => `unknown ${kind}`),
  ...['several partly known', 'attribute not known', 'people not complete', 'none said'],
  ...['not given', 'bad value', 'conflict', 'unknown fact id', 'fact decided', 'decision not yet known'],
  ...['category in', 'category out', 'category unknown', 'tier decision', 'waiver'],
  ...['veto stands', 'veto yields', 'points given', 'points ask', 'points 0', 'figure decided'],
  ...['figure given', 'part given', 'paper shown', 'paper of another day'],
  ...['nobody asks', 'asked by others', 'two enrolments', 'enrolment ended'],
] as const;

const NEAR = ['on a cut', 'within one point of a cut', 'just below a cut'];

function nearness({ ground }: Scheme, made: MadeStudent): readonly string[] {
  const { score, distance } = standingOf(ground, made.truth);
  const found: string[] = [];
  if (distance.n === 0n) found.push('on a cut');
  if (distance.n <= distance.d) found.push('within one point of a cut');
  const below = ground.rules.tiers.some(({ from }) => {
    if (from === undefined) return false;
    const [gap, unit] = [from.n * score.d - score.n * from.d, from.d * score.d];
    return gap > 0n && gap <= unit;
  });
  if (below) found.push('just below a cut');
  return found;
}

const SLOWLY = { timeout: 600_000 };

test('reference and plan agree on every random pair', SLOWLY, () => {
  const outcomes = new Tally();
  const constructs = new Tally();
  const students = new Tally();
  const near = new Tally();
  const said = new Tally();
  const verdicts: Record<Verdict['kind'], number> = { equal: 0, looser: 0, notCompared: 0, differs: 0 };

  const agree = (seed: number, size: number): void => {
    const scheme = schemeOf(seed, size, STUDENTS);
    const used = constructsOf(scheme.ground.rules);
    for (const made of scheme.students) {
      const verdict = verdictOf(scheme.ground, made.student);
      verdicts[verdict.kind] += 1;
      if (verdict.kind === 'differs') throw new Error(report(scheme, made.student, verdictOf));
      outcomes.add([verdict.outcome.outcome]);
      constructs.add(used);
      said.add(saidBy(verdict.outcome));
      if (scheme.ground.rules.tiers.some(({ from }) => from !== undefined)) near.add(nearness(scheme, made));
      students.add([
        ...made.marks,
        ...(made.marks.some((m) => m.startsWith('category unknown ')) ? ['category unknown'] : []),
      ]);
    }
  };
  fc.assert(fc.property(fc.nat(0x7fffffff), fc.integer({ min: 3, max: 7 }), agree), {
    seed: SEED,
    numRuns: RULE_FILES,
    endOnFailure: true,
  });

  console.log(
    [
      `${outcomes.total} pairs of ${RULE_FILES} rule files (seed ${SEED}): ${JSON.stringify(verdicts)}`,
      outcomes.table('outcomes', OUTCOMES),
      near.table('distance of the score from a cut, where tiers go by it', NEAR),
      students.table('what a student is like', MARKS),
      said.table('what the determination says', [...SAID, ...SELDOM]),
      constructs.table('constructs of the rule file', CONSTRUCTS),
    ].join('\n\n'),
  );
  // So few things are unknown of each student that every completion can be gone through, by both.
  expect(verdicts).toEqual({ equal: outcomes.total, looser: 0, notCompared: 0, differs: 0 });
  expect(verdicts.equal).toBeGreaterThanOrEqual(20_000);
  expect(outcomes.below(3, OUTCOMES)).toEqual([]);
  expect(constructs.below(3, CONSTRUCTS)).toEqual([]);
  expect(students.below(3, MARKS)).toEqual([]);
  expect(said.below(1, SAID)).toEqual([]);
  expect(said.below(0.1, SELDOM)).toEqual([]);
  expect(near.percent('within one point of a cut')).toBeGreaterThanOrEqual(20);
});
