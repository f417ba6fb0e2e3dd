import * as z from 'zod';
import { CATEGORY_DOUBTS } from './case-file.js';

/**
 * The shape of a case file. A slot's message is the code of the issue it gives; scalars arrive as their source
 * text, as in rule files, so `625`, `0.10` and `true` are unharmed.
 */
const id = () => z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, 'rules.id');
const label = () => z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'rules.id');
const date = () => z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'rules.date');
const text = () => z.string().min(1).max(2_000);
const flag = () => z.enum(['true', 'false']);
const words = () => z.union([text(), z.strictObject({ zh: text(), en: text().optional() })]);

/** `unknown`, or why it is not known. */
export const CATEGORY_STATUS = ['in', 'out', 'unknown', ...CATEGORY_DOUBTS] as const;

const facts = () => z.record(id(), text());

/** What each kind of decision says besides who, when and why. */
export const DECISION_MEMBERS = {
  waiver: ['paper'],
  tier: ['tier'],
  fact: ['fact', 'value'],
  veto: ['veto', 'stands'],
} as const;
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
    value: text().optional(),
    veto: id().optional(),
    stands: flag().optional(),
  });

/** Context that a file may say once for all its cases, and a case for itself. */
const context = () => ({
  period: label().optional(),
  as_of: date().optional(),
  known_at: date().optional(),
});

const one = () =>
  z.strictObject({
    id: id(),
    title: words().optional(),
    ...context(),
    base: z.union([id(), z.array(id()).min(1)]).optional(),
    applied: flag().optional(),
    aided_before: flag().optional(),
    signals: z.array(id()).optional(),
    facts: facts().optional(),
    categories: z.record(id(), z.enum(CATEGORY_STATUS)).optional(),
    decisions: z.array(decision()).optional(),
    // The paths are checked one by one, so that a misspelt one is named with what it was near to.
    expect: z.record(z.string(), z.union([text(), z.array(text())])),
  });

let made: ReturnType<typeof build> | undefined;

const build = () =>
  z.strictObject({
    format: z.literal('1'),
    scheme: label(),
    edition: label(),
    ...context(),
    base: z.record(id(), facts()).optional(),
    cases: z.array(one()).min(1),
  });

/** Unknown keys are errors everywhere. */
export function caseFileSchema(): ReturnType<typeof build> {
  made ??= build();
  return made;
}

export type RawCaseFile = z.infer<ReturnType<typeof build>>;
export type RawCase = RawCaseFile['cases'][number];
export type RawDecision = NonNullable<RawCase['decisions']>[number];
