import type { CheckedPart, Reading } from '../rules/index.js';
import { lowerValue, partReadings, type RuleSet, readings, valueReadings } from '../rules/index.js';
import {
  compareDates,
  error,
  exact,
  isNonEmpty,
  parseCivilDate,
  type Result,
  success,
} from '../value/index.js';
import { CoreBuilder } from './build.js';
import { type Cuts, cutsOf } from './cuts.js';
import type { PlanInput } from './input.js';
import { type Node, type NodeId, operands } from './node.js';

/** What a determination is made for: a named semester, what is in force, and what had been published and known. */
export interface Context {
  /** Such as `2025-autumn`. */
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly knownAt: string;
}

export interface PlannedPart {
  readonly path: string;
  readonly node: NodeId;
  /** Everything it reads: facts by id, `category x`, `veto x`. */
  readonly reads: ReadonlySet<string>;
}

export interface PlannedProgramme {
  readonly id: string;
  readonly entitled: NodeId;
  /** Minor units of the currency; `null` where the amount is not stated. */
  readonly amount: NodeId | null;
  readonly reads: ReadonlySet<string>;
}

/** A rule set translated to the core for one context: plain data, to be run by the interpreter. */
export interface Plan {
  readonly rules: RuleSet;
  readonly context: Context;
  readonly inputs: readonly PlanInput[];
  readonly nodes: readonly Node[];
  /** For every input: the nodes that can change with it, in order. */
  readonly affected: readonly (readonly NodeId[])[];
  readonly cuts: Cuts;
  readonly outputs: {
    readonly scope: readonly {
      readonly id: string;
      readonly node: NodeId;
      readonly reads: ReadonlySet<string>;
    }[];
    readonly score: NodeId;
    readonly scoreTier: NodeId;
    readonly tier: NodeId;
    readonly parts: readonly PlannedPart[];
    readonly categories: readonly {
      readonly id: string;
      readonly node: NodeId;
      readonly reads: ReadonlySet<string>;
    }[];
    readonly vetoes: readonly {
      readonly id: string;
      readonly holds: NodeId;
      readonly tier: NodeId;
      readonly meetsFloor: NodeId;
      readonly reads: ReadonlySet<string>;
    }[];
    readonly programmes: readonly PlannedProgramme[];
  };
  /** What the outcome reads: tier, scope and every programme. */
  readonly reads: ReadonlySet<string>;
  readonly scoreReads: ReadonlySet<string>;
}

/**
 * Translates a checked edition to the core, for one period. Issues: `plan.date` (a context date that is none),
 * `plan.notInForce` (the edition is not in force at `asOf`, or was not published at `knownAt`).
 */
export function compile(rules: RuleSet, context: Context): Result<Plan> {
  const refused = contextIssues(rules, context);
  if (isNonEmpty(refused)) return { ok: false, issues: refused };
  const inputs: PlanInput[] = [
    ...rules.facts.map(({ id }) => ({ kind: 'fact', id }) as const),
    ...rules.categories
      .filter((c) => c.list !== undefined)
      .map(({ id }) => ({ kind: 'category', id }) as const),
    ...rules.vetoes
      .filter((v) => v.againstFloor === 'review')
      .map(({ id }) => ({ kind: 'veto', id }) as const),
    { kind: 'decision', id: 'decided' },
    { kind: 'decision', id: 'tier' },
  ];
  const at = new Map(inputs.map((input, i) => [`${input.kind} ${input.id}`, i]));
  const build = new CoreBuilder(rules, (kind, id) => at.get(`${kind} ${id}`) as number);

  const score = build.read({ kind: 'score' });
  const scoreTier = build.read({ kind: 'score_tier' });
  const tier = build.read({ kind: 'tier' });
  const scope = rules.scope.map((one) => ({
    id: one.id,
    node: build.expression(one.is),
    reads: rules.reads(readings(one.is)),
  }));
  const categories = rules.categories.map(({ id }) => ({
    id,
    node: build.read({ kind: 'category', id }),
    reads: rules.reads([{ kind: 'category', id }]),
  }));
  const vetoes = rules.vetoes.map((veto) => ({
    id: veto.id,
    holds: build.veto(veto.id),
    ...build.vetoed(veto.id),
    reads: rules.reads([{ kind: 'tier' }]),
  }));
  const programmes = rules.programmes.map((programme): PlannedProgramme => {
    const amount =
      programme.amount === null
        ? null
        : build.node({
            kind: 'product',
            left: lowerValue(programme.amount, build),
            right: build.constant(exact(programme.minor)),
          });
    const of: Reading[] = [
      ...readings(programme.for),
      ...(programme.amount === null ? [] : valueReadings(programme.amount)),
    ];
    return { id: programme.id, entitled: build.expression(programme.for), amount, reads: rules.reads(of) };
  });

  const parts: PlannedPart[] = [];
  const walk = (part: CheckedPart): void => {
    parts.push({
      path: part.path,
      node: build.parts.get(part.path) as NodeId,
      reads: rules.reads(partReadings(part)),
    });
    if (part.value.kind === 'section') part.value.parts.forEach(walk);
  };
  walk(rules.score);

  const scoreReads = rules.reads([{ kind: 'score' }]);
  const reads = new Set<string>(rules.reads([{ kind: 'tier' }]));
  for (const one of [...scope, ...programmes]) for (const name of one.reads) reads.add(name);
  return success({
    rules,
    context,
    inputs,
    nodes: build.nodes,
    affected: affectedBy(build.nodes, inputs.length),
    cuts: cutsOf(rules, inputs, build.nodes),
    outputs: { scope, score, scoreTier, tier, parts, categories, vetoes, programmes },
    reads,
    scoreReads,
  });
}

function contextIssues(rules: RuleSet, context: Context) {
  const [asOf, knownAt] = [parseCivilDate(context.asOf), parseCivilDate(context.knownAt)];
  if (asOf === null) return [error('plan.date', { name: 'asOf', found: context.asOf })];
  if (knownAt === null) return [error('plan.date', { name: 'knownAt', found: context.knownAt })];
  const { effective, published } = rules.document;
  const date = (text: string) => parseCivilDate(text);
  const [from, until, out] = [date(effective.from), date(effective.until ?? '9999-12-31'), date(published)];
  if (from === null || until === null || out === null)
    return [error('plan.date', { name: 'effective', found: effective.from })];
  const inForce = compareDates(from, asOf) <= 0 && compareDates(asOf, until) <= 0;
  if (inForce && compareDates(out, knownAt) <= 0) return [];
  const values = {
    asOf: context.asOf,
    knownAt: context.knownAt,
    from: effective.from,
    until: effective.until ?? '',
    published,
  };
  return [error('plan.notInForce', values)];
}

/** For every input, the nodes behind it in the order of the plan. */
function affectedBy(nodes: readonly Node[], inputs: number): readonly (readonly NodeId[])[] {
  const lists: NodeId[][] = Array.from({ length: inputs }, () => []);
  const behind: ReadonlySet<number>[] = [];
  for (const [id, node] of nodes.entries()) {
    const mine = new Set<number>(node.kind === 'input' ? [node.input] : []);
    for (const operand of operands(node))
      for (const input of behind[operand] as ReadonlySet<number>) mine.add(input);
    behind.push(mine);
    for (const input of mine) (lists[input] as NodeId[]).push(id);
  }
  return lists;
}
