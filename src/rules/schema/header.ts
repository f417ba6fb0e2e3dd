import * as z from 'zod';
import { dateSlot, idSlot, labelSlot, textSlot, wordsSlot, yearDaySlot } from './slots.js';

/** What every edition says of itself. */
export const header = () => ({
  format: z.literal('1'),
  scheme: labelSlot(),
  edition: labelSlot(),
  title: wordsSlot(),
  standing: z.enum(['official', 'illustrative']),
  status: z.enum(['draft', 'published']),
  /** `gap` and `overlap`: why there is one to the edition before. */
  effective: z.strictObject({
    from: dateSlot(),
    until: dateSlot().optional(),
    gap: wordsSlot().optional(),
    overlap: wordsSlot().optional(),
  }),
  published: dateSlot(),
});

/** How dates move. */
export const dates = () =>
  z.strictObject({
    month_end: z.enum(['last_day', 'next_first']).optional(),
    leap_birthday: z.enum(['02-28', '03-01']).optional(),
    school_year: yearDaySlot().optional(),
  });

export const source = () =>
  z.strictObject({
    title: wordsSlot(),
    number: textSlot().optional(),
    issued: dateSlot().optional(),
    url: textSlot().optional(),
    grade: z.enum(['A', 'B', 'C', 'G']).optional(),
  });

export const units = () => z.array(idSlot());
