import type { Json } from '../../../value/index.js';
import type { RuleDocument } from '../../document.js';
import type { ChangeBlock } from './change.js';
import { readBy } from './read-by.js';

/** Tells what a change is about, from the steps to it and from what reads it on either side. */
export type BlockOf = (steps: readonly string[], inside: Json) => ChangeBlock;

const BY_HEAD: Readonly<Record<string, ChangeBlock>> = {
  tiers: 'tiers',
  tier_of: 'tiers',
  vetoes: 'floors',
  scope: 'scope',
  programmes: 'amounts',
  score: 'score',
  routes: 'score',
  categories: 'categories',
  lists: 'categories',
  facts: 'facts',
  choices: 'facts',
  evidence: 'facts',
  figures: 'calculation',
  parameters: 'calculation',
  tables: 'calculation',
  schedules: 'calculation',
  outputs: 'calculation',
};

const LIFTS = ['floor', 'bypass'];
const holdsFloor = (json: Json): boolean =>
  json !== null && typeof json === 'object' && LIFTS.some((key) => Object.hasOwn(json, key));

/** A number of a table is an amount where an amount reads it, and points where the score does. */
export function blocksOf(...documents: readonly RuleDocument[]): BlockOf {
  const namesIn = (of: (document: RuleDocument) => unknown): ReadonlySet<string> =>
    new Set(documents.flatMap((document) => [...readBy(document, (of(document) ?? null) as Json)]));
  const ofAmounts = namesIn(({ programmes }) => programmes);
  const ofScore = namesIn(({ score, routes }) => [score ?? null, routes]);
  return (steps, inside) => {
    const [head = '', name = '', member] = steps;
    if (head === 'categories' && (member === undefined ? holdsFloor(inside) : LIFTS.includes(member)))
      return 'floors';
    const block = BY_HEAD[head] ?? 'header';
    if (block !== 'calculation') return block;
    return ofAmounts.has(name) ? 'amounts' : ofScore.has(name) ? 'score' : block;
  };
}
