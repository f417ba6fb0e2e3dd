import type { ColumnSpec, Job, JobDocument, ListSource, RosterSource } from '../job/index.js';
import { Columns, type SourceSheet } from '../source/index.js';
import type { Cell } from '../table.js';
import type { Mould } from './moulds.js';
import { delimiterName, HTML_SHEET, htmlBytes, type TwinForm, textBytes } from './twin-form.js';

/** A file of sentinels beside the real ones: laid out as the file of its moulds, read by the same columns. */
export interface TwinFile {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: (readonly Cell[])[];
  readonly form: TwinForm;
}

/** Below the header, which is the first row. */
const FIRST_ROW = 2;
const SHEET = 'S';

/** Writes one row and says which it is. */
export function addRow(twin: TwinFile, cells: readonly Cell[]): number {
  twin.rows.push(cells);
  return twin.rows.length + FIRST_ROW - 1;
}

const BLANK: Cell = { kind: 'blank', text: '' };
export const text = (said: string): Cell => (said === '' ? BLANK : { kind: 'text', text: said });
export const number = (digits: string): Cell => ({ kind: 'number', text: digits });

/** The cells of a mould with some of them set anew. */
export function recast(mould: Mould<unknown>, set: ReadonlyMap<number, Cell>): readonly Cell[] {
  const width = Math.max(
    mould.sheet.headers.length,
    mould.cells.length,
    ...[...set.keys()].map((i) => i + 1),
  );
  return Array.from({ length: width }, (_, i) => set.get(i) ?? mould.cells[i] ?? BLANK);
}

/** Where the columns of a source stand in its sheet. */
export class ColumnsOf {
  private readonly columns: Columns;

  constructor(sheet: SourceSheet, job: Job) {
    this.columns = new Columns(sheet, job);
  }

  at(spec: ColumnSpec | undefined): number | undefined {
    const index = this.columns.optional(spec, [])?.index ?? -1;
    return index < 0 ? undefined : index;
  }
}

/** A source of the job that reads a twin file as it reads the file of the mould. */
export function twinSource<S extends RosterSource | ListSource>(mould: Mould<S>, twin: TwinFile): S {
  const { layout } = mould;
  const { form } = twin;
  return {
    ...mould.source,
    files: undefined,
    file: twin.name,
    encoding: form.kind === 'workbook' ? undefined : form.encoding,
    delimiter: form.kind === 'text' ? delimiterName(form.delimiter) : undefined,
    sheet: form.kind === 'text' ? undefined : [form.kind === 'html' ? HTML_SHEET : SHEET],
    other_sheets: undefined,
    header: [1],
    from_row: undefined,
    fill_down: undefined,
    sha256: undefined,
    skip: { is: [...layout.skipIs], starts_with: [...layout.skipStartsWith] },
    unknown: [...layout.unknown],
    ...(layout.listDate === undefined ? {} : { list_date: layout.listDate }),
    ...(layout.covers === undefined ? {} : { covers: [...layout.covers] }),
  };
}

export async function twinBytes(twin: TwinFile): Promise<Uint8Array> {
  const { form } = twin;
  if (form.kind === 'text') return textBytes(form, twin.headers, twin.rows);
  if (form.kind === 'html') return htmlBytes(form, twin.headers, twin.rows);
  const { writeXlsx } = await import('hucre/xlsx');
  const epoch = new Date(0);
  return writeXlsx({
    sheets: [{ name: SHEET, rows: [[...twin.headers], ...twin.rows.map((row) => row.map(cellValue))] }],
    properties: { creator: 'bulou', created: epoch, modified: epoch },
  });
}

function cellValue({ kind, text: said }: Cell): string | number | boolean | Date | null {
  if (kind === 'blank' || said === '') return null;
  if (kind === 'number') return Number(said);
  if (kind === 'boolean') return said === 'true' || said === 'TRUE' || said === '1';
  return kind === 'date' ? new Date(`${said}T00:00:00Z`) : said;
}

/** The job with the twin files beside the real ones. Places of what is only in it are those of the job. */
export function withTwins(
  job: Job,
  roster: readonly RosterSource[],
  lists: readonly { readonly list: string; readonly source: ListSource }[],
): Job {
  const document: JobDocument = { ...job.document, roster: [...job.document.roster, ...roster] };
  const all = { ...document.lists };
  for (const { list, source } of lists) all[list] = [...(all[list] ?? []), source];
  return { ...job, document: { ...document, lists: all }, place: () => ({ file: job.file }) };
}
