import { describe, expect, test } from 'vitest';
import { type Asking, askingOf, byConstruction } from '../../src/check/asking.js';
import { type Ground, groundOf } from '../../src/check/ground.js';
import type { CheckedProperty } from '../../src/check/index.js';
import { floors } from '../../src/check/properties/floor.js';
import { union } from '../../src/check/properties/membership.js';
import { total } from '../../src/check/properties/outcome.js';
import { COARSE, FINE } from '../../src/check/prove.js';
import { Steps } from '../../src/check/search.js';
import { told } from '../../src/check/told.js';
import type { NodeId, Plan } from '../../src/plan/index.js';
import { readRules } from '../../src/rules/index.js';

// What holds by construction is gone through all the same, so that a mistake in deciding would show. Here are some: a plan
// that does not do what the language says.

function groundWith(of: (ground: Ground) => Partial<Plan['outputs']>): Ground {
  const read = readRules(`format: 1
scheme: xx-deciding
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  paid: { type: number, unit: point, range: [-5, 20], worse: none }
  poor: { type: flag, worse: if_true }
  here: { type: flag, worse: none }
lists: { civil: { title: 民政 } }
categories:
  orphan: { list: civil, floor: hard }
  ward: { list: civil, floor: general, bypass: special }
  widow: { list: civil, floor: special, bypass: general }
score: { parts: { paid: { points: paid }, poor: { when: poor, points: 3 } } }
tiers: [{ id: special, from: 15 }, { id: hard, from: 10 }, { id: general, from: 5 }]
scope: { enrolled: { is: here } }
programmes:
  aid: { instrument: grant, for: tier >= general, amount: "100[CNY/year]", per: year, payee: student }
  more: { instrument: grant, for: poor, amount: "10[CNY/year]", per: year, payee: student }
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const ground = groundOf(read.value, '2025-09-01') as Ground;
  const { plan } = ground;
  return { ...ground, plan: { ...plan, outputs: { ...plan.outputs, ...of(ground) } } };
}

const asking = (ground: Ground, most = 300): Asking => askingOf(ground, most, new Steps(), () => {});
const said = (found: readonly CheckedProperty[]) => found.map(({ id, status }) => `${id}: ${status}`);
const partNode = ({ plan }: Ground, path: string): NodeId =>
  plan.outputs.parts.find((one) => one.path === path)?.node as NodeId;

test('nothing is broken as it is', () => {
  const right = asking(groundWith(() => ({})));
  expect(said(total(right))).toEqual([
    'total tier: byConstruction',
    'total aid: byConstruction',
    'total more: byConstruction',
  ]);
  expect(said(floors(right))).toEqual([
    'floor orphan: byConstruction',
    'floor ward: byConstruction',
    'floor widow: byConstruction',
  ]);
  // The higher of both.
  expect(floors(right).map(({ path }) => path.at(-1))).toEqual(['floor', 'bypass', 'floor']);
});

describe('a floor that does not count', () => {
  const wrong = groundWith(({ plan }) => ({ tier: plan.outputs.scoreTier }));
  test('is shown by one who is on the list, with nothing more said of them than it takes', () => {
    expect(floors(asking(wrong))).toMatchObject([
      {
        id: 'floor orphan',
        status: 'refuted',
        path: ['categories', 'orphan', 'floor'],
        witness: {
          shows: ['not_recognised'],
          students: [
            {
              facts: { here: true, paid: '-5', poor: false },
              categories: [{ category: 'orphan', status: 'in' }],
            },
          ],
        },
      },
      {
        id: 'floor ward',
        status: 'refuted',
        path: ['categories', 'ward', 'bypass'],
        witness: { shows: ['not_recognised'] },
      },
      { id: 'floor widow', status: 'refuted', path: ['categories', 'widow', 'floor'] },
    ]);
  });

  test('is not said to count where it was given up', () =>
    expect(floors(asking(wrong, 0)).map(({ status }) => status)).toEqual([
      'notProved',
      'notProved',
      'notProved',
    ]));
});

describe('an amount below 0', () => {
  const wrong = groundWith((ground) => {
    const [aid, more] = ground.plan.outputs.programmes;
    if (aid === undefined || more === undefined) throw new Error('two programmes');
    return { programmes: [aid, { ...more, amount: partNode(ground, 'paid') }] };
  });
  test('is shown by one to whom it is granted', () => {
    const found = total(asking(wrong));
    expect(said(found)).toEqual([
      'total tier: byConstruction',
      'total aid: byConstruction',
      'total more: refuted',
    ]);
    expect(found[2]?.witness).toMatchObject({
      shows: ['-5'],
      students: [{ facts: { here: true, paid: '-5', poor: true } }],
    });
    // And told where the amount of this programme stands.
    expect(told(wrong, [], found[2] as CheckedProperty).path).toEqual(['programmes', 'more', 'amount']);
  });
});

describe('a tier that there is not', () => {
  const wrong = groundWith((ground) => ({ tier: partNode(ground, 'paid') }));
  test('is not proved to be one', () => {
    const [tier] = total(asking(wrong));
    expect(tier).toMatchObject({ id: 'total tier', status: 'notProved' });
  });
});

test('only what was gone through is said to hold by construction', () => {
  const one = (status: CheckedProperty['status']): CheckedProperty => ({
    id: 'total tier',
    property: 'total',
    severity: 'error',
    status,
    path: ['tiers'],
    place: {},
  });
  const found = byConstruction([one('proved'), one('notProved'), one('refuted')], 'check.totalByReader');
  expect(found).toEqual([
    { ...one('byConstruction'), because: { code: 'check.totalByReader', values: {} } },
    one('notProved'),
    one('refuted'),
  ]);
});

test('each look at all students is a step, and worked out once', () => {
  const steps = new Steps();
  const { all } = askingOf(
    groundWith(() => ({})),
    300,
    steps,
    () => {},
  );
  const [coarse, fine] = [all(), all(true)];
  expect(steps.taken).toBe(2);
  expect([all(), all(false), all(true)]).toEqual([coarse, coarse, fine]);
  expect(all()).toBe(coarse);
  expect(all(true)).toBe(fine);
  expect([coarse.most, fine.most]).toEqual([COARSE, FINE]);
  expect(steps.taken).toBe(7);
});

test('all lists together hold where each of them does, and are open where one is', () => {
  const right = asking(groundWith(() => ({})));
  const one = (
    id: string,
    status: CheckedProperty['status'],
    witness?: CheckedProperty['witness'],
  ): CheckedProperty => ({
    id,
    property: 'membership',
    severity: 'error',
    status,
    path: ['categories'],
    place: {},
    ...(witness === undefined ? {} : { witness }),
  });
  const shown = { students: [{ key: 'a' }, { key: 'b' }], shows: ['hard', 'general'] } as never;
  const all = (...each: readonly CheckedProperty[]) =>
    union(right, each).map(({ id, status, because, witness }) => [
      id,
      status,
      because?.values.finding ?? '',
      witness,
    ]);
  expect(all()).toEqual([]);
  expect(all(one('a', 'proved'), one('b', 'proved'))).toEqual([['union', 'proved', '', undefined]]);
  expect(all(one('a', 'proved'), one('b', 'notProved'), one('c', 'notProved'))).toEqual([
    ['union', 'notProved', 'b', undefined],
  ]);
  expect(all(one('a', 'notProved'), one('b', 'refuted', shown))).toEqual([['union', 'refuted', 'b', shown]]);
});
