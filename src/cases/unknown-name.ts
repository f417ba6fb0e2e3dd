import { nearest } from '../rules/index.js';
import { error, type Issue } from '../value/index.js';
import type { Said } from './case-file.js';

/** A name the rule file does not have, with what it was near to. */
export function unknownName(
  kind: string,
  name: string,
  known: readonly string[],
  said: Said<unknown>,
): Issue {
  const near = nearest(name, known);
  return error('cases.unknownName', near === null ? { kind, name } : { kind, name, near }, said.place);
}
