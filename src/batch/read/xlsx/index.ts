import type { Sheet } from '../../table.js';
import { TextCells } from '../cells.js';
import type { Findings } from '../findings.js';
import type { DateSystem } from '../workbook/index.js';
import { Package } from './package.js';
import { readSharedStrings } from './shared-strings.js';
import { readDateStyles } from './styles.js';
import { readWorksheet, type WorkbookContext } from './worksheet.js';
import { Zip } from './zip.js';

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly dateSystem: DateSystem;
}

function readWorkbook(pack: Package, part: string): Workbook {
  const sheets: SheetEntry[] = [];
  let dateSystem: DateSystem = '1900';
  pack.walk(part, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && ['1', 'true'].includes(attributes('date1904') ?? '')) dateSystem = '1904';
      if (name !== 'sheet') return;
      const state = attributes('state') ?? 'visible';
      sheets.push({
        name: attributes('name') ?? '',
        hidden: state !== 'visible',
        relation: attributes('id') ?? '',
      });
    },
  });
  return { sheets, dateSystem };
}

/** A zip that is some other kind of document, by what only that kind holds. */
function refuseOthers(zip: Zip, findings: Findings): void {
  const other = (format: string): never => findings.refuse('read.unsupportedFormat', { format });
  if (zip.has('xl/workbook.bin')) other('xlsb');
  if (zip.has('word/document.xml')) findings.refuse('read.notATable', { format: 'Word' });
  if (zip.has('ppt/presentation.xml')) findings.refuse('read.notATable', { format: 'PowerPoint' });
  const kind = zip.has('mimetype') ? new TextDecoder().decode(zip.read('mimetype')) : '';
  if (kind.includes('opendocument.spreadsheet')) other('ods');
  if (!zip.has('[Content_Types].xml')) findings.refuse('read.notATable', { format: 'zip' });
}

/**
 * Reads every worksheet of an xlsx.
 *
 * This is our own reader and not a library's, because the libraries keep none of what a list of persons needs: they
 * turn stored digits into floating point, give an empty cell for a shared string that is not there, read on after a
 * sheet that ends in the middle, and take a million rows for one far cell. The tests hold it against such a library.
 */
export function readXlsx(bytes: Uint8Array, findings: Findings): Sheet[] {
  const zip = new Zip(bytes, findings);
  refuseOthers(zip, findings);
  const pack = new Package(zip, findings);
  const main = pack.relations('').find(({ kind }) => kind === 'officeDocument');
  if (main === undefined) return pack.unreadable('_rels/.rels');
  const { sheets, dateSystem } = readWorkbook(pack, main.path);
  const relations = pack.relations(main.path);
  const partOf = (kind: string): string | undefined =>
    relations.find((relation) => relation.kind === kind)?.path;

  const texts = new TextCells();
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  const context: WorkbookContext = {
    strings: strings === undefined ? [] : readSharedStrings(pack, strings).map((text) => texts.of(text)),
    dateStyles: styles === undefined ? [] : readDateStyles(pack, styles),
    dateSystem,
    texts,
  };
  if (zip.names().some((name) => /vbaProject\.bin$/i.test(name))) findings.note('read.macros');
  if (relations.some(({ kind }) => kind === 'externalLink')) findings.note('read.externalLinks');

  const read: Sheet[] = [];
  for (const { name, hidden, relation } of sheets) {
    const target = relations.find(({ id }) => id === relation);
    if (target === undefined) return pack.unreadable(main.path);
    if (target.kind === 'worksheet')
      read.push(readWorksheet(name, hidden, target.path, pack, context, findings));
    else findings.note('read.sheetSkipped', { kind: target.kind }, { sheet: name });
  }
  if (read.length === 0) findings.refuse('read.noSheet');
  return read;
}
