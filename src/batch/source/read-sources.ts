import type { Plan } from '../../plan/index.js';
import type { DepartmentList, ListEntry } from '../../reconcile/index.js';
import type { SourceRef } from '../../roster/index.js';
import {
  daysBetween,
  type Issue,
  isNonEmpty,
  parseCivilDate,
  type Result,
  success,
  warning,
} from '../../value/index.js';
import { type ColumnSpec, type Job, type PlacedSource, sourcesOf } from '../job/index.js';
import { type EntryDecisionRow, readDecisions, type StudentDecisionRow } from './decisions.js';
import type { Inputs } from './inputs.js';
import { type Layout, layoutsOf } from './layout.js';
import { readList } from './list.js';
import { type EnrolmentRow, readRoster } from './roster.js';
import { type RowOfNoPerson, rowsOfNoPerson } from './rows.js';
import { readSchools, type School } from './schools.js';
import { openSheet, type SourceSheet, sheetsNotRead, sheetsOf } from './sheet.js';
import { type FactRow, readStudentFacts } from './student-facts.js';

/** How the physical rows of one sheet were taken, against what was counted in the file. */
export interface SheetRows {
  readonly role: PlacedSource['role'];
  readonly list?: string;
  readonly file: string;
  readonly sheet?: string;
  readonly physical: number;
  readonly data: number;
  readonly noPerson: number;
}

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
  readonly rowsOfNoPerson: readonly (RowOfNoPerson & {
    readonly role: PlacedSource['role'];
    readonly list?: string;
  })[];
  readonly sheets: readonly SheetRows[];
  /** Warnings and notes; whatever refuses the job is on the failing side of the result. */
  readonly issues: readonly Issue[];
}

/** Columns whose cells tell a person from a remark. */
function identityOf(placed: PlacedSource): readonly ColumnSpec[] {
  switch (placed.role) {
    case 'roster':
      return [placed.source.columns.id, placed.source.columns.student_number].filter((c) => c !== undefined);
    case 'lists': {
      const { columns, holder, members } = placed.source;
      return [columns?.id, columns?.student_number, holder?.id, ...(members ?? []).map((m) => m.id)].filter(
        (c) => c !== undefined,
      );
    }
    default:
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
  const noPerson: Sources['rowsOfNoPerson'][number][] = [];
  const sheets: SheetRows[] = [];
  const issues: Issue[] = [];
  const readOf = new Map<string, { readonly layouts: Layout[]; readonly sheets: Set<string> }>();

  for (const placed of sourcesOf(job.document)) {
    for (const layout of layoutsOf(placed, job.document.defaults)) {
      const table = inputs.table(layout);
      if (table === undefined) continue;
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
        const one = opened.value;
        const list = placed.role === 'lists' ? { list: placed.list } : {};
        const nobody = rowsOfNoPerson(one).map((row) => ({ ...row, role: placed.role, ...list }));
        noPerson.push(...nobody);
        sheets.push({
          role: placed.role,
          ...list,
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

  function take(sheet: SourceSheet, placed: PlacedSource, layout: Layout): readonly Issue[] {
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
        addList(lists, placed.list, layout, rows, read.entries, plan, job);
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
    rowsOfNoPerson: noPerson,
    sheets,
    issues,
  });
}

function physicalRows(inputs: Inputs, file: string, sheet: string): number {
  return inputs.files.find((f) => f.name === file)?.sheets.find((s) => s.sheet === sheet)?.rows ?? 0;
}

/** Sheets of one file that give one list are one list as it was handed over. */
function addList(
  lists: Map<string, DepartmentList>,
  list: string,
  layout: Layout,
  rows: SheetRows,
  entries: readonly ListEntry[],
  plan: Plan,
  job: Job,
): void {
  const key = JSON.stringify([list, layout.file]);
  const before = lists.get(key);
  const days = job.document.policy?.lists_at_most_days;
  const [asOf, date] = [parseCivilDate(job.document.as_of), parseCivilDate(layout.listDate ?? '')];
  const stale = days !== undefined && asOf !== null && date !== null && daysBetween(date, asOf) > days;
  // A row with an entry is counted by its entries, apart from the rows that are left.
  const withEntries = new Set(entries.map((entry) => entry.source.row)).size;
  lists.set(key, {
    list,
    file: layout.file,
    categories: plan.rules.categories.filter((c) => c.list === list).map((c) => c.id),
    covers: together(before?.covers, layout.covers ?? []),
    stale: stale || (before?.stale ?? false),
    entries: [...(before?.entries ?? []), ...entries],
    rowsWithEntries: withEntries + (before?.rowsWithEntries ?? 0),
    rowsOfNoPerson: rows.noPerson + (before?.rowsOfNoPerson ?? 0),
    physicalRows: rows.physical + (before?.physicalRows ?? 0),
  });
}

/** No prefix at all means everybody, so it swallows the rest. */
function together(before: readonly string[] | undefined, more: readonly string[]): readonly string[] {
  if (before === undefined) return more;
  return before.length === 0 || more.length === 0 ? [] : [...before, ...more];
}
