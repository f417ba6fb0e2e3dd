import * as z from 'zod';
import { LIMITS } from '../limits.js';
import { about, formulaSlot, idSlot, numberSlot } from './slots.js';

const listed = <T extends z.ZodRawShape>(line: T) =>
  z
    .array(z.strictObject({ ...about(), id: idSlot(), ...line }))
    .min(1)
    .max(LIMITS.tiers);

/** Most aid first: all by a least score, all by a condition, or by a formula that gives the id. */
export const tiers = () =>
  z.union([
    // That all say the same of the two is seen when they are linked, where it can be said in one sentence.
    listed({ from: numberSlot().optional(), when: formulaSlot().optional() }),
    z.strictObject({ of: formulaSlot(), list: listed({}) }),
  ]);
