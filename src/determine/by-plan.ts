import {
  type Cell,
  codeOf,
  type Exploration,
  Explorer,
  exactly,
  FALSE,
  interpret,
  MISSING_FLAG,
  MISSING_NUMBER,
  type Plan,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  type Segment,
  TRUE,
} from '../plan/index.js';
import { type Exact, exact, floor, formatExact } from '../value/index.js';
import type { KnownStudent, OpenInput, PossibleAward, Resolution, Resolver, View } from './resolution.js';

interface Inputs {
  readonly possible: readonly Possible[];
  readonly open: ReadonlySet<number>;
}

/** Resolves with the plan: the core, on exact integers. What `determine` uses. */
export function planResolver(plan: Plan): Resolver {
  const explorer = new Explorer(plan);
  return {
    view: (known) => viewOf(plan, inputsOf(plan, explorer, known)),
    resolve: (known) => {
      const { possible, open } = inputsOf(plan, explorer, known);
      const exploration = explorer.explore(possible, open);
      return exploration.wide ? wideAnswer(plan, exploration) : exactAnswer(plan, exploration);
    },
  };
}

function inputsOf(plan: Plan, explorer: Explorer, known: KnownStudent): Inputs {
  const open = new Set<number>();
  const possible = plan.inputs.map((input, i): Possible => {
    if (input.kind === 'decision') {
      if (input.id === 'decided') return known.tier === undefined ? FALSE : TRUE;
      return exactly(exact(BigInt(known.tier ?? 0)));
    }
    if (input.kind !== 'fact') {
      const said = (input.kind === 'category' ? known.categories : known.vetoes).get(input.id);
      if (said !== undefined) return said ? TRUE : FALSE;
      open.add(i);
      return explorer.open(i);
    }
    const value = known.facts.get(input.id);
    if (typeof value === 'boolean') return value ? TRUE : FALSE;
    if (typeof value === 'number') return exactly(exact(BigInt(value)));
    if (value !== undefined) return exactly(value);
    const fact = plan.rules.facts.find((one) => one.id === input.id);
    if (fact?.unknown.policy === 'no_points')
      return fact.type.kind === 'flag' ? MISSING_FLAG : MISSING_NUMBER;
    open.add(i);
    return explorer.open(i);
  });
  return { possible, open };
}

const pointOf = (p: Possible): Exact => ((p as PossibleNumber).range as { readonly low: Exact }).low;
const isTrue = (p: Possible): boolean => (p as PossibleFlag).yes;

/** What reads only known inputs, read off the whole. */
function viewOf(plan: Plan, { possible, open }: Inputs): View {
  const values = interpret(plan.nodes, possible);
  const openNames = new Set([...open].map((i) => nameOf(plan, i)));
  const sees = (reads: ReadonlySet<string>): boolean => [...reads].every((name) => !openNames.has(name));
  const at = (node: number): Possible => values[node] as Possible;
  const { scope, score, scoreTier, parts, categories, vetoes, programmes } = plan.outputs;

  let outOfScope: string | null = null;
  for (const one of scope) {
    if (!sees(one.reads)) break;
    if (!isTrue(at(one.node))) {
      outOfScope = one.id;
      break;
    }
  }
  const scoreKnown = sees(plan.scoreReads);
  return {
    outOfScope,
    ...(scoreKnown ? { score: formatExact(pointOf(at(score))), scoreTier: codeOf(at(scoreTier)) } : {}),
    points: parts
      .filter((part) => part.path !== '' && sees(part.reads))
      .map((part) => [part.path, formatExact(pointOf(at(part.node)))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    categories: new Map(categories.filter((c) => sees(c.reads)).map((c) => [c.id, isTrue(at(c.node))])),
    vetoes: vetoes
      .filter((veto) => sees(veto.reads) && isTrue(at(veto.holds)))
      .map((veto) => ({ id: veto.id, tier: codeOf(at(veto.tier)), meetsFloor: isTrue(at(veto.meetsFloor)) })),
    awards: new Map(
      programmes
        .filter((programme) => sees(programme.reads))
        .map((programme) => {
          if (!isTrue(at(programme.entitled))) return [programme.id, null];
          return [
            programme.id,
            programme.amount === null ? 'unstated' : floor(pointOf(at(programme.amount))),
          ];
        }),
    ),
  };
}

type Askable = Pick<OpenInput, 'kind' | 'id'>;

/** An open input; what a person decided is never open. */
const openInputOf = (plan: Plan, input: number): Askable => plan.inputs[input] as Askable;

/** The name under which `reads` knows an input. */
function nameOf(plan: Plan, input: number): string {
  const { kind, id } = plan.inputs[input] as Plan['inputs'][number];
  return kind === 'fact' ? id : `${kind} ${id}`;
}

const keyOf = (cell: Cell): string =>
  cell.outOfScope === null
    ? `${cell.tier} ${cell.awards.map((award) => (award === null ? '-' : '+')).join('')}`
    : `out ${cell.outOfScope}`;

function spanOf(cells: readonly Cell[], programme: number): Segment | null {
  const spans = cells
    .map((cell) => cell.awards[programme])
    .filter((span) => span !== null && span !== undefined);
  if (spans.length === 0) return null;
  return {
    low: spans.map((s) => s.low).reduce((a, b) => (b < a ? b : a)),
    high: spans.map((s) => s.high).reduce((a, b) => (b > a ? b : a)),
  };
}

function exactAnswer(plan: Plan, { cells, involved }: Exploration): Resolution {
  const { programmes } = plan.outputs;
  const inScope = cells.filter((cell) => cell.outOfScope === null);
  const keys = new Set(cells.map(keyOf));
  const spans = programmes.map((_, i) => spanOf(cells, i));
  const awards = programmes.map(({ id, amount }, i): PossibleAward => {
    const span = amount === null ? null : (spans[i] as Segment | null);
    return {
      programme: id,
      granted: inScope.some((cell) => cell.awards[i] !== null),
      notEntitled: inScope.some((cell) => cell.awards[i] === null),
      least: span?.low ?? null,
      most: span?.high ?? null,
    };
  });
  const single = keys.size === 1 && awards.every((award) => award.least === award.most);
  const open = single ? [] : involved.map((input) => questionOf(plan, cells, input, keys.size, spans));
  const mattering = open.filter((one) => one.matters);
  return {
    single,
    scopes: [...new Set(cells.map((cell) => cell.outOfScope))].sort(),
    tiers: [...new Set(inScope.map((cell) => cell.tier))].sort((a, b) => a - b),
    awards,
    questions: (mattering.length > 0 ? mattering : open)
      .map((one) => one.input)
      .sort((a, b) => a.leaves - b.leaves),
    wide: false,
  };
}

/** How far each answer to one open input narrows the outcome. */
function questionOf(
  plan: Plan,
  cells: readonly Cell[],
  input: number,
  all: number,
  spans: readonly (Segment | null)[],
) {
  const starts = new Set<bigint>([0n]);
  for (const cell of cells) {
    const segment = cell.segments.get(input);
    if (segment !== undefined) starts.add(segment.low).add(segment.high + 1n);
  }
  const { kind, id } = openInputOf(plan, input);
  let leaves = 0;
  let matters = cells.some((cell) => cell.moves.has(input));
  for (const start of starts) {
    const left = cells.filter((cell) => {
      const segment = cell.segments.get(input);
      return segment === undefined || (segment.low <= start && start <= segment.high);
    });
    if (left.length === 0) continue;
    const count = new Set(left.map(keyOf)).size;
    if (count > leaves) leaves = count;
    matters ||= count < all || spans.some((span, i) => narrows(span, spanOf(left, i)));
  }
  return { input: { kind, id, leaves } satisfies OpenInput, matters };
}

function narrows(whole: Segment | null, part: Segment | null): boolean {
  return whole !== null && part !== null && (part.low !== whole.low || part.high !== whole.high);
}

/** Every code that a number can be. */
function codesOf({ range, among }: PossibleNumber): readonly number[] {
  if (among !== undefined) return among.map((code) => Number(floor(code)));
  if (range === null) return [];
  const [first, last] = [Number(floor(range.low)), Number(floor(range.high))];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** There are too many cells: what the whole can be, a superset, unless every tier of it was met in some cell. */
function wideAnswer(plan: Plan, { involved, whole, tiersMet }: Exploration): Resolution {
  const { scope, tier, programmes } = plan.outputs;
  const tiers = codesOf(whole[tier] as PossibleNumber);
  const scopes = scope.filter((one) => (whole[one.node] as PossibleFlag).no).map((one) => one.id);
  return {
    single: false,
    scopes: [...scopes, null],
    tiers,
    awards: programmes.map(({ id, entitled, amount }): PossibleAward => {
      const flag = whole[entitled] as PossibleFlag;
      const possible = amount === null ? null : (whole[amount] as PossibleNumber).range;
      return {
        programme: id,
        granted: flag.yes,
        notEntitled: flag.no,
        least: flag.yes && possible !== null ? floor(possible.low) : null,
        most: flag.yes && possible !== null ? floor(possible.high) : null,
      };
    }),
    questions: involved.map((input): OpenInput => {
      return { ...openInputOf(plan, input), leaves: 0 };
    }),
    wide: tiers.some((code) => !tiersMet.has(code)),
  };
}
