import { compare, ZERO } from '../../value/index.js';
import type { VetoDocument } from '../document.js';
import type { LinkedVeto } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';
import { NOT_RECOGNISED } from './tier-choice.js';

/**
 * Settles a veto. A veto of the score caps the tier at what a score of 0 gives, so that it needs tiers by score. Issues:
 * `rules.maybeNone`, `rules.unknownOption`, `rules.withoutTiers`, `rules.zeroScoreMisfits`.
 */
export function linkVeto(linker: Linker, id: string, document: VetoDocument): LinkedVeto | null {
  const path: Path = ['vetoes', id];
  const checker = linker.checker();
  const when = checker.condition(document.when, [...path, 'when']);
  const unless =
    document.unless === undefined ? undefined : checker.condition(document.unless, [...path, 'unless']);
  const cap = capOf(linker, document.effect, [...path, 'effect']);
  if (when === null || unless === null || cap === null) return null;
  return {
    id,
    when,
    cap,
    zeroScore: document.effect === 'zero_score',
    againstFloor: document.against_floor,
    ...(unless === undefined ? {} : { unless }),
  };
}

function capOf(linker: Linker, effect: VetoDocument['effect'], path: Path): number | null {
  if (typeof effect === 'object')
    return effect.cap === NOT_RECOGNISED ? 0 : linker.tierIndex(effect.cap, [...path, 'cap']);
  const { tiers, tier_of, score } = linker.document;
  if (tiers.length === 0) return linker.refuse('rules.withoutTiers', path);
  if (effect === 'not_recognised') return 0;
  if (score === undefined || tier_of !== undefined || tiers.some((tier) => tier.from === undefined))
    return linker.refuse('rules.zeroScoreMisfits', path);
  const reached = tiers.filter(
    ({ from = '' }, i) => compare(linker.constant(from, ['tiers', i, 'from']), ZERO) <= 0,
  );
  return reached.length;
}
