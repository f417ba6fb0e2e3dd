import * as z from 'zod';
import { LIMITS } from '../limits.js';
import { openValue } from './parameters.js';
import {
  about,
  cellSlot,
  dateSlot,
  fileSlot,
  idSlot,
  keySlot,
  keyTypeSlot,
  numberSlot,
  onlyOne,
  unitSlot,
} from './slots.js';

/** Rows nest once for each key; the last key of whole numbers may be a list in order. A row of columns is a list. */
const rows = () => {
  const nested: z.ZodType = z.lazy(() => written);
  const written: z.ZodType = z.union([cellSlot(), z.array(nested), z.record(keySlot(), nested)]);
  return z.union([z.strictObject({ file: fileSlot() }), z.array(nested), z.record(keySlot(), nested)]);
};

/** What the cells are: numbers of one unit, columns of their own units, flags, or options of a choice. */
const cells = () => [
  { unit: unitSlot() },
  { columns: z.array(onlyOne(unitSlot())).min(1).max(LIMITS.tableColumns) },
  { type: z.literal('flag') },
  { type: z.literal('choice'), of: idSlot() },
];

/** A look-up; its cells and keys are held against each other when it is expanded. */
export const table = () => {
  const common = {
    ...about(),
    keys: z
      .array(z.union([idSlot(), onlyOne(keyTypeSlot())]))
      .min(1)
      .max(LIMITS.tableKeys),
    match: z.literal('prefix').optional(),
    otherwise: cellSlot().optional(),
    each_more: numberSlot().optional(),
    ...openValue(),
  };
  const body = rows();
  return z.union(
    cells().flatMap((cell) => [
      z.strictObject({ ...cell, ...common, rows: body }),
      z.strictObject({
        ...cell,
        ...common,
        dated: z.record(dateSlot(), body),
        before: cellSlot().optional(),
      }),
    ]) as unknown as readonly [z.ZodType, z.ZodType],
  );
};
