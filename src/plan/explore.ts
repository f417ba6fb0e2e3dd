import { compare, type Exact, floor } from '../value/index.js';
import { inputsBehind } from './behind.js';
import type { Cell, Exploration, ScopeStanding } from './cell.js';
import type { Plan } from './compile.js';
import type { Domain, Segment } from './domain.js';
import { endsOf } from './easy-hard.js';
import { evaluate, type InputOf, interpret } from './interpret.js';
import type { NodeId } from './node.js';
import {
  isCode,
  isFlag,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  settled,
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

/** What is told of a student: nothing for a figure that is not given; an open input as all it could be. */
export interface Told {
  readonly inputs: readonly (Possible | undefined)[];
  readonly open: ReadonlySet<number>;
  /** Codes known of the student: an unknown one could be the same. */
  readonly codes: readonly string[];
}

/** Goes through everything that open inputs could be, splitting only where it matters. */
export function explore(plan: Plan, told: Told): Exploration {
  return new Exploring(plan, told).run();
}

/** All that an input can be when it is open. */
export function openInput(plan: Plan, input: number, codes: readonly string[]): Possible {
  const domain = plan.domains.of(input, codes);
  return domain.possible({ low: 0n, high: domain.last });
}

class Exploring {
  private readonly plan: Plan;
  private readonly told: Told;
  private readonly involved = new Set<number>();

  constructor(plan: Plan, told: Told) {
    this.plan = plan;
    this.told = told;
  }

  run(): Exploration {
    const { plan, told } = this;
    const whole = interpret(plan.nodes, (input) => told.inputs[input]);
    const cells: Cell[] = [];
    let seen = 0;
    const visit = (values: readonly Possible[], segments: ReadonlyMap<number, Segment>): boolean => {
      seen += 1;
      if (seen > MOST_CELLS) return false;
      const undecided = this.undecided(values, segments);
      const split = undecided.length === 0 ? null : this.chooseSplit(values, undecided, segments);
      if (split === null) {
        cells.push(this.cellOf(values, segments));
        return true;
      }
      for (const segment of split.segments) {
        if (!visit(this.with(values, split.input, segment), new Map(segments).set(split.input, segment)))
          return false;
      }
      return true;
    };
    const complete = !this.hopeless(whole) && visit(whole, new Map());
    const tiersMet = new Set(cells.filter((cell) => cell.outOfScope === null).map((cell) => cell.tier));
    const order = (input: number): number => plan.questionOrder[input] as number;
    const involved = [...this.involved].sort((a, b) => order(a) - order(b));
    if (!complete) this.probe(whole, tiersMet);
    return { cells, involved, wide: !complete, whole, tiersMet };
  }

  private domain(input: number): Domain {
    return this.plan.domains.of(input, this.told.codes);
  }

  private wholeOf(input: number): Segment {
    return { low: 0n, high: this.domain(input).last };
  }

  private behind(values: readonly Possible[], from: readonly NodeId[]): ReadonlySet<number> {
    return inputsBehind(this.plan, values, from, this.told.open);
  }

  /** Whether the cells that could matter are so many that going through them would not come to an end. */
  private hopeless(whole: readonly Possible[]): boolean {
    const asked = this.behind(whole, this.undecided(whole, new Map()));
    const cells = [...asked].reduce((product, input) => product * this.turnsOf(input).length, 1);
    if (cells <= HOPELESS) return false;
    for (const input of asked) this.involved.add(input);
    return true;
  }

  /**
   * Meets tiers in single cases: from the easiest case to the hardest one fact at a time, and at every step all that
   * this fact could be. Where that meets every tier the whole allows, these are exactly the possible tiers.
   */
  private probe(whole: readonly Possible[], tiersMet: Set<number>): void {
    const at = (position: bigint): Segment => ({ low: position, high: position });
    const ends = [...this.told.open]
      .sort((a, b) => a - b)
      .map((input) => ({ input, ...endsOf(this.plan, input, this.domain(input)) }));
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
    tiersMet.add(codeOf(values[this.plan.outputs.tier] as Possible));
  }

  /** Where an input turns: all that a flag or choice can be, and both sides of every cut of a number. */
  private turnsOf(input: number): readonly bigint[] {
    const { low, high } = this.wholeOf(input);
    if (!this.domain(input).finite) {
      const cuts = this.plan.cuts[input] ?? [];
      return [low, high, (low + high) / 2n, ...cuts, ...cuts.map((cut) => cut - 1n)];
    }
    const all: bigint[] = [];
    for (let position = low; position <= high; position += 1n) all.push(position);
    return all;
  }

  /** The values with one input narrowed: only the nodes behind it are computed anew. */
  private with(values: readonly Possible[], input: number, segment: Segment): Possible[] {
    const next = [...values];
    const narrowed = this.domain(input).possible(segment);
    const given: InputOf = (figure) => this.told.inputs[figure];
    for (const id of this.plan.affected[input] as readonly NodeId[]) {
      const node = this.plan.nodes[id];
      if (node !== undefined && node.kind !== 'input') next[id] = evaluate(node, next, given);
      else next[id] = narrowed;
    }
    return next;
  }

  /** The first scope predicate that can be false decides; `open` while that is not settled. */
  private scopeOf(values: readonly Possible[]): ScopeStanding {
    for (const one of this.plan.outputs.scope) {
      const p = values[one.node] as PossibleFlag;
      if (p.yes && p.no) return { open: one.node };
      if (p.no) return { outOfScope: one.id };
    }
    return { outOfScope: null };
  }

  private undecided(values: readonly Possible[], segments: ReadonlyMap<number, Segment>): readonly NodeId[] {
    const scope = this.scopeOf(values);
    if ('open' in scope) return [scope.open];
    if (scope.outOfScope !== null) return [];
    const { tier, programmes, deciding } = this.plan.outputs;
    const nodes = settled(values[tier] as Possible) ? [] : [tier];
    for (const programme of programmes) {
      const entitled = values[programme.entitled] as PossibleFlag;
      if (entitled.yes && entitled.no) nodes.push(programme.entitled);
      else if (
        entitled.yes &&
        programme.amount !== null &&
        this.splitsSpan(values, programme.amount, segments)
      )
        nodes.push(programme.amount);
    }
    for (const { node, type } of deciding) {
      const spans = type.kind === 'number' || type.kind === 'date';
      if (spans ? this.splitsSpan(values, node, segments) : !settled(values[node] as Possible))
        nodes.push(node);
    }
    return nodes;
  }

  /**
   * Whether an amount or an output has to be split further: until it is settled where the open facts behind it have few
   * positions together, or where it may be none beside a number; else until its least and its most are both reached somewhere, so that
   * they are not merely bounds.
   */
  private splitsSpan(
    values: readonly Possible[],
    node: NodeId,
    segments: ReadonlyMap<number, Segment>,
  ): boolean {
    const p = values[node] as PossibleNumber;
    if (settled(p)) return false;
    if (p.range !== null && p.none) return true;
    const behind = [...this.behind(values, [node])].map(
      (input) => [input, segments.get(input) ?? this.wholeOf(input)] as const,
    );
    const positions = behind.reduce((product, [, { low, high }]) => product * (high - low + 1n), 1n);
    return (
      positions <= FEW_POSITIONS ||
      !this.attains(values, node, behind, 'low') ||
      !this.attains(values, node, behind, 'high')
    );
  }

  /** Whether an end of a span is reached: one open fact after another is put at that one of its ends which keeps it. */
  private attains(
    values: readonly Possible[],
    node: NodeId,
    behind: readonly (readonly [number, Segment])[],
    end: 'low' | 'high',
  ): boolean {
    const endOf = (at: readonly Possible[]): Exact | undefined => (at[node] as PossibleNumber).range?.[end];
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

  /** Flags, lists and choices first, then numbers at the cuts they are compared with, then numbers by halves. */
  private chooseSplit(
    values: readonly Possible[],
    undecided: readonly NodeId[],
    segments: ReadonlyMap<number, Segment>,
  ): { readonly input: number; readonly segments: readonly Segment[] } | null {
    const candidates = [...this.behind(values, undecided)].sort((a, b) => a - b);
    for (const input of candidates) this.involved.add(input);
    let best: { rank: number; input: number; cut: bigint | null } | null = null;
    for (const input of candidates) {
      const { low, high } = segments.get(input) ?? this.wholeOf(input);
      const inside = (this.plan.cuts[input] ?? []).filter((cut) => cut > low && cut <= high);
      const rank = this.domain(input).finite ? 0 : inside.length > 0 ? 1 : 2;
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

  private cellOf(values: readonly Possible[], segments: ReadonlyMap<number, Segment>): Cell {
    const scope = this.scopeOf(values) as { readonly outOfScope: string | null };
    const { tier, programmes, deciding } = this.plan.outputs;
    if (scope.outOfScope !== null)
      return {
        segments,
        outOfScope: scope.outOfScope,
        tier: 0,
        awards: programmes.map(() => null),
        // Whatever its outputs would be, this is one outcome.
        outputs: [],
        moves: new Set(),
      };
    const moves = new Set<number>();
    const awards = programmes.map((programme) => {
      if (!(values[programme.entitled] as PossibleFlag).yes) return null;
      if (programme.amount === null) return { low: 0n, high: 0n };
      this.noteMoves(values, programme.amount, segments, moves);
      return spanOf(values[programme.amount] as Possible);
    });
    const outputs = deciding.map(({ node }) => {
      this.noteMoves(values, node, segments, moves);
      return values[node] as Possible;
    });
    return { segments, outOfScope: null, tier: codeOf(values[tier] as Possible), awards, outputs, moves };
  }

  /** The open inputs at one of whose ends a span is another. */
  private noteMoves(
    values: readonly Possible[],
    node: NodeId,
    segments: ReadonlyMap<number, Segment>,
    moves: Set<number>,
  ): void {
    const before = values[node] as PossibleNumber;
    if (settled(before)) return;
    const ends = (p: PossibleNumber): string =>
      p.range === null ? '' : [p.range.low, p.range.high].map(({ n, d }) => `${n}/${d}`).join(' ');
    for (const input of this.behind(values, [node])) {
      this.involved.add(input);
      const { low, high } = segments.get(input) ?? this.wholeOf(input);
      for (const end of [low, high]) {
        const narrowed = this.with(values, input, { low: end, high: end })[node] as PossibleNumber;
        if (ends(narrowed) !== ends(before)) moves.add(input);
      }
    }
  }
}

function spanOf(p: Possible): Segment {
  const { range } = p as PossibleNumber;
  return range === null ? { low: 0n, high: 0n } : { low: floor(range.low), high: floor(range.high) };
}

/** The number of an option or tier that is settled. */
export function codeOf(p: Possible): number {
  if (isFlag(p) || isCode(p) || p.range === null) throw new TypeError('codeOf: not a settled number');
  return Number(floor(p.range.low));
}
