import { compare, formatExact } from '../../value/index.js';
import type { RuleDocument } from '../document.js';
import { describeType, RESERVED } from '../formula/index.js';
import type { LinkedTier, RuleSet } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';
import { TIER } from './tier-choice.js';

/** What settles the tier by score: the tiers, from the least aid to the most, and the formula that gives one. */
export interface SettledTiers {
  readonly tiers: readonly LinkedTier[];
  readonly tierOf: RuleSet['tierOf'];
}

/** Each tier is named once, not by a word of the language, nor as a value. Issues: `rules.reserved`, `rules.duplicateOption`. */
export function checkTierIds(linker: Linker, document: RuleDocument): void {
  const seen = new Set<string>();
  for (const [i, { id }] of document.tiers.entries()) {
    const path: Path = ['tiers', i, 'id'];
    if (RESERVED.has(id)) linker.refuse('rules.reserved', path, { name: id });
    else if (linker.isValue(id)) linker.refuse('rules.ambiguousOption', path, { option: id, choice: TIER });
    if (seen.has(id)) linker.refuse('rules.duplicateOption', path, { option: id, choice: TIER });
    seen.add(id);
  }
}

/**
 * Settles how the tier follows: each by a least score, falling; each by a condition; or by a formula. Issues:
 * `rules.tiersMixed`, `rules.withoutScore`, `rules.tiersNotFalling`, `rules.maybeNone`, `rules.type`,
 * `rules.notATier`.
 */
export function linkTiers(linker: Linker, document: RuleDocument): SettledTiers | null {
  const { tiers, tier_of } = document;
  const form = tier_of !== undefined ? 'of' : tiers[0]?.from !== undefined ? 'from' : 'when';
  const misfit = tiers.findIndex(
    ({ from, when }) =>
      (from !== undefined) !== (form === 'from') || (when !== undefined) !== (form === 'when'),
  );
  if (misfit >= 0)
    return linker.refuse('rules.tiersMixed', ['tiers', misfit], { tier: tiers[misfit]?.id ?? '' });
  if (tier_of !== undefined) return byFormula(linker, document, tier_of);
  return form === 'from' ? byScore(linker, document) : byCondition(linker, document);
}

function byScore(linker: Linker, document: RuleDocument): SettledTiers | null {
  if (document.score === undefined) return linker.refuse('rules.withoutScore', ['tiers', 0, 'from']);
  const count = linker.issues.length;
  const tiers = document.tiers.map(({ id, from = '' }, i) => ({
    id,
    from: linker.constant(from, ['tiers', i, 'from']),
  }));
  for (const [i, tier] of tiers.entries()) {
    const above = tiers[i - 1];
    if (above === undefined || compare(tier.from, above.from) < 0) continue;
    const values = { tier: tier.id, from: formatExact(tier.from), above: formatExact(above.from) };
    linker.refuse('rules.tiersNotFalling', ['tiers', i, 'from'], values);
  }
  return linker.issues.length > count ? null : { tiers: tiers.reverse(), tierOf: null };
}

function byCondition(linker: Linker, document: RuleDocument): SettledTiers | null {
  const checker = linker.checker();
  const tiers: LinkedTier[] = [];
  for (const [i, { id, when = '' }] of document.tiers.entries()) {
    const condition = checker.condition(when, ['tiers', i, 'when']);
    if (condition !== null) tiers.push({ id, when: condition });
  }
  return tiers.length < document.tiers.length ? null : { tiers: tiers.reverse(), tierOf: null };
}

function byFormula(linker: Linker, document: RuleDocument, text: string): SettledTiers | null {
  const path: Path = ['tier_of'];
  const is = linker.checker().formula(text, path, { kind: 'any' });
  if (is === null) return null;
  if (is.type.kind !== 'choice')
    return linker.refuse('rules.type', path, { found: describeType(is.type), needed: 'choice' });
  const ids = linker.options(TIER);
  const options = linker.options(is.type.choice);
  const other = options.find((option) => !ids.includes(option));
  if (other !== undefined) {
    const more = { choice: is.type.choice, tiers: ids.join(', ') };
    return linker.unknown('rules.notATier', path, 'option', other, ids, more);
  }
  const tiers = document.tiers.map(({ id }) => ({ id })).reverse();
  return { tiers, tierOf: { is, tiers: options.map((option) => ids.indexOf(option)) } };
}
