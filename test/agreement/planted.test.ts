import { afterAll, expect, test } from 'vitest';
import { referenceDetermine } from '../../src/determine/index.js';
import type { Plan } from '../../src/plan/index.js';
import type { Student } from '../../src/roster/index.js';
import type { Ground } from './arbitrary/case.js';
import { Dice } from './arbitrary/dice.js';
import { CONTEXT, studentsFor } from './arbitrary/students.js';
import { BUGS } from './bugs/index.js';
import { bytesOf, type Scheme, schemeOf, type Verdict, verdictOf } from './pairs.js';
import { type Bug, type Planted, plant, removePlanted } from './plant.js';
import { report } from './smallest.js';

// The agreement would be worth little if it could not fail: bugs are planted in the plan, one at a time, and each
// must make some pair differ.

const MOST_RULE_FILES = 1_500;
const STUDENTS = 15;

interface Pair {
  readonly student: Student;
  /** The bytes of the definition, `null` where it has too many completions. */
  readonly wanted: string | null;
}

interface Judged {
  readonly scheme: Scheme;
  /** The sound plan. */
  readonly built: string;
  readonly pairs: () => readonly Pair[];
}

/** A plan as it is built: its nodes, and what it is told. */
const writtenPlan = ({ nodes, inputs, outputs }: Plan): string =>
  JSON.stringify([nodes, inputs, outputs], (_, value) => (typeof value === 'bigint' ? `${value}n` : value));

const judged: Judged[] = [];

/** The pairs are the same for every bug; the definition is asked once, where it is needed. */
function judgedAt(i: number): Judged {
  const known = judged[i];
  if (known !== undefined) return known;
  const seed = 9_000 + i;
  const scheme = schemeOf(seed, 3 + (i % 5), 0);
  let pairs: readonly Pair[] | undefined;
  const made: Judged = {
    scheme,
    built: writtenPlan(scheme.ground.plan),
    pairs: () => {
      pairs ??= studentsFor(scheme.ground, STUDENTS, new Dice(seed ^ 0x5eed)).map(({ student }) => {
        const determination = referenceDetermine(scheme.ground.rules, CONTEXT, student);
        return { student, wanted: determination === null ? null : bytesOf(determination) };
      });
      return pairs;
    },
  };
  judged[i] = made;
  return made;
}

/** How many pairs it takes until one differs, or `null` where none of them does. */
function pairsUntilCaught(
  { compile, determine }: Planted,
  mostRuleFiles: number,
  builds = false,
): number | null {
  let count = 0;
  for (let i = 0; i < mostRuleFiles; i += 1) {
    const { scheme, built, pairs } = judgedAt(i);
    try {
      const plan = compile(scheme.ground.rules, CONTEXT);
      if (!plan.ok) return count;
      if (builds && writtenPlan(plan.value) === built) {
        count += STUDENTS;
        continue;
      }
      for (const { student, wanted } of pairs()) {
        count += 1;
        if (wanted !== null && bytesOf(determine(plan.value, student)) !== wanted) return count;
      }
    } catch {
      return count + 1;
    }
  }
  return null;
}

afterAll(removePlanted);

test('without a bug the source built anew agrees', async () => {
  expect(pairsUntilCaught(await plant(null, 'none'), 40)).toBeNull();
});

test('every planted bug is caught', { timeout: 600_000 }, async () => {
  const caught: { readonly what: string; readonly pairs: number | null }[] = [];
  for (const [i, bug] of BUGS.entries()) {
    const planted = await plant(bug, String(i));
    caught.push({ what: bug.what, pairs: pairsUntilCaught(planted, MOST_RULE_FILES, bug.builds) });
  }
  const lines = caught.map(({ what, pairs }) => `${String(pairs ?? 'never').padStart(7)}  ${what}`);
  console.log(`pairs until a planted bug is caught\n${lines.join('\n')}`);
  expect(caught.length).toBeGreaterThanOrEqual(100);
  expect(caught.filter(({ pairs }) => pairs === null).map(({ what }) => what)).toEqual([]);
});

test('what is caught is shown small: a few lines of rule file, and one student', async () => {
  const bug = BUGS.find((one) => one.file.includes('bands')) as Bug;
  const planted = await plant(bug, 'small');
  const judge = (ground: Ground, student: Student): Verdict => {
    const plan = planted.compile(ground.rules, CONTEXT);
    if (!plan.ok) throw new Error('not compiled');
    return verdictOf({ ...ground, plan: plan.value }, student, planted.determine);
  };
  for (let i = 0; i < MOST_RULE_FILES; i += 1) {
    const { scheme, pairs } = judgedAt(i);
    const failing = pairs().find(({ student }) => judge(scheme.ground, student).kind === 'differs');
    if (failing === undefined) continue;
    const text = report(scheme, failing.student, judge);
    expect(text).toMatch(/below: \{ [^}]+\}|below: -?[0-9]/);
    const [file = '', student = ''] = (text.split('--- rule file')[1] ?? '').split('--- student');
    expect(file.length).toBeLessThan(scheme.text.length / 2);
    expect(student).toContain('enrolments');
    expect(text).toMatch(/--- plan\n\{[\s\S]*--- reference\n\{/);
    return;
  }
  throw new Error('never caught');
});
