import type { Counted } from '../../record/index.js';
import { type WorklistInput, whoIs } from './item.js';

/** A student as people know them: what a workbook for a school or county is written from. */
export interface Card {
  readonly student: string;
  /** School code; `''` where not known. */
  readonly code: string;
  readonly county: string;
  readonly school: string;
  readonly stage: string;
  readonly grade: string;
  readonly class: string;
  readonly name: string;
  readonly id: string;
  readonly studentNumber: string;
  /** Division code of the hukou as the roster has it. */
  readonly hukou: string;
  /** Binds an answer about the student; left out for those whom nobody is asked about. */
  readonly key?: string;
}

/** The card of a student. */
export function cardOf(
  { determination: { student, school, outcome } }: Counted,
  input: Pick<WorklistInput, 'students' | 'schools' | 'titles' | 'questions'>,
): Card {
  const { guardians: _, ...who } = whoIs(student, school, input);
  const hukou = input.students.get(student)?.rows[0].hukou.trim() ?? '';
  const card = { student, code: school, ...who, hukou };
  return outcome === 'notApplied' ? card : { ...card, key: input.questions.studentKey(student) };
}
