import type { CheckedPart } from '../constructs/index.js';
import { digestsOf } from '../digests.js';
import type { RuleDocument } from '../document.js';
import { type Expression, FLAG } from '../formula/index.js';
import { LIMITS } from '../limits.js';
import type { LinkedList, LinkedProgramme, LinkedVeto, RuleSet } from '../rule-set.js';
import { linkFact } from './fact.js';
import { Linker, type LinkIssue } from './linker.js';
import { checkChoices, checkEffective, checkNames, checkTiers } from './names.js';
import { checkNoPoints } from './no-points.js';
import { sorted, valuesById } from './order.js';
import { linkProgramme } from './programme.js';
import { readsOf, withReads } from './reads.js';
import { linkTable } from './table.js';
import { NOT_RECOGNISED, TIER } from './tier-choice.js';
import { linkVeto } from './veto.js';

export type { LinkIssue } from './linker.js';
export { NOT_RECOGNISED } from './tier-choice.js';

export type Linked =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly issues: readonly LinkIssue[] };

/**
 * Settles everything a rule file refers to: names, types, units, ranges, and that nothing needs itself. Issues are
 * those of the blocks, of formulas and of constructs, and `rules.reserved`, `rules.shadow`, `rules.ambiguousOption`,
 * `rules.duplicateOption`, `rules.unknownSource`, `rules.tiersNotFalling`, `rules.circle`, `rules.noPointsNotAllowed`,
 * `rules.limit`.
 */
export function link(document: RuleDocument): Linked {
  const linker = new Linker(document);
  const tierIds = [NOT_RECOGNISED, ...document.tiers.map((tier) => tier.id).reverse()];
  checkEffective(linker, document);
  checkNames(linker, document);
  for (const [id, { of, ordered }] of Object.entries(document.choices))
    linker.choices[id] = { options: of, ordered };
  linker.choices[TIER] = { options: tierIds, ordered: true };
  checkChoices(linker, document);
  for (const [id, fact] of sorted(document.facts)) {
    const linked = linkFact(linker, id, fact);
    if (linked !== null) linker.facts.set(id, linked);
  }
  for (const [id, table] of sorted(document.tables)) {
    const linked = linkTable(linker, id, table);
    if (linked !== null) linker.linkedTables.set(id, linked);
  }
  checkTiers(linker, document);

  for (const id of Object.keys(document.figures)) linker.settleFigure(id);
  linker.settleScore();
  for (const id of Object.keys(document.categories)) linker.settleCategory(id);
  const tiersGood = linker.settleTier();
  const vetoes = tiersGood ? sorted(document.vetoes).map(([id, veto]) => linkVeto(linker, id, veto)) : [];
  const scope = sorted(document.scope).map(([id, one]) => ({
    id,
    is: linker.formula(one.is, ['scope', id, 'is'], FLAG),
  }));
  if (Object.keys(document.programmes).length > LIMITS.programmes) {
    linker.refuse('rules.limit', ['programmes'], { what: 'programmes', most: LIMITS.programmes });
  }
  const programmes = sorted(document.programmes).map(([id, programme]) =>
    linkProgramme(linker, id, programme),
  );
  if (linker.issues.length > 0) return { ok: false, issues: linker.issues };

  const parts = {
    figures: sorted(Object.fromEntries(linker.figures)).map(([id, figure]) => ({ id, ...figure })),
    categories: valuesById(linker.categories),
    vetoes: vetoes as LinkedVeto[],
    score: linker.score as CheckedPart,
  };
  const rules: RuleSet = {
    document,
    digests: digestsOf(document),
    facts: valuesById(linker.facts),
    choices: linker.choices,
    tables: valuesById(linker.linkedTables),
    lists: sorted(document.lists).map(([id]) => listOf(linker, id)),
    tierIds,
    tiers: [...document.tiers].reverse().map((tier) => ({ id: tier.id, from: linker.constant(tier.from) })),
    scope: scope as readonly { readonly id: string; readonly is: Expression }[],
    programmes: programmes as LinkedProgramme[],
    ...parts,
    reads: readsOf(parts),
    scopeReads: new Map(),
    outcomeReads: new Set(),
  };
  checkNoPoints(linker, rules);
  return linker.issues.length > 0
    ? { ok: false, issues: linker.issues }
    : { ok: true, rules: withReads(rules) };
}

function listOf(linker: Linker, id: string): LinkedList {
  const attributes = sorted(linker.document.lists[id]?.attributes ?? {});
  return {
    id,
    attributes: attributes.map(([name, one]) =>
      one.type === 'flag'
        ? { id: name, type: FLAG, options: [] }
        : {
            id: name,
            type: { kind: 'choice', choice: one.choice as string },
            options: linker.options(one.choice as string),
          },
    ),
  };
}
