import * as z from 'zod';
import { CATEGORY_STATUS } from './case-file.js';

/**
 * The shape of a case file. A slot's message is the code of the issue it gives; scalars arrive as their source
 * text, as in rule files, so `625`, `0.10` and `true` are unharmed.
 */
const id = () => z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, 'rules.id');
const label = () => z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'rules.id');
/** Dotted ids: `score.family.rural`. */
const path = () => z.string().regex(/^[a-z][a-z0-9_]{0,47}(?:\.[a-z][a-z0-9_]{0,47})*$/, 'rules.id');
const date = () => z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'rules.date');
const text = () => z.string().min(1).max(2_000);
const flag = () => z.enum(['true', 'false']);
const words = () => z.union([text(), z.strictObject({ zh: text(), en: text().optional() })]);

/**
 * Of any fact: one text, options that hold, or a mapping: options that hold and that do not, or people. Which of the
 * two it is, is looked at where it is read, so that a missing key is named as such.
 */
const value = () =>
  z.union([
    text(),
    z.array(text()),
    z.strictObject({
      in: z.array(text()).optional(),
      out: z.array(text()).optional(),
      complete: flag().optional(),
      list: z.array(z.record(id(), text())).optional(),
    }),
  ]);
const facts = () => z.record(id(), value());

/** What each kind of decision says besides who, when and why, and what it may say. */
export const DECISION_MEMBERS = {
  waiver: { needed: ['paper'], allowed: [] },
  tier: { needed: ['tier'], allowed: [] },
  fact: { needed: ['fact', 'value'], allowed: [] },
  points: { needed: ['part', 'points'], allowed: ['paper'] },
  figure: { needed: ['figure', 'value'], allowed: [] },
  veto: { needed: ['veto', 'stands'], allowed: [] },
} as const satisfies Readonly<
  Record<string, { readonly needed: readonly string[]; readonly allowed: readonly string[] }>
>;
export type DecisionKind = keyof typeof DECISION_MEMBERS;
const KINDS = Object.keys(DECISION_MEMBERS) as [DecisionKind, ...DecisionKind[]];

/** One shape for all kinds, so that a missing member is named by its kind and not by a union. */
const decision = () =>
  z.strictObject({
    kind: z.enum(KINDS),
    by: text(),
    on: date(),
    because: text(),
    paper: text().optional(),
    tier: id().optional(),
    fact: id().optional(),
    figure: id().optional(),
    part: path().optional(),
    points: text().optional(),
    value: value().optional(),
    veto: id().optional(),
    stands: flag().optional(),
  });

/** Context that a file may say once for all its cases, and a case for itself. */
const context = () => ({
  period: label().optional(),
  as_of: date().optional(),
  known_at: date().optional(),
  period_start: date().optional(),
});

// The paths are checked one by one, so that a misspelt one is named with what it was near to.
const expect = () => z.record(z.string(), z.union([text(), z.array(text())]));

/** What a case and a table have in common: a student, as far as the rows of a table share it. */
const student = () => ({
  title: words().optional(),
  generated: flag().optional(),
  ...context(),
  base: z.union([id(), z.array(id()).min(1)]).optional(),
  applied: flag().optional(),
  aided_before: flag().optional(),
  signals: z.array(id()).optional(),
  facts: facts().optional(),
  listed: z.record(id(), z.record(id(), text())).optional(),
  categories: z.record(id(), z.enum(CATEGORY_STATUS)).optional(),
  decisions: z.array(decision()).optional(),
  papers: z.array(z.strictObject({ paper: id(), issued: date() })).optional(),
  given: z.record(path(), text()).optional(),
});

const one = () => z.strictObject({ id: id(), ...student(), expect: expect() });

/** Columns that all say the same of what stands above them, so that a printed table can be copied as it is. */
const across = () =>
  z.strictObject({
    column: text(),
    of: z.array(text()).min(1),
    cell: text(),
    up_to: z.strictObject({ step: text(), beyond: text() }).optional(),
  });

const table = () =>
  z.strictObject({
    id: id(),
    ...student(),
    expect: expect().optional(),
    columns: z.array(text()).min(1).optional(),
    across: across().optional(),
    rows: z.union([z.array(z.array(value())).min(1), z.strictObject({ file: text() })]),
  });

/** A mistake in the rule file that no case can notice, as `bulou mutate` names it: where it is and what then stands there. */
const unnoticed = () => z.strictObject({ at: text(), to: text().optional(), because: words() });

let made: ReturnType<typeof build> | undefined;

const build = () =>
  z.strictObject({
    format: z.literal('1'),
    scheme: label(),
    edition: label(),
    generated: flag().optional(),
    ...context(),
    base: z.record(id(), facts()).optional(),
    cases: z.array(one()).min(1).optional(),
    tables: z.array(table()).min(1).optional(),
    unnoticed: z.array(unnoticed()).min(1).optional(),
  });

/** Unknown keys are errors everywhere. */
export function caseFileSchema(): ReturnType<typeof build> {
  made ??= build();
  return made;
}

export type RawCaseFile = z.infer<ReturnType<typeof build>>;
export type RawCase = NonNullable<RawCaseFile['cases']>[number];
export type RawTable = NonNullable<RawCaseFile['tables']>[number];
/** What a case and a table have in common. */
export type RawStudent = Omit<RawCase, 'expect'> & Pick<RawTable, 'expect'>;
export type RawDecision = NonNullable<RawCase['decisions']>[number];
export type RawValue = z.infer<ReturnType<typeof value>>;
