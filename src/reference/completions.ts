import type { LinkedFact, RuleSet } from '../rules/index.js';
import type { Assignment, Known, KnownPeople, KnownScalar, KnownSet } from './assignment.js';
import type { OpenShape, Piece, Unknown } from './unknowns.js';

type Told = readonly (readonly [OpenShape, KnownScalar])[];

/** Every completion of what is not known, each with the positions of the values chosen. */
export function* completionsOf(
  rules: RuleSet,
  known: Assignment,
  unknowns: readonly Unknown[],
): Generator<{ readonly assignment: Assignment; readonly chosen: readonly number[] }> {
  const chosen = unknowns.map(() => 0);
  for (;;) {
    const told = unknowns.map((one, i) => [one, one.values[chosen[i] as number] as KnownScalar] as const);
    yield { assignment: completed(rules, known, told), chosen: [...chosen] };
    let i = 0;
    while (i < unknowns.length && (chosen[i] as number) + 1 >= (unknowns[i] as Unknown).values.length) {
      chosen[i] = 0;
      i += 1;
    }
    if (i === unknowns.length) return;
    chosen[i] = (chosen[i] as number) + 1;
  }
}

/** What is known, with what is told of the rest. */
function completed(rules: RuleSet, known: Assignment, told: Told): Assignment {
  const facts = new Map<string, Known>(known.facts);
  const [categories, vetoes, shown] = [
    new Map(known.categories),
    new Map(known.vetoes),
    new Map(known.shown),
  ];
  const [points, cells] = [new Map(known.points), new Map(known.cells)];
  const pieces = new Map<string, (readonly [Piece, KnownScalar])[]>();
  for (const [{ kind, id, piece }, value] of told) {
    if (piece !== undefined) pieces.set(piece.fact, [...(pieces.get(piece.fact) ?? []), [piece, value]]);
    else if (kind === 'fact') facts.set(id, value);
    else if (kind === 'category') categories.set(id, value as boolean);
    else if (kind === 'veto') vetoes.set(id, value as boolean);
    else if (kind === 'evidence') shown.set(id, value as boolean);
    else if (kind === 'cell') cells.set(id, value);
    else if (typeof value === 'object' && 'n' in value) points.set(id, value);
  }
  for (const [id, of] of pieces) {
    const fact = rules.facts.find((one) => one.id === id) as LinkedFact;
    const said = known.facts.get(id);
    facts.set(
      id,
      fact.people === undefined
        ? settledSet(said as KnownSet | undefined, of)
        : settledPeople(said as KnownPeople | undefined, fact.people.least, of),
    );
  }
  return { ...known, facts, categories, vetoes, points, shown, cells };
}

type Pieces = readonly (readonly [Piece, KnownScalar])[];

function settledSet(said: KnownSet | undefined, pieces: Pieces): KnownSet {
  const [inside, outside] = [new Set(said?.in), new Set(said?.out)];
  for (const [piece, value] of pieces) {
    if ('option' in piece) (value === true ? inside : outside).add(piece.option);
  }
  return { in: inside, out: outside };
}

/** Listed persons keep their numbers; of the others those that there are follow. */
function settledPeople(said: KnownPeople | undefined, least: number, pieces: Pieces): KnownPeople {
  const listed = said?.list ?? [];
  const persons = new Map<number, Map<string, KnownScalar>>(listed.map((one, i) => [i + 1, new Map(one)]));
  for (let k = 1; k <= least; k += 1) if (!persons.has(k)) persons.set(k, new Map());
  const absent = new Set<number>();
  for (const [piece, value] of pieces) {
    if (!('person' in piece)) continue;
    const person = persons.get(piece.person) ?? new Map<string, KnownScalar>();
    persons.set(piece.person, person);
    if (piece.attribute !== undefined) person.set(piece.attribute, value);
    else if (value === false) absent.add(piece.person);
  }
  const list = [...persons].filter(([number]) => !absent.has(number)).map(([, person]) => person);
  return { complete: true, list };
}
