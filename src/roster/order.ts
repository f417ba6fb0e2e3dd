import type { SourceRef } from './source.js';

/** Moves the surrogates above the rest of the plane, so that code units compare as code points do. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

/** Order of two texts by code point: the same on every machine, whatever its locale. Negative, 0 or positive. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const end = a.length < b.length ? a.length : b.length;
  for (let i = 0; i < end; i += 1) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Order of two places: list, file, sheet, row. */
export function compareSources(a: SourceRef, b: SourceRef): number {
  return (
    compareText(a.list ?? '', b.list ?? '') ||
    compareText(a.file, b.file) ||
    compareText(a.sheet ?? '', b.sheet ?? '') ||
    a.row - b.row
  );
}
