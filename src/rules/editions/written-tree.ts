import type { Path, Position, TextTree } from '../text/index.js';
import { type Origin, plainOf, stepInto, type Written } from './written.js';

/**
 * A written value as a text tree, so that everything that reads a rule file reads an amended one alike. A position
 * names the file that is to blame: the amending one where the value came from there, else its predecessor.
 */
export function treeOf(written: Written): TextTree {
  const deepest = (path: Path): { readonly at: Written; readonly whole: boolean } => {
    let at = written;
    for (const step of path) {
      const next = stepInto(at, step);
      if (next === null) return { at, whole: false };
      at = next;
    }
    return { at, whole: true };
  };
  const placed = ({ file }: Origin, position: Position): Position =>
    file === undefined ? position : { ...position, file };
  const value = (path: Path): Position => {
    const { origin } = deepest(path).at;
    return placed(origin, origin.tree.value(origin.path));
  };
  return {
    root: plainOf(written),
    value,
    key(path) {
      const { at, whole } = deepest(path);
      return whole ? placed(at.origin, at.origin.tree.key(at.origin.path)) : value(path);
    },
    end(path) {
      const { origin } = deepest(path).at;
      return placed(origin, origin.tree.end(origin.path));
    },
    inside(path, within) {
      const { origin } = deepest(path).at;
      return placed(origin, origin.tree.inside(origin.path, within));
    },
  };
}
