import { checkCharacter } from '../../roster/index.js';

/** 17 digits and a digit or X, which fit two 32-bit numbers. */
const PACKABLE = /^[0-9]{17}[0-9X]$/;

export const isPackable = (text: string): boolean => PACKABLE.test(text);

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/** Digits 1 to 9: the division and three digits of the year. */
export const highPart = (id: string): number => digits(id, 0, 9);

/** Digits 10 to 17 and the check character (X is 10), the latter in the last four bits. */
export function lowPart(id: string): number {
  const check = id.charAt(17) === 'X' ? 10 : id.charCodeAt(17) - 48;
  return digits(id, 9, 17) * 16 + check;
}

/** The 18 characters of which these are the parts. */
export function unpacked(high: number, low: number): string {
  const check = low % 16;
  const middle = (low - check) / 16;
  return `${String(high).padStart(9, '0')}${String(middle).padStart(8, '0')}${check === 10 ? 'X' : check}`;
}

/** `a` times `b` in 32 bits, on plain numbers. */
const times = (a: number, b: number): number => ((a & 0xffff) * b + ((((a >>> 16) * b) & 0xffff) << 16)) | 0;

/** One 32-bit key of two numbers. Different pairs may share one, so whoever looks up compares again. */
export function mix(high: number, low: number): number {
  let key = times(high ^ (high >>> 15), 0x2c1b3c6d) ^ low;
  key = times(key ^ (key >>> 12), 0x297a2d39);
  return (key ^ (key >>> 15)) >>> 0;
}

/** One 32-bit key of a text, with the same caution. */
export function textKey(text: string): number {
  let key = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) key = times(key ^ text.charCodeAt(i), 0x01000193);
  return mix(key >>> 0, text.length);
}

/** Whether the check character fits. */
export const passesCheck = (id: string): boolean => checkCharacter(id) === id.charAt(17);
