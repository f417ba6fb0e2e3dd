import type { LinkedFact, LinkedShape, RuleSet } from '../../../src/rules/index.js';
import { compare, ZERO } from '../../../src/value/index.js';
import { names } from './names.js';

/** What there is to say of facts. */
export const FACTS: readonly string[] = [
  ...['flag', 'choice', 'number', 'date', 'code', 'several', 'people'].map((type) => `fact ${type}`),
  ...['ask', 'block', 'assume', 'no_points'].map((policy) => `unknown: ${policy}`),
  ...['higher', 'lower', 'if_true', 'if_false', 'later', 'earlier', 'more', 'fewer', 'none', 'in order'].map(
    (worse) => `worse: ${worse}`,
  ),
  ...['none: allowed', 'none: value', 'only_if', 'only_if and none'],
  ...['origin: enrolment', 'by', 'evidence: ask', 'evidence: note'].map((key) => `fact ${key}`),
  ...['choice shared', 'choice inline', 'choice ordered', 'range below 0', 'step given', 'dates of any day'],
  ...['flag', 'choice', 'number', 'date', 'code', 'none'].map((type) => `attribute ${type}`),
];

export function inFact(rules: RuleSet, fact: LinkedFact): readonly string[] {
  const { document, type, options, unknown, range, people } = fact;
  const { choice, step, worse, none, only_if } = document;
  return [
    `fact ${type.kind}`,
    `unknown: ${unknown.policy}`,
    `worse: ${typeof worse === 'string' ? worse : 'in order'}`,
    ...(fact.evidence === undefined ? [] : [`fact evidence: ${fact.evidence.missing}`]),
    ...(people?.attributes ?? []).flatMap(inAttribute),
    ...names({
      'none: allowed': none === 'allowed',
      'none: value': none !== undefined && none !== 'allowed',
      only_if: only_if !== undefined,
      'only_if and none': only_if !== undefined && none !== undefined,
      'fact by': fact.by !== undefined,
      'fact origin: enrolment': document.origin === 'enrolment',
      'choice shared': options.length > 0 && choice?.startsWith('scale') === true,
      'choice inline': options.length > 0 && choice?.startsWith('scale') === false,
      'choice ordered': choice !== undefined && rules.choices[choice]?.ordered === true,
      'range below 0': type.kind === 'number' && range !== undefined && compare(range.low, ZERO) < 0,
      'step given': step !== undefined && !['1', '0.01'].includes(step),
      'dates of any day': type.kind === 'date' && document.range?.[0] === '1900-01-01',
    }),
  ];
}

const inAttribute = ({ type, mayBeNone }: LinkedShape): readonly string[] => [
  `attribute ${type.kind}`,
  ...names({ 'attribute none': mayBeNone }),
];
