import { checkCategories } from './categories.js';
import { checkFloors } from './floors.js';
import { entryKey, type FolderFile, readFolder } from './folder.js';
import { checkDigests } from './integrity.js';
import { countAt, eachAt, textAt } from './json.js';
import { checkLeftOut } from './left-out.js';
import { checkMatches } from './matches.js';
import { Matching } from './matching.js';
import { checkNearMisses } from './near-misses.js';
import { readPeople } from './people.js';
import { checkRepeats } from './repeats.js';
import { type Check, type CheckId, Checking, type Report } from './report.js';
import { checkRoster } from './roster.js';
import { checkAsRead, checkRows } from './rows.js';
import { spotKey } from './spot.js';
import { checkSummary } from './summary.js';

/**
 * Checks a run folder from its files alone, by code that shares nothing with what made it: bytes against digests, rows
 * against the counts taken before matching, the match of lists and roster done again by a second matcher (sorted keys
 * merged, readings of its own), what was closed too near to somebody, categories and floors read back, every figure of
 * the summary counted anew. Total: what cannot be read is a finding. `files`: all files of the folder, with digests
 * that the caller took.
 */
export function verifyRun(files: readonly FolderFile[]): Report {
  const checks: Check[] = [];
  const check = (id: CheckId, make: (checking: Checking) => void): void => {
    const checking = new Checking(id);
    make(checking);
    checks.push(checking.end());
  };
  check('digests', (checking) => checkDigests(files, checking));
  const form = new Checking('form');
  const folder = readFolder(files, form);
  checks.push(form.end());
  check('rows', (checking) => checkRows(folder, checking));

  const people = folder.ledgerRows.filter((row) => row.kind === 'person');
  const { roster, entries } = readPeople(folder);
  check('roster', (checking) => {
    checkAsRead(
      folder.rosterCells,
      people,
      ({ place }) => spotKey(place),
      ({ name, id, idNotText, studentNumber, school, hukou, guardians }) => [
        ...[name, id, idNotText, studentNumber, school],
        ...[hukou, guardians],
      ],
      checking,
    );
    checkRoster(roster, folder.determined, checking);
  });
  check('entries', (checking) =>
    checkAsRead(
      folder.entries,
      folder.ledgerEntries,
      entryKey,
      ({ name, id, idNotText, studentNumber, relation, current, unclear }) => [
        ...[name, id, idNotText, studentNumber, relation],
        ...[current, unclear],
      ],
      checking,
      ({ means }, results) => (means === 'person' ? [] : results.map(({ child }) => child)),
    ),
  );
  const matching = new Matching(entries, roster);
  const byPersons = eachAt(folder.inputs, 'sheets').some(
    (sheet) => ['decisions', 'answers'].includes(textAt(sheet, 'role')) && countAt(sheet, 'data') > 0,
  );
  check('matches', (checking) => checkMatches(matching, byPersons, checking));
  check('repeats', (checking) => checkRepeats(entries, matching, checking));
  check('leftOut', (checking) => checkLeftOut(entries, roster, matching, folder, checking));
  check('nearMisses', (checking) => checkNearMisses(entries, roster, checking));
  check('categories', (checking) => checkCategories(folder, checking));
  check('floors', (checking) => checkFloors(folder, checking));
  check('summary', (checking) => checkSummary(folder, entries, checking));
  return { checks, holds: checks.every((one) => one.holds) };
}
