import { constant, integer, shuffledSubarray } from 'fast-check';
import { type Determination, determine, OUTCOMES, referenceDetermine } from '../../determine/index.js';
import { canonicalJson, type Json } from '../../value/index.js';
import { studentOf } from '../draft.js';
import type { Property } from '../property.js';

const bytes = (one: Determination): string => canonicalJson(one as unknown as Json);
const NO_CHANGE = { zh: '', en: '' };
/** More than these the definition need not go through: of a student of whom all is known there are few. */
const FEW_COMPLETIONS = 64;

/** Frozen through and through, so that whoever writes to it is stopped. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

export const total: Property<undefined> = {
  id: 'P1',
  title: { zh: '人人都有一个结果', en: 'Everybody ends in one outcome' },
  change: () => constant(undefined),
  breach: (ground, { draft }) => {
    const student = studentOf(ground, draft);
    const { outcome, open } = determine(ground.plan, student);
    const one = OUTCOMES.includes(outcome) && (outcome === 'undetermined') === (open !== undefined);
    // Of a student of whom all is known nothing is left to ask but what the file or a person leaves open.
    const asks = (open?.questions ?? []).some(({ kind }) => kind === 'category');
    return one && !asks ? null : { student, by: NO_CHANGE };
  },
};

export const repeatable: Property<undefined> = {
  id: 'P2',
  title: {
    zh: '同样的情况，同样的结果；所给的资料不被改动',
    en: 'The same student, the same bytes; nothing handed in is changed',
  },
  change: () => constant(undefined),
  breach: (ground, { draft }) => {
    const student = studentOf(ground, draft);
    const before = bytes(determine(ground.plan, student));
    return before === bytes(determine(ground.plan, frozen(studentOf(ground, draft))))
      ? null
      : { student, by: NO_CHANGE };
  },
};

export const anyOrder: Property<readonly number[]> = {
  id: 'P5',
  title: {
    zh: '名单先后、重复登记都不影响结果',
    en: 'The order of lists, and being told twice, change nothing',
  },
  change: ({ rules }) => {
    const listed = rules.categories.filter(({ list }) => list !== undefined);
    return listed.length === 0 ? null : shuffledSubarray([...listed.keys()], { minLength: listed.length });
  },
  breach: (ground, { draft, change }) => {
    const student = studentOf(ground, draft);
    const all = student.categories ?? [];
    const moved = change.flatMap((at) => all[at] ?? []);
    const changed = { ...student, categories: [...moved, ...moved] };
    return bytes(determine(ground.plan, student)) === bytes(determine(ground.plan, changed))
      ? null
      : { student, changed, by: { zh: '名单换了次序', en: 'lists in another order' } };
  },
};

export const twoMeanings: Property<undefined> = {
  id: 'P51',
  title: { zh: '引擎算的，就是规则写的', en: 'The engine means what the rules say' },
  change: () => constant(undefined),
  breach: (ground, { draft }) => {
    const student = studentOf(ground, draft);
    const meant = referenceDetermine(ground.rules, ground.context, student, FEW_COMPLETIONS);
    return meant === null || bytes(meant) === bytes(determine(ground.plan, student))
      ? null
      : { student, by: NO_CHANGE };
  },
};

export const anySchool: Property<number> = {
  id: 'P54',
  title: { zh: '同样的情况，在哪所学校都一样', en: 'The same facts come to the same in any school' },
  change: () => integer({ min: 1, max: 9 }),
  breach: (ground, { draft, change }) => {
    const student = studentOf(ground, draft);
    const enrolments = student.enrolments.map((one) => ({ ...one, school: `school-${change}` }));
    const changed = { ...student, enrolments };
    const settled = ({ outcome, recommended, awards }: Determination): string =>
      JSON.stringify([outcome, recommended, awards]);
    return settled(determine(ground.plan, student)) === settled(determine(ground.plan, changed))
      ? null
      : { student, changed, by: { zh: '换一所学校', en: 'in another school' } };
  },
};

export const signalsOnlyPoint: Property<undefined> = {
  id: 'P62',
  title: {
    zh: '预警信号只提醒人，不改变档次和金额',
    en: 'Signals only point somebody there; they change no tier and no money',
  },
  change: () => constant(undefined),
  breach: (ground, { draft }) => {
    const student = studentOf(ground, draft);
    const changed = { ...student, signals: ['spending'] };
    return bytes(determine(ground.plan, student)) === bytes(determine(ground.plan, changed))
      ? null
      : { student, changed, by: { zh: '有预警信号', en: 'with a signal' } };
  },
};
