import type { Path, TextTree } from '../text/index.js';

/** Where a value was written: in which file, and under which path of it. */
export interface Origin {
  readonly file?: string;
  readonly tree: TextTree;
  readonly path: Path;
}

/** A rule file as an officer sees it, each value with the place where it was written: amendments mix several files. */
export type Written = WrittenScalar | WrittenList | WrittenMapping;

export interface WrittenScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly origin: Origin;
}

export interface WrittenList {
  readonly kind: 'list';
  readonly items: readonly Written[];
  readonly origin: Origin;
}

export interface WrittenMapping {
  readonly kind: 'mapping';
  readonly members: ReadonlyMap<string, Written>;
  readonly origin: Origin;
}

/** A text tree with the origin of each of its values. */
export function writtenOf(tree: TextTree, file?: string): Written {
  const grow = (value: unknown, path: Path): Written => {
    const origin: Origin = file === undefined ? { tree, path } : { file, tree, path };
    if (Array.isArray(value))
      return { kind: 'list', items: value.map((item, i) => grow(item, [...path, i])), origin };
    if (value === null || typeof value !== 'object') return { kind: 'scalar', text: String(value), origin };
    const members = Object.entries(value).map(([key, inner]) => [key, grow(inner, [...path, key])] as const);
    return { kind: 'mapping', members: new Map(members), origin };
  };
  return grow(tree.root, []);
}

/** The plain data of a written value, as the schema reads it. */
export function plainOf(written: Written): unknown {
  if (written.kind === 'scalar') return written.text;
  if (written.kind === 'list') return written.items.map(plainOf);
  return Object.fromEntries([...written.members].map(([key, member]) => [key, plainOf(member)]));
}

const ID = /^[a-z][a-z0-9_]*$/;

/** What names an entry of a list: its `id`, or the entry itself where it is nothing but an id; `null` where nothing does. */
export function idOf(entry: Written): string | null {
  const id = entry.kind === 'mapping' ? entry.members.get('id') : entry;
  return id?.kind === 'scalar' && ID.test(id.text) ? id.text : null;
}

/** The value one step down, or `null`. */
export function stepInto(written: Written, step: string | number): Written | null {
  if (written.kind === 'mapping') return written.members.get(String(step)) ?? null;
  return written.kind === 'list' ? (written.items[Number(step)] ?? null) : null;
}
