import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Determination, determine } from '../../src/determine/index.js';
import { explain, LANGUAGES, type Language, renderExplanation } from '../../src/explain/index.js';
import { compile } from '../../src/plan/index.js';
import type { Student } from '../../src/roster/index.js';
import { readRules } from '../../src/rules/index.js';
import { expectGolden } from '../golden.js';

// Everything that a rule file can ask about beyond flags, options and numbers, in words that a person has read.

const HERE = import.meta.dirname;

const planOf = (file: string) => planFrom(readFileSync(join(HERE, file), 'utf8'), file);

function planFrom(text: string, file: string) {
  const rules = readRules(text, { file });
  if (!rules.ok) throw new Error(JSON.stringify(rules.issues));
  const plan = compile(rules.value, { period: '2025-autumn', asOf: '2025-10-15', knownAt: '2025-11-01' });
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}
const rich = planOf('rich-rules.yaml');
const index = planOf('outputs-rules.yaml');

const words = (plan: typeof rich, determination: Determination, lang: Language): string =>
  renderExplanation(explain(plan, determination, { lang })).replace(/sha256:[0-9a-f]{64}/g, 'sha256:…');

const pupil = (over: Partial<Student>): Student => ({
  key: 'S0001',
  enrolments: [{ school: '3715000001' }],
  applied: true,
  otherCategories: 'out',
  ...over,
});
const family = {
  complete: true,
  list: [
    { relation: 'parent', birth: '1980-02-29', in_school: false },
    { relation: 'sibling', birth: '2012-05-01', in_school: true },
  ],
};
const known: NonNullable<Student['facts']> = {
  raised_by: 'one_parent',
  disaster_on: '2024-11-02',
  county: '371502',
  marks: ['dibao', 'debts'],
  family,
  rural: true,
  illness: false,
  income: '11000',
};
const visited = {
  kind: 'points',
  part: 'visit',
  points: '12',
  by: 'reviewer',
  on: '2025-10-20',
  because: '走访',
} as const;

const STUDENTS: Readonly<Record<string, Student>> = {
  'rich-determined': pupil({
    facts: { ...known, illness: true, medical_cost: '3000' },
    papers: [{ paper: 'hospital', issued: '2025-09-01' }],
    decisions: [visited],
  }),
  'rich-open': pupil({
    facts: {
      disaster_on: 'none',
      county: '999999',
      marks: { in: ['one_dead'], out: ['debts'] },
      family: { complete: false, list: [{ relation: 'parent' }, {}] },
      income: '11000',
      rural: true,
      illness: true,
      false_proof: true,
    },
    categories: [{ category: 'registered', status: 'in' }],
  }),
  'rich-given': pupil({
    facts: known,
    given: { 'score.home': 3, pupils: '2', nope: 1, members: '900' },
    decisions: [visited],
  }),
  'rich-bypass': pupil({
    categories: [{ category: 'orphan', status: 'in' }],
    facts: {
      disaster_on: '2026-01-01',
      illness: false,
      medical_cost: '500',
      marks: [],
      county: '3',
      income: 7,
    },
  }),
  'rich-judged-twice': pupil({
    facts: known,
    decisions: [
      visited,
      { ...visited, points: '3' },
      { ...visited, part: 'teacher', points: 4 },
      { ...visited, part: 'teacher', points: '40', by: 'teacher', paper: '谈话记录' },
    ],
  }),
};

describe('explanations of a rich scheme', () => {
  for (const [name, student] of Object.entries(STUDENTS))
    for (const lang of LANGUAGES)
      test(`${name} in ${lang}`, () => {
        expectGolden(
          join(HERE, 'golden', `${name}.${lang}.txt`),
          words(rich, determine(rich, student), lang),
        );
      });

  test('what has a title is never told by its id, and nothing is left unsaid', () => {
    for (const student of Object.values(STUDENTS))
      for (const lang of LANGUAGES) {
        const parts = explain(rich, determine(rich, student), { lang });
        const text = renderExplanation(parts.filter((part) => !['依据', 'Basis'].includes(part.heading)));
        for (const id of [
          'per_head',
          'raised_by',
          'one_dead',
          'untitled',
          'undefined',
          'NaN',
          '[object',
          '{',
        ])
          expect(text, `${id} in ${text}`).not.toContain(id);
      }
  });
});

describe('a scheme that ends in numbers', () => {
  const facts = { income: '20000', child_birth: '2010-06-30', level: 't1' };
  const students: Readonly<Record<string, Student>> = {
    'outputs-determined': pupil({ facts: { ...facts, assets: '500' } }),
    'outputs-open': pupil({ facts }),
    'outputs-none': pupil({ facts: { ...facts, child_birth: 'none', assets: '0' } }),
    'outputs-given': pupil({ facts, given: { index: '-5' } }),
  };
  for (const [name, student] of Object.entries(students))
    for (const lang of LANGUAGES)
      test(`${name} in ${lang}`, () => {
        expectGolden(
          join(HERE, 'golden', `${name}.${lang}.txt`),
          words(index, determine(index, student), lang),
        );
      });

  test('speaks of no tier and no points', () => {
    for (const student of Object.values(students)) {
      const text = words(index, determine(index, student), 'zh');
      expect(text).not.toMatch(/等级|得分/);
    }
  });
});

describe('tiers without points', () => {
  const scheme = (tiers: string, figures = ''): string => `format: 1
scheme: xx-tiers
edition: 2025
title: { zh: 等级样例, en: Sample of tiers }
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], worse: lower, title: { zh: 家庭年收入, en: family income } }
${figures}${tiers}
`;
  const [special, hard] = [
    '{ id: special, title: { zh: 特别困难, en: severe hardship }',
    '{ id: hard, title: { zh: 困难, en: hardship }',
  ];
  const byCondition = planFrom(
    scheme(`tiers:\n  - ${special}, when: income < 6_000 }\n  - ${hard}, when: income < 12_000 }`),
    'when.yaml',
  );
  const byFormula = planFrom(
    scheme(
      `tiers: { of: risk, list: [${special} }, ${hard} }] }`,
      `choices: { risks: { of: [special, hard] } }
figures: { risk: { gives: risks, is: "if income < 6_000 then special else (if income < 12_000 then hard else none)", title: { zh: 风险评定, en: risk } } }
`,
    ),
    'of.yaml',
  );
  const told = (plan: typeof rich, income: string, lang: Language): string =>
    words(plan, determine(plan, pupil({ facts: { income } })), lang);

  test('by conditions: the one that holds is said', () => {
    expect(told(byCondition, '7000', 'zh')).toContain('符合“困难”的条件：家庭年收入低于12,000 元/年。');
    expect(told(byCondition, '7000', 'en')).toContain(
      'The condition of “hardship” holds: family income is below',
    );
    expect(told(byCondition, '70000', 'zh')).toContain('各等级的条件都不符合。');
    expect(told(byCondition, '70000', 'en')).toContain('The condition of no tier holds.');
  });

  test('by a formula: what gives the tier is said', () => {
    expect(told(byFormula, '1', 'zh')).toContain('按“风险评定”得出的等级是“特别困难”。');
    expect(told(byFormula, '1', 'en')).toContain('“risk” gives the tier “severe hardship”.');
  });

  test('there are no lines of points to speak of', () => {
    for (const plan of [byCondition, byFormula])
      for (const income of ['1', '7000', '70000']) {
        expect(told(plan, income, 'zh')).not.toMatch(/得分|分数线|undefined/);
        expect(told(plan, income, 'en')).not.toMatch(/Points|Lines|undefined/);
      }
  });
});
