import type { RuleDocument, TierDocument } from '../document.js';
import type { Context } from './context.js';
import { about, given, members } from './raw.js';

/** Tiers by a least score, by a condition, or by one formula that gives the id; a scheme may have none. */
export function expandTiers(context: Context, raw: unknown): Pick<RuleDocument, 'tiers' | 'tier_of'> {
  const tier = (one: unknown): TierDocument => {
    const t = members(one);
    return {
      id: String(t.id),
      ...given(t, ['from'], context.number),
      ...given(t, ['when'], context.formula),
      ...about(t),
    };
  };
  if (raw === undefined) return { tiers: [] };
  if (Array.isArray(raw)) return { tiers: raw.map(tier) };
  const { of, list } = members(raw);
  return { tiers: (list as readonly unknown[]).map(tier), tier_of: context.formula(String(of)) };
}
