import { isIdKey, nameForms, readIdentifier } from '../../roster/index.js';
import type { CivilDate } from '../../value/index.js';
import type { RosterPerson } from '../types.js';
import { KeyColumnsBuilder } from './key-columns.js';

/** A student by a guardian's ID. */
export interface Ward {
  readonly row: number;
  /** N2 form of the guardian's name; `''` where the roster has none. */
  readonly guardianName: string;
}

/** The children of guardians. */
export interface Guardians {
  /** How many guardian IDs can be read. */
  readonly size: number;
  readonly wardsOf: (id: string) => readonly Ward[];
  /** Rows that have a guardian in common with a row, itself among them where it has any. */
  readonly siblingsOf: (row: number) => ReadonlySet<number>;
}

/** Indexes the guardians of the roster rows by every way their IDs can be read. */
export function indexGuardians(rows: readonly RosterPerson[], asOf: CivilDate): Guardians {
  const builder = new KeyColumnsBuilder();
  const names: string[] = [];
  const nameOf = new Map<string, string>();
  for (const [row, { guardians }] of rows.entries()) {
    for (const { name, id } of guardians) {
      // A guardian has as many rows as children in school; the name is read once.
      const known = nameOf.get(name) ?? nameForms(name).n2;
      nameOf.set(name, known);
      for (const reading of readIdentifier({ text: id }, asOf).readings) {
        if (!isIdKey(reading)) continue;
        builder.add(row, 'id', reading.text, true);
        names.push(known);
      }
    }
  }
  const keys = builder.done(rows.length);
  return {
    size: names.length,
    wardsOf: (id) => {
      const wards: Ward[] = [];
      keys.each('id', id, ({ row }, place) => wards.push({ row, guardianName: names[place] ?? '' }));
      return wards;
    },
    siblingsOf: (row) => {
      const siblings = new Set<number>();
      const [from, to] = keys.placesOf(row);
      for (let at = from; at < to; at += 1)
        keys.each('id', keys.textAt(at), (holding) => siblings.add(holding.row));
      return siblings;
    },
  };
}
