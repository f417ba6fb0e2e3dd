import { type Issue, warning } from '../../value/index.js';
import type { Person } from './packed.js';
import { type OpenColumn, placeOf, type SourceSheet } from './sheet.js';

/** Whole resident IDs and disability certificates, with nothing between that could be part of one. */
const NUMBER = /(?<![0-9])[0-9]{17}[0-9X](?:[0-9]{2}(?:B[0-9])?)?(?![0-9])/giu;
const BETWEEN = /[、，,；;/\\|\s]+/u;

const idIn = (number: string): string => number.slice(0, 18).toUpperCase();

/**
 * The people of a cell that was meant for one: where its number cell holds several whole numbers, each is a person. There
 * are as many names, then each goes with its number; else nobody knows whose is whose, and every name and every number is
 * a person of its own. Issue: `row.severalInCell`, because the list should say that its cells are packed.
 */
export function severalPersons(
  person: Person,
  columns: { readonly id: OpenColumn | undefined },
  sheet: SourceSheet,
  row: number,
  issues: Issue[],
): readonly Person[] {
  const found = person.id.normalize('NFKC').match(NUMBER) ?? [];
  // The ID of a person may stand beside the certificate that holds it.
  const ids = found.filter((id, i) => found.findIndex((other) => idIn(other) === idIn(id)) === i);
  if (ids.length < 2) return [person];
  const names = person.name.split(BETWEEN).filter((name) => name !== '');
  const values = { names: names.length, ids: ids.length };
  issues.push(warning('row.severalInCell', values, placeOf(sheet, row, columns.id)));
  const one = { ...person, studentNumber: '' };
  if (names.length === ids.length) return ids.map((id, i) => ({ ...one, name: names[i] ?? '', id }));
  return [...names.map((name) => ({ ...one, name, id: '' })), ...ids.map((id) => ({ ...one, name: '', id }))];
}
