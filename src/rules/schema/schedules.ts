import * as z from 'zod';
import { LIMITS } from '../limits.js';
import { about, dateSlot, idSlot, numberSlot, onlyOne, unitSlot } from './slots.js';

const slices = () => ({
  up_to: z.record(numberSlot(), numberSlot()).optional(),
  otherwise: numberSlot(),
  printed: z.record(numberSlot(), numberSlot()).optional(),
  at_least: numberSlot().optional(),
});

/** Slices of a keyed schedule stand under their options, nested once for each key. */
const rows = () => {
  const nested: z.ZodType = z.lazy(() => written);
  const written: z.ZodType = z.union([z.strictObject(slices()), z.record(idSlot(), nested)]);
  return z.record(idSlot(), nested);
};

/** Rates of the slices of a number; `keys` with `rows`, or `dated`, or both may stand around them. */
export const schedule = () => {
  const common = { ...about(), unit: unitSlot() };
  const keys = z
    .array(z.union([idSlot(), onlyOne(idSlot())]))
    .min(1)
    .max(LIMITS.tableKeys);
  return z.union([
    z.strictObject({ ...common, ...slices() }),
    z.strictObject({ ...common, dated: z.record(dateSlot(), z.strictObject(slices())) }),
    z.strictObject({ ...common, keys, rows: rows() }),
    z.strictObject({ ...common, keys, dated: z.record(dateSlot(), rows()) }),
  ]);
};
