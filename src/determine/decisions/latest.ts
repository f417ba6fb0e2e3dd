import type { Decision } from '../../roster/index.js';
import { type CivilDate, compareDates, type Issue, parseCivilDate, warning } from '../../value/index.js';
import { contentOf } from '../raw.js';

export type Kind<K extends Decision['kind']> = Decision & { readonly kind: K };

/** In the order of their dates, and within a day in an order that does not depend on how they were handed in. */
export function knownInTime(
  decisions: readonly Decision[],
  knownAt: CivilDate,
  issues: Issue[],
): readonly Decision[] {
  const place = { path: 'decisions' };
  const known = decisions.filter(({ kind, on }) => {
    const date = parseCivilDate(on);
    if (date === null) issues.push(warning('decision.date', { kind }, place));
    else if (compareDates(date, knownAt) > 0)
      issues.push(warning('decision.notYetKnown', { kind, on }, place));
    else return true;
    return false;
  });
  return known
    .map((decision) => [orderOf(decision), decision] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, decision]) => decision);
}

function orderOf(decision: Decision): string {
  const { on, by, because, source, ...rest } = decision;
  const place = source === undefined ? [] : [source.file, source.sheet, source.row, source.list].map(String);
  return JSON.stringify([on, by, because, contentOf(rest), ...place]);
}

/** Of each thing the word of the latest day; `conflict` where that day has two that differ. */
export function latest<D extends Decision>(
  ordered: readonly D[],
  thing: (one: D) => string,
  says: (one: D) => unknown,
): ReadonlyMap<string, D | 'conflict'> {
  const days = new Map<string, D[]>();
  for (const one of ordered) {
    const day = days.get(thing(one));
    if (day?.[0]?.on === one.on) day.push(one);
    else days.set(thing(one), [one]);
  }
  return new Map(
    [...days].map(([name, day]) => {
      const first = day[0] as D;
      return [name, day.every((one) => says(one) === says(first)) ? first : 'conflict'];
    }),
  );
}
