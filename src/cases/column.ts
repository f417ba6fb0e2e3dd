import { parsePath } from './expectation.js';

/** What the cells of one column of a table of cases say. */
export type Column =
  | { readonly kind: 'fact' | 'category' | 'given' | 'expect'; readonly name: string }
  | { readonly kind: 'listed'; readonly name: string; readonly attribute: string }
  | { readonly kind: 'date'; readonly name: 'as_of' | 'period_start' };

const ID = /^[a-z][a-z0-9_]{0,47}$/;

/**
 * The heading of a column: a fact's id, `categories.dibao`, `listed.civil.kind` (of the student's row of a list),
 * `given points`, `expect score.family.fees`, or one of the dates `as_of` and `period_start`, which no fact can be called.
 * `null`: no heading, or a path that no determination has.
 */
export function parseColumn(heading: string): Column | null {
  if (heading === 'as_of' || heading === 'period_start') return { kind: 'date', name: heading };
  const [, verb = '', path = ''] = /^(given|expect) (\S+)$/.exec(heading) ?? [];
  if (verb === 'expect') return parsePath(path) === null ? null : { kind: 'expect', name: path };
  if (verb === 'given') return { kind: 'given', name: path };
  const [, category = ''] = /^categories\.(\S+)$/.exec(heading) ?? [];
  if (category !== '') return { kind: 'category', name: category };
  const [, list = '', attribute = ''] = /^listed\.([^\s.]+)\.([^\s.]+)$/.exec(heading) ?? [];
  if (list !== '') return { kind: 'listed', name: list, attribute };
  return ID.test(heading) ? { kind: 'fact', name: heading } : null;
}
