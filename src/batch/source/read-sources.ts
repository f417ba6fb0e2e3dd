import type { Plan } from '../../plan/index.js';
import type { DepartmentList } from '../../reconcile/index.js';
import type { SourceRef } from '../../roster/index.js';
import { error, type Issue, isNonEmpty, type Result, success, warning } from '../../value/index.js';
import { type ColumnSpec, type Job, sourcesOf } from '../job/index.js';
import type { TableFile } from '../table.js';
import { type AnswerRow, readAnswers } from './answers.js';
import { readComparison, withoutOtherCategories } from './comparison.js';
import { type EntryDecisionRow, readDecisions, type StudentDecisionRow } from './decisions.js';
import { addList } from './department-list.js';
import { headerNotes } from './header-notes.js';
import type { Inputs } from './inputs.js';
import { type Layout, layoutsOf } from './layout.js';
import { readList } from './list.js';
import { type EnrolmentRow, readRoster } from './roster.js';
import { type RowOfNoPerson, rowsOfNoPerson } from './rows.js';
import { readSchools, type School } from './schools.js';
import { openSheet, type SourceSheet } from './sheet.js';
import { isSame, type OpenedSource, type RowsRole, rowsRole, type SheetRows } from './sheet-rows.js';
import { sheetsNotRead, sheetsOf } from './sheets.js';
import { type FactRow, readStudentFacts } from './student-facts.js';
import { wholeIssues } from './whole-sheet.js';

/** Everything a job's files say, still by row. */
export interface Sources {
  readonly roster: readonly EnrolmentRow[];
  readonly schools: readonly School[];
  readonly facts: readonly { readonly application: boolean; readonly rows: readonly FactRow[] }[];
  readonly lists: readonly DepartmentList[];
  readonly aidedBefore: readonly FactRow[];
  readonly studentDecisions: readonly StudentDecisionRow[];
  readonly entryDecisions: readonly EntryDecisionRow[];
  readonly refusedDecisions: readonly SourceRef[];
  readonly answers: readonly AnswerRow[];
  /** Rows of filled forms that are no answer: nothing filled in, and not usable. */
  readonly unanswered: number;
  readonly refusedAnswers: readonly SourceRef[];
  readonly rowsOfNoPerson: readonly (RowOfNoPerson & RowsRole)[];
  readonly sheets: readonly SheetRows[];
  /** Warnings and notes; whatever refuses the job is on the failing side of the result. */
  readonly issues: readonly Issue[];
}

/** Columns whose cells tell a person from a remark. */
function identityOf(placed: OpenedSource): readonly ColumnSpec[] {
  switch (placed.role) {
    case 'roster':
      return [placed.source.columns.id, placed.source.columns.student_number].filter((c) => c !== undefined);
    case 'facts':
    case 'aided_before':
    case 'comparisons':
      return [placed.source.columns.student_number];
    case 'schools':
      return [placed.source.columns.school];
    case 'lists': {
      const { columns, holder, members } = placed.source;
      return [columns?.id, columns?.student_number, holder?.id, ...(members ?? []).map((m) => m.id)].filter(
        (c) => c !== undefined,
      );
    }
    case 'decisions':
      return [];
  }
}

/**
 * Reads the sources of a job, in its order. An error of the job (`job.unknownColumn`, `job.unknownSheet`, …) fails the
 * whole and all of them are given; bad rows and cells are warnings and their rows stay. Also `job.sheetNotRead` for
 * a sheet that nobody asked for.
 */
export function readSources(job: Job, plan: Plan, inputs: Inputs): Result<Sources> {
  const roster: EnrolmentRow[] = [];
  const schools: School[] = [];
  const facts: { application: boolean; rows: readonly FactRow[] }[] = [];
  const lists = new Map<string, DepartmentList>();
  const aidedBefore: FactRow[] = [];
  const studentDecisions: StudentDecisionRow[] = [];
  const entryDecisions: EntryDecisionRow[] = [];
  const refusedDecisions: SourceRef[] = [];
  const answers: AnswerRow[] = [];
  const refusedAnswers: SourceRef[] = [];
  let unanswered = 0;
  const noPerson: Sources['rowsOfNoPerson'][number][] = [];
  const sheets: SheetRows[] = [];
  const issues: Issue[] = [];
  const readOf = new Map<string, { readonly layouts: Layout[]; readonly sheets: Set<string> }>();

  for (const placed of sourcesOf(job.document)) {
    for (const layout of layoutsOf(placed, job.document.defaults)) {
      const table = inputs.table(layout);
      if (table === undefined) continue;
      if (placed.role === 'answers') {
        issues.push(...takeAnswers(table, layout));
        continue;
      }
      const chosen = sheetsOf(table, layout, job);
      issues.push(...chosen.issues);
      const known = readOf.get(layout.file) ?? { layouts: [], sheets: new Set<string>() };
      readOf.set(layout.file, known);
      known.layouts.push(layout);
      if (!chosen.ok) continue;
      for (const sheet of chosen.value) {
        known.sheets.add(sheet.name);
        const opened = openSheet(sheet, layout, identityOf(placed), job);
        issues.push(...opened.issues);
        if (!opened.ok) continue;
        const one =
          placed.role === 'comparisons'
            ? withoutOtherCategories(opened.value, placed.source, placed.path, job)
            : opened.value;
        issues.push(...headerNotes(one, placed.source), ...wholeIssues(one, placed, layout, table, job));
        const role = rowsRole(placed, plan);
        const nobody = rowsOfNoPerson(one).map((row) => ({ ...row, ...role }));
        noPerson.push(...nobody);
        if (role.list !== undefined && sheets.some((s) => isSame(s, role.list, one)))
          issues.push(error('job.sameContent', { file: one.file, other: one.file }, job.place(layout.path)));
        sheets.push({
          ...role,
          file: one.file,
          ...(one.sheet === undefined ? {} : { sheet: one.sheet }),
          physical: physicalRows(inputs, layout.file, sheet.name),
          data: one.rows.filter((row) => row.kind === 'data').length,
          noPerson: nobody.length,
        });
        issues.push(...take(one, placed, layout));
      }
    }
  }
  for (const { layouts, sheets: read } of readOf.values()) {
    const [layout] = layouts;
    const table = layout === undefined ? undefined : inputs.table(layout);
    if (layout === undefined || table === undefined) continue;
    for (const sheet of sheetsNotRead(table, layouts, read))
      issues.push(
        warning(
          'job.sheetNotRead',
          { file: layout.file, sheet: sheet.name, rows: sheet.rows.length },
          job.place(layout.path),
        ),
      );
  }

  function takeAnswers(table: TableFile, layout: Layout): readonly Issue[] {
    const read = readAnswers(table, layout.path, plan, job);
    if (!read.ok) return read.issues;
    answers.push(...read.value.answers);
    refusedAnswers.push(...read.value.refused);
    unanswered += read.value.unanswered;
    for (const { sheet, data, noPerson: nobody } of read.value.sheets) {
      noPerson.push(...nobody.map((row) => ({ ...row, role: 'answers' as const })));
      sheets.push({
        role: 'answers',
        file: table.file,
        ...(sheet === '' ? {} : { sheet }),
        physical: physicalRows(inputs, table.file, sheet),
        data,
        noPerson: nobody.length,
      });
    }
    return read.value.issues;
  }

  function take(sheet: SourceSheet, placed: OpenedSource, layout: Layout): readonly Issue[] {
    switch (placed.role) {
      case 'roster': {
        const read = readRoster(sheet, placed.source, placed.path, plan.rules, job);
        roster.push(...read.rows);
        return read.issues;
      }
      case 'schools': {
        const read = readSchools(sheet, placed.source, placed.path, plan.rules, job);
        schools.push(...read.schools);
        return read.issues;
      }
      case 'facts': {
        const read = readStudentFacts(sheet, placed.source, placed.path, plan.rules, job);
        facts.push({ application: placed.source.application ?? false, rows: read.rows });
        return read.issues;
      }
      case 'aided_before': {
        const read = readStudentFacts(sheet, placed.source, placed.path, plan.rules, job);
        aidedBefore.push(...read.rows);
        return read.issues;
      }
      case 'decisions': {
        const read = readDecisions(sheet, placed.source, placed.path, plan, job);
        studentDecisions.push(...read.students);
        entryDecisions.push(...read.entries);
        refusedDecisions.push(...read.refused);
        return read.issues;
      }
      case 'lists': {
        const read = readList(sheet, placed.list, placed.source, placed.path, plan, job);
        const rows = sheets[sheets.length - 1] as SheetRows;
        addList(lists, placed, layout, rows, read.entries, plan, job);
        return read.issues;
      }
      case 'comparisons': {
        const read = readComparison(sheet, placed.list, placed.source, placed.path, plan, job);
        const rows = sheets[sheets.length - 1] as SheetRows;
        addList(lists, placed, layout, rows, read.entries, plan, job);
        return read.issues;
      }
    }
  }

  const errors = issues.filter((issue) => issue.severity === 'error');
  if (isNonEmpty(errors)) return { ok: false, issues: errors };
  return success({
    roster,
    schools,
    facts,
    lists: [...lists.values()],
    aidedBefore,
    studentDecisions,
    entryDecisions,
    refusedDecisions,
    answers,
    unanswered,
    refusedAnswers,
    rowsOfNoPerson: noPerson,
    sheets,
    issues,
  });
}

function physicalRows(inputs: Inputs, file: string, sheet: string): number {
  return inputs.files.find((f) => f.name === file)?.sheets.find((s) => s.sheet === sheet)?.rows ?? 0;
}
