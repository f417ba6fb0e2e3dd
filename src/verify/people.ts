import type { Day } from './calendar.js';
import {
  type Cells,
  type Entry,
  entryKey,
  type Folder,
  type LedgerEntry,
  type LedgerRow,
  type ReadEntry,
} from './folder.js';
import { type OwnIdentity, ownIdentity } from './identifier.js';
import { countAt, membersAt } from './json.js';
import { type Keyed, merged } from './merge.js';
import { type OwnName, ownName } from './name.js';

/** One row read anew. */
export interface Person<T> {
  readonly of: T;
  readonly name: OwnName;
  readonly identity: OwnIdentity;
}

export type RosterPerson = Person<LedgerRow>;
/** A result of the ledger with what was read of its entry. */
export interface ListPerson extends Person<LedgerEntry> {
  readonly read: Pick<ReadEntry, 'means' | 'evidence' | 'placed'>;
}

const person = <T extends Cells>(of: T, asOf: Day): Person<T> => ({
  of,
  name: ownName(of.name),
  identity: ownIdentity(of, asOf),
});

/** An entry that the reader did not give: another check says so. */
const UNREAD = { means: 'person', evidence: 'list', placed: false };
const keyed = <T extends Entry>(all: readonly T[]): readonly Keyed<T>[] =>
  all.map((of) => ({ key: entryKey(of), of }));

/** The day of the run, as its policy states it. */
export function asOfDay({ policy }: Folder): Day {
  const day = membersAt(policy, 'asOf');
  return countAt(day, 'y') * 10_000 + countAt(day, 'm') * 100 + countAt(day, 'd');
}

/** Everybody, read anew from the cells. The cells of the ledger are those that were read: another check holds that. */
export function readPeople(folder: Folder): {
  readonly roster: readonly RosterPerson[];
  readonly entries: readonly ListPerson[];
} {
  const asOf = asOfDay(folder);
  return {
    roster: folder.ledgerRows.filter((row) => row.kind === 'person').map((row) => person(row, asOf)),
    entries: [...merged(keyed(folder.ledgerEntries), keyed(folder.entries))].flatMap(({ left, right }) =>
      left.map((of) => ({ ...person(of, asOf), read: right[0] ?? UNREAD })),
    ),
  };
}

/** Texts by which a row can be found, told apart by kind: an ID, be it one of before, and a student number. */
export const sureKeys = ({ identity }: Person<unknown>): readonly string[] => [
  ...new Set([
    ...[...identity.ids.sure, ...identity.formerIds.sure].map((text) => `id ${text}`),
    ...identity.numbers.sure.map((text) => `no ${text}`),
  ]),
];

export const possibleKeys = ({ identity }: Person<unknown>): readonly string[] => [
  ...new Set([
    ...[...identity.ids.possible, ...identity.formerIds.possible].map((text) => `id ${text}`),
    ...identity.numbers.possible.map((text) => `no ${text}`),
  ]),
];

/** Whether anything can be made out of a row: a name, an ID, or a student number of a known form. */
export const isLegible = ({ name, identity }: Person<unknown>): boolean =>
  name.readable ||
  identity.ids.possible.length > 0 ||
  identity.numbers.possible.some((text) => /^[GJL]/.test(text));

/** Whether a row speaks for nothing any more: its standing is neither current nor unclear. */
export const isLapsed = ({ current, unclear }: Entry): boolean => current.length + unclear.length === 0;
