import {
  exactly,
  FALSE,
  hasValue,
  isCode,
  isFlag,
  NO_CODE,
  NO_FLAG,
  NO_NUMBER,
  type Possible,
  settled,
  TRUE,
} from '../../plan/index.js';
import { type Look, type Narrowed, possibleOf, type Where } from './look.js';
import type { Told } from './opens.js';
import type { TermId, Terms } from './terms.js';

/** Students parted into several, who are all of them together. */
export type Split = readonly Where[];

export interface Asked {
  readonly terms: Terms;
  readonly left: Look;
  readonly right: Look;
  readonly where: Where;
  readonly told: Told;
  /** Whether a value between may be assumed, whatever it rests on; else only inputs are narrowed. */
  readonly between: boolean;
}

/**
 * How to part the students so that two terms may become one: by what stands nearest to where they differ. `null`: nothing
 * is left to part them by.
 */
export function splitFor(asked: Asked, left: TermId, right: TermId): Split | null {
  for (const term of near(asked.terms, left, right)) {
    const split = splitBy(asked, term);
    if (split !== null) return split;
  }
  return null;
}

/** Terms in the order in which they stand near to a difference of two terms: inside out, what both have in common first. */
function near(terms: Terms, left: TermId, right: TermId): readonly TermId[] {
  const found = new Set<TermId>();
  const seen = new Set<string>();
  const walk = (x: TermId, y: TermId): void => {
    const pair = `${x} ${y}`;
    if (x === y || seen.has(pair)) return;
    seen.add(pair);
    const [a, b] = [terms.get(x).of, terms.get(y).of];
    const [mine, other] = [a.filter((id) => !b.includes(id)), b.filter((id) => !a.includes(id))];
    if (mine.length === other.length) for (const [i, id] of mine.entries()) walk(id, other[i] as TermId);
    for (const id of a) if (b.includes(id)) found.add(id);
    for (const id of [...mine, ...other]) found.add(id);
  };
  walk(left, right);
  return [...found];
}

/** Parts by a term, or by what it rests on where that says more or it has too many values. */
function splitBy(asked: Asked, term: TermId): Split | null {
  const { terms, where, told } = asked;
  const visited = new Set<TermId>();
  const visit = (id: TermId): Split | null => {
    if (visited.has(id)) return null;
    visited.add(id);
    const { input, of } = terms.get(id);
    if (input !== undefined) return byInput(where, input, told[input]);
    const behind = inputsOf(terms, id);
    if (asked.between && behind.size > 1) {
      const values = valuesOf(asked.left.possible.get(id) ?? asked.right.possible.get(id));
      if (values !== null)
        return values.map((value) => ({ ...where, assumed: new Map(where.assumed).set(id, value) }));
    }
    for (const inner of of) {
      const split = visit(inner);
      if (split !== null) return split;
    }
    return null;
  };
  return visit(term);
}

function inputsOf(terms: Terms, id: TermId): ReadonlySet<number> {
  const found = new Set<number>();
  const visited = new Set<TermId>();
  const stack = [id];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (visited.has(at)) continue;
    visited.add(at);
    const { input, of } = terms.get(at);
    if (input !== undefined) found.add(input);
    stack.push(...of);
  }
  return found;
}

/** All that a term can come to, one by one; `null` where that is settled, or too many. */
function valuesOf(p: Possible | undefined): readonly Possible[] | null {
  if (p === undefined || settled(p)) return null;
  const none = isFlag(p) ? NO_FLAG : isCode(p) ? NO_CODE : NO_NUMBER;
  const besides = [
    ...(p.none ? [none] : []),
    ...(p.missing ? [{ ...none, none: false, missing: true }] : []),
  ];
  if (isFlag(p)) return [...(p.yes ? [TRUE] : []), ...(p.no ? [FALSE] : []), ...besides];
  if (isCode(p)) return [...p.codes.map((code) => ({ ...NO_CODE, none: false, codes: [code] })), ...besides];
  if (!hasValue(p)) return besides;
  return p.among === undefined ? null : [...p.among.map(exactly), ...besides];
}

/** An input parted: into all that it can be, or at a cut in the middle of those inside. */
function byInput({ inputs, assumed }: Where, input: number, open: Told[number]): Split | null {
  if (open === undefined || !('domain' in open)) return null;
  const now = inputs.get(input);
  if (now === 'missing' || settled(possibleOf(open, now))) return null;
  const { low, high } = now ?? { low: 0n, high: open.domain.last };
  const narrowed = (to: Narrowed): Where => ({ inputs: new Map(inputs).set(input, to), assumed });
  const missing = now === undefined && open.mayBeMissing ? [narrowed('missing')] : [];
  if (open.domain.finite) {
    const each: Where[] = [];
    for (let at = low; at <= high; at += 1n) each.push(narrowed({ low: at, high: at }));
    return [...each, ...missing];
  }
  const inside = open.cuts.filter((cut) => cut > low && cut <= high);
  const cut = inside[inside.length >> 1];
  if (cut === undefined) return missing.length === 0 ? null : [narrowed({ low, high }), ...missing];
  return [narrowed({ low, high: cut - 1n }), narrowed({ low: cut, high }), ...missing];
}
