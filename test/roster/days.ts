import { type CivilDate, fromDay, toDay } from '../../src/value/index.js';

export type { CivilDate };

/** The day so many days later. */
export const addDays = (day: CivilDate, days: number): CivilDate => fromDay(toDay(day) + days);
