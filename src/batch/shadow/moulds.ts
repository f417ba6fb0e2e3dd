import type { ListEntry } from '../../reconcile/index.js';
import { type Job, type ListSource, type PlacedSource, type RosterSource, sourcesOf } from '../job/index.js';
import {
  type EnrolmentRow,
  type Inputs,
  type Layout,
  layoutsOf,
  openSheet,
  type SourceSheet,
  type Sources,
  sheetsOf,
} from '../source/index.js';
import type { Cell } from '../table.js';
import { formOf, type TwinForm } from './twin-form.js';

/** A real row after which sentinels are written: its cells are right in every column that is not about who it is. */
export interface Mould<S> {
  readonly source: S;
  readonly layout: Layout;
  readonly sheet: SourceSheet;
  readonly cells: readonly Cell[];
  readonly form: TwinForm;
}

export interface RosterMould extends Mould<RosterSource> {
  readonly school: string;
}

export interface ListMould extends Mould<ListSource> {
  readonly list: string;
  /** What the row gives, as the reader read its status columns. */
  readonly categories: readonly string[];
}

export interface Moulds {
  readonly roster: readonly RosterMould[];
  readonly lists: readonly ListMould[];
  /** Lists, and rosters without a column for IDs, that no sentinel can stand on. */
  readonly without: readonly string[];
}

interface Opened {
  readonly placed: PlacedSource;
  readonly layout: Layout;
  readonly sheet: SourceSheet;
  readonly form: TwinForm;
}

function* openedSheets(job: Job, inputs: Inputs): Generator<Opened> {
  for (const placed of sourcesOf(job.document)) {
    if (placed.role !== 'roster' && placed.role !== 'lists') continue;
    for (const layout of layoutsOf(placed, job.document.defaults)) {
      const table = inputs.table(layout);
      if (table === undefined) continue;
      const chosen = sheetsOf(table, layout, job);
      if (!chosen.ok) continue;
      for (const one of chosen.value) {
        const sheet = openSheet(one, layout, [], job);
        if (sheet.ok) yield { placed, layout, sheet: sheet.value, form: formOf(table) };
      }
    }
  }
}

const standsOn = (
  { file, sheet = '' }: { readonly file: string; readonly sheet?: string },
  opened: Opened,
): boolean => opened.sheet.file === file && (opened.sheet.sheet ?? '') === sheet;

const cellsOf = ({ sheet }: Opened, row: number): readonly Cell[] =>
  sheet.rows.find((one) => one.row === row)?.cells ?? [];

/** Schools of each stage and setting that get a sentinel of their own: one may be out of a rule's scope. */
const SCHOOLS = 3;

/**
 * Finds the rows that sentinels are written after: of the roster one of every stage and setting in some schools, and of
 * the first and the last school; of every file of every list one that makes its categories current.
 */
export function findMoulds(job: Job, inputs: Inputs, sources: Sources): Moulds {
  const opened = [...openedSheets(job, inputs)];
  const without: string[] = [];
  const roster: RosterMould[] = [];
  for (const row of chosenRows(sources.roster)) {
    const own = opened.find((one) => one.placed.role === 'roster' && standsOn(row.source, one));
    if (own?.placed.role !== 'roster') continue;
    const { layout, sheet, form } = own;
    if (own.placed.source.columns.id === undefined) {
      if (!without.includes(sheet.file)) without.push(sheet.file);
      continue;
    }
    const cells = cellsOf(own, row.source.row);
    roster.push({ source: own.placed.source, layout, sheet, cells, form, school: row.school });
  }

  const entries = sources.lists.flatMap((list) => list.entries);
  const lists: ListMould[] = [];
  for (const own of opened) {
    if (own.placed.role !== 'lists') continue;
    const { source, list } = own.placed;
    const gives = entries.filter(
      (entry) => entry.list === list && entry.standing.in.length > 0 && standsOn(entry.source, own),
    );
    const best = gives.reduce<ListEntry | undefined>(
      (most, one) => (most === undefined || one.standing.in.length > most.standing.in.length ? one : most),
      undefined,
    );
    if (best === undefined || (source.means ?? 'person') !== 'person') {
      without.push(`${list} ${own.sheet.file}`);
      continue;
    }
    const { layout, sheet, form } = own;
    const cells = cellsOf(own, best.source.row);
    lists.push({ source, list, layout, sheet, cells, form, categories: best.standing.in });
  }
  return { roster, lists, without };
}

function chosenRows(rows: readonly EnrolmentRow[]): readonly EnrolmentRow[] {
  const kinds = new Map<string, EnrolmentRow[]>();
  for (const row of rows) {
    const { stage = '', setting = '' } = row.enrolment;
    const known = kinds.get(`${stage} ${setting}`);
    if (known === undefined) kinds.set(`${stage} ${setting}`, [row]);
    else if (known.length < SCHOOLS && known.every((one) => one.school !== row.school)) known.push(row);
  }
  const bySchool = [...rows].sort((a, b) => (a.school < b.school ? -1 : a.school > b.school ? 1 : 0));
  const ends = [bySchool[0], bySchool.at(-1)].filter((row) => row !== undefined);
  return [...new Set([...[...kinds.values()].flat(), ...ends])];
}
