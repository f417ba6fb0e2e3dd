import { error, type Issue, warning } from '../../value/index.js';
import type { Job, ListSource, RosterSource } from '../job/index.js';
import type { TableFile } from '../table.js';
import type { Layout } from './layout.js';
import { headerKey, placeOf, type SourceSheet } from './sheet.js';
import type { OpenedSource } from './sheet-rows.js';

/**
 * Whether a sheet is the whole of what it should be. Refusing: `job.truncated` (the last row of a text breaks off, and no
 * digest says that the file is whole), `job.rosterAsList`. Also `row.none`: people are due here and there are none.
 */
export function wholeIssues(
  sheet: SourceSheet,
  placed: OpenedSource,
  layout: Layout,
  table: TableFile,
  job: Job,
): readonly Issue[] {
  const place = job.place(layout.path);
  const cut = table.issues.find((issue) => issue.code === 'read.perhapsTruncated')?.place?.row;
  const broken =
    cut !== undefined &&
    layout.sha256 === undefined &&
    sheet.rows.some(({ row, kind }) => row === cut && kind === 'data');
  const asRoster = placed.role === 'lists' ? rosterColumn(sheet, placed.source, job) : undefined;
  const none =
    !['aided_before', 'decisions'].includes(placed.role) && !sheet.rows.some(({ kind }) => kind === 'data');
  const { file, sheet: name = '' } = sheet;
  return [
    ...(broken ? [error('job.truncated', { file, row: cut }, place)] : []),
    ...(asRoster === undefined
      ? []
      : [error('job.rosterAsList', { file, sheet: name, header: asRoster }, place)]),
    ...(none ? [warning('row.none', {}, placeOf(sheet, layout.header.at(-1) ?? 1))] : []),
  ];
}

/** Fewer columns than this are those of many a list. */
const COLUMNS_OF_A_ROSTER = 4;

/**
 * The roster's column of schools, where a list has every column by which the job reads a roster and says nothing of that
 * one: then it is the roster that was handed in as the list.
 */
function rosterColumn(sheet: SourceSheet, list: ListSource, job: Job): string | undefined {
  const keys = new Set(sheet.headers.map(headerKey));
  const said = new Set([list.columns?.school?.header ?? '', ...(list.exclude ?? [])].map(headerKey));
  const isOf = ({ columns }: RosterSource): boolean => {
    const asked = Object.values(columns).flatMap((column) => column?.header ?? []);
    return (
      asked.length >= COLUMNS_OF_A_ROSTER &&
      asked.every((name) => keys.has(headerKey(name))) &&
      !said.has(headerKey(columns.school.header))
    );
  };
  return job.document.roster.find(isOf)?.columns.school.header;
}
