import type * as z from 'zod';

/** A mapping with at least one member. */
export const filled = <T extends z.ZodRecord>(mapping: T): T =>
  mapping.refine((written) => Object.keys(written as object).length > 0, {
    error: 'rules.count',
    params: { least: '1' },
  });
