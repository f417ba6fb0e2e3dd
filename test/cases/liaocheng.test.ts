import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CaseFile, describeCase, readCases, runCases } from '../../src/cases/index.js';
import { type Determination, determine } from '../../src/determine/index.js';
import { compile, listStanding } from '../../src/plan/index.js';
import { SETTINGS, STAGES, type Student } from '../../src/roster/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';

const FOLDER = new URL('../../rules/cn-sd-liaocheng/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

const rules: RuleSet = (() => {
  const read = readRules(text('2025-autumn.yaml'), { file: '2025-autumn.yaml' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
})();
const files: readonly CaseFile[] = readdirSync(new URL('cases/', FOLDER))
  .sort()
  .map((name) => {
    const read = readCases(text(`cases/${name}`), { file: name });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.value;
  });
const plan = (() => {
  const compiled = compile(rules, { period: '2025-autumn', asOf: '2025-10-10', knownAt: '2025-10-15' });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value;
})();
const { document } = rules;

describe('the Liaocheng edition', () => {
  it('says that it is a draft and illustrative', () => {
    expect([document.standing, document.status]).toEqual(['illustrative', 'draft']);
    expect(document.title.zh).toContain('示例');
    expect(document.title.en).toContain('illustrative');
  });

  it('has the nine categories of the draft by name, each from its own list', () => {
    const named = Object.entries(document.categories).filter(([, one]) => one.floor !== undefined);
    expect(named.map(([id, one]) => [id, one.title?.zh, one.list]).sort()).toEqual([
      ['destitute', '特困救助供养学生', 'destitute'],
      ['dibao', '低保家庭学生', 'dibao'],
      ['dibao_edge', '低保边缘家庭学生', 'dibao_edge'],
      ['disabled_poor', '家庭经济困难的残疾学生', 'disabled'],
      ['key_distress', '重点困境儿童', 'key_distress'],
      ['monitored', '防止返贫监测帮扶对象家庭学生', 'monitored'],
      ['orphan', '孤儿', 'orphans'],
      ['shed_poverty', '脱贫享受政策家庭学生', 'shed_poverty'],
      ['unsupported', '事实无人抚养儿童', 'unsupported'],
    ]);
  });

  it('lets the status column of each list decide which entries count', () => {
    const standing = (list: string, attributes: Readonly<Record<string, string>>) =>
      listStanding(plan, list, attributes).in;
    expect(standing('shed_poverty', { policy: 'enjoying' })).toEqual(['shed_poverty']);
    expect(standing('shed_poverty', { policy: 'not_enjoying' })).toEqual([]);
    expect(standing('monitored', { risk: 'active' })).toEqual(['monitored']);
    expect(standing('monitored', { risk: 'cleared' })).toEqual([]);
    expect(standing('disabled', { certificate: 'valid' })).toEqual(['disabled', 'disabled_poor']);
    expect(standing('disabled', { certificate: 'cancelled' })).toEqual([]);
    expect(standing('key_distress', { status: 'registered' })).toEqual(['key_distress']);
    expect(standing('key_distress', { status: 'left' })).toEqual([]);
    for (const area of ['rural', 'urban']) expect(standing('dibao', { area })).toEqual(['dibao']);
    expect(listStanding(plan, 'shed_poverty', {}).unknown).toEqual(['shed_poverty']);
  });

  it('uses all six instruments: 奖助补减免贷', () => {
    const used = new Set(Object.values(document.programmes).map((one) => one.instrument));
    expect([...used].sort()).toEqual([
      'exemption',
      'grant',
      'loan',
      'scholarship',
      'subsidy',
      'waiver',
      'work_study',
    ]);
  });

  it('gives every amount a graded source, and says in both languages why an amount is not stated', () => {
    for (const [id, programme] of Object.entries(document.programmes)) {
      const source = document.sources[programme.source?.in ?? ''];
      expect(source?.grade, id).toMatch(/^[ABCG]$/);
      if (programme.amount.kind !== 'unstated') continue;
      expect(programme.amount.because.zh, id).not.toBe('');
      expect(programme.amount.because.en, id).toBeTruthy();
    }
  });

  it('states no amount but these; nothing that was not found has a number', () => {
    const stated = Object.entries(document.programmes).filter(([, one]) => one.amount.kind !== 'unstated');
    expect(
      Object.fromEntries(stated.map(([id, { amount }]) => [id, 'is' in amount ? amount.is : ''])),
    ).toEqual({
      preschool_grant: 'preschool_bands[tier]',
      free_final_year: 'care_fee_free',
      care_fee_waiver: 'care_fee_free',
      living_subsidy: 'living[stage, boarder]',
      senior_grant: 'senior_bands[tier]',
      senior_tuition: 'tuition',
      vocational_tuition: 'tuition',
      vocational_hardship: 'tuition',
      vocational_grant_agriculture: '2300',
      vocational_grant: '2300',
      vocational_scholarship: '6000',
      higher_scholarship: '10000',
      higher_endeavour: '6000',
      higher_grant: 'higher_bands[tier]',
      higher_loan: 'min(tuition, 20000)',
      provincial_tuition: 'min(tuition, 8000)',
    });
    const cells = Object.entries(document.tables).map(([id, table]) => [
      id,
      table.layers
        .flatMap(({ rows }) => rows.flatMap((row) => row.values))
        .sort((a, b) => Number(a) - Number(b)),
    ]);
    expect(Object.fromEntries(cells)).toEqual({
      living: ['625', '750', '1250', '1500'],
      preschool_bands: ['1000', '1000', '1200', '1400'],
      senior_bands: ['0', '1200', '2300', '3500'],
      higher_bands: ['0', '2500', '3700', '5000'],
    });
  });

  it('has every title in Chinese and English', () => {
    const { facts, figures, lists, categories, vetoes, scope, programmes, tables, sources } = document;
    const blocks = { facts, figures, lists, categories, vetoes, scope, programmes, tables, sources };
    for (const [block, members] of Object.entries(blocks)) {
      for (const [id, one] of Object.entries(
        members as Record<string, { title?: { zh: string; en?: string } }>,
      )) {
        expect(one.title?.zh, `${block}.${id}`).toBeTruthy();
        expect(one.title?.en, `${block}.${id}`).toBeTruthy();
      }
    }
    for (const tier of document.tiers) expect(tier.title?.en, tier.id).toBeTruthy();
    for (const [id, choice] of Object.entries(document.choices))
      for (const option of choice.of) expect(choice.titles[option]?.en, `${id}.${option}`).toBeTruthy();
  });
});

describe('rules/README.md', () => {
  it('shows a case file that can be read', () => {
    const [, block] = /```yaml\n([\s\S]*?)```/.exec(text('../README.md')) ?? [];
    expect(readCases(block ?? '')).toMatchObject({ ok: true, value: { cases: [{}, {}] } });
  });
});

describe('its cases', () => {
  for (const file of files) {
    it(`are met exactly, in both meanings: ${file.file}`, () => {
      const report = runCases(rules, file);
      expect(report.issues).toEqual([]);
      expect(report.results.filter((one) => !one.passed).map((one) => describeCase(one, 'zh'))).toEqual([]);
      expect(report.passed).toBe(file.cases.length);
    });
  }

  const cases = files.flatMap((file) => file.cases);

  it('show a disabled child at every stage and in every setting', () => {
    const shown = cases
      .filter((one) => one.categories.disabled?.value === 'in')
      .map((one) => `${one.facts.stage?.value} ${one.facts.setting?.value}`);
    const all = STAGES.flatMap((stage) => SETTINGS.map((setting) => `${stage} ${setting}`));
    expect(all.filter((pair) => !shown.includes(pair))).toEqual([]);
  });

  it('grant every programme at least once, and put a student into every category', () => {
    const granted = new Set(cases.flatMap((one) => one.expect.granted?.value ?? []));
    expect(Object.keys(document.programmes).filter((id) => !granted.has(id))).toEqual([]);
    const said = new Set(cases.flatMap((one) => Object.keys(one.categories)));
    expect(Object.keys(document.categories).filter((id) => !said.has(id))).toEqual([]);
  });

  it('stand on every tier line and on both sides of it, and expect every outcome a case can have', () => {
    const scores = new Set(cases.map((one) => one.expect.score?.value));
    for (const score of ['19.95', '20', '39.5', '40', '59.95', '60']) expect(scores, score).toContain(score);
    const outcomes = new Set(cases.map((one) => one.expect.outcome?.value));
    for (const outcome of ['determined', 'undetermined', 'notApplied', 'outOfScope', 'declined'])
      expect(outcomes, outcome).toContain(outcome);
  });
});

/** Programmes that free the same fee: care in preschool, tuition in senior high and vocational schools. */
const FREEING = [
  'free_final_year',
  'care_fee_waiver',
  'care_fee_reduction',
  'special_free',
  'senior_tuition',
  'senior_tuition_private',
  'vocational_tuition',
  'vocational_tuition_private',
  'vocational_hardship',
  'vocational_hardship_private',
];
const FAMILY = {
  members: 3,
  in_school: 1,
  medical_cost: 0,
  guardians: 'both_parents',
  labour: 'both_stable',
  housing: 'own_good',
  health: 'good',
  member_ill: false,
  disaster: 'none_suffered',
  elders: 0,
  peer: 0,
  care_fee: 3_600,
  public_fee: 3_000,
  tuition: 1_600,
};

interface Situation {
  readonly stage: (typeof STAGES)[number];
  readonly setting: (typeof SETTINGS)[number];
  readonly certificate: boolean;
  readonly student: Student;
  readonly approved: boolean;
  readonly granted: readonly string[];
  readonly determination: Determination;
}

/** Everything that a programme looks at besides lists: all combinations. */
function* situations(): Generator<Situation> {
  const yesNo = [false, true];
  for (const stage of STAGES)
    for (const setting of SETTINGS)
      for (const certificate of yesNo)
        for (const approved of stage === 'preschool' ? yesNo : [true])
          for (const ownership of ['public', 'private'])
            for (const major of stage === 'vocational' ? ['agriculture', 'other', 'performing'] : ['other'])
              for (const rural_hukou of stage === 'vocational' ? yesNo : [true])
                for (const income of [6_000, 240_000])
                  for (const luxury of yesNo)
                    for (const grade of [1, 3]) {
                      const student: Student = {
                        key: 'one',
                        enrolments: [{ school: 'one', stage, setting, grade, boarder: false }],
                        applied: true,
                        facts: { ...FAMILY, approved, ownership, major, rural_hukou, income, luxury },
                        categories: certificate
                          ? ['disabled', 'disabled_poor'].map((category) => ({ category, status: 'in' }))
                          : [],
                        otherCategories: 'out',
                        decisions: [
                          {
                            kind: 'veto',
                            veto: 'luxury',
                            stands: true,
                            by: 'panel',
                            on: '2025-10-01',
                            because: '查实',
                          },
                        ],
                      };
                      const determination = determine(plan, student);
                      const granted = determination.awards
                        .filter((one) => one.state === 'granted')
                        .map((one) => one.programme);
                      yield { stage, setting, certificate, student, approved, granted, determination };
                    }
}

describe('over every combination of what the programmes look at', () => {
  const all = [...situations()];
  const disabled = all.filter((one) => one.certificate || one.setting !== 'ordinary');
  const failing = (of: readonly Situation[], holds: (one: Situation) => boolean) =>
    of.filter((one) => !holds(one)).map(({ student, granted }) => ({ ...student.facts, granted }));

  it('everybody is determined, or out of scope by name', () => {
    expect(all.length).toBe(1_536);
    expect(failing(all, (one) => ['determined', 'outOfScope'].includes(one.determination.outcome))).toEqual(
      [],
    );
  });

  it('a disabled child is never out of scope, and has goods, training and transport exactly once', () => {
    const supports = (one: Situation): number =>
      one.granted.filter((id) => /^(?:special|certificate)_(?:goods|training|transport|higher)$/.test(id))
        .length;
    expect(failing(disabled, (one) => one.determination.outcome === 'determined')).toEqual([]);
    expect(failing(disabled, (one) => supports(one) === (one.stage === 'higher' ? 1 : 3))).toEqual([]);
    const others = all.filter((one) => !disabled.includes(one));
    expect(failing(others, (one) => supports(one) === 0)).toEqual([]);
  });

  it('a disabled child is free of fees for fifteen years, wherever the place is approved', () => {
    const fees = (one: Situation): number => one.granted.filter((id) => FREEING.includes(id)).length;
    const charged = disabled.filter(
      (one) =>
        ['preschool', 'senior', 'vocational'].includes(one.stage) &&
        (one.approved || one.setting === 'special' || one.setting === 'home'),
    );
    expect(failing(charged, (one) => fees(one) === 1)).toEqual([]);
    const compulsory = disabled.filter((one) => one.stage === 'primary' || one.stage === 'junior');
    expect(failing(compulsory, (one) => one.granted.includes('compulsory_fees'))).toEqual([]);
  });

  it('no fee is freed twice, for anybody', () => {
    const fees = (one: Situation): number => one.granted.filter((id) => FREEING.includes(id)).length;
    expect(failing(all, (one) => fees(one) <= 1)).toEqual([]);
    expect(all.some((one) => fees(one) === 0)).toBe(true);
  });

  it('only children of unapproved kindergartens who are not disabled are out of scope', () => {
    const out = all.filter((one) => one.determination.outcome === 'outOfScope');
    expect(out.length).toBeGreaterThan(0);
    expect(
      failing(
        out,
        (one) =>
          one.stage === 'preschool' &&
          !one.approved &&
          one.setting === 'ordinary' &&
          !one.certificate &&
          one.determination.scope?.predicate === 'approved_kindergarten',
      ),
    ).toEqual([]);
  });
});
