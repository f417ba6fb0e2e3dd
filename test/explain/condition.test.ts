import { expect, test } from 'vitest';
import { Conditions, choicesOf, type Known } from '../../src/explain/condition/index.js';
import { Titles } from '../../src/explain/names.js';
import { inside } from '../../src/rules/formula/index.js';
import { type Expression, readRules } from '../../src/rules/index.js';

// Every kind of expression has words in both languages, and they are what a person would say.

const file = (formulas: readonly string[]): string => `format: 1
scheme: xx-words
edition: 2025
title: 测试
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
dates: { month_end: last_day, leap_birthday: 03-01 }
choices: { level: { of: [low, high], ordered: true, titles: { low: { zh: 低档, en: low step }, high: { zh: 高档, en: high step } } } }
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], worse: lower, title: { zh: 家庭年收入, en: family income } }
  members: { type: number, unit: person, range: [1, 20], worse: higher, title: { zh: 家庭人口, en: members } }
  rural: { type: flag, worse: if_true, title: { zh: 农村家庭, en: rural family } }
  level: { type: choice, of: level, worse: none, title: { zh: 档次, en: step } }
  lost_on: { type: date, none: allowed, worse: none, title: { zh: 失业日期, en: loss of work } }
  birth: { type: date, worse: none, title: { zh: 出生日期, en: birth } }
  place: { type: code, worse: none, title: { zh: 就读地, en: place of study } }
  home: { type: code, worse: none, title: { zh: 户籍地, en: home } }
  assets: { type: several, of: [villa, car], worse: none, titles: { villa: { zh: 别墅, en: villa }, car: { zh: 汽车, en: car } }, title: { zh: 资产, en: assets } }
  family: { type: people, size: [0, 4], worse: none, title: { zh: 家庭成员, en: family }, of: { pupil: { type: flag, worse: none, title: { zh: 在学, en: in school } }, wage: { type: number, unit: CNY/year, range: [0, 9], worse: none, title: { zh: 工资, en: wage } } } }
parameters: { minimum: { unit: CNY/year, dated: { 2020-01-01: 9, 2025-01-01: 10 }, before: 8, title: { zh: 低保标准, en: dibao standard } } }
tables:
  lines: { unit: CNY/year, keys: [level], rows: { low: 7, high: 8 }, title: { zh: 收入线, en: income lines } }
  loans: { keys: [level], columns: [{ most: CNY/year }, { ratio: 1 }], rows: { low: [1, 2], high: [3, 4] }, title: { zh: 贷款表, en: loans } }
  open: { type: flag, keys: [level], rows: { low: true, high: false }, title: { zh: 开放表, en: open steps } }
schedules: { tax: { unit: CNY/year, up_to: { 100: 10% }, otherwise: 20%, title: { zh: 税率表, en: tax rates } } }
lists: { civil: { title: 民政名单 } }
categories: { dibao: { list: civil, floor: hard, title: { zh: 低保, en: dibao } } }
score: { parts: { family: { title: { zh: 家庭, en: family }, parts: { rural: { when: rural, points: 5, title: { zh: 农村, en: rural } } } } } }
tiers: [{ id: hard, title: { zh: 困难, en: hardship }, from: 5 }]
scope:
${formulas.map((formula, i) => `  s${String(i).padStart(2, '0')}: { is: ${JSON.stringify(formula)} }`).join('\n')}
`;

const SAID: readonly (readonly [formula: string, zh: string, en: string])[] = [
  ['income < 6_000', '家庭年收入低于6,000 元/年', 'family income is below 6,000 yuan a year'],
  ['not rural', '“农村家庭”为否', '“rural family” is no'],
  ['true', '任何情形', 'in every case'],
  [
    'dibao and not (rural or income = 0)',
    '属于“低保”，且不是（“农村家庭”为是，或家庭年收入为0 元/年）',
    'belongs to “dibao” and not (“rural family” is yes or family income is 0 yuan a year)',
  ],
  ['level in [low, high]', '档次为低档或高档', 'step is low step or high step'],
  ['level not in [high]', '档次不为高档', 'step is not high step'],
  ['level >= high', '档次不低于高档', 'step is at least high step'],
  ['place = home', '就读地为户籍地', 'place of study is home'],
  ['lost_on is none', '没有“失业日期”', 'there is no “loss of work”'],
  ['lost_on is not none', '有“失业日期”', 'there is “loss of work”'],
  ['birth <= date(2010, 7, 1)', '出生日期不晚于2010-07-01', 'birth is not after 2010-07-01'],
  [
    'lost_on if_none as_of > date(year(as_of) - 2, 7, 1)',
    '失业日期（没有时按认定日期）晚于（认定日期的年份 − 2）当年 7 月 1 日',
    'loss of work (the day of the determination where there is none) is after day 1 of month 7 of the year (the year of the day of the determination − 2)',
  ],
  [
    'birth + 18 years > as_of',
    '出生日期之后 18 年晚于认定日期',
    '18 years after birth is after the day of the determination',
  ],
  [
    'birth - 60 days > as_of',
    '出生日期之前 60 天晚于认定日期',
    '60 days before birth is after the day of the determination',
  ],
  [
    'age(birth, as_of) < 18',
    '从出生日期到认定日期的周岁数低于18 年',
    'the full years from birth to the day of the determination is below 18 years',
  ],
  ['month(birth) = 2', '出生日期的月份为2 月', 'the month of birth is 2'],
  ['year(birth) >= 2010', '出生日期的年份不低于2010 年', 'the year of birth is at least 2010'],
  [
    'income < lines[level]',
    '家庭年收入低于“收入线”中档次对应的数',
    'family income is below the entry of “income lines” for step',
  ],
  [
    'income < loans[level].most',
    '家庭年收入低于“贷款表”中档次对应的数（most 列）',
    'family income is below the entry of “loans” for step, column most',
  ],
  ['open[level]', '“开放表”中档次对应的数为是', 'the entry of “open steps” for step is yes'],
  ['income < minimum', '家庭年收入低于“低保标准”', 'family income is below “dibao standard”'],
  [
    'income < minimum at birth',
    '家庭年收入低于“低保标准”（按出生日期的标准）',
    'family income is below “dibao standard” (as on birth)',
  ],
  [
    'marginal(tax, income) > 5',
    '家庭年收入按“税率表”分段累计的数高于5 元/年',
    'the sum of the slices of family income by “tax rates” is above 5 yuan a year',
  ],
  [
    '(income + 1) * 2 > -income',
    '（家庭年收入 + 1 元/年） × 2高于−家庭年收入',
    '(family income + 1 yuan a year) × 2 is above −family income',
  ],
  [
    'abs(income - 5) > 1',
    '家庭年收入 − 5 元/年的绝对值高于1 元/年',
    'the size of family income − 5 yuan a year is above 1 yuan a year',
  ],
  [
    'min(income, 5) > 1',
    '家庭年收入、5 元/年中较小的高于1 元/年',
    'the least of family income, 5 yuan a year is above 1 yuan a year',
  ],
  [
    'max(income, 5) > 1',
    '家庭年收入、5 元/年中较大的高于1 元/年',
    'the greatest of family income, 5 yuan a year is above 1 yuan a year',
  ],
  [
    'round(income / 3, 1, half_up) > 1',
    '家庭年收入 ÷ 3（取整到 1）高于1 元/年',
    'family income ÷ 3 (rounded to 1) is above 1 yuan a year',
  ],
  [
    'if rural then level = low else dibao',
    '若“农村家庭”为是，则档次为低档；否则属于“低保”',
    'if “rural family” is yes, then step is low step, else belongs to “dibao”',
  ],
  [
    'income > (if rural then 5 else 6)',
    '家庭年收入高于若“农村家庭”为是则5 元/年，否则6 元/年',
    'family income is above 5 yuan a year if “rural family” is yes, else 6 yuan a year',
  ],
  ['has_any(assets, [villa, car])', '“资产”中有别墅或汽车', '“assets” holds villa or car'],
  ['has_all(assets, [villa, car])', '“资产”中同时有别墅和汽车', '“assets” holds villa and car'],
  ['count(assets) >= 1', '“资产”中有的项数不低于1', 'how many of “assets” hold is at least 1'],
  ['count(family) >= 2', '“家庭成员”的人数不低于2 人', 'the number of “family” is at least 2 persons'],
  [
    'count(family where pupil) >= 2',
    '“家庭成员”中（“在学”为是）的人数不低于2 人',
    'the number of “family” (those for whom “in school” is yes) is at least 2 persons',
  ],
  [
    'any(family where wage > 5)',
    '“家庭成员”中至少有一人（工资高于5 元/年）',
    'there is somebody in “family” (those for whom wage is above 5 yuan a year)',
  ],
  [
    'all(pupil of family)',
    '“家庭成员”都符合（“在学”为是）',
    'for everybody in “family” it holds that “in school” is yes',
  ],
  [
    'sum(wage of family where pupil) > 5',
    '“家庭成员”中（“在学”为是）的人的工资合计高于5 元/年',
    'the sum of wage over “family” (those for whom “in school” is yes) is above 5 yuan a year',
  ],
  [
    '(lowest(wage of family) if_none 0) > 5',
    '“家庭成员”的工资中最小的（没有时按0 元/年）高于5 元/年',
    'the lowest wage in “family” (0 yuan a year where there is none) is above 5 yuan a year',
  ],
  [
    '(last(t in level where income <= lines[t]) if_none low) = high',
    '“档次”各项中最后一个符合（家庭年收入不超过“收入线”中该项对应的数）的（没有时按低档）为高档',
    'the last option of “step” such that family income is at most the entry of “income lines” for that option (low step where there is none) is high step',
  ],
  [
    'any(t in level where income <= lines[t])',
    '“档次”各项中至少有一个符合（家庭年收入不超过“收入线”中该项对应的数）',
    'there is an option of “step” such that family income is at most the entry of “income lines” for that option',
  ],
  ['score.family.rural > 0', '“农村”的得分高于0 分', 'the points of “rural” is above 0 points'],
  [
    '(if rural then none else birth) is none',
    '若“农村家庭”为是则“无”，否则出生日期不存在',
    'none if “rural family” is yes, else birth does not exist',
  ],
];

/** One of each kind: a new kind of expression is an error here until somebody says it. */
const KINDS: Readonly<Record<Expression['kind'], true>> = {
  number: true,
  flag: true,
  option: true,
  none: true,
  read: true,
  attribute: true,
  chosen: true,
  lookup: true,
  parameter: true,
  marginal: true,
  arithmetic: true,
  negate: true,
  abs: true,
  least: true,
  greatest: true,
  round: true,
  compare: true,
  in: true,
  and: true,
  or: true,
  not: true,
  if: true,
  isNone: true,
  ifNone: true,
  has: true,
  countOf: true,
  over: true,
  pick: true,
  date: true,
  shift: true,
  yearOf: true,
  monthOf: true,
  between: true,
};

const read = readRules(file(SAID.map(([formula]) => formula)), { file: 'words.yaml' });
if (!read.ok) throw new Error(JSON.stringify(read.issues, null, 1));
const rules = read.value;
const [zh, en] = (['zh', 'en'] as const).map(
  (lang) => new Conditions(new Titles(rules, lang), choicesOf(rules)),
);

test.each(SAID.map((said, i) => [...said, i] as const))('%s', (_, chinese, english, i) => {
  const is = rules.scope[i]?.is as Expression;
  expect(zh?.condition(is)).toBe(chinese);
  expect(en?.condition(is)).toBe(english);
});

test('every kind of expression is among them', () => {
  const seen = new Set<string>();
  const walk = (e: Expression): void => {
    seen.add(e.kind);
    inside(e).forEach(walk);
  };
  for (const { is } of rules.scope) walk(is);
  expect([...seen].sort()).toEqual(Object.keys(KINDS).sort());
});

test('what is known settles a demand, and what is not leaves it open', () => {
  const known: Known = (of) => {
    if (of.kind === 'as_of') return '2025-10-15';
    if (of.kind !== 'fact') return undefined;
    return {
      assets: { in: ['car'], out: [] },
      birth: '2010-07-02',
      lost_on: 'none',
      income: '5000',
      level: 'low',
    }[of.id];
  };
  const holds = (formula: string): boolean | undefined => {
    const i = SAID.findIndex(([one]) => one === formula);
    expect(i, formula).toBeGreaterThanOrEqual(0);
    return zh?.holds(rules.scope[i]?.is as Expression, known);
  };
  expect(holds('income < 6_000')).toBe(true);
  expect(holds('level >= high')).toBe(false);
  expect(holds('birth <= date(2010, 7, 1)')).toBe(false);
  expect(holds('lost_on is none')).toBe(true);
  expect(holds('lost_on is not none')).toBe(false);
  expect(holds('has_any(assets, [villa, car])')).toBe(true);
  expect(holds('has_all(assets, [villa, car])')).toBeUndefined();
  expect(holds('not rural')).toBeUndefined();
  expect(holds('dibao and not (rural or income = 0)')).toBeUndefined();
});
