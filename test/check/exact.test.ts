import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';
import { expectGolden } from '../golden.js';
import { FILES } from './exact/files.js';
import { reportLines } from './exact/lines.js';
import { FEW_STEPS, STEPS } from './exact/steps.js';

// All that a report says, of small files with something wrong: each line was held against the file.

function rulesOf(text: string): RuleSet {
  const read = readRules(text, { file: 'rules.yaml' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const CASES = Object.entries(FILES).map(([name, text]) => ({ name, rules: rulesOf(text) }));

describe('what is said of a file about', () => {
  test.each(CASES)('$name', ({ name, rules }) => {
    const report = check(rules, { cliff: '1' });
    expectGolden(resolve('test/check/exact', `${name}.txt`), `${reportLines(report).join('\n')}\n`);
    // Plain data: nothing is there that a reader of the JSON would not see.
    expect(report).toStrictEqual(JSON.parse(JSON.stringify(report)));
    // With more of them, what is proved of large files would be given up.
    expect(report.steps).toBeLessThanOrEqual(STEPS[name] ?? 0);
  });
});

// Of the files in which there is most to ask.
const LONG = ['vetoes', 'stages', 'gaps', 'purses', 'listed', 'steep', 'rows', 'outputs', 'floors'];

describe('what is said after two cases of a file about', () => {
  test.each(CASES.filter(({ name }) => LONG.includes(name)))('$name', ({ name, rules }) => {
    const report = check(rules, { cliff: '1', steps: 2 });
    expectGolden(resolve('test/check/exact', `${name}.few.txt`), `${reportLines(report).join('\n')}\n`);
    expect(report.steps).toBeLessThanOrEqual(FEW_STEPS[name] ?? 0);
    const whole = new Map(check(rules).properties.map(({ id, status }) => [id, status]));
    // What is known after two cases stays as it is. One that was taken apart by stages has several of its name.
    for (const { id, status, stage } of report.properties)
      if (status !== 'notProved' && stage === undefined) expect([id, whole.get(id)]).toEqual([id, status]);
  });
});
