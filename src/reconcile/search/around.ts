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
