import type { FactInput, PeopleInput, ScalarInput } from '../roster/index.js';
import { canonicalNumber, type FactDocument } from '../rules/index.js';
import type { CasePeople, CaseValue } from './case-file.js';

const isList = (value: CaseValue): value is readonly string[] => Array.isArray(value);

/** Stands for an attribute of a person that is not known. */
const UNKNOWN = 'unknown';

/**
 * The text of the file as a caller would hand a value in. What does not fit the type of the fact stays as it is, for
 * `determine` to name.
 */
export function inputOf(fact: FactDocument | undefined, value: CaseValue): FactInput {
  if (typeof value === 'string') return scalarOf(fact?.type ?? 'text', value);
  if (isList(value)) return value;
  if ('list' in value) return peopleOf(fact, value);
  const { in: within, out } = value;
  return { ...(within === undefined ? {} : { in: within }), ...(out === undefined ? {} : { out }) };
}

function peopleOf(fact: FactDocument | undefined, { complete, list }: CasePeople): PeopleInput {
  const typeOf = (attribute: string): string =>
    fact?.of !== undefined && Object.hasOwn(fact.of, attribute) ? (fact.of[attribute]?.type ?? '') : '';
  return {
    complete: complete === 'true',
    list: list.map((member) =>
      Object.fromEntries(
        Object.entries(member).flatMap(([id, text]) =>
          text === UNKNOWN ? [] : [[id, scalarOf(typeOf(id), text)] as const],
        ),
      ),
    ),
  };
}

/** A single value: flags as such, numbers as plain decimals (`66%` is 0.66). */
export function scalarOf(type: string, text: string): ScalarInput {
  if (type === 'flag' && (text === 'true' || text === 'false')) return text === 'true';
  return type === 'number' ? canonicalNumber(text) : text;
}
