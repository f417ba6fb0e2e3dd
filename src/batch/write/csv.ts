import { say } from '../../explain/index.js';
import { type Form, gridOf } from '../form/index.js';

/** What a spreadsheet program would take for the beginning of a formula, full-width forms and leading blanks included. */
const FORMULA = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

/** A cell that no spreadsheet program runs: what could be a formula is led by an apostrophe. Quoted by RFC 4180 where needed. */
export function csvCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A CSV file for people: UTF-8 with byte-order mark, CRLF, every cell guarded. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/**
 * A form as a file that every spreadsheet program opens. It is read back like the workbook. One question is one line: lines
 * within a cell, which programs that read line by line would tear apart, stand beside each other.
 */
export function formCsv(form: Form): string {
  const { head, header, rows } = gridOf(form);
  // A row that is shorter than the others would be a finding when the file comes back.
  const whole = head.map((row) => header.map((_, i) => row[i] ?? ''));
  const stop = say(form.lang, '；', '; ');
  return csvFile([...whole, header, ...rows.map((row) => row.map((cell) => cell.replaceAll('\n', stop)))]);
}
