import {
  type CivilDate,
  error,
  failure,
  type Place,
  parseCivilDate,
  type Result,
  success,
} from '../../value/index.js';
import type { RuleSet } from '../rule-set.js';

/** When an edition is in force, by the dates of its header. */
export interface InTime {
  readonly edition: string;
  /** First and last day; without `until` it holds until the next one. */
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly published: CivilDate;
  /** It says why there is a gap to the edition before it, or an overlap with it. */
  readonly gap: boolean;
  readonly overlap: boolean;
  /** Where its dates stand. */
  readonly place: Place;
}

/** An edition of a library, its amendments applied. */
export interface Edition extends InTime {
  readonly file: string;
  /** The edition that its file amends. */
  readonly amends?: string;
  readonly rules: RuleSet;
}

/** All editions of one scheme, in the order of {@link inOrder}. */
export interface Library<E extends InTime = Edition> {
  readonly scheme: string;
  readonly editions: readonly E[];
}

const dateOrder = (a: CivilDate, b: CivilDate): number => a.y - b.y || a.m - b.m || a.d - b.d;

export const sameDates = (a: InTime, b: InTime): boolean =>
  dateOrder(a.from, b.from) === 0 && dateOrder(a.published, b.published) === 0;

/** By the day they come into force, corrections behind what they correct. */
export function inOrder<E extends InTime>(editions: readonly E[]): readonly E[] {
  const byName = (a: InTime, b: InTime): number =>
    a.edition < b.edition ? -1 : a.edition > b.edition ? 1 : 0;
  return [...editions].sort(
    (a, b) => dateOrder(a.from, b.from) || dateOrder(a.published, b.published) || byName(a, b),
  );
}

/**
 * The edition in force on `asOf` as it was known on `knownAt` (both `YYYY-MM-DD`): of those published by then, the one
 * with the latest `from` not after `asOf`, and of these the one published last. Issues: `library.date`,
 * `library.noneInForce` (none had begun, or the last one had ended), `library.equalDates` (two have the same dates, so
 * that nothing says which holds). Section 11 of the rule language.
 */
export function editionAt<E extends InTime>(library: Library<E>, asOf: string, knownAt: string): Result<E> {
  const day = parseCivilDate(asOf);
  const known = parseCivilDate(knownAt);
  if (day === null) return failure(error('library.date', { found: asOf }));
  if (known === null) return failure(error('library.date', { found: knownAt }));
  const begun = library.editions.filter(
    ({ from, published }) => dateOrder(from, day) <= 0 && dateOrder(published, known) <= 0,
  );
  const [last, before] = [...inOrder(begun)].reverse();
  const { scheme } = library;
  if (last === undefined || (last.until !== undefined && dateOrder(last.until, day) < 0))
    return failure(error('library.noneInForce', { scheme, asOf, knownAt }));
  if (before !== undefined && sameDates(last, before))
    return failure(error('library.equalDates', { edition: last.edition, other: before.edition }, last.place));
  return success(last);
}
