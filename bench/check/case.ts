/**
 * One edition, in a process of its own. Prints one line of JSON, a `Measured`.
 *
 *   node case.mjs FILE CHECKS EVALUATED DETERMINED SEED
 */

import { readFileSync } from 'node:fs';
import { daysOf, type Ground, groundOf } from '../../src/check/ground.js';
import { check } from '../../src/check/index.js';
import { studentAt } from '../../src/check/witness.js';
import { determine } from '../../src/determine/index.js';
import { compile, interpret } from '../../src/plan/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';
import { drawFrom } from './draw.js';
import { EVALUATIONS, type Measured, type Span } from './measured.js';
import { telling, uniformStudents } from './uniform.js';

const now = (): Span => ({ cpu: process.cpuUsage().user / 1e3, wall: performance.now() });
const since = (a: Span): Span => {
  const b = now();
  return { cpu: b.cpu - a.cpu, wall: b.wall - a.wall };
};
const plus = (a: Span, b: Span): Span => ({ cpu: a.cpu + b.cpu, wall: a.wall + b.wall });
const NO_TIME: Span = { cpu: 0, wall: 0 };

function timed(run: () => void): Span {
  const start = now();
  run();
  return since(start);
}

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[of.length >> 1] as number;

/** Students are made a batch at a time, and only what is done with them is timed. */
const BATCH = 1_000;

function batches<T>(count: number, make: () => T, use: (one: T) => void): Span {
  let sum = NO_TIME;
  for (let done = 0; done < count; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - done) }, make);
    sum = plus(
      sum,
      timed(() => {
        for (const one of batch) use(one);
      }),
    );
  }
  const scale = EVALUATIONS / count;
  return { cpu: sum.cpu * scale, wall: sum.wall * scale };
}

/** A plan as it is compiled for use: the prover asks for more nodes besides. */
function planOf(rules: RuleSet, { context }: Ground) {
  const plan = compile(rules, context);
  if (!plan.ok) throw new Error('not in force on its first day');
  return plan.value;
}

function measure(
  file: string,
  checks: number,
  evaluated: number,
  determined: number,
  seed: number,
): Measured {
  const read = readRules(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(`${file}: cannot be read`);
  const rules = read.value;
  const start = now();
  const { proved, byConstruction, refuted, notProved } = check(rules).coverage;
  const cold = since(start);
  const spans = Array.from({ length: checks }, () => timed(() => check(rules)));
  const [day = ''] = daysOf(rules);
  const ground = groundOf(rules, day);
  if (ground === null) throw new Error(`${file}: not in force on its first day`);
  const plan = planOf(rules, ground);
  const next = uniformStudents(ground, drawFrom(seed));
  const told = telling(ground);
  const evaluate = (count: number): Span =>
    batches(
      count,
      () => told(next()),
      (inputs) => interpret(plan.nodes, (input) => inputs[input]),
    );
  const decide = (count: number): Span =>
    batches(
      count,
      () => studentAt(ground, next()),
      (student) => determine(plan, student),
    );
  evaluate(BATCH);
  const byPlan = evaluate(evaluated);
  decide(Math.min(BATCH, determined));
  return {
    scheme: rules.document.scheme,
    edition: rules.document.edition,
    nodes: plan.nodes.length,
    proved,
    byConstruction,
    refuted,
    notProved,
    cold,
    warm: { cpu: median(spans.map(({ cpu }) => cpu)), wall: median(spans.map(({ wall }) => wall)) },
    evaluated: byPlan,
    determined: decide(determined),
  };
}

const [file = '', ...numbers] = process.argv.slice(2);
const [checks = 5, evaluated = EVALUATIONS, determined = 2_000, seed = 1] = numbers.map(Number);
process.stdout.write(`${JSON.stringify(measure(file, checks, evaluated, determined, seed))}\n`);
