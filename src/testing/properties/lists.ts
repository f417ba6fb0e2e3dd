import * as fc from 'fast-check';
import { determine } from '../../determine/index.js';
import { listStanding } from '../../plan/index.js';
import { listRows } from '../arbitraries.js';
import { type Draft, studentOf } from '../draft.js';
import type { Ground } from '../ground.js';
import type { Property } from '../property.js';
import { withinOf, worthOf } from '../worth.js';
import { inBoth, notWorse } from './hardship.js';

const listed = ({ rules }: Ground): readonly string[] =>
  rules.categories.filter(({ list }) => list !== undefined).map(({ id }) => id);

const on = (draft: Draft, categories: readonly string[], inside: boolean): Draft => ({
  ...draft,
  categories: { ...draft.categories, ...Object.fromEntries(categories.map((id) => [id, inside])) },
});

/** One of the categories that lists give, or `null` where there are none. */
const oneListed = (ground: Ground): fc.Arbitrary<string> | null => {
  const all = listed(ground);
  return all.length === 0 ? null : fc.constantFrom(...all);
};

export const membershipNeverHurts: Property<string> = {
  id: 'P12',
  title: { zh: '多在一张名单上，不会吃亏', en: 'To be on one list more never hurts' },
  change: oneListed,
  breach: (ground, { draft, change }) =>
    notWorse(
      ground,
      on(draft, [change], false),
      on(draft, [change], true),
      inBoth(
        ground,
        (t) => `列入“${t.category(change)}”`,
        (t) => `belongs to “${t.category(change)}”`,
      ),
    ),
};

export const unionNeverLess: Property<readonly string[]> = {
  id: 'P13',
  title: {
    zh: '同属几类，不低于只属其中一类',
    en: 'To belong to several categories is worth at least as much as to one of them',
  },
  change: (ground) => {
    const all = listed(ground);
    return all.length < 2 ? null : fc.subarray([...all], { minLength: 2 });
  },
  breach: (ground, { draft, change }) => {
    const alone = on(on(draft, listed(ground), false), change.slice(0, 1), true);
    return notWorse(
      ground,
      alone,
      on(alone, change, true),
      inBoth(
        ground,
        (t) =>
          `还列入${change
            .slice(1)
            .map((id) => `“${t.category(id)}”`)
            .join('、')}`,
        (t) =>
          `also belongs to ${change
            .slice(1)
            .map((id) => `“${t.category(id)}”`)
            .join(', ')}`,
      ),
    );
  },
};

export const floorHolds: Property<string> = {
  id: 'P11',
  title: {
    zh: '属于某类的学生，不低于该类的保底档次',
    en: 'Nobody of a category is settled below its floor',
  },
  change: ({ rules }) => {
    const floored = rules.categories.filter(({ list, floor }) => list !== undefined && floor !== undefined);
    return floored.length === 0 ? null : fc.constantFrom(...floored.map(({ id }) => id));
  },
  breach: (ground, { draft, change }) => {
    const student = studentOf(ground, on(draft, [change], true));
    const determination = determine(ground.plan, student);
    const floor = ground.rules.categories.find(({ id }) => id === change)?.floor ?? 0;
    const holds = determination.categories.find(({ category }) => category === change)?.holds;
    // A veto against a floor is for a person: what is open is not lost.
    const settled = determination.outcome === 'determined' && holds === true;
    if (!settled || worthOf(ground, determination).tier[0] >= floor) return null;
    const by = inBoth(
      ground,
      (t) => `属于“${t.category(change)}”`,
      (t) => `belongs to “${t.category(change)}”`,
    );
    return { student, by };
  },
};

export const saidTwiceNeverLess: Property<string> = {
  id: 'P28',
  title: { zh: '两处说法不一，不因此变低', en: 'Two sources that differ never lower anything' },
  change: oneListed,
  breach: (ground, { draft, change }) => {
    const student = studentOf(ground, on(draft, [change], true));
    const contradicted = [...(student.categories ?? []), { category: change, status: 'out' as const }];
    const changed = { ...student, categories: contradicted };
    const [said, both] = [student, changed].map((one) => worthOf(ground, determine(ground.plan, one)));
    const by = inBoth(
      ground,
      (t) => `另有一处说不属于“${t.category(change)}”`,
      (t) => `another source says not “${t.category(change)}”`,
    );
    return JSON.stringify(said?.tier) === JSON.stringify(both?.tier) ? null : { student, changed, by };
  },
};

export const missingListIsNotOut: Property<string> = {
  id: 'P27',
  title: { zh: '名单没有拿到，不等于不在名单上', en: 'A list that is missing does not mean not to be on it' },
  change: oneListed,
  breach: (ground, { draft, change }) => {
    const unknown = determine(ground.plan, studentOf(ground, draft, { categories: [change] }));
    const outside = [true, false].find((inside) => {
      const known = determine(ground.plan, studentOf(ground, on(draft, [change], inside)));
      return !withinOf(worthOf(ground, unknown), worthOf(ground, known));
    });
    if (outside === undefined) return null;
    const student = studentOf(ground, on(draft, [change], outside));
    const by = inBoth(
      ground,
      (t) => `“${t.category(change)}”的名单没有拿到`,
      (t) => `the list of “${t.category(change)}” is missing`,
    );
    return { student, changed: studentOf(ground, draft, { categories: [change] }), by };
  },
};

type Row = Readonly<Record<string, string | undefined>>;

export const unclearRowIsNotOut: Property<readonly [list: string, row: Row, attribute: string]> = {
  id: 'P27 rows',
  title: {
    zh: '名单上的一行没写清楚，不等于不算',
    en: 'A row of a list that does not say all does not mean no',
  },
  change: (ground) => {
    const lists = ground.rules.lists.filter(({ attributes }) => attributes.length > 0);
    if (lists.length === 0) return null;
    return fc.oneof(
      ...lists.map(({ id, attributes }) =>
        fc.tuple(fc.constant(id), listRows(ground, id), fc.constantFrom(...attributes.map((one) => one.id))),
      ),
    );
  },
  breach: (ground, { draft, change: [list, row, attribute] }) => {
    const whole = listStanding(ground.plan, list, row);
    const less = listStanding(ground.plan, list, { ...row, [attribute]: undefined });
    const kept = [...less.in, ...less.unknown];
    return [...whole.in, ...whole.unknown].every((category) => kept.includes(category))
      ? null
      : {
          student: studentOf(ground, draft),
          by: inBoth(
            ground,
            (t) => `“${t.list(list)}”的一行没写“${attribute}”`,
            (t) => `a row of “${t.list(list)}” does not say “${attribute}”`,
          ),
        };
  },
};
