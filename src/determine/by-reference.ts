import {
  type CaseMeaning,
  completionsOf,
  domainOf,
  type Known,
  meaningOfCase,
  unknownsOf,
} from '../reference/index.js';
import {
  type CheckedPart,
  partReadings,
  type Reading,
  type RuleSet,
  readings,
  valueReadings,
} from '../rules/index.js';
import { type Quotient, written } from '../value/index.js';
import type { KnownStudent, OpenInput, PossibleAward, Resolver, View } from './resolution.js';

/** Whether everything behind some readings is known; a fact that gives no points counts as known. */
function allKnown(rules: RuleSet, known: KnownStudent, reads: ReadonlySet<string>): boolean {
  const facts = rules.facts.every(
    (f) => !reads.has(f.id) || known.facts.has(f.id) || f.unknown.policy === 'no_points',
  );
  const lists = rules.categories.every(
    (c) => c.list === undefined || !reads.has(`category ${c.id}`) || known.categories.has(c.id),
  );
  const vetoes = rules.vetoes.every(
    (v) => v.againstFloor !== 'review' || !reads.has(`veto ${v.id}`) || known.vetoes.has(v.id),
  );
  return facts && lists && vetoes;
}

/** One arbitrary completion: the first value of everything open. */
function anyCompletion(rules: RuleSet, known: KnownStudent): KnownStudent {
  const facts = new Map<string, Known>(known.facts);
  for (const fact of rules.facts) {
    if (facts.has(fact.id) || fact.unknown.policy === 'no_points') continue;
    facts.set(
      fact.id,
      fact.range === undefined ? ((domainOf(fact, 1) as readonly Known[])[0] as Known) : fact.range.low,
    );
  }
  const categories = new Map(known.categories);
  for (const c of rules.categories)
    if (c.list !== undefined && !categories.has(c.id)) categories.set(c.id, false);
  const vetoes = new Map(known.vetoes);
  for (const v of rules.vetoes) if (!vetoes.has(v.id)) vetoes.set(v.id, false);
  return { ...known, facts, categories, vetoes };
}

/** Kinds of outcome: scope, tier, and which programmes are granted. */
function keyOf(meaning: CaseMeaning): string {
  if (meaning.outOfScope !== null) return `out ${meaning.outOfScope}`;
  return `${meaning.tier} ${[...meaning.awards]
    .filter(([, award]) => award !== null)
    .map(([id]) => id)
    .join(' ')}`;
}

interface Completed {
  readonly chosen: readonly number[];
  readonly meaning: CaseMeaning;
}

/** Whether two completions that differ in nothing but one unknown come to different outcomes, amounts included. */
function decides(cases: readonly Completed[], unknown: number): boolean {
  const outcomes = new Map<string, string>();
  return cases.some(({ chosen, meaning }) => {
    const others = chosen.filter((_, i) => i !== unknown).join(' ');
    const outcome =
      meaning.outOfScope ?? `${meaning.tier} ${[...meaning.awards].map(([, award]) => award).join(' ')}`;
    const before = outcomes.get(others) ?? outcome;
    outcomes.set(others, outcome);
    return before !== outcome;
  });
}

interface Extremes {
  readonly least: bigint;
  readonly most: bigint;
}

function extremesOf(meanings: readonly CaseMeaning[], programme: string): Extremes | null {
  const amounts = meanings
    .filter((m) => m.outOfScope === null)
    .map((m) => m.awards.get(programme))
    .filter((a) => typeof a === 'bigint');
  if (amounts.length === 0) return null;
  return {
    least: amounts.reduce((a, b) => (b < a ? b : a)),
    most: amounts.reduce((a, b) => (b > a ? b : a)),
  };
}

/**
 * Resolves by the definition itself: the reference meaning of every completion of what is not known. For tests,
 * rule cases and doubt; `most` bounds the completions.
 */
export function referenceResolver(rules: RuleSet, most = 20_000): Resolver {
  const tierReads = rules.reads([{ kind: 'tier' }]);
  const programmeReads = rules.programmes.map((p) =>
    rules.reads([...readings(p.for), ...(p.amount === null ? [] : valueReadings(p.amount))]),
  );
  const scopeReads = rules.scope.map((s) => rules.reads(readings(s.is)));
  const all = new Set<string>([tierReads, ...programmeReads, ...scopeReads].flatMap((set) => [...set]));
  return {
    view: (known) => viewOf(rules, known, programmeReads, scopeReads),
    resolve: (known) => {
      const unknowns = unknownsOf(rules, known, all, most);
      if (unknowns === null) return null;
      const cases = [...completionsOf(known, unknowns)].map(({ assignment, chosen }) => ({
        chosen,
        meaning: meaningOfCase(rules, assignment),
      }));
      const meanings = cases.map((one) => one.meaning);
      const inScope = meanings.filter((m) => m.outOfScope === null);
      const keys = new Set(meanings.map(keyOf));
      const awards = rules.programmes.map(({ id }): PossibleAward => {
        const extremes = extremesOf(meanings, id);
        return {
          programme: id,
          granted: inScope.some((m) => m.awards.get(id) !== null),
          // Out of scope nobody is entitled to anything.
          notEntitled: meanings.some((m) => m.outOfScope !== null || m.awards.get(id) === null),
          least: extremes?.least ?? null,
          most: extremes?.most ?? null,
        };
      });
      const single = keys.size === 1 && awards.every((a) => a.least === a.most);
      const questions = unknowns
        .map((unknown, i): OpenInput => {
          const counts = unknown.values.map(
            (_, v) =>
              new Set(cases.filter((one) => one.chosen[i] === v).map((one) => keyOf(one.meaning))).size,
          );
          return { kind: unknown.kind, id: unknown.id, leaves: counts.reduce((a, b) => (b > a ? b : a)) };
        })
        .filter((_, i) => decides(cases, i));
      return {
        single,
        scopes: [...new Set(meanings.map((m) => m.outOfScope))].sort(),
        tiers: [...new Set(inScope.map((m) => m.tier))].sort((a, b) => a - b),
        awards,
        questions: single ? [] : questions.sort((a, b) => a.leaves - b.leaves),
        wide: false,
      };
    },
  };
}

function viewOf(
  rules: RuleSet,
  known: KnownStudent,
  programmeReads: readonly ReadonlySet<string>[],
  scopeReads: readonly ReadonlySet<string>[],
): View {
  const meaning = meaningOfCase(rules, anyCompletion(rules, known));
  const sees = (of: readonly Reading[]): boolean => allKnown(rules, known, rules.reads(of));
  const points: (readonly [string, string])[] = [];
  const walk = (part: CheckedPart): void => {
    if (part.path !== '' && sees(partReadings(part)))
      points.push([part.path, written(meaning.points.get(part.path) as Quotient)]);
    if (part.value.kind === 'section') part.value.parts.forEach(walk);
  };
  walk(rules.score);
  const outOfScope = rules.scope.find(
    ({ id }, i) =>
      allKnown(rules, known, scopeReads[i] as ReadonlySet<string>) && meaning.scope.get(id) === false,
  );
  const scoreKnown = sees([{ kind: 'score' }]);
  const tierReads = [...rules.reads([{ kind: 'tier' }])].filter((name) => !name.startsWith('veto '));
  const tierKnown = allKnown(rules, known, new Set(tierReads));
  const awards = rules.programmes.filter((_, i) =>
    allKnown(rules, known, programmeReads[i] as ReadonlySet<string>),
  );
  return {
    outOfScope: outOfScope?.id ?? null,
    ...(scoreKnown ? { score: meaning.score, scoreTier: meaning.scoreTier } : {}),
    points: points.sort(([a], [b]) => (a < b ? -1 : 1)),
    categories: new Map(
      rules.categories
        .filter((c) => sees([{ kind: 'category', id: c.id }]))
        .map((c) => [c.id, meaning.categories.has(c.id)]),
    ),
    // What a veto leaves is known before a person says whether it stands, unless it meets a floor.
    vetoes: tierKnown
      ? [...meaning.vetoes]
          .filter(
            ([id, veto]) =>
              !veto.meetsFloor || known.vetoes.has(id) || find(rules, id).againstFloor === 'floor_wins',
          )
          .map(([id, veto]) => ({ id, ...veto }))
      : [],
    awards: new Map(awards.map(({ id }) => [id, meaning.awards.get(id) as bigint | 'unstated' | null])),
  };
}

const find = (rules: RuleSet, veto: string): RuleSet['vetoes'][number] =>
  rules.vetoes.find((one) => one.id === veto) as RuleSet['vetoes'][number];
