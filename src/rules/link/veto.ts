import { compare, ZERO } from '../../value/index.js';
import type { VetoDocument } from '../document.js';
import { FLAG } from '../formula/index.js';
import type { LinkedVeto } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';
import { NOT_RECOGNISED } from './tier-choice.js';

/** Settles a veto. A veto of the score caps the tier at what a score of 0 gives. */
export function linkVeto(linker: Linker, id: string, document: VetoDocument): LinkedVeto | null {
  const path: Path = ['vetoes', id];
  const when = linker.formula(document.when, [...path, 'when'], FLAG);
  const unless =
    document.unless === undefined ? undefined : linker.formula(document.unless, [...path, 'unless'], FLAG);
  const zeroScore = document.effect === 'zero_score';
  const cap =
    typeof document.effect === 'object'
      ? capOf(linker, document.effect.cap, [...path, 'effect', 'cap'])
      : zeroScore
        ? tierOfZero(linker)
        : 0;
  if (when === null || unless === null || cap === null) return null;
  return {
    id,
    when,
    cap,
    zeroScore,
    againstFloor: document.against_floor,
    ...(unless === undefined ? {} : { unless }),
  };
}

function capOf(linker: Linker, tier: string, path: Path): number | null {
  return tier === NOT_RECOGNISED ? 0 : linker.tierIndex(tier, path);
}

function tierOfZero(linker: Linker): number {
  return linker.document.tiers.filter((tier) => compare(linker.constant(tier.from), ZERO) <= 0).length;
}
