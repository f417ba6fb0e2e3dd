import {
  daysBetween,
  error,
  formatCivilDate,
  fromDay,
  type Issue,
  toDay,
  warning,
} from '../../value/index.js';
import { type InTime, inOrder, sameDates } from './library.js';

/**
 * What is wrong between the editions of a scheme: `library.equalDates` (two with the same `from` and `published`),
 * `library.gap` (days on which none is in force, between one edition's `until` and the next one's `from`) and
 * `library.overlap` (an `until` that is not before the next `from`), unless the later edition says why in its header.
 * A reason for a gap or an overlap that is not there is the warning `library.notThere`. Of an edition and its
 * corrections the one published last counts. Section 11 of the rule language.
 */
export function timeIssues(editions: readonly InTime[]): readonly Issue[] {
  const sorted = inOrder(editions);
  const equal = sorted.flatMap((edition, i): Issue[] => {
    const other = sorted[i - 1];
    return other !== undefined && sameDates(edition, other)
      ? [error('library.equalDates', { edition: edition.edition, other: other.edition }, edition.place)]
      : [];
  });
  // Of those that begin on one day the last one stands.
  const standing = sorted.filter((edition, i) => {
    const next = sorted[i + 1];
    return next === undefined || daysBetween(edition.from, next.from) !== 0;
  });
  return [...equal, ...standing.flatMap((edition, i) => between(standing[i - 1], edition))];
}

function between(before: InTime | undefined, edition: InTime): readonly Issue[] {
  const { gap, overlap, place } = edition;
  const until = before?.until;
  // Days from the end of the one to the beginning of the other: 1 is seamless.
  const days = until === undefined ? 1 : daysBetween(until, edition.from);
  const values = (first: number, last: number): Issue['values'] => ({
    edition: edition.edition,
    before: before?.edition ?? '',
    from: formatCivilDate(fromDay(first)),
    until: formatCivilDate(fromDay(last)),
  });
  const begins = toDay(edition.from);
  const ended = until === undefined ? begins : toDay(until);
  const notThere = (what: string): Issue =>
    warning('library.notThere', { what, edition: edition.edition }, place);
  return [
    ...(days > 1 && !gap ? [error('library.gap', values(ended + 1, begins - 1), place)] : []),
    ...(days < 1 && !overlap ? [error('library.overlap', values(begins, ended), place)] : []),
    ...(days <= 1 && gap ? [notThere('gap')] : []),
    ...(days >= 1 && overlap ? [notThere('overlap')] : []),
  ];
}
