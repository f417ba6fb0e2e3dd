import type { NodeId } from '../plan/index.js';
import { type Exact, ZERO } from '../value/index.js';
import type { Ground } from './ground.js';
import { canBe } from './narrowing.js';
import type { Held } from './pairs/held.js';
import type { Because, Status, Witness } from './report.js';
import { behind, type Steps, search } from './search.js';
import type { View } from './view.js';

/** Pieces a node in the first, wide look; when what adds up is kept apart; and while a student is looked for. */
export const COARSE = 24;
export const FINE = 800;

/** Cases gone through for one property. */
export const MOST_STEPS = 300;

/** Something that must not be, for the pairs of students of some views. */
export interface Claim {
  readonly views: readonly View[];
  /** The same views with many pieces a node. */
  readonly fine: () => readonly View[];
  /** Steps of deciding that are looked at pair by pair. */
  readonly steps: readonly NodeId[];
  readonly broken: (view: View) => boolean;
  /** How far it can be broken, the least the furthest: where to look first. */
  readonly rank?: (view: View) => Exact;
  readonly roots: readonly NodeId[];
  /** The students of a view, if they show it; `null` where they do not. */
  readonly confirm: (view: View) => Witness | null;
}

export interface Verdict {
  readonly status: Status;
  readonly because?: Because;
  readonly witness?: Witness;
}

const PROVED: Verdict = { status: 'proved' };

/** Proves that it is nowhere broken, or finds students for whom it is. */
export function prove(ground: Ground, claim: Claim, most: number, steps: Steps): Verdict {
  const first = attempt(ground, claim, claim.views, most, steps);
  // Two students who were found and do not show it are there all the same: a closer look would not exclude them.
  if (first.status !== 'notProved' || first.because?.code !== 'check.tooManyCases') return first;
  const fine = claim.fine();
  steps.taken += fine.length;
  const left = fine.filter((view) => canBe(view, claim.steps, claim.broken, claim.roots));
  if (left.length === 0) return { status: 'proved', because: { code: 'check.bySums', values: {} } };
  return attempt(ground, claim, left, most, steps);
}

function attempt(ground: Ground, claim: Claim, views: readonly View[], most: number, steps: Steps): Verdict {
  let open: Verdict | null = null;
  for (const view of views) {
    const verdict = attemptOne(ground, claim, view, most, steps);
    if (verdict.status === 'refuted') return verdict;
    if (verdict.status === 'notProved') open ??= verdict;
  }
  return open ?? PROVED;
}

function attemptOne(
  ground: Ground,
  { broken, roots, rank = () => ZERO, steps: forks, confirm }: Claim,
  view: View,
  most: number,
  steps: Steps,
): Verdict {
  const question = (at: View) => (canBe(at, forks, broken, roots) ? { roots, rank: rank(at) } : null);
  const cells = ground.plan.inputs.flatMap(({ kind }, i) => (kind === 'cell' ? [i] : []));
  if (cells.length > 0 && question(view) !== null) {
    // Nobody whose outcome rests on a value that the file does not have can show anything.
    const told = cells.reduce((at, input) => at.with(input, NOWHERE), view);
    const shown = search(told, question, most, steps, confirm);
    if (shown.kind === 'here') return { status: 'refuted', witness: shown.what };
  }
  const refused: View[] = [];
  const found = search(view, question, most, steps, (at) => {
    const witness = refused.length > 0 ? null : confirm(at);
    if (witness !== null) return { witness };
    refused.push(at);
    // What cannot be shown cannot be excluded either: there is nothing more to look for.
    return { witness: null };
  });
  if (found.kind === 'nowhere') return PROVED;
  if (found.kind === 'gaveUp') return tooMany(ground, found.at, most);
  const { witness } = found.what;
  return witness === null ? notReplayed(ground, refused[0] ?? view, roots) : { status: 'refuted', witness };
}

const NOWHERE: Held = { kind: 'same', segments: [] };

/** A look-up that the file has no value for leaves a determination open, so that nothing can be shown. */
function notReplayed(ground: Ground, view: View, roots: readonly NodeId[]): Verdict {
  // One that was tried value by value is no longer open.
  const asked = new Set([...behind(view, roots), ...view.held.keys()]);
  const cell = ground.plan.inputs.find((input, i) => input.kind === 'cell' && asked.has(i));
  const because: Because =
    cell === undefined
      ? { code: 'check.witnessDidNotReplay', values: {} }
      : { code: 'check.restsOnUnknown', values: { cell: cell.id } };
  return { status: 'notProved', because };
}

function tooMany(ground: Ground, at: NodeId, most: number): Verdict {
  return {
    status: 'notProved',
    because: { code: 'check.tooManyCases', values: { node: nameOf(ground, at), most } },
  };
}

/** What a node is called: the nearest figure, part or tier above it, or its kind. */
function nameOf({ plan }: Ground, at: NodeId): string {
  for (let id = at; id < plan.nodes.length; id += 1) {
    const node = plan.nodes[id];
    if (node?.kind === 'figure' && (id === at || node.of === at)) return node.name;
  }
  const programme = plan.outputs.programmes.find((one) => one.entitled === at || one.amount === at);
  return programme?.id ?? plan.nodes[at]?.kind ?? '';
}
