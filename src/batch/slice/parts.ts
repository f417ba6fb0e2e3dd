import type { Determination } from '../../determine/index.js';
import {
  type Balance,
  balance,
  type Counted,
  type Group,
  partBalances,
  type Summary,
  tally,
} from '../../record/index.js';
import { compareText } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type Card, type ItemRecord, sideBySide } from '../run/index.js';

export const SLICE_BY = ['county', 'school'] as const;
export type SliceBy = (typeof SLICE_BY)[number];

/** What one recipient gets. */
export interface Slice {
  /** The county's name or the school's code; `''` for students of whom it is not known. */
  readonly key: string;
  /**
   * `unit`: a county or school. `unknown`: students without one. `office`: what no single unit can answer, such as an entry
   * whose candidates are at several schools, or that has none.
   */
  readonly kind: 'unit' | 'unknown' | 'office';
  readonly title: string;
  readonly students: readonly { readonly card: Card; readonly determination: Determination }[];
  readonly items: readonly ItemRecord[];
}

export interface Slices {
  readonly slices: readonly Slice[];
  /** EQ7: what the slices count is what the run counted, in students, outcomes, tiers, money and items. */
  readonly equations: readonly Balance[];
}

/**
 * Every student and every item of a run in exactly one slice. A student goes by school or county; an item by its student; an
 * entry to the unit at which all of its strong candidates are (or all, where none is strong), because only that unit can
 * say whether it is one of its own; everything else to the office.
 */
export function slicesOf(
  by: SliceBy,
  cards: readonly Card[],
  determinations: readonly Determination[],
  items: readonly ItemRecord[],
  summary: Summary,
  rules: RuleSet,
): Slices {
  const keyOf = (card: Card): string => (by === 'school' ? card.code : card.county);
  const byStudent = new Map(determinations.map((one) => [one.student, one] as const));
  const unitOf = new Map(cards.map((card) => [card.student, keyOf(card)] as const));
  const students = new Map<string, Slice['students'][number][]>();
  for (const card of cards) {
    const determination = byStudent.get(card.student);
    if (determination !== undefined) push(students, keyOf(card), { card, determination });
  }
  const ofUnits = new Map<string, ItemRecord[]>();
  const ofOffice: ItemRecord[] = [];
  for (const item of items) {
    const units = new Set(item.students.map((student) => unitOf.get(student)));
    const [unit] = units;
    if (units.size === 1 && unit !== undefined) push(ofUnits, unit, ownSides(item));
    else ofOffice.push(item);
  }
  const units = [...students]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, own]): Slice => {
      const [first] = own;
      const name = by === 'school' ? (first?.card.school ?? key) : key;
      return {
        key,
        kind: key === '' ? 'unknown' : 'unit',
        title: name,
        students: own,
        items: ofUnits.get(key) ?? [],
      };
    });
  const slices: readonly Slice[] = [
    ...units,
    ...(ofOffice.length === 0
      ? []
      : [{ key: '', kind: 'office', title: '', students: [], items: ofOffice } as const]),
  ];
  return { slices, equations: equationsOf(slices, items, summary, rules) };
}

/** An entry with those candidates alone whom it is sent for: a weak one may be a child of another unit. */
function ownSides(item: ItemRecord): ItemRecord {
  const { sides, students, row } = item;
  if (sides === undefined) return item;
  const own = sides.filter(({ student }) => students.includes(student)).map(({ cells }) => cells);
  const chosen = own.map((side) => side.studentNumber);
  return { ...item, row: { ...row, cells: { ...row.cells, ...sideBySide(own) }, chosen } };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** The run's own counts against those of the slices, counted anew from what is in each. */
function equationsOf(
  slices: readonly Slice[],
  items: readonly ItemRecord[],
  summary: Summary,
  rules: RuleSet,
): readonly Balance[] {
  const groups = slices.map(
    (slice): Group => ({ key: slice.key, tally: tally(slice.students.map(counted), rules) }),
  );
  const itemsOf = (kind: string): number =>
    slices.reduce((sum, { items }) => sum + items.filter((item) => item.kind === kind).length, 0);
  return [
    ...partBalances('slice', summary.students, groups),
    balance('EQ7:slice/facts', items.filter((item) => item.kind === 'fact').length, itemsOf('fact')),
    ...Object.entries(summary.items).map(([kind, count]) =>
      balance(`EQ7:slice/items/${kind}`, count, itemsOf(kind)),
    ),
  ];
}

/** A determination as it is counted; its groups are not asked. */
const counted = ({ determination }: Slice['students'][number]): Counted => ({
  determination,
  stage: '',
  setting: '',
  area: '',
});
