import type { Cell } from '../../table.js';
import { TextCells } from '../cells.js';
import type { Findings } from '../findings.js';
import { type DateSystem, isDateFormat } from '../workbook/index.js';
import { BiffError, Fields, RECORD, recordsOf } from './records.js';

const BIFF8 = 0x0600;

export interface SheetEntry {
  readonly name: string;
  readonly at: number;
  readonly hidden: boolean;
  /** 0 worksheet, 1 macro sheet, 2 chart, 6 Visual Basic module. */
  readonly kind: number;
}

/** What the first substream of a workbook says about all its sheets. */
export interface Globals {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly Cell[];
  readonly dateFormats: readonly boolean[];
  readonly dateSystem: DateSystem;
  readonly texts: TextCells;
}

function readStrings(fields: Fields, texts: TextCells): Cell[] {
  fields.u32();
  const count = fields.u32();
  const strings: Cell[] = [];
  for (let i = 0; i < count; i++) strings.push(texts.of(fields.string(2)));
  return strings;
}

/** Reads the globals. Issues: `read.encrypted`, `read.unsupportedFormat` for an older BIFF. */
export function readGlobals(stream: Uint8Array, findings: Findings): Globals {
  const texts = new TextCells();
  const sheets: SheetEntry[] = [];
  const formatIds: number[] = [];
  const codes = new Map<number, string>();
  let strings: Cell[] = [];
  let dateSystem: DateSystem = '1900';
  let first = true;
  for (const record of recordsOf(stream)) {
    const fields = new Fields(record);
    if (first) {
      if (record.id !== RECORD.bof) throw new BiffError('start');
      if (fields.u16() !== BIFF8) findings.refuse('read.unsupportedFormat', { format: 'BIFF5' });
      first = false;
    } else if (record.id === RECORD.encryption) {
      findings.refuse('read.encrypted');
    } else if (record.id === RECORD.dateSystem) {
      if (fields.u16() === 1) dateSystem = '1904';
    } else if (record.id === RECORD.format) {
      const id = fields.u16();
      codes.set(id, fields.string(2));
    } else if (record.id === RECORD.cellFormat) {
      fields.u16();
      formatIds.push(fields.u16());
    } else if (record.id === RECORD.boundSheet) {
      const at = fields.u32();
      const hidden = (fields.u8() & 3) !== 0;
      const kind = fields.u8();
      sheets.push({ at, hidden, kind, name: fields.string(1) });
    } else if (record.id === RECORD.sharedStrings) {
      strings = readStrings(fields, texts);
    } else if (record.id === RECORD.eof) break;
  }
  if (first) throw new BiffError('start');
  const dateFormats = formatIds.map((id) => isDateFormat(id, codes.get(id)));
  return { sheets, strings, dateFormats, dateSystem, texts };
}
