import type { KnownPeople, KnownScalar } from '../../reference/index.js';
import type { LinkedFact } from '../../rules/index.js';
import { type Issue, warning } from '../../value/index.js';
import { isGiven, isMembers, isText, own } from '../raw.js';
import type { Refuse } from './report.js';
import { FACT_CODES, readScalar, writeScalar } from './scalar.js';

export type People = NonNullable<LinkedFact['people']>;

/**
 * A list of people, each by attributes. An attribute that cannot be used is not known; an entry that cannot be read is
 * a person of whom nothing is known, so that nobody is lost. Refused as a whole with `fact.people`: no list, more
 * people than there can be, or a complete list with fewer. Members are counted from 1 in the places of issues.
 */
export function readPeople(
  fact: LinkedFact,
  people: People,
  value: unknown,
  issues: Issue[],
  refuse: Refuse,
): KnownPeople | null {
  const { least, most } = people;
  const complete = isMembers(value) ? own(value, 'complete') : undefined;
  const list = isMembers(value) ? own(value, 'list') : undefined;
  if (typeof complete !== 'boolean' || !Array.isArray(list))
    return refuse('fact.people', { what: 'shape', least, most });
  if (list.length > most) return refuse('fact.people', { what: 'tooMany', least, most });
  if (complete && list.length < least) return refuse('fact.people', { what: 'tooFew', least, most });
  return {
    complete,
    list: Array.from(list as readonly unknown[], (one, i) => {
      return readMember(fact, people, one, `facts.${fact.id}.${i + 1}`, issues);
    }),
  };
}

function readMember(
  fact: LinkedFact,
  { attributes, least, most }: People,
  raw: unknown,
  path: string,
  issues: Issue[],
): ReadonlyMap<string, KnownScalar> {
  const refuseAt =
    (place: string): Refuse =>
    (code, values = {}) => {
      issues.push(warning(code, { fact: fact.id, ...values }, { path: place }));
      return null;
    };
  const known = new Map<string, KnownScalar>();
  if (!isMembers(raw)) {
    refuseAt(path)('fact.people', { what: 'member', least, most });
    return known;
  }
  for (const name of Object.keys(raw).sort()) {
    if (attributes.some(({ id }) => id === name)) continue;
    issues.push(warning('fact.unknown', {}, { path: isText(name) ? `${path}.${name}` : path }));
  }
  for (const attribute of attributes) {
    const value = own(raw, attribute.id);
    if (!isGiven(value)) continue;
    const read = readScalar(attribute, value, FACT_CODES, refuseAt(`${path}.${attribute.id}`));
    if (read !== null) known.set(attribute.id, read);
  }
  return known;
}

/** Each person by the written attributes that are known, in the order in which they were listed. */
export function writePeople(
  { attributes }: People,
  { complete, list }: KnownPeople,
): { readonly complete: boolean; readonly list: readonly Readonly<Record<string, boolean | string>>[] } {
  return {
    complete,
    list: list.map((member) =>
      Object.fromEntries(
        attributes.flatMap((attribute) => {
          const value = member.get(attribute.id);
          return value === undefined ? [] : [[attribute.id, writeScalar(attribute, value)] as const];
        }),
      ),
    ),
  };
}
