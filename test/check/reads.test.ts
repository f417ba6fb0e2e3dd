import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// On what tier and money can rest, stage by stage and setting by setting: a fact in a branch that is not taken there is not read.

const HEAD = `format: 1
scheme: xx-reads
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  stage: { type: choice, of: [primary, junior, senior], origin: enrolment, worse: none }
  setting: { type: choice, of: [ordinary, home], origin: enrolment, worse: none }
  area: { type: choice, of: [town, village], worse: none }
  ill: { type: flag, worse: if_true }
  old: { type: flag, worse: none }
  nation: { type: choice, of: [one, other], worse: none, title: { zh: 民族, en: Ethnic group } }
  far: { type: flag, worse: none }
lists: { civil: { title: 民政 } }
categories: { dibao: { list: civil }, orphan: { list: civil } }
tiers: [{ id: hard, from: 5 }]
`;

function readsIn(score: string, more = '') {
  const read = readRules(`${HEAD}score: { parts: { ${score} } }\n${more}`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return check(read.value).reads;
}
/** In short: `stage setting: facts; categories`. */
const said = (score: string, more?: string) =>
  readsIn(score, more).map(
    ({ stage = '', setting = '', facts, categories }) =>
      `${stage} ${setting}: ${facts.join(', ')}; ${categories.join(', ')}`,
  );

describe('what is read', () => {
  test('is said once where no stage is asked for', () =>
    expect(said('a: { when: ill and old, points: 5 }, b: { when: dibao, points: 5 }')).toEqual([
      ' : ill, old; dibao',
    ]));

  test('is said of each stage, without what stands in the branches of others', () =>
    expect(
      said(
        'a: { points: "if stage = junior then (if ill then 5[point] else 1[point]) else if dibao then 5[point] else 2[point]" }',
      ),
    ).toEqual(['primary : ; dibao', 'junior : ill; ', 'senior : ; dibao']));

  test('is said of each setting and stage together', () =>
    expect(said('a: { when: "(stage = junior and ill) or (setting = home and orphan)", points: 5 }')).toEqual(
      [
        'primary ordinary: ; ',
        'primary home: ; orphan',
        'junior ordinary: ill; ',
        'junior home: ill; orphan',
        'senior ordinary: ; ',
        'senior home: ; orphan',
      ],
    ));

  test('is not parted by a choice that is no stage', () =>
    expect(said('a: { when: area = town, points: 5 }')).toEqual([' : area; ']));

  test('is not parted by a stage that no enrolment says, nor by a flag of that name', () => {
    const without = (from: string, to: string): readonly unknown[] => {
      const read = readRules(
        `${HEAD.replace(from, to)}score: { parts: { a: { when: "POINTS", points: 5 } } }\n`.replace(
          'POINTS',
          to.includes('flag') ? 'setting and ill' : 'stage = junior and ill',
        ),
      );
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      return check(read.value).reads.map(({ stage, setting, facts }) => [stage, setting, facts]);
    };
    expect(
      without(
        'stage: { type: choice, of: [primary, junior, senior], origin: enrolment, worse: none }',
        'stage: { type: choice, of: [primary, junior, senior], worse: none }',
      ),
    ).toEqual([[undefined, undefined, ['ill', 'stage']]]);
    expect(
      without(
        'setting: { type: choice, of: [ordinary, home], origin: enrolment, worse: none }',
        'setting: { type: flag, origin: enrolment, worse: none }',
      ),
    ).toEqual([[undefined, undefined, ['ill', 'setting']]]);
  });

  test('is in the order of the file, whatever is met first', () =>
    expect(said('a: { when: "orphan or old or dibao or ill", points: 5 }')).toEqual([
      ' : ill, old; dibao, orphan',
    ]));

  test('by money counts as well, and what is read in vain does not', () =>
    expect(
      said(
        'a: { when: ill, points: 1 }, b: { when: old, points: 5 }',
        'programmes: { grant: { instrument: grant, for: far, amount: "5[CNY/year]", per: year, payee: student } }\n',
      ),
    ).toEqual([' : far, ill, old; ']));

  test('of protected attributes says the ground, or that there is none', () => {
    const [reads] = readsIn('a: { when: nation = one and ill, points: 5 }');
    expect(reads?.protected).toEqual([{ fact: 'nation', ground: null }]);
    const [without] = readsIn('a: { when: ill, points: 5 }');
    expect(without?.protected).toEqual([]);
  });
});

describe('outside the proofs are', () => {
  const coverage = (text: string) => {
    const read = readRules(text);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return check(read.value).coverage;
  };

  test('facts that reach the outcome and state no direction', () => {
    const people = (own: string) =>
      `${HEAD.replace('facts:', `facts:\n  family: { type: people, size: [0, 2], worse: none, of: { sick: { type: flag, worse: ${own} } } }`)}score: { parts: { a: { when: count(family where sick) >= 1, points: 5 }, b: { when: ill or old, points: 5 } } }\n`;
    expect(coverage(people('none')).noDirection).toEqual(['family', 'old']);
    expect(coverage(people('if_true')).noDirection).toEqual(['old']);
  });

  test('amounts that are not stated, outputs without an order, and other days, each only where it is so', () => {
    const plain = `${HEAD}score: { parts: { a: { when: ill, points: 5 } } }\n`;
    expect(coverage(plain).outside).toEqual([]);
    const kind = (id: string) =>
      `  ${id}: { instrument: exemption, for: ill, amount: { unstated: 实物 }, per: year, payee: student }\n`;
    expect(coverage(`${plain}programmes:\n${kind('books')}${kind('meals')}`).outside).toEqual([
      { code: 'check.unstatedAmounts', values: { of: 'books, meals' } },
    ]);
    const dated = plain
      .replace(
        'facts:',
        'dates: { month_end: last_day, leap_birthday: 03-01 }\nfacts:\n  born: { type: date, range: [2000-01-01, 2010-12-31], worse: none }',
      )
      .replace('when: ill', 'when: "ill and age(born, as_of) < 18"');
    expect(coverage(dated).outside).toEqual([{ code: 'check.otherDays', values: {} }]);
  });
});
