import { at, replaced } from '../edit.js';
import type { Edit, TreePath } from '../mutant.js';
import type { Site } from '../sites.js';

/** `kind = allowance`, `kind != allowance`, `kind in [a, b]`. */
const ASKED = /([a-z][a-z0-9_]*) *(?:!?= *([a-z][a-z0-9_]*)|in *\[([^\]]*)\])/g;

/** The options of an attribute of the list that gives a category, in their order; none where it is no choice. */
function optionsOf(root: unknown, category: TreePath, attribute: string): readonly string[] {
  const list = at(root, [...category, 'list']);
  const of = at(root, ['lists', String(list), 'attributes', attribute, 'of']);
  const options = Array.isArray(of) ? of : at(root, ['choices', String(of), 'of']);
  return Array.isArray(options) ? options.map(String) : [];
}

/**
 * Which rows of a list count, otherwise: another option, or one of several away, or all rows but those. The sign between
 * them is changed as in every formula, and the condition left out as every other.
 */
export function rowConditions(root: unknown, { path, value }: Site): readonly Edit[] {
  const [block, , member] = path;
  if (block !== 'categories' || member !== 'row' || path.length !== 3 || typeof value !== 'string') return [];
  const edit = (mutation: Edit['mutation'], after: string): Edit => ({
    mutation,
    path,
    before: value,
    after,
    root: replaced(root, path, after),
  });
  const put = (from: number, to: number, text: string): string =>
    `${value.slice(0, from)}${text}${value.slice(to)}`;
  return [...value.matchAll(ASKED)].flatMap((match) => {
    const [whole, attribute = '', one, several] = match;
    const options = optionsOf(root, path.slice(0, 2), attribute);
    const next = (option: string): readonly string[] => {
      const other = options[(options.indexOf(option) + 1) % options.length];
      return other === undefined || other === option ? [] : [other];
    };
    const end = match.index + whole.length;
    if (one !== undefined) return next(one).map((other) => edit('word', put(end - one.length, end, other)));
    const items = (several ?? '').split(',').map((item) => item.trim());
    const begun = whole.slice(0, whole.indexOf('[') + 1);
    const without = items.map((_, i) => items.filter((_, k) => k !== i)).filter((left) => left.length > 0);
    return [
      ...without.map((left) => edit('guard', put(match.index, end, `${begun}${left.join(', ')}]`))),
      edit('negate', put(match.index, end, `not (${whole})`)),
    ];
  });
}
