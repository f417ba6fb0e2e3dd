import * as z from 'zod';
import { LIMITS } from '../limits.js';
import { flagSlot, idSlot, wordsSlot } from './slots.js';

const options = (most: number) => z.array(idSlot()).min(2).max(most);

const titles = () => z.record(idSlot(), wordsSlot());

/** Options in order where they are used, or a choice by name. */
export const choiceSlot = () => z.union([options(LIMITS.options), idSlot()]);

/** What may stand beside options written where they are used. */
export const ofChoice = () => ({ ordered: flagSlot().optional(), titles: titles().optional() });

/** A type of closed options; a bare list where nothing but the options has to be said. */
export const choice = () =>
  z.union([
    options(LIMITS.choiceOptions),
    z.strictObject({ of: options(LIMITS.choiceOptions), ...ofChoice() }),
  ]);
