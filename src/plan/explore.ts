import { compare, type Exact, exact, floor } from '../value/index.js';
import type { Plan } from './compile.js';
import { type Grid, gridOf, gridValue } from './cuts.js';
import { evaluate, interpret } from './interpret.js';
import { type NodeId, operands } from './node.js';
import {
  EITHER,
  exactly,
  FALSE,
  isFlag,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  possibly,
  settled,
  TRUE,
} from './possible.js';

/**
 * The most cells that are gone through for one student. Beyond it the answer of the whole stands; it is marked wide
 * unless every tier of it was met in some single case. Part of the semantics number: changing it can change what a
 * record says. With more than a handful of open facts the cells run into millions, so that a larger number would
 * only cost time.
 */
export const MOST_CELLS = 1_024;

/** With more cells than this at the start, most of which would have to be gone through, none are. */
const HOPELESS = 64 * MOST_CELLS;

/** An amount that rests on no more positions of open facts than this is settled for each of them. */
const FEW_POSITIONS = 256n;

/** An open input's positions still possible, both ends included: 0 and 1 of a flag, options of a choice, grid steps of a number. */
export interface Segment {
  readonly low: bigint;
  readonly high: bigint;
}

/** A part of all completions in which scope, tier and entitlements do not change. */
export interface Cell {
  /** The open inputs that were split on the way, with what is left of each; the others are whole. */
  readonly segments: ReadonlyMap<number, Segment>;
  /** First scope predicate that is false; `null`: in scope. */
  readonly outOfScope: string | null;
  readonly tier: number;
  /** By programme: `null` where not entitled, else what it can come to, in minor units; unstated amounts are 0 to 0. */
  readonly awards: readonly (Segment | null)[];
  /** Open inputs that move an amount inside this cell. */
  readonly moves: ReadonlySet<number>;
}

export interface Exploration {
  readonly cells: readonly Cell[];
  /** Open inputs on which something open rests, in the order of the plan. */
  readonly involved: readonly number[];
  /** There were too many cells: `cells` is not all of it, and the answer of the whole stands. */
  readonly wide: boolean;
  /** What the nodes can be before any splitting. */
  readonly whole: readonly Possible[];
  /** Tiers met in some single case, in scope. All of the possible ones where it is not wide. */
  readonly tiersMet: ReadonlySet<number>;
}

/** How an input's positions become values. */
interface Domain {
  readonly last: bigint;
  readonly finite: boolean;
  possible(segment: Segment): Possible;
}

function domains(plan: Plan): readonly Domain[] {
  return plan.inputs.map((input): Domain => {
    const fact = input.kind === 'fact' ? plan.rules.facts.find((one) => one.id === input.id) : undefined;
    if (fact === undefined || fact.type.kind === 'flag') {
      return {
        last: 1n,
        finite: true,
        possible: ({ low, high }) => (low !== high ? EITHER : low === 0n ? FALSE : TRUE),
      };
    }
    const grid: Grid =
      fact.type.kind === 'number'
        ? gridOf(fact)
        : { low: exact(0n), step: exact(1n), last: BigInt(fact.options.length - 1) };
    return {
      last: grid.last,
      finite: fact.type.kind === 'choice',
      possible: ({ low, high }) => {
        if (low === high) return exactly(gridValue(grid, low));
        const all: Exact[] = [];
        if (high - low < 8n) for (let at = low; at <= high; at += 1n) all.push(gridValue(grid, at));
        const range = { low: gridValue(grid, low), high: gridValue(grid, high) };
        return possibly(range, false, all.length > 0 ? all : undefined);
      },
    };
  });
}

/** Goes through everything that open inputs could be, splitting only where it matters. */
export class Explorer {
  readonly plan: Plan;
  private readonly domains: readonly Domain[];

  constructor(plan: Plan) {
    this.plan = plan;
    this.domains = domains(plan);
  }

  /** All that an input can be when it is open. */
  open(input: number): Possible {
    return (this.domains[input] as Domain).possible(this.wholeOf(input));
  }

  private wholeOf(input: number): Segment {
    return { low: 0n, high: (this.domains[input] as Domain).last };
  }

  /** `inputs` holds every input as far as it is known; `open` names those that are not. */
  explore(inputs: readonly Possible[], open: ReadonlySet<number>): Exploration {
    const whole = interpret(this.plan.nodes, inputs);
    const cells: Cell[] = [];
    const involved = new Set<number>();
    let seen = 0;
    const visit = (values: readonly Possible[], segments: ReadonlyMap<number, Segment>): boolean => {
      seen += 1;
      if (seen > MOST_CELLS) return false;
      const undecided = this.undecided(values, segments, open);
      const split =
        undecided.length === 0 ? null : this.chooseSplit(values, undecided, segments, open, involved);
      if (split === null) {
        cells.push(this.cellOf(values, segments, open, involved));
        return true;
      }
      for (const segment of split.segments) {
        if (!visit(this.with(values, split.input, segment), new Map(segments).set(split.input, segment)))
          return false;
      }
      return true;
    };
    const complete = !this.hopeless(whole, open, involved) && visit(whole, new Map());
    const tiersMet = new Set(cells.filter((cell) => cell.outOfScope === null).map((cell) => cell.tier));
    const asked = [...involved].sort((a, b) => a - b);
    if (!complete)
      this.probe(
        whole,
        [...open].sort((a, b) => a - b),
        tiersMet,
      );
    return { cells, involved: asked, wide: !complete, whole, tiersMet };
  }

  /** Whether the cells that could matter are so many that going through them would not come to an end. */
  private hopeless(whole: readonly Possible[], open: ReadonlySet<number>, involved: Set<number>): boolean {
    const asked = this.behind(whole, this.undecided(whole, new Map(), open), open);
    const cells = [...asked].reduce((product, input) => product * this.turnsOf(input).length, 1);
    if (cells <= HOPELESS) return false;
    for (const input of asked) involved.add(input);
    return true;
  }

  /**
   * Meets tiers in single cases: from the easiest case to the hardest one fact at a time, and at every step all that
   * this fact could be. Where that meets every tier the whole allows, these are exactly the possible tiers.
   */
  private probe(whole: readonly Possible[], open: readonly number[], tiersMet: Set<number>): void {
    const at = (position: bigint): Segment => ({ low: position, high: position });
    const ends = open.map((input) => ({ input, ...this.endsOf(input) }));
    // In both orders: a veto that a person lets stand shows only while the veto still holds.
    for (const order of [ends, [...ends].reverse()]) {
      let values: readonly Possible[] = whole;
      for (const { input, easy } of order) values = this.with(values, input, at(easy));
      this.meet(values, tiersMet);
      for (const { input, hard } of order) {
        for (const turn of this.turnsOf(input)) this.meet(this.with(values, input, at(turn)), tiersMet);
        values = this.with(values, input, at(hard));
      }
    }
  }

  private meet(values: readonly Possible[], tiersMet: Set<number>): void {
    const scope = this.scopeOf(values);
    if ('open' in scope || scope.outOfScope !== null) return;
    const tier = values[this.plan.outputs.tier] as Possible;
    if (settled(tier)) tiersMet.add(codeOf(tier));
  }

  /** Where an input turns: all that a flag or choice can be, and both sides of every cut of a number. */
  private turnsOf(input: number): readonly bigint[] {
    const { low, high } = this.wholeOf(input);
    if (!(this.domains[input] as Domain).finite) {
      const cuts = this.plan.cuts[input] ?? [];
      return [low, high, (low + high) / 2n, ...cuts, ...cuts.map((cut) => cut - 1n)];
    }
    const all: bigint[] = [];
    for (let position = low; position <= high; position += 1n) all.push(position);
    return all;
  }

  /** The easy and the hard end of an input, by the direction its fact declares. */
  private endsOf(input: number): { readonly easy: bigint; readonly hard: bigint } {
    const { low, high } = this.wholeOf(input);
    const { kind, id } = this.plan.inputs[input] as Plan['inputs'][number];
    const fact = kind === 'fact' ? this.plan.rules.facts.find((one) => one.id === id) : undefined;
    const worse = fact?.document.worse;
    if (Array.isArray(worse)) {
      const position = (option: string | undefined): bigint =>
        BigInt(fact?.options.indexOf(option ?? '') ?? 0);
      return { easy: position(worse[0]), hard: position(worse.at(-1)) };
    }
    return worse === 'lower' || worse === 'if_false' ? { easy: high, hard: low } : { easy: low, hard: high };
  }

  /** The values with one input narrowed: only the nodes behind it are computed anew. */
  private with(values: readonly Possible[], input: number, segment: Segment): Possible[] {
    const next = [...values];
    const inputs = new Array<Possible>(this.plan.inputs.length);
    inputs[input] = (this.domains[input] as Domain).possible(segment);
    for (const id of this.plan.affected[input] as readonly NodeId[]) {
      const node = this.plan.nodes[id];
      if (node !== undefined) next[id] = evaluate(node, next, inputs);
    }
    return next;
  }

  /** The first scope predicate that can be false decides; `undefined` while that is open. */
  private scopeOf(
    values: readonly Possible[],
  ): { readonly outOfScope: string | null } | { readonly open: NodeId } {
    for (const one of this.plan.outputs.scope) {
      const p = values[one.node] as PossibleFlag;
      if (p.yes && p.no) return { open: one.node };
      if (p.no) return { outOfScope: one.id };
    }
    return { outOfScope: null };
  }

  private undecided(
    values: readonly Possible[],
    segments: ReadonlyMap<number, Segment>,
    open: ReadonlySet<number>,
  ): readonly NodeId[] {
    const scope = this.scopeOf(values);
    if ('open' in scope) return [scope.open];
    if (scope.outOfScope !== null) return [];
    const { tier, programmes } = this.plan.outputs;
    const nodes = settled(values[tier] as Possible) ? [] : [tier];
    for (const programme of programmes) {
      const entitled = values[programme.entitled] as PossibleFlag;
      if (entitled.yes && entitled.no) nodes.push(programme.entitled);
      else if (entitled.yes && programme.amount !== null && !settled(values[programme.amount] as Possible)) {
        if (this.splitsAmount(values, programme.amount, segments, open)) nodes.push(programme.amount);
      }
    }
    return nodes;
  }

  /**
   * Whether an amount has to be split further: until it is settled where the open facts behind it have few positions
   * together, else until its least and its most are both reached somewhere, so that they are not merely bounds.
   */
  private splitsAmount(
    values: readonly Possible[],
    amount: NodeId,
    segments: ReadonlyMap<number, Segment>,
    open: ReadonlySet<number>,
  ): boolean {
    const behind = [...this.behind(values, [amount], open)].map(
      (input) => [input, segments.get(input) ?? this.wholeOf(input)] as const,
    );
    const positions = behind.reduce((product, [, { low, high }]) => product * (high - low + 1n), 1n);
    return (
      positions <= FEW_POSITIONS ||
      !this.attains(values, amount, behind, 'low') ||
      !this.attains(values, amount, behind, 'high')
    );
  }

  /** Whether an end of an amount is reached: one open fact after another is put at that one of its ends which keeps it. */
  private attains(
    values: readonly Possible[],
    amount: NodeId,
    behind: readonly (readonly [number, Segment])[],
    end: 'low' | 'high',
  ): boolean {
    const endOf = (at: readonly Possible[]): Exact | undefined => (at[amount] as PossibleNumber).range?.[end];
    const wanted = endOf(values);
    let at: readonly Possible[] = values;
    for (const [input, { low, high }] of behind) {
      const kept = [low, high]
        .map((position) => this.with(at, input, { low: position, high: position }))
        .find((next) => {
          const found = endOf(next);
          return found !== undefined && wanted !== undefined && compare(found, wanted) === 0;
        });
      if (kept === undefined) return false;
      at = kept;
    }
    return true;
  }

  /** The open inputs that unsettled nodes rest on, following only branches that can be taken. */
  private behind(
    values: readonly Possible[],
    from: readonly NodeId[],
    open: ReadonlySet<number>,
  ): ReadonlySet<number> {
    const found = new Set<number>();
    const visited = new Set<NodeId>();
    const stack = [...from];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (visited.has(id) || settled(values[id] as Possible)) continue;
      visited.add(id);
      const node = this.plan.nodes[id];
      if (node === undefined) continue;
      if (node.kind === 'input') {
        if (open.has(node.input)) found.add(node.input);
      } else if (node.kind === 'select' && settled(values[node.when] as Possible)) {
        stack.push((values[node.when] as PossibleFlag).yes ? node.then : node.otherwise);
      } else stack.push(...operands(node));
    }
    return found;
  }

  /** Flags, lists and choices first, then numbers at the cuts they are compared with, then numbers by halves. */
  private chooseSplit(
    values: readonly Possible[],
    undecided: readonly NodeId[],
    segments: ReadonlyMap<number, Segment>,
    open: ReadonlySet<number>,
    involved: Set<number>,
  ): { readonly input: number; readonly segments: readonly Segment[] } | null {
    const candidates = [...this.behind(values, undecided, open)].sort((a, b) => a - b);
    for (const input of candidates) involved.add(input);
    let best: { rank: number; input: number; cut: bigint | null } | null = null;
    for (const input of candidates) {
      const { low, high } = segments.get(input) ?? this.wholeOf(input);
      const inside = (this.plan.cuts[input] ?? []).filter((cut) => cut > low && cut <= high);
      const rank = (this.domains[input] as Domain).finite ? 0 : inside.length > 0 ? 1 : 2;
      const half = (low + high + 1n) / 2n;
      if (best === null || rank < best.rank)
        best = { rank, input, cut: rank === 0 ? null : (inside[inside.length >> 1] ?? half) };
    }
    if (best === null) return null;
    const { low, high } = segments.get(best.input) ?? this.wholeOf(best.input);
    if (best.cut !== null) {
      return {
        input: best.input,
        segments: [
          { low, high: best.cut - 1n },
          { low: best.cut, high },
        ],
      };
    }
    const singles: Segment[] = [];
    for (let position = low; position <= high; position += 1n)
      singles.push({ low: position, high: position });
    return { input: best.input, segments: singles };
  }

  private cellOf(
    values: readonly Possible[],
    segments: ReadonlyMap<number, Segment>,
    open: ReadonlySet<number>,
    involved: Set<number>,
  ): Cell {
    const scope = this.scopeOf(values) as { readonly outOfScope: string | null };
    const { tier, programmes } = this.plan.outputs;
    if (scope.outOfScope !== null)
      return {
        segments,
        outOfScope: scope.outOfScope,
        tier: 0,
        awards: programmes.map(() => null),
        moves: new Set(),
      };
    const moves = new Set<number>();
    const awards = programmes.map((programme) => {
      if (!(values[programme.entitled] as PossibleFlag).yes) return null;
      if (programme.amount === null) return { low: 0n, high: 0n };
      const amount = this.amountOf(values[programme.amount] as Possible);
      if (amount.low === amount.high) return amount;
      for (const input of this.behind(values, [programme.amount], open)) {
        involved.add(input);
        const { low, high } = segments.get(input) ?? this.wholeOf(input);
        for (const end of [low, high]) {
          const narrowed = this.amountOf(
            this.with(values, input, { low: end, high: end })[programme.amount] as Possible,
          );
          if (narrowed.low !== amount.low || narrowed.high !== amount.high) moves.add(input);
        }
      }
      return amount;
    });
    return { segments, outOfScope: null, tier: codeOf(values[tier] as Possible), awards, moves };
  }

  private amountOf(p: Possible): Segment {
    const { range } = p as PossibleNumber;
    return range === null ? { low: 0n, high: 0n } : { low: floor(range.low), high: floor(range.high) };
  }
}

/** The number of an option or tier that is settled. */
export function codeOf(p: Possible): number {
  if (isFlag(p) || p.range === null) throw new TypeError('codeOf: not a settled number');
  return Number(floor(p.range.low));
}
