import * as z from 'zod';
import { about, formulaSlot, idSlot } from './slots.js';

/** What takes a tier away, and what happens where it meets a floor. */
export const veto = () =>
  z.strictObject({
    ...about(),
    when: formulaSlot(),
    unless: formulaSlot().optional(),
    effect: z.union([z.enum(['not_recognised', 'zero_score']), z.strictObject({ cap: idSlot() })]),
    against_floor: z.enum(['review', 'floor_wins']),
  });
