import { type Expression, FLAG, type Narrowing, type Wanted } from '../formula/index.js';
import type { Path } from '../text/index.js';
import type { ValueChecker } from './contract.js';
import { telling } from './telling.js';

/** A formula of a construct, where it stands, and what guards before it have settled. */
export interface Said {
  readonly text: string;
  readonly path: Path;
  readonly given?: Narrowing;
}

/** Only a figure may be none, and passes it on: points and amounts may not, and nothing else is a construct. */
const noneAllowed = (path: Path): boolean => path[0] === 'figures';

/** The expression, or `null` with `rules.maybeNone` where it could be none. */
export function sure(e: Expression | null, said: Said, checker: ValueChecker): Expression | null {
  if (e?.maybeNone !== true) return e;
  return checker.refuse('rules.maybeNone', said.path, { formula: said.text });
}

/** A condition: a flag that is never none. */
export function condition(said: Said, checker: ValueChecker): Expression | null {
  return sure(checker.formula(said.text, said.path, FLAG, said.given), said, checker);
}

/** What a construct looks at: a value of the wanted type that is never none. */
export function lookedAt(said: Said, wanted: Wanted, checker: ValueChecker): Expression | null {
  return sure(checker.formula(said.text, said.path, wanted, said.given), said, checker);
}

/**
 * The values that a construct can give, all of one type: where the place leaves it open, the first that has a type of
 * its own tells it to bare numbers and `none`. Every mistake is reported, not only the first. Issues: those of
 * formulas, and `rules.maybeNone` where the value is not that of a figure.
 */
export function settled(
  all: readonly Said[],
  wanted: Wanted,
  checker: ValueChecker,
): readonly Expression[] | null {
  const check = (said: Said, type: Wanted): Expression | null => {
    const e = checker.formula(said.text, said.path, type, said.given);
    return noneAllowed(said.path) ? e : sure(e, said, checker);
  };
  const open = wanted.kind === 'any' || wanted.kind === 'anyNumber';
  const first = open ? telling(all.map((said) => said.text)) : -1;
  const teller = all[first];
  const told = teller === undefined ? null : check(teller, wanted);
  if (teller !== undefined && told === null) return null;
  const type = told === null ? wanted : told.type;
  const values = all.map((said, i) => (i === first ? told : check(said, type)));
  const known = values.filter((e) => e !== null);
  return known.length < values.length ? null : known;
}

/** A value that counts where its condition holds, as a rule file says it. */
export interface GuardedText {
  readonly when: string;
  readonly is: string;
}

/** The same, settled. */
export interface Guarded {
  readonly when: Expression;
  readonly is: Expression;
}

/**
 * Values behind conditions, each read with what its own condition has settled; all of one type. Every mistake is
 * reported. Issues: those of conditions and values.
 */
export function guarded(
  cases: readonly GuardedText[],
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): readonly Guarded[] | null {
  const conditions: Expression[] = [];
  const said: Said[] = [];
  for (const [i, one] of cases.entries()) {
    const at = [...path, i];
    const when = condition({ text: one.when, path: [...at, 'when'] }, checker);
    if (when === null) continue;
    conditions.push(when);
    said.push({ text: one.is, path: [...at, 'is'], given: checker.narrowed(when, true) });
  }
  const values = settled(said, wanted, checker);
  if (values === null || conditions.length < cases.length) return null;
  return conditions.map((when, i) => ({ when, is: values[i] as Expression }));
}

/** Refuses a list with nothing in it; the schema does so too, but a canonical document may come from anywhere. */
export function nothingIn(list: readonly unknown[], key: string, path: Path, checker: ValueChecker): boolean {
  if (list.length > 0) return false;
  checker.refuse('rules.count', [...path, key], { found: key, least: '1' });
  return true;
}
