import * as fc from 'fast-check';
import { determine } from '../../determine/index.js';
import type { FactInput } from '../../roster/index.js';
import { fact as factArbitrary } from '../arbitraries.js';
import { type Draft, studentOf } from '../draft.js';
import type { Ground } from '../ground.js';
import type { Property } from '../property.js';
import { withinOf, worthOf } from '../worth.js';
import { inBoth } from './hardship.js';

/** Facts of which not to know is a question, and no assumption. */
const askable = ({ rules }: Ground): readonly string[] =>
  rules.facts
    .filter(({ unknown }) => unknown.policy === 'ask' || unknown.policy === 'block')
    .map(({ id }) => id);

export const unknownHoldsTheTruth: Property<readonly string[]> = {
  id: 'P25',
  title: {
    zh: '不知道的，把可能都算到，不当作零',
    en: 'What is not known is gone through in all its possibilities, never taken for nothing',
  },
  change: (ground) => {
    const all = askable(ground);
    return all.length === 0
      ? null
      : fc.subarray([...all], { minLength: 1, maxLength: all.length < 3 ? all.length : 3 });
  },
  breach: (ground, { draft, change }) => {
    const student = studentOf(ground, draft);
    const changed = studentOf(ground, draft, { facts: change });
    const [known, unknown] = [student, changed].map((one) => determine(ground.plan, one));
    if (known === undefined || unknown === undefined) return null;
    const holds = withinOf(worthOf(ground, unknown), worthOf(ground, known));
    return holds ? null : { student, changed, by: notKnown(ground, change) };
  },
};

export const knowingNarrows: Property<readonly string[]> = {
  id: 'P26',
  title: { zh: '多知道一项，可能的结果只会变少', en: 'To know one thing more only narrows what is possible' },
  change: (ground) => {
    const all = askable(ground);
    return all.length < 2 ? null : fc.subarray([...all], { minLength: 2, maxLength: 2 });
  },
  breach: (ground, { draft, change }) => {
    const student = studentOf(ground, draft, { facts: change.slice(1) });
    const changed = studentOf(ground, draft, { facts: change });
    const [more, less] = [student, changed].map((one) => determine(ground.plan, one));
    if (more === undefined || less === undefined || more.open?.wide === true) return null;
    const holds = withinOf(worthOf(ground, less), worthOf(ground, more));
    return holds ? null : { student, changed, by: notKnown(ground, change.slice(0, 1)) };
  },
};

const notKnown = (ground: Ground, ids: readonly string[]) =>
  inBoth(
    ground,
    (t) => `不知道${ids.map((id) => `“${t.fact(id)}”`).join('、')}`,
    (t) => `${ids.map((id) => `“${t.fact(id)}”`).join(', ')} not known`,
  );

/** Facts on which no tier, scope, programme or output rests. */
const idle = ({ rules }: Ground): readonly string[] =>
  rules.facts.filter(({ id }) => !rules.outcomeReads.has(id)).map(({ id }) => id);

export const unreadChangesNothing: Property<readonly [string, FactInput]> = {
  id: 'P53',
  title: { zh: '规则不看的情况，不影响结果', en: 'What the rules do not read changes nothing' },
  change: (ground) => {
    const facts = ground.rules.facts.filter(({ id }) => idle(ground).includes(id));
    return facts.length === 0
      ? null
      : fc.oneof(...facts.map((one) => fc.tuple(fc.constant(one.id), factArbitrary(ground, one))));
  },
  breach: (ground, { draft, change: [id, value] }) => {
    const other: Draft = { ...draft, facts: { ...draft.facts, [id]: value } };
    const [student, changed] = [studentOf(ground, draft), studentOf(ground, other)];
    const [a, b] = [student, changed].map((one) => {
      const { outcome, recommended, awards } = determine(ground.plan, one);
      return JSON.stringify([outcome, recommended?.tier, awards]);
    });
    const by = inBoth(
      ground,
      (t) => `“${t.fact(id)}”不同`,
      (t) => `“${t.fact(id)}” differs`,
    );
    return a === b ? null : { student, changed, by };
  },
};

export const moneyIsWhole: Property<undefined> = {
  id: 'P33',
  title: { zh: '金额是非负的整分数', en: 'Amounts are whole minor units, and never below 0' },
  change: ({ rules }) => (rules.programmes.length === 0 ? null : fc.constant(undefined)),
  breach: (ground, { draft }) => {
    const student = studentOf(ground, draft);
    const whole = determine(ground.plan, student).awards.every(({ amount }) =>
      amount === undefined || amount === null ? true : /^(?:0|[1-9][0-9]*)$/.test(amount.minor),
    );
    return whole ? null : { student, by: { zh: '', en: '' } };
  },
};
