import { digestsOf } from '../digests.js';
import type { RuleDocument } from '../document.js';
import { type Expression, FLAG } from '../formula/index.js';
import { LIMITS } from '../limits.js';
import type { LinkedList, LinkedProgramme, RuleSet } from '../rule-set.js';
import { eventFacts } from './events.js';
import { linkEvidence } from './evidence.js';
import { linkFact } from './fact.js';
import type { LinkIssue } from './findings.js';
import { Linker } from './linker.js';
import { checkChoices, checkEffective, checkNames } from './names.js';
import { checkNoPoints } from './no-points.js';
import { sorted, valuesById } from './order.js';
import { checkOutputs } from './outputs.js';
import { linkParameter } from './parameter.js';
import { linkProgramme } from './programme.js';
import { readsOf, withReads } from './reads.js';
import { linkSchedule } from './schedule.js';
import { linkTable } from './table.js';
import { NOT_RECOGNISED, TIER } from './tier-choice.js';
import { checkTierIds } from './tiers.js';

export type { LinkIssue } from './findings.js';
export { NOT_RECOGNISED } from './tier-choice.js';

export type Linked =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly issues: readonly LinkIssue[] };

/**
 * Settles everything a rule file refers to: names, types, units, ranges, and that nothing needs itself. Issues are
 * those of the blocks, of formulas and of constructs, and `rules.reserved`, `rules.shadow`, `rules.ambiguousOption`,
 * `rules.duplicateOption`, `rules.unknownSource`, `rules.circle`, `rules.noPointsNotAllowed`, `rules.limit`.
 */
export function link(document: RuleDocument): Linked {
  const linker = new Linker(document);
  checkEffective(linker, document);
  checkNames(linker, document);
  linkTypes(linker, document);
  const evidence = linkBlock(document.evidence, (id, one) => linkEvidence(linker, id, one));
  settleAll(linker, document);
  const scope = sorted(document.scope).map(([id, one]) => ({
    id,
    is: linker.checker().condition(one.is, ['scope', id, 'is']),
  }));
  const programmes = programmesOf(linker, document);
  checkOutputs(linker, document);
  if (linker.issues.length > 0) return { ok: false, issues: linker.issues };

  const { score, routes, tiers } = linker;
  const parts = {
    facts: valuesById(linker.facts).map((fact) => {
      const onlyIf = linker.onlyIfs.get(fact.id);
      return onlyIf === undefined ? fact : { ...fact, onlyIf };
    }),
    figures: valuesById(linker.figures).map((figure) => figure.linked),
    categories: valuesById(linker.categories),
    vetoes: valuesById(linker.vetoes),
    score,
    routes,
    ...tiers,
  };
  const events = eventFacts({ ...parts, programmes });
  const rules: RuleSet = {
    document,
    digests: digestsOf(document),
    dates: document.dates,
    ...parts,
    facts: parts.facts.map((fact) => (events.has(fact.id) ? { ...fact, event: true } : fact)),
    choices: Object.fromEntries(linker.choiceTypes),
    parameters: valuesById(linker.linkedParameters).map((one) => one.linked),
    tables: valuesById(linker.linkedTables).map((one) => one.linked),
    schedules: valuesById(linker.linkedSchedules).map((one) => one.linked),
    evidence: valuesById(evidence),
    lists: sorted(document.lists).map(([id]) => listOf(linker, id)),
    tierIds: [NOT_RECOGNISED, ...document.tiers.map((tier) => tier.id).reverse()],
    scope: scope as readonly { readonly id: string; readonly is: Expression }[],
    programmes,
    outputs: document.outputs,
    endsInOutputs: document.tiers.length === 0 && document.outputs.length > 0,
    reads: readsOf(parts),
    scopeReads: new Map(),
    outcomeReads: new Set(),
  };
  checkNoPoints(linker, rules);
  return linker.issues.length > 0
    ? { ok: false, issues: linker.issues }
    : { ok: true, rules: withReads(rules) };
}

/** What is settled of a block, by id. */
function linkBlock<D, T>(
  block: Readonly<Record<string, D>>,
  settle: (id: string, document: D) => T | null,
  into = new Map<string, T>(),
): Map<string, T> {
  for (const [id, document] of sorted(block)) {
    const linked = settle(id, document);
    if (linked !== null) into.set(id, linked);
  }
  return into;
}

/** What needs no formula: choices, facts but for `only_if`, parameters, tables and schedules. */
function linkTypes(linker: Linker, document: RuleDocument): void {
  for (const [id, { of, ordered }] of Object.entries(document.choices))
    linker.choiceTypes.set(id, { options: of, ordered });
  const tierIds = [NOT_RECOGNISED, ...document.tiers.map((tier) => tier.id).reverse()];
  if (document.tiers.length > 0) linker.choiceTypes.set(TIER, { options: tierIds, ordered: true });
  checkChoices(linker, document);
  checkTierIds(linker, document);
  linkBlock(document.facts, (id, one) => linkFact(linker, id, one), linker.facts);
  linkBlock(document.parameters, (id, one) => linkParameter(linker, id, one), linker.linkedParameters);
  linkBlock(document.tables, (id, one) => linkTable(linker, id, one), linker.linkedTables);
  linkBlock(document.schedules, (id, one) => linkSchedule(linker, id, one), linker.linkedSchedules);
}

/** What has formulas, each once. */
function settleAll(linker: Linker, document: RuleDocument): void {
  for (const id of Object.keys(document.facts)) linker.settleFact(id);
  for (const id of Object.keys(document.figures)) linker.settleFigure(id);
  linker.settleScore();
  for (const id of Object.keys(document.categories)) linker.settleCategory(id);
  if (document.tiers.length > 0) linker.settleTier();
  else linker.settleVetoes(() => true);
}

function programmesOf(linker: Linker, document: RuleDocument): readonly LinkedProgramme[] {
  const all = sorted(document.programmes);
  if (all.length > LIMITS.programmes)
    linker.refuse('rules.limit', ['programmes'], { what: 'programmes', most: LIMITS.programmes });
  return all.map(([id, one]) => linkProgramme(linker, id, one)).filter((one) => one !== null);
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
            type: { kind: 'choice', choice: one.choice ?? '' },
            options: linker.options(one.choice ?? ''),
          },
    ),
  };
}
