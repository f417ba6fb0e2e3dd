import type { Plan } from '../../plan/index.js';
import type { EntryDecision } from '../../reconcile/index.js';
import type { Decision, SourceRef } from '../../roster/index.js';
import { compareDates, type Issue, parseCivilDate, warning } from '../../value/index.js';
import { DECISION_KINDS, type DecisionSource, type Job, type JobPath } from '../job/index.js';
import { rawText, readOption, readPosition } from './cell.js';
import { readContent } from './decision-content.js';
import { sourceOf } from './roster.js';
import { taken } from './rows.js';
import {
  Columns,
  cellAt,
  type OpenColumn,
  placeOf,
  type SourceRow,
  type SourceSheet,
  tokenOf,
} from './sheet.js';

/** What a person decided about a student, who is still named by a student number. */
export interface StudentDecisionRow {
  readonly studentNumber: string;
  readonly decision: Decision;
  readonly source: SourceRef;
}

/** What a person decided about an entry of a list, still named by its file. */
export interface EntryDecisionRow {
  readonly listFile: string;
  readonly listSheet: string;
  readonly row: number;
  readonly member: number;
  readonly state: EntryDecision['state'];
  /** With `matched`: the student number. */
  readonly studentNumber: string;
  readonly by: string;
  readonly on: string;
  readonly because: string;
  readonly source: SourceRef;
}

export interface ReadDecisions {
  readonly students: readonly StudentDecisionRow[];
  readonly entries: readonly EntryDecisionRow[];
  /** Rows that could not be used; each has an issue. */
  readonly refused: readonly SourceRef[];
  readonly issues: readonly Issue[];
}

const ENTRY_STATES = ['matched', 'notEnrolledHere', 'outOfArea', 'notAStudent', 'deceased'] as const;

/**
 * Reads decisions of people. One that cannot be used is not used and is named: `row.decisionIncomplete` (something is
 * missing that makes it one), `row.decisionLate` (after `known_at`), `cell.date`, `cell.label`, other `cell.…`, and
 * missing columns.
 */
export function readDecisions(
  sheet: SourceSheet,
  source: DecisionSource,
  path: JobPath,
  plan: Plan,
  job: Job,
): ReadDecisions {
  const columns = new Columns(sheet, job);
  const at = (key: keyof DecisionSource['columns']): OpenColumn | undefined =>
    columns.optional(source.columns[key], [...path, 'columns', key]);
  const kind = columns.find(source.columns.kind, [...path, 'columns', 'kind']);
  const on = columns.find(source.columns.on, [...path, 'columns', 'on']);
  const conclusion = columns.find(source.columns.conclusion, [...path, 'columns', 'conclusion']);
  const [number, about, value, by, because, paper] = [
    at('student_number'),
    at('about'),
    at('value'),
    at('by'),
    at('because'),
    at('paper'),
  ];
  const [file, listSheet, listRow, member] = [
    at('list_file'),
    at('list_sheet'),
    at('list_row'),
    at('list_member'),
  ];
  if (columns.issues.length > 0) return { students: [], entries: [], refused: [], issues: columns.issues };

  const knownAt = parseCivilDate(plan.context.knownAt);
  const issues: Issue[] = [];
  const students: StudentDecisionRow[] = [];
  const entries: EntryDecisionRow[] = [];
  const refused: SourceRef[] = [];

  const readRow = (row: SourceRow): StudentDecisionRow | EntryDecisionRow | null => {
    const from = sourceOf(sheet, row.row);
    const text = (column: OpenColumn | undefined): string =>
      column === undefined ? '' : rawText(cellAt(row, column), column).trim();
    const incomplete = (column: OpenColumn | undefined): null => {
      issues.push(warning('row.decisionIncomplete', {}, placeOf(sheet, row.row, column)));
      return null;
    };
    const said = taken(readOption(cellAt(row, kind), kind, DECISION_KINDS), sheet, row.row, kind, issues);
    if (said === undefined) return tokenOf(cellAt(row, kind)) === '' ? incomplete(kind) : null;
    const day = parseCivilDate(text(on));
    if (day === null) {
      issues.push(warning('cell.date', {}, placeOf(sheet, row.row, on)));
      return null;
    }
    if (knownAt !== null && compareDates(day, knownAt) > 0) {
      issues.push(
        warning('row.decisionLate', { knownAt: plan.context.knownAt }, placeOf(sheet, row.row, on)),
      );
      return null;
    }
    for (const column of [by, because]) if (text(column) === '') return incomplete(column);
    const base = { by: text(by), on: text(on), because: text(because), source: from };
    const studentNumber = text(number);
    if (said === 'entry') {
      const open = [listRow, member].map((column) =>
        column === undefined
          ? undefined
          : taken(readPosition(cellAt(row, column), column), sheet, row.row, column, issues),
      );
      const state = taken(
        readOption(cellAt(row, conclusion), conclusion, ENTRY_STATES),
        sheet,
        row.row,
        conclusion,
        issues,
      );
      if (text(file) === '') return incomplete(file);
      if (open[0] === undefined) return incomplete(listRow);
      if (state === undefined) return incomplete(conclusion);
      if (state === 'matched' && studentNumber === '') return incomplete(number);
      return {
        ...base,
        listFile: text(file),
        listSheet: text(listSheet),
        row: open[0],
        member: open[1] ?? 1,
        state,
        studentNumber,
      };
    }
    if (studentNumber === '') return incomplete(number);
    const at = { kind: said, about, value, conclusion, paper };
    const content = readContent(row, at, sheet, plan.rules, issues);
    if ('missing' in content) return incomplete(content.missing);
    return { studentNumber, decision: { ...base, ...content }, source: from };
  };

  for (const row of sheet.rows) {
    if (row.kind !== 'data') continue;
    const read = readRow(row);
    if (read === null) refused.push(sourceOf(sheet, row.row));
    else if ('decision' in read) students.push(read);
    else entries.push(read);
  }
  return { students, entries, refused, issues };
}
