import type { Award, Determination } from '../determine/index.js';
import { exact, formatExact, multiply, parseExact } from '../value/index.js';
import type { Expected } from './case-file.js';

/** How a path is compared: one text, a number by its value, a list in its order, or a list as a set. */
export type Comparing = 'text' | 'number' | 'list' | 'set';

interface Path {
  readonly comparing: Comparing;
  /** What a determination shows there. */
  show(determination: Determination): Expected;
}

const ABSENT = '-';
const HUNDREDTH = exact(1n, 100n);

/** Whole paths, in the order in which a report names them. */
const PATHS: Readonly<Record<string, Path>> = {
  outcome: { comparing: 'text', show: (d) => d.outcome },
  tier: { comparing: 'text', show: (d) => d.recommended?.tier ?? ABSENT },
  decided: { comparing: 'text', show: (d) => d.decided?.tier ?? ABSENT },
  score: { comparing: 'number', show: (d) => d.recommended?.score ?? ABSENT },
  score_tier: { comparing: 'text', show: (d) => d.recommended?.scoreTier ?? ABSENT },
  tiers: { comparing: 'list', show: (d) => d.open?.tiers ?? [] },
  because: { comparing: 'set', show: (d) => d.open?.because ?? [] },
  questions: { comparing: 'list', show: (d) => (d.open?.questions ?? []).map((one) => one.id) },
  wide: { comparing: 'text', show: (d) => String(d.open?.wide ?? false) },
  reasons: { comparing: 'set', show: (d) => d.reasons.map((one) => one.code) },
  scope: { comparing: 'text', show: (d) => d.scope?.predicate ?? ABSENT },
  granted: {
    comparing: 'set',
    show: (d) => d.awards.filter((one) => one.state === 'granted').map((one) => one.programme),
  },
  could_raise: { comparing: 'set', show: (d) => d.couldRaise },
  issues: { comparing: 'set', show: (d) => d.issues.map((one) => one.code) },
};

const AWARD: Readonly<Record<string, (award: Award) => string>> = {
  state: (award) => award.state,
  amount: (award) =>
    award.state !== 'granted' ? award.state : award.amount ? major(award.amount.minor) : 'unstated',
  least: (award) => (award.between === undefined ? ABSENT : major(award.between.least)),
  most: (award) => (award.between === undefined ? ABSENT : major(award.between.most)),
};

/** Minor units as the decimal a rule file would write: `62500` is `625`. */
function major(minor: string): string {
  return formatExact(multiply(exact(BigInt(minor)), HUNDREDTH));
}

/** Names by which a misspelt path can be guessed. */
export const KNOWN_PATHS = Object.keys(PATHS);
export const AWARD_MEMBERS = Object.keys(AWARD);

/** The path as a list of what it names, or `null` where no determination has such a place. */
export function parsePath(
  path: string,
):
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'award'; readonly programme: string; readonly member: string }
  | null {
  if (Object.hasOwn(PATHS, path)) return { kind: 'whole' };
  const [head, ...rest] = path.split('.');
  if (head === 'score' && rest.length > 0) return { kind: 'part', part: rest.join('.') };
  const [programme, member] = rest;
  if (head !== 'awards' || rest.length !== 2 || !Object.hasOwn(AWARD, member as string)) return null;
  return { kind: 'award', programme: programme as string, member: member as string };
}

/** What a determination shows under a path; `-` where there is nothing. */
export function shown(determination: Determination, path: string): Expected {
  const parsed = parsePath(path);
  if (parsed === null) return ABSENT;
  if (parsed.kind === 'whole') return (PATHS[path] as Path).show(determination);
  if (parsed.kind === 'part')
    return determination.trace.find((one) => one.part === parsed.part)?.points ?? ABSENT;
  const award = determination.awards.find((one) => one.programme === parsed.programme);
  return award === undefined ? ABSENT : (AWARD[parsed.member] as (award: Award) => string)(award);
}

/** How the values of a path are compared. */
export function comparingOf(path: string): Comparing {
  const parsed = parsePath(path);
  if (parsed?.kind === 'whole') return (PATHS[path] as Path).comparing;
  return parsed?.kind === 'award' && parsed.member === 'state' ? 'text' : 'number';
}

/** Both sides in the one form in which they are compared, exactly, and printed. */
export function comparable(value: Expected, comparing: Comparing): string {
  if (comparing === 'list' || comparing === 'set') {
    const list = typeof value === 'string' ? [value] : [...value];
    if (comparing === 'set') list.sort();
    return `[${list.join(', ')}]`;
  }
  if (typeof value !== 'string') return `[${value.join(', ')}]`;
  if (comparing === 'text') return value;
  const number = parseExact(value.replaceAll('_', ''));
  return number === null ? value : formatExact(number);
}
