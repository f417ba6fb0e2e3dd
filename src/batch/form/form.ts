import type { Language } from '../../explain/index.js';
import { ANSWER_COLUMNS, COLUMNS, type ColumnId, columnOf } from './columns.js';
import { visible } from './visible.js';

/** The first cell of every form: by this a filled form is known again, whatever its file is called. */
export const FORM_FORMAT = 'bulou-form/0';

/** One question to people, and what the drop-downs of its answer offer. */
export interface FormRow {
  readonly cells: Readonly<Partial<Record<ColumnId, string>>>;
  readonly conclusions?: readonly string[];
  readonly chosen?: readonly string[];
  readonly values?: readonly string[];
}

/** One sheet of questions. */
export interface Form {
  readonly sheet: string;
  readonly lang: Language;
  readonly title: string;
  /** How to fill it in, one line each. */
  readonly notes: readonly string[];
  readonly columns: readonly ColumnId[];
  readonly rows: readonly FormRow[];
}

/** The rows of a form as texts: the line of its format, the notes, the header, then one row a question. */
export function gridOf(form: Form): {
  readonly head: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  return {
    head: [[FORM_FORMAT, visible(form.title)], ...form.notes.map((note) => ['', visible(note)])],
    header: form.columns.map((id) => columnOf(id)[form.lang]),
    rows: form.rows.map(({ cells }) => form.columns.map((id) => visible(cells[id] ?? ''))),
  };
}

/** Columns of these ids in the order of {@link COLUMNS}, with those that are filled in and the key. */
export function formColumns(shown: readonly ColumnId[]): readonly ColumnId[] {
  const wanted = new Set<ColumnId>([...shown, ...ANSWER_COLUMNS, 'key']);
  return COLUMNS.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
}
