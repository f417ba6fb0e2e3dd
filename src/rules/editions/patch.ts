import type { Issue } from '../../value/index.js';
import type { Path } from '../text/index.js';
import { HEADER, type Verb } from './amendment.js';
import { find, nearestPath, slotFor } from './patch-path.js';
import { idOf, stepInto, type Written, type WrittenMapping } from './written.js';

/** One line of an amending file: a verb, a path and, but with `remove`, a value. */
export interface Patch {
  readonly verb: Verb;
  readonly path: string;
  readonly value?: Written;
  /** Where it stands in the amending file. */
  readonly at: Path;
}

/** A patch that fits its predecessor: what it changes, by the steps to it. */
export interface Fitting extends Patch {
  /** Steps to the mapping or list that it changes, and its member there. */
  readonly holder: Path;
  readonly step: string | number;
  /** All steps, entries of lists by their ids: what two patches may not share. */
  readonly touches: readonly string[];
}

/** Records an issue at its patch. */
export type Refuse = (code: string, patch: Patch, values: Issue['values']) => null;

/** Every patch of an amending file; `sources` adds to those of the predecessor. */
export function patchesOf(amending: WrittenMapping): readonly Patch[] {
  const of = (block: string, verb: Verb, before = ''): Patch[] => {
    const written = amending.members.get(block);
    if (written?.kind === 'list')
      return written.items.map((item, i) => ({
        verb,
        path: item.kind === 'scalar' ? item.text : '',
        at: [block, i],
      }));
    if (written?.kind !== 'mapping') return [];
    return [...written.members].map(([key, value]) => ({
      verb,
      path: before + key,
      value,
      at: [block, key],
    }));
  };
  return [
    ...of('sources', 'add', 'sources.'),
    ...of('replace', 'replace'),
    ...of('add', 'add'),
    ...of('remove', 'remove'),
  ];
}

/** A patch held against the predecessor as it was: `add` names nothing yet, the others something. */
export function fitted(root: WrittenMapping, patch: Patch, refuse: Refuse): Fitting | null {
  const { verb, path } = patch;
  const [first = ''] = path.split('.');
  if (first === 'amends' || (HEADER as readonly string[]).includes(first))
    return refuse('rules.patchHeader', patch, { path });
  const found = find(root, path);
  if (verb === 'add' && found !== null) return refuse('rules.patchExists', patch, { path });
  const slot = verb === 'add' ? slotFor(root, path) : null;
  if (slot !== null)
    return {
      ...patch,
      holder: slot.steps,
      step: slot.key,
      touches: [...named(root, slot.steps), slot.key],
    };
  const step = found?.[found.length - 1];
  if (found !== null && step !== undefined)
    return { ...patch, holder: found.slice(0, -1), step, touches: named(root, found) };
  const near = nearestPath(root, path);
  return refuse('rules.patchMissing', patch, near === null ? { path } : { path, near });
}

/** Steps with the ids of list entries in place of their positions. */
function named(root: Written, steps: Path): string[] {
  let at: Written | null = root;
  return steps.map((step) => {
    at = at === null ? null : stepInto(at, step);
    return typeof step === 'number' && at !== null ? (idOf(at) ?? String(step)) : String(step);
  });
}

/** A path is touched once, and none lies inside another touched one. */
export function refuseOverlaps(patches: readonly Fitting[], refuse: Refuse): void {
  const within = (inner: Fitting, outer: Fitting): boolean =>
    outer.touches.every((step, i) => inner.touches[i] === step);
  patches.forEach((patch, i) => {
    const other = patches.slice(0, i).find((before) => within(patch, before) || within(before, patch));
    if (other !== undefined) refuse('rules.patchOverlap', patch, { path: patch.path, other: other.path });
  });
}
