import type { SourceRef } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type Issue, warning } from '../../value/index.js';
import type { Job, JobPath, SchoolSource } from '../job/index.js';
import { codeText, rawText } from './cell.js';
import { openFacts, type RowFacts, readFacts } from './fact-columns.js';
import { implausible } from './plausible.js';
import { sourceOf } from './roster.js';
import { Columns, cellAt, placeOf, type SourceSheet } from './sheet.js';

/** A school as the side table shows it. */
export interface School {
  readonly code: string;
  readonly name: string;
  /** Name of the county, district or zone. */
  readonly area: string;
  /** Division code; empty for a zone that has none. */
  readonly areaCode: string;
  readonly facts: RowFacts;
  readonly source: SourceRef;
}

/** Reads a table of schools. Issues: `cell.…`, `row.noKey` (a row without school code), and missing columns. */
export function readSchools(
  sheet: SourceSheet,
  source: SchoolSource,
  path: JobPath,
  rules: RuleSet,
  job: Job,
): { readonly schools: readonly School[]; readonly issues: readonly Issue[] } {
  const columns = new Columns(sheet, job);
  const code = columns.find(source.columns.school, [...path, 'columns', 'school']);
  const name = columns.optional(source.columns.name, [...path, 'columns', 'name']);
  const area = columns.find(source.columns.area, [...path, 'columns', 'area']);
  const areaCode = columns.optional(source.columns.area_code, [...path, 'columns', 'area_code']);
  const facts = openFacts(source.facts, columns, [...path, 'facts'], rules);
  if (columns.issues.length > 0) return { schools: [], issues: columns.issues };

  const issues: Issue[] = [];
  const schools: School[] = [];
  for (const row of sheet.rows) {
    if (row.kind !== 'data') continue;
    const own = codeText(cellAt(row, code), code);
    if (own === '') {
      // A row without cells has been named already.
      if (row.cells.length > 0) issues.push(warning('row.noKey', {}, placeOf(sheet, row.row, code)));
      continue;
    }
    schools.push({
      code: own,
      name: name === undefined ? '' : rawText(cellAt(row, name), name).trim(),
      area: rawText(cellAt(row, area), area).trim(),
      areaCode: areaCode === undefined ? '' : codeText(cellAt(row, areaCode), areaCode),
      facts: readFacts(facts, row, sheet, issues),
      source: sourceOf(sheet, row.row),
    });
  }
  issues.push(
    ...implausible(
      facts,
      schools.map((school) => school.facts),
      sheet,
      job,
    ),
  );
  return { schools, issues };
}
