import * as fc from 'fast-check';
import { determine } from '../../determine/index.js';
import { factInWords, Titles } from '../../explain/index.js';
import type { FactInput } from '../../roster/index.js';
import type { LinkedFact } from '../../rules/index.js';
import { compare, parseExact } from '../../value/index.js';
import { fact as factArbitrary } from '../arbitraries.js';
import { type Draft, studentOf } from '../draft.js';
import type { Ground } from '../ground.js';
import type { Breach, Property } from '../property.js';
import { atLeastAs, worthOf } from '../worth.js';

/** `null` where the changed student is worth at least as much. */
export function notWorse(ground: Ground, before: Draft, after: Draft, by: Breach['by']): Breach | null {
  const [student, changed] = [studentOf(ground, before), studentOf(ground, after)];
  const [less, more] = [student, changed].map((one) => worthOf(ground, determine(ground.plan, one)));
  return less !== undefined && more !== undefined && atLeastAs(less, more) ? null : { student, changed, by };
}

type Said = (titles: Titles) => string;
export const inBoth = (ground: Ground, zh: Said, en: Said): Breach['by'] => ({
  zh: zh(new Titles(ground.rules, 'zh')),
  en: en(new Titles(ground.rules, 'en')),
});

/** Which of two values of a fact means more hardship, by the direction that the fact declares. */
function order(fact: LinkedFact, value: FactInput): bigint | null {
  const { worse } = fact.document;
  if (typeof worse !== 'string') {
    const at = worse.indexOf(String(value));
    return at < 0 ? null : BigInt(at);
  }
  if (worse === 'if_true' || worse === 'if_false') {
    if (typeof value !== 'boolean') return null;
    return value === (worse === 'if_true') ? 1n : 0n;
  }
  return null;
}

/** The two values from the easier to the harder; `null` where the direction does not order them. */
function ranked(fact: LinkedFact, a: FactInput, b: FactInput): readonly [FactInput, FactInput] | null {
  const { worse } = fact.document;
  if (typeof a === 'string' && typeof b === 'string' && a !== 'none' && b !== 'none') {
    const up = worse === 'higher' || worse === 'later';
    if (up || worse === 'lower' || worse === 'earlier') {
      const side =
        fact.type.kind === 'date' ? (a < b ? -1 : 1) : compare(parseExact(a) ?? ZERO, parseExact(b) ?? ZERO);
      return side < 0 === up ? [a, b] : [b, a];
    }
  }
  const [x, y] = [order(fact, a), order(fact, b)];
  return x === null || y === null ? null : x <= y ? [a, b] : [b, a];
}

/** Only flags, numbers, dates and options have an order. */
const harderValue = (value: FactInput): boolean | string =>
  typeof value === 'boolean' ? value : String(value);

const ZERO = { n: 0n, d: 1n };

/** Facts whose hardship is declared, and has an order. */
const directed = ({ rules }: Ground): readonly LinkedFact[] =>
  rules.facts.filter(
    ({ id, document, type }) =>
      document.worse !== 'none' &&
      type.kind !== 'people' &&
      type.kind !== 'several' &&
      rules.outcomeReads.has(id),
  );

export const harderNeverLess: Property<readonly [string, FactInput]> = {
  id: 'P9',
  title: {
    zh: '情况更困难，档次和金额都不会变低',
    en: 'More hardship never means a lower tier or less money',
  },
  change: (ground) => {
    const facts = directed(ground);
    return facts.length === 0
      ? null
      : fc.oneof(...facts.map((one) => fc.tuple(fc.constant(one.id), factArbitrary(ground, one))));
  },
  breach: (ground, { draft, change: [id, other] }) => {
    const fact = ground.rules.facts.find((one) => one.id === id) as LinkedFact;
    const pair = ranked(fact, draft.facts[id], other);
    if (pair === null) return null;
    const [easier, harder] = pair.map(
      (value): Draft => ({ ...draft, facts: { ...draft.facts, [id]: value } }),
    );
    const value = factInWords(id, harderValue(pair[1]), ground.rules, new Titles(ground.rules, 'zh'));
    const inEnglish = factInWords(id, harderValue(pair[1]), ground.rules, new Titles(ground.rules, 'en'));
    const by = inBoth(
      ground,
      (t) => `“${t.fact(id)}”更困难（${value}）`,
      (t) => `“${t.fact(id)}” is harder (${inEnglish})`,
    );
    return notWorse(ground, easier as Draft, harder as Draft, by);
  },
};
