import type { Package } from './package.js';

/** `_x000D_` and the like: how a workbook writes characters that XML cannot hold. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The shared strings: plain text or the runs of rich text put together; phonetic guides (`rPh`) are no text. */
export function readSharedStrings(pack: Package, part: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  pack.walk(part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = true;
    },
    text: (run) => {
      if (inText && phonetic === 0) text += run;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') strings.push(unescapeCell(text));
    },
  });
  return strings;
}
