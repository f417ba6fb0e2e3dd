import { formatCivilDate, fromDay, parseCivilDate, toDay } from '../../value/index.js';
import { at, isMapping, renamed, replaced } from '../edit.js';
import type { Edit } from '../mutant.js';
import type { Site } from '../sites.js';

const DECIMAL = /^(-?)([0-9][0-9_]*)(?:\.([0-9]+))?(%?)$/;
const FRACTION = /^(-?[0-9_]+)\/([0-9_]+)$/;
const SPAN = /^([0-9]+) ([a-z]+)$/;

/** A number, fraction or length of time one unit of its last place lower and higher; empty where the text is none. */
export function shifted(text: string): readonly string[] {
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) {
    const [, sign = '', whole = '', fraction = '', percent = ''] = decimal;
    const scaled = BigInt(`${sign}${whole.replaceAll('_', '')}${fraction}`);
    return [scaled - 1n, scaled + 1n].map((moved) => `${written(moved, fraction.length)}${percent}`);
  }
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    const numerator = BigInt((fraction[1] ?? '').replaceAll('_', ''));
    return [numerator - 1n, numerator + 1n].map((moved) => `${moved}/${fraction[2]}`);
  }
  const span = SPAN.exec(text);
  if (span === null) return [];
  const count = BigInt(span[1] ?? '');
  return [count - 1n, count + 1n].filter((moved) => moved > 0n).map((moved) => `${moved} ${span[2]}`);
}

function written(scaled: bigint, places: number): string {
  const [sign, digits] = scaled < 0n ? ['-', String(-scaled)] : ['', String(scaled)];
  if (places === 0) return `${sign}${digits}`;
  const padded = digits.padStart(places + 1, '0');
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** The day before and the day after; empty where the text is no date. */
export function days(text: string): readonly string[] {
  const date = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) ? parseCivilDate(text) : null;
  if (date === null) return [];
  return [toDay(date) - 1, toDay(date) + 1].map((day) => formatCivilDate(fromDay(day)));
}

/** Numbers, cuts and dates, each moved by one. */
export function moves(root: unknown, { path, value }: Site): readonly Edit[] {
  if (typeof value === 'string') return [...moved('shift', shifted(value)), ...moved('date', days(value))];
  return isMapping(value) ? Object.keys(value).flatMap(movedKey) : [];

  function moved(mutation: Edit['mutation'], texts: readonly string[]): readonly Edit[] {
    return texts.map((after) => ({
      mutation,
      path,
      before: value as string,
      after,
      root: replaced(root, path, after),
    }));
  }

  function movedKey(key: string): readonly Edit[] {
    const keyPath = [...path, key];
    // Whole numbers of a table with consecutive rows are names of rows, not cuts.
    if (path.includes('rows') || (path[0] === 'tables' && path.includes('dated') && days(key).length === 0))
      return [];
    const texts = [...shifted(key), ...days(key)].filter((to) => at(value, [to]) === undefined);
    const mutation = days(key).length > 0 ? 'date' : 'shift';
    return texts.map((after) => ({
      mutation,
      path: keyPath,
      key: true,
      before: key,
      after,
      root: renamed(root, keyPath, after),
    }));
  }
}
