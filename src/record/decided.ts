import type { Determination } from '../determine/index.js';

/** The tier that holds: a person's where one decided, else the recommended one; `null` where there is none yet. */
export function tierOf(determination: Determination): string | null {
  if (determination.outcome !== 'determined') return null;
  return determination.decided?.tier ?? determination.recommended?.tier ?? null;
}

/** A determination with what a summary groups by, which is not part of it. */
export interface Counted {
  readonly determination: Determination;
  /** `''` where not known, as with all three. */
  readonly stage: string;
  readonly setting: string;
  readonly area: string;
}
