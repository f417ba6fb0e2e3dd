import type { RuleDocument } from '../document.js';
import { expandCategory } from './categories.js';
import { contextOf, type Outside } from './context.js';
import { expandPaper } from './evidence.js';
import { expandFact } from './facts.js';
import { expandFigure } from './figures.js';
import { expandHeader } from './header.js';
import { expandList } from './lists.js';
import { expandParameter } from './parameters.js';
import { expandProgramme, expandScope } from './programmes.js';
import { type Members, mapped } from './raw.js';
import { expandSchedule } from './schedules.js';
import { expandScore } from './score.js';
import { expandTable } from './tables.js';
import { expandTiers } from './tiers.js';
import { expandVeto } from './vetoes.js';

export type { Outside } from './context.js';
export { canonicalNumber } from './number.js';
export { expandFigureValue } from './value.js';

/**
 * Writes a schema-clean rule file in its long form, every default said and every CSV file put in. Implements section
 * 12 of the rule language. What has no long form is refused, with its place in the file as it was written:
 * `rules.missingKey`, `rules.unknownKey`, `rules.limit`, `rules.rangeEmpty`, `rules.number`, `rules.notOneOf`,
 * `rules.duplicateKey`, `rules.tableShape`, `rules.rowsList`, `rules.rowsCount`, `rules.rowColumns`,
 * `rules.fileMissing`, `rules.csv`. The document is then not to be used.
 */
export function expand(raw: Members, to: Outside): RuleDocument {
  const context = contextOf(raw, to);
  // Facts come first: an inline choice is a type that tables may name.
  const facts = mapped(raw.facts, (one, id) => expandFact(context, one, id));
  return {
    ...expandHeader(raw),
    units: context.units,
    choices: context.choices,
    facts,
    parameters: mapped(raw.parameters, (one, id) => expandParameter(context, one, id)),
    tables: mapped(raw.tables, (one, id) => expandTable(context, one, id)),
    schedules: mapped(raw.schedules, (one, id) => expandSchedule(context, one, id)),
    figures: mapped(raw.figures, (one, id) => expandFigure(context, one, id)),
    evidence: mapped(raw.evidence, (one) => expandPaper(one)),
    lists: mapped(raw.lists, (one, id) => expandList(context, one, id)),
    categories: mapped(raw.categories, (one) => expandCategory(context, one)),
    ...expandScore(context, raw.score),
    ...expandTiers(context, raw.tiers),
    vetoes: mapped(raw.vetoes, (one) => expandVeto(context, one)),
    scope: mapped(raw.scope, (one) => expandScope(context, one)),
    programmes: mapped(raw.programmes, (one) => expandProgramme(context, one)),
    outputs: (raw.outputs as readonly string[] | undefined) ?? [],
  };
}
