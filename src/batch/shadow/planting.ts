import type { Job } from '../job/index.js';
import type { Cell } from '../table.js';
import type { ListMould, Moulds, RosterMould } from './moulds.js';
import type { Sentinels } from './people.js';
import { type Slot, slotsOf } from './slots.js';
import { PLAIN, TRAPS, type Trap, type Written } from './traps.js';
import { addRow, ColumnsOf, recast, type TwinFile, text } from './twin.js';

/** Where a person of a list was written. */
export interface PlantedEntry {
  readonly list: string;
  readonly file: string;
  readonly row: number;
  readonly member: number;
  readonly categories: readonly string[];
}

/** One sentinel: what it is a trap for, its row of the roster, and its persons of the lists. */
export interface Planted {
  readonly trap: Trap;
  readonly roster: { readonly file: string; readonly row: number };
  readonly entries: readonly PlantedEntry[];
}

export interface Planting {
  readonly planted: readonly Planted[];
  readonly roster: ReadonlyMap<RosterMould, TwinFile>;
  readonly lists: ReadonlyMap<ListMould, TwinFile>;
}

/** But for a few they stand together in the order of keys, and work is cut into hundreds: one stands at every place of a hundred. */
const LEAST_SENTINELS = 128;

/**
 * Plants the sentinels: every trap on every file of every list; one in every stage and setting, on the list whose floor
 * is highest; one on two lists at once; so many that some stand at the edges of every chunk of work; one at the end of
 * every file. Which mould of the roster and which person of a row is used goes round.
 */
export function plantAll(
  job: Job,
  moulds: Moulds,
  people: Sentinels,
  floorOf: (category: string) => number,
): Planting {
  const roster = twinsOf(moulds.roster, 'roster');
  const lists = twinsOf(moulds.lists, 'list');
  const planted: Planted[] = [];
  const [firstRoster] = moulds.roster;
  const [firstList] = moulds.lists;
  if (firstRoster === undefined || firstList === undefined) return { planted, roster, lists };

  const slots = new Map(moulds.lists.map((mould) => [mould, slotsOf(mould, job)] as const));
  let turn = 0;
  const plant = (trap: Trap, on: readonly ListMould[], row?: RosterMould): void => {
    const rosterMould = row ?? moulds.roster[turn % moulds.roster.length] ?? firstRoster;
    const places = on.flatMap((mould) => {
      const fitting = (slots.get(mould) ?? []).filter((slot) => fits(trap, slot));
      const slot = fitting[turn % fitting.length];
      return slot === undefined ? [] : [{ mould, slot }];
    });
    turn += 1;
    if (places.length < on.length) return;
    const who = trap.who(people);
    const rows = roster.get(rosterMould) as TwinFile;
    const inRoster = {
      file: rows.name,
      row: addRow(rows, rosterCells(rosterMould, trap.roster(who, people), job)),
    };
    const entries = places.flatMap(({ mould, slot }) => {
      const twin = lists.get(mould) as TwinFile;
      return Array.from({ length: trap.times ?? 1 }, (): PlantedEntry => {
        const cells = slot.write(trap.list(who, people), people);
        const { list, categories } = mould;
        return {
          list,
          file: twin.name,
          row: addRow(twin, recast(mould, cells)),
          member: slot.member,
          categories,
        };
      });
    });
    planted.push({ trap, roster: inRoster, entries });
  };

  for (const mould of moulds.lists) for (const trap of TRAPS) plant(trap, [mould]);
  const height = (mould: ListMould): number => Math.max(...mould.categories.map(floorOf));
  const highest = moulds.lists.reduce((most, one) => (height(one) > height(most) ? one : most));
  for (const row of moulds.roster) plant(PLAIN, [highest], row);
  for (const [i, mould] of moulds.lists.entries()) {
    const other = moulds.lists.slice(i + 1).find((one) => one.list !== mould.list);
    if (other !== undefined) plant(PLAIN, [mould, other]);
  }
  const round = (i: number): ListMould => moulds.lists[i % moulds.lists.length] ?? firstList;
  const lacking = LEAST_SENTINELS - planted.length;
  for (let i = 0; i < lacking; i += 1) plant(PLAIN, [round(i)]);
  const ends = Math.max(moulds.lists.length, moulds.roster.length);
  for (let i = 0; i < ends; i += 1)
    plant(PLAIN, [round(i)], moulds.roster[i % moulds.roster.length] ?? firstRoster);
  return { planted, roster, lists };
}

const EXTENSIONS = { workbook: 'xlsx', html: 'xls', text: 'csv' } as const;

function twinsOf<M extends RosterMould | ListMould>(
  moulds: readonly M[],
  role: string,
): ReadonlyMap<M, TwinFile> {
  const twins = new Map<M, TwinFile>();
  for (const mould of moulds) {
    // Moulds of one sheet are rows of one file.
    const same = [...twins].find(([known]) => known.sheet === mould.sheet && known.source === mould.source);
    const { form } = mould;
    const name = `sentinels/${role}-${new Set(twins.values()).size + 1}.${EXTENSIONS[form.kind]}`;
    twins.set(mould, same?.[1] ?? { name, headers: mould.sheet.headers, rows: [], form });
  }
  return twins;
}

/** A list without IDs takes only those who are found by their number; packed cells only what nothing takes apart. */
function fits(trap: Trap, { takesId, takesNumber, isPacked }: Slot): boolean {
  if (isPacked) return trap.plain === true;
  return takesId || (takesNumber && trap.id === 'studentNumber');
}

function rosterCells(mould: RosterMould, written: Written, job: Job): readonly Cell[] {
  const columns = new ColumnsOf(mould.sheet, job);
  const { columns: named, guardians = [] } = mould.source;
  const set = new Map<number, Cell>();
  const put = (at: number | undefined, cell: Cell): void => {
    if (at !== undefined) set.set(at, cell);
  };
  for (const guardian of guardians) {
    put(columns.at(guardian.name), text(''));
    put(columns.at(guardian.id), text(''));
  }
  put(columns.at(named.name), text(written.name));
  put(columns.at(named.id), text(written.id));
  put(columns.at(named.student_number), text(written.number));
  return recast(mould, set);
}
