import type { RuleDocument } from '../document.js';
import { FLAG, type Meaning, type Names, type Type } from '../formula/index.js';
import type { Linker } from './linker.js';
import type { Naming } from './naming.js';
import { partAt, partPathsOf } from './part.js';
import { meaningOfShape } from './shape.js';
import { POINTS, TIER } from './tier-choice.js';

/** Names of the determination that every formula knows. */
const DAYS = ['as_of', 'period_start'] as const;

/** Names that a formula can read, but for parameters and attributes. */
export function knownNames(document: RuleDocument): readonly string[] {
  const { facts, figures, categories, score, tiers } = document;
  const paths = score === undefined ? [] : partPathsOf(score.value).map((path) => `score.${path}`);
  return [
    ...Object.keys(facts),
    ...Object.keys(figures),
    ...Object.keys(categories),
    ...(score === undefined ? [] : ['score']),
    ...(tiers.length === 0 ? [] : ['score_tier', 'tier']),
    ...DAYS,
    ...paths,
  ];
}

/** Names that stand for a value by themselves: no option may be called so. */
export function valueNames(document: RuleDocument): ReadonlySet<string> {
  const attributes = Object.values(document.facts).flatMap((fact) => Object.keys(fact.of ?? {}));
  return new Set([...knownNames(document), ...Object.keys(document.parameters), ...attributes]);
}

/** What a name stands for. What has formulas is settled first; a circle is found there. */
export function meaningOf(linker: Linker, id: string): Meaning | 'unknown' | 'broken' {
  const { facts, figures, categories, score, tiers } = linker.document;
  if (Object.hasOwn(facts, id)) return linker.settleFact(id) ? factMeaning(linker, id) : 'broken';
  if (Object.hasOwn(figures, id))
    return linker.settleFigure(id) ? (linker.figures.get(id)?.meaning ?? 'broken') : 'broken';
  if (Object.hasOwn(categories, id))
    return linker.settleCategory(id) ? { of: { kind: 'category', id }, type: FLAG } : 'broken';
  if (score !== undefined && (id === 'score' || id.startsWith('score.'))) return pointsMeaning(linker, id);
  if (tiers.length === 0) return 'unknown';
  const type: Type = { kind: 'choice', choice: TIER };
  if (id === 'score_tier') return linker.settleScoreTier() ? { of: { kind: 'score_tier' }, type } : 'broken';
  if (id === 'tier') return linker.settleTier() ? { of: { kind: 'tier' }, type } : 'broken';
  return 'unknown';
}

function factMeaning(linker: Linker, id: string): Meaning | 'broken' {
  const fact = linker.facts.get(id);
  if (fact === undefined) return 'broken';
  const passes = fact.noneIs === undefined && (fact.mayBeNone || fact.document.only_if !== undefined);
  return { of: { kind: 'fact', id }, ...meaningOfShape(fact, passes) };
}

/** The score, or the points of one of its parts: all of the score is settled first. */
function pointsMeaning(linker: Linker, id: string): Meaning | 'unknown' | 'broken' {
  if (!linker.known.includes(id)) return 'unknown';
  if (!linker.settleScore(id === 'score' ? undefined : id) || linker.score === null) return 'broken';
  const path = id.slice('score.'.length);
  const part = partAt(linker.score, path);
  if (part?.extent.range === undefined) return 'broken';
  const { range, places, size } = part.extent;
  return {
    of: path === '' ? { kind: 'score' } : { kind: 'part', path },
    type: POINTS,
    range,
    places,
    size,
  };
}

export type People = Exclude<ReturnType<Names['people']>, string>;

/** How many people there can be, and what may be known of each. */
export function peopleOf(linker: Naming, id: string): People | 'unknown' | 'broken' {
  const document = linker.document.facts;
  if (!Object.hasOwn(document, id) || document[id]?.type !== 'people') return 'unknown';
  const people = linker.facts.get(id)?.people;
  if (people === undefined) return 'broken';
  const { least, most, attributes } = people;
  return {
    least,
    most,
    attributes: attributes.map((one) => one.id),
    attribute: (name) => {
      const found = attributes.find((one) => one.id === name);
      if (found === undefined) return 'unknown';
      return meaningOfShape(found, found.mayBeNone && found.noneIs === undefined);
    },
  };
}

/** The same names, and the attributes of a member of these people. */
export function memberNames(linker: Linker, member: string): Names {
  const { known, tables, parameters, schedules, choices, units, dates, asOf } = linker;
  return {
    member,
    known,
    tables,
    parameters,
    schedules,
    choices,
    units,
    dates,
    asOf,
    meaning: (id) => linker.meaning(id),
    choice: (id) => linker.choice(id),
    choiceNamed: (id) => linker.choiceNamed(id),
    table: (id) => linker.table(id),
    parameter: (id) => linker.parameter(id),
    schedule: (id) => linker.schedule(id),
    people: (id) => linker.people(id),
  };
}
