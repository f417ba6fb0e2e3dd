import { isIdKey, n2Of, readIdentifier } from '../../roster/index.js';
import type { CivilDate } from '../../value/index.js';
import type { RosterPerson } from '../types.js';
import { KeyColumnsBuilder } from './key-columns.js';
import { NameTable } from './name-table.js';
import { groupItems, NumberList } from './number-list.js';

/** A student by a guardian's ID. */
export interface Ward {
  readonly row: number;
  /** N2 form of the guardian's name; `''` where the roster has none. */
  readonly guardianName: string;
}

/** A guardian by name: the row of the child, and what the guardian's ID cell reads as. */
export interface NamedGuardian {
  readonly row: number;
  readonly ids: readonly string[];
}

/** The children of guardians. */
export interface Guardians {
  /** How many guardian IDs can be read. */
  readonly size: number;
  /** How many different guardian IDs of a row can be read. */
  readonly countOf: (row: number) => number;
  readonly wardsOf: (id: string) => readonly Ward[];
  /** Guardians whose name has this N2 form, which is not empty. */
  readonly named: (n2: string) => readonly NamedGuardian[];
  /** Rows that have a guardian in common with a row, itself among them where it has any. */
  readonly siblingsOf: (row: number) => ReadonlySet<number>;
}

/** Collects the guardians of the roster rows, in the order of the rows, by every way their IDs can be read. */
export class GuardiansBuilder {
  /** Here a guardian is a row. */
  private readonly keys = new KeyColumnsBuilder();
  private readonly names = new NameTable();
  /** By guardian. */
  private readonly rows = new NumberList();
  private readonly nameOf = new NumberList();
  /** By row of the roster. */
  private readonly counts = new NumberList();
  private readonly asOf: CivilDate;

  constructor(asOf: CivilDate) {
    this.asOf = asOf;
  }

  add(row: number, guardians: RosterPerson['guardians']): void {
    const ids: string[] = [];
    for (const { name, id } of guardians) {
      const readings = readIdentifier({ text: id }, this.asOf).readings.filter(isIdKey);
      for (const { text } of readings) this.keys.add(this.rows.length, 'id', text, true);
      this.rows.push(row);
      this.nameOf.push(this.names.add(n2Of(name)));
      const [first] = readings;
      if (first !== undefined && !ids.includes(first.text)) ids.push(first.text);
    }
    this.counts.push(ids.length);
  }

  done(rowCount: number): Guardians {
    const { names } = this;
    const keys = this.keys.done(this.rows.length);
    const [rows, nameOf, counts] = [
      this.rows.done(),
      this.nameOf.done(),
      Uint8Array.from(this.counts.done()),
    ];
    const byName = groupItems(names.size, rows.length, (guardian) => nameOf[guardian]!);
    const { starts } = groupItems(rowCount, rows.length, (guardian) => rows[guardian]!);
    const idsOf = (guardian: number): string[] => {
      const ids: string[] = [];
      for (let at = keys.startOf(guardian); at < keys.endOf(guardian); at += 1) ids.push(keys.textAt(at));
      return ids;
    };
    return {
      size: keys.rows.length,
      countOf: (row) => counts[row]!,
      wardsOf: (id) => {
        const wards: Ward[] = [];
        keys.each('id', id, ({ row: guardian }) =>
          wards.push({ row: rows[guardian]!, guardianName: names.textOf(nameOf[guardian]!) }),
        );
        return wards;
      },
      named: (n2) => {
        const name = n2 === '' ? -1 : names.find(n2);
        if (name < 0) return [];
        const guardians = byName.items.subarray(byName.starts[name]!, byName.starts[name + 1]!);
        return Array.from(guardians, (guardian) => ({ row: rows[guardian]!, ids: idsOf(guardian) }));
      },
      siblingsOf: (row) => {
        const siblings = new Set<number>();
        for (let guardian = starts[row]!; guardian < starts[row + 1]!; guardian += 1)
          for (let at = keys.startOf(guardian); at < keys.endOf(guardian); at += 1)
            keys.eachHolder(at, (holder) => siblings.add(rows[holder]!));
        return siblings;
      },
    };
  }
}
