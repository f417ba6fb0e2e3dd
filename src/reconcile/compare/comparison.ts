import { isIdKey, type NameForms } from '../../roster/index.js';
import type { ReadEntry } from '../context.js';
import { otherNames } from '../other-names.js';
import { isPackable } from '../search/packed-id.js';
import { birthNumber, type RosterIndex } from '../search/roster-index.js';
import { NAME_RELATIONS, type NameRelation } from './name-relation.js';
import { PackedSlips } from './packed-slips.js';
import { isOfSchool, type Place, standsIn } from './place.js';
import { slipsBetween } from './slips.js';

/** Digits that a beginning needs to identify: division, birth date and the first of the sequence. */
const IDENTIFYING = 15;
const MOST_SLIPS = 3;

/** How an entry and one row of the roster agree, all they say taken together. */
export interface Comparison {
  readonly name: NameRelation;
  /** How far their IDs are apart: slips from 0 to 3; `null`: further, or one has none. */
  readonly slips: number | null;
  readonly sameNumber: boolean;
  /** One is the beginning of the other, 15 digits or more. */
  readonly beginning: boolean;
  readonly birth: 'same' | 'oneDigit' | 'swapped' | 'none';
  readonly area: boolean;
  readonly sequence: boolean;
  /** The row has an ID in full. */
  readonly rowHasId: boolean;
  /** The entry's ID is that of a guardian of this row. */
  readonly guardian: boolean;
  /** The entry's ID is that of another student with the same guardian. */
  readonly sibling: boolean;
  /** No ID and no birth date that could be compared: in the entry, or else in the row of the roster. */
  readonly blank: 'none' | 'entry' | 'row';
  /** The entry's ID is one of school age that can be relied on, and the row has one that is far from it. */
  readonly otherId: boolean;
  /** Whether the row's hukou is in the division that the ID begins with. */
  readonly hukou: boolean;
  /** Whether the row belongs to the area of the entry, or of its list. */
  readonly place: 'in' | 'out' | 'unknown';
  readonly school: boolean;
}

/** What of an entry is compared, worked out once for all its candidates. */
export interface Side {
  /** Texts in the form of an ID, and texts that may be one with a character missing or too many. */
  readonly ids: readonly string[];
  readonly beginnings: readonly string[];
  readonly births: readonly number[];
  /** Divisions of its IDs and of what may be one. */
  readonly divisions: readonly number[];
  /** The digits of the sequence of each ID that has 18 characters. */
  readonly sequences: readonly number[];
  /** Of each ID, to be compared with packed ones. */
  readonly slips: readonly PackedSlips[];
  /** Rows of the entry's guardians' children, and rows that hold an equal ID or number. */
  readonly wards: ReadonlySet<number>;
  readonly siblings: ReadonlySet<number>;
  readonly sameId: ReadonlySet<number>;
  readonly sameNumber: ReadonlySet<number>;
  readonly blank: boolean;
  readonly idSpeaks: boolean;
  readonly place: Place;
  readonly otherNames: readonly NameForms[];
}

/** What is known of an entry beside its cells. */
export interface Aside {
  /** The entry's ID is certainly not the child's, see `hasAnothersId`. */
  readonly anothersId: boolean;
  /** The entry's ID can be relied on and is of school age. */
  readonly idSpeaks: boolean;
  readonly place: Place;
}
const NOTHING: Aside = { anothersId: false, idSpeaks: false, place: { areas: [], school: '' } };

/** Below this many digits a text is no ID with slips. */
const LEAST_ID = 15;
const MOST_ID = 21;
const SEQUENCE = /^.{14}[0-9]{3}.$/s;
const couldBeId = (text: string): boolean => text.length >= LEAST_ID && text.length <= MOST_ID;

export function sideOf(
  { reading }: ReadEntry,
  index: RosterIndex,
  sameId: ReadonlySet<number>,
  sameNumber: ReadonlySet<number>,
  { anothersId, idSpeaks, place }: Aside = NOTHING,
): Side {
  const { readings } = reading.id;
  const ids = new Set(reading.keys.filter((key) => key.kind !== 'number').map((key) => key.key));
  const wards = new Set<number>();
  for (const id of ids) for (const ward of index.guardians.wardsOf(id)) wards.add(ward.row);
  const siblings = new Set<number>();
  for (const holder of sameId) for (const row of index.guardians.siblingsOf(holder)) siblings.add(row);
  for (const holder of sameId) siblings.delete(holder);
  const areas = new Set<number>();
  for (const one of readings)
    if (/^[0-9]{6}/.test(one.text) && (isIdKey(one) || one.kind === 'prefix' || one.kind === 'len'))
      areas.add(Number(one.text.slice(0, 6)));
  const compared = [...ids].filter(couldBeId);
  return {
    ids: compared,
    slips: compared.map((id) => new PackedSlips(id)),
    sequences: compared.filter((id) => SEQUENCE.test(id)).map((id) => Number(id.slice(14, 17))),
    beginnings: readings.filter((one) => one.kind === 'prefix').map((one) => one.text),
    // A wrong digit can make a date that the calendar does not have; it is still one digit away.
    births: [
      ...new Set([
        ...reading.births.map(birthNumber),
        ...[...ids].filter(isPackable).map((id) => Number(id.slice(6, 14))),
      ]),
    ],
    divisions: [...areas],
    wards,
    siblings,
    sameId,
    sameNumber,
    blank: anothersId || (reading.births.length === 0 && ![...ids].some(isPackable)),
    idSpeaks: idSpeaks && !anothersId,
    place,
    otherNames: otherNames(reading.name),
  };
}

/** Birth dates as whole numbers, `YYYYMMDD`. Two digits exchanged count as one digit wrong. */
function relationOfBirths(a: number, b: number): Comparison['birth'] {
  if (a === b) return 'same';
  const day = a % 100;
  const month = ((a % 10_000) - day) / 100;
  if (b === a - (a % 10_000) + day * 100 + month) return 'swapped';
  // The digits that differ, the last first: how many, and the first of them on both sides.
  let [differing, firstOfX, firstOfY, exchanged] = [0, 0, 0, false];
  for (let x = a, y = b; x > 0 || y > 0; ) {
    const lastOfX = x % 10;
    const lastOfY = y % 10;
    if (lastOfX !== lastOfY) {
      differing += 1;
      if (differing > 2) return 'none';
      exchanged = firstOfX === lastOfY && firstOfY === lastOfX;
      [firstOfX, firstOfY] = [lastOfX, lastOfY];
    }
    x = (x - lastOfX) / 10;
    y = (y - lastOfY) / 10;
  }
  return differing === 1 || exchanged ? 'oneDigit' : 'none';
}

const BIRTH_ORDER: readonly Comparison['birth'][] = ['same', 'oneDigit', 'swapped', 'none'];

/** By the name as it mostly is meant; another reading of it never makes two names equal. */
function relationOfNames(
  name: NameForms,
  others: readonly NameForms[],
  index: RosterIndex,
  theirs: number,
): NameRelation {
  let best = index.names.relation(name, theirs);
  for (const other of others) {
    const relation = index.names.relation(other, theirs);
    const alike = relation === 'same' ? 'wildcard' : relation;
    if (NAME_RELATIONS.indexOf(alike) < NAME_RELATIONS.indexOf(best)) best = alike;
  }
  return best;
}

/** Texts in the row's identity cell that are no IDs in full. Hardly a row has any. */
const NO_TEXTS: readonly string[] = [];

/** The fewest slips between an ID of the entry and one of the row; `null` where there are more than three, or one has none. */
export function slipsOf(side: Side, index: RosterIndex, row: number): number | null {
  if (side.sameId.has(row)) return 0;
  let least = MOST_SLIPS + 1;
  const { keys } = index;
  for (let at = keys.startOf(row); at < keys.endOf(row); at += 1) {
    if (!keys.isId(at)) continue;
    for (const one of side.slips) {
      const slips = one.to(keys.highAt(at), keys.lowAt(at));
      if (slips < least) least = slips;
    }
  }
  for (const text of index.oddTexts.get(row) ?? NO_TEXTS) {
    if (!couldBeId(text)) continue;
    for (const id of side.ids) {
      const slips = slipsBetween(id, text, MOST_SLIPS);
      if (slips < least) least = slips;
    }
  }
  return least > MOST_SLIPS ? null : least;
}

/** How the birth dates of both stand to each other, the closest of them. */
export function birthsOf(side: Side, index: RosterIndex, row: number): Comparison['birth'] {
  let birth: Comparison['birth'] = 'none';
  for (let at = index.births.startOf(row); at < index.births.endOf(row); at += 1)
    for (const one of side.births) {
      const relation = relationOfBirths(one, index.births.at(at));
      if (BIRTH_ORDER.indexOf(relation) < BIRTH_ORDER.indexOf(birth)) birth = relation;
    }
  return birth;
}

/** One is the beginning of the other. */
function beginsAlike(side: Side, { keys, oddTexts }: RosterIndex, row: number): boolean {
  const odd = oddTexts.get(row) ?? NO_TEXTS;
  for (const start of side.beginnings) {
    if (start.length < IDENTIFYING) continue;
    for (let at = keys.startOf(row); at < keys.endOf(row); at += 1)
      if (keys.isId(at) && keys.textAt(at).startsWith(start)) return true;
    if (odd.some((text) => couldBeId(text) && text.startsWith(start))) return true;
  }
  return odd.some(
    (start) =>
      start.length >= IDENTIFYING && start.length < 18 && side.ids.some((id) => id.startsWith(start)),
  );
}

export function compare(read: ReadEntry, side: Side, index: RosterIndex, row: number): Comparison {
  const { keys } = index;
  let [rowHasId, area, sequence] = [false, false, false];
  for (let at = keys.startOf(row); at < keys.endOf(row); at += 1) {
    if (!keys.isId(at)) continue;
    rowHasId = true;
    area ||= side.divisions.includes(keys.areaAt(at));
    sequence ||= side.sequences.includes(keys.sequenceAt(at));
  }
  const slips = slipsOf(side, index, row);
  const beginning = beginsAlike(side, index, row);
  const name = index.names.nameOf[row]!;
  const guardian = side.wards.has(row);
  const sibling = side.siblings.has(row);
  const isBlank = !rowHasId && index.births.startOf(row) === index.births.endOf(row);
  return {
    name: name < 0 ? 'unknown' : relationOfNames(read.reading.name, side.otherNames, index, name),
    slips,
    sameNumber: side.sameNumber.has(row),
    beginning,
    birth: birthsOf(side, index, row),
    area,
    sequence,
    rowHasId,
    guardian,
    sibling,
    blank: side.blank ? 'entry' : isBlank ? 'row' : 'none',
    otherId: side.idSpeaks && rowHasId && slips === null && !beginning && !guardian && !sibling,
    hukou: side.divisions.length > 0 && index.isAround(row, side.divisions, []),
    place: standsIn(side.place, index, row),
    school: isOfSchool(side.place, index, row),
  };
}
