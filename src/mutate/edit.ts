import type { TreePath } from './mutant.js';

// Edits of a written tree: mappings, lists and scalars as plain data. Each gives a new tree and leaves the old one.

type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const at = (root: unknown, path: TreePath): unknown =>
  path.reduce<unknown>((here, step) => (here as Mapping | undefined)?.[step as string], root);

/** The tree with something done to what holds the last step of a path. */
function within(
  root: unknown,
  path: TreePath,
  change: (holder: unknown, last: string | number) => unknown,
): unknown {
  const [step, ...rest] = path as readonly [string | number, ...TreePath];
  if (rest.length === 0) return change(root, step);
  if (Array.isArray(root)) return root.map((one, i) => (i === step ? within(one, rest, change) : one));
  return Object.fromEntries(
    Object.entries(root as Mapping).map(([key, inner]) => [
      key,
      key === step ? within(inner, rest, change) : inner,
    ]),
  );
}

export const replaced = (root: unknown, path: TreePath, value: unknown): unknown =>
  within(root, path, (holder, last) =>
    Array.isArray(holder)
      ? holder.map((one, i) => (i === last ? value : one))
      : Object.fromEntries(
          Object.entries(holder as Mapping).map(([key, one]) => [key, key === last ? value : one]),
        ),
  );

export const removed = (root: unknown, path: TreePath): unknown =>
  within(root, path, (holder, last) =>
    Array.isArray(holder)
      ? holder.filter((_, i) => i !== last)
      : Object.fromEntries(Object.entries(holder as Mapping).filter(([key]) => key !== last)),
  );

export const renamed = (root: unknown, path: TreePath, to: string): unknown =>
  within(root, path, (holder, last) =>
    Object.fromEntries(Object.entries(holder as Mapping).map(([key, one]) => [key === last ? to : key, one])),
  );

export const swapped = (root: unknown, a: TreePath, b: TreePath): unknown =>
  replaced(replaced(root, a, at(root, b)), b, at(root, a));
