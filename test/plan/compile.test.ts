import { describe, expect, test } from 'vitest';
import { compile, listStanding, operands, type Plan } from '../../src/plan/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';
import { schemeOf } from '../agreement/pairs.js';
import { KINDS } from './random-nodes.js';

const TEXT = `
format: 1
scheme: xx-lists
edition: 2025
title: 名单
standing: illustrative
status: draft
effective: { from: 2025-09-01, until: 2026-08-31 }
published: 2025-08-01
lists:
  civil:
    attributes: { kind: { type: choice, of: [dibao, orphan, other] }, paid: { type: flag }, since: { type: choice, of: [this_year, before] } }
  disabled: { title: 残疾人名单 }
categories:
  dibao:      { list: civil, row: kind = dibao and paid, floor: hard }
  orphan:     { list: civil, row: "kind in [orphan, other] and not (kind = other)", floor: special }
  anyone:     { list: civil }
  long_aided: { list: civil, row: paid and since = before }
  disabled:   { list: disabled, floor: hard }
  derived:    { when: dibao or orphan }
score: { parts: { nothing: { points: 0 } } }
tiers: [{ id: special, from: 60 }, { id: hard, from: 40 }]
`;

function rulesOf(text: string): RuleSet {
  const read = readRules(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const context = { period: '2025-autumn', asOf: '2025-10-01', knownAt: '2025-10-15' };

function planOf(): Plan {
  const plan = compile(rulesOf(TEXT), context);
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}

describe('compiling for a period', () => {
  const codesAt = (change: Partial<typeof context>): readonly string[] => {
    const plan = compile(rulesOf(TEXT), { ...context, ...change });
    return plan.ok ? [] : plan.issues.map((issue) => issue.code);
  };

  test('an edition is in force from its first day to its last', () => {
    expect(codesAt({ asOf: '2025-09-01', knownAt: '2025-09-01' })).toEqual([]);
    expect(codesAt({ asOf: '2026-08-31', knownAt: '2026-08-31' })).toEqual([]);
    expect(codesAt({ asOf: '2025-08-31' })).toEqual(['plan.notInForce']);
    expect(codesAt({ asOf: '2026-09-01', knownAt: '2026-09-01' })).toEqual(['plan.notInForce']);
  });

  test('an edition counts from the day it was published', () => {
    expect(codesAt({ knownAt: '2025-08-01' })).toEqual([]);
    expect(codesAt({ knownAt: '2025-07-31' })).toEqual(['plan.notInForce']);
  });

  test('what is refused says when the edition is in force', () => {
    const plan = compile(rulesOf(TEXT), { ...context, asOf: '2026-09-01', knownAt: '2026-09-02' });
    expect(plan.ok ? [] : plan.issues.map(({ values }) => values)).toEqual([
      {
        asOf: '2026-09-01',
        knownAt: '2026-09-02',
        from: '2025-09-01',
        until: '2026-08-31',
        published: '2025-08-01',
      },
    ]);
  });

  test('rules that read the first day of the period are not compiled without it', () => {
    const text = TEXT.replace(
      'derived:    { when: dibao or orphan }',
      'derived: { when: period_start <= as_of }',
    );
    const codes = (more: { readonly periodStart?: string }): readonly string[] => {
      const plan = compile(rulesOf(text), { ...context, ...more });
      return plan.ok ? [] : plan.issues.map((issue) => issue.code);
    };
    expect(codes({})).toEqual(['plan.periodStart']);
    expect(codes({ periodStart: '2025-09-01' })).toEqual([]);
    expect(codes({ periodStart: 'autumn' })).toEqual(['plan.date']);
  });

  test.each([
    ['a scope', 'scope: { here: { is: period_start <= as_of } }', 'true'],
    ['a figure', 'figures: { begun: period_start <= as_of }', 'true'],
    ['a category', 'categories: { begun: { when: period_start <= as_of } }', 'true'],
    ['a score', 'score: { parts: { begun: { when: period_start <= as_of, points: 10 } } }', 'true'],
    ['a programme', '', 'period_start <= as_of'],
  ])('the first day of the period is needed where %s reads it', (_, part, condition) => {
    const head = TEXT.slice(0, TEXT.indexOf('lists:'));
    const kind = '{ unstated: { zh: 实物, en: in kind } }';
    const books = `{ instrument: exemption, for: ${condition}, amount: ${kind}, per: year, payee: student }`;
    const plan = compile(rulesOf(`${head}${part}\nprogrammes: { books: ${books} }\n`), context);
    expect(plan.ok ? [] : plan.issues.map(({ code }) => code)).toEqual(['plan.periodStart']);
  });

  test('a date that is none is refused', () => {
    expect(codesAt({ asOf: '2025-02-29' })).toEqual(['plan.date']);
    expect(codesAt({ knownAt: 'today' })).toEqual(['plan.date']);
  });
});

describe('a plan', () => {
  test('has nodes that refer only to earlier ones, each there once, none putting together one thing alone', () => {
    const together = new Set(['sum', 'least', 'greatest', 'all', 'any']);
    for (let seed = 0; seed < 40; seed += 1) {
      const { plan } = schemeOf(seed, 6, 0).ground;
      expect(
        plan.nodes.filter(({ kind }) => together.has(kind)).map((node) => operands(node).length),
      ).not.toContain(1);
      for (const [id, node] of plan.nodes.entries())
        expect(operands(node).filter((operand) => operand >= id)).toEqual([]);
      const texts = plan.nodes.map((node) =>
        JSON.stringify(node, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)),
      );
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test('is built of nodes of every kind, and told of everything that can be open or given', () => {
    const [kinds, told] = [new Set<string>(), new Set<string>()];
    for (let seed = 0; seed < 40; seed += 1) {
      const { plan } = schemeOf(seed, 6, 0).ground;
      for (const { kind } of plan.nodes) kinds.add(kind);
      for (const { kind } of plan.inputs) told.add(kind);
    }
    expect([...kinds].sort()).toEqual([...KINDS].sort());
    const all = ['fact', 'category', 'veto', 'points', 'evidence', 'cell', 'given', 'decision'];
    expect([...told].sort()).toEqual(all.sort());
  });

  test('knows of every input exactly the nodes behind it', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { plan } = schemeOf(seed, 6, 0).ground;
      const reached: ReadonlySet<number>[] = [];
      for (const node of plan.nodes) {
        const own = node.kind === 'input' ? [node.input] : node.kind === 'figure' ? [node.given] : [];
        reached.push(new Set([...own, ...operands(node).flatMap((one) => [...(reached[one] ?? [])])]));
      }
      for (const [input, affected] of plan.affected.entries()) {
        const wanted = reached.flatMap((inputs, id) => (inputs.has(input) ? [id] : []));
        expect(affected).toEqual(wanted);
      }
    }
  });
});

describe('a row of a list', () => {
  const plan = planOf();
  const standing = (attributes: Record<string, string | undefined>, list = 'civil') => {
    const { in: within, unknown, issues } = listStanding(plan, list, attributes);
    return { in: within, unknown, issues: issues.map(({ code, values }) => ({ code, ...values })) };
  };

  test('gives the categories whose conditions it meets', () => {
    expect(standing({ kind: 'dibao', paid: 'true', since: 'this_year' })).toEqual({
      in: ['anyone', 'dibao'],
      unknown: [],
      issues: [],
    });
    expect(standing({ kind: 'orphan', paid: 'true', since: 'before' })).toEqual({
      in: ['anyone', 'long_aided', 'orphan'],
      unknown: [],
      issues: [],
    });
  });

  test('gives no category whose condition it fails: there the entry is lapsed', () => {
    expect(standing({ kind: 'dibao', paid: 'false', since: 'before' })).toEqual({
      in: ['anyone'],
      unknown: [],
      issues: [],
    });
  });

  test('leaves open what a cell that is not known could change, and nothing else', () => {
    expect(standing({ kind: 'dibao' })).toEqual({
      in: ['anyone'],
      unknown: ['dibao', 'long_aided'],
      issues: [],
    });
    expect(standing({ paid: 'false' })).toEqual({ in: ['anyone'], unknown: ['orphan'], issues: [] });
    expect(standing({})).toEqual({ in: ['anyone'], unknown: ['dibao', 'long_aided', 'orphan'], issues: [] });
    expect(standing({ kind: undefined, paid: 'true', since: 'this_year' }).unknown).toEqual([
      'dibao',
      'orphan',
    ]);
  });

  test('a label that nobody knows is named and counts as not known', () => {
    expect(standing({ kind: '低保', paid: 'true', since: 'this_year' })).toEqual({
      in: ['anyone'],
      unknown: ['dibao', 'orphan'],
      issues: [{ code: 'list.unknownLabel', list: 'civil', attribute: 'kind' }],
    });
    expect(standing({ kind: 'other', paid: 'yes', since: 'before' }).unknown).toEqual(['long_aided']);
  });

  test('a column that nobody knows is named', () => {
    expect(standing({ kind: 'other', paid: 'false', since: 'before', colour: 'red' }).issues).toEqual([
      { code: 'list.unknownAttribute', list: 'civil', attribute: 'colour' },
    ]);
  });

  test('a list without conditions makes every row current; a list that nobody knows makes none', () => {
    expect(standing({}, 'disabled')).toEqual({ in: ['disabled'], unknown: [], issues: [] });
    expect(standing({}, 'nowhere')).toEqual({
      in: [],
      unknown: [],
      issues: [{ code: 'list.unknown', list: 'nowhere' }],
    });
  });
});
