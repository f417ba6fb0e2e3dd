import type { LinkedFact, RuleSet } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import type { FactColumns, JobPath } from '../job/index.js';
import { type FactValue, readFact } from './fact-cell.js';
import { taken } from './rows.js';
import { type Columns, cellAt, type OpenColumn, type SourceRow, type SourceSheet } from './sheet.js';
import { otherUnit } from './unit-in-header.js';

/** Facts of one row by id. A fact that is not here is not known. */
export type RowFacts = ReadonlyMap<string, FactValue>;

export interface OpenFact {
  readonly fact: LinkedFact;
  readonly column: OpenColumn;
  /** Where the job names the column. */
  readonly path: JobPath;
}

/** The columns that give facts. The job is linked, so every id is a fact of the rule set. */
export function openFacts(
  facts: FactColumns | undefined,
  columns: Columns,
  path: JobPath,
  rules: RuleSet,
): readonly OpenFact[] {
  return Object.entries(facts ?? {}).flatMap(([id, spec]) => {
    const fact = rules.facts.find((one) => one.id === id);
    if (fact === undefined) return [];
    const here = [...path, id];
    const open = { fact, column: columns.find(spec, here), path: here };
    const other = otherUnit(open);
    if (other !== null) columns.refuse('job.columnUnit', { ...other, header: open.column.header }, here);
    return [open];
  });
}

export function readFacts(
  open: readonly OpenFact[],
  row: SourceRow,
  sheet: SourceSheet,
  issues: Issue[],
): RowFacts {
  const facts = new Map<string, FactValue>();
  for (const { fact, column } of open) {
    const value = taken(readFact(cellAt(row, column), column, fact), sheet, row.row, column, issues);
    if (value !== undefined) facts.set(fact.id, value);
  }
  return facts;
}
