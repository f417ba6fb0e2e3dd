import * as z from 'zod';
import { ROUNDING_MODES } from '../../value/index.js';
import { partSchemas } from '../constructs/index.js';
import { LIMITS } from '../limits.js';
import { anyOf, withMembers } from './members.js';
import { about, evidenceSlot, formulaSlot, idSlot, numberSlot, partPathSlot } from './slots.js';

const bounds = () => ({
  at_least: numberSlot().optional(),
  at_most: numberSlot().optional(),
  weight: numberSlot().optional(),
  round: z.strictObject({ step: numberSlot(), mode: z.enum(ROUNDING_MODES) }).optional(),
});

/** Parts nest: the schema of a part is made once and refers to itself. */
function part(): z.ZodType {
  const members = {
    ...about(),
    ...bounds(),
    when: formulaSlot().optional(),
    evidence: evidenceSlot().optional(),
  };
  const itself: z.ZodType = z.lazy(() => whole);
  const whole: z.ZodType = anyOf(partSchemas(itself).map((form) => withMembers(form, members)));
  return whole;
}

const route = () =>
  z.strictObject({
    ...about(),
    id: idSlot(),
    when: formulaSlot(),
    base: numberSlot(),
    counts: z.array(partPathSlot()),
    against_ordinary: z.enum(['instead', 'best']),
  });

/** The points of a student, and the routes beside the ordinary way to them. */
export const score = () =>
  z.strictObject({
    ...bounds(),
    take: z.enum(['sum', 'best', 'least']).optional(),
    parts: z.record(idSlot(), part()),
    routes: z.array(route()).max(LIMITS.routes).optional(),
  });
