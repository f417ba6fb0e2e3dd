import { isIdKey, type NameForms } from '../../roster/index.js';
import type { ReadEntry } from '../context.js';
import { otherNames } from '../other-names.js';
import { isPackable } from '../search/packed-id.js';
import { birthNumber, type RosterIndex } from '../search/roster-index.js';
import { NAME_RELATIONS, type NameRelation } from './name-relation.js';
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
  /** No ID and no birth date that could be compared: in the entry, in the row of the roster. */
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
  readonly areas: readonly string[];
  /** The same as numbers. */
  readonly divisions: readonly number[];
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
  const areas = new Set<string>();
  for (const one of readings)
    if (/^[0-9]{6}/.test(one.text) && (isIdKey(one) || one.kind === 'prefix' || one.kind === 'len'))
      areas.add(one.text.slice(0, 6));
  return {
    ids: [...ids].filter(couldBeId),
    beginnings: readings.filter((one) => one.kind === 'prefix').map((one) => one.text),
    // A wrong digit can make a date that the calendar does not have; it is still one digit away.
    births: [
      ...new Set([
        ...reading.births.map(birthNumber),
        ...[...ids].filter(isPackable).map((id) => Number(id.slice(6, 14))),
      ]),
    ],
    areas: [...areas],
    divisions: [...areas].map(Number),
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

/** IDs of a roster row in full, as far as they have 18 characters. */
function idsOfRow(index: RosterIndex, row: number): string[] {
  const ids: string[] = [];
  for (let at = index.keys.startOf(row); at < index.keys.endOf(row); at += 1)
    if (index.keys.isId(at)) ids.push(index.keys.textAt(at));
  return ids;
}

/** Birth dates as whole numbers, `YYYYMMDD`. Two digits exchanged count as one digit wrong. */
function relationOfBirths(a: number, b: number): Comparison['birth'] {
  if (a === b) return 'same';
  const day = a % 100;
  const month = ((a % 10_000) - day) / 100;
  if (b === a - (a % 10_000) + day * 100 + month) return 'swapped';
  const differing: [number, number][] = [];
  for (let x = a, y = b; x > 0 || y > 0; ) {
    const lastOfX = x % 10;
    const lastOfY = y % 10;
    if (lastOfX !== lastOfY) differing.push([lastOfX, lastOfY]);
    if (differing.length > 2) return 'none';
    x = (x - lastOfX) / 10;
    y = (y - lastOfY) / 10;
  }
  const [first, second] = differing;
  if (second === undefined) return 'oneDigit';
  return first?.[0] === second[1] && first[1] === second[0] ? 'oneDigit' : 'none';
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

export function compare(read: ReadEntry, side: Side, index: RosterIndex, row: number): Comparison {
  const ids = idsOfRow(index, row);
  const odd = index.oddTexts.get(row) ?? [];
  const texts = odd.length === 0 ? ids : [...ids, ...odd.filter(couldBeId)];

  let slips: number | null = side.sameId.has(row) ? 0 : null;
  if (slips === null)
    for (const a of side.ids)
      for (const b of texts) {
        const between = slipsBetween(a, b, MOST_SLIPS);
        if (between <= MOST_SLIPS && (slips === null || between < slips)) slips = between;
      }
  const beginning =
    side.beginnings.some(
      (start) => start.length >= IDENTIFYING && texts.some((text) => text.startsWith(start)),
    ) ||
    odd.some(
      (start) =>
        start.length >= IDENTIFYING && start.length < 18 && side.ids.some((id) => id.startsWith(start)),
    );

  const births = index.birthsOf(row);
  let birth: Comparison['birth'] = 'none';
  for (const a of side.births)
    for (const b of births) {
      const relation = relationOfBirths(a, b);
      if (BIRTH_ORDER.indexOf(relation) < BIRTH_ORDER.indexOf(birth)) birth = relation;
    }
  const name = index.names.nameOf[row]!;
  const guardian = side.wards.has(row);
  const sibling = side.siblings.has(row);
  return {
    name: name < 0 ? 'unknown' : relationOfNames(read.reading.name, side.otherNames, index, name),
    slips,
    sameNumber: side.sameNumber.has(row),
    beginning,
    birth,
    area: side.areas.some((area) => ids.some((id) => id.startsWith(area))),
    sequence: side.ids.some((a) => a.length === 18 && ids.some((b) => b.slice(14, 17) === a.slice(14, 17))),
    rowHasId: ids.length > 0,
    guardian,
    sibling,
    blank: ids.length === 0 && births.length === 0 ? 'row' : side.blank ? 'entry' : 'none',
    otherId: side.idSpeaks && ids.length > 0 && slips === null && !beginning && !guardian && !sibling,
    hukou: side.divisions.length > 0 && index.isAround(row, side.divisions, []),
    place: standsIn(side.place, index, row),
    school: isOfSchool(side.place, index, row),
  };
}
