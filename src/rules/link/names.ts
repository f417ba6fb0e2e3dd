import { compare } from '../../value/index.js';
import type { RuleDocument } from '../document.js';
import { RESERVED } from '../formula/index.js';
import { LIMITS } from '../limits.js';
import { nearest } from '../names.js';
import type { Linker } from './linker.js';
import { notesOf } from './notes.js';
import { TIER } from './tier-choice.js';

/** Facts, figures and categories share one namespace without shadowing; reserved words name nothing. */
export function checkNames(linker: Linker, document: RuleDocument): void {
  const seen = new Map<string, string>();
  const blocks = ['facts', 'figures', 'categories', 'tables'] as const;
  for (const block of blocks) {
    for (const id of Object.keys(document[block])) {
      if (RESERVED.has(id)) linker.refuse('rules.reserved', [block, id], { name: id });
      const other = seen.get(id);
      if (other !== undefined) linker.refuse('rules.shadow', [block, id], { name: id, other });
      seen.set(id, block);
    }
  }
  const count = Object.keys(document.facts).length + Object.keys(document.figures).length;
  if (count > LIMITS.factsAndFigures)
    linker.refuse('rules.limit', ['facts'], { what: 'factsAndFigures', most: LIMITS.factsAndFigures });
  for (const { path, source } of notesOf(document)) {
    if (Object.hasOwn(document.sources, source)) continue;
    const near = nearest(source, Object.keys(document.sources));
    linker.refuse('rules.unknownSource', path, near === null ? { source } : { source, near });
  }
}

/** Options are distinct, and none is a word of the grammar or the name of a value. */
export function checkChoices(linker: Linker, document: RuleDocument): void {
  const names = new Set(linker.known);
  for (const [id, choice] of Object.entries(document.choices)) {
    const path = !Object.hasOwn(document.facts, id) ? ['choices', id] : ['facts', id];
    const seen = new Set<string>();
    for (const option of choice.of) {
      if (RESERVED.has(option)) linker.refuse('rules.reserved', path, { name: option });
      // Options of a list's attribute meet no names but the attributes of that list.
      if (!id.includes('.') && names.has(option))
        linker.refuse('rules.ambiguousOption', path, { option, choice: id });
      if (seen.has(option)) linker.refuse('rules.duplicateOption', path, { option, choice: id });
      seen.add(option);
    }
  }
}

/** An edition that ends before it begins is in force on no day. */
export function checkEffective(linker: Linker, document: RuleDocument): void {
  const { from, until } = document.effective;
  // Both are YYYY-MM-DD, so that their text is in the order of the days.
  if (until !== undefined && until < from)
    linker.refuse('rules.untilBeforeFrom', ['effective', 'until'], { from, until });
}

/** Tiers fall strictly, most aid first, each named once. */
export function checkTiers(linker: Linker, document: RuleDocument): void {
  const seen = new Set<string>();
  for (const [i, tier] of document.tiers.entries()) {
    if (RESERVED.has(tier.id)) linker.refuse('rules.reserved', ['tiers', i], { name: tier.id });
    if (seen.has(tier.id))
      linker.refuse('rules.duplicateOption', ['tiers', i], { option: tier.id, choice: TIER });
    seen.add(tier.id);
    const above = document.tiers[i - 1];
    if (above !== undefined && compare(linker.constant(tier.from), linker.constant(above.from)) >= 0) {
      linker.refuse('rules.tiersNotFalling', ['tiers', i, 'from'], {
        tier: tier.id,
        from: tier.from,
        above: above.from,
      });
    }
  }
}
