import { mix } from './packed-id.js';

/** The mark of everybody. */
export const ANYWHERE = 0xffff_ffff;

/**
 * Marks of 32 bits for divisions and birth years together: who belongs to one of these divisions and was born in one of
 * these years has a bit in common with the mark of both. Others may have one too, so whoever looks asks again; but most
 * are done with at the sight of one number. Where no year is given it may be any.
 */
export function aroundMark(areas: readonly number[], years: readonly number[]): number {
  if (years.length === 0) return ANYWHERE;
  let mark = 0;
  for (const area of areas) for (const year of years) mark |= 1 << (mix(area, year) & 31);
  return mark >>> 0;
}

/** The code of a row that {@link aroundCode} does not tell. */
export const ASK = 0xffff_ffff;

/** One number of a division and a birth year where there is one of each, so that few rows have to be asked; else `ASK`. */
export function aroundCode(areas: readonly number[], years: readonly number[]): number {
  return areas.length === 1 && years.length === 1 ? mix(areas[0]!, years[0]!) : ASK;
}

/** The codes of these divisions and years, each with each: whoever belongs to one of both has one of these, or `ASK`. */
export const aroundCodes = (areas: readonly number[], years: readonly number[]): readonly number[] => [
  ASK,
  ...areas.flatMap((area) => years.map((year) => mix(area, year))),
];

/** Mark and code of a row of the roster. */
export type AroundMarks = (row: number) => readonly [mark: number, code: number];
