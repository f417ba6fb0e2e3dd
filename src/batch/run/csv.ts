/** What a spreadsheet program would take for the beginning of a formula, full-width forms and leading blanks included. */
const FORMULA = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

/** A cell that no spreadsheet program runs: what could be a formula is led by an apostrophe. Quoted by RFC 4180 where needed. */
export function csvCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A CSV file for people: UTF-8 with byte-order mark, CRLF, every cell guarded. */
export function csvFile(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
