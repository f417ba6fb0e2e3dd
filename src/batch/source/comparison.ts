import type { Plan } from '../../plan/index.js';
import type { ListEntry } from '../../reconcile/index.js';
import type { Issue } from '../../value/index.js';
import {
  type ComparisonSource,
  comparedCategories,
  type Job,
  type JobPath,
  NO_CATEGORY,
} from '../job/index.js';
import { isNotText, meant, rawText, readOption } from './cell.js';
import { sourceOf } from './roster.js';
import { taken } from './rows.js';
import { Columns, cellAt, type OpenColumn, type SourceSheet, tokenOf } from './sheet.js';

/** The list that a block of comparisons is evidence for: named by the block, or that of the category that it names. */
export function comparedList({ rules }: Plan, id: string): string {
  if (rules.lists.some((list) => list.id === id)) return id;
  return rules.categories.find((category) => category.id === id)?.list ?? id;
}

function categoryColumn(
  sheet: SourceSheet,
  { columns }: ComparisonSource,
  path: JobPath,
  job: Job,
): { readonly column: OpenColumn | undefined; readonly issues: readonly Issue[] } {
  const found = new Columns(sheet, job);
  return { column: found.optional(columns.category, [...path, 'columns', 'category']), issues: found.issues };
}

/** Marks the rows of other categories, which another block reads, as nobody of this one. */
export function withoutOtherCategories(
  sheet: SourceSheet,
  source: ComparisonSource,
  path: JobPath,
  job: Job,
): SourceSheet {
  const { column, issues } = categoryColumn(sheet, source, path, job);
  if (column === undefined || issues.length > 0) return sheet;
  const rows = sheet.rows.map((row) =>
    row.kind === 'data' && meant(tokenOf(cellAt(row, column)), column) === NO_CATEGORY
      ? { ...row, kind: 'skipped' as const }
      : row,
  );
  return { ...sheet, rows };
}

/**
 * Reads what another system found by comparing registers: one student number a row, and the category it gives. Each row
 * is an entry of the list, with `evidence: comparison`, so that it stands beside the raw list and never in its place. A
 * category that cannot be read leaves all categories of the block open. Issues: `cell.…` and missing columns.
 */
export function readComparison(
  sheet: SourceSheet,
  block: string,
  source: ComparisonSource,
  path: JobPath,
  plan: Plan,
  job: Job,
): { readonly entries: readonly ListEntry[]; readonly issues: readonly Issue[] } {
  const columns = new Columns(sheet, job);
  const number = columns.find(source.columns.student_number, [...path, 'columns', 'student_number']);
  const name = columns.optional(source.columns.name, [...path, 'columns', 'name']);
  const id = columns.optional(source.columns.id, [...path, 'columns', 'id']);
  const category = columns.optional(source.columns.category, [...path, 'columns', 'category']);
  if (columns.issues.length > 0) return { entries: [], issues: columns.issues };

  const list = comparedList(plan, block);
  const categories = comparedCategories(plan.rules, block) ?? [];
  const issues: Issue[] = [];
  const entries = sheet.rows.flatMap((row): readonly ListEntry[] => {
    if (row.kind !== 'data') return [];
    const said =
      category === undefined
        ? categories[0]
        : taken(readOption(cellAt(row, category), category, categories), sheet, row.row, category, issues);
    return [
      {
        list,
        source: { ...sourceOf(sheet, row.row), list, comparison: true },
        member: 1,
        name: name === undefined ? '' : rawText(cellAt(row, name), name),
        id: id === undefined ? '' : rawText(cellAt(row, id), id),
        studentNumber: rawText(cellAt(row, number), number),
        relation: '',
        idNotText: id !== undefined && isNotText(cellAt(row, id)),
        standing: said === undefined ? { in: [], unknown: categories } : { in: [said], unknown: [] },
        evidence: 'comparison',
      },
    ];
  });
  return { entries, issues };
}
