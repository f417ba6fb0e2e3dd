import { nearest } from '../names.js';
import type { Path } from '../text/index.js';
import { idOf, stepInto, type Written } from './written.js';

/**
 * Paths of patches: those of the written file with `parts` left out, entries of lists by their `id`, cuts and dates
 * as written. What lies below a place depends on what the place is.
 */
type Ground = 'file' | 'tiers' | 'section' | 'parts' | 'plain';

/** What a section of the score says itself; everything else below it is one of its parts. */
const OF_A_SECTION = new Set([
  'title',
  'source',
  'parts',
  'take',
  'when',
  'at_least',
  'at_most',
  'weight',
  'round',
  'evidence',
  'routes',
]);

interface Below {
  readonly steps: Path;
  readonly written: Written;
  readonly ground: Ground;
}

/** Everything that one segment can name below a place. */
function below(written: Written, ground: Ground): ReadonlyMap<string, Below> {
  const found = new Map<string, Below>();
  if (written.kind === 'scalar') return found;
  if (written.kind === 'list') {
    written.items.forEach((item, i) => {
      const id = idOf(item);
      if (id !== null) found.set(id, { steps: [i], written: item, ground: 'plain' });
    });
    return found;
  }
  const hidden = ground === 'section' ? 'parts' : ground === 'tiers' ? 'list' : null;
  const inner = hidden === null ? undefined : written.members.get(hidden);
  if (hidden !== null && inner !== undefined) {
    for (const [name, one] of below(inner, ground === 'section' ? 'parts' : 'plain'))
      if (ground !== 'section' || !OF_A_SECTION.has(name))
        found.set(name, { ...one, steps: [hidden, ...one.steps] });
  }
  for (const [key, member] of written.members)
    found.set(key, { steps: [key], written: member, ground: groundOf(ground, key) });
  return found;
}

function groundOf(ground: Ground, key: string): Ground {
  if (ground === 'file') return key === 'score' ? 'section' : key === 'tiers' ? 'tiers' : 'plain';
  if (ground === 'section' && key === 'parts') return 'parts';
  return ground === 'parts' ? 'section' : 'plain';
}

/** A place that a path leads to, with the rest of the path where it ends early. */
interface Walk {
  readonly steps: Path;
  readonly written: Written;
  readonly ground: Ground;
  readonly rest: readonly string[];
}

/** As far as a path leads. A key may hold a dot, so the longest name that is there wins. */
function walk(from: Walk): Walk {
  const names = below(from.written, from.ground);
  let farthest = from;
  for (let taken = from.rest.length; taken > 0; taken -= 1) {
    const next = names.get(from.rest.slice(0, taken).join('.'));
    if (next === undefined) continue;
    const end = walk({ ...next, steps: [...from.steps, ...next.steps], rest: from.rest.slice(taken) });
    if (end.rest.length === 0) return end;
    if (end.rest.length < farthest.rest.length) farthest = end;
  }
  return farthest;
}

const along = (root: Written, rest: readonly string[]): Walk =>
  walk({ steps: [], written: root, ground: 'file', rest });

/** The steps to what a path names, or `null` where there is none. */
export function find(root: Written, path: string): Path | null {
  const end = along(root, path.split('.'));
  return end.rest.length === 0 ? end.steps : null;
}

/** The place that a new member goes to, and its key there. */
export interface Slot {
  readonly steps: Path;
  readonly key: string;
}

const CUT = /^-?[0-9][0-9_]*\.[0-9]+%?$/;

/** Where a path that names nothing yet would put its value, or `null` where the place above it is not there. */
export function slotFor(root: Written, path: string): Slot | null {
  const segments = path.split('.');
  for (const taken of [1, 2]) {
    const key = segments.slice(-taken).join('.');
    if (segments.length < taken || (taken > 1 && !CUT.test(key))) continue;
    const end = along(root, segments.slice(0, -taken));
    if (end.rest.length > 0 || end.written.kind === 'scalar') continue;
    return { steps: [...end.steps, ...holderOf(end, key)], key };
  }
  return null;
}

/** The mapping or list below a place that its parts, or its tiers, stand in. */
function holderOf({ written, ground }: Walk, key: string): Path {
  if (ground === 'section' && !OF_A_SECTION.has(key) && stepInto(written, 'parts') !== null) return ['parts'];
  return ground === 'tiers' && stepInto(written, 'list') !== null && key !== 'of' ? ['list'] : [];
}

/** What was most likely meant by a path that names nothing, or `null`. */
export function nearestPath(root: Written, path: string): string | null {
  const segments = path.split('.');
  const end = along(root, segments);
  const before = segments.slice(0, segments.length - end.rest.length);
  // A short form holds its value itself.
  if (end.written.kind === 'scalar') return before.join('.');
  const [wrong = '', ...after] = end.rest;
  const near = nearest(wrong, [...below(end.written, end.ground).keys()]);
  const alike = near === null ? endingIn(root, wrong) : [[...before, near].join('.')];
  if (alike.length !== 1) return null;
  const whole = [...alike, ...after].join('.');
  return find(root, whole) === null ? (alike[0] as string) : whole;
}

/** Every path whose last segment is a name. */
function endingIn(root: Written, name: string): string[] {
  const found: string[] = [];
  const visit = (written: Written, ground: Ground, path: readonly string[]): void => {
    for (const [key, one] of below(written, ground)) {
      if (key === 'parts' && ground === 'section') continue;
      if (key === name) found.push([...path, key].join('.'));
      visit(one.written, one.ground, [...path, key]);
    }
  };
  visit(root, 'file', []);
  return found;
}
