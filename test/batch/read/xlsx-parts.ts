import { archive, type Member } from './archive.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface Parts {
  /** The inside of `worksheet` for each sheet. */
  readonly sheets: readonly string[];
  readonly states?: readonly string[];
  readonly strings?: readonly string[];
  /** Number format ids and codes of cell styles 0, 1 … */
  readonly styles?: readonly (readonly [id: number, code?: string])[];
  readonly date1904?: boolean;
  readonly more?: readonly Member[];
  readonly moreRelations?: string;
}

const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const relations = (inside: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** The members of a workbook, written by hand so that each of them can be wrong in one way. */
export function workbookMembers(parts: Parts): Member[] {
  const { sheets, styles = [[0]], strings = [] } = parts;
  const codes = styles.flatMap(([id, code]) =>
    code === undefined ? [] : [`<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`],
  );
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relations(relation(1, 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${parts.date1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          (_, i) =>
            `<sheet name="S${i + 1}" sheetId="${i + 1}" state="${parts.states?.[i] ?? 'visible'}" r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        sheets.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
          relation(101, 'sharedStrings', '/xl/sharedStrings.xml') +
          relation(102, 'styles', 'styles.xml') +
          (parts.moreRelations ?? ''),
      ),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings.map((s) => `<si>${s}</si>`).join('')}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles
        .map(([id]) => `<xf numFmtId="${id}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    ...sheets.map((inside, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}">${inside}</worksheet>`,
    })),
    ...(parts.more ?? []),
  ];
}

export const workbook = (parts: Parts): Uint8Array => archive(workbookMembers(parts));

/** A workbook of one sheet, given its rows. */
export const oneSheet = (rows: string, after = '', more: Omit<Parts, 'sheets'> = {}): Uint8Array =>
  workbook({ ...more, sheets: [`<sheetData>${rows}</sheetData>${after}`] });

/** A cell with its text inside. */
export const inline = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
