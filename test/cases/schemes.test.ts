import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeReport, readCases, runCases } from '../../src/cases/index.js';
import { renderIssue } from '../../src/explain/index.js';
import { readLibrary } from '../../src/rules/index.js';

// Every scheme of `rules/`: its folder is a library without gaps, each edition has cases, and each case is met exactly,
// by the plan and by the reference meaning.

const RULES = join(import.meta.dirname, '../../rules');
const folders = readdirSync(RULES, { withFileTypes: true }).filter((one) => one.isDirectory());
const yamlIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(folder, file));
const fileIn =
  (folder: string) =>
  (name: string): string | undefined => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return undefined;
    }
  };

test('there are schemes of many kinds', () => {
  expect(folders.length).toBeGreaterThanOrEqual(15);
});

describe.each(folders.map((folder) => folder.name))('%s', (name) => {
  const folder = join(RULES, name);
  const { readings, issues } = readLibrary(
    yamlIn(folder).map((file) => ({ file, text: readFileSync(file, 'utf8') })),
    { files: fileIn(folder) },
  );
  const cases = yamlIn(join(folder, 'cases')).map((file) =>
    readCases(readFileSync(file, 'utf8'), { file, files: fileIn(join(folder, 'cases')) }),
  );

  test('loads without a finding, under the name of its folder', () => {
    const found = [...issues, ...readings.flatMap(({ read }) => read.issues)];
    expect(found.map((issue) => renderIssue(issue, 'en'))).toEqual([]);
    for (const { read } of readings) expect(read.ok ? read.value.document.scheme : '').toBe(name);
  });

  test('every case is met', () => {
    let passed = 0;
    for (const read of cases) {
      expect(read.issues.map((issue) => renderIssue(issue, 'en'))).toEqual([]);
      if (!read.ok) continue;
      const edition = readings.find(
        (one) => one.read.ok && one.read.value.document.edition === read.value.edition,
      )?.read;
      if (edition?.ok !== true) throw new Error(`no edition ${read.value.edition}`);
      const report = runCases(edition.value, read.value);
      expect(report.failed === 0 ? '' : describeReport(report, 'en')).toBe('');
      passed += report.passed;
    }
    expect(passed).toBeGreaterThan(0);
  });
});
