import { compare, type Exact, error, type Issue, parseExact } from '../../value/index.js';
import type { Job } from '../job/index.js';
import type { OpenFact, RowFacts } from './fact-columns.js';
import type { SourceSheet } from './sheet.js';

/** Fewer numbers than this say nothing about the unit of a column. */
const LEAST_NUMBERS = 10;

/**
 * Whether the numbers of a column are in the unit that the job thinks, for columns with `plausible`: the band is where
 * their middle lies, by what the office knows of its families, and is no limit for a single cell. Zeros are left out,
 * being zero in every unit. More than half of at least {@link LEAST_NUMBERS} numbers below the band, or above it, refuse
 * the column: `job.columnTooSmall`, `job.columnTooLarge`. A mistake in a few rows is not seen by this.
 */
export function implausible(
  open: readonly OpenFact[],
  rows: readonly RowFacts[],
  sheet: SourceSheet,
  job: Job,
): readonly Issue[] {
  return open.flatMap(({ fact, column, path }): readonly Issue[] => {
    const { plausible } = column.spec;
    if (plausible === undefined) return [];
    const [least, most] = plausible.map((text) => parseExact(text));
    if (least == null || most == null) return [];
    const numbers = rows
      .map((facts) => facts.get(fact.id))
      .map((value) => (typeof value === 'string' ? parseExact(value) : null))
      .filter((number): number is Exact => number !== null && number.n !== 0n);
    if (numbers.length < LEAST_NUMBERS) return [];
    const counts = (beyond: number): Issue['values'] => ({
      file: sheet.file,
      sheet: sheet.sheet ?? '',
      header: column.header,
      count: numbers.length,
      beyond,
      least: plausible[0],
      most: plausible[1],
    });
    const below = numbers.filter((number) => compare(number, least) < 0).length;
    const above = numbers.filter((number) => compare(number, most) > 0).length;
    if (below * 2 > numbers.length) return [error('job.columnTooSmall', counts(below), job.place(path))];
    if (above * 2 > numbers.length) return [error('job.columnTooLarge', counts(above), job.place(path))];
    return [];
  });
}
