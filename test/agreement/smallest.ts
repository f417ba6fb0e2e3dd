import type { Student } from '../../src/roster/index.js';
import type { Ground } from './arbitrary/case.js';
import { type DraftFile, Plain, writeDraft } from './arbitrary/draft.js';
import { groundOfText, type Scheme, type Verdict } from './pairs.js';

/** A rule file and a student on which something fails. */
export interface Failing {
  readonly draft: DraftFile;
  readonly student: Student;
}

type Tree = unknown;

/**
 * Takes away from rule file and student whatever can go while it still fails: members, entries, and parts of
 * formulas. What is left is what a person looks at.
 */
export function smallest(
  start: Failing,
  fails: (ground: Ground, student: Student) => boolean,
  most = 4_000,
): Failing {
  let best = start;
  let left = most;
  const holds = (candidate: Failing): boolean => {
    left -= 1;
    try {
      const ground = groundOfText(writeDraft(candidate.draft));
      return ground !== null && fails(ground, candidate.student);
    } catch {
      return false;
    }
  };
  for (let shrunk = true; shrunk && left > 0; ) {
    shrunk = false;
    for (const key of ['draft', 'student'] as const) {
      // After a success the same place is tried again, now that there is less of it.
      for (let at = 0; left > 0; ) {
        const next = nth(best[key], at);
        if (next === null) break;
        const candidate = { ...best, [key]: next.tree } as Failing;
        if (holds(candidate)) [best, shrunk] = [candidate, true];
        else at += 1;
      }
    }
  }
  return best;
}

/** The `at`-th smaller tree, or `null` where there are no more. */
function nth(tree: Tree, at: number): { readonly tree: Tree } | null {
  let i = 0;
  for (const smaller of smallerThan(tree)) {
    if (i === at) return { tree: smaller };
    i += 1;
  }
  return null;
}

function* smallerThan(tree: Tree): Generator<Tree> {
  if (tree instanceof Plain) return;
  if (typeof tree === 'string') {
    yield* shorterFormulas(tree);
  } else if (Array.isArray(tree)) {
    for (let i = 0; i < tree.length; i += 1) yield tree.filter((_, j) => j !== i);
    for (let i = 0; i < tree.length; i += 1)
      for (const inner of smallerThan(tree[i])) yield tree.map((one, j) => (j === i ? inner : one));
  } else if (typeof tree === 'object' && tree !== null) {
    const entries = Object.entries(tree);
    for (const [key] of entries) yield Object.fromEntries(entries.filter(([other]) => other !== key));
    for (const [key, value] of entries)
      for (const inner of smallerThan(value))
        yield Object.fromEntries(entries.map(([k, v]) => [k, k === key ? inner : v]));
  }
}

/** A formula in brackets gives way to what is in any of its brackets, or to a constant. */
function* shorterFormulas(text: string): Generator<string> {
  if (!/[ (]/.test(text)) return;
  for (const constant of ['true', 'false', '0', '1']) yield constant;
  const spans = bracketed(text);
  for (const [from, to] of spans) {
    yield text.slice(from + 1, to);
    for (const constant of ['true', 'false', '1', '2'])
      yield text.slice(0, from) + constant + text.slice(to + 1);
  }
}

function bracketed(text: string): readonly (readonly [number, number])[] {
  const open: number[] = [];
  const spans: [number, number][] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') open.push(i);
    if (text[i] === ')') spans.push([open.pop() ?? 0, i]);
  }
  return spans;
}

/** What a person needs to see of a pair on which the two meanings differ: the smallest such pair, and both answers. */
export function report(
  scheme: Scheme,
  student: Student,
  judge: (ground: Ground, student: Student) => Verdict,
): string {
  const start = { draft: scheme.draft, student };
  const least = smallest(start, (ground, one) => judge(ground, one).kind === 'differs');
  const { scheme: _, edition, title, standing, status, effective, published, ...blocks } = least.draft;
  const ground = groundOfText(writeDraft(least.draft));
  const verdict = ground === null ? null : judge(ground, least.student);
  const sides =
    verdict?.kind === 'differs' ? `plan\n${verdict.plan}\n--- reference\n${verdict.reference}` : '';
  return [
    `the two meanings differ (${String(edition)})`,
    `--- rule file\n${writeDraft(blocks)}--- student\n${JSON.stringify(least.student)}`,
    `--- ${sides}`,
  ].join('\n');
}
