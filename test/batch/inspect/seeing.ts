import type { ColumnInspection, Inspection, SheetInspection } from '../../../src/batch/inspect/index.js';
import { inspectFile } from '../../../src/batch/inspect/index.js';

export const inspectText = (text: string, name = 'list.csv'): Promise<Inspection> =>
  inspectFile(name, new TextEncoder().encode(text), { encoding: 'utf-8' });

export async function sheetOf(text: string): Promise<SheetInspection> {
  const { sheets } = await inspectText(text);
  return sheets[0]!;
}

export function column(sheet: SheetInspection, header: string): ColumnInspection {
  const found = sheet.columns.find((one) => one.header === header);
  if (found === undefined) throw new Error(`no column ${header}`);
  return found;
}

/** Lines of a text table, the same row repeated where a column must look like options. */
export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
