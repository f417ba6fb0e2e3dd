import { error, type Issue } from '../../value/index.js';
import type { Path, Position, TextTree } from '../text/index.js';
import { HEADER } from './amendment.js';
import { entryOf, withAdded } from './entries.js';
import { type Fitting, fitted, type Patch, patchesOf, type Refuse, refuseOverlaps } from './patch.js';
import { idOf, type Written, type WrittenMapping } from './written.js';

/** An issue of a patch with its place in the amending file. */
export interface PatchIssue {
  readonly issue: Issue;
  readonly path: Path;
  readonly position: Position;
}

/** What an amending file takes away, and where it says so. */
export interface Removed {
  readonly path: string;
  /** The last step of the path: the name that is gone. */
  readonly name: string;
  readonly at: Path;
  readonly position: Position;
}

function removedBy({ path, at }: Patch, tree: TextTree): Removed {
  return { path, name: path.split('.').at(-1) ?? path, at, position: tree.value(at) };
}

/**
 * Applies the patches of an amending file to the edition it amends, both as written. Every patch looks at the
 * predecessor as it was, so their order does not matter. Issues, each at its patch: `rules.patchExists`,
 * `rules.patchMissing`, `rules.patchOverlap`, `rules.patchHeader`, `rules.patchPlace` (an added list entry says not
 * exactly one of `after` and `first`, or another one says the same), `rules.patchList`, `rules.patchId`. Section 11 of the rule language.
 */
export function applyPatches(
  predecessor: WrittenMapping,
  amending: WrittenMapping,
  tree: TextTree,
): {
  readonly written: WrittenMapping;
  readonly issues: readonly PatchIssue[];
  readonly removed: readonly Removed[];
} {
  const issues: PatchIssue[] = [];
  const refuse: Refuse = (code, patch, values) => {
    const position = patch.verb === 'remove' ? tree.value(patch.at) : tree.key(patch.at);
    issues.push({ issue: error(code, values), path: patch.at, position });
    return null;
  };
  const patches = patchesOf(amending);
  const root = withBlocks(predecessor, patches);
  const fitting = patches.flatMap((patch) => fitted(root, patch, refuse) ?? []);
  refuseOverlaps(fitting, refuse);
  const members = issues.length > 0 ? root.members : changedMembers(root, [], fitting, refuse);
  const removed = patches.filter(({ verb }) => verb === 'remove').map((patch) => removedBy(patch, tree));
  return { written: withHeader({ ...root, members }, amending), issues, removed };
}

/** Blocks that a file without any of their members does not write: they are there all the same. */
const BLOCKS = new Set([
  'dates',
  'sources',
  'choices',
  'facts',
  'parameters',
  'tables',
  'schedules',
  'figures',
  'evidence',
  'lists',
  'categories',
  'vetoes',
  'scope',
  'programmes',
]);

/** The predecessor with the blocks to which patches add the first members. */
function withBlocks(root: WrittenMapping, patches: readonly Patch[]): WrittenMapping {
  const members = new Map(root.members);
  for (const { verb, path, value } of patches) {
    const [block = '', inner, ...rest] = path.split('.');
    if (verb !== 'add' || value === undefined || inner === undefined) continue;
    const { origin } = value;
    if (BLOCKS.has(block) && !members.has(block))
      members.set(block, { kind: 'mapping', members: new Map(), origin });
    const score = members.get('score');
    if (block !== 'score' || inner !== 'routes' || rest.length === 0 || score?.kind !== 'mapping') continue;
    const routes = score.members.get('routes') ?? { kind: 'list', items: [], origin };
    members.set('score', { ...score, members: new Map([...score.members, ['routes', routes]]) });
  }
  return { ...root, members };
}

/** The value at some steps with the patches below it; what no patch touches is shared with the predecessor. */
function changed(written: Written, steps: Path, patches: readonly Fitting[], refuse: Refuse): Written {
  const inside = patches.filter(
    ({ holder }) => holder.length >= steps.length && steps.every((step, i) => holder[i] === step),
  );
  if (inside.length === 0 || written.kind === 'scalar') return written;
  return written.kind === 'list'
    ? { ...written, items: changedItems(written.items, steps, inside, refuse) }
    : { ...written, members: changedMembers(written, steps, inside, refuse) };
}

const standingIn = (steps: Path, patches: readonly Fitting[]): readonly Fitting[] =>
  patches.filter(({ holder }) => holder.length === steps.length);

function changedItems(
  items: readonly Written[],
  steps: Path,
  patches: readonly Fitting[],
  refuse: Refuse,
): readonly Written[] {
  const here = standingIn(steps, patches);
  const kept = items.flatMap((item, i): Written[] => {
    const patch = here.find(({ step }) => step === i);
    if (patch === undefined) return [changed(item, [...steps, i], patches, refuse)];
    const entry = entryOf(patch, idOf(item) ?? '', patch.value, refuse);
    return entry === null ? [] : [entry];
  });
  const added = here.filter(({ verb }) => verb === 'add');
  return withAdded(kept, added, refuse);
}

function changedMembers(
  { members }: WrittenMapping,
  steps: Path,
  patches: readonly Fitting[],
  refuse: Refuse,
): ReadonlyMap<string, Written> {
  const here = new Map(standingIn(steps, patches).map((patch) => [patch.step, patch]));
  const next = new Map<string, Written>();
  for (const [key, member] of members) {
    const patch = here.get(key);
    const value = patch === undefined ? changed(member, [...steps, key], patches, refuse) : patch.value;
    if (value !== undefined) next.set(key, value);
  }
  for (const [key, { value }] of here)
    if (value !== undefined && !members.has(String(key))) next.set(String(key), value);
  return next;
}

/** The header is the amending file's; a title that it does not say stays. */
function withHeader(written: WrittenMapping, amending: WrittenMapping): WrittenMapping {
  const members = new Map(written.members);
  for (const key of HEADER) {
    const said = amending.members.get(key);
    if (said !== undefined) members.set(key, said);
  }
  return { ...written, members };
}
