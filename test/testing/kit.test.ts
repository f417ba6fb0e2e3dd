import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { determine } from '../../src/determine/index.js';
import { compile } from '../../src/plan/index.js';
import { readRules } from '../../src/rules/index.js';
import { type Broken, type Kit, noOneMissed } from '../../src/testing/index.js';

const TEXT = `
format: 1
scheme: xx-kit
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  stage:   { type: choice, of: [primary, junior], origin: enrolment, worse: none, title: { zh: 学段, en: Stage } }
  income:  { type: number, unit: CNY/year, range: [0, 200_000], worse: lower, title: { zh: 家庭年收入, en: Household income } }
  members: { type: number, unit: person, range: [1, 12], worse: higher, title: { zh: 家庭人口, en: Household members } }
  ill:     { type: flag, worse: if_true, title: { zh: 家庭成员患大病, en: A member is gravely ill } }
  born:    { type: date, range: [2005-01-01, 2022-12-31], worse: none, title: { zh: 出生日期, en: Date of birth } }
  marks:   { type: several, of: [single_parent, disaster], worse: more, title: { zh: 特殊情况, en: Circumstances } }
  children: { type: people, size: [1, 3], of: { in_school: { type: flag, worse: if_true } }, worse: more, title: { zh: 子女, en: Children } }
  lunch:   { type: flag, worse: none, title: { zh: 在校午餐, en: School lunch } }
lists:
  civil: { title: { zh: 民政名单, en: List of civil affairs }, attributes: { kind: { type: choice, of: [dibao, orphan] } } }
categories:
  dibao:  { list: civil, row: kind = dibao, floor: hard, title: { zh: 低保家庭, en: Dibao family } }
  orphan: { list: civil, row: kind = orphan, floor: special, title: { zh: 孤儿, en: Orphan } }
figures:
  per_head: { is: "round(income / members, 0.01, half_up)", title: { zh: 人均收入, en: Income per head } }
score:
  parts:
    money: { of: per_head, up_to: { 6_000: 40, 12_000: 20 }, otherwise: 0 }
    ill:   { when: ill, points: 15 }
    marks: { several: marks, options: { single_parent: 5, disaster: 10 }, take: sum }
    visit: { discretion: [0, 5], step: 1, by: [visit], undecided: 0 }
tiers:
  - { id: special, title: { zh: 特别困难, en: Special hardship }, from: 55 }
  - { id: hard, title: { zh: 困难, en: Hardship }, from: 40 }
  - { id: general, title: { zh: 一般困难, en: Some hardship }, from: 20 }
programmes:
  grant:
    title: { zh: 助学金, en: Grant }
    instrument: grant
    for: tier >= general
    amount: { by: tier, options: { special: 3_500, hard: 2_300, general: 1_200 }, otherwise: 0 }
    per: year
    payee: student
`;

const CONTEXT = { period: '2025-autumn', asOf: '2025-10-01', knownAt: '2025-10-15' };

function kitOf(text: string): Kit {
  const rules = readRules(text);
  if (!rules.ok) throw new Error(JSON.stringify(rules.issues));
  return noOneMissed(rules.value, CONTEXT);
}

/** The rules with one mistake in them. */
function withMistake(before: string, after: string): Kit {
  expect(TEXT).toContain(before);
  return kitOf(TEXT.replace(before, after));
}

const brokenIn = (kit: Kit, id: string): Broken => {
  const found = kit.properties.find((one) => one.id === id)?.check({ students: 400 });
  if (found === null || found === undefined) throw new Error(`${id} was not broken`);
  return found;
};

describe('on rules without a mistake', () => {
  const kit = kitOf(TEXT);

  test('every property that says something is tried, and holds', () => {
    expect(kit.check({ students: 15 })).toEqual([]);
    expect(() => kit.assert({ students: 5 })).not.toThrow();
    expect(kit.notApplicable).toEqual([]);
    expect(new Set(kit.properties.map(({ id }) => id)).size).toBe(kit.properties.length);
  });

  test('students are of whom everything is known, and most of them where something turns', () => {
    const rules = readRules(TEXT);
    const plan = rules.ok ? compile(rules.value, CONTEXT) : rules;
    if (!plan.ok) throw new Error('refused');
    const students = fc.sample(kit.students(), { numRuns: 400, seed: 3 });
    const found = students.map((student) => determine(plan.value, student));
    expect(new Set(found.map(({ outcome }) => outcome))).toEqual(new Set(['determined']));
    expect(found.flatMap(({ issues }) => issues)).toEqual([]);
    const tiers = new Set(found.map(({ recommended }) => recommended?.tier));
    expect(tiers).toEqual(new Set(['special', 'hard', 'general', 'not_recognised']));
    const perHead = found.map(({ figures }) => figures.find(({ figure }) => figure === 'per_head')?.value);
    // Cuts of a quotient that no list of numbers holds are met all the same, from both sides.
    const near = (cut: number, side: number) =>
      perHead.some(
        (value) =>
          (Number(value) - cut) * side >= 0 &&
          (Number(value) - cut) * side < 1 &&
          Number(value) !== cut + side,
      );
    expect([near(6_000, -1), near(6_000.01, 1), near(12_000, -1), near(12_000.01, 1)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('rows of a list say an attribute, or do not', () => {
    const rows = fc.sample(kit.listRows('civil'), { numRuns: 60, seed: 1 });
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['dibao', 'orphan', undefined]));
  });

  test('rules that are not in force have nothing to try', () => {
    const rules = readRules(TEXT);
    if (!rules.ok) throw new Error('refused');
    expect(() => noOneMissed(rules.value, { ...CONTEXT, asOf: '2024-10-01' })).toThrow(RangeError);
  });
});

describe('a planted mistake is found, and told so that a teacher understands', () => {
  test('a grant that only one tier gets: who is on a list loses it', () => {
    const kit = withMistake('for: tier >= general', 'for: tier in [hard, general]');
    const { words, student, changed } = brokenIn(kit, 'P12');
    expect(words.zh).toMatchInlineSnapshot(`
      "不成立：多在一张名单上，不会吃亏（P12）
        这样一名学生：
          家庭成员患大病：否
          家庭年收入：0 元/年
          特殊情况：一项也没有
          其余情况怎样都一样
        结果：困难（40 分）；助学金 2,300 元
        同一名学生，列入“孤儿”：特别困难（40 分）；没有助学金"
    `);
    expect(words.en).toMatchInlineSnapshot(`
      "Does not hold: To be on one list more never hurts (P12)
        A student such as this one:
          A member is gravely ill: no
          Household income: 0 yuan a year
          Circumstances: none of them
          (whatever else is known of the student)
        comes to: Hardship (40 points); Grant 2,300 yuan
        the same student, but belongs to “Orphan”: Special hardship (40 points); no Grant"
    `);
    expect(student).not.toEqual(changed);
    expect(() => kit.assert({ students: 60, lang: 'zh' })).toThrow(/不会吃亏/);
  });

  test('bands the wrong way round: the poorer get less', () => {
    const kit = withMistake('6_000: 40, 12_000: 20', '6_000: 20, 12_000: 40');
    expect(brokenIn(kit, 'P9').words.en).toMatchInlineSnapshot(`
      "Does not hold: More hardship never means a lower tier or less money (P9)
        A student such as this one:
          Household income: 6,000.01 yuan a year
          Household members: 1 person
          does not belong to “Dibao family”
          does not belong to “Orphan”
          (whatever else is known of the student)
        comes to: Hardship (40 points); Grant 2,300 yuan
        the same student, but “Household members” is harder (12 persons): Some hardship (20 points); Grant 1,200 yuan"
    `);
  });

  test('a demand that only the better off meet', () => {
    const kit = withMistake(
      'for: tier >= general',
      'for: "tier >= general and (per_head >= 0.5 or ill or members > 1)"',
    );
    expect(brokenIn(kit, 'P9').words.zh).toMatchInlineSnapshot(`
      "不成立：情况更困难，档次和金额都不会变低（P9）
        这样一名学生：
          家庭成员患大病：否
          家庭年收入：200,000 元/年
          家庭人口：1 人
          属于“低保家庭”
          其余情况怎样都一样
        结果：困难（0 分）；助学金 2,300 元
        同一名学生，“家庭年收入”更困难（0 元/年）：困难（40 分）；没有助学金"
    `);
  });

  test('several categories worth less than one of them', () => {
    const kit = withMistake('for: tier >= general', 'for: tier >= general and not (dibao and orphan)');
    expect(brokenIn(kit, 'P13').words.zh).toMatchInlineSnapshot(`
      "不成立：同属几类，不低于只属其中一类（P13）
        这样一名学生：
          属于“低保家庭”
          其余情况怎样都一样
        结果：困难（40 分）；助学金 2,300 元
        同一名学生，还列入“孤儿”：特别困难（40 分）；没有助学金"
    `);
  });
});
