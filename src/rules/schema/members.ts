import * as z from 'zod';

/** The same strict form with further members; a union gets them in each of its branches. */
export function withMembers(form: z.ZodType, members: z.ZodRawShape): z.ZodType {
  if (form instanceof z.ZodUnion)
    return anyOf(form.options.map((one) => withMembers(one as z.ZodType, members)));
  return (form as z.ZodObject).safeExtend(members);
}

/** A union of forms made from a list. */
export function anyOf(forms: readonly z.ZodType[]): z.ZodType {
  return z.union(forms as unknown as readonly [z.ZodType, z.ZodType]);
}
