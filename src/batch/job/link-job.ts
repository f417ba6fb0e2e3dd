import { SETTINGS, STAGES } from '../../roster/index.js';
import { nearest, type RuleSet } from '../../rules/index.js';
import { error, type Issue } from '../../value/index.js';
import { factColumnIssues } from './fact-column.js';
import { type Job, type JobPath, sourcesOf } from './read-job.js';
import { type ColumnSpec, valuesOf } from './schema.js';

/** Kinds of a decision, as a job maps the words of a file to them. */
export const DECISION_KINDS = ['waiver', 'tier', 'fact', 'points', 'figure', 'veto', 'entry'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

const FLAGS = ['true', 'false'];

const comparable = ({ lists, categories }: RuleSet): readonly string[] => [
  ...lists.map(({ id }) => id),
  ...categories.filter(({ list }) => list !== undefined).map(({ id }) => id),
];

/** What a text of a category column means where the row is of none of the categories that its block speaks of. */
export const NO_CATEGORY = 'none';

/** Categories that a block of comparisons speaks of, named by one of them or by the list that gives them; `null`: neither. */
export function comparedCategories(rules: RuleSet, id: string): readonly string[] | null {
  if (rules.lists.some((list) => list.id === id))
    return rules.categories.filter((category) => category.list === id).map((category) => category.id);
  const category = rules.categories.find((one) => one.id === id);
  return category?.list === undefined ? null : [category.id];
}

/**
 * Checks a job against the rule file it names: every list, attribute, fact and option must be one of it. Issues, with
 * their place in the job file: `job.unknownList`, `job.unknownFact`, `job.enrolmentFact`, `job.unknownAttribute`,
 * `job.unknownOption`, `job.attributeTwice`, `job.comparisonCategory`, and those of {@link factColumnIssues}.
 */
export function linkJob(job: Job, rules: RuleSet): readonly Issue[] {
  const issues: Issue[] = [];
  const found = (code: string, what: string, known: readonly string[], path: JobPath): void => {
    const near = nearest(what, known);
    const values = { found: what, known: known.join(', ') };
    issues.push(error(code, near === null ? values : { ...values, near }, job.place(path)));
  };
  const options = (column: ColumnSpec | undefined, known: readonly string[], path: JobPath): void => {
    for (const [token, means] of Object.entries(valuesOf(column)))
      if (!known.includes(means)) found('job.unknownOption', means, known, [...path, 'values', token]);
  };
  const facts = (columns: Readonly<Record<string, ColumnSpec>>, path: JobPath): void => {
    for (const [id, column] of Object.entries(columns)) {
      const fact = rules.facts.find((one) => one.id === id);
      const here = [...path, id];
      if (fact === undefined) {
        found(
          'job.unknownFact',
          id,
          rules.facts.map((one) => one.id),
          here,
        );
      } else if (fact.document.origin === 'enrolment') {
        issues.push(error('job.enrolmentFact', { fact: id }, job.place(here)));
      } else {
        issues.push(...factColumnIssues(fact, column, here, job));
        if (fact.type.kind === 'flag') options(column, FLAGS, here);
        else if (fact.options.length > 0) options(column, fact.options, here);
      }
    }
  };

  for (const one of sourcesOf(job.document)) {
    const { path } = one;
    switch (one.role) {
      case 'roster': {
        const { columns } = one.source;
        options(columns.stage, STAGES, [...path, 'columns', 'stage']);
        options(columns.setting, SETTINGS, [...path, 'columns', 'setting']);
        options(columns.boarder, FLAGS, [...path, 'columns', 'boarder']);
        for (const [token, means] of Object.entries(valuesOf(columns.grade)))
          if (!/^[1-9][0-9]?$/.test(means))
            found(
              'job.unknownOption',
              means,
              ['1', '2', '3'],
              [...path, 'columns', 'grade', 'values', token],
            );
        facts(one.source.facts ?? {}, [...path, 'facts']);
        break;
      }
      case 'schools':
      case 'facts':
        facts(one.source.facts ?? {}, [...path, 'facts']);
        break;
      case 'decisions':
        options(one.source.columns.kind, DECISION_KINDS, [...path, 'columns', 'kind']);
        break;
      case 'aided_before':
      case 'answers':
        break;
      case 'comparisons': {
        const given = comparedCategories(rules, one.list);
        const { category } = one.source.columns;
        if (given === null) found('job.unknownList', one.list, comparable(rules), path.slice(0, 2));
        else if (category !== undefined)
          options(category, [...given, NO_CATEGORY], [...path, 'columns', 'category']);
        else if (given.length > 1)
          issues.push(
            error('job.comparisonCategory', { list: one.list, known: given.join(', ') }, job.place(path)),
          );
        break;
      }
      case 'lists': {
        const list = rules.lists.find((l) => l.id === one.list);
        if (list === undefined) {
          found(
            'job.unknownList',
            one.list,
            rules.lists.map((l) => l.id),
            path.slice(0, 2),
          );
          break;
        }
        const { attributes = {}, fixed = {} } = one.source;
        const known = list.attributes.map((a) => a.id);
        const optionsOf = (name: string): readonly string[] | undefined => {
          const attribute = list.attributes.find((a) => a.id === name);
          return attribute?.type.kind === 'flag' ? FLAGS : attribute?.options;
        };
        for (const [name, column] of Object.entries(attributes)) {
          const here = [...path, 'attributes', name];
          const allowed = optionsOf(name);
          if (allowed === undefined) found('job.unknownAttribute', name, known, here);
          else options(column, allowed, here);
          if (fixed[name] !== undefined)
            issues.push(error('job.attributeTwice', { attribute: name }, job.place(here)));
        }
        for (const [name, means] of Object.entries(fixed)) {
          const here = [...path, 'fixed', name];
          const allowed = optionsOf(name);
          if (allowed === undefined) found('job.unknownAttribute', name, known, here);
          else if (!allowed.includes(means)) found('job.unknownOption', means, allowed, here);
        }
        break;
      }
    }
  }
  return issues;
}
