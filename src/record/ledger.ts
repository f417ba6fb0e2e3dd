import type { EntryOutcome, RosterRow, RosterRowOutcome } from '../reconcile/index.js';
import { compareSources, compareText, type SourceRef } from '../roster/index.js';
import { canonicalJson, type Json } from '../value/index.js';

/** A physical row that is nobody, and why: above the header, the header, blank, or a total or remark that the job names. */
export interface EmptyRow extends SourceRef {
  readonly kind: 'above' | 'header' | 'blank' | 'skipped';
  /** Of a comparison result; left out for a raw list. */
  readonly evidence?: 'comparison';
}

/** One record per line, each canonical. */
export function lines(records: readonly Json[]): string {
  return records.map((record) => `${canonicalJson(record)}\n`).join('');
}

/** What is data but not JSON-typed (readonly interfaces of plain data) as JSON, without members that are not there. */
export function asJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(asJson);
  if (value === null || typeof value !== 'object') return value as Json;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, asJson(inner)]),
  );
}

const at = ({ file, sheet, row }: SourceRef) => ({ file, ...(sheet === undefined ? {} : { sheet }), row });

interface Line {
  readonly source: SourceRef;
  readonly record: Json;
}

const inOrder = (all: readonly Line[]): readonly Json[] =>
  [...all]
    .sort(
      (a, b) =>
        compareText(a.source.file, b.source.file) ||
        compareSources({ ...a.source, list: '' }, { ...b.source, list: '' }),
    )
    .map((line) => line.record);

const nobody = (row: EmptyRow): Line => ({
  source: row,
  record: asJson({ ...at(row), kind: row.kind, evidence: row.evidence }),
});

/**
 * The ledger of one list: one record per physical row, with the persons it gave and where each ended. Rows of comparison
 * results say so, and stand beside those of the raw list.
 */
export function listLedger(outcomes: readonly EntryOutcome[], rows: readonly EmptyRow[]): readonly Json[] {
  const byRow = new Map<string, EntryOutcome[]>();
  for (const outcome of outcomes) {
    const { file, sheet, row } = outcome.entry.source;
    const key = JSON.stringify([file, sheet, row]);
    const known = byRow.get(key);
    if (known === undefined) byRow.set(key, [outcome]);
    else known.push(outcome);
  }
  const persons = [...byRow.values()].map((of): Line => {
    const { source, evidence } = (of[0] as EntryOutcome).entry;
    const apart = evidence === 'comparison' ? { evidence } : {};
    const entries = of
      .map(({ entry, ...end }) => {
        const { member, name, id, studentNumber, relation, idNotText, standing } = entry;
        const { area, school, means, householdComplete } = entry;
        const cells = { name, id, studentNumber, relation, idNotText, area, school };
        return { member, ...cells, means, householdComplete, standing, ...end };
      })
      .sort((a, b) => a.member - b.member);
    return { source, record: asJson({ ...at(source), kind: 'entries', ...apart, entries }) };
  });
  return inOrder([...persons, ...rows.map(nobody)]);
}

/** The ledger of the roster: one record per physical row, with the student it is or why it is none. */
export function rosterLedger<R extends RosterRow>(
  outcomes: readonly RosterRowOutcome<R>[],
  rows: readonly EmptyRow[],
): readonly Json[] {
  const people = outcomes.map(({ row, state, reason, student, of }): Line => {
    const { source, name, id, idNotText, studentNumber, school, hukou, guardians } = row;
    const cells = { name, id, idNotText, studentNumber, school, hukou, guardians };
    const end = { state, reason, student, of: of === undefined ? undefined : at(of) };
    return { source, record: asJson({ ...at(source), kind: 'person', ...cells, ...end }) };
  });
  return inOrder([...people, ...rows.map(nobody)]);
}
