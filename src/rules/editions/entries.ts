import type { Fitting, Refuse } from './patch.js';
import { idOf, type Written, type WrittenMapping } from './written.js';

/** A list entry as a patch writes it, under the id that its path says; an entry that is only an id is that text. */
export function entryOf(
  patch: Fitting,
  id: string,
  value: Written | undefined,
  refuse: Refuse,
): Written | null {
  if (value === undefined) return null;
  if (value.kind !== 'mapping') return value;
  const own = value.members.get('id') === undefined ? null : idOf(value);
  if (own !== null && own !== id)
    return refuse('rules.patchId', patch, { path: patch.path, found: own, needed: id });
  const text: Written = { kind: 'scalar', text: id, origin: value.origin };
  if (value.members.size === 0) return text;
  return { ...value, members: new Map([['id', text], ...value.members]) };
}

interface Follower {
  readonly patch: Fitting;
  readonly entry: Written;
  readonly id: string;
}

/**
 * A list has an order, a mapping of patches has none: each added entry says which one it follows (`after`), or that it
 * is `first`, and no two say the same.
 */
export function withAdded(
  kept: readonly Written[],
  added: readonly Fitting[],
  refuse: Refuse,
): readonly Written[] {
  const [first] = added;
  if (first !== undefined && kept.length > 0 && kept.every((item) => idOf(item) === null)) {
    refuse('rules.patchList', first, { path: first.path });
    return kept;
  }
  const followers = followersOf(added, refuse);
  const items: Written[] = [];
  const follow = (item: string | null): void => {
    let after = item;
    for (let next = followers.get(after); next !== undefined; next = followers.get(after)) {
      followers.delete(after);
      items.push(next.entry);
      after = next.id;
    }
  };
  follow(null);
  for (const item of kept) {
    items.push(item);
    const id = idOf(item);
    if (id !== null) follow(id);
  }
  // Who is left follows an entry that is not there, or itself in a circle.
  for (const [after, { patch }] of followers) {
    const list = patch.path.slice(0, -String(patch.step).length);
    refuse('rules.patchMissing', patch, { path: `${list}${after}` });
  }
  return items;
}

function followersOf(added: readonly Fitting[], refuse: Refuse): Map<string | null, Follower> {
  const followers = new Map<string | null, Follower>();
  for (const patch of added) {
    const id = String(patch.step);
    const place = placeOf(patch.value);
    if (place === null) {
      refuse('rules.patchPlace', patch, { path: patch.path });
      continue;
    }
    const entry = entryOf(patch, id, place.entry, refuse);
    if (entry === null) continue;
    const other = followers.get(place.after);
    if (other === undefined) followers.set(place.after, { patch, entry, id });
    else refuse('rules.patchPlace', patch, { path: patch.path, other: other.patch.path });
  }
  return followers;
}

/** Where an added entry goes: behind an id, or (`null`) in front of all; and the entry without these words. */
function placeOf(
  value: Written | undefined,
): { readonly after: string | null; readonly entry: WrittenMapping } | null {
  if (value?.kind !== 'mapping') return null;
  const after = value.members.get('after');
  const first = value.members.get('first');
  const members = new Map([...value.members].filter(([key]) => key !== 'after' && key !== 'first'));
  const entry = { ...value, members };
  if (first === undefined && after?.kind === 'scalar') return { after: after.text, entry };
  return after === undefined && first?.kind === 'scalar' && first.text === 'true'
    ? { after: null, entry }
    : null;
}
