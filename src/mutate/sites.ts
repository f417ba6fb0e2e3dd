import { isMapping } from './edit.js';
import type { TreePath } from './mutant.js';

/** A place of a written tree: a scalar's text, or a mapping or list. */
export interface Site {
  readonly path: TreePath;
  readonly value: unknown;
}

/** What a rule file says of itself, of sources, of words and of types: no mutant changes it. */
const BLOCKS_LEFT = new Set([
  'format',
  'scheme',
  'edition',
  'title',
  'standing',
  'status',
  'effective',
  'published',
  'currency',
  'amends',
  'sources',
  'units',
  'choices',
  'lists',
]);
const MEMBERS_LEFT = new Set([
  'title',
  'titles',
  'source',
  'because',
  'unstated',
  'no_points',
  'owner',
  'protected',
  'unit',
  'gives',
  'columns',
  'keys',
  'type',
]);
/** What a fact can be: a domain that the office declares, with no consequence in it. */
const OF_FACTS_LEFT = new Set(['range', 'step', 'size', 'of', 'origin', 'by', 'worse', 'ordered']);
/** Who may say something, and an open cell's domain. */
const OF_OTHERS_LEFT: Readonly<Record<string, readonly string[]>> = {
  tables: ['range', 'step', 'of'],
  parameters: ['range', 'step'],
  figures: ['range', 'override', 'for'],
  programmes: ['instrument', 'payee', 'per'],
  categories: ['list'],
};

/** Ids that the file chose (of blocks, parts and options) may be any of the words above, and never count as such. */
function isLeft(path: TreePath): boolean {
  const [block, ...inner] = path;
  if (BLOCKS_LEFT.has(String(block))) return true;
  const last = String(path.at(-1));
  if (path.length < 3 && block !== 'score') return false;
  if (block === 'facts') return MEMBERS_LEFT.has(last) || (path.length === 3 && OF_FACTS_LEFT.has(last));
  if (path.at(-2) === 'parts' || path.at(-2) === 'options') return false;
  if (path.length === 3 && (OF_OTHERS_LEFT[String(block)] ?? []).includes(last)) return true;
  return inner.length > 0 && MEMBERS_LEFT.has(last);
}

/** Every place of a tree that says something a determination can turn on, in the order of the file. */
export function sitesOf(root: unknown): readonly Site[] {
  const found: Site[] = [];
  const walk = (value: unknown, path: TreePath): void => {
    if (path.length > 0) {
      if (isLeft(path)) return;
      found.push({ path, value });
    }
    if (Array.isArray(value)) {
      for (const [i, one] of value.entries()) walk(one, [...path, i]);
    } else if (isMapping(value)) {
      for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
    }
  };
  walk(root, []);
  return found;
}
