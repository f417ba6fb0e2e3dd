import * as z from 'zod';
import { figureSchemas } from '../constructs/index.js';
import { anyOf, withMembers } from './members.js';
import { about, cellSlot, dateSlot, formulaSlot, idSlot, numberSlot, unitSlot } from './slots.js';

/** A derived value: a formula, or one of the forms of a figure with what may stand beside it. */
export const figure = () => {
  const members = {
    ...about(),
    unit: unitSlot().optional(),
    gives: idSlot().optional(),
    for: idSlot().optional(),
    only_if: formulaSlot().optional(),
    none: z.union([cellSlot(), dateSlot()]).optional(),
    range: z.union([z.array(numberSlot()).length(2), z.array(dateSlot()).length(2)]).optional(),
    override: z
      .strictObject({
        by: z.array(idSlot()).min(1),
        needs: z.array(z.enum(['reason', 'evidence'])).optional(),
      })
      .optional(),
  };
  return anyOf([formulaSlot(), ...figureSchemas().map((form) => withMembers(form, members))]);
};
