import { expect, test } from 'vitest';
import { contentOf } from '../../src/determine/raw.js';
import { bothWays } from './rich.js';
import { rulesOf } from './sample.js';

// What the enrolment says of a student is a fact like any other, and each member of it is read.

const rules = rulesOf(`
format: 1
scheme: xx-enrolled
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  stage:   { type: choice, of: [primary, senior], origin: enrolment }
  setting: { type: choice, of: [ordinary, special], origin: enrolment }
  grade:   { type: number, unit: 1, range: [1, 6], step: 1, origin: enrolment }
  boarder: { type: flag, origin: enrolment }
figures: { whole: "stage = senior and setting = special and grade = 3 and boarder" }
outputs: [whole]
`);
const WHOLE = { school: 'a', stage: 'senior', setting: 'special', grade: 3, boarder: true } as const;
const said = (enrolment: Partial<typeof WHOLE>) =>
  bothWays({ key: 'a', enrolments: [{ ...enrolment, school: 'a' }], applied: true }, rules);

test('every member that a fact comes from is taken from the enrolment', () => {
  expect(said(WHOLE).figures).toContainEqual({ figure: 'whole', value: true });
  expect(said(WHOLE).facts.map(({ fact, value, origin }) => [fact, value, origin])).toEqual([
    ['boarder', true, 'enrolment'],
    ['grade', '3', 'enrolment'],
    ['setting', 'special', 'enrolment'],
    ['stage', 'senior', 'enrolment'],
  ]);
});

test.each(['stage', 'setting', 'grade', 'boarder'] as const)(
  'what it does not say of %s is asked',
  (member) => {
    const { [member]: _, ...others } = WHOLE;
    expect(said(others).open?.questions.map(({ id }) => id)).toEqual([member]);
  },
);

test('the order counts in a list of anything but texts', () => {
  expect(contentOf(['b', 'a', 'b'])).toBe(contentOf(['a', 'b']));
  expect(contentOf([2, 1])).not.toBe(contentOf([1, 2]));
  expect(contentOf([{ a: 1 }, { b: 1 }])).not.toBe(contentOf([{ b: 1 }, { a: 1 }]));
  expect(contentOf({ a: 1, b: ['y', 'x'] })).toBe(contentOf({ b: ['x', 'y'], a: 1 }));
});
