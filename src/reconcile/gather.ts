import type { Side } from './compare/comparison.js';
import { nameRelation } from './compare/name-relation.js';
import type { MatchContext, ReadEntry } from './context.js';
import { relationOf } from './relation.js';
import { isSchoolAge } from './school-age.js';
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

  if (name.readable) {
    const own = roster.names.find(name.n2);
    if (own >= 0) addName(own);
    roster.names.eachConfusable(name, addName);
    nearNames(read, side, context, rows);
  }

  for (const id of side.ids) {
    for (const near of validNeighbours(id)) {
      roster.keys.each('id', near, ({ row }) => rows.add(row));
      roster.keys.each('alias', near, ({ row }) => rows.add(row));
    }
    if (roster.faulty.size > 0)
      for (const text of withoutOne(id)) for (const row of roster.faulty.get(text) ?? []) rows.add(row);
  }

  const related = context.relatedTo(read.reading.name);
  for (const birth of side.births)
    roster.eachBornOn(birth, (row) => {
      if (related(row) || beginsAlike(side, row, context)) rows.add(row);
    });
  for (const id of side.ids)
    roster.eachAroundBirth(aroundBirth(id), (row) => {
      if (related(row)) rows.add(row);
    });
  return rows;
}

function beginsAlike(side: Side, row: number, { roster }: MatchContext): boolean {
  const odd = roster.oddTexts.get(row);
  if (side.beginnings.length === 0 && odd === undefined) return false;
  const [from, to] = roster.keys.placesOf(row);
  for (let at = from; at < to; at += 1) {
    if (!roster.keys.isId(at)) continue;
    const id = roster.keys.textAt(at);
    if (side.beginnings.some((start) => start.length >= 14 && id.startsWith(start))) return true;
  }
  return (odd ?? []).some((start) => start.length >= 14 && side.ids.some((id) => id.startsWith(start)));
}

/**
 * Names one slip away and names read the same are many; of these rows only those count that share the division of the
 * entry's ID, and its year of birth where both have one. An ID outside the school ages that is the child's own has
 * neither the right year nor, perhaps, the right division: then only a relation that says child makes it worth looking.
 */
function nearNames(read: ReadEntry, side: Side, context: MatchContext, rows: Set<number>): void {
  const { roster } = context;
  const { name, births } = read.reading;
  if (side.areas.length === 0) return;
  const ofSchoolAge = births.filter((birth) => isSchoolAge(birth, context));
  if (births.length > 0 && ofSchoolAge.length === 0 && !mayBeChild(read, context)) return;
  const areas = side.areas.map(Number);
  const years = ofSchoolAge.map((birth) => Number(birth.slice(0, 4)));
  const seen = new Set<number>();
  const offer = (other: number): void => {
    if (seen.has(other)) return;
    seen.add(other);
    let related: boolean | undefined;
    for (const row of roster.names.rowsOf(other)) {
      if (rows.has(row) || !roster.isAround(row, areas, years)) continue;
      related ??= nameRelation(name, roster.names.forms[other]!) !== 'none';
      if (!related) return;
      rows.add(row);
    }
  };
  roster.names.eachOneSlip(name, offer);
  roster.names.eachSounding(name, offer);
}

const mayBeChild = ({ entry }: ReadEntry, context: MatchContext): boolean =>
  ['child', 'unclear'].includes(relationOf(context, entry.relation));
