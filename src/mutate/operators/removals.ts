import { isMapping, removed } from '../edit.js';
import type { Edit } from '../mutant.js';
import type { Site } from '../sites.js';

/** Blocks whose members stand for themselves: one of them can be left out. */
const MEMBERS_OF = new Set(['categories', 'vetoes', 'programmes', 'scope']);
/** Lists of which one item can be left out. */
const ITEMS_OF = new Set([
  'best_of',
  'sum_of',
  'least_of',
  'sum',
  'best',
  'least',
  'first',
  'bands',
  'routes',
  'only',
  'any_of',
]);
/** What may be left out of where it stands, and changes what that comes to. */
const OPTIONAL = new Set([
  'floor',
  'bypass',
  'points',
  'at_most',
  'at_least',
  'weight',
  'round',
  'when',
  'row',
  'unless',
  'only_if',
  'evidence',
  'none',
  'each_more',
  'before',
  'match',
  'unknown',
  'take',
]);

/** A member, an item or a condition away. What the file then refuses is no mutant. */
export function removals(root: unknown, { path, value }: Site): readonly Edit[] {
  const last = path.at(-1);
  const holder = path.at(-2);
  const named = path.length === 2 && MEMBERS_OF.has(String(holder));
  const part = holder === 'parts';
  const item = typeof last === 'number' && ITEMS_OF.has(String(holder));
  const optional = typeof last === 'string' && path.length > 2 && OPTIONAL.has(last) && holder !== 'options';
  if (!named && !part && !item && !optional) return [];
  return [{ mutation: 'remove', path, before: said(last, value), after: '', root: removed(root, path) }];
}

const MOST = 60;

function said(last: string | number | undefined, value: unknown): string {
  const text =
    isMapping(value) || Array.isArray(value) ? JSON.stringify(value).replaceAll('"', '') : String(value);
  const whole = typeof last === 'number' ? text : `${last}: ${text}`;
  return whole.length <= MOST ? whole : `${whole.slice(0, MOST)}…`;
}
