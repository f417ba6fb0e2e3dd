import { expect, it } from 'vitest';
import type { RunEnd } from '../../../src/batch/index.js';
import { FILES, JOB, RULES, runWorld } from './world.js';

/** The same rules, but that more income gives more points. */
const UPSIDE_DOWN = RULES.replace('up_to: { 6_000: 30, 12_000: 20 }', 'up_to: { 6_000: 10, 12_000: 20 }');
const FINDING = 'monotone income tier';
const lineOf = (text: string): number => UPSIDE_DOWN.split('\n').findIndex((line) => line.includes(text)) + 1;
const accepting = (finding: string): string =>
  JOB.replace(
    '# roster',
    `exceptions:\n  - { finding: ${finding}, reason: 局里会议决定, by: 李主任, on: 2025-09-20 }\n`,
  );
const report = (end: RunEnd) => {
  const file = end.run?.files.find(({ path }) => path === 'rules/check.json');
  return JSON.parse(new TextDecoder().decode(file?.bytes)) as {
    readonly at: readonly string[];
    readonly properties: readonly { readonly id: string; readonly status: string }[];
  };
};

it('rules under which more hardship gives less are refused, with the finding and where it stands', async () => {
  expect(UPSIDE_DOWN).not.toBe(RULES);
  const end = await runWorld({ 'rules.yaml': UPSIDE_DOWN });
  expect([end.exit, end.run]).toEqual([3, undefined]);
  expect(end.issues).toContainEqual({
    code: 'run.refuted',
    severity: 'error',
    values: { finding: FINDING, file: 'rules.yaml' },
    // The row of the file that gives the poorer student less.
    place: expect.objectContaining({
      file: 'rules.yaml',
      line: lineOf('6_000: 10'),
      column: expect.any(Number),
    }),
  });
});

it('unless the job names each finding, with who answers for it and why', async () => {
  const refused = await runWorld({ 'rules.yaml': UPSIDE_DOWN });
  const findings = refused.issues.map((issue) => String(issue.values?.finding));
  const job = JOB.replace(
    '# roster',
    `exceptions:\n${findings
      .map((finding) => `  - { finding: ${finding}, reason: 局里会议决定, by: 李主任, on: 2025-09-20 }\n`)
      .join('')}`,
  );
  const end = await runWorld({ 'rules.yaml': UPSIDE_DOWN }, {}, job);
  expect(end.run).toBeDefined();
  expect(end.issues.filter((issue) => issue.code === 'run.refutedAccepted')).toHaveLength(findings.length);
  expect(report(end).properties.find(({ id }) => id === FINDING)?.status).toBe('refuted');
});

it('an exception that meets no finding is said', async () => {
  const end = await runWorld({}, {}, accepting(FINDING));
  expect(end.issues.filter((issue) => issue.code === 'run.exceptionUnused')).toEqual([
    {
      code: 'run.exceptionUnused',
      severity: 'warning',
      values: { finding: FINDING },
      place: expect.objectContaining({ file: 'job.yaml', path: 'exceptions.0' }),
    },
  ]);
});

it('what was proved is part of the run, for its day', async () => {
  const end = await runWorld();
  expect(FILES['rules.yaml']).toBe(RULES);
  expect(report(end).at).toEqual(['2025-10-10']);
  expect(report(end).properties.length).toBeGreaterThan(10);
  expect(new Set(report(end).properties.map(({ status }) => status))).toEqual(
    new Set(['proved', 'byConstruction']),
  );
});

it('keeps what is said of the rules, not how their file is laid out; a refusal stands in the file that was given', async () => {
  const spaced = UPSIDE_DOWN.replace('facts:', '\n# a line more\nfacts:');
  const ends = [await runWorld({ 'rules.yaml': UPSIDE_DOWN }), await runWorld({ 'rules.yaml': spaced })];
  const lines = ends.map(
    ({ issues }) => issues.find(({ values }) => values.finding === FINDING)?.place?.line,
  );
  expect(lines).toEqual([lineOf('6_000: 10'), lineOf('6_000: 10') + 2]);
  const [one, other] = [await runWorld(), await runWorld({ 'rules.yaml': `# a line more\n${RULES}` })];
  expect(report(other as RunEnd)).toEqual(report(one as RunEnd));
});
