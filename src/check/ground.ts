import {
  type Context,
  type CoreBuilder,
  codesOf,
  compileOpen,
  type Domain,
  dayOf,
  type NodeId,
  operands,
  type Plan,
  type PlanInput,
  rowOf,
} from '../plan/index.js';
import type { LinkedFact, RuleSet } from '../rules/index.js';
import { exact, floor, subtract } from '../value/index.js';
import { anywhere, type Held, piecesHeld, sameAt } from './pairs/held.js';
import type { Piece } from './pairs/side.js';

/** A rule set on one day, ready to be asked about all its students at once. */
export interface Ground {
  readonly rules: RuleSet;
  readonly plan: Plan;
  readonly build: CoreBuilder;
  readonly context: Context;
  /** All codes that can be told apart, those that the rule file has first. */
  readonly codes: readonly string[];
  codeNumber(code: string): number;
  rows(codes: readonly string[], prefix: boolean): readonly number[];
  domain(input: number): Domain;
  /** Position of an input in the plan, or -1 where nothing asks for it. */
  inputOf(kind: PlanInput['kind'], id: string, sub?: string): number;
  /** What each input can be for a student of whom everything is known. */
  readonly whole: readonly Held[];
  /** An input as pieces, as far as it is held. */
  pieces(input: number, held: Held): readonly Piece[];
  /** The nodes that can change with an input, or with a node, in order. */
  behindInput(input: number): readonly NodeId[];
  behindNode(node: NodeId): readonly NodeId[];
  /** By node, 1 where it can change with an input; with a node, itself among them. */
  changesWith(input: number): Uint8Array;
  changesBehind(node: NodeId): Uint8Array;
  operandsOf(node: NodeId): readonly NodeId[];
}

/** The days at which an edition changes by itself: its first, and each on which something dated begins. */
export function daysOf(rules: RuleSet): readonly string[] {
  const { effective } = rules.document;
  const until = effective.until ?? '9999-12-31';
  const days = new Set<string>();
  const note = (from: unknown): void => {
    if (typeof from === 'string' && from > effective.from && from <= until) days.add(from);
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const { layers } = value as { readonly layers?: unknown };
      if (Array.isArray(layers))
        for (const layer of layers) note((layer as { readonly from?: unknown }).from);
      Object.values(value).forEach(walk);
    }
  };
  const { parameters, tables, schedules, figures, programmes } = rules.document;
  walk([parameters, tables, schedules, figures, programmes]);
  return [effective.from, ...[...days].sort()];
}

/** How a rule set is asked about a day: its edition is the period, and known is what is on that day, or when it was published. */
export const contextAt = (rules: RuleSet, day: string): Context => ({
  period: rules.document.edition,
  asOf: day,
  knownAt: day > rules.document.published ? day : rules.document.published,
  periodStart: day,
});

/** `null` where the edition cannot be asked on that day. */
export function groundOf(rules: RuleSet, day: string): Ground | null {
  const context = contextAt(rules, day);
  const opened = compileOpen(rules, context);
  if (!opened.ok) return null;
  const { plan, build } = opened.value;
  const codes = codesOf(rules, []);
  const numbers = new Map(codes.map((code, i) => [code, i]));
  for (const node of plan.nodes)
    if (node.kind === 'code' && !numbers.has(node.value)) numbers.set(node.value, numbers.size);
  const all = [...numbers.keys()];
  const domain = (input: number): Domain => plan.domains.of(input, codes);
  const names = new Map(plan.inputs.map((one, i) => [`${one.kind} ${one.id} ${one.sub ?? ''}`, i]));
  const rowsBefore = new Map<string, readonly number[]>();
  const behind = new Behind(plan);
  const made = new WeakMap<Held, Map<number, readonly Piece[]>>();
  const codeNumber = (code: string): number => numbers.get(code) ?? all.length;
  return {
    rules,
    plan,
    build,
    context,
    codes: all,
    codeNumber,
    pieces: (input, held) => {
      const before = made.get(held) ?? new Map<number, readonly Piece[]>();
      made.set(held, before);
      const pieces = before.get(input) ?? piecesHeld(held, domain(input), codeNumber);
      before.set(input, pieces);
      return pieces;
    },
    rows: (of, prefix) => {
      const key = `${prefix} ${of.join(' ')}`;
      const rows = rowsBefore.get(key) ?? all.map((code) => rowOf(code, of, prefix));
      rowsBefore.set(key, rows);
      return rows;
    },
    domain,
    inputOf: (kind, id, sub) => names.get(`${kind} ${id} ${sub ?? ''}`) ?? -1,
    whole: plan.inputs.map((one, input) => wholeOf(rules, one, domain(input), dayOf(plan.moment.asOf))),
    behindInput: (input) => behind.input(input),
    behindNode: (node) => behind.node(node),
    changesWith: (input) => behind.changesWith(input),
    changesBehind: (node) => behind.changesBehind(node),
    operandsOf: (node) => behind.operandsOf(node),
  };
}

/** Of whom everything is known: every paper shown, persons that must be there, no event that is still to come. */
function wholeOf(rules: RuleSet, input: PlanInput, domain: Domain, today: number): Held {
  switch (input.kind) {
    case 'evidence':
      return sameAt(1n);
    case 'given':
    case 'decision':
      return sameAt(0n);
    case 'fact': {
      const fact = rules.facts.find(({ id }) => id === input.id) as LinkedFact;
      if (fact.people !== undefined && !(input.sub ?? '').includes('.'))
        return Number(input.sub) <= fact.people.least ? sameAt(1n) : anywhere(domain);
      return fact.event ? untilToday(domain, today) : anywhere(domain);
    }
    default:
      return anywhere(domain);
  }
}

function untilToday(domain: Domain, today: number): Held {
  const { grid } = domain;
  if (grid === undefined) return anywhere(domain);
  const last = floor(subtract(exact(BigInt(today)), grid.low));
  const high = last > grid.last ? grid.last : last;
  const none = domain.last > grid.last ? [{ low: domain.last, high: domain.last }] : [];
  const days = high < 0n ? [] : [{ low: 0n, high }];
  return { kind: 'same', segments: [...days, ...none] };
}

/** What changes with what; worked out when first asked, when all nodes are there. */
class Behind {
  private readonly plan: Plan;
  private inputs: readonly (readonly NodeId[])[] | null = null;
  private readonly nodes = new Map<NodeId, readonly NodeId[]>();
  private readonly marks = new Map<readonly NodeId[], Uint8Array>();
  private operands: readonly (readonly NodeId[])[] | null = null;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  input(input: number): readonly NodeId[] {
    this.inputs ??= this.allInputs();
    return this.inputs[input] ?? [];
  }

  private allInputs(): readonly (readonly NodeId[])[] {
    const lists: NodeId[][] = this.plan.inputs.map(() => []);
    const behind: ReadonlySet<number>[] = [];
    for (const [id, node] of this.plan.nodes.entries()) {
      const mine = new Set<number>(node.kind === 'input' ? [node.input] : []);
      for (const operand of operands(node))
        for (const input of behind[operand] as ReadonlySet<number>) mine.add(input);
      behind.push(mine);
      for (const input of mine) (lists[input] as NodeId[]).push(id);
    }
    return lists;
  }

  /** The nodes behind this one, itself not among them. */
  node(of: NodeId): readonly NodeId[] {
    const before = this.nodes.get(of);
    if (before !== undefined) return before;
    const touched = new Set<NodeId>([of]);
    for (let id = of + 1; id < this.plan.nodes.length; id += 1) {
      const node = this.plan.nodes[id];
      if (node !== undefined && operands(node).some((operand) => touched.has(operand))) touched.add(id);
    }
    touched.delete(of);
    const list = [...touched];
    this.nodes.set(of, list);
    return list;
  }

  changesWith(input: number): Uint8Array {
    return this.marked(this.input(input));
  }

  changesBehind(node: NodeId): Uint8Array {
    const marks = this.marked(this.node(node));
    marks[node] = 1;
    return marks;
  }

  private marked(nodes: readonly NodeId[]): Uint8Array {
    const before = this.marks.get(nodes);
    if (before !== undefined) return before;
    const marks = new Uint8Array(this.plan.nodes.length);
    for (const id of nodes) marks[id] = 1;
    this.marks.set(nodes, marks);
    return marks;
  }

  operandsOf(node: NodeId): readonly NodeId[] {
    this.operands ??= this.plan.nodes.map(operands);
    return this.operands[node] ?? [];
  }
}
