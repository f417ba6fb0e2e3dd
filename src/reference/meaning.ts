import {
  type CheckedPart,
  type Expression,
  type Meanings,
  type Meant,
  meaningOf,
  type Reading,
  type RuleSet,
} from '../rules/index.js';
import {
  type Exact,
  fromExact,
  larger,
  order,
  type Quotient,
  quotient,
  smaller,
  times,
  written,
} from '../value/index.js';
import type { Assignment, Known } from './assignment.js';
import { meaningOfExpression, type Readings } from './expression.js';

/** What a rule set says of one complete case. Tiers are indices of `RuleSet.tierIds`. */
export interface CaseMeaning {
  /** The first scope predicate, in order of ids, that is false; the case is then out of scope. */
  readonly outOfScope: string | null;
  /** Every scope predicate. */
  readonly scope: ReadonlyMap<string, boolean>;
  readonly score: string;
  readonly scoreTier: number;
  readonly tier: number;
  /** Leaf and section points by path, the score itself under the empty path. */
  readonly points: ReadonlyMap<string, Quotient>;
  /** Categories the case belongs to. */
  readonly categories: ReadonlySet<string>;
  /** Vetoes that hold, and what each leaves. */
  readonly vetoes: ReadonlyMap<string, { readonly tier: number; readonly meetsFloor: boolean }>;
  /** By programme: `null` where not entitled, else minor units, or `'unstated'`. */
  readonly awards: ReadonlyMap<string, bigint | 'unstated' | null>;
}

/**
 * The executable definition of a rule set, sections 7 to 10 of the rule language, written to be read. It reads the
 * surface of the file, on exact decimals; the plan is held against it.
 */
export function meaningOfCase(rules: RuleSet, assignment: Assignment): CaseMeaning {
  const memo = new Map<string, Meant>();
  const points = new Map<string, Quotient>();
  const once = (key: string, compute: () => Meant): Meant => {
    if (!memo.has(key)) memo.set(key, compute());
    return memo.get(key);
  };
  const yes = (e: Expression | undefined, otherwise: boolean): boolean =>
    e === undefined ? otherwise : expression(e) === true;

  const expression = (e: Expression): Meant => meaningOfExpression(e, names);
  const meanings: Meanings = { expression, part: (part) => pointsOf(part) };
  const names: Readings = {
    read: (of: Reading): Meant => {
      switch (of.kind) {
        case 'fact':
          return fromKnown(assignment.facts.get(of.id));
        case 'figure':
          return once(`figure ${of.id}`, () => meaningOf(find(rules.figures, of.id).value, meanings));
        case 'category':
          return once(`category ${of.id}`, () => belongs(of.id));
        case 'score':
          return once('score', () => score());
        case 'score_tier':
          return once('score_tier', () => tierOf(names.read({ kind: 'score' }) as Quotient));
        case 'tier':
          return once('tier', () => tier());
      }
    },
    cell: (table, keys) => {
      const { sizes, cells } = find(rules.tables, table);
      const index = keys.reduce<number>((sum, key, i) => sum * (sizes[i] as number) + Number(key), 0);
      return fromExact(cells[index] as Exact);
    },
  };

  /** Value, bounds, weight; 0 where the condition is false or something that gives no points is missing. */
  function pointsOf(part: CheckedPart): Quotient {
    const nothing = quotient('0');
    const when = part.when === undefined ? true : expression(part.when);
    let value: Quotient = nothing;
    if (when === true) {
      const raw = meaningOf(part.value, meanings) as Quotient | undefined;
      if (raw !== undefined) {
        value = raw;
        if (part.atLeast !== undefined) value = larger(value, fromExact(part.atLeast));
        if (part.atMost !== undefined) value = smaller(value, fromExact(part.atMost));
        if (part.weight !== undefined) value = times(value, fromExact(part.weight));
      }
    } else if (part.value.kind === 'section') {
      part.value.parts.forEach(pointsOf); // traced all the same
    }
    points.set(part.path, value);
    return value;
  }

  const zeroed = (): boolean => rules.vetoes.some((veto) => veto.zeroScore && vetoHolds(veto.id));
  function vetoHolds(id: string): boolean {
    const veto = find(rules.vetoes, id);
    return yes(veto.when, false) && !yes(veto.unless, false);
  }
  function score(): Quotient {
    const plain = pointsOf(rules.score);
    return zeroed() ? quotient('0') : plain;
  }
  const tierOf = (value: Quotient): number =>
    rules.tiers.filter((t) => order(value, fromExact(t.from)) >= 0).length;

  function belongs(id: string): boolean {
    const category = find(rules.categories, id);
    const listed = category.list === undefined || assignment.categories.get(id) === true;
    return listed && yes(category.when, true);
  }

  const vetoes = new Map<string, { tier: number; meetsFloor: boolean }>();
  /**
   * The better of score and floors; then each veto, which never silently takes what a floor gives. A tier that a
   * person decided stands instead, but a floor gives way only to a veto that a person let stand against it.
   */
  function tier(): number {
    const byScore = names.read({ kind: 'score_tier' }) as number;
    const floor = rules.categories
      .filter(
        (category) =>
          category.floor !== undefined && names.read({ kind: 'category', id: category.id }) === true,
      )
      .reduce((most, category) => ((category.floor as number) > most ? (category.floor as number) : most), 0);
    const best = byScore > floor ? byScore : floor;
    let recommended = best;
    let held = floor;
    for (const veto of rules.vetoes) {
      if (!vetoHolds(veto.id)) continue;
      const left = veto.cap < best ? veto.cap : best;
      const meetsFloor = left < floor;
      const stands = veto.againstFloor === 'review' && assignment.vetoes.get(veto.id) === true;
      const after = meetsFloor && !stands ? floor : left;
      vetoes.set(veto.id, { tier: after, meetsFloor });
      if (after < recommended) recommended = after;
      if (after < held) held = after;
    }
    const decided = assignment.tier;
    if (decided === undefined) return recommended;
    return decided > held ? decided : held;
  }

  const scope = new Map(rules.scope.map((one) => [one.id, expression(one.is) === true]));
  const finalTier = names.read({ kind: 'tier' }) as number;
  const finalScore = written(names.read({ kind: 'score' }) as Quotient);
  const awards = new Map<string, bigint | 'unstated' | null>();
  for (const programme of rules.programmes) {
    if (!yes(programme.for, false)) awards.set(programme.id, null);
    else if (programme.amount === null) awards.set(programme.id, 'unstated');
    else {
      const minor = times(
        meaningOf(programme.amount, meanings) as Quotient,
        quotient(String(programme.minor)),
      );
      awards.set(programme.id, BigInt(written(minor)));
    }
  }
  return {
    outOfScope: rules.scope.find(({ id }) => scope.get(id) === false)?.id ?? null,
    scope,
    score: finalScore,
    scoreTier: names.read({ kind: 'score_tier' }) as number,
    tier: finalTier,
    points,
    categories: new Set(
      rules.categories.filter((c) => names.read({ kind: 'category', id: c.id }) === true).map((c) => c.id),
    ),
    vetoes,
    awards,
  };
}

function fromKnown(value: Known | undefined): Meant {
  return typeof value === 'object' ? fromExact(value) : value;
}

function find<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  return list.find((one) => one.id === id) as T;
}
