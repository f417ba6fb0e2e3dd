import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunEnd, type RunIo, readJob, runJob } from '../../../src/batch/index.js';

/** A small rule file: enough of every kind of input. */
export const RULES = `format: 1
scheme: xx-test
edition: 2025
title: 测试
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  stage: { type: choice, of: [preschool, primary, junior, senior, vocational, higher], origin: enrolment, unknown: block, worse: none }
  income: { type: number, unit: CNY/year, range: [0, 1_000_000], worse: lower }
  members: { type: number, unit: person, range: [1, 20], worse: higher }
  rural: { type: flag, worse: if_true, origin: roster }
  health: { type: choice, of: [good, ill], worse: listed }
  fee: { type: number, unit: CNY/year, range: [0, 50_000], origin: roster, worse: none }
  luxury: { type: flag, worse: if_false, unknown: { assume: false, because: 未经查实 } }
choices:
  kinds: { of: [on_dibao, other] }
lists:
  civil: { title: 民政名单, attributes: { kind: { type: choice, of: kinds } } }
categories:
  dibao: { title: 低保, list: civil, row: kind = on_dibao, floor: hard }
score:
  at_most: 100
  parts:
    money: { of: income, up_to: { 6_000: 30, 12_000: 20 }, otherwise: 0 }
    rural: { when: rural, points: 5 }
    health: { of: health, options: { good: 0, ill: 20 } }
    household: { of: members, below: { 5: 0 }, otherwise: 5 }
tiers:
  - { id: special, title: 特别困难, from: 60 }
  - { id: hard, title: 困难, from: 40 }
  - { id: general, title: 一般困难, from: 20 }
vetoes:
  luxury: { when: luxury, effect: not_recognised, against_floor: review }
programmes:
  grant: { title: 助学金, instrument: grant, for: tier >= general and stage != preschool, amount: "if tier >= hard then 2_000 [CNY/year] else 1_000 [CNY/year]", per: year, payee: student }
  waiver: { title: 免学费, instrument: exemption, for: tier >= hard, amount: fee, per: year, payee: school }
`;

export const JOB = `format: 1
rules: rules.yaml
period: 2025-autumn
as_of: 2025-10-10
known_at: 2025-10-15
defaults: { unknown: [不详, /], skip: { is: [合计], starts_with: [备注：] } }
policy: { school_ages: [3, 24], margin: 2, lists_at_most_days: 60 }

# roster
roster:
  - file: roster.csv
    columns: { school: 学校, name: 姓名, student_number: 学籍号, id: 证件号, class: 班, hukou: 户口, stage: { header: 学段, values: { 小学: primary, 高中: senior } }, grade: { header: 年级, values: { 一年级: 1, 二年级: 2 } } }
    guardians: [{ name: 家长, id: 家长证件号 }]
    fixed: { setting: ordinary, boarder: false }
    facts: { rural: { header: 户籍, values: { 农村: true, 城镇: false } } }
schools:
  - file: schools.csv
    columns: { school: 代码, name: 名称, area: 区县 }
    facts: { fee: 学费 }
facts:
  - file: survey.csv
    application: true
    columns: { student_number: 学籍号, name: 姓名 }
    facts: { income: 年收入, members: 人口, health: { header: 健康, values: { 好: good, 病: ill } } }
lists:
  civil:
    - file: civil.csv
      list_date: 2025-09-01
      covers: ["99"]
      columns: { name: 姓名, id: 证件号 }
      attributes: { kind: { header: 类别, values: { 低保: on_dibao, 其他: other } } }
aided_before:
  - file: aided.csv
    columns: { student_number: 学籍号 }
decisions:
  - file: decisions.csv
    columns: { kind: { header: 类型, values: { 放弃: waiver, 认定: tier, 走访: fact, 名单: entry, 否决: veto } }, student_number: 学籍号, about: 事项, value: 值, list_file: 文件, list_row: 行, list_member: 人, conclusion: 结论, by: 谁, on: 日期, because: 理由, paper: 材料 }
`;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An artificial resident ID (division 99….) with the right check character. */
export function idOf(birth: string, sequence: number, division = '990102'): string {
  const digits = `${division}${birth}${String(sequence).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] as number), 0);
  return `${digits}${'10X98765432'.charAt(sum % 11)}`;
}

export const [ANNE, BO, CY, DI] = [
  idOf('20150301', 11),
  idOf('20150402', 13),
  idOf('20090505', 15),
  idOf('20160606', 17),
];

export const FILES: Readonly<Record<string, string>> = {
  'rules.yaml': RULES,
  'roster.csv': `学校,姓名,学籍号,证件号,班,户口,学段,年级,户籍,家长,家长证件号
2199000001,安安,G${ANNE},${ANNE},1,990102,小学,一年级,农村,安父,${idOf('19850101', 11)}
2199000001,白白,G${BO},${BO},1,990102,小学,二年级,城镇,白母,${idOf('19860101', 22)}
3499000002,陈陈,G${CY},${CY},2,990102,高中,二年级,农村,陈父,
2199000001,丁丁,G${DI},${DI},1,990102,小学,一年级,城镇,,
`,
  'schools.csv': `代码,名称,区县,学费
2199000001,第一小学,东区,0
3499000002,第一中学,西区,1600
`,
  'survey.csv': `学籍号,姓名,年收入,人口,健康
G${ANNE},安安,5000,5,病
G${BO},白白,90000,3,好
`,
  'civil.csv': `姓名,证件号,类别
陈陈,${CY},低保
钱大,${idOf('19700101', 11)},低保
合计,2人,
`,
  'aided.csv': `学籍号\nG${BO}\n`,
  'decisions.csv': `类型,学籍号,事项,值,文件,行,人,结论,谁,日期,理由,材料\n`,
};

/** Runs the small job over the small files, changed as said; `null` takes a file away. */
export async function runWorld(
  changes: Readonly<Record<string, string | null>> = {},
  io: Partial<RunIo> = {},
  jobText: string = JOB,
): Promise<RunEnd> {
  const files: Record<string, string | null> = { ...FILES, ...changes };
  const job = readJob(jobText, { file: 'job.yaml' });
  if (!job.ok) throw new Error(JSON.stringify(job.issues));
  return runJob(job.value, {
    read: async (name) => {
      const text = files[name];
      return text === undefined || text === null ? null : new TextEncoder().encode(text);
    },
    out: null,
    ...io,
  });
}

/** A folder that is gone after the tests. */
export function scratch(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'bulou-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
