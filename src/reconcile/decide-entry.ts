import type { MatchContext, ReadEntry } from './context.js';
import { ageFinding } from './not-a-student.js';
import type { EntryReason } from './reasons.js';
import { inReview } from './review.js';
import { type Link, linksOf } from './search/links.js';
import { beginningsOf } from './search/roster-index.js';
import type { EntryDecision, ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

/** What people decided about an entry: usable, or not. `further`: of a row that speaks for several, the other students. */
export type DecidedBy =
  | { readonly decision: EntryDecision; readonly further?: readonly EntryDecision[] }
  | 'unclear';

/**
 * The state of one entry, from the entry, the roster, the policy and the decisions about it, and from nothing
 * else, whatever its status columns say. What rows say together comes afterwards, and so do lapsed rows.
 */
export function decideEntry(read: ReadEntry, context: MatchContext, decided: DecidedBy | undefined): Verdict {
  if (decided === 'unclear')
    return inReview(read, context, linksOf(context.roster, read.reading), 'decisionUnclear');
  if (decided !== undefined) return byDecision(decided.decision);
  if (read.reading.empty) return { state: 'invalid', reason: 'nothingToRead', candidates: [] };
  return byKeys(read, context);
}

/** A row whose status columns say that it is no longer current, with what it would have been. */
export function lapse({ standing }: ListEntry, verdict: Verdict): Verdict {
  const { in: current, unknown } = standing;
  if (current.length > 0 || unknown.length > 0) return verdict;
  if (verdict.reason === 'decision' || verdict.reason === 'decisionUnclear' || verdict.state === 'invalid')
    return verdict;
  const { kind: _kind, shown: _shown, namesakesNotHeld: _notHeld, ...rest } = verdict;
  return {
    ...rest,
    state: 'lapsed',
    reason: 'notCurrent',
    proof: { readAs: verdict.state, because: verdict.reason },
  };
}

/** The state by the keys alone, whatever stands in the row's status columns and whatever people decided. */
export function byKeys(read: ReadEntry, context: MatchContext): Verdict {
  const { reading } = read;
  const { roster } = context;
  const links = linksOf(roster, reading);
  if (links.size > 1) return inReview(read, context, links, severalHolders(links));
  for (const [student, ways] of links) {
    if (isNumberAlone(read, ways))
      return {
        state: 'matched',
        reason: 'exactStudentNumber',
        student: roster.students.keyOf(student),
        candidates: [],
      };
    const own = reading.name.certain ? roster.names.find(reading.name.n2) : -1;
    // A name that lost a character is certain on neither side, so equality of the forms is enough to ask once.
    const same = own < 0 ? [] : ways.filter(({ sure, row }) => sure && roster.names.nameOf[row] === own);
    if (same.length === 0) return inReview(read, context, links, whyNotSure(read, context, ways));
    if (hasRival(read, context, student, own)) return inReview(read, context, links, 'sharedInRoster');
    const byId = same.some((way) => way.why === 'sameId');
    const key = roster.students.keyOf(student);
    return {
      state: 'matched',
      reason: byId ? 'exactId' : 'exactStudentNumber',
      student: key,
      candidates: [],
    };
  }
  const finding = ageFinding(read, context, links.size);
  if (finding === null) return inReview(read, context, links, whyNotFound(read, context));
  if (!finding.proved) return inReview(read, context, links, finding.reason);
  return { state: 'notAStudent', reason: finding.reason, candidates: [], proof: finding.proof };
}

/** A comparison result goes by 学籍号: without a name a number that checks itself, or that nobody typed, is enough. */
const isNumberAlone = ({ entry, reading: { number } }: ReadEntry, ways: readonly Link[]): boolean =>
  entry.evidence === 'comparison' &&
  entry.name.trim() === '' &&
  number.number !== null &&
  (number.kind !== 'G' || number.residentId !== null) &&
  ways.some(({ why, sure }) => why === 'sameStudentNumber' && sure);

/** Whether another student of the name has an ID of which a spreadsheet left just the beginning of the entry's. */
function hasRival({ reading }: ReadEntry, { roster }: MatchContext, student: number, name: number): boolean {
  for (const { key, kind } of reading.keys) {
    if (kind === 'number') continue;
    for (const row of beginningsOf(key, roster))
      if (roster.studentOf[row] !== student && roster.names.nameOf[row] === name) return true;
  }
  return false;
}

function byDecision(decision: EntryDecision): Verdict {
  const { state, student, by, on, because } = decision;
  const proof = { by, on, because };
  return student === undefined
    ? { state, reason: 'decision', candidates: [], proof }
    : { state, reason: 'decision', student, candidates: [], proof };
}

function severalHolders(links: ReadonlyMap<number, readonly Link[]>): EntryReason {
  const hitBy = (why: Link['why']): number =>
    [...links.values()].filter((ways) => ways.some((way) => way.why === why)).length;
  if (hitBy('sameId') > 1) return 'sharedInRoster';
  return hitBy('sameId') === 1 ? 'keysDisagree' : 'sharedStudentNumber';
}

/** One student has the key, and yet the entry is not certainly about that student. */
function whyNotSure({ reading }: ReadEntry, { roster }: MatchContext, ways: readonly Link[]): EntryReason {
  const names = ways.map(({ row }) => {
    const name = roster.names.nameOf[row]!;
    return name < 0 ? undefined : roster.names.formsOf(name);
  });
  if (!reading.name.certain || names.every((name) => name?.certain !== true)) return 'nameUnreadable';
  if (names.every((name) => name?.n2 !== reading.name.n2)) return 'nameDiffers';
  return unsureId(reading.id) ?? 'rosterIdInvalid';
}

/** Nobody has the entry's keys. */
function whyNotFound({ reading }: ReadEntry, { roster }: MatchContext): EntryReason {
  const fault = unsureId(reading.id);
  if (fault !== null) return fault;
  if (reading.id.readings[0]?.kind === 'blank' && reading.number.number === null) return 'idMissing';
  if (!reading.name.certain) return 'nameUnreadable';
  return roster.names.find(reading.name.n2) >= 0 ? 'sameNameOtherId' : 'noCandidate';
}

const DAMAGED: ReadonlySet<string> = new Set([
  'id.notText',
  'id.scientific',
  'id.decimals',
  'id.endsInZeros',
]);

function unsureId({ readings, findings }: ReadEntry['reading']['id']): EntryReason | null {
  const [first] = readings;
  if (first === undefined || first.kind === 'blank' || readings.some((one) => one.exact)) return null;
  if (first.kind === 'prefix' || findings.some((finding) => DAMAGED.has(finding))) return 'idDamaged';
  if (first.kind === 'full18') return first.valid ? 'idDamaged' : 'idInvalid';
  return first.kind === 'alias' || first.kind === 'permit' || first.kind === 'studentNumber'
    ? 'idInvalid'
    : 'idUnreadable';
}
