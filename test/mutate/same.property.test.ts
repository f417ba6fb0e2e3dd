import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Determination, determine } from '../../src/determine/index.js';
import { mutantsOf } from '../../src/mutate/index.js';
import { provedSame } from '../../src/mutate/same.js';
import { compile, type Plan } from '../../src/plan/index.js';
import { readComposed, readRules, readText } from '../../src/rules/index.js';
import { noOneMissed, ruleFiles } from '../../src/testing/index.js';

const NOWHERE = { line: 1, column: 1 };
const PLACELESS = { value: () => NOWHERE, key: () => NOWHERE, end: () => NOWHERE, inside: () => NOWHERE };
const MOMENT = { period: '2025-autumn', asOf: '2025-10-10', knownAt: '2025-10-15' };

const outcome = ({ outcome, scope, recommended, decided, awards }: Determination): string =>
  JSON.stringify([outcome, scope, recommended?.tier, decided?.tier, awards]);

test('of mutants of any rule file that are called the same no student differs who stands where something turns', () => {
  fc.assert(
    fc.property(ruleFiles(), (text) => {
      const [read, rules] = [readText(text), readRules(text)];
      if (!read.ok || !rules.ok) throw new Error('refused');
      const planOf = (of: typeof rules.value): Plan => {
        const plan = compile(of, MOMENT);
        if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
        return plan.value;
      };
      expect(provedSame(rules.value, rules.value)).toBe(true);
      const whole = planOf(rules.value);
      const students = fc.sample(noOneMissed(rules.value, MOMENT).students(), { numRuns: 40, seed: 1 });
      const before = students.map((student) => outcome(determine(whole, student)));
      for (const { root } of mutantsOf(read.value.root)) {
        const mutant = readComposed({ tree: { ...PLACELESS, root }, depth: 0 });
        if (!mutant.ok) continue;
        if (!provedSame(rules.value, mutant.value)) continue;
        const other = planOf(mutant.value);
        expect(students.map((student) => outcome(determine(other, student)))).toEqual(before);
      }
    }),
    { numRuns: 4 },
  );
});
