import { parseCivilDate } from '../../../value/index.js';
import type { Cell, Sheet } from '../../table.js';
import { BLANK, columnLetter, type TextCells } from '../cells.js';
import type { Findings } from '../findings.js';
import { type DateSystem, Grid, type MergedRange, numberCell } from '../workbook/index.js';
import type { Package } from './package.js';
import { unescapeCell } from './shared-strings.js';
import type { Attributes } from './xml.js';

/** What the cells of every sheet of one workbook refer to. */
export interface WorkbookContext {
  readonly strings: readonly Cell[];
  readonly dateStyles: readonly boolean[];
  readonly dateSystem: DateSystem;
  readonly texts: TextCells;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** 1-based row and column of `B12`; `null` where it is no place of a sheet. */
function placeOf(reference: string): { row: number; column: number } | null {
  let column = 0;
  let i = 0;
  for (; i < reference.length && i < 3; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const digits = reference.slice(i);
  if (!/^[1-9][0-9]{0,6}$/.test(digits)) return null;
  const row = Number(digits);
  return column >= 1 && column <= LAST_COLUMN && row <= LAST_ROW ? { row, column } : null;
}

function rangeOf(reference: string): MergedRange | null {
  const [first = '', second = first] = reference.replaceAll('$', '').split(':');
  const [from, to] = [placeOf(first), placeOf(second)];
  if (from === null || to === null || to.row < from.row || to.column < from.column) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

const on = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The walk over one `worksheet` part: rows and cells as they come, then merged ranges and the filter. */
class WorksheetWalk {
  readonly grid: Grid;
  filtered = false;
  private readonly pack: Package;
  private readonly part: string;
  private readonly findings: Findings;
  private readonly context: WorkbookContext;
  private inData = false;
  private inCell = false;
  private row = 0;
  private column = 0;
  private type = 'n';
  private style = 0;
  private formula = false;
  private value = '';
  private inline = '';
  private taking: 'value' | 'inline' | null = null;
  private phonetic = 0;

  constructor(name: string, part: string, pack: Package, context: WorkbookContext, findings: Findings) {
    this.grid = new Grid(name, findings);
    this.part = part;
    this.pack = pack;
    this.context = context;
    this.findings = findings;
  }

  open(name: string, attributes: Attributes): void {
    if (this.inCell) this.openInCell(name);
    else if (name === 'c' && this.inData) this.openCell(attributes);
    else if (name === 'row' && this.inData) this.openRow(attributes);
    else if (name === 'sheetData') this.inData = true;
    else if (name === 'autoFilter') this.filtered = true;
    else if (name === 'col' && on(attributes('hidden')))
      this.grid.hideColumns(Number(attributes('min')), Number(attributes('max')));
    else if (name === 'mergeCell')
      this.grid.merge(rangeOf(attributes('ref') ?? '') ?? this.pack.unreadable(this.part));
  }

  private openRow(attributes: Attributes): void {
    const stated = attributes('r');
    this.row = stated === undefined ? this.row + 1 : Number(stated);
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > LAST_ROW) this.pack.unreadable(this.part);
    this.column = 0;
    if (on(attributes('hidden'))) this.grid.hide(this.row);
  }

  private openCell(attributes: Attributes): void {
    const reference = attributes('r');
    if (reference === undefined) this.column += 1;
    else {
      const place = placeOf(reference) ?? this.pack.unreadable(this.part);
      if (place.row !== this.row) this.pack.unreadable(this.part);
      this.column = place.column;
    }
    this.inCell = true;
    this.type = attributes('t') ?? 'n';
    this.style = Number(attributes('s') ?? 0);
    this.formula = false;
    this.value = '';
    this.inline = '';
  }

  private openInCell(name: string): void {
    if (name === 'v') this.taking = 'value';
    else if (name === 't') this.taking = 'inline';
    else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.phonetic += 1;
  }

  text(text: string): void {
    if (this.taking === 'value') this.value += text;
    else if (this.taking === 'inline' && this.phonetic === 0) this.inline += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.taking = null;
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'c' && this.inCell) {
      this.inCell = false;
      this.grid.put(this.row, this.column, this.cell());
    } else if (name === 'sheetData') this.inData = false;
  }

  private cell(): Cell {
    const stored = this.stored();
    // An error is an error, whatever made it; of a formula only the kept result is known.
    return this.formula && stored.kind !== 'error' ? { kind: 'formula', text: stored.text } : stored;
  }

  private stored(): Cell {
    const { value, context } = this;
    switch (this.type) {
      case 's': {
        const cell = /^[0-9]+$/.test(value) ? context.strings[Number(value)] : undefined;
        if (cell !== undefined) return cell;
        // Not a blank: the text that stood here is lost, and someone's row with it.
        const place = { sheet: this.grid.name, row: this.row, header: columnLetter(this.column) };
        return this.findings.refuse('read.xlsxUnreadable', { part: this.part }, place);
      }
      case 'inlineStr':
        return context.texts.of(unescapeCell(this.inline));
      case 'str':
        return context.texts.of(unescapeCell(value));
      case 'b':
        return { kind: 'boolean', text: on(value) ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: value };
      case 'd':
        // ISO 8601 with or without a time; anything else is no date.
        return parseCivilDate(value.slice(0, 10)) === null
          ? { kind: 'error', text: value }
          : { kind: 'date', text: value.slice(0, 10) };
      default: {
        const digits = value.trim();
        if (digits === '') return BLANK;
        const isDate = context.dateStyles[this.style] ?? false;
        return numberCell(digits, isDate, context.dateSystem, () => {
          this.grid.timesOfDay += 1;
        });
      }
    }
  }
}

/** Reads one worksheet. Issues: `read.xlsxUnreadable`, `read.doctype`, `read.cellTwice`, `read.limit` and notes. */
export function readWorksheet(
  name: string,
  hidden: boolean,
  part: string,
  pack: Package,
  context: WorkbookContext,
  findings: Findings,
): Sheet {
  const walk = new WorksheetWalk(name, part, pack, context, findings);
  pack.walk(part, {
    open: (tag, attributes) => walk.open(tag, attributes),
    text: (text) => walk.text(text),
    close: (tag) => walk.close(tag),
  });
  const sheet = walk.grid.finish(hidden);
  if (walk.filtered) findings.note('read.filter', {}, { sheet: name });
  return sheet;
}
