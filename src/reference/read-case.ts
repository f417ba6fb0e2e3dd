import {
  type CheckedPart,
  type LinkedShape,
  type Meanings,
  type Meant,
  meaningOf,
  partsOf,
  type Reading,
  type RuleSet,
} from '../rules/index.js';
import { fromExact, type Quotient } from '../value/index.js';
import type { Assignment, Moment } from './assignment.js';
import { type Case, OUTSIDE, type Place } from './case.js';
import { belongs } from './category.js';
import { firstOf } from './domain.js';
import { meaningOfExpression } from './expression.js';
import { factValue } from './fact.js';
import { figureValue, placeOf } from './figure.js';
import { fromKnown } from './meant.js';
import { NotKnown } from './not-known.js';
import { pointsOf } from './part.js';
import { scoreOf } from './score.js';
import { holdsOption } from './several.js';
import { type Standing, scoreTierOf, standingOf, tierOf } from './tier.js';

/** A case, to be read; every name is worked out when it is first asked for. */
export interface ReadCase extends Case {
  standing(): Standing;
}

/**
 * Reads a complete case; or, with `as` `known`, a case of which not everything is known: whatever comes to something
 * that is not raises {@link NotKnown}.
 */
export function readCase(
  rules: RuleSet,
  known: Assignment,
  moment: Moment,
  as: 'complete' | 'known' = 'complete',
): ReadCase {
  const memo = new Map<string, unknown>();
  const once = <T>(key: string, compute: () => T): T => {
    if (!memo.has(key)) memo.set(key, compute());
    return memo.get(key) as T;
  };
  const reached = new Map<string, LinkedShape>();
  const parts = new Map(partsOf(rules.score).map((part) => [part.path, part]));

  const at: ReadCase = {
    rules,
    known,
    moment,
    reached,
    expression: (e, place = OUTSIDE) => meaningOfExpression(e, at, place),
    value: (value, place = OUTSIDE) => meaningOf(value, meaningsAt(at, place)),
    part: (part) => once(`part ${part.path}`, () => pointsOf(at, part)),
    read: (of, place = OUTSIDE) => {
      if (of.kind !== 'figure') return once(keyOf(of), () => readName(of));
      const here = placeOf(at, of.id, place, OUTSIDE);
      return once(`figure ${of.id}${here.suffix}`, () => figureValue(at, of.id, here));
    },
    unsaid: () => {
      if (as === 'known') throw new NotKnown();
      return undefined;
    },
    cell: (site, shape) => {
      const said = known.cells.get(site);
      if (said !== undefined) return fromKnown(said);
      at.unsaid();
      reached.set(site, shape);
      return fromKnown(firstOf(shape));
    },
    standing: () => once('standing', () => standingOf(at)),
  };

  const readName = (of: Exclude<Reading, { readonly kind: 'figure' }>): Meant => {
    switch (of.kind) {
      case 'fact':
        return factValue(at, of.id);
      case 'category':
        return belongs(at, of.id);
      case 'part':
        return at.part(parts.get(of.path) as CheckedPart);
      case 'score':
        return scoreOf(at);
      case 'score_tier':
        return scoreTierOf(at);
      case 'tier':
        return tierOf(at, at.standing);
      case 'as_of':
        return moment.asOf;
      case 'period_start':
        return moment.periodStart ?? undefined;
    }
  };
  return at;
}

const keyOf = (of: Reading): string => {
  if ('id' in of) return `${of.kind} ${of.id}`;
  return 'path' in of ? `points ${of.path}` : of.kind;
};

/** What the constructs ask of a case. */
function meaningsAt(at: Case, place: Place): Meanings {
  return {
    asOf: at.moment.asOf,
    dates: at.rules.dates,
    expression: (e) => at.expression(e, place),
    value: (value) => at.value(value, place),
    part: (part) => at.part(part),
    category: (id) => at.read({ kind: 'category', id }) === true,
    has: (fact, option) => holdsOption(at, fact, option),
    discretion: (part): Quotient | undefined => {
      const points = at.known.points.get(part);
      if (points !== undefined) return fromExact(points);
      const { value } = partsOf(at.rules.score).find(({ path }) => path === part) as CheckedPart;
      return value.kind === 'discretion' && value.undecided === '0' ? undefined : at.unsaid();
    },
  };
}
