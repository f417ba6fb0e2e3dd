import type { Plan } from '../../plan/index.js';
import type { PlacedSource } from '../job/index.js';
import { comparedList } from './comparison.js';
import type { SourceSheet } from './sheet.js';

/** A source whose sheets the job describes. */
export type OpenedSource = Exclude<PlacedSource, { readonly role: 'answers' }>;

/** What the rows of a sheet are. A comparison result is a list as well, apart from the raw ones. */
export interface RowsRole {
  readonly role: Exclude<PlacedSource['role'], 'comparisons'>;
  readonly list?: string;
  readonly evidence?: 'comparison';
  /** With a comparison result: the system that made it. */
  readonly system?: string;
}

/** How the physical rows of one sheet were taken, against what was counted in the file. */
export interface SheetRows extends RowsRole {
  readonly file: string;
  readonly sheet?: string;
  readonly physical: number;
  readonly data: number;
  readonly noPerson: number;
}

/** A source of a department list: raw, or a comparison result. */
export type ListLike = Extract<PlacedSource, { readonly list: string }>;

/** The list of the rule file that a source is evidence for. */
export const listOf = (placed: ListLike, plan: Plan): string =>
  placed.role === 'lists' ? placed.list : comparedList(plan, placed.list);

export function rowsRole(placed: OpenedSource, plan: Plan): RowsRole {
  if (placed.role === 'lists') return { role: 'lists', list: placed.list };
  if (placed.role !== 'comparisons') return { role: placed.role };
  const { system } = placed.source;
  return { role: 'lists', list: listOf(placed, plan), evidence: 'comparison', system };
}

/** Whether a sheet was read for the same list before. */
export const isSame = (read: SheetRows, list: string | undefined, sheet: SourceSheet): boolean =>
  read.list === list && read.file === sheet.file && read.sheet === sheet.sheet;
