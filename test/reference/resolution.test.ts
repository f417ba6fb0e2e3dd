import { describe, expect, test } from 'vitest';
import { referenceResolver } from '../../src/determine/by-reference.js';
import type { Resolution } from '../../src/determine/resolution.js';
import type { Assignment } from '../../src/reference/index.js';
import type { Expression, LinkedFigure, RuleSet } from '../../src/rules/index.js';
import {
  CODE,
  choice,
  compare,
  day,
  exactly,
  FLAG,
  fact,
  factOf,
  figure,
  knowing,
  LEVELS,
  MOMENT,
  NUMBER,
  num,
  option,
  reckon,
  rulesOf,
  when,
} from './hand.js';

const figureOf = (id: string, is: Expression, more: Partial<LinkedFigure> = {}): LinkedFigure => ({
  id,
  type: is.type,
  value: { kind: 'formula', is, extent: {} },
  mayBeNone: false,
  ...more,
});
const ending = (pieces: Partial<RuleSet>): RuleSet =>
  rulesOf({ endsInOutputs: true, outputs: (pieces.figures ?? []).map(({ id }) => id), ...pieces });
const resolve = (rules: RuleSet, known: Assignment, most?: number): Resolution | null =>
  referenceResolver(rules, MOMENT, most).resolve(known);
const view = (rules: RuleSet, known: Assignment) => referenceResolver(rules, MOMENT).view(known);

describe('a scheme that ends in its outputs', () => {
  const rules = ending({
    facts: [
      factOf('x'),
      factOf('level', { type: choice('level'), options: LEVELS }),
      factOf('rich', { type: FLAG }),
    ],
    figures: [
      figureOf('double', reckon('*', fact('x'), num('2'))),
      figureOf('grade', when(compare('>', fact('x'), num('1')), option(2), fact('level', choice('level')))),
    ],
  });

  test('is settled where every output has one value', () => {
    const done = resolve(rules, knowing({ x: exactly('2') }));
    expect(done).toMatchObject({ single: true, tiers: [], questions: [] });
    expect(done?.outputs).toEqual([
      { figure: 'double', least: '4', most: '4', among: [], none: false },
      { figure: 'grade', least: null, most: null, among: ['high'], none: false },
    ]);
  });

  test('else it says what each can be and what decides', () => {
    const open = resolve(rules, knowing({}));
    expect(open?.single).toBe(false);
    expect(open?.outputs).toEqual([
      { figure: 'double', least: '0', most: '6', among: [], none: false },
      { figure: 'grade', least: null, most: null, among: [...LEVELS], none: false },
    ]);
    expect(open?.questions.map(({ id }) => id).sort()).toEqual(['level', 'x']);
    expect(resolve(rules, knowing({ x: exactly('1') }))?.questions).toEqual([
      { kind: 'fact', id: 'level', leaves: 1 },
    ]);
    expect(resolve(rules, knowing({ level: 0 }))?.questions).toEqual([{ kind: 'fact', id: 'x', leaves: 1 }]);
  });

  test('only what is in scope is an output', () => {
    const scoped = {
      ...rules,
      scope: [{ id: 'poor', is: { kind: 'not', of: fact('rich', FLAG), type: FLAG } as Expression }],
    };
    expect(resolve(scoped, knowing({ x: exactly('2'), rich: true }))).toMatchObject({
      single: true,
      scopes: ['poor'],
    });
    const open = resolve(scoped, knowing({ x: exactly('2') }));
    expect(open).toMatchObject({ single: false, questions: [{ kind: 'fact', id: 'rich', leaves: 1 }] });
    expect(open?.outputs[0]).toMatchObject({ least: '4', most: '4' });
  });

  test('none is an answer of its own', () => {
    const maybe = ending({
      facts: [factOf('spouse', { mayBeNone: true })],
      figures: [figureOf('share', reckon('+', fact('spouse'), num('1')), { mayBeNone: true })],
    });
    expect(resolve(maybe, knowing({ spouse: 'none' }))).toMatchObject({
      single: true,
      outputs: [{ figure: 'share', least: null, most: null, among: [], none: true }],
    });
    expect(resolve(maybe, knowing({}))).toMatchObject({
      single: false,
      outputs: [{ figure: 'share', least: '1', most: '4', none: true }],
    });
  });

  test('where there are too many completions it says nothing', () => {
    expect(resolve(rules, knowing({}), 11)).toBe(null);
    expect(resolve(rules, knowing({}), 12)).not.toBe(null);
  });
});

describe('what is given hides what lies behind it', () => {
  const rules = ending({
    facts: [factOf('x'), factOf('y')],
    figures: [
      figureOf('sum', reckon('+', figure('part'), fact('y'))),
      figureOf('part', reckon('*', fact('x'), num('2'))),
    ],
    outputs: ['sum'],
  });
  const given = (value: string): Assignment =>
    knowing({ y: exactly('1') }, { given: new Map([['part', exactly(value)]]) });

  test('and it is neither asked nor gone through', () => {
    expect(resolve(rules, knowing({ y: exactly('1') }))?.questions).toEqual([
      { kind: 'fact', id: 'x', leaves: 1 },
    ]);
    expect(resolve(rules, given('9'))).toMatchObject({
      single: true,
      outputs: [{ least: '10', most: '10' }],
    });
  });

  test('and it is known', () => {
    expect([...view(rules, knowing({ y: exactly('1') })).figures]).toEqual([]);
    expect([...view(rules, given('9')).figures]).toEqual([
      ['sum', '10'],
      ['part', '9'],
    ]);
  });
});

describe('what the file does not know', () => {
  const open = { range: { low: exactly('0'), high: exactly('4') }, step: exactly('2') };
  const line: Expression = {
    kind: 'lookup',
    table: 'line',
    column: '',
    keys: [fact('county', CODE)],
    site: 'line[county]',
    type: NUMBER,
  };
  const wage: Expression = { kind: 'parameter', id: 'wage', site: 'wage', type: NUMBER } as Expression;
  const rules = ending({
    facts: [factOf('county', { type: CODE })],
    tables: [
      {
        id: 'line',
        keys: [{ kind: 'code', codes: ['37'], prefix: true, size: 2, outside: true }],
        columns: [{ name: '', type: NUMBER, layers: [{ from: null, is: [exactly('7'), 'unknown'] }], open }],
      },
    ],
    parameters: [
      {
        id: 'wage',
        unit: '1',
        layers: [{ from: day('2026-01-01'), is: exactly('1') }],
        before: 'unknown',
        open,
      },
    ],
    figures: [
      figureOf('line_here', line),
      // The wage is asked only where the line is above 3.
      figureOf(
        'over',
        when(compare('>', line, num('3')), compare('>', wage, num('1')), {
          kind: 'flag',
          value: false,
          type: FLAG,
        }),
      ),
    ],
  });
  const at = (code: string): Assignment => knowing({ county: { code } });

  test('is asked where the case comes to it, and what follows from it as well', () => {
    const open37 = resolve(rules, at('3715'));
    expect(open37?.questions).toEqual([{ kind: 'cell', id: 'wage', leaves: 1 }]);
    const open44 = resolve(rules, at('44'));
    expect(open44?.questions.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      'cell line[county]',
      'cell wage',
    ]);
    expect(open44?.outputs).toMatchObject([{ least: '0', most: '4' }, { among: [false, true] }]);
  });

  test('is not known; what the file has is', () => {
    expect([...view(rules, at('3715')).figures]).toEqual([['line_here', '7']]);
    expect([...view(rules, at('44')).figures]).toEqual([]);
    expect([...view(rules, knowing({})).figures]).toEqual([]);
  });
});

describe('what reads only what is known', () => {
  test('is seen, and nothing else', () => {
    const rules = rulesOf({
      facts: [factOf('x'), factOf('y')],
      tierIds: ['not_recognised', 'general'],
      tiers: [{ id: 'general', from: exactly('3') }],
      score: {
        path: '',
        extent: {},
        value: {
          kind: 'section',
          take: 'sum',
          extent: {},
          parts: ['x', 'y'].map((id) => ({
            path: id,
            extent: {},
            value: { kind: 'formula', is: fact(id), extent: {} } as const,
          })),
        },
      },
      categories: [
        { id: 'dibao', list: 'civil', floor: 1 },
        { id: 'poor', when: compare('>', fact('y'), num('1')) },
      ],
    });
    const half = view(rules, knowing({ x: exactly('2') }));
    expect(half).toMatchObject({ points: [['x', '2']], outOfScope: null });
    expect([half.score, half.scoreTier, half.categories.size]).toEqual([undefined, undefined, 0]);
    const whole = view(rules, knowing({ x: exactly('2'), y: exactly('3') }));
    expect(whole).toMatchObject({ score: '5', scoreTier: 1 });
    expect([...whole.categories]).toEqual([['poor', true]]);
    const given = view(rules, knowing({}, { given: new Map([['score', exactly('1')]]) }));
    expect([given.score, given.scoreTier, given.points]).toEqual(['1', 0, []]);
    expect(resolve(rules, knowing({}, { given: new Map([['score', exactly('1')]]) }))).toMatchObject({
      tiers: [0, 1],
      questions: [{ kind: 'category', id: 'dibao' }],
    });
  });
});
