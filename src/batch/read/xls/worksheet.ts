import type { Cell, Sheet } from '../../table.js';
import type { Findings } from '../findings.js';
import { Grid, numberCell } from '../workbook/index.js';
import type { Globals, SheetEntry } from './globals.js';
import { BiffError, type BiffRecord, Fields, RECORD, recordsOf } from './records.js';

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
const errorCell = (code: number): Cell => ({ kind: 'error', text: ERRORS[code] ?? '#ERROR' });
const booleanText = (value: number): string => (value === 0 ? 'FALSE' : 'TRUE');

const HIDDEN_ROW = 0x20;
const HIDDEN_COLUMN = 0x01;

/** The walk over one sheet's records. */
class SheetWalk {
  readonly grid: Grid;
  filtered = false;
  private readonly globals: Globals;
  /** Where the text of a formula goes that comes in a record of its own. */
  private awaiting: { row: number; column: number } | null = null;

  constructor(name: string, globals: Globals, findings: Findings) {
    this.grid = new Grid(name, findings);
    this.globals = globals;
  }

  private number(value: number, format: number): Cell {
    const isDate = this.globals.dateFormats[format] ?? false;
    return numberCell(String(value), isDate, this.globals.dateSystem, () => {
      this.grid.timesOfDay += 1;
    });
  }

  take(record: BiffRecord): void {
    const fields = new Fields(record);
    switch (record.id) {
      case RECORD.sharedString:
      case RECORD.label:
      case RECORD.richString:
      case RECORD.number:
      case RECORD.rk:
      case RECORD.boolOrError:
      case RECORD.formula: {
        const row = fields.u16() + 1;
        const column = fields.u16() + 1;
        this.grid.put(row, column, this.cell(record.id, fields, fields.u16(), { row, column }));
        return;
      }
      case RECORD.multipleRk:
        this.numbers(record, fields);
        return;
      case RECORD.string: {
        if (this.awaiting === null) return;
        const { row, column } = this.awaiting;
        this.awaiting = null;
        this.grid.put(row, column, { kind: 'formula', text: fields.string(2) });
        return;
      }
      case RECORD.row: {
        const row = fields.u16() + 1;
        fields.skip(10);
        if ((fields.u16() & HIDDEN_ROW) !== 0) this.grid.hide(row);
        return;
      }
      case RECORD.columns: {
        const [first, last] = [fields.u16() + 1, fields.u16() + 1];
        fields.skip(4);
        if ((fields.u16() & HIDDEN_COLUMN) !== 0) this.grid.hideColumns(first, last);
        return;
      }
      case RECORD.merges:
        for (let left = fields.u16(); left > 0; left--) {
          const [top, bottom, first, last] = [fields.u16(), fields.u16(), fields.u16(), fields.u16()];
          this.grid.merge({ top: top + 1, bottom: bottom + 1, left: first + 1, right: last + 1 });
        }
        return;
      case RECORD.filterMode:
        this.filtered = true;
        return;
      default:
    }
  }

  private cell(id: number, fields: Fields, format: number, place: { row: number; column: number }): Cell {
    switch (id) {
      case RECORD.sharedString: {
        const cell = this.globals.strings[fields.u32()];
        if (cell === undefined) throw new BiffError('shared string');
        return cell;
      }
      case RECORD.label:
      case RECORD.richString:
        return this.globals.texts.of(fields.string(2));
      case RECORD.number:
        return this.number(fields.f64(), format);
      case RECORD.rk:
        return this.number(fields.rk(), format);
      case RECORD.boolOrError: {
        const value = fields.u8();
        return fields.u8() === 1 ? errorCell(value) : { kind: 'boolean', text: booleanText(value) };
      }
      default:
        return this.formula(fields, format, place);
    }
  }

  private numbers(record: BiffRecord, fields: Fields): void {
    const row = fields.u16() + 1;
    const first = fields.u16() + 1;
    const size = record.blocks.reduce((sum, block) => sum + block.length, 0);
    const count = (size - 6) / 6;
    if (!Number.isInteger(count)) throw new BiffError('numbers');
    for (let i = 0; i < count; i++) {
      const format = fields.u16();
      this.grid.put(row, first + i, this.number(fields.rk(), format));
    }
  }

  /** The kept result of a formula: a double, or, where its last two bytes are full, another kind. */
  private formula(fields: Fields, format: number, place: { row: number; column: number }): Cell {
    const result = fields.bytes(8);
    const [kind, , value] = result;
    if (result[6] !== 0xff || result[7] !== 0xff) {
      const number = new DataView(result.buffer).getFloat64(0, true);
      return { kind: 'formula', text: this.number(number, format).text };
    }
    if (kind === 1) return { kind: 'formula', text: booleanText(value ?? 0) };
    if (kind === 2) return errorCell(value ?? 0);
    if (kind === 3) return { kind: 'formula', text: '' };
    this.awaiting = place;
    return { kind: 'blank', text: '' };
  }
}

/** Reads one worksheet of a BIFF8 workbook. A chart inside the sheet has its own start and end and is passed over. */
export function readXlsSheet(
  stream: Uint8Array,
  entry: SheetEntry,
  globals: Globals,
  findings: Findings,
): Sheet {
  const walk = new SheetWalk(entry.name, globals, findings);
  let depth = 0;
  for (const record of recordsOf(stream, entry.at)) {
    if (depth === 0 && record.id !== RECORD.bof) throw new BiffError('sheet');
    if (record.id === RECORD.bof) depth += 1;
    else if (record.id === RECORD.eof) depth -= 1;
    else if (depth === 1) walk.take(record);
    if (depth === 0) {
      const sheet = walk.grid.finish(entry.hidden);
      if (walk.filtered) findings.note('read.filter', {}, { sheet: entry.name });
      return sheet;
    }
  }
  throw new BiffError('sheet ends early');
}
