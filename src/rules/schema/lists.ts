import * as z from 'zod';
import { choiceSlot } from './choices.js';
import { about, idSlot, wordsSlot } from './slots.js';

const attribute = () => {
  const title = { title: wordsSlot().optional() };
  return z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('flag'), ...title }),
    z.strictObject({ type: z.literal('choice'), of: choiceSlot(), ...title }),
  ]);
};

/** A list of a department, and what its entries say. */
export const list = () =>
  z.strictObject({
    ...about(),
    owner: wordsSlot().optional(),
    attributes: z.record(idSlot(), attribute()).optional(),
  });
