import type { Expression } from '../../../src/rules/index.js';
import { names } from './names.js';

const OPS = ['count', 'any', 'all', 'sum', 'lowest', 'highest'];

/** What there is to say of formulas. */
export const FORMULAS: readonly string[] = [
  ...['+', '-', '*', '/', '=', '!=', '<', '<=', '>', '>='].map((op) => `formula ${op}`),
  ...['min', 'max', 'abs', 'clamp', 'negative', 'if', 'and', 'or', 'not', 'in'].map((f) => `formula ${f}`),
  ...['percent', 'unit', 'true or false', 'none', 'is none', 'if_none'].map((f) => `formula ${f}`),
  ...['table', 'table at', 'parameter', 'parameter at', 'marginal', 'marginal at'].map((f) => `formula ${f}`),
  ...['has_any', 'has_all', 'count of several'].map((f) => `formula ${f}`),
  ...OPS.map((op) => `people ${op}`),
  ...['people where', 'attribute read', 'figure of a member'],
  ...['count', 'any', 'first', 'last'].map((op) => `options ${op}`),
  'option read',
  ...[
    'date',
    'shift by days',
    'shift by months',
    'year',
    'month',
    'age',
    'months_between',
    'days_between',
  ].map((f) => `formula ${f}`),
  ...['as_of', 'period_start', 'score', 'score.part'].map((f) => `formula ${f}`),
  ...['order of options', 'quotient compared', 'dates compared', 'codes compared', 'guarded division'],
  ...['half_up', 'half_away', 'half_even', 'up', 'down', 'toward_zero'].map((mode) => `round ${mode}`),
];

/** What shows only in how a file is written. */
export const WRITTEN: readonly (readonly [string, RegExp])[] = [
  ['formula clamp', /clamp\(/],
  ['formula percent', /[0-9]%/],
  ['formula unit', /[0-9]\[/],
  ['options otherwise', /"kind":"options","of":"[^"]*","options":\{[^}]*\},"otherwise"/],
  ['guarded division', /if [a-z0-9]+ (?:>|<|!=|>=) [01] then round\([^)]* \/ /],
];

/** The names of the formula itself; `figuresOfMembers`: figures that there is one of for each. */
export function inFormula(e: Expression, figuresOfMembers: ReadonlySet<string>): readonly string[] {
  switch (e.kind) {
    case 'compare': {
      const { kind } = e.left.type;
      const quotient = 'places' in e.left && e.left.places === null;
      return [
        `formula ${e.op}`,
        ...names({
          'order of options': kind === 'choice' && /[<>]/.test(e.op),
          'quotient compared': quotient,
          'dates compared': kind === 'date',
          'codes compared': kind === 'code',
        }),
      ];
    }
    case 'read':
      return ofReading(e.of, figuresOfMembers);
    case 'arithmetic':
      return [`formula ${e.op}`];
    case 'round':
      return [`round ${e.mode}`];
    case 'lookup':
      return [`formula table${e.dated === undefined ? '' : ' at'}`];
    case 'parameter':
    case 'marginal':
      return [`formula ${e.kind}${e.dated === undefined ? '' : ' at'}`];
    case 'over':
      return [`people ${e.op}`, ...(e.where === undefined ? [] : ['people where'])];
    case 'pick':
      return [`options ${e.op}`];
    case 'has':
      return [`formula ${e.op}`];
    case 'shift':
      return [`formula shift by ${e.unit === 'day' || e.unit === 'week' ? 'days' : 'months'}`];
    case 'between':
      return [`formula ${e.op === 'age' ? 'age' : `${e.op}_between`}`];
    default:
      return [PLAIN[e.kind] ?? `formula ${e.kind}`];
  }
}

const PLAIN: Readonly<Partial<Record<Expression['kind'], string>>> = {
  least: 'formula min',
  greatest: 'formula max',
  negate: 'formula negative',
  flag: 'formula true or false',
  isNone: 'formula is none',
  ifNone: 'formula if_none',
  countOf: 'formula count of several',
  attribute: 'attribute read',
  chosen: 'option read',
  yearOf: 'formula year',
  monthOf: 'formula month',
};

function ofReading(
  of: (Expression & { readonly kind: 'read' })['of'],
  figuresOfMembers: ReadonlySet<string>,
): readonly string[] {
  switch (of.kind) {
    case 'figure':
      return figuresOfMembers.has(of.id) ? ['figure of a member'] : [];
    case 'part':
      return ['formula score.part'];
    case 'as_of':
    case 'period_start':
    case 'score':
      return [`formula ${of.kind}`];
    default:
      return [];
  }
}
