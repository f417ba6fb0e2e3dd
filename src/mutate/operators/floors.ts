import { at, isMapping, replaced } from '../edit.js';
import type { Edit } from '../mutant.js';
import type { Site } from '../sites.js';

const TIER_KEYS = new Set(['floor', 'bypass', 'cap']);

/** The tiers of a file, most aid first. */
function tiersOf(root: unknown): readonly string[] {
  const tiers = at(root, ['tiers']);
  const list = Array.isArray(tiers) ? tiers : at(tiers, ['list']);
  return Array.isArray(list)
    ? list.flatMap((one) => (isMapping(one) && typeof one.id === 'string' ? [one.id] : []))
    : [];
}

/** What a category gives, or a veto leaves, one tier lower and one higher. */
export function floors(root: unknown, { path, value }: Site): readonly Edit[] {
  if (typeof value !== 'string' || !TIER_KEYS.has(String(path.at(-1)))) return [];
  const tiers = tiersOf(root);
  const here = tiers.indexOf(value);
  if (here < 0) return [];
  return [tiers[here + 1], tiers[here - 1]]
    .filter((tier) => tier !== undefined)
    .map((after) => ({ mutation: 'floor', path, before: value, after, root: replaced(root, path, after) }));
}
