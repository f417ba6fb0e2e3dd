import { compareText } from '../roster/index.js';
import { type Issue, parseCivilDate, warning } from '../value/index.js';
import type { ReadEntry } from './context.js';
import type { DecidedBy } from './decide-entry.js';
import type { RosterIndex } from './search/roster-index.js';
import type { EntryDecision, ListEntry } from './types.js';

const placeKey = (list: string, file: string, row: number, member: number): string =>
  JSON.stringify([list, file, row, member]);

const placeOf = (decision: EntryDecision) =>
  decision.sheet === undefined
    ? { file: decision.file, row: decision.row }
    : { file: decision.file, sheet: decision.sheet, row: decision.row };

/** What is wrong with one decision by itself, as the code of an issue, or `null`. */
function fault(decision: EntryDecision, roster: RosterIndex): string | null {
  if (decision.by.trim() === '' || decision.because.trim() === '' || parseCivilDate(decision.on) === null)
    return 'match.decisionIncomplete';
  if ((decision.state === 'matched') !== (decision.student !== undefined)) return 'match.decisionIncomplete';
  if (decision.student !== undefined && !roster.isStudent(decision.student))
    return 'match.decisionUnknownStudent';
  return null;
}

const said = (decision: EntryDecision): string => JSON.stringify([decision.state, decision.student ?? null]);

/**
 * Brings each decision to its entry. A decision that cannot be used leaves the entry to a person again, with an
 * issue: it is incomplete, names an unknown student, contradicts another, or without a sheet fits several rows.
 * One that fits no entry is reported as well, because somebody's work would be lost unseen.
 */
export function attachDecisions(
  entries: readonly ReadEntry[],
  decisions: readonly EntryDecision[],
  roster: RosterIndex,
): { readonly byEntry: ReadonlyMap<ListEntry, DecidedBy>; readonly issues: readonly Issue[] } {
  const byEntry = new Map<ListEntry, DecidedBy>();
  const issues: Issue[] = [];
  if (decisions.length === 0) return { byEntry, issues };

  const atPlace = new Map<string, ListEntry[]>();
  for (const { entry } of entries) {
    const key = placeKey(entry.list, entry.source.file, entry.source.row, entry.member);
    const there = atPlace.get(key);
    if (there === undefined) atPlace.set(key, [entry]);
    else there.push(entry);
  }

  const about = new Map<ListEntry, EntryDecision[]>();
  for (const decision of decisions) {
    const there = atPlace.get(placeKey(decision.list, decision.file, decision.row, decision.member)) ?? [];
    const meant = there.filter(
      (e) => decision.sheet === undefined || (e.source.sheet ?? '') === decision.sheet,
    );
    const values = { list: decision.list, member: decision.member };
    if (meant.length === 0) issues.push(warning('match.decisionOrphan', values, placeOf(decision)));
    if (meant.length > 1) {
      issues.push(warning('match.decisionAmbiguous', values, placeOf(decision)));
      for (const entry of meant) byEntry.set(entry, 'unclear');
      continue;
    }
    for (const entry of meant) about.set(entry, [...(about.get(entry) ?? []), decision]);
  }

  for (const [entry, given] of about) {
    const values = { list: entry.list, member: entry.member };
    const faults = given.map((decision) => fault(decision, roster)).filter((code) => code !== null);
    if (new Set(given.map(said)).size > 1) faults.push('match.decisionsContradict');
    for (const code of new Set(faults)) issues.push(warning(code, values, placeOf(given[0]!)));
    if (faults.length > 0 || byEntry.has(entry)) {
      byEntry.set(entry, 'unclear');
      continue;
    }
    // They say the same; the newest is shown.
    const [decision] = [...given].sort(
      (a, b) => compareText(b.on, a.on) || compareText(a.by, b.by) || compareText(a.because, b.because),
    );
    if (decision !== undefined) byEntry.set(entry, { decision });
  }
  return { byEntry, issues };
}
