import type { CheckedPart } from './constructs/index.js';

/** Every part of a score, the score itself first; none in a scheme without points. */
export function partsOf(score: CheckedPart | null): readonly CheckedPart[] {
  if (score === null) return [];
  return score.value.kind === 'section' ? [score, ...score.value.parts.flatMap(partsOf)] : [score];
}
