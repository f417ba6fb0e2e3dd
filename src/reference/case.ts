import type {
  CheckedPart,
  CheckedValue,
  Expression,
  LinkedShape,
  Meant,
  Reading,
  RuleSet,
} from '../rules/index.js';
import type { Quotient } from '../value/index.js';
import type { Assignment, Moment } from './assignment.js';

/** What is being looked at where an expression stands inside something that goes over people or options. */
export interface Place {
  /** Of each people fact the person, counted from 1. */
  readonly persons: ReadonlyMap<string, number>;
  /** Of each variable the option. */
  readonly chosen: ReadonlyMap<string, number>;
  /** What this adds to the name of a look-up, such as ` #2` or ` #t3`: the outer one first. */
  readonly suffix: string;
}

export const OUTSIDE: Place = { persons: new Map(), chosen: new Map(), suffix: '' };

/** One complete case of a rule set, being read. Whatever has a name is worked out once. */
export interface Case {
  readonly rules: RuleSet;
  readonly known: Assignment;
  readonly moment: Moment;
  expression(e: Expression, place?: Place): Meant;
  value(value: CheckedValue, place?: Place): Meant;
  read(of: Reading, place?: Place): Meant;
  part(part: CheckedPart): Quotient;
  /** What comes of something that nobody said: nothing in a complete case; not known where only what is known is looked at. */
  unsaid(): undefined;
  /** What a look-up gives of which the rule file has no value; where the case does not say it either, it is `reached`. */
  cell(site: string, shape: LinkedShape): Meant;
  /** Look-ups that came to a value that neither the file nor the case has, and what it could be. */
  readonly reached: ReadonlyMap<string, LinkedShape>;
}
