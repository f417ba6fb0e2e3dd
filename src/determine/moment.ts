import type { Context } from '../plan/index.js';
import type { Moment } from '../reference/index.js';
import { type CivilDate, parseCivilDate } from '../value/index.js';

/** When a determination is made. The dates of a context are checked when the rules are compiled for it. */
export function momentOf(context: Context): Moment {
  const { asOf, periodStart } = context;
  return {
    asOf: parseCivilDate(asOf) as CivilDate,
    periodStart: periodStart === undefined ? null : parseCivilDate(periodStart),
  };
}
