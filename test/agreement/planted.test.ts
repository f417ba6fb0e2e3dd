import { afterAll, expect, test } from 'vitest';
import { referenceDetermine } from '../../src/determine/index.js';
import type { Student } from '../../src/roster/index.js';
import type { Ground } from './arbitrary/case.js';
import { CONTEXT } from './arbitrary/students.js';
import { BUGS } from './bugs.js';
import { bytesOf, type Scheme, schemeOf, type Verdict, verdictOf } from './pairs.js';
import { type Bug, type Planted, plant, removePlanted } from './plant.js';
import { report } from './smallest.js';

// The agreement would be worth little if it could not fail: bugs are planted in the plan, one at a time, and each
// must make some pair differ.

const MOST_RULE_FILES = 250;
const STUDENTS = 12;

interface Judged {
  readonly scheme: Scheme;
  /** By student: the bytes of the definition, `null` where it has too many completions. */
  readonly wanted: readonly (string | null)[];
}

const judged: Judged[] = [];

/** The pairs are the same for every bug; the definition is asked once. */
function judgedAt(i: number): Judged {
  const known = judged[i];
  if (known !== undefined) return known;
  const scheme = schemeOf(9_000 + i, 3 + (i % 5), STUDENTS);
  const wanted = scheme.students.map(({ student }) => {
    const determination = referenceDetermine(scheme.ground.rules, CONTEXT, student);
    return determination === null ? null : bytesOf(determination);
  });
  judged[i] = { scheme, wanted };
  return judged[i] as Judged;
}

/** How many pairs it takes until one differs, or `null` where none of them does. */
function pairsUntilCaught({ compile, determine }: Planted, mostRuleFiles: number): number | null {
  let pairs = 0;
  for (let i = 0; i < mostRuleFiles; i += 1) {
    const { scheme, wanted } = judgedAt(i);
    try {
      const plan = compile(scheme.ground.rules, CONTEXT);
      if (!plan.ok) return pairs;
      for (const [s, { student }] of scheme.students.entries()) {
        const expected = wanted[s];
        if (expected === null || expected === undefined) continue;
        pairs += 1;
        if (bytesOf(determine(plan.value, student)) !== expected) return pairs;
      }
    } catch {
      return pairs + 1;
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
    caught.push({ what: bug.what, pairs: pairsUntilCaught(await plant(bug, String(i)), MOST_RULE_FILES) });
  }
  const lines = caught.map(({ what, pairs }) => `${String(pairs ?? 'never').padStart(7)}  ${what}`);
  console.log(`pairs until a planted bug is caught\n${lines.join('\n')}`);
  expect(caught.length).toBeGreaterThanOrEqual(14);
  expect(caught.filter(({ pairs }) => pairs === null).map(({ what }) => what)).toEqual([]);
});

test('what is caught is shown small: a few lines of rule file, and one student', async () => {
  const bug = BUGS.find((one) => one.file.includes('bands')) as Bug;
  const planted = await plant(bug, 'small');
  const judge = ({ rules, turns, domains }: Ground, student: Student): Verdict => {
    const plan = planted.compile(rules, CONTEXT);
    if (!plan.ok) throw new Error('not compiled');
    return verdictOf({ rules, plan: plan.value, turns, domains }, student, planted.determine);
  };
  for (let i = 0; i < MOST_RULE_FILES; i += 1) {
    const { scheme } = judgedAt(i);
    const failing = scheme.students.find(({ student }) => judge(scheme.ground, student).kind === 'differs');
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
