import type { Comparison, Expression, Handle, RuleSet } from '../rules/index.js';
import { ONE, ZERO } from '../value/index.js';
import type { CoreBuilder } from './build.js';
import { byId } from './by-id.js';
import { lowerLookup, lowerMarginal, lowerParameter } from './lower-lookup.js';
import { lowerOver, lowerPick } from './lower-people.js';

/** A checked formula in nodes of the core, from where the builder looks. */
export function lowerExpression(build: CoreBuilder, e: Expression): Handle {
  const lower = (inner: Expression): Handle => lowerExpression(build, inner);
  switch (e.kind) {
    case 'number':
      return build.constant(e.value);
    case 'flag':
      return build.truth(e.value);
    case 'option':
      return build.code(e.index);
    case 'none':
      return build.none();
    case 'read':
      return guarded(build, e, build.read(e.of));
    case 'attribute':
      return guarded(build, e, build.attribute(e.people, e.id));
    case 'chosen':
      return build.code(build.sight.options.get(e.variable) as number);
    case 'lookup':
      return lowerLookup(build, e);
    case 'parameter':
      return lowerParameter(build, e);
    case 'marginal':
      return lowerMarginal(build, e);
    case 'arithmetic': {
      const [left, right] = [lower(e.left), lower(e.right)];
      if (e.op === '+') return build.sum([left, right]);
      if (e.op === '-') return build.sum([left, build.negated(right)]);
      if (e.op === '*') return build.product(left, right);
      const divisor = 'range' in e.right && e.right.range !== undefined ? e.right.range : e.range;
      return build.node({ kind: 'quotient', left, right, divisor });
    }
    case 'negate':
      return build.negated(lower(e.of));
    case 'abs': {
      const of = lower(e.of);
      return build.greatest([of, build.negated(of)]);
    }
    case 'least':
      return build.least(e.of.map(lower));
    case 'greatest':
      return build.greatest(e.of.map(lower));
    case 'round':
      return build.node({ kind: 'rounded', of: lower(e.of), step: e.step, mode: e.mode });
    case 'compare':
      return comparison(build, e.op, lower(e.left), lower(e.right));
    case 'in': {
      const of = lower(e.of);
      return build.any(e.options.map((option) => build.compare('=', of, build.code(option))));
    }
    case 'and':
      return build.all(e.of.map(lower));
    case 'or':
      return build.any(e.of.map(lower));
    case 'not':
      return build.not(lower(e.of));
    case 'if':
      return build.select(lower(e.when), lower(e.then), lower(e.otherwise));
    case 'isNone':
      return build.isNone(lower(e.of));
    case 'ifNone':
      return build.ifNone(lower(e.of), lower(e.otherwise));
    case 'has': {
      const each = e.options.map((option) => build.has(e.fact, option));
      return e.op === 'has_any' ? build.any(each) : build.all(each);
    }
    case 'countOf': {
      const { options } = byId(build.rules.facts, e.fact);
      const [one, nothing] = [build.constant(ONE), build.constant(ZERO)];
      return build.sum([nothing, ...options.map((_, i) => build.select(build.has(e.fact, i), one, nothing))]);
    }
    case 'over':
      return lowerOver(build, e);
    case 'pick':
      return lowerPick(build, e);
    case 'date':
      return build.node({
        kind: 'calendar',
        op: { kind: 'date', month: e.month, day: e.day },
        of: [lower(e.year)],
      });
    case 'shift': {
      const over = build.dates.month_end ?? 'last_day';
      return build.node({
        kind: 'calendar',
        op: { kind: 'shift', count: e.count, unit: e.unit, over },
        of: [lower(e.of)],
      });
    }
    case 'yearOf':
    case 'monthOf':
      return build.node({
        kind: 'calendar',
        op: { kind: e.kind === 'yearOf' ? 'year' : 'month' },
        of: [lower(e.of)],
      });
    case 'between': {
      const of = [lower(e.from), lower(e.to)];
      if (e.op === 'days') return build.node({ kind: 'calendar', op: { kind: 'days' }, of });
      if (e.op === 'months')
        return build.node({
          kind: 'calendar',
          op: { kind: 'months', over: build.dates.month_end ?? 'last_day' },
          of,
        });
      return build.node({
        kind: 'calendar',
        op: { kind: 'age', leap: build.dates.leap_birthday ?? '02-28' },
        of,
      });
    }
  }
}

type Named = Expression & { readonly kind: 'read' | 'attribute' };

/**
 * Where a guard has settled that a value is not none, nothing else may come of it either: any value in its place, which
 * counts nowhere, keeps none from what could be while the guard is open.
 */
function guarded(build: CoreBuilder, e: Named, value: Handle): Handle {
  if (e.maybeNone === true || !mayBeNone(build.rules, e)) return value;
  switch (e.type.kind) {
    case 'flag':
      return build.ifNone(value, build.truth(false));
    case 'number':
    case 'date':
      return build.ifNone(value, build.constant(e.range?.low ?? ZERO));
    case 'choice':
      return build.ifNone(value, build.code(0));
    default:
      return value;
  }
}

/** Whether a name, unguarded, can be none. */
function mayBeNone({ facts, figures }: RuleSet, e: Named): boolean {
  if (e.kind === 'attribute') {
    const attributes = facts.find(({ id }) => id === e.people)?.people?.attributes ?? [];
    return attributes.find(({ id }) => id === e.id)?.mayBeNone === true;
  }
  if (e.of.kind === 'figure') {
    const { id } = e.of;
    return figures.find((one) => one.id === id)?.mayBeNone === true;
  }
  if (e.of.kind !== 'fact') return false;
  const { id } = e.of;
  const fact = facts.find((one) => one.id === id);
  return fact?.mayBeNone === true || fact?.onlyIf !== undefined;
}

function comparison(build: CoreBuilder, op: Comparison, left: Handle, right: Handle): Handle {
  switch (op) {
    case '>':
      return build.compare('<', right, left);
    case '>=':
      return build.compare('<=', right, left);
    case '!=':
      return build.not(build.compare('=', left, right));
    default:
      return build.compare(op, left, right);
  }
}
