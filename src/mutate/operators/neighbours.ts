import { isMapping, swapped } from '../edit.js';
import type { Edit, TreePath } from '../mutant.js';
import type { Site } from '../sites.js';
import { shifted } from './numbers.js';

/** Where the values of a mapping are a row of amounts, points or options. */
const ROWS = new Set(['options', 'rows', 'below', 'up_to', 'from', 'above', 'dated', 'recent']);
/** Members of the items of a list that say what each gives. */
const GIVES = ['is', 'points'] as const;

const isScalar = (value: unknown): value is string => typeof value === 'string';

/** Two neighbouring values, each in the place of the other. */
export function swaps(root: unknown, { path, value }: Site): readonly Edit[] {
  if (isMapping(value)) {
    if (!path.some((step) => ROWS.has(String(step)))) return [];
    const keys = Object.keys(value).filter((key) => isScalar(value[key]));
    return pairs(keys.map((key) => [...path, key]));
  }
  if (!Array.isArray(value)) return [];
  const inRows = path.some((step) => ROWS.has(String(step)));
  if (inRows && value.every((one) => isScalar(one) && shifted(one).length > 0))
    return pairs(value.map((_, i) => [...path, i]));
  const given = GIVES.find((key) => value.some((one) => isMapping(one) && isScalar(one[key])));
  if (given === undefined) return [];
  return pairs(
    value.flatMap((one, i) => (isMapping(one) && isScalar(one[given]) ? [[...path, i, given]] : [])),
  );

  function pairs(paths: readonly TreePath[]): readonly Edit[] {
    return paths.slice(1).flatMap((second, i) => {
      const first = paths[i] as TreePath;
      const [a, b] = [textAt(first), textAt(second)];
      if (a === b) return [];
      const edit: Edit = {
        mutation: 'swap',
        path: first,
        before: `${a}, ${b}`,
        after: `${b}, ${a}`,
        root: swapped(root, first, second),
      };
      return [edit];
    });
  }

  function textAt(where: TreePath): string {
    return where.slice(path.length).reduce<unknown>((here, step) => (here as never)[step], value) as string;
  }
}
