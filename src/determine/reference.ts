import type { Context } from '../plan/index.js';
import type { Student } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { referenceResolver } from './by-reference.js';
import { decide } from './decide.js';
import type { Determination } from './determination.js';
import { momentOf } from './moment.js';

/**
 * The determination by the reference meaning: every completion of what is not known, on exact decimals. `null` where
 * there are more than `most` completions to go through. Its bytes equal those of `determine` wherever that went through
 * every cell; where cells ran out, what it says lies within what `determine` says.
 */
export function referenceDetermine(
  rules: RuleSet,
  context: Context,
  student: Student,
  most?: number,
): Determination | null {
  return decide(rules, context, student, referenceResolver(rules, momentOf(context), most));
}
