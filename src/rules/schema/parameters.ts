import * as z from 'zod';
import { about, dateSlot, numberSlot, unitSlot } from './slots.js';

/** What a value that the file does not know can be. */
export const openValue = () => ({
  range: z.array(numberSlot()).length(2).optional(),
  step: numberSlot().optional(),
});

/** `{ unit, is: 5 }`, or by date: each value holds from its date to the next. */
export const parameter = () =>
  z.union([
    z.strictObject({
      ...about(),
      unit: unitSlot(),
      dated: z.record(dateSlot(), numberSlot()),
      before: z.union([numberSlot(), z.literal('unknown')]).optional(),
      ...openValue(),
    }),
    z.strictObject({ ...about(), unit: unitSlot(), is: numberSlot() }),
  ]);
