import type { EntryOutcome, RosterRow, RosterRowOutcome } from '../reconcile/index.js';
import { compareText, type SourceRef } from '../roster/index.js';
import { canonicalJson, type Json } from '../value/index.js';

/** A physical row that is nobody, and why: above the header, the header, blank, or a total or remark that the job names. */
export interface EmptyRow extends SourceRef {
  readonly kind: 'above' | 'header' | 'blank' | 'skipped';
  /** Of a comparison result; left out for a raw list. */
  readonly evidence?: 'comparison';
}

/** A record as a line of its own, canonical. */
export const recordLine = (record: Json): string => `${canonicalJson(record)}\n`;

/** One record per line. */
export const lines = (records: Iterable<Json>): string => [...records].map(recordLine).join('');

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

/** A row of a ledger, written out when its turn comes. */
interface Line {
  readonly source: SourceRef;
  readonly record: () => unknown;
}

const comparePlaces = (a: SourceRef, b: SourceRef): number =>
  compareText(a.file, b.file) || compareText(a.sheet ?? '', b.sheet ?? '') || a.row - b.row;

const nobody = (row: EmptyRow): Line => ({
  source: row,
  record: () => ({ ...at(row), kind: row.kind, evidence: row.evidence }),
});

/**
 * The ledger of one list: one record per physical row, with the persons it gave and where each ended. Rows of comparison
 * results say so, and stand beside those of the raw list. It is written while matching goes on.
 */
export class ListLedger {
  private readonly write: (record: Json) => void;
  private readonly nobody: Iterator<Line>;
  private next: IteratorResult<Line>;
  private row: EntryOutcome[] = [];

  /** `rows`: those that are nobody. */
  constructor(rows: readonly EmptyRow[], write: (record: Json) => void) {
    this.write = write;
    this.nobody = rows
      .map(nobody)
      .sort((a, b) => comparePlaces(a.source, b.source))
      .values();
    this.next = this.nobody.next();
  }

  /** Outcomes in the order of file, sheet, row and member. */
  entry(outcome: EntryOutcome): void {
    const [first] = this.row;
    if (first !== undefined && comparePlaces(first.entry.source, outcome.entry.source) !== 0) this.flush();
    this.row.push(outcome);
  }

  close(): void {
    this.flush();
    this.upTo(null);
  }

  private flush(): void {
    const [first] = this.row;
    if (first === undefined) return;
    const { source, evidence } = first.entry;
    this.upTo(source);
    const apart = evidence === 'comparison' ? { evidence } : {};
    const entries = this.row.map(({ entry, ...end }) => {
      const { member, name, id, studentNumber, relation, idNotText, standing } = entry;
      const { area, school, means, householdComplete } = entry;
      const cells = { name, id, studentNumber, relation, idNotText, area, school };
      return { member, ...cells, means, householdComplete, standing, ...end };
    });
    this.write(asJson({ ...at(source), kind: 'entries', ...apart, entries }));
    this.row = [];
  }

  /** Writes the rows of nobody that stand above a place, or all that are left. */
  private upTo(place: SourceRef | null): void {
    while (this.next.done !== true) {
      const { source, record } = this.next.value;
      if (place !== null && comparePlaces(source, place) > 0) return;
      this.write(asJson(record()));
      this.next = this.nobody.next();
    }
  }
}

/** The ledger of the roster: one record per physical row, with the student it is or why it is none. */
export function* rosterLedger<R extends RosterRow>(
  outcomes: readonly RosterRowOutcome<R>[],
  rows: readonly EmptyRow[],
): Generator<Json> {
  const people = outcomes.map(({ row, state, reason, student, of }): Line => {
    const { source } = row;
    const record = () => {
      const { name, id, idNotText, studentNumber, school, hukou, guardians } = row;
      const cells = { name, id, idNotText, studentNumber, school, hukou, guardians };
      const end = { state, reason, student, of: of === undefined ? undefined : at(of) };
      return { ...at(source), kind: 'person', ...cells, ...end };
    };
    return { source, record };
  });
  const all = [...people, ...rows.map(nobody)].sort((a, b) => comparePlaces(a.source, b.source));
  for (const { record } of all) yield asJson(record());
}
