import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, renderIssue } from '../../src/explain/index.js';
import { readRules } from '../../src/rules/index.js';
import { expectGolden } from '../golden.js';

// good/ loads; each file of bad/ has one mistake and beside it the exact diagnostic, in both languages. An edition that
// amends another has that one beside it as NAME.base.yaml; a table in a file is NAME.csv.

const here = (...path: readonly string[]): string => join(import.meta.dirname, ...path);
const textOf = (folder: string, file: string): string => readFileSync(here(folder, file), 'utf8');
const filesOf = (folder: string): readonly string[] =>
  readdirSync(here(folder)).filter((file) => file.endsWith('.yaml') && !file.endsWith('.base.yaml'));

/** A sample with what stands beside it. An edition is looked for among the sample and its predecessor. */
function read(folder: string, file: string) {
  const beside = (name: string): string | undefined =>
    existsSync(here(folder, name)) ? textOf(folder, name) : undefined;
  const editions = [`${basename(file, '.yaml')}.base.yaml`, file];
  return readRules(textOf(folder, file), {
    file,
    files: beside,
    predecessor: (edition) =>
      editions
        .map((name) => ({ file: name, text: beside(name) ?? '' }))
        .find(({ text }) => text.split('\n').includes(`edition: ${edition}`)),
  });
}

describe('good', () => {
  test.each(filesOf('good'))('%s loads without a finding', (file) => {
    const { ok, issues } = read('good', file);
    expect(issues).toEqual([]);
    expect(ok).toBe(true);
  });
});

describe('bad', () => {
  test.each(filesOf('bad'))('%s gives its diagnostic', (file) => {
    const { ok, issues } = read('bad', file);
    expect(ok).toBe(false);
    const lines = LANGUAGES.flatMap((lang) => issues.map((issue) => renderIssue(issue, lang)));
    expectGolden(here('bad', `${basename(file, '.yaml')}.txt`), `${lines.join('\n')}\n`);
  });

  test.each(filesOf('bad'))('%s is said once, at a line that exists', (file) => {
    const { issues } = read('bad', file);
    const most = /^\uFEFF?# (One|Two) mistake/.exec(textOf('bad', file))?.[1] === 'Two' ? 2 : 1;
    expect(issues.length).toBeGreaterThanOrEqual(1);
    // An alias is refused at its anchor and at its use.
    expect(issues.length).toBeLessThanOrEqual(file === 'alias.yaml' ? 2 : most);
    for (const { place } of issues) {
      // What is removed is missed where it is read: in the edition before.
      const line = textOf('bad', place?.file ?? file).split('\n')[(place?.line ?? 0) - 1];
      expect(line).toBeDefined();
      expect(place?.column ?? 0).toBeLessThanOrEqual([...(line as string)].length + 1);
    }
  });

  test('every sentence is whole, and says of nobody who they are', () => {
    for (const file of filesOf('bad'))
      for (const lang of LANGUAGES)
        for (const issue of read('bad', file).issues) {
          const said = renderIssue(issue, lang);
          expect(said, file).not.toMatch(/\{\w+(:\w+)?\}|undefined|“”|""/);
          expect(said, file).not.toMatch(/[0-9]{17}[0-9X]/);
        }
  });
});

/** Codes that no sample can meet, each with the reason. */
const WITHOUT_SAMPLE: Readonly<Record<string, string>> = {
  'rules.moreFindings': 'needs more than a hundred mistakes: many-findings.test.ts',
  'rules.cannotBeNone':
    'the schema knows no none on sets and people; a canonical document could still say it',
};

/** Every code that a source under src/rules names. */
function codesOfSources(folder = here('../../src/rules')): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts'))
      for (const [, code] of readFileSync(join(folder, file), 'utf8').matchAll(/'(rules\.[a-zA-Z]+)'/g))
        codes.add(code as string);
  return codes;
}

test('the samples meet every code that a rule file can be refused for', () => {
  const raised = codesOfSources();
  const met = new Set(filesOf('bad').flatMap((file) => read('bad', file).issues.map((issue) => issue.code)));
  expect(raised.size).toBeGreaterThan(100);
  expect([...met].filter((code) => !raised.has(code))).toEqual([]);
  expect([...raised].filter((code) => !met.has(code)).sort()).toEqual(Object.keys(WITHOUT_SAMPLE).sort());
});
