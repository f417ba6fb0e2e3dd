import type { RuleDocument } from '../../rules/index.js';

/**
 * What of a rule file does not go into the values that are worked out: what facts can be and what not knowing one means,
 * papers, lists, who may decide what, what there is at all. A text: two rule sets with another one are not compared further.
 */
export function outsideOf(document: RuleDocument): string {
  const { choices, evidence, lists, dates, outputs, effective } = document;
  const facts = mapped(document.facts, ({ none, ...fact }) => ({
    ...fact,
    none: none === undefined || none === 'allowed' ? none : 'counts',
  }));
  const categories = mapped(document.categories, ({ list, row, evidence }) => ({ list, row, evidence }));
  const programmes = mapped(document.programmes, ({ instrument, per, payee }) => ({
    instrument,
    per,
    payee,
  }));
  const figures = mapped(document.figures, ({ override, range, for: people, only_if, none }) => ({
    override,
    range,
    people,
    only_if,
    none: none === undefined,
  }));
  return JSON.stringify({
    effective,
    choices,
    evidence,
    lists,
    dates,
    outputs,
    facts,
    categories,
    programmes,
    figures,
    vetoes: mapped(document.vetoes, ({ against_floor }) => against_floor),
    scope: Object.keys(document.scope),
    tiers: document.tiers.map(({ id }) => id),
    score: told(document.score, ''),
    // Without it such an edition cannot be asked.
    needsPeriodStart: JSON.stringify(document).includes('period_start'),
  });
}

const mapped = <T, U>(
  of: Readonly<Record<string, T>>,
  how: (one: T) => U,
): readonly (readonly [string, U])[] => Object.entries(of).map(([id, one]) => [id, how(one)]);

/** The papers and the discretion inside the score, with where they stand. */
function told(value: unknown, path: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const { evidence, kind } = value as { readonly evidence?: unknown; readonly kind?: unknown };
  return [
    ...(evidence === undefined ? [] : [[path, evidence]]),
    ...(kind === 'discretion' ? [[path, value]] : []),
    ...Object.entries(value).flatMap(([key, inner]) => told(inner, `${path}.${key}`)),
  ];
}
