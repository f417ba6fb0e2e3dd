import type { Reading, RuleSet, Type } from '../rules/index.js';
import { lowerValue, partsOf, readings, valueReadings } from '../rules/index.js';
import {
  type CivilDate,
  compareDates,
  error,
  exact,
  type Issue,
  isNonEmpty,
  parseCivilDate,
  type Result,
  success,
} from '../value/index.js';
import { CoreBuilder, type Moment } from './build.js';
import { type Cuts, cutsOf } from './cuts.js';
import { type Domains, domainsOf } from './domain.js';
import type { PlanInput } from './input.js';
import { InputList, questionOrder } from './inputs.js';
import { type Node, type NodeId, operands } from './node.js';

/** What a determination is made for: a named semester, what is in force, and what had been published and known. */
export interface Context {
  /** Such as `2025-autumn`. */
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly knownAt: string;
  /** First day of the period, `YYYY-MM-DD`; needed where rules read `period_start`. */
  readonly periodStart?: string;
}

/** Something the plan can show under its name. */
export interface Shown {
  readonly id: string;
  readonly node: NodeId;
}

export interface PlannedPart {
  readonly path: string;
  readonly node: NodeId;
  /** Of points that a person gives: what not giving them means. */
  readonly undecided?: 'ask' | '0';
}

export interface PlannedFigure extends Shown {
  readonly type: Type;
}

export interface PlannedProgramme {
  readonly id: string;
  readonly entitled: NodeId;
  /** Minor units of the currency; `null` where the amount is not stated. */
  readonly amount: NodeId | null;
}

/** A rule set translated to the core for one context: plain data, to be run by the interpreter. */
export interface Plan {
  readonly rules: RuleSet;
  readonly context: Context;
  readonly moment: Moment;
  readonly inputs: readonly PlanInput[];
  /** For every input its place in the order of questions. */
  readonly questionOrder: readonly number[];
  readonly nodes: readonly Node[];
  /** For every input: the nodes that can change with it, in order. */
  readonly affected: readonly (readonly NodeId[])[];
  readonly cuts: Cuts;
  readonly domains: Domains;
  readonly outputs: {
    readonly scope: readonly Shown[];
    readonly score: NodeId;
    readonly scoreTier: NodeId;
    readonly tier: NodeId;
    readonly parts: readonly PlannedPart[];
    readonly categories: readonly Shown[];
    readonly vetoes: readonly {
      readonly id: string;
      readonly holds: NodeId;
      readonly tier: NodeId;
      readonly meetsFloor: NodeId;
    }[];
    readonly programmes: readonly PlannedProgramme[];
    /** Conditions under which facts exist. */
    readonly onlyIf: readonly Shown[];
    /** Every figure but those for members of a list. */
    readonly figures: readonly PlannedFigure[];
    /** Where the scheme ends in its outputs: these decide. */
    readonly deciding: readonly PlannedFigure[];
  };
}

/**
 * Translates a checked edition to the core, for one period. Issues: `plan.date` (a context date that is none),
 * `plan.notInForce` (the edition is not in force at `asOf`, or was not published at `knownAt`), `plan.periodStart`
 * (a rule reads the first day of the period, and nobody says it).
 */
export function compile(rules: RuleSet, context: Context): Result<Plan> {
  const built = compileOpen(rules, context);
  return built.ok ? success(built.value.plan) : built;
}

/** A plan with what built it: more can be asked of the same rule set, as nodes behind those of the plan. */
export interface OpenPlan {
  readonly plan: Plan;
  readonly build: CoreBuilder;
}

/** The same, left open for further nodes. What is built later is in `plan.nodes`, and in no other member. */
export function compileOpen(rules: RuleSet, context: Context): Result<OpenPlan> {
  const refused = contextIssues(rules, context);
  if (isNonEmpty(refused)) return { ok: false, issues: refused };
  const moment: Moment = {
    asOf: parseCivilDate(context.asOf) as CivilDate,
    periodStart: parseCivilDate(context.periodStart ?? ''),
  };
  const inputs = new InputList(rules);
  const build = new CoreBuilder(rules, moment, inputs);

  const score = build.read({ kind: 'score' });
  const scoreTier = build.read({ kind: 'score_tier' });
  const tier = build.read({ kind: 'tier' });
  const figures = rules.figures
    .filter((figure) => figure.people === undefined)
    .map(({ id, type }): PlannedFigure => ({ id, type, node: build.read({ kind: 'figure', id }) }));
  const outputs = {
    scope: rules.scope.map(({ id, is }) => ({ id, node: build.expression(is) })),
    score,
    scoreTier,
    tier,
    parts: partsOf(rules.score).map((part): PlannedPart => {
      const { path, value } = part;
      const node = path === '' ? score : build.read({ kind: 'part', path });
      return { path, node, ...(value.kind === 'discretion' ? { undecided: value.undecided } : {}) };
    }),
    categories: rules.categories.map(({ id }) => ({ id, node: build.read({ kind: 'category', id }) })),
    vetoes: rules.vetoes.map(({ id }) => ({ id, holds: build.veto(id), ...build.vetoed(id) })),
    programmes: rules.programmes.map((programme): PlannedProgramme => {
      const amount =
        programme.amount === null
          ? null
          : build.product(lowerValue(programme.amount, build), build.constant(exact(programme.minor)));
      return { id: programme.id, entitled: build.expression(programme.for), amount };
    }),
    onlyIf: rules.facts.flatMap(({ id, onlyIf }) =>
      onlyIf === undefined ? [] : [{ id, node: build.expression(onlyIf) }],
    ),
    figures,
    deciding: rules.endsInOutputs
      ? rules.outputs.map((id) => figures.find((figure) => figure.id === id) as PlannedFigure)
      : [],
  };
  const domains = domainsOf(rules, inputs.list);
  const plan: Plan = {
    rules,
    context,
    moment,
    inputs: inputs.list,
    questionOrder: questionOrder(inputs.list),
    nodes: build.nodes,
    affected: affectedBy(build.nodes, inputs.list.length),
    cuts: cutsOf(build.nodes, domains),
    domains,
    outputs,
  };
  return success({ plan, build });
}

function contextIssues(rules: RuleSet, context: Context): readonly Issue[] {
  const dates = ['asOf', 'knownAt', ...(context.periodStart === undefined ? [] : ['periodStart'])] as const;
  for (const name of dates as readonly ('asOf' | 'knownAt' | 'periodStart')[]) {
    const found = context[name] as string;
    if (parseCivilDate(found) === null) return [error('plan.date', { name, found })];
  }
  const reads = rules.reads(everyReading(rules));
  if (context.periodStart === undefined && reads.has('period_start')) return [error('plan.periodStart', {})];
  const { effective, published } = rules.document;
  // The dates of an edition are read with it, and those of the context above.
  const date = (text: string): CivilDate => parseCivilDate(text) as CivilDate;
  const [from, until, out] = [date(effective.from), date(effective.until ?? '9999-12-31'), date(published)];
  const [asOf, knownAt] = [date(context.asOf), date(context.knownAt)];
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

/** All that a determination can come to rest on. */
function everyReading(rules: RuleSet): readonly Reading[] {
  return [
    ...rules.figures.map(({ id }): Reading => ({ kind: 'figure', id })),
    ...rules.categories.map(({ id }): Reading => ({ kind: 'category', id })),
    ...(rules.score === null ? [] : [{ kind: 'score' } as const]),
    ...(rules.tiers.length === 0 ? [] : [{ kind: 'tier' } as const]),
    ...rules.scope.flatMap(({ is }) => readings(is)),
    ...rules.programmes.flatMap((one) => [
      ...readings(one.for),
      ...(one.amount === null ? [] : valueReadings(one.amount)),
    ]),
  ];
}

/** For every input, the nodes behind it in the order of the plan. */
function affectedBy(nodes: readonly Node[], inputs: number): readonly (readonly NodeId[])[] {
  const lists: NodeId[][] = Array.from({ length: inputs }, () => []);
  const behind: ReadonlySet<number>[] = [];
  for (const [id, node] of nodes.entries()) {
    const mine = new Set<number>(
      node.kind === 'input' ? [node.input] : node.kind === 'figure' ? [node.given] : [],
    );
    for (const operand of operands(node))
      for (const input of behind[operand] as ReadonlySet<number>) mine.add(input);
    behind.push(mine);
    for (const input of mine) (lists[input] as NodeId[]).push(id);
  }
  return lists;
}
