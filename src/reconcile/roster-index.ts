import { readPersonName, readResidentId } from '../roster/index.js';
import type { CivilDate } from '../value/index.js';
import { type IdentityReading, readIdentity } from './entry-reading.js';
import type { RosterPerson } from './types.js';

/** A roster row with its identifiers read. */
export interface IndexedPerson {
  readonly person: RosterPerson;
  readonly reading: IdentityReading;
}

/** A roster row under one of its keys. */
export interface Holding {
  readonly holder: IndexedPerson;
  /** Which cell of the roster gives the key. */
  readonly via: 'id' | 'number';
  readonly sure: boolean;
}

export interface Guardian {
  readonly student: string;
  /** N1 form; `''` where the roster has no name. */
  readonly guardianName: string;
}

/** The roster by each key. Nothing is cut off: every holder of a key or a name is in it. */
export interface RosterIndex {
  readonly students: ReadonlyMap<string, readonly IndexedPerson[]>;
  /** By ID: of the ID cell, and of the G number. */
  readonly byId: ReadonlyMap<string, readonly Holding[]>;
  readonly byNumber: ReadonlyMap<string, readonly Holding[]>;
  /** By N1 name. */
  readonly byName: ReadonlyMap<string, readonly IndexedPerson[]>;
  readonly guardians: ReadonlyMap<string, readonly Guardian[]>;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Reads and indexes the roster once. */
export function indexRoster(roster: readonly RosterPerson[], asOf: CivilDate): RosterIndex {
  const students = new Map<string, IndexedPerson[]>();
  const byId = new Map<string, Holding[]>();
  const byNumber = new Map<string, Holding[]>();
  const byName = new Map<string, IndexedPerson[]>();
  const guardians = new Map<string, Guardian[]>();
  for (const person of roster) {
    const reading = readIdentity(person, asOf);
    const holder: IndexedPerson = { person, reading };
    push(students, person.key, holder);
    for (const { key, kind, sure } of reading.keys)
      push(kind === 'id' ? byId : byNumber, key, { holder, via: kind, sure });
    const alias = reading.number.residentId;
    if (alias !== null) push(byId, alias, { holder, via: 'number', sure: true });
    if (reading.name.readable) push(byName, reading.name.key, holder);
    for (const guardian of person.guardians) {
      const { id } = readResidentId(guardian.id);
      if (id === null) continue;
      push(guardians, id, {
        student: person.key,
        guardianName: readPersonName(guardian.name).key,
      });
    }
  }
  return { students, byId, byNumber, byName, guardians };
}

/** One way in which an entry and a student share a key. */
export interface Link {
  readonly holder: IndexedPerson;
  readonly why: 'sameId' | 'sameStudentNumber';
  /** Both sides are to be trusted. */
  readonly sure: boolean;
}

/** Every student who shares an ID or a student number with the reading, with each way in which they do. */
export function holdersOf(
  index: RosterIndex,
  reading: IdentityReading,
): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  const meet = (holdings: readonly Holding[] | undefined, via: 'id' | 'number', sure: boolean): void => {
    for (const holding of holdings ?? [])
      push(links, holding.holder.person.key, {
        holder: holding.holder,
        why: via === 'id' && holding.via === 'id' ? 'sameId' : 'sameStudentNumber',
        sure: sure && holding.sure,
      });
  };
  for (const { key, kind, sure } of reading.keys)
    meet(kind === 'id' ? index.byId.get(key) : index.byNumber.get(key), kind, sure);
  const alias = reading.number.residentId;
  if (alias !== null) meet(index.byId.get(alias), 'number', true);
  return links;
}
