import type { Plan } from '../plan/index.js';
import type { Student } from '../roster/index.js';
import { enrolmentAt } from './intake/enrolment.js';
import { momentOf } from './moment.js';
import { shapeOf } from './shape.js';

/**
 * The school code that the student's {@link Determination} will have, without determining: so that a city can be determined
 * in the order of its record. `''` where none is in force or the student cannot be read.
 */
export function schoolOf({ context }: Plan, student: Student): string {
  const shaped = shapeOf(student);
  if ('unreadable' in shaped) return '';
  return enrolmentAt(shaped.student.enrolments, momentOf(context).asOf, []).school;
}
