import { createHash } from 'node:crypto';
import type { RosterRow } from '../../reconcile/index.js';
import { type Enrolment, SETTINGS, STAGES } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import type { Job, JobPath, RosterSource } from '../job/index.js';
import type { Cell } from '../table.js';
import { codeText, isNotText, rawText, readFlag, readOption, readPosition } from './cell.js';
import { openFacts, type RowFacts, readFacts } from './fact-columns.js';
import { implausible } from './plausible.js';
import { taken } from './rows.js';
import { Columns, cellAt, type OpenColumn, type SourceRow, type SourceSheet } from './sheet.js';

/** A physical roster row: one person in one school. */
export interface EnrolmentRow extends RosterRow {
  readonly enrolment: Enrolment;
  readonly className: string;
  readonly facts: RowFacts;
}

/**
 * Reads the rows of a roster. A cell that cannot be read is a warning and not known; the row stays. Issues:
 * `cell.…`, and `job.unknownColumn`, `job.columnTwice`, after which there are no rows.
 */
export function readRoster(
  sheet: SourceSheet,
  source: RosterSource,
  path: JobPath,
  rules: RuleSet,
  job: Job,
): { readonly rows: readonly EnrolmentRow[]; readonly issues: readonly Issue[] } {
  const columns = new Columns(sheet, job);
  const at = (key: keyof RosterSource['columns']): OpenColumn | undefined =>
    columns.optional(source.columns[key], [...path, 'columns', key]);
  const [school, name, number, id] = [at('school'), at('name'), at('student_number'), at('id')];
  const [stage, setting, grade, boarder] = [at('stage'), at('setting'), at('grade'), at('boarder')];
  const [hukou, className] = [at('hukou'), at('class')];
  const guardians = (source.guardians ?? []).map((g, i) => ({
    name: columns.find(g.name, [...path, 'guardians', i, 'name']),
    id: columns.find(g.id, [...path, 'guardians', i, 'id']),
  }));
  const facts = openFacts(source.facts, columns, [...path, 'facts'], rules);
  if (columns.issues.length > 0) return { rows: [], issues: columns.issues };

  const issues: Issue[] = [];
  const text = (row: SourceRow, column: OpenColumn | undefined): string =>
    column === undefined ? '' : rawText(cellAt(row, column), column);
  const code = (row: SourceRow, column: OpenColumn | undefined): string =>
    column === undefined ? '' : codeText(cellAt(row, column), column);

  const rows = sheet.rows
    .filter((row) => row.kind === 'data')
    .map((row): EnrolmentRow => {
      const read = <T>(
        column: OpenColumn | undefined,
        reader: (c: OpenColumn) => T | undefined,
      ): T | undefined => (column === undefined ? undefined : reader(column));
      const stageOf = read(stage, (c) =>
        taken(readOption(cellAt(row, c), c, STAGES), sheet, row.row, c, issues),
      );
      const settingOf = read(setting, (c) =>
        taken(readOption(cellAt(row, c), c, SETTINGS), sheet, row.row, c, issues),
      );
      const gradeOf = read(grade, (c) => taken(readPosition(cellAt(row, c), c), sheet, row.row, c, issues));
      const boarderOf = read(boarder, (c) => taken(readFlag(cellAt(row, c), c), sheet, row.row, c, issues));
      const enrolment: Enrolment = {
        school: code(row, school),
        ...some('stage', stageOf ?? source.fixed?.stage),
        ...some('setting', settingOf ?? source.fixed?.setting),
        ...some('grade', gradeOf),
        ...some('boarder', boarderOf ?? source.fixed?.boarder),
      };
      const idCell = id === undefined ? undefined : cellAt(row, id);
      return {
        source: sourceOf(sheet, row.row),
        name: text(row, name),
        id: text(row, id),
        ...(idCell !== undefined && isNotText(idCell) ? { idNotText: true } : {}),
        studentNumber: text(row, number),
        school: enrolment.school,
        hukou: code(row, hukou),
        guardians: guardians
          .map((g) => ({ name: text(row, g.name), id: text(row, g.id) }))
          .filter((g) => g.name.trim() !== '' || g.id.trim() !== ''),
        otherCells: digestOf(row.cells),
        enrolment,
        className: text(row, className).trim(),
        facts: readFacts(facts, row, sheet, issues),
      };
    });
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

/** Stands for all cells of a row, which a city has no room for twice. */
const digestOf = (cells: readonly Cell[]): string =>
  createHash('sha256')
    .update(JSON.stringify(cells.map((cell) => cell.text)))
    .digest('base64');

function some<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: T });
}

export const sourceOf = (sheet: SourceSheet, row: number) => ({
  file: sheet.file,
  ...(sheet.sheet === undefined ? {} : { sheet: sheet.sheet }),
  row,
});
