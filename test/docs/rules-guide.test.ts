import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeReport, readCases, runCases } from '../../src/cases/index.js';
import { renderIssue } from '../../src/explain/index.js';
import { readRules } from '../../src/rules/index.js';

// Every example of the guide is a rule file, and what it is said to give is a case beside it: run in both meanings, in
// both languages of the guide.

const HEAD = {
  format: '1',
  scheme: 'guide',
  edition: '2025-autumn',
  title: '指南中的例子',
  standing: 'illustrative',
  status: 'draft',
  effective: '{ from: 2025-09-01 }',
  published: '2025-08-20',
};

interface Example {
  readonly line: number;
  readonly rules: string;
  readonly cases: string | null;
  readonly tables: string | null;
}

/** Code blocks marked `yaml rules`, each with the `yaml cases` or `yaml tables` behind it. */
function examplesOf(markdown: string): readonly Example[] {
  const blocks = [...markdown.matchAll(/^```yaml (rules|cases|tables)\n([\s\S]*?)^```$/gm)].map((match) => ({
    kind: match[1] as string,
    text: match[2] as string,
    line: markdown.slice(0, match.index).split('\n').length + 1,
  }));
  return blocks.flatMap(({ kind, text, line }, i): readonly Example[] => {
    if (kind !== 'rules') return [];
    const next = blocks[i + 1];
    return [
      {
        line,
        rules: text,
        cases: next?.kind === 'cases' ? next.text : null,
        tables: next?.kind === 'tables' ? next.text : null,
      },
    ];
  });
}

const head = Object.entries(HEAD)
  .map(([key, value]) => `${key}: ${value}\n`)
  .join('');
const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

describe.each(['docs/rules.md', 'docs/rules.zh-CN.md'])('%s', (guide) => {
  const examples = examplesOf(readFileSync(guide, 'utf8'));

  test('has an example for every construct', () => {
    expect(examples.length).toBeGreaterThanOrEqual(17);
    const all = examples.map(({ rules }) => rules).join('');
    const words = [
      ...['flag', 'choice', 'several', 'number', 'date', 'code', 'people'].map((type) => `type: ${type}`),
      ...[
        'below:',
        'up_to:',
        'by:',
        'first:',
        'sum:',
        'best:',
        'dated:',
        'for: family',
        'gives:',
        'only_if:',
      ],
      ...['best_of:', 'several:', 'each:', 'recent:', 'discretion:', 'categories:', 'take:', 'weight:'],
      ...['routes:', 'evidence:', 'vetoes:', 'parameters:', 'schedules:', 'each_more:', 'match: prefix'],
      ...['otherwise: unknown', 'floor:', 'row:', 'unstated:', 'outputs:', 'none: allowed', 'programmes:'],
    ];
    expect(words.filter((word) => !all.includes(word))).toEqual([]);
  });

  test.each(examples.map((example) => [example.line, example] as const))('line %i', (line, example) => {
    const file = `${guide}:${line}`;
    const read = readRules(head + example.rules, { file });
    expect(read.issues.map((issue) => renderIssue(issue, 'en'))).toEqual([]);
    if (!read.ok) throw new Error('refused');
    if (example.cases === null && example.tables === null) return;
    const context = 'period: 2025-autumn\nas_of: 2025-10-10\n';
    const blocks = [
      example.cases === null ? '' : `cases:\n${indented(example.cases)}`,
      example.tables === null ? '' : `tables:\n${indented(example.tables)}`,
    ];
    const cases = readCases(`format: 1\nscheme: guide\nedition: 2025-autumn\n${context}${blocks.join('')}`, {
      file,
    });
    expect(cases.issues.map((issue) => renderIssue(issue, 'en'))).toEqual([]);
    if (!cases.ok) throw new Error('refused');
    const report = runCases(read.value, cases.value);
    expect(report.failed === 0 ? '' : describeReport(report, 'en')).toBe('');
    expect(report.passed).toBeGreaterThan(0);
  });
});
