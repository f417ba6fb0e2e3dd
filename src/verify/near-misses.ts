import { isDecided } from './matching.js';
import { type Keyed, merged } from './merge.js';
import type { ListPerson, RosterPerson } from './people.js';
import type { Checking } from './report.js';

const CLOSED = ['notEnrolledHere', 'invalid', 'notAStudent'];
/** Characters of an ID that was damaged by one slip at most, and the half that such a slip leaves as it was. */
const [LEAST, MOST, HALF] = [17, 19, 8];

/** IDs of a row, whole or with one character too few or too many. */
function numbersOf({ identity }: ListPerson | RosterPerson): readonly string[] {
  const { bare } = identity;
  const odd = bare.length >= LEAST && bare.length <= MOST && /^[0-9]{8,}/.test(bare) ? [bare] : [];
  return [...new Set([...identity.ids.possible, ...identity.formerIds.possible, ...odd])];
}

/** Whether two texts differ by one character changed, left out or put in, or by two neighbours exchanged. */
export function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = (a.length < b.length ? a.length : b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * Entries that were closed and yet are near to somebody of the roster: an ID one slip away, or the same name and birth
 * date. This is where rows hide that balance and are wrong, so each is shown; one that no person closed is an error.
 */
export function checkNearMisses(
  entries: readonly ListPerson[],
  roster: readonly RosterPerson[],
  check: Checking,
): void {
  const closed = entries.filter(({ of }) => CLOSED.includes(of.state));
  check.compared += closed.length;
  const near = new Map<ListPerson, 'id' | 'nameAndBirth'>();
  const born = <T extends ListPerson | RosterPerson>(all: readonly T[]): readonly Keyed<T>[] =>
    all.flatMap((of) =>
      of.name.forms.flatMap((form) => of.identity.births.map((day) => ({ key: `${form} ${day}`, of }))),
    );
  for (const { left, right } of merged(born(closed), born(roster)))
    if (right.length > 0) for (const entry of left) near.set(entry, 'nameAndBirth');

  // One slip leaves the first or the last half of an ID as it was.
  for (const half of ['first', 'last'] as const) {
    const halves = <T extends ListPerson | RosterPerson>(
      all: readonly T[],
    ): readonly Keyed<{ readonly of: T; readonly text: string }>[] =>
      all.flatMap((of) =>
        numbersOf(of).map((text) => ({
          key: half === 'first' ? text.slice(0, HALF) : text.slice(-HALF),
          of: { of, text },
        })),
      );
    for (const { left, right } of merged(halves(closed), halves(roster)))
      for (const one of left)
        if (right.some((other) => isOneSlip(one.text, other.text))) near.set(one.of, 'id');
  }
  for (const entry of closed) {
    const by = near.get(entry);
    if (by === undefined) continue;
    const { state, member, place } = entry.of;
    const values = { state, by, member };
    // Of a list of parents the person is not meant, whoever it is.
    if (isDecided(entry.of) || entry.read.means === 'children') check.note('verify.nearMiss', values, place);
    else check.error('verify.nearMiss', values, place);
  }
}
