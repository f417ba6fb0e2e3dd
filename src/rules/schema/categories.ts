import * as z from 'zod';
import { about, evidenceSlot, formulaSlot, idSlot, numberSlot } from './slots.js';

/** A group of people and what belonging to it does. */
export const category = () =>
  z.strictObject({
    ...about(),
    list: idSlot().optional(),
    row: formulaSlot().optional(),
    when: formulaSlot().optional(),
    points: numberSlot().optional(),
    floor: idSlot().optional(),
    bypass: idSlot().optional(),
    evidence: evidenceSlot().optional(),
  });
