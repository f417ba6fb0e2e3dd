export { csvFile, formCsv } from './csv.js';
export { FileNames } from './safe-name.js';
export { type PlainSheet, type WorkbookSheet, workbook } from './workbook.js';
