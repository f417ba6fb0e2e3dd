import type { CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Language } from '../../explain/index.js';
import { type ColumnId, columnOf, type Form, gridOf, visible } from '../form/index.js';
import { columnLetter } from '../read/index.js';
import { runsOf } from './ranges.js';

/** A sheet that is only read: words for people, a table of numbers. */
export interface PlainSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows from the top that are a header and stay in sight. */
  readonly header: number;
  readonly widths: readonly number[];
}

export type WorkbookSheet = Form | PlainSheet;

/** Every cell is text: a spreadsheet then keeps the 18 digits of an ID, and runs nothing. */
const TEXT: CellStyle = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } };
const NOTE: CellStyle = { numFmt: '@', alignment: { vertical: 'top' } };
const line = { style: 'thin', color: { rgb: 'FFBFBFBF' } } as const;
const BORDER: NonNullable<CellStyle['border']> = { top: line, bottom: line, left: line, right: line };
const filled = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});

/** The header says by its colour whose word a column is: grey ours, blue the list's, green the roster's, yellow yours. */
const SIDES: Readonly<Record<ReturnType<typeof columnOf>['side'], string>> = {
  task: 'FFE7E6E6',
  list: 'FFDDEBF7',
  roster: 'FFE2EFDA',
  answer: 'FFFFF2CC',
  binding: 'FFF2F2F2',
};

/** A list of choices in a cell may have this many characters; more makes Excel call the file damaged. */
const MOST_CHOICES = 255;

/**
 * A workbook. The same sheets give the same bytes on one machine: nothing in it tells the time. Another version of zlib
 * may pack the same content differently, so no digest should rest on a workbook.
 */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  // Loaded when first needed: most runs of the library write none.
  const { writeXlsx } = await import('hucre/xlsx');
  const epoch = new Date(0);
  return writeXlsx({
    sheets: sheets.map((sheet) => ('header' in sheet ? plain(sheet) : questions(sheet))),
    properties: { creator: 'bulou', created: epoch, modified: epoch },
  });
}

const landscape = (rows: number): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  ...(rows > 0 ? { printTitlesRow: `$1:$${rows}` } : {}),
});

function plain({ sheet, rows, header, widths }: PlainSheet): WriteSheet {
  const cells = new Map<string, { readonly style: CellStyle }>();
  for (let row = 0; row < header; row += 1)
    for (const [i] of (rows[row] ?? []).entries())
      cells.set(`${row},${i}`, { style: { ...TEXT, font: { bold: true }, fill: filled(SIDES.task) } });
  return {
    name: sheet,
    columns: widths.map((width) => ({ width, style: TEXT })),
    rows: rows.map((row) => row.map(visible)),
    cells,
    ...(header > 0 ? { freezePane: { rows: header } } : {}),
    pageSetup: landscape(header),
  };
}

function questions(form: Form): WriteSheet {
  const { head, header, rows } = gridOf(form);
  const above = head.length + 1;
  const columns = form.columns.map((id) => {
    const { side, width } = columnOf(id);
    if (side !== 'answer') return { width, style: { ...TEXT, border: BORDER } };
    const numFmt = id === 'on' ? 'yyyy-mm-dd' : '@';
    return { width, style: { ...TEXT, numFmt, border: BORDER, fill: filled('FFFFFBEB') } };
  });
  const cells = new Map<string, { readonly style: CellStyle }>();
  for (const [i, id] of form.columns.entries()) {
    for (const [row] of head.entries()) cells.set(`${row},${i}`, { style: NOTE });
    const style = { ...TEXT, border: BORDER, font: { bold: true }, fill: filled(SIDES[columnOf(id).side]) };
    cells.set(`${head.length},${i}`, { style });
  }
  cells.set('0,1', { style: { ...NOTE, font: { bold: true, size: 13 } } });
  const last = columnLetter(form.columns.length);
  return {
    name: form.sheet,
    columns,
    rows: [...head, header, ...rows].map((row) => row.map((cell) => (cell === '' ? null : cell))),
    cells,
    dataValidations: choices(form, above),
    freezePane: { rows: above, columns: 1 },
    ...(rows.length > 0 ? { autoFilter: { range: `A${above}:${last}${above + rows.length}` } } : {}),
    pageSetup: landscape(above),
  };
}

const ASK: Readonly<Record<Language, { readonly title: string; readonly text: string }>> = {
  zh: { title: '请从下拉框中选择', text: '这里只能选下拉框里的内容；拿不准的，请留空。' },
  en: { title: 'Choose from the list', text: 'Choose one of the list, or leave the cell blank.' },
};

/** Drop-downs. A conclusion is one of the list; a student who is none of the candidates may be typed after a warning. */
function choices(form: Form, above: number): DataValidation[] {
  const groups = new Map<
    string,
    { readonly id: ColumnId; readonly values: string[]; readonly at: number[] }
  >();
  for (const [i, row] of form.rows.entries()) {
    const offers = [
      ['conclusion', row.conclusions],
      ['chosen', row.chosen],
      ['value', row.values],
    ] as const;
    for (const [id, offered] of offers) {
      if (offered === undefined || offered.length === 0) continue;
      const values = offered.map(visible);
      if (values.some((value) => /[,"\n]/.test(value)) || values.join(',').length > MOST_CHOICES) continue;
      const key = JSON.stringify([id, values]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { id, values, at: [above + 1 + i] });
      else group.at.push(above + 1 + i);
    }
  }
  const { title, text } = ASK[form.lang];
  return [...groups.values()].map(({ id, values, at }): DataValidation => {
    const letter = columnLetter(form.columns.indexOf(id) + 1);
    return {
      type: 'list',
      values,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: id === 'chosen' ? 'warning' : 'stop',
      errorTitle: title,
      errorMessage: text,
      range: runsOf(at)
        .map(([first, end]) => `${letter}${first}:${letter}${end}`)
        .join(' '),
    };
  });
}
