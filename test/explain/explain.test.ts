import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Determination, determine } from '../../src/determine/index.js';
import { explain, LANGUAGES, type Language, renderExplanation } from '../../src/explain/index.js';
import { compile } from '../../src/plan/index.js';
import type { Student } from '../../src/roster/index.js';
import { readRules } from '../../src/rules/index.js';
import { expectGolden } from '../golden.js';

// What a reader sees, held against files that a person has read.

const HERE = import.meta.dirname;

function planOf() {
  const rules = readRules(readFileSync(join(HERE, 'rules.yaml'), 'utf8'), { file: 'rules.yaml' });
  if (!rules.ok) throw new Error(JSON.stringify(rules.issues));
  const plan = compile(rules.value, { period: '2025-autumn', asOf: '2025-10-15', knownAt: '2025-11-01' });
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}
const plan = planOf();

/** Digests are held elsewhere; here they would only hide what changed in the words. */
const words = (determination: Determination, lang: Language): string =>
  renderExplanation(explain(plan, determination, { lang })).replace(/sha256:[0-9a-f]{64}/g, 'sha256:…');

const pupil = (over: Partial<Student>): Student => ({
  key: 'S0001',
  enrolments: [{ school: '3715000001', stage: 'junior', setting: 'ordinary', grade: 2, boarder: true }],
  applied: true,
  otherCategories: 'out',
  ...over,
});
const survey = { file: '调查表.xlsx', sheet: '初二', row: 12 };
const told = (facts: NonNullable<Student['facts']>): Pick<Student, 'facts' | 'factSources'> => ({
  facts,
  factSources: Object.fromEntries(Object.keys(facts).map((id) => [id, survey])),
});
const poor = told({ income: '15000', members: 4, rural: true, health: 'ill' });
const listed = { file: '农村低保备案表.xls', sheet: 'Sheet2', row: 128, list: 'civil' };

const STUDENTS: Readonly<Record<string, Student>> = {
  'recommended-by-score': pupil({ ...poor }),
  'peer-review-and-weight': pupil({
    ...told({ income: '15000', members: 4, rural: false, health: 'good', peer: '7.5' }),
  }),
  'below-every-tier': pupil({
    ...told({ income: '900000.50', members: 3, rural: false, health: 'good', peer: 1 }),
  }),
  'floor-lifts': pupil({
    ...told({ income: '80000', members: 4, rural: false, health: 'good' }),
    categories: [{ category: 'dibao', status: 'in', evidence: [listed] }],
  }),
  'floor-holds-score-unknown': pupil({
    categories: [
      { category: 'monitored', status: 'in', evidence: [{ file: '监测.csv', row: 9, list: 'monitored' }] },
    ],
  }),
  'decided-by-people': pupil({
    ...poor,
    decisions: [
      { kind: 'tier', tier: 'special', by: 'school_group', on: '2025-10-20', because: '家中新发重大疾病' },
      {
        kind: 'fact',
        fact: 'health',
        value: 'ill',
        by: 'visitor',
        on: '2025-10-10',
        because: '走访',
        source: { file: '走访记录.csv', row: 3 },
      },
    ],
  }),
  'veto-lowers': pupil({ ...poor, facts: { ...poor.facts, luxury: true } }),
  'veto-against-floor': pupil({
    ...poor,
    facts: { ...poor.facts, luxury: true },
    categories: [{ category: 'dibao', status: 'in', evidence: [listed] }],
  }),
  'missing-facts': pupil({ ...told({ rural: true }) }),
  'more-than-three-questions': pupil({
    ...told({ income: '40000', members: 4 }),
    enrolments: [{ school: '3715000001', stage: 'junior' }],
    otherCategories: 'unknown',
  }),
  'three-amounts': pupil({
    ...told({ income: '52000', members: 4, rural: true }),
    enrolments: [{ school: '3715000001', stage: 'junior' }],
  }),
  'open-match': pupil({
    ...told({ income: '80000', members: 4, rural: false, health: 'good' }),
    categories: [
      { category: 'dibao', status: 'unknown', doubt: 'openMatch', evidence: [listed] },
      { category: 'monitored', status: 'unknown', doubt: 'listStale' },
    ],
  }),
  'two-places-of-study': pupil({
    ...poor,
    enrolments: [
      { school: '3715000001', stage: 'junior', boarder: true },
      { school: '3715000002', stage: 'junior', boarder: false },
    ],
  }),
  'decision-below-floor': pupil({
    ...poor,
    categories: [{ category: 'monitored', status: 'in' }],
    decisions: [{ kind: 'tier', tier: 'general', by: 'school_group', on: '2025-10-20', because: '评议' }],
  }),
  'not-applied': pupil({ applied: false }),
  'out-of-scope': pupil({ enrolments: [{ school: '4137000001', stage: 'higher' }] }),
  'not-enrolled': pupil({ enrolments: [{ school: '3715000001', stage: 'junior', until: '2025-07-01' }] }),
  declined: pupil({
    ...poor,
    decisions: [
      {
        kind: 'waiver',
        paper: '自愿放弃申请表 2025-17',
        by: 'guardian',
        on: '2025-10-08',
        because: '家中已好转',
      },
    ],
  }),
  invalid: pupil({ key: '' }),
  'values-not-usable': pupil({
    ...told({ income: '1.5万', members: 40, rural: 'yes', health: 'unwell', shoes: 3 }),
    decisions: [
      { kind: 'veto', veto: 'luxery', stands: true, by: 'school_group', on: '2025-10-20', because: '' },
    ],
  }),
};

describe('explanations', () => {
  for (const [name, student] of Object.entries(STUDENTS)) {
    for (const lang of LANGUAGES) {
      test(`${name} in ${lang}`, () => {
        expectGolden(join(HERE, 'golden', `${name}.${lang}.txt`), words(determine(plan, student), lang));
      });
    }
  }
});

/** Cases that no rule file can bring about yet: they are in the shape of a record all the same. */
const WIDE: Determination = {
  ...determine(plan, STUDENTS['missing-facts'] as Student),
  open: {
    because: ['discretion', 'missingFact', 'tie'],
    tiers: ['special', 'not_recognised'],
    questions: [
      { kind: 'fact', id: 'health', leaves: 0 },
      { kind: 'category', id: 'dibao', leaves: 0, doubt: 'listMissing' },
      { kind: 'category', id: 'dibao', leaves: 2, doubt: 'rowUnclear' },
      { kind: 'category', id: 'monitored', leaves: 2, doubt: 'notSaid' },
    ],
    wide: true,
  },
  awards: [
    {
      programme: 'living',
      instrument: 'subsidy',
      payee: 'guardian',
      per: 'year',
      state: 'open',
      between: { currency: 'CNY', least: '0', most: '150050' },
    },
    { programme: 'books', instrument: 'exemption', payee: 'school', per: 'semester', state: 'open' },
  ],
};
for (const lang of LANGUAGES) {
  test(`a record with a superset of tiers in ${lang}`, () => {
    expectGolden(join(HERE, 'golden', `wide.${lang}.txt`), words(WIDE, lang));
  });
}

/** Every reason there is, in one record, whatever brought it about. */
const REASONS: Determination = {
  ...determine(plan, STUDENTS['recommended-by-score'] as Student),
  recommended: { tier: 'not_recognised', scoreTier: 'hard', score: '1055' },
  reasons: [
    { code: 'scoreReaches', tier: 'hard', score: '1055', from: '40' },
    { code: 'scoreBelowAll', score: '12.5' },
    { code: 'tierApplies', tier: 'hard' },
    { code: 'noTierApplies' },
    { code: 'zeroScoreVeto', veto: 'luxury' },
    { code: 'bypassGives', category: 'monitored', tier: 'special' },
    { code: 'floorLifts', category: 'monitored', tier: 'special' },
    { code: 'floorHolds', category: 'dibao', tier: 'hard' },
    { code: 'vetoLowers', veto: 'luxury', tier: 'not_recognised' },
    { code: 'vetoLowers', veto: 'luxury', tier: 'general' },
    { code: 'vetoYieldsToFloor', veto: 'luxury', tier: 'hard' },
    { code: 'decidedByPerson', by: 'village_cadre', on: '2025-10-20', tier: 'general' },
  ],
};
for (const lang of LANGUAGES) {
  test(`a record with every reason in ${lang}`, () => {
    expectGolden(join(HERE, 'golden', `reasons.${lang}.txt`), words(REASONS, lang));
  });
}

test('every outcome is among the explanations', () => {
  const outcomes = new Set(Object.values(STUDENTS).map((student) => determine(plan, student).outcome));
  expect([...outcomes].sort()).toEqual([
    'declined',
    'determined',
    'invalid',
    'notApplied',
    'outOfScope',
    'undetermined',
  ]);
});

test('what has a title is never told by its id', () => {
  for (const student of Object.values(STUDENTS)) {
    for (const lang of LANGUAGES) {
      const parts = explain(plan, determine(plan, student), { lang });
      const text = renderExplanation(parts.filter((part) => !['依据', 'Basis'].includes(part.heading)));
      // Ids of the rule file that have a title must not be seen.
      for (const id of [
        'per_head',
        'senior_grant',
        'ill_and_poor',
        'not_recognised',
        'undefined',
        'NaN',
        '[object',
      ])
        expect(text).not.toContain(id);
    }
  }
});

test('an explanation says nothing of a person but the key', () => {
  const secret = '37150120100101123X';
  const student = pupil({
    key: 'K-17',
    facts: { income: secret, health: secret, [secret]: 1 },
    categories: [{ category: secret, status: 'in' }],
  });
  const determination = determine(plan, student);
  expect(determination.issues.length).toBeGreaterThan(2);
  for (const lang of LANGUAGES) {
    const text = renderExplanation(explain(plan, determination, { lang }));
    expect(text).toContain('K-17');
    // The names of facts and categories that the caller made up stand in places only, never in sentences.
    const sentences = text.split('\n').filter((line) => !/fact\.unknown|category\.unknown/.test(line));
    expect(sentences.join('\n')).not.toContain(secret);
  }
});
