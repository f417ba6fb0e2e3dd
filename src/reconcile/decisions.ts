import { compareText } from '../roster/index.js';
import { type Issue, parseCivilDate, warning } from '../value/index.js';
import { entryContent, entryPart } from './content.js';
import type { DecidedBy } from './decide-entry.js';
import { speaksForOthers } from './results.js';
import type { RosterIndex } from './search/roster-index.js';
import type { EntryDecision, ListEntry } from './types.js';

const placeKey = (list: string, file: string, row: number, member: number): string =>
  JSON.stringify([list, file, row, member]);

const placeKeyOf = ({ list, file, row, member }: EntryDecision): string => placeKey(list, file, row, member);

const placeOf = (decision: EntryDecision) =>
  decision.sheet === undefined
    ? { file: decision.file, row: decision.row }
    : { file: decision.file, sheet: decision.sheet, row: decision.row };

/** What is wrong with one decision by itself, as the code of an issue, or `null`. */
function fault(decision: EntryDecision, roster: RosterIndex): string | null {
  if (decision.by.trim() === '' || decision.because.trim() === '' || parseCivilDate(decision.on) === null)
    return 'match.decisionIncomplete';
  if ((decision.state === 'matched') !== (decision.student !== undefined)) return 'match.decisionIncomplete';
  if (decision.student !== undefined && roster.students.find(decision.student) < 0)
    return 'match.decisionUnknownStudent';
  return null;
}

const said = (decision: EntryDecision): string => JSON.stringify([decision.state, decision.student ?? null]);

/** One that holds by what was shown. */
type ByContent = EntryDecision & { readonly content: string };
const isByContent = (decision: EntryDecision): decision is ByContent => decision.content !== undefined;

/** A decision brought to the entry that it is about, or why it is about none. */
type Meant =
  | { readonly entry: ListEntry }
  | { readonly issue: string; readonly unclear?: readonly ListEntry[] };

interface Finding {
  readonly atPlace: (decision: EntryDecision) => readonly ListEntry[];
  readonly withContent: (decision: ByContent) => readonly ListEntry[];
  /** The contents of an entry as it stands now among so many alike, one for each thing that a person may be asked about it. */
  readonly contentsOf: (entry: ListEntry, alike: number) => readonly string[];
  /** Which of several entries with the content of a decision it is about. */
  readonly takenBy: (decision: ByContent, same: readonly ListEntry[]) => ListEntry | undefined;
}

/**
 * With a content the decision goes to an entry of the list that says the same of who it is about, wherever it stands now, if
 * the candidates shown are still the same. Without one its place counts.
 */
function meantBy(decision: EntryDecision, { atPlace, withContent, contentsOf, takenBy }: Finding): Meant {
  const there = atPlace(decision).filter((entry) => isAt(entry, decision));
  if (isByContent(decision)) {
    const alike = withContent(decision);
    if (alike.length === 0)
      return { issue: there.length > 0 ? 'match.decisionEntryChanged' : 'match.decisionOrphan' };
    const same = alike.filter((entry) => contentsOf(entry, alike.length).includes(decision.content));
    if (same.length === 0) return { issue: 'match.decisionCandidatesChanged' };
    const entry = same.length === 1 ? same[0] : takenBy(decision, same);
    return entry === undefined ? { issue: 'match.decisionOrphan' } : { entry };
  }
  const [entry] = there;
  if (entry === undefined) return { issue: 'match.decisionOrphan' };
  return there.length > 1 ? { issue: 'match.decisionAmbiguous', unclear: there } : { entry };
}

const isAt = (entry: ListEntry, { sheet }: EntryDecision): boolean =>
  sheet === undefined || (entry.source.sheet ?? '') === sheet;

/**
 * Gives entries that nothing tells apart to decisions: to each the one that stands where it was taken, and what is left one
 * after the other, so that what was said of one row is never taken for another's.
 */
function taking(decisions: readonly EntryDecision[], atPlace: Finding['atPlace']): Finding['takenBy'] {
  const rowOf = (decision: EntryDecision): string =>
    JSON.stringify([placeKeyOf(decision), decision.sheet ?? '']);
  const byContent = new Map<string, EntryDecision[]>();
  for (const decision of decisions.filter(isByContent)) {
    const known = byContent.get(decision.content);
    if (known === undefined) byContent.set(decision.content, [decision]);
    else known.push(decision);
  }
  const taken = new Map<string, ReadonlyMap<string, ListEntry>>();
  return (decision, same) => {
    const { content } = decision;
    let given = taken.get(content);
    if (given === undefined) {
      // Who names a sheet has the first choice; else the outcome would depend on the order of the decisions.
      const rows = new Map(
        [...(byContent.get(content) ?? [])]
          .sort(
            (a, b) =>
              Number(a.sheet === undefined) - Number(b.sheet === undefined) ||
              compareText(rowOf(a), rowOf(b)),
          )
          .map((one) => [rowOf(one), one] as const),
      );
      const mine = new Map<string, ListEntry>();
      const left = new Set(same);
      for (const [row, one] of rows) {
        const [entry] = atPlace(one).filter((other) => isAt(other, one) && left.has(other));
        if (entry === undefined) continue;
        mine.set(row, entry);
        left.delete(entry);
      }
      const next = left.values();
      for (const row of rows.keys()) {
        if (mine.has(row)) continue;
        const { value } = next.next();
        if (value !== undefined) mine.set(row, value);
      }
      given = mine;
      taken.set(content, given);
    }
    return given.get(rowOf(decision));
  };
}

/** Of a row that speaks for several students, several may be right; else only one thing can be. */
function contradict(entry: ListEntry, given: readonly EntryDecision[]): boolean {
  if (new Set(given.map(said)).size < 2) return false;
  return !speaksForOthers(entry) || given.some(({ state }) => state !== 'matched');
}

/**
 * Brings each decision to its entry. A decision that cannot be used leaves the entry to a person again, with an
 * issue: it is incomplete, names an unknown student, contradicts another, or without a sheet fits several rows.
 * One that fits no entry is reported as well, because somebody's work would be lost unseen; so is one about an entry that
 * has changed since, or whose candidates have, and the entry is then decided anew.
 */
export function attachDecisions(
  entries: readonly ListEntry[],
  decisions: readonly EntryDecision[],
  roster: RosterIndex,
  contentsOf: Finding['contentsOf'],
): { readonly byEntry: ReadonlyMap<ListEntry, DecidedBy>; readonly issues: readonly Issue[] } {
  const byEntry = new Map<ListEntry, DecidedBy>();
  const issues: Issue[] = [];
  if (decisions.length === 0) return { byEntry, issues };

  const places = new Map<string, ListEntry[]>();
  const contents = new Map<string, ListEntry[]>();
  const lists = new Set<string>();
  for (const { list, file, row, member, content } of decisions) {
    places.set(placeKey(list, file, row, member), []);
    if (content === undefined) continue;
    contents.set(entryPart(content), []);
    lists.add(list);
  }
  for (const entry of entries) {
    places.get(placeKey(entry.list, entry.source.file, entry.source.row, entry.member))?.push(entry);
    if (lists.has(entry.list)) contents.get(entryContent(entry))?.push(entry);
  }
  const atPlace: Finding['atPlace'] = (decision) => places.get(placeKeyOf(decision)) ?? [];
  const finding: Finding = {
    atPlace,
    takenBy: taking(decisions, atPlace),
    withContent: ({ list, content }) =>
      (contents.get(entryPart(content)) ?? []).filter((entry) => entry.list === list),
    contentsOf,
  };

  const about = new Map<ListEntry, EntryDecision[]>();
  for (const decision of decisions) {
    const meant = meantBy(decision, finding);
    if ('issue' in meant) {
      const values = { list: decision.list, member: decision.member };
      issues.push(warning(meant.issue, values, placeOf(decision)));
      for (const entry of meant.unclear ?? []) byEntry.set(entry, 'unclear');
      continue;
    }
    about.set(meant.entry, [...(about.get(meant.entry) ?? []), decision]);
  }

  for (const [entry, given] of about) {
    const values = { list: entry.list, member: entry.member };
    const faults = given.map((decision) => fault(decision, roster)).filter((code) => code !== null);
    if (contradict(entry, given)) faults.push('match.decisionsContradict');
    for (const code of new Set(faults)) issues.push(warning(code, values, placeOf(given[0]!)));
    if (faults.length > 0 || byEntry.has(entry)) {
      byEntry.set(entry, 'unclear');
      continue;
    }
    // Those that say the same are one; the newest is shown.
    const newest = [...given].sort(
      (a, b) => compareText(b.on, a.on) || compareText(a.by, b.by) || compareText(a.because, b.because),
    );
    const different = newest.filter((one, i) => newest.findIndex((other) => said(other) === said(one)) === i);
    const [decision, ...further] = different.sort((a, b) => compareText(said(a), said(b)));
    if (decision !== undefined) byEntry.set(entry, { decision, further });
  }
  return { byEntry, issues };
}
