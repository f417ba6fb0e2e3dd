import * as z from 'zod';
import { figureSchemas } from '../constructs/index.js';
import { INSTRUMENTS, PAYEES, PERIODS } from '../document.js';
import { anyOf } from './members.js';
import { about, formulaSlot, wordsSlot } from './slots.js';

const amount = () => anyOf([formulaSlot(), z.strictObject({ unstated: wordsSlot() }), ...figureSchemas()]);

/** What is paid, to whom, and for whom. */
export const programme = () =>
  z.strictObject({
    ...about(),
    instrument: z.enum(INSTRUMENTS),
    for: formulaSlot(),
    amount: amount(),
    per: z.enum(PERIODS),
    payee: z.enum(PAYEES),
  });

/** For whom the scheme is at all. */
export const scope = () => z.strictObject({ ...about(), is: formulaSlot() });
