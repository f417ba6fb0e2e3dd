import { isDateFormat } from '../workbook/index.js';
import type { Package } from './package.js';

/** Which cell styles show a date, by the number that a cell gives in `s`. */
export function readDateStyles(pack: Package, part: string): boolean[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCellFormats = false;
  pack.walk(part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt') codes.set(Number(attributes('numFmtId')), attributes('formatCode') ?? '');
      else if (name === 'xf' && inCellFormats) formats.push(Number(attributes('numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}
