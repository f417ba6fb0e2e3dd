import { FILES, JOB, RULES } from './world.js';

/** The small rule file with facts, parts and figures of every other kind. */
export const KIND_RULES = RULES.replace(
  'facts:\n',
  `dates: { month_end: last_day }
facts:
  disaster_on: { type: date, range: [2000-01-01, 2030-12-31], none: allowed, worse: later, title: 受灾日期 }
  county: { type: code, worse: none, title: 户籍县区 }
  marks: { type: several, of: [debts, one_dead, flood], worse: more, title: 特殊情形 }
  family: { type: people, size: [0, 9], worse: none, of: { pupil: { type: flag, worse: none } } }
  proved: { type: flag, by: [teacher], worse: if_true, unknown: { no_points: 未查实 } }
`,
)
  .replace(
    'score:\n',
    `figures:
  line: { is: "income + 0", override: { by: [county_office], needs: [reason] } }
tables:
  by_county: { unit: point, keys: [{ place: code }], rows: { "0371": 3 }, otherwise: 0 }
score:
`,
  )
  .replace(
    '  parts:\n',
    `  parts:
    disaster: { recent: disaster_on, up_to: { 1 year: 9 }, otherwise: 0 }
    county: { points: "by_county[county]" }
    marks: { several: marks, options: { debts: 1, one_dead: 2, flood: 3 } }
    proved: { when: proved, points: 1 }
    teacher: { discretion: [0, 5], by: [teacher], needs: [reason], undecided: 0, title: 班主任评价 }
    poor: { when: line < 100, points: 1 }
`,
  );

/** The small job with columns for them. */
export const KIND_JOB = JOB.replace(
  'health: { header: 健康, values: { 好: good, 病: ill } }',
  `health: { header: 健康, values: { 好: good, 病: ill } },
      disaster_on: { header: 受灾, date: YYYY/M/D, none: [没有] }, county: { header: 县区, values: { 东区: "0371" } },
      marks: { header: 情形, separator: [、, ；], none: [无], values: { 负债: debts, 丧父母: one_dead, 水灾: flood } }`,
).replace('否决: veto', '否决: veto, 评分: points, 核定: figure');

export const KIND_FILES: Readonly<Record<string, string>> = {
  ...FILES,
  'rules.yaml': KIND_RULES,
  'survey.csv': (FILES['survey.csv'] ?? '')
    .replace('健康', '健康,受灾,县区,情形')
    .replace(',病\n', ',病,2025/3/9,东区,水灾、负债\n')
    .replace(',好\n', ',好,没有,0200,无\n'),
};
