import { bareHeader } from '../read/index.js';
import type { ColumnInspection, Role, SheetShape } from './inspection.js';

/**
 * Which input of a run the sheet seems to be; `null` for a cover sheet or a note. `compared`: it says of itself that
 * registers were compared.
 */
export function roleOf(
  columns: readonly ColumnInspection[],
  shape: SheetShape,
  compared: boolean,
): Role | null {
  const headers = columns.map(({ header }) => bareHeader(header));
  const has = (pattern: RegExp): boolean => headers.some((header) => pattern.test(header));
  const named = columns.filter(({ header }) => header !== '');
  const means = (meaning: ColumnInspection['meaning']): boolean =>
    columns.some((column) => column.meaning === meaning);
  if (has(/^结论$|认定结果|核实结果/) && has(/决定人|核实人|理由/)) return 'decisions';
  const ofPeople = shape.person.name !== undefined || shape.person.id !== undefined;
  const ofSchool = means('schoolCode') || has(/^学校名称$|^学校$/);
  if (means('studentNumber') && (compared || has(/比对/))) return 'comparison';
  if (ofSchool && ofPeople && has(/年级|班级|学段|就读/)) return 'roster';
  if (means('schoolCode') && !ofPeople && !means('studentNumber')) return 'schools';
  if (means('studentNumber') && shape.person.id === undefined)
    return named.length === 1 ? 'aidedBefore' : 'facts';
  return ofPeople ? 'list' : null;
}
