import { describe, expect, test } from 'vitest';
import { compile, listStanding } from '../../src/plan/index.js';
import { readRules } from '../../src/rules/index.js';

// A row of a list whose cells are not known, held against every row that it could be.

const KINDS = ['dibao', 'orphan', 'other'];
/** More than are kept apart one by one. */
const STREETS = Array.from({ length: 20 }, (_, i) => `s${i + 1}`);

const read = readRules(`
format: 1
scheme: xx-rows
edition: 2025
title: 名单
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
lists:
  civil:
    attributes: { kind: { type: choice, of: [${KINDS.join(', ')}] }, street: { type: choice, of: [${STREETS.join(', ')}] }, paid: { type: flag } }
  other: { title: 别的名单 }
categories:
  one:    { list: civil, row: kind = dibao }
  third:  { list: civil, row: kind = other }
  two:    { list: civil, row: "kind in [dibao, other] and paid" }
  end:    { list: civil, row: street = s20 }
  middle: { list: civil, row: "street in [s3, s17]" }
  late:   { list: civil, row: not paid }
  never:  { list: civil, row: paid and not paid }
  always: { list: civil }
  apart:  { list: other }
score: { parts: { nothing: { points: 0 } } }
tiers: [{ id: hard, from: 40 }]
`);
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const plan = compile(read.value, { period: '2025-autumn', asOf: '2025-10-01', knownAt: '2025-10-15' });
if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
const standing = (row: Readonly<Record<string, string | undefined>>) =>
  listStanding(plan.value, 'civil', row);

const VALUES: Readonly<Record<string, readonly string[]>> = {
  kind: KINDS,
  street: STREETS,
  paid: ['true', 'false'],
};
type Row = Readonly<Record<string, string>>;

/** Every row that one with gaps can be. */
function rowsOf(row: Row): readonly Row[] {
  return Object.entries(VALUES).reduce<readonly Row[]>(
    (rest, [name, values]) =>
      row[name] === undefined
        ? rest.flatMap((before) => values.map((value) => ({ ...before, [name]: value })))
        : rest.map((before) => ({ ...before, [name]: row[name] as string })),
    [{}],
  );
}

describe('a row of a list', () => {
  test('of which all is known is in a category or lapsed, and nothing else', () => {
    expect(standing({ kind: 'other', street: 's17', paid: 'true' })).toEqual({
      in: ['always', 'middle', 'third', 'two'],
      unknown: [],
      issues: [],
    });
    expect(standing({ kind: 'orphan', street: 's20', paid: 'false' }).in).toEqual(['always', 'end', 'late']);
  });

  test.each<[string, Row]>([
    ['a choice', { street: 's3', paid: 'true' }],
    ['a choice of many', { kind: 'dibao', paid: 'true' }],
    ['a flag', { kind: 'other', street: 's1' }],
    ['two of them', { street: 's20' }],
    ['all of them', {}],
  ])('of which %s is not known is in, or may be in, what the rows are that it can be', (_, row) => {
    const { in: within, unknown, issues } = standing(row);
    const each = rowsOf(row).map((one) => standing(one).in);
    const all = ['always', 'end', 'late', 'middle', 'one', 'third', 'two'];
    expect(within).toEqual(all.filter((id) => each.every((one) => one.includes(id))));
    // A formula may be false though its parts are open: what is never so may be left open.
    expect(unknown.filter((id) => id !== 'never')).toEqual(
      all.filter((id) => each.some((one) => one.includes(id)) && !within.includes(id)),
    );
    expect(issues).toEqual([]);
  });

  test('with a label that is none is as one without it, and says so', () => {
    for (const name of Object.keys(VALUES)) {
      const row: Row = { kind: 'other', street: 's20', paid: 'true' };
      const { [name]: _, ...without } = row;
      const { issues, ...is } = standing({ ...row, [name]: '无' });
      expect(is).toEqual({ in: standing(without).in, unknown: standing(without).unknown });
      expect(issues.map(({ code, severity, values }) => [code, severity, values])).toEqual([
        ['list.unknownLabel', 'warning', { list: 'civil', attribute: name }],
      ]);
    }
  });
});
