import type { NameForms } from '../roster/index.js';
import type { Side } from './compare/comparison.js';
import type { NameRelation } from './compare/name-relation.js';
import { standsIn } from './compare/place.js';
import type { MatchContext, ReadEntry } from './context.js';
import { relationOf } from './relation.js';
import { isSchoolAge } from './school-age.js';
import { ANYWHERE, aroundCodes, aroundMark } from './search/around.js';
import { validNeighbours, withoutOne } from './search/id-neighbours.js';
import { aroundBirth } from './search/key-columns.js';

/**
 * The rows of the roster that an entry may be about, by every way there is: the same ID or number (which the side
 * brings), the same name but for what is confused, an ID one slip away, the ID of a guardian, the same birth date or
 * the same division, sequence and check character together with a name that has something in common, an ID of which
 * the entry holds the beginning, and a name one slip away or read the same within the same division and year. All of
 * them are candidates: nothing is cut off by a score or a number.
 */
export function gather(read: ReadEntry, side: Side, context: MatchContext): Set<number> {
  const { roster } = context;
  const { name } = read.reading;
  const rows = new Set<number>([...side.sameId, ...side.sameNumber, ...side.wards, ...side.siblings]);
  const addName = (number: number): void => {
    for (const row of roster.names.rowsOf(number)) rows.add(row);
  };

  for (const one of [name, ...side.otherNames]) {
    if (!one.readable) continue;
    // Equal in N2 is equal in N3.
    roster.names.eachConfusable(one, addName);
    nearNames(one, read, side, context, rows);
  }

  const add = ({ row }: { readonly row: number }): void => {
    rows.add(row);
  };
  for (const id of side.ids) {
    for (const near of validNeighbours(id)) {
      roster.keys.eachId(near, add, add);
    }
    if (roster.faulty.size > 0)
      for (const text of withoutOne(id)) for (const row of roster.faulty.get(text) ?? []) rows.add(row);
  }

  const byBeginning = side.beginnings.some((start) => start.length >= LEAST_BEGINNING);
  for (const one of [name, ...side.otherNames]) {
    const related = context.relatedTo(one);
    const bornAlike = (row: number): void => {
      if (related(row) || beginsAlike(side, row, context)) rows.add(row);
    };
    for (const birth of side.births)
      if (byBeginning) roster.births.each(birth, bornAlike);
      else roster.births.eachMayRelate(birth, one, bornAlike);
    for (const id of side.ids)
      roster.eachAroundBirth(aroundBirth(id), (row) => {
        if (related(row)) rows.add(row);
      });
  }
  return rows;
}

/** Division and birth date. */
const LEAST_BEGINNING = 14;

function beginsAlike(side: Side, row: number, { roster }: MatchContext): boolean {
  const odd = roster.oddTexts.get(row);
  if (side.beginnings.length === 0 && odd === undefined) return false;
  for (let at = roster.keys.startOf(row); at < roster.keys.endOf(row); at += 1) {
    if (!roster.keys.isId(at)) continue;
    const id = roster.keys.textAt(at);
    if (side.beginnings.some((start) => start.length >= LEAST_BEGINNING && id.startsWith(start))) return true;
  }
  return (odd ?? []).some(
    (start) => start.length >= LEAST_BEGINNING && side.ids.some((id) => id.startsWith(start)),
  );
}

/**
 * Names one slip away and names read the same are many; of these rows only those count that share the division of the
 * entry's ID, and its year of birth where both have one. An ID outside the school ages that is the child's own has
 * neither the right year nor, perhaps, the right division: then only a relation that says child makes it worth looking.
 * Without an ID of a child the area and the school that the row names take its place; in the school any name counts that
 * has something in common, and where there is neither, a name of which a character is not known counts anywhere.
 */
function nearNames(
  name: NameForms,
  read: ReadEntry,
  side: Side,
  context: MatchContext,
  rows: Set<number>,
): void {
  const { roster } = context;
  const { births } = read.reading;
  const ofSchoolAge = births.filter((birth) => isSchoolAge(birth, context));
  if (births.length > 0 && ofSchoolAge.length === 0 && !mayBeChild(read, context)) return;
  const areas = side.divisions;
  const years = ofSchoolAge.map((birth) => Number(birth.slice(0, 4)));
  const { place } = side;
  const byPlace = ofSchoolAge.length === 0;
  if (byPlace && place.school !== '') {
    const related = context.relatedTo(name);
    for (const row of context.ofSchool(place.school)) if (related(row)) rows.add(row);
  }
  const placed = byPlace && place.areas.length > 0;
  const anywhere = areas.length === 0 && !placed && name.wildcards.length > 0;
  if (areas.length === 0 && !placed && !anywhere) return;
  const isNear = (row: number): boolean =>
    anywhere || roster.isAround(row, areas, years) || (placed && standsIn(place, roster, row) === 'in');

  // Where the place stands in for an ID there are no years.
  const open = anywhere || years.length === 0;
  const codes = open ? null : aroundCodes(areas, years);
  roster.names.eachNear(name, open ? ANYWHERE : aroundMark(areas, years), (other) => {
    let related: boolean | undefined;
    roster.names.eachRow(other, codes, (row) => {
      if (!isNear(row) || rows.has(row)) return true;
      related ??= isRelated(roster.names.relation(name, other), anywhere);
      if (related) rows.add(row);
      return related;
    });
  });
}

const isRelated = (relation: NameRelation, anywhere: boolean): boolean =>
  anywhere ? relation === 'wildcard' : relation !== 'none';

const mayBeChild = ({ entry }: ReadEntry, context: MatchContext): boolean =>
  ['child', 'unclear'].includes(relationOf(context, entry.relation));
