import type { Sheet } from '../../table.js';
import type { Findings } from '../findings.js';
import { readGlobals } from './globals.js';
import { OleFile } from './ole.js';
import { BiffError } from './records.js';
import { readXlsSheet } from './worksheet.js';

const WORKSHEET = 0;
const KINDS: Readonly<Record<number, string>> = { 1: 'macro', 2: 'chart', 6: 'VBA' };

/**
 * Reads every worksheet of a BIFF8 workbook (`.xls` of Excel 97 to 2003). Refused by name: an encrypted workbook,
 * whether the whole container or its records, and the older BIFF.
 *
 * Our own reader, because the library at hand gives formulas and errors as plain text and numbers, tells nothing of
 * hidden sheets and rows, does not see encryption, and knows no Chinese date formats. The tests hold it against it.
 */
export function readXls(bytes: Uint8Array, findings: Findings): Sheet[] {
  const ole = new OleFile(bytes, findings);
  if (ole.has('EncryptedPackage') || ole.has('EncryptionInfo')) findings.refuse('read.encrypted');
  if (ole.has('WordDocument')) findings.refuse('read.notATable', { format: 'Word' });
  const stream = ole.stream('Workbook');
  if (stream === undefined) {
    if (ole.has('Book')) return findings.refuse('read.unsupportedFormat', { format: 'BIFF5' });
    return findings.refuse('read.notATable', { format: 'OLE2' });
  }
  try {
    const globals = readGlobals(stream, findings);
    const sheets: Sheet[] = [];
    for (const entry of globals.sheets) {
      if (entry.kind === WORKSHEET) sheets.push(readXlsSheet(stream, entry, globals, findings));
      else
        findings.note(
          'read.sheetSkipped',
          { kind: KINDS[entry.kind] ?? String(entry.kind) },
          { sheet: entry.name },
        );
    }
    if (sheets.length === 0) findings.refuse('read.noSheet');
    return sheets;
  } catch (cause) {
    if (cause instanceof BiffError) findings.refuse('read.xlsUnreadable', { part: cause.message });
    throw cause;
  }
}
