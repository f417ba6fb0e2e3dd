import type { Determined } from './determined.js';
import { type Keyed, merged, runs } from './merge.js';
import { compareNames } from './name.js';
import { isLegible, possibleKeys, type RosterPerson, sureKeys } from './people.js';
import type { Checking } from './report.js';

/**
 * EQ3 and EQ4. Rows of the roster are one student exactly where they share a key and the name; a row is nobody only
 * where nothing of it can be read; and every student has exactly one determination, which nobody else has.
 */
export function checkRoster(
  roster: readonly RosterPerson[],
  determined: readonly Determined[],
  check: Checking,
): void {
  for (const row of roster) {
    const { state, student, place } = row.of;
    check.compared += 1;
    if (state === 'invalid' ? isLegible(row) : student === '')
      check.error('verify.rosterRow', { state }, place);
  }
  const people = roster.filter(({ of }) => of.student !== '');

  // Two rows that share a key and the name are one student.
  const named = people.flatMap((row): Keyed<RosterPerson>[] =>
    row.name.plain === null ? [] : sureKeys(row).map((key) => ({ key: `${key} ${row.name.plain}`, of: row })),
  );
  for (const { of } of runs(named)) {
    const [first, ...others] = of;
    const torn = others.find((row) => row.of.student !== first?.of.student);
    if (torn !== undefined) check.error('verify.studentTorn', {}, torn.of.place);
  }

  // And what is one student shares them.
  const keyed = people.map((row): Keyed<RosterPerson> => ({ key: row.of.student, of: row }));
  for (const { of: rows } of runs(keyed)) {
    check.compared += 1;
    const first = rows.filter(({ of }) => of.state === 'student');
    if (first.length !== 1) check.error('verify.studentTwice', { rows: first.length }, rows[0]?.of.place);
    for (const row of rows.length > 1 ? rows : [])
      if (!rows.some((other) => other !== row && areOne(row, other)))
        check.error('verify.studentsMerged', {}, row.of.place);
  }

  const outcomes = determined.map((one): Keyed<Determined> => ({ key: one.student, of: one }));
  for (const { left, right } of merged(keyed, outcomes)) {
    check.compared += 1;
    if (left.length === 0 || right.length !== 1)
      check.error(
        'verify.outcomes',
        { times: right.length },
        left[0]?.of.place ?? { file: 'determinations.ndjson' },
      );
  }
}

function areOne(a: RosterPerson, b: RosterPerson): boolean {
  if (compareNames(a.name, b.name) === 'other') return a.of.name === b.of.name && a.of.id === b.of.id;
  const keys = possibleKeys(b);
  return (
    possibleKeys(a).some((key) => keys.includes(key)) ||
    (a.of.id === b.of.id && a.of.studentNumber === b.of.studentNumber)
  );
}
