import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { determine } from '../../src/determine/index.js';
import { compile } from '../../src/plan/index.js';
import type { Student } from '../../src/roster/index.js';
import { readRules } from '../../src/rules/index.js';
import { Dice } from '../agreement/arbitrary/dice.js';
import { type Draft, Plain, writeDraft } from '../agreement/arbitrary/draft.js';
import { CONTEXT } from '../agreement/arbitrary/students.js';
import { bytesOf, schemeOf } from '../agreement/pairs.js';
import { PLAIN, RICH, VISIT } from './rich.js';
import { planOf } from './sample.js';

// The same content gives the same bytes, in whatever order it is written, said or asked, and nothing that was handed
// in is changed.

const seed = fc.nat(0x7fffffff);

/**
 * The same student with every list and mapping in another order, but for people: a person is named by the place on the
 * list, in questions and in the record.
 */
function turned(student: Student, dice: Dice): Student {
  const mixed = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) {
      const list = value.map((one) => mixed(one));
      return key === 'list' ? list : dice.shuffled(list);
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      dice.shuffled(Object.entries(value)).map(([name, inner]) => [name, mixed(inner, name)]),
    );
  };
  return mixed(student) as Student;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of value instanceof Map || value instanceof Set ? value : Object.values(value))
      frozen(inner);
  }
  return value;
}

test('facts, categories, decisions and enrolments in any order give the same bytes', () => {
  fc.assert(
    fc.property(seed, (from) => {
      const dice = new Dice(from);
      const { ground, students } = schemeOf(from % 5_000, 5, 8);
      for (const { student } of students) {
        const first = bytesOf(determine(ground.plan, student));
        for (let i = 0; i < 2; i += 1)
          expect(bytesOf(determine(ground.plan, turned(student, dice)))).toBe(first);
      }
    }),
    { numRuns: 80, seed: 11 },
  );
});

test('so do options, people by their attributes, papers, given figures and every decision', () => {
  const plan = planOf(RICH);
  const student: Student = {
    ...PLAIN,
    facts: {
      ...PLAIN.facts,
      marks: ['ill', 'debt'],
      family: {
        complete: true,
        list: [{ relation: 'parent', in_school: false, pay: 1 }, { in_school: true }],
      },
    },
    given: { 'score.lost': 30, poor: true, monye: 1, pupil: 2 },
    papers: [...(PLAIN.papers ?? []), { paper: 'x', issued: '2025-01-01' }, { paper: 'y', issued: '' }],
    decisions: [
      ...(PLAIN.decisions ?? []),
      { ...VISIT, points: 6 },
      { ...VISIT, points: 99 },
      { kind: 'figure', figure: 'money', value: 1, by: 'bureau', on: '2025-09-20', because: '核定' },
      { kind: 'figure', figure: 'money', value: 2, by: 'bureau', on: '2025-09-20', because: '核定' },
      {
        kind: 'fact',
        fact: 'marks',
        value: ['jobless', 'ill'],
        by: 'visit',
        on: '2025-09-20',
        because: '入户',
      },
      {
        kind: 'fact',
        fact: 'marks',
        value: ['ill', 'jobless'],
        by: 'visit',
        on: '2025-09-20',
        because: '入户',
      },
    ],
  };
  const first = bytesOf(determine(plan, student));
  const dice = new Dice(17);
  for (let i = 0; i < 40; i += 1) expect(bytesOf(determine(plan, turned(student, dice)))).toBe(first);
  expect(JSON.parse(first).issues).toHaveLength(7);
});

test('what is said twice of a category or by a decision counts once', () => {
  fc.assert(
    fc.property(seed, (from) => {
      const { ground, students } = schemeOf(from % 5_000, 5, 8);
      for (const { student } of students) {
        const { categories, decisions } = student;
        if (!Array.isArray(student.enrolments)) continue;
        const twice: Student = {
          ...student,
          ...(categories === undefined ? {} : { categories: [...categories, ...categories] }),
          ...(decisions === undefined ? {} : { decisions: [...decisions, ...decisions] }),
        };
        const named = (one: Student): string => bytesOf({ ...determine(ground.plan, one), issues: [] });
        expect(named(twice)).toBe(named(student));
      }
    }),
    { numRuns: 40, seed: 12 },
  );
});

test('the rule file in any order of its mappings is the same rules and gives the same bytes', () => {
  /** Mappings have no order; lists have, and stay. */
  const mixed = (draft: Draft, dice: Dice): Draft => {
    if (draft instanceof Plain || typeof draft === 'string') return draft;
    if (Array.isArray(draft)) return draft.map((one) => mixed(one, dice));
    return Object.fromEntries(
      dice.shuffled(Object.entries(draft)).map(([key, inner]) => [key, mixed(inner, dice)]),
    );
  };
  fc.assert(
    fc.property(seed, (from) => {
      const { draft, ground, students } = schemeOf(from % 5_000, 5, 6);
      const read = readRules(writeDraft(mixed(draft, new Dice(from)) as typeof draft));
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      expect(read.value.digests).toEqual(ground.rules.digests);
      const plan = compile(read.value, CONTEXT);
      if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
      for (const { student } of students)
        expect(bytesOf(determine(plan.value, student))).toBe(bytesOf(determine(ground.plan, student)));
    }),
    { numRuns: 40, seed: 13 },
  );
});

test('students do not disturb one another, and asking again gives the same', () => {
  const { ground, students } = schemeOf(77, 7, 40);
  const once = students.map(({ student }) => bytesOf(determine(ground.plan, student)));
  const backwards = [...students].reverse().map(({ student }) => bytesOf(determine(ground.plan, student)));
  expect(backwards.reverse()).toEqual(once);
});

test('nothing that was handed in is changed', () => {
  for (let from = 0; from < 25; from += 1) {
    const { ground, students } = schemeOf(from, 6, 10);
    frozen(ground.plan);
    for (const { student } of students) {
      const free = bytesOf(determine(ground.plan, student));
      expect(bytesOf(determine(ground.plan, frozen(student)))).toBe(free);
    }
  }
});
