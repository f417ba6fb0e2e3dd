import type { Arbitrary } from 'fast-check';
import type { Said } from '../explain/index.js';
import type { Student } from '../roster/index.js';
import type { Draft } from './draft.js';
import type { Ground } from './ground.js';

/** A student, and what is done to it. */
export interface Trial<T = unknown> {
  readonly draft: Draft;
  readonly change: T;
}

/** A property that does not hold of a trial: the student it breaks on, and the same student changed, if there is one. */
export interface Breach {
  readonly student: Student;
  readonly changed?: Student;
  /** What is changed, in words such as `is on “orphans”`; empty where there is one student. */
  readonly by: Said;
}

/** One property of the catalogue, as it can be tried on any rule set. */
export interface Property<T = unknown> {
  /** Its number in the catalogue of properties. */
  readonly id: string;
  readonly title: Said;
  /** `null` where it says nothing about this rule set. */
  change(ground: Ground): Arbitrary<T> | null;
  /** Where it does not hold; `null` where it does. */
  breach(ground: Ground, trial: Trial<T>): Breach | null;
}
