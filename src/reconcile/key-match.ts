import type { MatchContext, ReadKeys } from './context.js';
import type { EntryReason } from './reasons.js';
import type { Link, Links } from './search/links.js';
import { beginningsOf } from './search/roster-index.js';

/** Matched by its keys, by the number of the student; or why a person has to look although they hit somebody. */
export type KeyMatch =
  | { readonly student: number; readonly reason: 'exactId' | 'exactStudentNumber' }
  | EntryReason;

/**
 * What an entry's keys say by themselves: of `links`, the students that share one. `null`: there are none, and nothing is
 * said. Whoever is matched shares a key that both sides may rest on, and the name; and nobody else does.
 */
export function matchByKeys(
  read: ReadKeys,
  context: Pick<MatchContext, 'roster'>,
  links: Links,
): KeyMatch | null {
  const { reading } = read;
  const { roster } = context;
  if (links.size > 1) return severalHolders(links);
  for (const [student, ways] of links) {
    if (isNumberAlone(read, ways)) return { student, reason: 'exactStudentNumber' };
    const own = reading.name.certain ? roster.names.find(reading.name.n2) : -1;
    // A name that lost a character is certain on neither side, so equality of the forms is enough to ask once.
    const same = own < 0 ? [] : ways.filter(({ sure, row }) => sure && roster.names.nameOf[row] === own);
    if (same.length === 0) return whyNotSure(read, context, ways);
    if (hasRival(read, context, student, own)) return 'sharedInRoster';
    const byId = same.some((way) => way.why === 'sameId');
    return { student, reason: byId ? 'exactId' : 'exactStudentNumber' };
  }
  return null;
}

/** A comparison result goes by 学籍号: without a name a number that checks itself, or that nobody typed, is enough. */
const isNumberAlone = ({ entry, reading: { number } }: ReadKeys, ways: readonly Link[]): boolean =>
  entry.evidence === 'comparison' &&
  entry.name.trim() === '' &&
  number.number !== null &&
  (number.kind !== 'G' || number.residentId !== null) &&
  ways.some(({ why, sure }) => why === 'sameStudentNumber' && sure);

/** Whether another student of the name has an ID of which a spreadsheet left just the beginning of the entry's. */
function hasRival(
  { reading }: ReadKeys,
  { roster }: Pick<MatchContext, 'roster'>,
  student: number,
  name: number,
): boolean {
  if (roster.cut.size === 0) return false;
  for (const { key, kind } of reading.keys) {
    if (kind === 'number') continue;
    for (const row of beginningsOf(key, roster))
      if (roster.studentOf[row] !== student && roster.names.nameOf[row] === name) return true;
  }
  return false;
}

function severalHolders(links: Links): EntryReason {
  const hitBy = (why: Link['why']): number =>
    [...links.values()].filter((ways) => ways.some((way) => way.why === why)).length;
  if (hitBy('sameId') > 1) return 'sharedInRoster';
  return hitBy('sameId') === 1 ? 'keysDisagree' : 'sharedStudentNumber';
}

/** One student has the key, and yet the entry is not certainly about that student. */
function whyNotSure(
  { reading }: ReadKeys,
  { roster }: Pick<MatchContext, 'roster'>,
  ways: readonly Link[],
): EntryReason {
  const names = ways.map(({ row }) => {
    const name = roster.names.nameOf[row]!;
    return name < 0 ? undefined : roster.names.formsOf(name);
  });
  if (!reading.name.certain || names.every((name) => name?.certain !== true)) return 'nameUnreadable';
  if (names.every((name) => name?.n2 !== reading.name.n2)) return 'nameDiffers';
  return unsureId(reading.id) ?? 'rosterIdInvalid';
}

/** Nobody has the entry's keys. */
export function whyNotFound({ reading }: ReadKeys, { roster }: Pick<MatchContext, 'roster'>): EntryReason {
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

function unsureId({ readings, findings }: ReadKeys['reading']['id']): EntryReason | null {
  const [first] = readings;
  if (first === undefined || first.kind === 'blank' || readings.some((one) => one.exact)) return null;
  if (first.kind === 'prefix' || findings.some((finding) => DAMAGED.has(finding))) return 'idDamaged';
  if (first.kind === 'full18') return first.valid ? 'idDamaged' : 'idInvalid';
  return first.kind === 'alias' || first.kind === 'permit' || first.kind === 'studentNumber'
    ? 'idInvalid'
    : 'idUnreadable';
}
