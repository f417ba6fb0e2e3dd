import { describe, expect, test } from 'vitest';
import { type Assignment, meaningOfCase } from '../../src/reference/index.js';
import type {
  CheckedPart,
  CheckedValue,
  Expression,
  LinkedCategory,
  LinkedVeto,
  RuleSet,
} from '../../src/rules/index.js';
import { written } from '../../src/value/index.js';
import {
  choice,
  compare,
  exactly,
  FLAG,
  fact,
  factOf,
  flag,
  knowing,
  MOMENT,
  NUMBER,
  num,
  option,
  read,
  rulesOf,
} from './hand.js';

const formula = (is: Expression): CheckedValue => ({ kind: 'formula', is, extent: {} });
const part = (
  path: string,
  value: CheckedValue | Expression,
  more: Partial<CheckedPart> = {},
): CheckedPart => ({
  path,
  value: 'extent' in value ? value : formula(value),
  extent: {},
  ...more,
});
const section = (take: 'sum' | 'best' | 'least', ...parts: readonly CheckedPart[]): CheckedValue => ({
  kind: 'section',
  take,
  parts,
  extent: {},
});
const yes = (id: string): Expression => fact(id, FLAG);
const flags = (...ids: readonly string[]) => ids.map((id) => factOf(id, { type: FLAG }));

const TIERS: Pick<RuleSet, 'tierIds' | 'tiers'> = {
  tierIds: ['not_recognised', 'general', 'hard', 'special'],
  tiers: [
    { id: 'general', from: exactly('20') },
    { id: 'hard', from: exactly('40') },
    { id: 'special', from: exactly('60') },
  ],
};
const scored = (score: CheckedPart, more: Partial<RuleSet> = {}): RuleSet =>
  rulesOf({ ...TIERS, score, ...more });
const points = (x: string): CheckedPart => part('', section('sum', part('x', num(x))));

function pointsOf(rules: RuleSet, known: Assignment = knowing({})): Readonly<Record<string, string>> {
  const all = meaningOfCase(rules, known, MOMENT).points;
  return Object.fromEntries([...all].map(([path, is]) => [path, written(is)]));
}

describe('points of parts', () => {
  test('value, then bounds, then weight, then rounding', () => {
    const of = (x: string, more: Partial<CheckedPart>): unknown =>
      pointsOf(scored(part('', section('sum', part('x', num(x), more))))).x;
    expect(of('50', { atMost: exactly('40'), weight: exactly('0.3') })).toBe('12');
    expect(of('-5', { atLeast: exactly('2'), weight: exactly('0.5') })).toBe('1');
    expect(of('5', { weight: exactly('0.333'), round: { step: exactly('0.1'), mode: 'half_up' } })).toBe(
      '1.7',
    );
  });

  test('0 where the condition is false, bounds notwithstanding', () => {
    const rules = scored(
      part('', section('sum', part('x', num('5'), { when: flag(false), atLeast: exactly('3') }))),
    );
    expect(pointsOf(rules)).toEqual({ '': '0', x: '0' });
  });

  test('sections put their parts together, and parts of a section that does not count have points all the same', () => {
    const inner = section('best', part('s.a', num('3')), part('s.b', num('7')));
    const of = (when: boolean): unknown =>
      pointsOf(scored(part('', section('sum', part('s', inner, { when: flag(when) }), part('t', num('1'))))));
    expect(of(true)).toEqual({ '': '8', s: '7', 's.a': '3', 's.b': '7', t: '1' });
    expect(of(false)).toEqual({ '': '1', s: '0', 's.a': '3', 's.b': '7', t: '1' });
  });

  test('a paper that is asked for', () => {
    const need = { any_of: ['proof'], missing: 'ask' } as const;
    const rules = scored(
      part('', section('sum', part('x', num('5'), { evidence: need, atLeast: exactly('1') }))),
    );
    const shown = (said?: boolean): unknown =>
      pointsOf(rules, knowing({}, { shown: new Map(said === undefined ? [] : [['x', said]]) })).x;
    expect([shown(true), shown(false)]).toEqual(['5', '0']);
    const noted = scored(
      part('', section('sum', part('x', num('5'), { evidence: { ...need, missing: 'note' } }))),
    );
    expect(pointsOf(noted).x).toBe('5');
  });

  test('what rests on a fact that gives no points is 0, bounds notwithstanding', () => {
    const rules = scored(
      part('', section('sum', part('x', fact('peer'), { atLeast: exactly('3') }), part('y', num('2')))),
      {
        facts: [factOf('peer', { unknown: { policy: 'no_points', because: { zh: '未评议' } } })],
      },
    );
    expect(pointsOf(rules)).toEqual({ '': '2', x: '0', y: '2' });
    expect(pointsOf(rules, knowing({ peer: exactly('1') }))).toEqual({ '': '5', x: '3', y: '2' });
  });

  test('given ones are used; what lies behind them is not', () => {
    const rules = scored(
      part('', section('sum', part('s', section('sum', part('s.a', num('3'))), { weight: exactly('2') }))),
    );
    expect(pointsOf(rules, knowing({}, { given: new Map([['score.s.a', exactly('10')]]) }))).toEqual({
      '': '20',
      s: '20',
      's.a': '10',
    });
    expect(pointsOf(rules, knowing({}, { given: new Map([['score.s', exactly('1')]]) }))['']).toBe('1');
  });

  test('read by a formula, as they are themselves', () => {
    const doubled = part('b', {
      kind: 'arithmetic',
      op: '+',
      left: read({ kind: 'part', path: 's.a' }),
      right: num('1'),
      type: NUMBER,
    } as Expression);
    const capped = part('s', section('sum', part('s.a', num('8'), { atMost: exactly('6') })), {
      atMost: exactly('2'),
    });
    expect(pointsOf(scored(part('', section('sum', capped, doubled))))).toMatchObject({
      s: '2',
      b: '7',
      '': '9',
    });
  });
});

describe('the score', () => {
  const score = part(
    '',
    section(
      'sum',
      part('marks', num('30'), { atMost: exactly('25') }),
      part('home', section('sum', part('home.boss', num('-2')), part('home.size', num('9'))), {
        weight: exactly('0.5'),
      }),
    ),
    { atMost: exactly('50') },
  );
  const route = (id: string, base: string, instead: boolean, counts: readonly string[] = []) =>
    ({ id, when: yes(id), base: exactly(base), counts, instead }) as const;
  const scoreBy = (routes: RuleSet['routes'], ...hold: readonly string[]): unknown => {
    const rules = scored(score, { routes, facts: flags('a', 'b') });
    const known = knowing({ a: hold.includes('a'), b: hold.includes('b') });
    return meaningOfCase(rules, known, MOMENT).score;
  };

  test('ordinary where no route holds', () => {
    expect(scoreBy([route('a', '1', true)])).toBe('28.5');
  });

  test('by a route its base and only the parts it counts, each as it is itself', () => {
    expect(scoreBy([route('a', '10', true, ['marks', 'home.boss'])], 'a')).toBe('33');
    expect(scoreBy([route('a', '10', true)], 'a')).toBe('10');
    expect(scoreBy([route('a', '10', false)], 'a')).toBe('28.5');
    expect(scoreBy([route('a', '40', true, ['marks'])], 'a')).toBe('50');
  });

  test('by the best of several routes', () => {
    const routes = [route('a', '5', true), route('b', '7', true)];
    expect([scoreBy(routes, 'a'), scoreBy(routes, 'a', 'b')]).toEqual(['5', '7']);
    expect(scoreBy([route('a', '5', true), route('b', '7', false)], 'a', 'b')).toBe('28.5');
  });

  test('a veto of the score comes last; a given score stands', () => {
    const veto: LinkedVeto = { id: 'v', when: flag(true), cap: 0, zeroScore: true, againstFloor: 'review' };
    const rules = scored(score, { vetoes: [veto], routes: [route('a', '65', true)], facts: flags('a') });
    expect(meaningOfCase(rules, knowing({ a: true }), MOMENT)).toMatchObject({
      score: '0',
      scoreTier: 0,
      tier: 0,
    });
    const excepted = { ...rules, vetoes: [{ ...veto, unless: yes('a') }] };
    expect(meaningOfCase(excepted, knowing({ a: true }), MOMENT)).toMatchObject({
      score: '50',
      scoreTier: 2,
    });
    const given = knowing({ a: true }, { given: new Map([['score', exactly('45')]]) });
    expect(meaningOfCase(rules, given, MOMENT)).toMatchObject({ score: '45', scoreTier: 2 });
  });
});

describe('the tier', () => {
  const tierAt = (rules: RuleSet, known: Assignment = knowing({})): unknown => {
    const { scoreTier, tier } = meaningOfCase(rules, known, MOMENT);
    return [scoreTier, tier];
  };

  test.each([
    ['19.99', 0],
    ['20', 1],
    ['39.99', 1],
    ['40', 2],
    ['60', 3],
  ])('by a score of %s', (score, tier) => {
    expect(tierAt(scored(points(score)))).toEqual([tier, tier]);
  });

  test('by conditions, the one with the most aid first', () => {
    const rules = rulesOf({
      tierIds: TIERS.tierIds,
      tiers: [
        { id: 'general', when: flag(true) },
        { id: 'hard', when: yes('hard') },
        { id: 'special', when: yes('special') },
      ],
      facts: flags('hard', 'special'),
    });
    expect(tierAt(rules, knowing({ hard: true, special: true }))).toEqual([3, 3]);
    expect(tierAt(rules, knowing({ hard: true, special: false }))).toEqual([2, 2]);
    expect(tierAt(rules, knowing({ hard: false, special: false }))).toEqual([1, 1]);
    const none = { ...rules, tiers: rules.tiers.slice(1) };
    expect(
      tierAt(
        { ...none, tierIds: ['not_recognised', 'hard', 'special'] },
        knowing({ hard: false, special: false }),
      ),
    ).toEqual([0, 0]);
  });

  test('by a formula that gives an option, or none', () => {
    const rules = (is: Expression): RuleSet =>
      rulesOf({
        tierIds: ['not_recognised', 'a', 'b', 'c'],
        tiers: ['a', 'b', 'c'].map((id) => ({ id })),
        tierOf: { is, tiers: [3, 2, 1] },
      });
    expect(tierAt(rules(option(0)))).toEqual([3, 3]);
    expect(tierAt(rules(option(2)))).toEqual([1, 1]);
    expect(tierAt(rules({ kind: 'none', type: choice('level'), maybeNone: true }))).toEqual([0, 0]);
  });

  const category = (id: string, more: Partial<LinkedCategory>): LinkedCategory => ({
    id,
    list: 'civil',
    ...more,
  });
  const on = (...ids: readonly string[]): Partial<Assignment> => ({
    categories: new Map(ids.map((id) => [id, true])),
  });

  test('floors only lift; a bypass replaces the tier by score, the best of several', () => {
    const rules = (score: string): RuleSet =>
      scored(points(score), {
        categories: [
          category('dibao', { floor: 2 }),
          category('low', { bypass: 1 }),
          category('orphan', { bypass: 3 }),
        ],
      });
    expect(tierAt(rules('10'), knowing({}, on('dibao')))).toEqual([0, 2]);
    expect(tierAt(rules('60'), knowing({}, on('dibao')))).toEqual([3, 3]);
    expect(tierAt(rules('60'), knowing({}, on('low')))).toEqual([3, 1]);
    expect(tierAt(rules('60'), knowing({}, on('low', 'dibao')))).toEqual([3, 2]);
    expect(tierAt(rules('0'), knowing({}, on('low', 'orphan')))).toEqual([0, 3]);
  });

  test('a category with a condition holds where both do; one without a list by its condition', () => {
    const when = compare('>=', read({ kind: 'score_tier' }, choice('tier')), option(1, 'tier'));
    const rules = (score: string): RuleSet =>
      scored(points(score), {
        categories: [category('listed', { when, floor: 2 }), { id: 'derived', when, floor: 3 }],
      });
    expect(tierAt(rules('19'), knowing({}, on('listed')))).toEqual([0, 0]);
    const held = meaningOfCase(rules('20'), knowing({}), MOMENT);
    expect([held.tier, [...held.categories]]).toEqual([3, ['derived']]);
  });

  describe('and vetoes', () => {
    const veto = (more: Partial<LinkedVeto> = {}): LinkedVeto => ({
      id: 'luxury',
      when: flag(true),
      cap: 0,
      zeroScore: false,
      againstFloor: 'review',
      ...more,
    });
    const rules = (one: LinkedVeto): RuleSet =>
      scored(points('60'), {
        vetoes: [one],
        categories: [category('dibao', { floor: 2 }), category('orphan', { bypass: 2 })],
      });

    test('take, or cap', () => {
      expect(tierAt(rules(veto()))).toEqual([3, 0]);
      expect(tierAt(rules(veto({ cap: 1 })))).toEqual([3, 1]);
      expect(tierAt(rules(veto({ unless: flag(true) })))).toEqual([3, 3]);
      const above = scored(points('20'), { vetoes: [veto({ cap: 2 })] });
      expect(meaningOfCase(above, knowing({}), MOMENT).vetoes.get('luxury')).toEqual({
        tier: 1,
        meetsFloor: false,
      });
    });

    test.each(['dibao', 'orphan'])('never silently what %s gives', (held) => {
      const known = knowing({}, on(held));
      expect(tierAt(rules(veto()), known)).toEqual([3, 2]);
      expect(meaningOfCase(rules(veto()), known, MOMENT).vetoes.get('luxury')).toEqual({
        tier: 2,
        meetsFloor: true,
      });
      expect(tierAt(rules(veto()), { ...known, vetoes: new Map([['luxury', true]]) })).toEqual([3, 0]);
      expect(
        tierAt(rules(veto({ againstFloor: 'floor_wins' })), {
          ...known,
          vetoes: new Map([['luxury', true]]),
        }),
      ).toEqual([3, 2]);
    });

    test('a tier that a person decided stands, but not below a floor', () => {
      const decided = (tier: number, more: Partial<Assignment> = {}): unknown =>
        tierAt(rules(veto()), knowing({}, { tier, ...more }));
      expect([decided(3), decided(0)]).toEqual([
        [3, 3],
        [3, 0],
      ]);
      expect(decided(1, on('dibao'))).toEqual([3, 2]);
      expect(decided(1, { ...on('dibao'), vetoes: new Map([['luxury', true]]) })).toEqual([3, 1]);
    });
  });

  test('given, it hides what lies behind', () => {
    const rules = scored(points('60'), { categories: [category('dibao', { floor: 2 })] });
    expect(tierAt(rules, knowing({}, { given: new Map([['score_tier', 1]]) }))).toEqual([1, 1]);
    expect(tierAt(rules, knowing({}, { ...on('dibao'), given: new Map([['score_tier', 1]]) }))).toEqual([
      1, 2,
    ]);
    expect(tierAt(rules, knowing({}, { ...on('dibao'), given: new Map([['tier', 0]]) }))).toEqual([3, 0]);
  });
});

describe('what else a case comes to', () => {
  test('scope, awards in minor units, figures in their written form', () => {
    const programme = (
      id: string,
      is: Expression,
      amount: CheckedValue | null,
    ): RuleSet['programmes'][number] => ({
      id,
      document: {} as RuleSet['programmes'][number]['document'],
      for: is,
      amount,
      currency: 'CNY',
      minor: 100n,
      universal: true,
    });
    const figure = (id: string, is: Expression): RuleSet['figures'][number] => ({
      id,
      type: is.type,
      value: formula(is),
      mayBeNone: false,
    });
    const rules = rulesOf({
      scope: [
        { id: 'here', is: flag(true) },
        { id: 'there', is: yes('there') },
      ],
      facts: flags('there'),
      programmes: [
        programme('grant', flag(true), formula(num('12.34'))),
        programme('none', flag(false), formula(num('1'))),
        programme('books', flag(true), null),
      ],
      figures: [
        figure('third', {
          kind: 'arithmetic',
          op: '/',
          left: num('1'),
          right: num('3'),
          type: NUMBER,
        } as Expression),
        figure('grade', option(1)),
        figure('ok', flag(true)),
        figure('on', read({ kind: 'as_of' }, { kind: 'date' })),
        figure('nothing', { kind: 'none', type: NUMBER, maybeNone: true }),
        figure('standing', read({ kind: 'tier' }, choice('tier'))),
        // There is one for each person: of nobody there is none.
        { ...figure('each', num('5')), people: 'family' },
      ],
      tierIds: TIERS.tierIds,
      tiers: [{ id: 'general', when: flag(true) }],
    });
    const is = meaningOfCase(rules, knowing({ there: false }), MOMENT);
    expect(is.outOfScope).toBe('there');
    expect([...is.scope]).toEqual([
      ['here', true],
      ['there', false],
    ]);
    expect([...is.awards]).toEqual([
      ['grant', 1234n],
      ['none', null],
      ['books', 'unstated'],
    ]);
    expect(Object.fromEntries(is.figures)).toEqual({
      third: '1/3',
      grade: 'middle',
      ok: true,
      on: '2025-10-01',
      nothing: 'none',
      standing: 'general',
    });
    expect(is.score).toBe(null);
  });

  test('a scheme without points and tiers has neither', () => {
    expect(meaningOfCase(rulesOf(), knowing({}), MOMENT)).toMatchObject({
      score: null,
      scoreTier: null,
      tier: null,
    });
  });
});
