import type { Sheet } from '../../table.js';
import { TextCells } from '../cells.js';
import type { Findings } from '../findings.js';
import { READ_LIMITS } from '../limits.js';
import { decodeText, type Encoding, type TextOptions } from '../text/index.js';
import { Grid } from '../workbook/index.js';
import { decodeEntities } from './entities.js';
import { tokensOf } from './tokens.js';

/** What the page says of its own encoding; `gb2312` and `gbk` are read as the set that contains them. */
function statedIn(bytes: Uint8Array): Encoding | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const name = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (name === 'utf-8' || name === 'utf8') return 'utf-8';
  return name === 'gb2312' || name === 'gbk' || name === 'gb18030' ? 'gb18030' : undefined;
}

function span(attributes: string, name: 'colspan' | 'rowspan'): number {
  const stated = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*([0-9]{1,6})`, 'i').exec(attributes)?.[1];
  return Math.max(1, Number(stated ?? 1));
}

const hiddenBy = (attributes: string): boolean => /display\s*:\s*none|\bhidden\b/i.test(attributes);

/** One table: rows and cells as the tags say, an omitted `</td>` or `</tr>` being implied by the next tag. */
class TableWalk {
  readonly grid: Grid;
  private readonly texts: TextCells;
  private readonly findings: Findings;
  /** Columns that a cell of an earlier row reaches down into: the last row it covers. */
  private readonly covered = new Map<number, number>();
  private row = 0;
  private column = 0;
  private cell: { attributes: string; text: string } | null = null;
  private area = 0;

  constructor(name: string, texts: TextCells, findings: Findings) {
    this.grid = new Grid(name, findings);
    this.texts = texts;
    this.findings = findings;
  }

  text(text: string): void {
    if (this.cell !== null) this.cell.text += text;
  }

  private endCell(): void {
    if (this.cell === null) return;
    const { attributes, text } = this.cell;
    this.cell = null;
    do this.column += 1;
    while ((this.covered.get(this.column) ?? 0) >= this.row);
    const [wide, high] = [span(attributes, 'colspan'), span(attributes, 'rowspan')];
    const [right, bottom] = [this.column + wide - 1, this.row + high - 1];
    this.area += wide;
    if (right > READ_LIMITS.columns || this.area > READ_LIMITS.cells)
      this.findings.limit('columns', { row: this.row });
    const shown = decodeEntities(text)
      .split('\n')
      .map((line) => line.replace(/[ \t\r\f]+/g, ' ').replace(/^ | $/g, ''))
      .join('\n');
    this.grid.put(this.row, this.column, this.texts.of(shown));
    if (wide > 1 || high > 1) this.grid.merge({ top: this.row, left: this.column, bottom, right });
    for (let column = this.column; high > 1 && column <= right; column++) this.covered.set(column, bottom);
    this.column = right;
  }

  open(tag: string, attributes: string): void {
    if (tag === 'tr') {
      this.endCell();
      this.row += 1;
      this.column = 0;
      if (hiddenBy(attributes)) this.grid.hide(this.row);
    } else if (tag === 'td' || tag === 'th') {
      this.endCell();
      if (this.row === 0) this.row = 1;
      this.cell = { attributes, text: '' };
    } else if (tag === 'br') this.text('\n');
  }

  close(tag: string): void {
    if (tag === 'td' || tag === 'th' || tag === 'tr' || tag === 'table') this.endCell();
  }
}

/** White space of the source is layout and no content; only `<br>` breaks a line. */
const asLayout = (text: string): string =>
  text.replace(/\s+/g, (run) => (run.includes('\u00a0') ? run : ' '));

function tablesOf(html: string, findings: Findings): TableWalk[] {
  const texts = new TextCells();
  const tables: TableWalk[] = [];
  let open: TableWalk | null = null;
  for (const token of tokensOf(html)) {
    if (token.kind === 'text') open?.text(asLayout(token.text));
    else if (token.tag !== 'table') open?.[token.kind](token.tag, token.attributes);
    else if (token.kind === 'open') {
      if (open !== null) findings.refuse('read.htmlNested');
      open = new TableWalk(`table${tables.length + 1}`, texts, findings);
    } else if (open !== null) {
      open.close('table');
      tables.push(open);
      open = null;
    }
  }
  if (open !== null) findings.refuse('read.htmlUnclosed');
  return tables;
}

/**
 * Reads the tables of a web page, as many systems export them under the name `.xls`. Each table is a sheet named
 * `table1`, `table2` …; a spanning cell fills its whole span. Every cell is text. A table inside a table and a table
 * that never ends are refused.
 */
export function readHtml(
  bytes: Uint8Array,
  options: TextOptions,
  findings: Findings,
): { readonly encoding: Encoding; readonly sheets: Sheet[] } {
  const encoding = options.encoding ?? statedIn(bytes);
  const decoded = decodeText(bytes, { encoding, knownHeaders: options.knownHeaders }, findings);
  const sheets = tablesOf(decoded.text, findings).map((table) => table.grid.finish(false));
  if (sheets.length === 0) findings.refuse('read.htmlNoTable');
  return { encoding: decoded.encoding, sheets };
}
