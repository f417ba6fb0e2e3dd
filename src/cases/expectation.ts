import type { Award, Determination, OpenOutput } from '../determine/index.js';
import { canonicalNumber } from '../rules/index.js';
import { exact, formatExact, multiply } from '../value/index.js';
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
  outputs: { comparing: 'set', show: (d) => (d.open?.outputs ?? []).map((one) => one.figure) },
  wide: { comparing: 'text', show: (d) => String(d.open?.wide ?? false) },
  categories: {
    comparing: 'set',
    show: (d) => d.categories.filter((one) => one.holds === true).map((one) => one.category),
  },
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

/** Of an output that is not settled. */
const OUTPUT: Readonly<Record<string, (output: OpenOutput) => Expected>> = {
  least: (output) => output.between?.least ?? ABSENT,
  most: (output) => output.between?.most ?? ABSENT,
  among: (output) => (output.among ?? []).map(String),
};

/** Minor units as the decimal a rule file would write: `62500` is `625`. */
function major(minor: string): string {
  return formatExact(multiply(exact(BigInt(minor)), HUNDREDTH));
}

/** Names by which a misspelt path can be guessed. */
export const KNOWN_PATHS = Object.keys(PATHS);
export const AWARD_MEMBERS = Object.keys(AWARD);

/** A path as what it names. A figure is named by its id, or as `figures.x` where another path has its name. */
export type ParsedPath =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'award'; readonly programme: string; readonly member: string }
  | { readonly kind: 'output'; readonly figure: string; readonly member: string }
  | { readonly kind: 'figure'; readonly figure: string };

const ID = /^[a-z][a-z0-9_]{0,47}$/;

/** The path as what it names, or `null` where no determination has such a place. Whether the names exist is not asked. */
export function parsePath(path: string): ParsedPath | null {
  if (Object.hasOwn(PATHS, path)) return { kind: 'whole' };
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return ID.test(path) ? { kind: 'figure', figure: path } : null;
  if (head === 'score') return { kind: 'part', part: rest.join('.') };
  const [name = '', member = ''] = rest;
  if (head === 'figures') return rest.length === 1 ? { kind: 'figure', figure: name } : null;
  if (rest.length !== 2) return null;
  if (head === 'awards')
    return Object.hasOwn(AWARD, member) ? { kind: 'award', programme: name, member } : null;
  if (head === 'outputs')
    return Object.hasOwn(OUTPUT, member) ? { kind: 'output', figure: name, member } : null;
  return null;
}

/** What a determination shows under a path; `-` where there is nothing. */
export function shown(determination: Determination, path: string): Expected {
  const parsed = parsePath(path);
  switch (parsed?.kind) {
    case 'whole':
      return (PATHS[path] as Path).show(determination);
    case 'part':
      return determination.trace.find((one) => one.part === parsed.part)?.points ?? ABSENT;
    case 'award': {
      const award = determination.awards.find((one) => one.programme === parsed.programme);
      return award === undefined ? ABSENT : (AWARD[parsed.member] as (award: Award) => string)(award);
    }
    case 'output': {
      const output = determination.open?.outputs?.find((one) => one.figure === parsed.figure);
      const show = OUTPUT[parsed.member] as (output: OpenOutput) => Expected;
      return output === undefined ? ABSENT : show(output);
    }
    case 'figure': {
      const traced = determination.figures.find((one) => one.figure === parsed.figure);
      return traced === undefined ? ABSENT : String(traced.value);
    }
    default:
      return ABSENT;
  }
}

/** How the values of a path are compared. `isNumber`: whether a figure is one. */
export function comparingOf(path: string, isNumber: (figure: string) => boolean): Comparing {
  const parsed = parsePath(path);
  if (parsed?.kind === 'whole') return (PATHS[path] as Path).comparing;
  if (parsed?.kind === 'figure') return isNumber(parsed.figure) ? 'number' : 'text';
  if (parsed?.kind === 'output')
    return parsed.member === 'among' ? 'list' : isNumber(parsed.figure) ? 'number' : 'text';
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
  return canonicalNumber(value);
}
