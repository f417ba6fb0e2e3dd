import type { SourceRef } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type Issue, warning } from '../../value/index.js';
import type { FactSource, Job, JobPath, KeySource } from '../job/index.js';
import { rawText } from './cell.js';
import { openFacts, type RowFacts, readFacts } from './fact-columns.js';
import { implausible } from './plausible.js';
import { sourceOf } from './roster.js';
import { Columns, cellAt, placeOf, type SourceSheet } from './sheet.js';

/** One row of a survey, a peer review, or a list of student numbers. */
export interface FactRow {
  /** The cell as it stands. */
  readonly studentNumber: string;
  /** Left out where the source has no such column. */
  readonly name?: string;
  readonly facts: RowFacts;
  readonly source: SourceRef;
}

const isFacts = (source: FactSource | KeySource): source is FactSource => 'facts' in source;

/** Reads rows that are keyed by student number. Issues: `cell.…`, `row.noKey`, and missing columns. */
export function readStudentFacts(
  sheet: SourceSheet,
  source: FactSource | KeySource,
  path: JobPath,
  rules: RuleSet,
  job: Job,
): { readonly rows: readonly FactRow[]; readonly issues: readonly Issue[] } {
  const columns = new Columns(sheet, job);
  const number = columns.find(source.columns.student_number, [...path, 'columns', 'student_number']);
  const nameSpec = isFacts(source) ? source.columns.name : undefined;
  const name = columns.optional(nameSpec, [...path, 'columns', 'name']);
  const facts = isFacts(source) ? openFacts(source.facts, columns, [...path, 'facts'], rules) : [];
  if (columns.issues.length > 0) return { rows: [], issues: columns.issues };

  const issues: Issue[] = [];
  const rows: FactRow[] = [];
  for (const row of sheet.rows) {
    if (row.kind !== 'data') continue;
    const key = rawText(cellAt(row, number), number);
    // A row without cells has been named already.
    if (key.trim() === '' && row.cells.length > 0)
      issues.push(warning('row.noKey', {}, placeOf(sheet, row.row, number)));
    rows.push({
      studentNumber: key,
      ...(name === undefined ? {} : { name: rawText(cellAt(row, name), name) }),
      facts: readFacts(facts, row, sheet, issues),
      source: sourceOf(sheet, row.row),
    });
  }
  issues.push(
    ...implausible(
      facts,
      rows.map((row) => row.facts),
      sheet,
      job,
    ),
  );
  return { rows, issues };
}
