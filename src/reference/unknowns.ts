import { type InputName, type LinkedFact, type LinkedShape, partsOf, type RuleSet } from '../rules/index.js';
import type { Assignment, KnownPeople, KnownScalar, KnownSet } from './assignment.js';
import { codesOf, domainOf } from './domain.js';

/** Which piece of a fact with several values an unknown is. */
export type Piece =
  | { readonly fact: string; readonly option: number }
  /** Without an attribute: whether there is this person. */
  | { readonly fact: string; readonly person: number; readonly attribute?: string };

/** Something that is not known and what it can be. */
export interface OpenShape {
  readonly kind: 'fact' | 'category' | 'veto' | 'points' | 'evidence' | 'cell';
  /**
   * Of a fact its id, of an option of a `several` fact `marks.dibao`, of the presence of a person `family.3` and of an
   * attribute of one `family.1.birth`; of points and evidence the path of the part; of a cell its look-up.
   */
  readonly id: string;
  readonly shape: LinkedShape;
  readonly piece?: Piece;
}

/** Something that is not known and all it could be. */
export interface Unknown extends OpenShape {
  readonly values: readonly KnownScalar[];
}

const YES_OR_NO: LinkedShape = { type: { kind: 'flag' }, options: [], mayBeNone: false };

/** Everything that is not known and has to be gone through, of what some meaning rests on. What gives no points is not. */
export function openShapes(
  rules: RuleSet,
  known: Assignment,
  behind: ReadonlySet<InputName>,
): readonly OpenShape[] {
  const asked = (name: InputName): boolean => behind.has(name);
  const facts = rules.facts
    .filter((fact) => asked(`fact ${fact.id}`) && fact.unknown.policy !== 'no_points')
    .flatMap((fact) => openInFact(fact, known));
  const categories = rules.categories
    .filter(({ id, list }) => list !== undefined && asked(`category ${id}`) && !known.categories.has(id))
    .map(({ id }): OpenShape => ({ kind: 'category', id, shape: YES_OR_NO }));
  const vetoes = rules.vetoes
    .filter(({ id }) => asked(`veto ${id}`) && !known.vetoes.has(id))
    .map(({ id }): OpenShape => ({ kind: 'veto', id, shape: YES_OR_NO }));
  const points = partsOf(rules.score).flatMap(({ path, value }): readonly OpenShape[] => {
    if (value.kind !== 'discretion' || !asked(`points ${path}`) || known.points.has(path)) return [];
    const { range, step } = value;
    const shape = {
      type: { kind: 'number', unit: 'point' },
      options: [],
      mayBeNone: false,
      range,
      step,
    } as const;
    return [{ kind: 'points', id: path, shape }];
  });
  const papers = partsOf(rules.score)
    .filter(({ path }) => asked(`evidence ${path}`) && !known.shown.has(path))
    .map(({ path }): OpenShape => ({ kind: 'evidence', id: path, shape: YES_OR_NO }));
  return [...facts, ...categories, ...vetoes, ...points, ...papers];
}

function openInFact(fact: LinkedFact, known: Assignment): readonly OpenShape[] {
  const { id, type } = fact;
  const said = known.facts.get(id);
  switch (type.kind) {
    case 'several':
      return openOptions(fact, said as KnownSet | undefined);
    case 'people':
      return openPeople(fact, said as KnownPeople | undefined);
    default:
      return said === undefined ? [{ kind: 'fact', id, shape: fact }] : [];
  }
}

function openOptions({ id, options }: LinkedFact, said: KnownSet | undefined): readonly OpenShape[] {
  return options.flatMap((option, i): readonly OpenShape[] => {
    if (said?.in.has(i) === true || said?.out.has(i) === true) return [];
    return [{ kind: 'fact', id: `${id}.${option}`, shape: YES_OR_NO, piece: { fact: id, option: i } }];
  });
}

/** Of the listed persons their attributes; of further ones whether there are, and their attributes. */
function openPeople({ id, people }: LinkedFact, said: KnownPeople | undefined): readonly OpenShape[] {
  const { least, most, attributes } = people as NonNullable<LinkedFact['people']>;
  const listed = said?.list.length ?? 0;
  const all = said?.complete === true ? listed : most;
  return Array.from({ length: all }, (_, i) => i + 1).flatMap((person): readonly OpenShape[] => {
    const presence: OpenShape = {
      kind: 'fact',
      id: `${id}.${person}`,
      shape: YES_OR_NO,
      piece: { fact: id, person },
    };
    const ofPerson = attributes
      .filter((attribute) => said?.list[person - 1]?.has(attribute.id) !== true)
      .map(
        (attribute): OpenShape => ({
          kind: 'fact',
          id: `${id}.${person}.${attribute.id}`,
          shape: attribute,
          piece: { fact: id, person, attribute: attribute.id },
        }),
      );
    return person > listed && person > least ? [presence, ...ofPerson] : ofPerson;
  });
}

/** The same with all that each can be, `null` where there are more than `most` combinations. */
export function unknownsOf(
  rules: RuleSet,
  known: Assignment,
  open: readonly OpenShape[],
  most: number,
): readonly Unknown[] | null {
  const codes = codesOf(rules, known);
  const unknowns: Unknown[] = [];
  let count = 1;
  for (const one of open) {
    const values = domainOf(one.shape, most, codes);
    count *= values?.length ?? 0;
    if (values === null || count > most) return null;
    unknowns.push({ ...one, values });
  }
  return unknowns;
}
