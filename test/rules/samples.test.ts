import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, renderIssue } from '../../src/explain/index.js';
import { readRules } from '../../src/rules/index.js';
import { expectGolden } from '../golden.js';

// good/ loads; each file of bad/ has one mistake and beside it the exact diagnostic, in both languages.

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(import.meta.dirname, folder)).filter((file) => file.endsWith('.yaml'));
const textOf = (folder: string, file: string): string =>
  readFileSync(join(import.meta.dirname, folder, file), 'utf8');

describe('good', () => {
  test.each(filesOf('good'))('%s loads without a finding', (file) => {
    const read = readRules(textOf('good', file), { file });
    expect(read.issues).toEqual([]);
    expect(read.ok).toBe(true);
  });
});

describe('bad', () => {
  test.each(filesOf('bad'))('%s gives its diagnostic', (file) => {
    const read = readRules(textOf('bad', file), { file });
    expect(read.ok).toBe(false);
    const lines = LANGUAGES.flatMap((lang) => read.issues.map((issue) => renderIssue(issue, lang)));
    expectGolden(join(import.meta.dirname, 'bad', `${basename(file, '.yaml')}.txt`), `${lines.join('\n')}\n`);
  });

  test.each(filesOf('bad'))('%s is said once, at a line that exists', (file) => {
    const text = textOf('bad', file);
    const { issues } = readRules(text, { file });
    const most = /^\uFEFF?# (One|Two) mistake/.exec(text)?.[1] === 'Two' ? 2 : 1;
    expect(issues.length).toBeGreaterThanOrEqual(1);
    // An alias is refused at its anchor and at its use.
    expect(issues.length).toBeLessThanOrEqual(file === 'alias.yaml' ? 2 : most);
    for (const { place } of issues) {
      const line = text.split('\n')[(place?.line ?? 0) - 1];
      expect(line).toBeDefined();
      expect(place?.column ?? 0).toBeLessThanOrEqual([...(line as string)].length + 1);
    }
  });
});

test('the samples meet most of what a file can be refused for', () => {
  const codes = new Set(
    filesOf('bad').flatMap((file) => readRules(textOf('bad', file)).issues.map((issue) => issue.code)),
  );
  expect(codes.size).toBeGreaterThanOrEqual(55);
});
