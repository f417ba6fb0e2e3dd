import { divide, type Exact, exact, floor, multiply } from './exact.js';

/**
 * The named roundings. `half_up` sends ties toward +∞, `half_away` away from zero, `half_even` to the even
 * multiple; `up` goes toward +∞, `down` toward −∞, `toward_zero` cuts.
 */
export const ROUNDING_MODES = ['half_up', 'half_away', 'half_even', 'up', 'down', 'toward_zero'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

function roundToInteger(x: Exact, mode: RoundingMode): bigint {
  const below = floor(x);
  const rest = x.n - below * x.d;
  if (rest === 0n) return below;
  const above = below + 1n;
  switch (mode) {
    case 'up':
      return above;
    case 'down':
      return below;
    case 'toward_zero':
      return x.n < 0n ? above : below;
    case 'half_up':
      return 2n * rest >= x.d ? above : below;
    case 'half_away':
      if (2n * rest === x.d) return x.n < 0n ? below : above;
      return 2n * rest > x.d ? above : below;
    case 'half_even':
      if (2n * rest === x.d) return below % 2n === 0n ? below : above;
      return 2n * rest > x.d ? above : below;
  }
}

/** The multiple of `step` (which must be above 0) that the mode names. */
export function roundExact(x: Exact, step: Exact, mode: RoundingMode): Exact {
  return multiply(exact(roundToInteger(divide(x, step), mode)), step);
}
